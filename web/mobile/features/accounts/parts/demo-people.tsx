import { useQuery } from '@tanstack/react-query';
import type { DemoPerson, SignedIn, Streets } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useSignIn } from '../../../../client/use-sign-in-form.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Answer, useFailureText } from '../../../app/answers.tsx';
import { demoPeopleQuery } from '../queries.ts';

interface DemoPeopleProps {
  readonly streets: Streets['streets'];
  readonly onEnter: (answer: SignedIn) => void;
}

/** One person per role; a tap signs in. Only a demonstration server offers them. */
export function DemoPeople({ streets, onEnter }: DemoPeopleProps) {
  const t = useWords();
  const names = new Map(streets.map(({ code, name }) => [code, name]));
  const people = useQuery(demoPeopleQuery);
  const signIn = useSignIn();
  const failureText = useFailureText();
  const enter = (person: DemoPerson, password: string) =>
    signIn.mutate({ street: person.street, login: person.login, password }, { onSuccess: onEnter });
  return (
    <section className="card demo" aria-label={t('accounts:demo.title')}>
      <h2>{t('accounts:demo.title')}</h2>
      <p>{t('accounts:demo.text')}</p>
      {signIn.error && <p role="alert">{failureText(signIn.error)}</p>}
      <Answer query={people}>
        {({ people: offered, password }) =>
          streetsOf(offered).map(({ street, people: inStreet }, nth) => (
            <details key={street} open={nth === 0}>
              <summary>{names.get(street) ?? street}</summary>
              <ul>
                {inStreet.map((person) => (
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
            </details>
          ))
        }
      </Answer>
    </section>
  );
}

const streetsOf = (people: readonly DemoPerson[]) =>
  [...new Set(people.map(({ street }) => street))].map((street) => ({
    street,
    people: people.filter((person) => person.street === street),
  }));
