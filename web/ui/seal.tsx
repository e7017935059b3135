/** The mark of the house: one character on vermilion. */
export function Seal({ character = '邻', className = '' }: { character?: string; className?: string }) {
  return (
    <span className={`seal ${className}`} lang="zh-Hans" aria-hidden="true">
      {character}
    </span>
  );
}
