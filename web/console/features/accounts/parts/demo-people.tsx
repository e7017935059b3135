import { useQuery } from '@tanstack/react-query';
import type { SignedIn, Streets } from '../../../../../contract/accounts.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { useSignIn } from '../../../../client/use-sign-in-form.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Failure, useFailureWords, Waiting } from '../../../app/answers.tsx';
import { demoPeopleQuery } from '../queries.ts';

interface DemoPeopleProps {
  readonly streets: Streets['streets'];
  readonly onEnter: (answer: SignedIn) => void;
}

/** One person per role; a press signs in. Only a demonstration server offers them. */
export function DemoPeople({ streets, onEnter }: DemoPeopleProps) {
  const t = useWords();
  const failure = useFailureWords();
  const { data, error, refetch } = useQuery(demoPeopleQuery);
  const signIn = useSignIn();
  return (
    <section className="door-box demo" aria-label={t('accounts:demo.title')}>
      <h2>{t('accounts:demo.title')}</h2>
      <p className="hint">{t('accounts:demo.text')}</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} />}
      {signIn.error && (
        <p className="problem" role="alert">
          {failure(signIn.error)}
        </p>
      )}
      {data &&
        streets.map((street) => (
          <div key={street.id}>
            {streets.length > 1 && <h3>{street.name}</h3>}
            <ul>
              {data.people
                .filter((person) => person.street === street.code)
                .map((person) => (
                  <li key={person.login}>
                    <button
                      type="button"
                      disabled={signIn.isPending}
                      onClick={() =>
                        signIn.mutate(
                          { street: person.street, login: person.login, password: data.password },
                          { onSuccess: onEnter },
                        )
                      }
                    >
                      <b>{person.roleName}</b>
                      <span>
                        {person.name}
                        <i className="dot" />
                        {person.area}
                      </span>
                      <Icon name="forward" />
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
