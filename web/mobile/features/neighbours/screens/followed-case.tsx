import '../neighbours.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { NeighbourCase } from '../../../../../contract/neighbours.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { leaveCase } from '../../../../client/neighbours.ts';
import { casesKey } from '../../../../client/queries/cases.ts';
import { followedCaseQuery } from '../../../../client/queries/neighbours.ts';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toasts.tsx';
import { Answer, useFailureText } from '../../../app/answers.tsx';
import { NavBar } from '../../../app/nav-bar.tsx';
import { ReadAloud } from '../../../app/read-aloud.tsx';
import { NeighbourFacts } from '../parts/neighbour-facts.tsx';

/** One matter of a neighbour that one follows: how far it is; to follow it no longer. */
export function FollowedCase() {
  const t = useWords();
  const { caseId } = useParams({ strict: false });
  const one = useQuery(followedCaseQuery(caseId ?? ''));
  return (
    <main className="neighbour-page">
      <NavBar title={t('neighbours:followed.one')} right={<ReadAloud look="bar" />} />
      <Answer query={one} rows={5}>
        {(found) => (
          <>
            <NeighbourFacts one={found} />
            <div className="form">
              <p className="hint">{t('neighbours:followed.hint')}</p>
              <Leave one={found} />
            </div>
          </>
        )}
      </Answer>
    </main>
  );
}

function Leave({ one }: { one: NeighbourCase }) {
  const t = useWords();
  const failureText = useFailureText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => leaveCase(one.id),
    onSuccess: async () => {
      await navigate({ to: '/followed', replace: true });
      void queries.invalidateQueries({ queryKey: casesKey });
      toast(t('neighbours:left'));
    },
    onError: (error) => toast(failureText(error), 'danger'),
  });
  return (
    <Button className="wide" busy={leave.isPending} onClick={() => leave.mutate()}>
      {t('neighbours:leave')}
    </Button>
  );
}
