/** Progress in five parts. `waiting` paints the part that waits for the reader. */
export function StepsFive({ done, waiting, label }: { done: number; waiting?: boolean; label: string }) {
  return (
    <span className="s5" role="img" aria-label={label}>
      {[0, 1, 2, 3, 4].map((part) => (
        <i key={part} className={part < done ? 'd' : waiting && part === done ? 'y' : ''} />
      ))}
    </span>
  );
}
