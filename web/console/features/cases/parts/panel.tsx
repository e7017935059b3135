import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Case } from '../../../../../contract/cases.ts';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { caseQuery } from '../../../../client/queries/cases.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Failure, Waiting } from '../../../app/answers.tsx';
import type { ActVerb } from '../verbs.ts';
import { ActionBar } from './action-bar.tsx';
import { CaseChips } from './case-chips.tsx';
import { CasePhotos } from './case-photos.tsx';
import { Facts } from './facts.tsx';
import { Hands } from './hands.tsx';
import { Trail } from './trail.tsx';
import { useActions } from './use-actions.ts';
import { VerbForm } from './verb-form.tsx';

interface PanelProps {
  readonly id: string;
  readonly begin: ActVerb | undefined;
  readonly onClose: () => void;
  /** To the case above or below in the list; left out at its ends. */
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

/** One case beside the list. */
export function Panel({ id, begin, onClose, onUp, onDown }: PanelProps) {
  const t = useWords();
  const { data: one, error, refetch } = useQuery(caseQuery(id));
  const aside = useFocusHere(id);
  return (
    <aside ref={aside} tabIndex={-1} className="panel" aria-label={t('console:panel')}>
      <header className="panel-head">
        <div className="above">
          {one ? t('cases:number', { number: one.number }) : ' '}
          <span>
            <button
              type="button"
              className="icon-btn"
              aria-label={t('console:panel.up')}
              disabled={!onUp}
              onClick={onUp}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="icon-btn"
              aria-label={t('console:panel.down')}
              disabled={!onDown}
              onClick={onDown}
            >
              <Icon name="down" />
            </button>
            <button type="button" className="icon-btn" aria-label={t('common:action.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </span>
        </div>
        {one && <Head one={one} />}
      </header>
      {one ? (
        <Body key={`${one.id} ${begin ?? ''}`} one={one} begin={begin} />
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting rows={5} />
      )}
    </aside>
  );
}

/** Readers hear the panel when it opens, and are back on the row when it closes. */
function useFocusHere(id: string) {
  const aside = useRef<HTMLElement>(null);
  const shown = useRef(id);
  shown.current = id;
  useEffect(() => {
    aside.current?.focus({ preventScroll: true });
    return () =>
      document.querySelector<HTMLElement>(`tr[data-id="${shown.current}"] a`)?.focus({ preventScroll: true });
  }, []);
  return aside;
}

function Head({ one }: { one: Case }) {
  const t = useWords();
  return (
    <>
      <h2 className="title">
        <Link to="/cases/$id" params={{ id: one.id }} title={t('console:panel.whole')}>
          {one.title}
        </Link>
      </h2>
      <CaseChips one={one} />
    </>
  );
}

function Body({ one, begin }: { one: Case; begin: ActVerb | undefined }) {
  const t = useWords();
  const actions = useActions(one, begin);
  return (
    <>
      <div className="panel-body">
        <div>
          <blockquote className="quote">{one.body}</blockquote>
          <p className="by">
            {one.raiser.name}
            <i className="dot" />
            {when(one.raisedAt)}
            <i className="dot" />
            {t(`cases:source.${one.source}`)}
          </p>
        </div>
        <CasePhotos photos={one.photos} />
        <Facts one={one} />
        <Hands one={one} />
        <VerbForm one={one} actions={actions} />
        <Trail one={one} />
        <Link className="link link-quiet" to="/cases/$id" params={{ id: one.id }}>
          {t('console:panel.whole')}
        </Link>
      </div>
      <ActionBar one={one} actions={actions} />
    </>
  );
}
