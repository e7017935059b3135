import './second-step.css';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toasts.tsx';
import { useWords } from '../i18n/use-words.ts';

/** Ten codes that are shown this once: copied, printed, or written down. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useWords();
  const [canCopy] = useState(() => 'clipboard' in navigator);
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => toast(t('security:recovery.copied')),
      () => toast(t('security:recovery.notCopied'), 'danger'),
    );
  return (
    <section className="stack form-stack recovery" aria-label={t('security:recovery')}>
      <h2 tabIndex={-1}>{t('security:recovery')}</h2>
      <p>{t('security:recovery.text')}</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="row">
        {canCopy && (
          <Button icon="list" onClick={() => void copy()}>
            {t('security:recovery.copy')}
          </Button>
        )}
        <Button icon="print" onClick={() => window.print()}>
          {t('security:recovery.print')}
        </Button>
      </div>
      <Button look="primary" className="wide" onClick={onKept}>
        {t('security:recovery.kept')}
      </Button>
    </section>
  );
}
