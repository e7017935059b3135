import { type ReactNode, useEffect, useRef, useState } from 'react';
import './popup.css';

interface PopupProps {
  readonly className?: string;
  readonly label: ReactNode;
  /** Read aloud for the box that opens. */
  readonly name: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small box below it; Escape or a press outside closes it and the focus returns to the button. */
export function Popup({ className, label, name, children }: PopupProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    whole.current?.querySelector<HTMLElement>('.popup-box input, .popup-box button')?.focus();
    const outside = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    <div className="popup" ref={whole}>
      <button ref={button} type="button" className={className} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {open && (
        <fieldset
          className="popup-box"
          aria-label={name}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {children(close)}
        </fieldset>
      )}
    </div>
  );
}
