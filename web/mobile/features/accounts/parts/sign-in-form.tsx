import { useState } from 'react';
import type { SignedIn, Streets } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useSignInForm } from '../../../../client/use-sign-in-form.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';

interface SignInFormProps {
  readonly streets: Streets['streets'];
  readonly onEnter: (answer: SignedIn) => void;
}

export function SignInForm({ streets, onEnter }: SignInFormProps) {
  const t = useWords();
  const failureText = useFailureText();
  const { form, street, setStreet, login, setLogin, password, setPassword, submit, wrong, error, isSending } =
    useSignInForm(streets, onEnter);
  const [shown, setShown] = useState(false);
  return (
    <form ref={form} className="card door-form" onSubmit={submit} noValidate>
      {streets.length > 1 && (
        <Field label={t('accounts:signIn.street')}>
          {(props) => (
            <select {...props} value={street} onChange={(event) => setStreet(event.target.value)}>
              {streets.map((one) => (
                <option key={one.id} value={one.code}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('accounts:signIn.login')} wrong={wrong.login}>
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
      <Field label={t('accounts:signIn.password')} wrong={wrong.password}>
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
      {error && (
        <p className="wrong" role="alert">
          <Icon name="danger" />
          {failureText(error)}
        </p>
      )}
      <Button type="submit" look="primary" busy={isSending} className="wide">
        {t(isSending ? 'accounts:signIn.sending' : 'accounts:signIn')}
      </Button>
      <p className="hint">{t('accounts:signIn.help')}</p>
    </form>
  );
}
