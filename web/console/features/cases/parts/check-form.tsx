import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { areasQuery } from '../../../../client/queries/areas.ts';
import { Failure, Waiting } from '../../../app/answers.tsx';
import { WordsField } from '../../../app/words-field.tsx';
import type { VerbFormProps } from './verb-form.tsx';

/** 举一反三: which other places to look at, and for what. Grids of the community, and the buildings of its own grid. */
export default function CheckForm({ formId, one, onSend }: VerbFormProps<'check_elsewhere'>) {
  const t = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const community = one.community?.id;
  const grids = useQuery({ ...areasQuery({ parent: community ?? '', tier: 'grid' }), enabled: Boolean(community) });
  const buildings = useQuery({
    ...areasQuery({ parent: one.grid?.id ?? '', tier: 'building' }),
    enabled: Boolean(one.grid),
  });
  if (grids.error) return <Failure error={grids.error} onRetry={() => void grids.refetch()} />;
  if (!grids.data) return <Waiting rows={2} />;
  const own = one.areas.map(({ id }) => id);
  const groups = [
    { name: t('neighbours:check.grids'), places: grids.data },
    { name: t('neighbours:check.buildings'), places: (buildings.data ?? []).filter(({ id }) => !own.includes(id)) },
  ].filter(({ places }) => places.length > 0);
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen([...chosen.filter((id) => !ids.includes(id)), ...(on ? ids : [])]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen.length > 0 && words.trim().length > 1) onSend({ areaIds: [...chosen], words: words.trim() });
  };
  return (
    <form id={formId} className="stack" noValidate onSubmit={submit}>
      {groups.map(({ name, places }) => {
        const ids = places.map(({ id }) => id);
        return (
          <fieldset key={name} className="choice">
            <legend>{name}</legend>
            <label>
              <input
                type="checkbox"
                checked={ids.every((id) => chosen.includes(id))}
                onChange={(event) => toggle(ids, event.target.checked)}
              />
              {t('neighbours:check.all')}
            </label>
            {places.map((place) => (
              <label key={place.id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(place.id)}
                  onChange={(event) => toggle([place.id], event.target.checked)}
                />
                {place.name}
              </label>
            ))}
          </fieldset>
        );
      })}
      {tried && chosen.length === 0 && (
        <p className="problem" role="alert">
          {t('neighbours:check.missing')}
        </p>
      )}
      <WordsField
        label={t('neighbours:check.words')}
        must
        wrong={tried && words.trim().length < 2 ? t('neighbours:check.words.missing') : undefined}
        value={words}
        onChange={setWords}
      />
    </form>
  );
}
