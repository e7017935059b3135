import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { lookOfPart, turnoutLook } from '../../../../client/hand-look.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { partsQuery, whistlesQuery } from '../../../../client/queries/hands.ts';
import { Status } from '../../../../ui/status.tsx';
import { useMe } from '../../../app/use-me.ts';
import { HandActs } from './hand-acts.tsx';

/** For those who work on it: the parts of the bodies that help, and who was called to the place; one's own come with what to do. */
export function CaseHands({ one }: { one: Case }) {
  const t = useWords();
  const enabled = useMe().permissions.includes('case.read_parts');
  const parts = useQuery({ ...partsQuery(one.id), enabled }).data?.parts ?? [];
  const whistles = useQuery({ ...whistlesQuery(one.id), enabled }).data?.whistles ?? [];
  return (
    <>
      {whistles.map((whistle) => (
        <section key={whistle.id} className="card hands" aria-label={t('hands:calls')}>
          <h2>{t('hands:calls')}</h2>
          <p>
            {when(whistle.meetAt)}
            <i className="dot" />
            {whistle.place}
          </p>
          <p className="said">{whistle.words}</p>
          {whistle.calledOff && <p>{t('hands:calledOff', { reason: whistle.calledOff.reason })}</p>}
          {whistle.absenceToldAt && <p>{t('hands:absence', { when: when(whistle.absenceToldAt) })}</p>}
          <ul>
            {whistle.turnouts.map(({ id, organization, state, answer, score, may }) => (
              <li key={id}>
                <p>
                  <strong>{organization.name}</strong>
                  <Status {...turnoutLook[state]}>{t(`hands:turnout.${state}`)}</Status>
                </p>
                {answer && <p className="said">{answer}</p>}
                {score && <p>{t('hands:scored', { words: t(`cases:satisfaction.${score.score}`) })}</p>}
                <HandActs caseId={one.id} handId={id} may={may} state={state} />
              </li>
            ))}
          </ul>
          <HandActs caseId={one.id} handId={whistle.id} may={whistle.may} />
        </section>
      ))}
      {parts.length > 0 && (
        <section className="card hands" aria-label={t('hands:helps')}>
          <h2>{t('hands:helps')}</h2>
          <ul>
            {parts.map((part) => (
              <li key={part.id}>
                <p>
                  <strong>{part.organization.name}</strong>
                  <Status {...lookOfPart(part)}>{t(`hands:part.${part.overdue ? 'overdue' : part.state}`)}</Status>
                </p>
                <p>{part.task}</p>
                {(part.words ?? part.reason) && <p className="said">{part.words ?? part.reason}</p>}
                {!part.finishedAt && !part.reason && <p>{t('hands:due', { when: when(part.dueAt) })}</p>}
                <HandActs caseId={one.id} handId={part.id} may={part.may} state={part.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
