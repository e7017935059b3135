import { type IconName, iconPaths } from './icon-paths.ts';

export type { IconName };

/** A line icon, 1.25 em. Decoration only: the word stands beside it, or the control carries a label. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `i ${className}` : 'i'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {iconPaths[name].split('|').map(drawn)}
    </svg>
  );
}

function drawn(stroke: string) {
  if (stroke.startsWith('*')) return <Shape key={stroke} of={stroke.slice(1)} fill="currentColor" stroke="none" />;
  if (stroke.startsWith('.')) return <path key={stroke} d={stroke.slice(1)} strokeWidth={2.6} />;
  return <Shape key={stroke} of={stroke} />;
}

function Shape({ of, ...paint }: { of: string; fill?: string; stroke?: string }) {
  const [kind, numbers = ''] = of.split(':');
  const [a, b, c, d, e] = numbers.split(' ');
  if (kind === 'c') return <circle cx={a} cy={b} r={c} {...paint} />;
  if (kind === 'r') return <rect x={a} y={b} width={c} height={d} rx={e} {...paint} />;
  return <path d={of} {...paint} />;
}
