import { Link, type LinkProps } from '@tanstack/react-router';
import type { NeighbourCase } from '../../../../../contract/neighbours.ts';
import { stateLook } from '../../../../client/case-look.ts';
import { monthDay } from '../../../../client/dates.ts';
import { neighbourTitle } from '../../../../client/i18n/neighbour-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Status } from '../../../../ui/status.tsx';

/** One matter of a neighbour: what, where, how far, how many have the same. */
export function NeighbourRow({ one, to }: { one: NeighbourCase; to: Pick<LinkProps, 'to' | 'params' | 'search'> }) {
  const t = useWords();
  const look = stateLook[one.state];
  return (
    <li className="neighbour">
      <Link {...to}>
        <span className="row">
          <h3>{neighbourTitle(t, one)}</h3>
          <Status icon={look.icon} tone={look.tone === 'you' ? 'info' : look.tone}>
            {t(`neighbours:state.${one.state}`)}
          </Status>
        </span>
        <p>
          {one.place}
          <i className="dot" />
          {t('neighbours:raisedOn', { day: monthDay(one.raisedOn) })}
          {one.joinedTimes > 0 && (
            <>
              <i className="dot" />
              {t('neighbours:joined', { count: one.joinedTimes })}
            </>
          )}
        </p>
      </Link>
    </li>
  );
}
