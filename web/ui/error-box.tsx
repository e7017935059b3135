import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface ErrorBoxProps {
  readonly title: string;
  readonly text?: string;
  readonly retryLabel?: string;
  readonly onRetry?: () => void;
  /** A second way on, such as a telephone link. */
  readonly other?: ReactNode;
}

/** What went wrong and the ways on. */
export function ErrorBox({ title, text, retryLabel, onRetry, other }: ErrorBoxProps) {
  return (
    <div className="state-box is-error" role="alert">
      <Icon name="danger" />
      <p>
        <b>{title}</b>
        {text}
      </p>
      <div className="ways">
        {onRetry && <Button onClick={onRetry}>{retryLabel}</Button>}
        {other}
      </div>
    </div>
  );
}
