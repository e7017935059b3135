import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { neighbourTitle } from '../../../../client/i18n/neighbour-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { similarQuery } from '../../../../client/queries/neighbours.ts';
import { useSettled } from '../../../../client/use-settled.ts';
import type { Draft } from './register-draft.ts';

const enough = 4;

/** What is open close by already, while somebody's words are being written down. */
export function SimilarRegister({ draft }: { draft: Draft }) {
  const t = useWords();
  const text = useSettled(draft.body.trim().slice(0, 200));
  const { areaId: area, categoryId: category } = draft;
  const asked = { text, ...(area ? { area } : {}), ...(category ? { category } : {}) };
  const { data } = useQuery({ ...similarQuery(asked), enabled: Boolean(area) && text.length >= enough });
  const alike = text.length >= enough ? (data?.cases.filter(({ number }) => number) ?? []) : [];
  if (alike.length === 0) return null;
  return (
    <aside className="alike" aria-label={t('neighbours:register.alike')}>
      <h3>{t('neighbours:register.alike')}</h3>
      <ul>
        {alike.map((one) => (
          <li key={one.id}>
            <Link className="link" to="/cases/$id" params={{ id: one.id }} target="_blank">
              {neighbourTitle(t, one)}
            </Link>{' '}
            {one.number}
            <i className="dot" />
            {one.place}
            <i className="dot" />
            {t(`cases:state.${one.state}`)}
          </li>
        ))}
      </ul>
    </aside>
  );
}
