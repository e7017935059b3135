import { type FormEvent, useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useChangePassword } from '../mutations.ts';

const shortest = 8;

export function PasswordForm() {
  const t = useWords();
  const failure = useFailureWords();
  const changing = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const short = next.length < shortest;
  const told = (path: string) => (changing.error instanceof ProblemError ? changing.error.field(path) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!current || short) return;
    changing.mutate(
      { current, next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          setTried(false);
          toast(t('console:password.changed'));
        },
      },
    );
  };
  return (
    <section className="box">
      <h2>{t('console:password')}</h2>
      <form className="stack narrow" noValidate onSubmit={submit}>
        <Field
          label={t('console:password.current')}
          wrong={tried && !current ? t('console:password.currentMissing') : told('current')}
        >
          {(parts) => (
            <input
              className="input"
              type="password"
              autoComplete="current-password"
              {...parts}
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('console:password.next')}
          hint={t('console:password.hint')}
          wrong={tried && short ? t('console:password.short', { count: shortest - next.length }) : told('next')}
        >
          {(parts) => (
            <input
              className="input"
              type="password"
              autoComplete="new-password"
              {...parts}
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          )}
        </Field>
        {changing.error && (
          <p className="problem" role="alert">
            {failure(changing.error)}
          </p>
        )}
        <div className="row">
          <Button type="submit" busy={changing.isPending}>
            {t('console:password.send')}
          </Button>
        </div>
      </form>
    </section>
  );
}
