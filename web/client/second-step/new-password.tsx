import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { changePassword } from '../accounts.ts';
import { useWords } from '../i18n/use-words.ts';
import { ProblemError } from '../problem.ts';
import type { FormParts } from './form-parts.ts';
import { TextField } from './text-field.tsx';

/** A password of one's own in the place of the one that was handed over. */
export function NewPassword({ Field, failure, onDone }: FormParts & { readonly onDone: () => void }) {
  const t = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const changing = useMutation({ mutationFn: changePassword });
  const { error } = changing;
  const ofNext = error instanceof ProblemError && error.code.startsWith('accounts.password_');
  const said = error ? failure(error) : undefined;
  const wrong = (value: string, words: string | undefined) =>
    tried && value === '' ? t('accounts:signIn.missingPassword') : words;
  return (
    <form
      className="stack form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (current && next) changing.mutate({ current, next }, { onSuccess: onDone });
      }}
    >
      <TextField
        Field={Field}
        kind="password"
        label={t('security:password.handed')}
        wrong={wrong(current, ofNext ? undefined : said)}
        value={current}
        onChange={setCurrent}
      />
      <TextField
        Field={Field}
        kind="new-password"
        label={t('security:password.own')}
        hint={t('security:password.rule')}
        wrong={wrong(next, ofNext ? said : undefined)}
        value={next}
        onChange={setNext}
      />
      <Button type="submit" look="primary" className="wide" busy={changing.isPending}>
        {t('security:password.send')}
      </Button>
    </form>
  );
}
