import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Organization } from '../../../../../contract/organizations.ts';
import { allowedWords } from '../../../../client/i18n/deadline-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { proposalQuery } from '../../../../client/queries/routing.ts';
import { ruleWords } from '../../../../client/rule-words.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { Field } from '../../../app/field.tsx';
import { Themed } from '../../../app/themed.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import { fromWallClock, toWallClock } from '../due.ts';
import { organizationsQuery, proposedDeadlineQuery } from '../queries.ts';
import { isLacking, type PartLine, PartLines, partsOf } from './part-lines.tsx';
import type { VerbFormProps } from './verb-form.tsx';
import '../hands.css';

type AssignFormProps = VerbFormProps<'assign'>;

/** Which body on duty for the place handles it, who of them if known, and by when. */
export default function AssignForm(props: AssignFormProps) {
  const t = useWords();
  const area = props.one.areas.at(-1)?.id ?? props.one.grid?.id ?? props.one.community?.id;
  const { data, error, refetch } = useQuery(organizationsQuery(area));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={2} />;
  if (data.organizations.length === 0) return <Empty icon="people" text={t('console:assign.nobody')} />;
  return <Choice {...props} organizations={data.organizations} />;
}

type Offered = Pick<Organization, 'id' | 'name'> & Partial<Pick<Organization, 'kind'>>;

/** The bodies on duty for the place; one that a rule names is offered though it is not. */
function bodiesWith(organizations: readonly Organization[], named: Offered | undefined): readonly Offered[] {
  return named && !organizations.some(({ id }) => id === named.id) ? [named, ...organizations] : organizations;
}

function Choice({ formId, one, error, organizations, onSend }: AssignFormProps & { organizations: Organization[] }) {
  const t = useWords();
  const { data: proposed } = useQuery(proposedDeadlineQuery(one.id, one.version));
  const asked = { area: one.areas.at(-1)?.id ?? one.community?.id, category: one.category?.id };
  const rule = useQuery(proposalQuery(asked)).data?.rule;
  const [chosen, setOrganization] = useState(one.handler?.id);
  const organizationId = chosen ?? rule?.organization.id;
  const ruled = rule && organizationId === rule.organization.id ? rule : undefined;
  const [tried, setTried] = useState(false);
  const [person, setAccount] = useState<string | null>();
  const accountId = person === undefined ? ruled?.person?.id : (person ?? undefined);
  const [due, setDue] = useState<string>();
  const [words, setWords] = useState('');
  const [lines, setLines] = useState<PartLine[]>([]);
  const organization = organizations.find((each) => each.id === organizationId);
  const dueAt = due ?? (proposed && toWallClock(new Date(proposed.dueAt)));
  const wrong = (path: string) => (error instanceof ProblemError ? error.field(path) : undefined);
  return (
    <Themed>
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!organizationId || lines.some(isLacking)) return;
          onSend({
            organizationId,
            ...(accountId ? { accountId } : {}),
            ...(due ? { dueAt: fromWallClock(due) } : {}),
            ...(words.trim() ? { words: words.trim() } : {}),
            ...(lines.length > 0 ? { parts: partsOf(lines) } : {}),
          });
        }}
      >
        <Field
          label={t('console:assign.organization')}
          must
          wrong={tried && !organizationId ? t('console:form.assign.missing') : wrong('organizationId')}
          hint={ruled ? t('console:assign.byRule', { rule: ruleWords(ruled) }) : organization?.phone}
        >
          {(parts) => (
            <Select
              {...parts}
              showSearch={{ optionFilterProp: 'label' }}
              value={organizationId}
              options={bodiesWith(organizations, rule?.organization).map((each) => ({
                value: each.id,
                label: each.kind ? `${each.name} · ${t(`console:organization.${each.kind}`)}` : each.name,
              }))}
              onChange={(id) => {
                setOrganization(id);
                setAccount(null);
              }}
            />
          )}
        </Field>
        <div className="two">
          <Field label={t('console:assign.person')} wrong={wrong('accountId')}>
            {(parts) => (
              <Select
                {...parts}
                allowClear
                placeholder={t('console:assign.anyone')}
                value={accountId}
                options={organization?.staff.map((each) => ({
                  value: each.id,
                  label: `${each.name} · ${each.roleName}`,
                }))}
                onChange={(id?: string) => setAccount(id ?? null)}
              />
            )}
          </Field>
          <Field label={t('console:column.due')} wrong={wrong('dueAt')}>
            {(parts) => (
              <DatePicker
                {...parts}
                showTime={{ format: 'HH:mm', minuteStep: 5 }}
                needConfirm={false}
                showNow={false}
                format="MM-DD HH:mm"
                allowClear={false}
                value={dueAt ? dayjs(dueAt) : null}
                placeholder={t('console:assign.due')}
                disabledDate={(day) => day.isBefore(dayjs(), 'day')}
                onChange={(day) => setDue(day?.format('YYYY-MM-DDTHH:mm'))}
              />
            )}
          </Field>
        </div>
        {proposed && (
          <p className="basis" title={proposed.basis}>
            {t('console:assign.basis', { category: proposed.className, span: allowedWords(t, proposed.allowed) })}
          </p>
        )}
        <PartLines
          caseId={one.id}
          lines={lines}
          leadId={organizationId}
          due={dueAt}
          tried={tried}
          onChange={setLines}
        />
        <WordsField label={t('console:assign.words')} wrong={wrong('words')} value={words} onChange={setWords} />
      </form>
    </Themed>
  );
}
