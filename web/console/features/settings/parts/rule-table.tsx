import type { RoutingRule } from '../../../../../contract/routing.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { handlerWords, ruleWords } from '../../../../client/rule-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { useRemoveRule } from '../mutations.ts';

interface RuleTableProps {
  readonly rules: readonly RoutingRule[];
  readonly edits: boolean;
  readonly onEdit: (rule: RoutingRule) => void;
}

/** Every rule: where, what, to whom, and whether at once. */
export function RuleTable({ rules, edits, onEdit }: RuleTableProps) {
  const t = useWords();
  const failure = useFailureWords();
  const removing = useRemoveRule();
  const remove = (rule: RoutingRule) =>
    removing.mutate(rule, {
      onSuccess: () => toast(t('routing:removed', { rule: ruleWords(rule) })),
      onError: (error) => toast(failure(error), 'danger'),
    });
  return (
    <table className="rule-table">
      <thead>
        <tr>
          <th>{t('routing:area')}</th>
          <th>{t('routing:category')}</th>
          <th>{t('routing:handler')}</th>
          <th>{t('routing:how')}</th>
          {edits && <th aria-label={t('routing:edit')} />}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>{rule.area?.name ?? t('routing:anywhere')}</td>
            <td>{rule.category?.name ?? t('routing:anything')}</td>
            <td>{handlerWords(rule)}</td>
            <td>{t(rule.automatic ? 'routing:automatic' : 'routing:proposed')}</td>
            {edits && (
              <td className="acts">
                <Button look="quiet" onClick={() => onEdit(rule)}>
                  {t('routing:edit')}
                </Button>
                <Button
                  look="quiet"
                  busy={removing.isPending && removing.variables.id === rule.id}
                  onClick={() => remove(rule)}
                >
                  {t('routing:remove')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
