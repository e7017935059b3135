import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** A list with nothing in it says what will appear here, and offers at most one way on. */
export function Empty({ icon = 'inbox', text, action }: { icon?: IconName; text: string; action?: ReactNode }) {
  return (
    <div className="state-box">
      <Icon name={icon} />
      <p>{text}</p>
      {action}
    </div>
  );
}
