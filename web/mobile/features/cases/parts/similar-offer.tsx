import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SimilarCase } from '../../../../../contract/neighbours.ts';
import type { RaiseDraft } from '../../../../client/drafts.ts';
import { neighbourTitle } from '../../../../client/i18n/neighbour-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { joinCase, leaveCase } from '../../../../client/neighbours.ts';
import { casesKey } from '../../../../client/queries/cases.ts';
import { similarQuery } from '../../../../client/queries/neighbours.ts';
import { useSettled } from '../../../../client/use-settled.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useMe } from '../../../app/use-me.ts';
import { usualPlace } from '../places.ts';

const most = 3;
const enough = 4;

/** 是不是这件事？ What neighbours have raised already, while one is still writing; to be passed over without a tap. */
export function SimilarOffer({ draft, categoryId }: { draft: RaiseDraft; categoryId: string | undefined }) {
  const t = useWords();
  const me = useMe();
  const area = (draft.area ?? usualPlace(me))?.areaId;
  const text = useSettled(draft.words.trim().slice(0, 200));
  const asked = { text, ...(area ? { area } : {}), ...(categoryId ? { category: categoryId } : {}), ...draft.position };
  const { data } = useQuery({ ...similarQuery(asked), enabled: text.length >= enough });
  const offered = text.length >= enough ? (data?.cases.slice(0, most) ?? []) : [];
  if (offered.length === 0) return null;
  return (
    <section className="card similar" aria-label={t('neighbours:offer')}>
      <h2>{t('neighbours:offer')}</h2>
      <p className="hint">{t('neighbours:offer.hint')}</p>
      <ul>
        {offered.map((one) => (
          <Offered key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Offered({ one }: { one: SimilarCase }) {
  const t = useWords();
  const failureText = useFailureText();
  const queries = useQueryClient();
  const changed = { onSuccess: () => queries.invalidateQueries({ queryKey: casesKey }) };
  const onError = (error: unknown) => toast(failureText(error), 'danger');
  const join = useMutation({ mutationFn: () => joinCase(one.id), ...changed, onError });
  const leave = useMutation({ mutationFn: () => leaveCase(one.id), ...changed, onError });
  return (
    <li>
      <div>
        <h3>{neighbourTitle(t, one)}</h3>
        <p>
          {one.place}
          <i className="dot" />
          {t(`neighbours:state.${one.state}`)}
          {one.joinedTimes > 0 && (
            <>
              <i className="dot" />
              {t('neighbours:joined', { count: one.joinedTimes })}
            </>
          )}
        </p>
      </div>
      {one.mine ? (
        <Link to="/cases/$caseId" params={{ caseId: one.id }} className="btn m">
          {t('neighbours:mine')}
        </Link>
      ) : one.following ? (
        <p className="told" role="status">
          <Icon name="done" />
          {t('neighbours:following')}
          <Link to="/followed/$caseId" params={{ caseId: one.id }} className="quiet-link">
            {t('neighbours:see')}
          </Link>
          <button type="button" className="quiet-link" onClick={() => leave.mutate()}>
            {t('neighbours:undo')}
          </button>
        </p>
      ) : (
        <Button busy={join.isPending} onClick={() => join.mutate()}>
          {t('neighbours:join')}
        </Button>
      )}
    </li>
  );
}
