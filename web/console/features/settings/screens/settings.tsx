import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoutingRule } from '../../../../../contract/routing.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { rulesQuery } from '../../../../client/queries/routing.ts';
import { Button } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { useTitle } from '../../../app/crumb.ts';
import { RulesTabs } from '../../../app/rules-tabs.tsx';
import { may, useMe } from '../../../app/session.ts';
import { RuleForm } from '../parts/rule-form.tsx';
import { RuleTable } from '../parts/rule-table.tsx';
import { TryRules } from '../parts/try-rules.tsx';
import '../settings.css';

/** The rules by which cases find their body: a list, and a place to try them. */
export function Settings() {
  const t = useWords();
  useTitle(t('routing:title'));
  const edits = may(useMe(), 'routing.write');
  const { data, error, refetch } = useQuery(rulesQuery);
  const [open, setOpen] = useState<RoutingRule | 'new'>();
  const close = () => setOpen(undefined);
  return (
    <div className="page settings">
      <RulesTabs />
      <header className="page-head">
        <h1>{t('routing:title')}</h1>
        <p>{t('routing:about')}</p>
        {edits && !open && (
          <div className="acts">
            <Button icon="add" onClick={() => setOpen('new')}>
              {t('routing:add')}
            </Button>
          </div>
        )}
      </header>
      {open && (
        <section className="box" aria-label={t(open === 'new' ? 'routing:add' : 'routing:edit')}>
          <h2>{t(open === 'new' ? 'routing:add' : 'routing:edit')}</h2>
          <RuleForm key={open === 'new' ? 'new' : open.id} rule={open === 'new' ? undefined : open} onDone={close} />
        </section>
      )}
      {!data && error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.rules.length === 0 && <Empty icon="swap" text={t('routing:none')} />}
      {data && data.rules.length > 0 && <RuleTable rules={data.rules} edits={edits} onEdit={setOpen} />}
      <TryRules />
    </div>
  );
}
