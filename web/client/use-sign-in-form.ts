import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { SignedIn, Streets } from '../../contract/accounts.ts';
import { signIn } from './accounts.ts';
import { useWords } from './i18n/use-words.ts';
import { lastStreet, rememberStreet } from './last-street.ts';
import { digitsMissing } from './login.ts';

/** Signing in, by the form or as a demonstration person. */
export const useSignIn = () => useMutation({ mutationKey: ['sign-in'], mutationFn: signIn });

/** What both faces' sign-in forms hold and do: street, login, password, what is wrong with each once tried, and sending. */
export function useSignInForm(streets: Streets['streets'], onEnter: (answer: SignedIn) => void) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const sending = useSignIn();
  const [chosen, setStreet] = useState<string>();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const street = chosen ?? lastStreet(streets);
  const missing = digitsMissing(login);
  const wrongNumber = () =>
    missing === 0
      ? undefined
      : t(missing > 0 ? 'accounts:signIn.phoneShort' : 'accounts:signIn.phoneLong', { count: Math.abs(missing) });
  const wrong = {
    login: login.trim() === '' ? t('accounts:signIn.missingLogin') : wrongNumber(),
    password: password === '' ? t('accounts:signIn.missingPassword') : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.login ?? wrong.password) {
      // After React has marked the fields: the first wrong one takes the focus.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    sending.mutate(
      { street, login: login.replace(/\s/g, ''), password },
      {
        onSuccess: (answer) => {
          if (street) rememberStreet(street);
          onEnter(answer);
        },
      },
    );
  };
  return {
    ...{ form, street, setStreet, login, setLogin, password, setPassword, submit },
    wrong: tried ? wrong : { login: undefined, password: undefined },
    error: sending.error,
    isSending: sending.isPending,
  };
}
