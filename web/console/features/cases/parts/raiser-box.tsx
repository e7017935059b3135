import { useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { useDisclosePhone } from '../mutations.ts';

/** Who raised it, masked; the whole number takes a reason, which is kept where the raiser can read it. */
export function RaiserBox({ one }: { one: Case }) {
  const t = useWords();
  const failure = useFailureWords();
  const disclosing = useDisclosePhone(one.id);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const phone = disclosing.data?.phone;
  const told = disclosing.error instanceof ProblemError ? disclosing.error.field('reason') : undefined;
  const wrong = tried && reason.trim().length < 2 ? t('console:disclose.missing') : told;
  return (
    <section className="box">
      <h2>{t('console:raiser')}</h2>
      <dl className="kv">
        <div>
          <dt>{t('console:raiser.name')}</dt>
          <dd>{one.raiser.name}</dd>
        </div>
        {one.raiser.phone && (
          <div>
            <dt>{t('console:raiser.phone')}</dt>
            <dd>
              {phone ? (
                <a className="link no-print" href={`tel:${phone}`}>
                  {phone}
                </a>
              ) : (
                one.raiser.phone
              )}
            </dd>
          </div>
        )}
      </dl>
      {one.may.includes('disclose_phone') && !phone && !asking && (
        <button type="button" className="link link-quiet no-print" onClick={() => setAsking(true)}>
          {t('cases:verb.disclose_phone')}
        </button>
      )}
      {asking && !phone && (
        <form
          className="stack no-print"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (reason.trim().length >= 2) disclosing.mutate(reason.trim());
          }}
        >
          <Field label={t('console:disclose.reason')} must wrong={wrong} hint={t('console:disclose.hint')}>
            {(parts) => (
              <input
                className="input"
                {...parts}
                value={reason}
                maxLength={200}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {disclosing.error && !told && (
            <p className="problem" role="alert">
              {failure(disclosing.error)}
            </p>
          )}
          <div className="row">
            <Button type="submit" busy={disclosing.isPending}>
              {t('console:disclose.send')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('common:action.cancel')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
