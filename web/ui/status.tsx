import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** `you` = waiting for the reader. */
export type Tone = 'plain' | 'ok' | 'warn' | 'info' | 'danger' | 'you';

export interface StatusProps {
  readonly icon: IconName;
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** Shape + word + colour, so that nothing is lost without the colour. */
export function Status({ icon, tone = 'plain', children }: StatusProps) {
  return (
    <Marked className="st" icon={icon} tone={tone}>
      {children}
    </Marked>
  );
}

/** The same on a tinted ground, for the one thing that must be noticed. */
export function Chip({ icon, tone = 'plain', children }: StatusProps) {
  return (
    <Marked className="st chip" icon={icon} tone={tone}>
      {children}
    </Marked>
  );
}

function Marked({ className, icon, tone, children }: StatusProps & { className: string }) {
  return (
    <span className={tone === 'plain' ? className : `${className} ${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** A quiet label with a hairline around it. */
export const Tag = ({ children }: { children: ReactNode }) => <span className="tag">{children}</span>;
