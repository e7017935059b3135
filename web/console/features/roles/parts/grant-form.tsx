import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { CreateGrant } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { grantRole } from '../../../../client/roles.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { useAreaOptions } from '../../../app/areas.ts';
import { Field } from '../../../app/field.tsx';
import { useMe } from '../../../app/session.ts';
import { Themed } from '../../../app/themed.tsx';
import { useKeeping } from '../mutations.ts';
import { bodiesQuery, rolesQuery } from '../queries.ts';

const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

/** Gives a role on an area, from a day and until a day where one is known; it holds at once. */
export default function GrantForm({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const t = useWords();
  const failure = useFailureWords();
  const granting = useKeeping((body: CreateGrant) => grantRole(accountId, body));
  const { street } = useMe();
  const { data: roles } = useQuery(rolesQuery);
  const areas = [{ value: street.id, label: street.name, depth: 0 }, ...useAreaOptions()];
  const [roleId, setRole] = useState<string>();
  const [areaId, setArea] = useState<string>();
  const [organizationId, setBody] = useState<string>();
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const offered = roles?.roles.filter(({ retiredAt }) => !retiredAt) ?? [];
  const role = offered.find((one) => one.id === roleId);
  const worksForBody = role !== undefined && role.roleSet !== 'resident';
  const { data: bodies } = useQuery({ ...bodiesQuery(areaId), enabled: worksForBody });
  const missing = (value: string | undefined) => (tried && !value ? t('console:grant.missing') : undefined);
  const told = (path: string) => (granting.error instanceof ProblemError ? granting.error.field(path) : undefined);
  return (
    <Themed>
      <form
        className="person-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!roleId || !areaId) return;
          const body = {
            roleId,
            areaId,
            ...(organizationId ? { organizationId } : {}),
            ...(since ? { since: midnight(since) } : {}),
            ...(until ? { until: midnight(until) } : {}),
          };
          granting.mutate(body, {
            onSuccess: () => {
              toast(t('console:grant.done'));
              onDone();
            },
          });
        }}
      >
        <Field label={t('console:grant.role')} must wrong={missing(roleId) ?? told('roleId')}>
          {(parts) => (
            <Select
              {...parts}
              value={roleId}
              options={offered.map((one) => ({ value: one.id, label: one.name }))}
              onChange={setRole}
            />
          )}
        </Field>
        <Field label={t('console:grant.area')} must wrong={missing(areaId) ?? told('areaId')}>
          {(parts) => (
            <Select
              {...parts}
              showSearch={{ optionFilterProp: 'label' }}
              value={areaId}
              options={areas.map((area) => ({ ...area, label: `${'　'.repeat(area.depth)}${area.label}` }))}
              onChange={setArea}
            />
          )}
        </Field>
        {worksForBody && (
          <Field label={t('console:grant.organization')} wrong={told('organizationId')}>
            {(parts) => (
              <Select
                {...parts}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                value={organizationId}
                options={bodies?.organizations.map((body) => ({ value: body.id, label: body.name }))}
                onChange={setBody}
              />
            )}
          </Field>
        )}
        <Field label={t('console:grant.from')} hint={t('console:grant.fromNow')} wrong={told('since')}>
          {(parts) => (
            <input
              className="input"
              type="date"
              {...parts}
              value={since}
              onChange={(event) => setSince(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('console:grant.until')} hint={t('console:grant.untilNone')} wrong={told('until')}>
          {(parts) => (
            <input
              className="input"
              type="date"
              {...parts}
              value={until}
              min={since}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
        {granting.error && (
          <p className="problem whole" role="alert">
            {failure(granting.error)}
          </p>
        )}
        <div className="row whole">
          <Button type="submit" busy={granting.isPending}>
            {t('console:grant.send')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Themed>
  );
}
