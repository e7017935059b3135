import { useState } from 'react';
import type { RoutingRule } from '../../../../../contract/routing.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { handlerWords, ruleWords } from '../../../../client/rule-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { Confirm } from '../../../app/confirm.tsx';
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
  const [leaving, setLeaving] = useState<RoutingRule>();
  const ask = (rule: RoutingRule | undefined) => {
    removing.reset();
    setLeaving(rule);
  };
  // As it was read when the question was put; after somebody else's change, which is said, as it stands now.
  const overtaken = isProblem(removing.error, 'request.precondition_failed');
  const asked = leaving && ((overtaken && rules.find(({ id }) => id === leaving.id)) || leaving);
  const remove = (rule: RoutingRule) =>
    removing.mutate(rule, {
      onSuccess: () => {
        toast(t('routing:removed', { rule: ruleWords(rule) }));
        setLeaving(undefined);
      },
    });
  return (
    <>
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
                  <Button look="quiet" onClick={() => ask(rule)}>
                    {t('routing:remove')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <Confirm
          title={t('routing:remove.title', { rule: ruleWords(asked) })}
          act={t('routing:remove')}
          busy={removing.isPending}
          problem={removing.error ? (overtaken ? t('routing:overtaken') : failure(removing.error)) : undefined}
          onAct={() => remove(asked)}
          onClose={() => ask(undefined)}
        >
          <p>{t('routing:remove.after', { handler: handlerWords(asked) })}</p>
        </Confirm>
      )}
    </>
  );
}
