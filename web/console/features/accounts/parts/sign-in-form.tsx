import type { SignedIn, Streets } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useSignInForm } from '../../../../client/use-sign-in-form.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';

interface SignInFormProps {
  readonly streets: Streets['streets'];
  readonly onEnter: (answer: SignedIn) => void;
}

export function SignInForm({ streets, onEnter }: SignInFormProps) {
  const t = useWords();
  const failure = useFailureWords();
  const { form, street, setStreet, login, setLogin, password, setPassword, submit, wrong, error, isSending } =
    useSignInForm(streets, onEnter);
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      {streets.length > 1 && (
        <Field label={t('accounts:signIn.street')}>
          {(parts) => (
            <select className="input" {...parts} value={street} onChange={(event) => setStreet(event.target.value)}>
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
      <Field label={t('accounts:signIn.password')} wrong={wrong.password}>
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
      {error && (
        <p className="problem" role="alert">
          {failure(error)}
        </p>
      )}
      <Button type="submit" look="primary" busy={isSending}>
        {t(isSending ? 'accounts:signIn.sending' : 'accounts:signIn')}
      </Button>
    </form>
  );
}
