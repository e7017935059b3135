import '../accounts.css';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { stopMail } from '../../../../client/mail.ts';
import { Button } from '../../../../ui/button.tsx';
import { Seal } from '../../../../ui/seal.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/use-title.ts';

/** Where the link in a letter leads: one tap and no more are sent. Opening it alone changes nothing, for mail programs open links by themselves. */
export function Unsubscribe() {
  const t = useWords();
  useTitle(t('mail:stop.title'));
  const failure = useFailureText();
  const { token } = useSearch({ from: '/unsubscribe' });
  const stopping = useMutation({ mutationFn: stopMail });
  return (
    <main className="door">
      <section className="door-head">
        <Seal />
        <h1 className="title">{t('mail:stop.title')}</h1>
        <p role="status">{t(stopping.isSuccess ? 'mail:stop.done' : 'mail:stop.text')}</p>
      </section>
      {!stopping.isSuccess && (
        <div className="door-more">
          {stopping.error && (
            <p className="problem wrong" role="alert">
              {failure(stopping.error)}
            </p>
          )}
          <Button
            look="primary"
            size="xl"
            className="wide"
            busy={stopping.isPending}
            onClick={() => stopping.mutate({ token })}
          >
            {t('mail:stop.send')}
          </Button>
        </div>
      )}
    </main>
  );
}
