import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { Button } from '../../../../ui/button.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useChangePassword } from '../mutations.ts';

const shortest = 8;

/** A new password, against the present one. */
export function PasswordSheet({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const failureText = useFailureText();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const { error } = change;
  const wrong = {
    current: current === '' ? t('accounts:signIn.missingPassword') : undefined,
    next: next.length < shortest ? t('accounts:password.short', { count: shortest }) : undefined,
  };
  const submit = () => {
    setTried(true);
    if (wrong.current ?? wrong.next) return;
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          toast(t('accounts:password.changed'));
          onClose();
        },
      },
    );
  };
  return (
    <Sheet title={t('accounts:password.change')} closeLabel={t('action.close')} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={t('accounts:password.current')}
          wrong={(tried ? wrong.current : undefined) ?? (isProblem(error) ? error.field('current') : undefined)}
        >
          {(props) => (
            <input
              {...props}
              type="password"
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('accounts:password.next')}
          hint={t('accounts:password.rule')}
          wrong={(tried ? wrong.next : undefined) ?? (isProblem(error) ? error.field('next') : undefined)}
        >
          {(props) => (
            <input
              {...props}
              type="password"
              autoComplete="new-password"
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          )}
        </Field>
        {error && (
          <p className="wrong" role="alert">
            {failureText(error)}
          </p>
        )}
        <Button type="submit" look="primary" className="wide" busy={change.isPending}>
          {t('action.save')}
        </Button>
      </form>
    </Sheet>
  );
}
