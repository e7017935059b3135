import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../../../contract/cases.ts';
import type { CasePart } from '../../../../../contract/joint.ts';
import type { Turnout, Whistle } from '../../../../../contract/whistles.ts';
import { when } from '../../../../client/dates.ts';
import { lookOfPart, turnoutLook } from '../../../../client/hand-look.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { partsQuery, whistlesQuery } from '../../../../client/queries/hands.ts';
import { Status } from '../../../../ui/status.tsx';
import { may, useMe } from '../../../app/session.ts';
import { HandActs } from './hand-acts.tsx';
import { Standing } from './standing.tsx';
import '../hands.css';

/** 承办单位: the body that leads, those that help with a part of their own, and those called to the place. */
export function Hands({ one, boxed = false }: { one: Case; boxed?: boolean }) {
  const t = useWords();
  const enabled = may(useMe(), 'case.read_parts');
  const parts = useQuery({ ...partsQuery(one.id), enabled }).data?.parts ?? [];
  const whistles = useQuery({ ...whistlesQuery(one.id), enabled }).data?.whistles ?? [];
  if (!one.handler && parts.length === 0 && whistles.length === 0) return null;
  return (
    <section className={boxed ? 'box hands' : 'hands'} aria-label={t('hands:title')}>
      <h3>
        {t('hands:title')}
        {parts.length > 0 && <span>{t('hands:hint')}</span>}
      </h3>
      <ul>
        {one.handler && (
          <li>
            <span className="hand-label leads-it">{t('hands:lead')}</span>
            <div>
              <strong>{one.handler.name}</strong>
              <p>{[one.handlerPerson?.name, one.handlerPhone].filter(Boolean).join(' · ')}</p>
            </div>
            <div className="hand-state">
              {one.dueAt && !one.closedAt && (
                <>
                  <Standing one={one} />
                  <time dateTime={one.dueAt}>{t('hands:due', { when: when(one.dueAt) })}</time>
                </>
              )}
            </div>
          </li>
        )}
        {parts.map((part) => (
          <Part key={part.id} caseId={one.id} part={part} />
        ))}
      </ul>
      {whistles.map((whistle) => (
        <Call key={whistle.id} caseId={one.id} whistle={whistle} />
      ))}
    </section>
  );
}

function Part({ caseId, part }: { caseId: string; part: CasePart }) {
  const t = useWords();
  const over = part.finishedAt ?? part.reason;
  return (
    <li>
      <span className="hand-label">{t('hands:helps')}</span>
      <div>
        <strong>{part.organization.name}</strong>
        <p>{[part.task, part.person].filter(Boolean).join(' · ')}</p>
        {(part.words ?? part.reason) && <p className="said">{part.words ?? part.reason}</p>}
      </div>
      <div className="hand-state">
        <Status {...lookOfPart(part)}>{t(`hands:part.${part.overdue ? 'overdue' : part.state}`)}</Status>
        <time dateTime={part.finishedAt ?? part.dueAt}>
          {part.finishedAt ? when(part.finishedAt) : over ? '' : t('hands:due', { when: when(part.dueAt) })}
        </time>
      </div>
      <HandActs caseId={caseId} handId={part.id} may={part.may} state={part.state} />
    </li>
  );
}

function Call({ caseId, whistle }: { caseId: string; whistle: Whistle }) {
  const t = useWords();
  return (
    <>
      <h3>
        {t('hands:calls')}
        <span>{t('hands:called', { name: whistle.calledBy })}</span>
      </h3>
      <p className="call-words">
        <strong>
          {when(whistle.meetAt)}
          <i className="dot" />
          {whistle.place}
        </strong>
        {whistle.words}
      </p>
      {whistle.calledOff && <p className="call-news">{t('hands:calledOff', { reason: whistle.calledOff.reason })}</p>}
      {whistle.absenceToldAt && (
        <p className="call-news">{t('hands:absence', { when: when(whistle.absenceToldAt) })}</p>
      )}
      <ul>
        {whistle.turnouts.map((turnout) => (
          <Called key={turnout.id} caseId={caseId} turnout={turnout} />
        ))}
      </ul>
      <HandActs caseId={caseId} handId={whistle.id} may={whistle.may} />
    </>
  );
}

function Called({ caseId, turnout }: { caseId: string; turnout: Turnout }) {
  const t = useWords();
  const words = ({ score, words }: NonNullable<Turnout['score']>) =>
    [t(`cases:satisfaction.${score}`), words].filter(Boolean).join(' · ');
  return (
    <li className="unlabelled">
      <div>
        <strong>{turnout.organization.name}</strong>
        {turnout.answer && <p className="said">{turnout.answer}</p>}
        {turnout.score && <p>{t('hands:scored', { words: words(turnout.score) })}</p>}
        {turnout.callScore && <p>{t('hands:callScored', { words: words(turnout.callScore) })}</p>}
      </div>
      <div className="hand-state">
        <Status {...turnoutLook[turnout.state]}>{t(`hands:turnout.${turnout.state}`)}</Status>
        {turnout.arrivedAt && <time dateTime={turnout.arrivedAt}>{when(turnout.arrivedAt)}</time>}
      </div>
      <HandActs caseId={caseId} handId={turnout.id} may={turnout.may} state={turnout.state} />
    </li>
  );
}
