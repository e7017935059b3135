import type { CategoryNode } from '../../../../../contract/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

/** The same facts for who may not change them. */
export function ReadOnly({ node }: { node: CategoryNode }) {
  const t = useWords();
  return (
    <dl className="category-facts">
      <dt>{t('categories:name')}</dt>
      <dd>{node.names['zh-Hans']}</dd>
      <dt>{t('categories:name.en')}</dt>
      <dd>{node.names.en ?? t('common:none')}</dd>
      <dt>{t('categories:deadline')}</dt>
      <dd>{node.deadlineClass.name}</dd>
      <dt>{t('categories:shared')}</dt>
      <dd>{t(node.shared ? 'common:yes' : 'common:no')}</dd>
    </dl>
  );
}
