import { type FormEvent, useRef, useState } from 'react';
import type { Me, Streets } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { lastStreet, rememberStreet } from '../../../../client/last-street.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useSignIn } from '../mutations.ts';
import { digitsMissing } from '../rules.ts';

interface SignInFormProps {
  readonly streets: Streets['streets'];
  readonly onEnter: (me: Me) => void;
}

export function SignInForm({ streets, onEnter }: SignInFormProps) {
  const t = useWords();
  const failureText = useFailureText();
  const signIn = useSignIn();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<string>();
  const street = chosen ?? lastStreet(streets);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = digitsMissing(login);
  const choose = streets.length > 1;
  const wrong = {
    login: login.trim() === '' ? t('accounts:signIn.missingLogin') : wrongNumber(),
    password: password === '' ? t('accounts:signIn.missingPassword') : undefined,
  };
  function wrongNumber() {
    if (missing === 0) return undefined;
    return t(missing > 0 ? 'accounts:signIn.phoneShort' : 'accounts:signIn.phoneLong', { count: Math.abs(missing) });
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.login ?? wrong.password) {
      // After React has marked the fields: the first wrong one takes the focus.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    signIn.mutate(
      { street, login: login.replace(/\s/g, ''), password },
      {
        onSuccess: ({ me }) => {
          rememberStreet(me.street.code);
          onEnter(me);
        },
      },
    );
  };
  return (
    <form ref={form} className="card door-form" onSubmit={submit} noValidate>
      {choose && (
        <Field label={t('accounts:signIn.street')}>
          {(props) => (
            <select {...props} value={street} onChange={(event) => setChosen(event.target.value)}>
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
        {(props) => (
          <input
            {...props}
            autoComplete="username"
            autoCapitalize="none"
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('accounts:signIn.password')} wrong={tried ? wrong.password : undefined}>
        {(props) => (
          <span className="with-button">
            <input
              {...props}
              type={shown ? 'text' : 'password'}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <button
              type="button"
              className="round"
              aria-pressed={shown}
              aria-label={t(shown ? 'accounts:signIn.hidePassword' : 'accounts:signIn.showPassword')}
              onClick={() => setShown(!shown)}
            >
              <Icon name={shown ? 'lock' : 'eye'} />
            </button>
          </span>
        )}
      </Field>
      {signIn.error && (
        <p className="wrong" role="alert">
          <Icon name="danger" />
          {failureText(signIn.error)}
        </p>
      )}
      <Button type="submit" look="primary" busy={signIn.isPending} className="wide">
        {t(signIn.isPending ? 'accounts:signIn.sending' : 'accounts:signIn')}
      </Button>
      <p className="hint">{t('accounts:signIn.help')}</p>
    </form>
  );
}
