import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailTopic, MailSettings as Settings } from '../../../contract/mail.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorBox } from '../../ui/error-box.tsx';
import { LoadingSkeleton } from '../../ui/loading-skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toasts.tsx';
import { monthDay } from '../dates.ts';
import { useWords } from '../i18n/use-words.ts';
import { chooseMail, forgetMail } from '../mail.ts';
import { mailQuery } from '../queries/mail.ts';
import type { FormParts } from '../second-step/form-parts.ts';
import { MailSetup } from './mail-setup.tsx';
import './mail-settings.css';

const topics: readonly MailTopic[] = ['own', 'work', 'account'];

/** Where notices also go by e-mail, which of them, and how to end it. */
export function MailSettings(parts: FormParts) {
  const t = useWords();
  const { data, error, refetch } = useQuery(mailQuery);
  if (error && !data)
    return (
      <ErrorBox
        title={t('common:error.title')}
        text={parts.failure(error)}
        retryLabel={t('common:action.retry')}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <LoadingSkeleton rows={2} label={t('common:loading')} slowText={t('common:loading.slow')} />;
  if (!data.offered) return <p className="hint">{t('mail:notOffered')}</p>;
  return <Present {...parts} settings={data} />;
}

function Present({ settings, ...parts }: FormParts & { settings: Settings }) {
  const t = useWords();
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const forgetting = useMutation({
    mutationFn: forgetMail,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mailQuery.queryKey });
      toast(t('mail:forgotten'));
    },
  });
  const { address, failed } = settings;
  if (!address || changing)
    return (
      <MailSetup
        {...parts}
        settings={settings}
        onDone={() => setChanging(false)}
        onCancel={address ? () => setChanging(false) : undefined}
      />
    );
  return (
    <div className="stack form-stack">
      <p>
        <Status icon="done" tone="ok">
          {t('mail:goesTo', { address })}
        </Status>
      </p>
      {failed && (
        <p className="problem wrong" role="alert">
          {t('mail:failed', { count: failed.count, day: monthDay(failed.at) })}
        </p>
      )}
      <Topics settings={settings} failure={parts.failure} />
      {forgetting.error && (
        <p className="problem wrong" role="alert">
          {parts.failure(forgetting.error)}
        </p>
      )}
      <div className="row">
        <Button onClick={() => setChanging(true)}>{t('mail:change')}</Button>
        <Button look="quiet" busy={forgetting.isPending} onClick={() => forgetting.mutate()}>
          {t('mail:forget')}
        </Button>
      </div>
    </div>
  );
}

function Topics({ settings, failure }: Pick<FormParts, 'failure'> & { settings: Settings }) {
  const t = useWords();
  const client = useQueryClient();
  const choosing = useMutation({
    mutationFn: chooseMail,
    onSuccess: (chosen) => client.setQueryData(mailQuery.queryKey, chosen),
  });
  const shown = choosing.isPending ? choosing.variables.topics : settings.topics;
  const turn = (topic: MailTopic, on: boolean) =>
    choosing.mutate({ topics: topics.filter((one) => (one === topic ? on : shown.includes(one))) });
  return (
    <fieldset className="mail-topics">
      <legend>{t('mail:topics')}</legend>
      {topics.map((topic) => (
        <label key={topic}>
          <input
            type="checkbox"
            checked={shown.includes(topic)}
            disabled={choosing.isPending}
            onChange={(event) => turn(topic, event.target.checked)}
          />
          <span>
            {t(`mail:topic.${topic}`)}
            <small>{t(`mail:topic.${topic}.hint`)}</small>
          </span>
        </label>
      ))}
      {choosing.error && (
        <p className="problem wrong" role="alert">
          {failure(choosing.error)}
        </p>
      )}
    </fieldset>
  );
}
