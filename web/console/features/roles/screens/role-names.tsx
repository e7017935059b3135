import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type RoleSet, roleSets } from '../../../../../contract/accounts.ts';
import type { RoleDetail } from '../../../../../contract/roles.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { createRole, renameRole, retireRole } from '../../../../client/roles.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { useKeeping } from '../mutations.ts';
import { AskingButton } from '../parts/asking-button.tsx';
import { RoleForm } from '../parts/role-form.tsx';
import { RolesTabs } from '../parts/roles-tabs.tsx';
import { rolesQuery } from '../queries.ts';
import '../roles.css';

/** What this street calls its roles, under the permission set each stands for. */
export function RoleNames() {
  const t = useWords();
  useTitle(t('people:tab.roles'));
  const { data, error, refetch } = useQuery(rolesQuery);
  return (
    <div className="page people">
      <header className="page-head">
        <h1>{t('people:tab.roles')}</h1>
        <p>{t('people:roles.lead')}</p>
      </header>
      <RolesTabs />
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data &&
        roleSets.map((set) => (
          <RoleSetBox key={set} set={set} roles={data.roles.filter(({ roleSet }) => roleSet === set)} />
        ))}
    </div>
  );
}

function RoleSetBox({ set, roles }: { set: RoleSet; roles: readonly RoleDetail[] }) {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  const creating = useKeeping(createRole);
  const kept = roles.filter(({ retiredAt }) => !retiredAt);
  const retired = roles.filter(({ retiredAt }) => retiredAt);
  return (
    <section className="box" aria-label={t(`people:set.${set}`)}>
      <h2>{t(`people:set.${set}`)}</h2>
      <p className="hint">{t(`people:set.${set}.may`)}</p>
      <ul className="lines">
        {kept.map((role) => (
          <OneRole key={role.id} role={role} />
        ))}
      </ul>
      {retired.length > 0 && (
        <p className="hint">
          {t('people:roles.retired')}
          {retired.map(({ id, name, retiredAt }) => (
            <span key={id}>
              {' '}
              {name}
              <i className="dot" />
              {monthDay(retiredAt ?? '')}
            </span>
          ))}
        </p>
      )}
      {adding ? (
        <RoleForm
          busy={creating.isPending}
          error={creating.error}
          onCancel={() => setAdding(false)}
          onSend={(name) =>
            creating.mutate(
              { roleSet: set, ...name },
              {
                onSuccess: () => {
                  toast(t('people:roles.added', { name: name.nameZh }));
                  setAdding(false);
                },
              },
            )
          }
        />
      ) : (
        <Button icon="add" onClick={() => setAdding(true)}>
          {t('people:roles.add')}
        </Button>
      )}
    </section>
  );
}

function OneRole({ role }: { role: RoleDetail }) {
  const t = useWords();
  const [renaming, setRenaming] = useState(false);
  const rename = useKeeping((name: { nameZh: string; nameEn?: string }) => renameRole(role.id, name));
  const retire = useKeeping(retireRole);
  if (renaming)
    return (
      <li>
        <RoleForm
          start={role}
          busy={rename.isPending}
          error={rename.error}
          onCancel={() => setRenaming(false)}
          onSend={(name) =>
            rename.mutate(name, {
              onSuccess: () => {
                toast(t('people:roles.renamed', { name: name.nameZh }));
                setRenaming(false);
              },
            })
          }
        />
      </li>
    );
  return (
    <li>
      <span>
        <b>{role.name}</b> <span className="hint">{t('people:roles.holders', { count: role.holders })}</span>
      </span>
      <span className="row">
        <Button
          look="quiet"
          aria-label={t('people:roles.renameOne', { name: role.name })}
          onClick={() => setRenaming(true)}
        >
          {t('people:roles.rename')}
        </Button>
        {role.holders === 0 && (
          <AskingButton
            label={t('people:roles.retire')}
            question={t('people:roles.retireAsk', { name: role.name })}
            busy={retire.isPending}
            error={retire.error}
            onSure={() =>
              retire.mutate(role.id, { onSuccess: () => toast(t('people:roles.gone', { name: role.name })) })
            }
          />
        )}
      </span>
    </li>
  );
}
