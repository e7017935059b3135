import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'm' | 'xl';
  readonly icon?: IconName;
  /** While the thing asked for is under way: shown as pressed, further taps are ignored. */
  readonly busy?: boolean;
}

export function Button({
  look = 'plain',
  size = 'm',
  icon,
  busy = false,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`btn ${size} ${look === 'plain' ? '' : look} ${busy ? 'is-busy' : ''} ${className}`}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon && <Icon name={busy ? 'refresh' : icon} />}
      {children}
    </button>
  );
}
