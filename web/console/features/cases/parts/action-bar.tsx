import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import { useKeys } from '../../../app/keys.ts';
import { isBare, otherVerbs, splitVerbs, verbKeys, wordOf } from '../verbs.ts';
import { MoreActs } from './more-acts.tsx';
import type { Actions } from './use-actions.ts';

/** The one primary action stands bottom left; with a form open it sends the form. */
export function ActionBar({ one, actions }: { one: Case; actions: Actions }) {
  const t = useWords();
  const failure = useFailureWords();
  const { next, open, chosen, press, cancel, sending, formId } = actions;
  const others = otherVerbs(one);
  const keyed = [...(next ? [next] : []), ...others];
  useKeys(
    Object.fromEntries(
      keyed.map((verb) => [
        verbKeys[verb],
        (event: KeyboardEvent) => {
          event.preventDefault();
          press(verb);
        },
      ]),
    ),
  );
  const { plain, more } = splitVerbs(others.filter((verb) => verb !== chosen));
  return (
    <footer className="acts-bar no-print">
      {sending.error && (
        <p className="problem" role="alert">
          {failure(sending.error)}
        </p>
      )}
      {open ? (
        <Button type="submit" form={formId} look="primary" busy={sending.isPending}>
          {t(`console:send.${open === 'supervise' ? wordOf(open, one) : open}`)}
        </Button>
      ) : (
        next && (
          <Button look="primary" busy={sending.isPending} onClick={() => press(next)}>
            {t(`console:verb.${next}`)}{' '}
            <span aria-hidden="true">
              <kbd>{verbKeys[next].toUpperCase()}</kbd>
            </span>
          </Button>
        )
      )}
      {chosen && !isBare(chosen) ? (
        <Button onClick={cancel}>{t('common:action.cancel')}</Button>
      ) : (
        <>
          {plain.map((verb) => (
            <Button
              key={verb}
              look={verb === 'refuse' ? 'quiet' : 'plain'}
              className={verb === 'refuse' && more.length === 0 ? 'apart' : ''}
              onClick={() => press(verb)}
            >
              {t(`console:verb.${wordOf(verb, one)}`)}
            </Button>
          ))}
          {more.length > 0 && <MoreActs one={one} verbs={more} onPress={press} />}
        </>
      )}
    </footer>
  );
}
