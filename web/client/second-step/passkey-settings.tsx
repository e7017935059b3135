import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Passkey } from '../../../contract/passkeys.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorBox } from '../../ui/error-box.tsx';
import { LoadingSkeleton } from '../../ui/loading-skeleton.tsx';
import { toast } from '../../ui/toasts.tsx';
import { when } from '../dates.ts';
import { deviceName } from '../device-name.ts';
import { useWords } from '../i18n/use-words.ts';
import { addPasskey, listPasskeys, removePasskey, renamePasskey, wasCalledOff } from '../passkeys.ts';
import type { FormParts } from './form-parts.ts';
import { ProofForm } from './proof-form.tsx';
import { TextField } from './text-field.tsx';

const passkeysQuery = { queryKey: ['passkeys'], queryFn: listPasskeys };

/** The passkeys of the person: add, name, remove. */
export function PasskeySettings(parts: FormParts) {
  const t = useWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [adding, setAdding] = useState(false);
  const add = useMutation({ mutationFn: addPasskey });
  const done = () => {
    setAdding(false);
    void client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
  };
  const failed = wasCalledOff(add.error) ? undefined : add.error;
  return (
    <div className="stack form-stack">
      <p className="hint">{t('security:passkey.why')}</p>
      {error && !data && (
        <ErrorBox
          title={t('common:error.title')}
          text={parts.failure(error)}
          retryLabel={t('common:action.retry')}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <LoadingSkeleton rows={1} label={t('common:loading')} slowText={t('common:loading.slow')} />}
      {data && data.passkeys.length > 0 && (
        <ul className="lines">
          {data.passkeys.map((passkey) => (
            <OnePasskey key={passkey.id} {...parts} passkey={passkey} onChanged={done} />
          ))}
        </ul>
      )}
      {adding ? (
        <ProofForm
          {...parts}
          withCode={false}
          send={t('security:passkey.add.send')}
          busy={add.isPending}
          error={failed}
          onCancel={() => setAdding(false)}
          onProve={({ password }) =>
            add.mutate(
              { name: deviceName(navigator.userAgent), password },
              {
                onSuccess: () => {
                  toast(t('security:passkey.added'));
                  done();
                },
              },
            )
          }
        />
      ) : (
        <div className="row">
          <Button icon="add" onClick={() => setAdding(true)}>
            {t('security:passkey.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface OnePasskeyProps extends FormParts {
  readonly passkey: Passkey;
  readonly onChanged: () => void;
}

function OnePasskey({ passkey, onChanged, ...parts }: OnePasskeyProps) {
  const t = useWords();
  const [doing, setDoing] = useState<'rename' | 'remove'>();
  const [name, setName] = useState(passkey.name);
  const rename = useMutation({ mutationFn: () => renamePasskey(passkey.id, name.trim()) });
  const remove = useMutation({ mutationFn: (password: string) => removePasskey(passkey.id, password) });
  const done = (words: string) => ({
    onSuccess: () => {
      toast(t(words));
      setDoing(undefined);
      onChanged();
    },
  });
  const seen = passkey.lastUsedAt
    ? t('security:passkey.used', { when: when(passkey.lastUsedAt) })
    : t('security:passkey.made', { when: when(passkey.createdAt) });
  return (
    <li>
      <span>
        <b>{passkey.name}</b> <span className="hint">{seen}</span>
      </span>
      {!doing && (
        <span className="row">
          <Button look="quiet" onClick={() => setDoing('rename')}>
            {t('security:passkey.rename')}
          </Button>
          <Button look="quiet" onClick={() => setDoing('remove')}>
            {t('security:passkey.remove')}
          </Button>
        </span>
      )}
      {doing === 'rename' && (
        <form
          className="stack form-stack narrow"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) rename.mutate(undefined, done('security:passkey.renamed'));
          }}
        >
          <TextField
            Field={parts.Field}
            kind="text"
            label={t('security:passkey.name')}
            wrong={
              name.trim() ? (rename.error ? parts.failure(rename.error) : undefined) : t('security:passkey.nameMissing')
            }
            value={name}
            onChange={setName}
          />
          <div className="row">
            <Button type="submit" busy={rename.isPending}>
              {t('common:action.save')}
            </Button>
            <Button look="quiet" onClick={() => setDoing(undefined)}>
              {t('common:action.cancel')}
            </Button>
          </div>
        </form>
      )}
      {doing === 'remove' && (
        <ProofForm
          {...parts}
          withCode={false}
          danger
          send={t('security:passkey.remove.send')}
          busy={remove.isPending}
          error={remove.error}
          onCancel={() => setDoing(undefined)}
          onProve={({ password }) => remove.mutate(password, done('security:passkey.removed'))}
        />
      )}
    </li>
  );
}
