import { useQuery } from '@tanstack/react-query';
import type { DemoPerson, Me } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Answer, useFailureText } from '../../../app/answers.tsx';
import { useSignIn } from '../mutations.ts';
import { demoPeopleQuery } from '../queries.ts';

/** One person per role; a tap signs in. Only a demonstration server offers them. */
export function DemoPeople({ onEnter }: { onEnter: (me: Me) => void }) {
  const t = useWords();
  const people = useQuery(demoPeopleQuery);
  const signIn = useSignIn();
  const failureText = useFailureText();
  const enter = (person: DemoPerson, password: string) =>
    signIn.mutate({ street: person.street, login: person.login, password }, { onSuccess: ({ me }) => onEnter(me) });
  return (
    <section className="card demo" aria-label={t('accounts:demo.title')}>
      <h2>{t('accounts:demo.title')}</h2>
      <p>{t('accounts:demo.text')}</p>
      {signIn.error && <p role="alert">{failureText(signIn.error)}</p>}
      <Answer query={people}>
        {({ people: offered, password }) => (
          <ul>
            {offered.map((person) => (
              <li key={person.login}>
                <button type="button" disabled={signIn.isPending} onClick={() => enter(person, password)}>
                  <span>
                    <b>{person.roleName}</b>
                    {person.name}
                    <i className="dot" />
                    {person.area}
                  </span>
                  <Icon name="forward" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}
