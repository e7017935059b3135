import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { RoutingRule } from '../../../../../contract/routing.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { findOrganizations } from '../../../../client/organizations.ts';
import { ruleWords } from '../../../../client/rule-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import AreaPicker from '../../../app/area-picker.tsx';
import { Field } from '../../../app/field.tsx';
import { Themed } from '../../../app/themed.tsx';
import { useWriteRule } from '../mutations.ts';
import CategoryPicker from './category-picker.tsx';

interface RuleFormProps {
  readonly rule: RoutingRule | undefined;
  readonly onDone: () => void;
}

/** Place, category, body and person of a rule, and whether it assigns at once. */
export function RuleForm({ rule, onDone }: RuleFormProps) {
  const t = useWords();
  const failure = useFailureWords();
  const writing = useWriteRule(rule);
  const { data } = useQuery({ queryKey: ['organizations', 'list', {}], queryFn: () => findOrganizations({}) });
  const [areaId, setArea] = useState<string | undefined>(rule?.area?.id);
  const [changesArea, setChangesArea] = useState(!rule?.area);
  const [categoryId, setCategory] = useState(rule?.category?.id);
  const [organizationId, setOrganization] = useState(rule?.organization.id);
  const [accountId, setAccount] = useState(rule?.person?.id);
  const [automatic, setAutomatic] = useState(rule?.automatic ?? false);
  const [tried, setTried] = useState(false);
  const bodies = data?.organizations ?? [];
  const staff = bodies.find((one) => one.id === organizationId)?.staff ?? [];
  const send = () => {
    setTried(true);
    if (!organizationId) return;
    writing.mutate(
      {
        areaId: areaId ?? null,
        categoryId: categoryId ?? null,
        organizationId,
        accountId: accountId ?? null,
        automatic,
      },
      {
        onSuccess: (kept) => {
          toast(t('routing:saved', { rule: ruleWords(kept) }));
          onDone();
        },
      },
    );
  };
  return (
    <Themed>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {changesArea ? (
          <AreaPicker onChange={setArea} />
        ) : (
          <p className="row">
            {t('routing:areaIs', { area: rule?.area?.name })}
            <Button
              look="quiet"
              onClick={() => {
                setChangesArea(true);
                setArea(undefined);
              }}
            >
              {t('routing:otherArea')}
            </Button>
          </p>
        )}
        <div className="two">
          <CategoryPicker value={categoryId} onChange={setCategory} />
        </div>
        <div className="two">
          <Field
            label={t('routing:organization')}
            must
            {...(tried && !organizationId ? { wrong: t('routing:organization.missing') } : {})}
          >
            {(parts) => (
              <Select
                {...parts}
                showSearch={{ optionFilterProp: 'label' }}
                value={organizationId}
                options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id) => {
                  setOrganization(id);
                  setAccount(undefined);
                }}
              />
            )}
          </Field>
          <Field label={t('routing:person')}>
            {(parts) => (
              <Select
                {...parts}
                allowClear
                placeholder={t('routing:anyone')}
                value={accountId}
                options={staff.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setAccount}
              />
            )}
          </Field>
        </div>
        <label className="check">
          <input type="checkbox" checked={automatic} onChange={(event) => setAutomatic(event.target.checked)} />
          {t('routing:automatic.long')}
        </label>
        {writing.error && (
          <p className="problem" role="alert">
            {failure(writing.error)}
          </p>
        )}
        <div className="row">
          <Button type="submit" look="primary" busy={writing.isPending}>
            {t('common:action.save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Themed>
  );
}
