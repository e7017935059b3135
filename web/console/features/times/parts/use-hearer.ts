import { useWords } from '../../../../client/i18n/use-words.ts';
import { type Hearer, isUsual } from '../ladder.ts';

/** Names who is told at a rung; in the body that has the case it is everybody, whatever the set. */
export function useHearer(): (hearer: Hearer) => string {
  const t = useWords();
  return (one) => {
    if (one.level === 'handled') return t('times:hearer.handled');
    if (isUsual(one)) return t(`times:hearer.${one.level}.${one.roleSet}`);
    return t('times:hearer', { level: t(`times:level.${one.level}`), role: t(`times:role.${one.roleSet}`) });
  };
}
