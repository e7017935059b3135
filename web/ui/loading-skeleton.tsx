import { useEffect, useState } from 'react';

const patience = 5000;

/** Grey lines at once; after five seconds the words that say what is being waited for. At most eight rows. */
export function LoadingSkeleton({ rows = 3, label, slowText }: { rows?: number; label: string; slowText: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {[...'abcdefgh'.slice(0, rows)].map((row) => (
        <span key={row} className="sk-row" aria-hidden="true">
          <i />
          <i />
        </span>
      ))}
      {slow && <p>{slowText}</p>}
    </div>
  );
}
