import '../neighbours.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router';
import type { PublicCase as Found } from '../../../../../contract/publication.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { joinCase } from '../../../../client/neighbours.ts';
import { isProblem } from '../../../../client/problem.ts';
import { casesKey } from '../../../../client/queries/cases.ts';
import { publicCaseQuery } from '../../../../client/queries/publication.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Answer, useFailureText } from '../../../app/answers.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { NeighbourFacts } from '../parts/neighbour-facts.tsx';

/** One public case with its words; whoever has the same says so, after signing in. */
export function PublicCase() {
  const t = useWords();
  const { caseId } = useParams({ strict: false });
  const { street } = useSearch({ strict: false });
  const one = useQuery(publicCaseQuery(caseId ?? '', street));
  return (
    <main className="neighbour-page">
      <NavBar title={t('neighbours:public.one')} />
      <Answer query={one} rows={5}>
        {(found) => (
          <>
            <NeighbourFacts one={found} />
            <p className="said" data-read>
              {found.body}
            </p>
            <div className="form">
              <Join one={found} />
            </div>
          </>
        )}
      </Answer>
    </main>
  );
}

function Join({ one }: { one: Found }) {
  const t = useWords();
  const failureText = useFailureText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const here = useRouterState({ select: ({ location }) => location.href });
  const join = useMutation({
    mutationKey: ['sign-in'],
    mutationFn: () => joinCase(one.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: casesKey }),
    onError: (error) =>
      isProblem(error) && error.status === 401
        ? void navigate({ to: '/sign-in', search: { next: here } })
        : toast(failureText(error), 'danger'),
  });
  if (one.mine) return null;
  if (one.following) return <p role="status">{t('neighbours:following')}</p>;
  if (one.state === 'closed') return null;
  return (
    <Button look="primary" className="wide" busy={join.isPending} onClick={() => join.mutate()}>
      {t('neighbours:join')}
    </Button>
  );
}
