import { type FormEvent, useRef, useState } from 'react';
import type { Me, Streets } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { lastStreet, rememberStreet } from '../../../../client/last-street.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useSignIn } from '../mutations.ts';

interface SignInFormProps {
  readonly streets: Streets['streets'];
  readonly onEnter: (person: Me) => void;
}

export function SignInForm({ streets, onEnter }: SignInFormProps) {
  const t = useWords();
  const failure = useFailureWords();
  const signIn = useSignIn();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<string>();
  const street = chosen ?? lastStreet(streets);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const choose = streets.length > 1;
  const wrong = {
    login: login.trim() ? undefined : t('accounts:signIn.missingLogin'),
    password: password ? undefined : t('accounts:signIn.missingPassword'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.login ?? wrong.password) {
      // After React has marked the fields: the first wrong one takes the focus.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const body = { street, login: login.trim(), password };
    signIn.mutate(body, {
      onSuccess: ({ me }) => {
        rememberStreet(me.street.code);
        onEnter(me);
      },
    });
  };
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      {choose && (
        <Field label={t('accounts:signIn.street')}>
          {(parts) => (
            <select className="input" {...parts} value={street} onChange={(event) => setChosen(event.target.value)}>
              {streets.map((one) => (
                <option key={one.id} value={one.code}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('accounts:signIn.login')} wrong={tried ? wrong.login : undefined}>
        {(parts) => (
          <input
            className="input"
            {...parts}
            autoComplete="username"
            autoCapitalize="none"
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('accounts:signIn.password')} wrong={tried ? wrong.password : undefined}>
        {(parts) => (
          <input
            className="input"
            type="password"
            {...parts}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {signIn.error && (
        <p className="problem" role="alert">
          {failure(signIn.error)}
        </p>
      )}
      <Button type="submit" look="primary" busy={signIn.isPending}>
        {t(signIn.isPending ? 'accounts:signIn.sending' : 'accounts:signIn')}
      </Button>
    </form>
  );
}
