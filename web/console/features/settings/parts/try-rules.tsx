import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { proposalQuery } from '../../../../client/queries/routing.ts';
import { handlerWords, ruleWords } from '../../../../client/rule-words.ts';
import { useFailureWords } from '../../../app/answers.tsx';
import AreaPicker from '../../../app/area-picker.tsx';
import { Themed } from '../../../app/themed.tsx';
import CategoryPicker from './category-picker.tsx';

/** A place and a category: who would get it, and by which rule. */
export function TryRules() {
  const t = useWords();
  const failure = useFailureWords();
  const [area, setArea] = useState<string>();
  const [category, setCategory] = useState<string>();
  const asked = { ...(area ? { area } : {}), ...(category ? { category } : {}) };
  const { data, error } = useQuery({ ...proposalQuery(asked), enabled: Boolean(area || category) });
  const rule = data?.rule;
  return (
    <section className="box try-rules">
      <h2>{t('routing:try')}</h2>
      <Themed>
        <AreaPicker onChange={setArea} />
        <div className="two">
          <CategoryPicker value={category} onChange={setCategory} />
        </div>
      </Themed>
      <p role="status">
        {error && failure(error)}
        {rule && (
          <>
            <b>{t('routing:try.gets', { handler: handlerWords(rule) })}</b> {t('routing:by', { rule: ruleWords(rule) })}
          </>
        )}
        {data && !rule && t('routing:try.nobody')}
        {!data && !error && t('routing:try.hint')}
      </p>
    </section>
  );
}
