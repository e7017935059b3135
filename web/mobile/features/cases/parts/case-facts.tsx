import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { needWords } from '../../../../client/i18n/start.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { DeadlineFact } from './deadline-fact.tsx';

const PlaceLook = lazy(async () => (await Promise.all([import('./place-look.tsx'), needWords('places')]))[0]);

/** Where it is, who does it (with a call button), until when. */
export function CaseFacts({ one }: { one: Case }) {
  return (
    <section className="card facts">
      <PlaceFact one={one} />
      <WhoFact one={one} />
      {one.state !== 'suspended' && <DeadlineFact one={one} />}
      <PauseFact one={one} />
      <NeighboursFact one={one} />
    </section>
  );
}

/** 先等一等：等配件，11月20日前再办. */
function PauseFact({ one: { pause } }: { one: Case }) {
  const t = useWords();
  if (!pause) return null;
  return (
    <div>
      <Icon name="clock" />
      <div className="wide">
        <p>{t(pause.asked ? 'moves:pause.asked' : `moves:pause.${pause.kind}`, { when: when(pause.until) })}</p>
        <p>{pause.words}</p>
      </div>
    </div>
  );
}

/** How many have the same, and where it is handled together with another one. */
function NeighboursFact({ one }: { one: Case }) {
  const t = useWords();
  if (one.joinedTimes === 0 && !one.mergedInto) return null;
  return (
    <div>
      <Icon name="people" />
      <div className="wide">
        {one.joinedTimes > 0 && <p>{t('neighbours:joined', { count: one.joinedTimes })}</p>}
        {one.mergedInto && one.raiser.mine && (
          <Link to="/followed/$caseId" params={{ caseId: one.mergedInto.id }} className="quiet-link">
            {t('neighbours:mergedInto')}
            <Icon name="forward" />
          </Link>
        )}
      </div>
    </div>
  );
}

function PlaceFact({ one }: { one: Case }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  if (one.areas.length === 0 && !one.place) return null;
  const exact = exactPlace(one);
  return (
    <div>
      <Icon name="pin" />
      <div className="wide">
        <p className="crumbs">
          {one.areas.map((area, index) => (
            <span key={area.id}>
              {index > 0 && <Icon name="forward" />}
              {area.name}
            </span>
          ))}
        </p>
        {exact && <p>{exact}</p>}
        <button type="button" className="quiet-link" onClick={() => setOpen(true)}>
          {t('moves:place.see')}
          <Icon name="forward" />
        </button>
      </div>
      {open && (
        <Suspense>
          <PlaceLook one={one} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** What the place says beyond the areas above it: 2号楼4单元 3 楼 → 3 楼. */
export function exactPlace({ areas, place }: Pick<Case, 'areas' | 'place'>): string {
  const names = areas.map(({ name }) => name);
  const tails = names.map((_, from) => names.slice(from).join(''));
  const said = tails.find((tail) => place.startsWith(tail));
  return place.slice(said?.length ?? 0).trim();
}

function WhoFact({ one }: { one: Case }) {
  const t = useWords();
  const name = one.handler?.name ?? one.community?.name ?? t('mobile:case.community');
  const phone = one.handlerPhone ?? one.communityPhone;
  return (
    <div>
      <Icon name="person" />
      <div>
        <p>
          <b>{name}</b> {one.handler ? t('mobile:case.leads', { name: one.handlerPerson?.name ?? '' }) : ''}
        </p>
        {!one.raiser.mine && <p>{t('mobile:case.raiser', { name: one.raiser.name })}</p>}
        {one.raiser.mine && !one.handler && <p>{t('mobile:case.willAssign')}</p>}
      </div>
      {phone && (
        <a className="call" href={`tel:${phone}`} aria-label={t('action.callWhom', { name })}>
          <Icon name="phone" />
        </a>
      )}
    </div>
  );
}
