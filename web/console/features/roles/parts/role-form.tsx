import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';

interface RoleName {
  nameZh: string;
  nameEn?: string;
}

interface RoleFormProps {
  readonly start?: RoleName;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (name: RoleName) => void;
  readonly onCancel: () => void;
}

/** A role's name, and what it is called in English where that is known. */
export function RoleForm({ start, busy, error, onSend, onCancel }: RoleFormProps) {
  const t = useWords();
  const failure = useFailureWords();
  const [nameZh, setZh] = useState(start?.nameZh ?? '');
  const [nameEn, setEn] = useState(start?.nameEn ?? '');
  const [tried, setTried] = useState(false);
  const missing = tried && nameZh.trim() === '' ? t('people:roles.missing') : undefined;
  return (
    <form
      className="role-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const [zh, en] = [nameZh.trim(), nameEn.trim()];
        if (zh) onSend({ nameZh: zh, ...(en ? { nameEn: en } : {}) });
      }}
    >
      <Field label={t('people:roles.nameZh')} wrong={missing ?? (error ? failure(error) : undefined)}>
        {(parts) => (
          <input className="input" {...parts} maxLength={20} value={nameZh} onChange={(e) => setZh(e.target.value)} />
        )}
      </Field>
      <Field label={t('people:roles.nameEn')} hint={t('common:optional')}>
        {(parts) => (
          <input className="input" {...parts} maxLength={40} value={nameEn} onChange={(e) => setEn(e.target.value)} />
        )}
      </Field>
      <div className="row">
        <Button type="submit" busy={busy}>
          {t('common:action.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
