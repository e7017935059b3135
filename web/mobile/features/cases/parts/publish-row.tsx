import type { Case } from '../../../../../contract/cases.ts';
import { moveCase } from '../../../../client/case-verbs.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { toast } from '../../../../ui/toasts.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useVerb } from '../mutations.ts';

/** The raiser shows it to the neighbours, or no longer; in place, as one row. */
export function PublishRow({ one }: { one: Case }) {
  const t = useWords();
  const failureText = useFailureText();
  const publish = useVerb<boolean>(
    (published, send) => moveCase(one.id, 'publish', { published }, send),
    () => toast(t(one.published ? 'neighbours:unpublished' : 'neighbours:published')),
  );
  const press = () => publish.mutate(!one.published, { onError: (error) => toast(failureText(error), 'danger') });
  return (
    <button type="button" className="row-link" aria-pressed={one.published} onClick={press}>
      <span>{t(one.published ? 'neighbours:unpublish' : 'neighbours:publish')}</span>
      <span />
    </button>
  );
}
