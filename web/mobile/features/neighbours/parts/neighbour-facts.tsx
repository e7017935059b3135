import type { NeighbourCase } from '../../../../../contract/neighbours.ts';
import { stateLook } from '../../../../client/case-look.ts';
import { monthDay } from '../../../../client/dates.ts';
import { doneSteps } from '../../../../client/i18n/case-words.ts';
import { neighbourTitle } from '../../../../client/i18n/neighbour-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon, type IconName } from '../../../../ui/icon.tsx';
import { Chip } from '../../../../ui/status.tsx';
import { StepsFive } from '../../../../ui/steps-five.tsx';

/** Head and facts of a neighbour's matter, with nobody's name. */
export function NeighbourFacts({ one }: { one: NeighbourCase }) {
  const t = useWords();
  const look = stateLook[one.state];
  const facts: [IconName, string][] = [
    ['pin', one.place],
    ['calendar', t('neighbours:raisedOn', { day: monthDay(one.raisedOn) })],
  ];
  if (one.closedOn) facts.push(['done', t('neighbours:closedOn', { day: monthDay(one.closedOn) })]);
  if (one.joinedTimes > 0) facts.push(['people', t('neighbours:joined', { count: one.joinedTimes })]);
  return (
    <>
      <header className="case-head" data-read>
        <Chip icon={look.icon} tone={look.tone === 'you' ? 'info' : look.tone}>
          {t(`neighbours:state.${one.state}`)}
        </Chip>
        <h2 className="title">{neighbourTitle(t, one)}</h2>
        {one.title !== null && one.category && <p className="m">{one.category}</p>}
        {one.state !== 'refused' && one.state !== 'merged' && (
          <StepsFive done={doneSteps(one.state)} label={t('cases:step.nth', { nth: doneSteps(one.state) })} />
        )}
      </header>
      <div className="card facts-list" data-read>
        {facts.map(([icon, words]) => (
          <div key={icon}>
            <Icon name={icon} />
            <p>{words}</p>
          </div>
        ))}
      </div>
    </>
  );
}
