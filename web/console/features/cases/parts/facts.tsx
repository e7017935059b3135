import { lazy, Suspense, useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Waiting } from '../../../app/answers.tsx';
import { PlaceFact } from './place-fact.tsx';

const EditFacts = lazy(() => import('./edit-facts.tsx'));

/** Where, what kind, whose; the ones that may be put right open into fields in place. */
export function Facts({ one, whole = false }: { one: Case; whole?: boolean }) {
  const t = useWords();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <Suspense fallback={<Waiting rows={2} />}>
        <EditFacts one={one} onDone={() => setEditing(false)} />
      </Suspense>
    );
  }
  const lines: [string, string | undefined][] = [
    [
      t('console:column.place'),
      [...one.areas.slice(0, 2).map((area) => area.name), one.place].filter(Boolean).join(' · '),
    ],
    [
      t('console:column.category'),
      `${t(`cases:kind.${one.kind}`)} / ${one.category?.name ?? t('console:category.none')}`,
    ],
    [
      t('console:column.handler'),
      one.handler
        ? [one.handler.name, one.handlerPerson?.name, one.handlerPhone].filter(Boolean).join(' · ')
        : undefined,
    ],
    [
      t('deadlines:firstReceiver'),
      one.firstReceiver && one.firstReceiver.id !== one.handler?.id ? one.firstReceiver.name : undefined,
    ],
    [t('console:column.due'), one.dueAt ? when(one.dueAt) : undefined],
    [t('cases:state.suspended'), pauseWords(one, t)],
    [t('cases:level'), t(`cases:level.${one.level}`)],
    [t('console:fact.resolution'), one.resolution ?? undefined],
    [t('console:fact.refusal'), one.refusal ?? undefined],
    [t('console:fact.confirmation'), confirmationWords(one, t)],
  ];
  return (
    <div className="facts">
      <dl className="kv">
        {lines.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <PlaceFact one={one} shown={whole} />
      {one.may.includes('edit') && (
        <button type="button" className="link link-quiet no-print" onClick={() => setEditing(true)}>
          {t('common:action.edit')}
        </button>
      )}
    </div>
  );
}

function confirmationWords(one: Case, t: ReturnType<typeof useWords>): string | undefined {
  if (!one.confirmation) return undefined;
  const { solved, satisfaction, words } = one.confirmation;
  const parts = [
    t(solved ? 'console:confirm.yes' : 'console:confirm.no'),
    satisfaction ? t(`cases:satisfaction.${satisfaction}`) : '',
    words ?? '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function pauseWords({ pause }: Case, t: ReturnType<typeof useWords>): string | undefined {
  if (!pause) return undefined;
  const until = { when: when(pause.until) };
  return [t(pause.asked ? `console:pause.${pause.kind}` : 'console:pause.inForce', until), pause.words].join(' · ');
}
