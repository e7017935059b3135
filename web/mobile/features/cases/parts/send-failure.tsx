import { useWords } from '../../../../client/i18n/use-words.ts';
import { isProblem } from '../../../../client/problem.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useFailureText } from '../../../app/answers.tsx';
import { useMe } from '../../../app/use-me.ts';

/** 没能提交: what was written is still there, and the two ways on are trying again and calling. */
export function SendFailure({ error }: { error: unknown }) {
  const t = useWords();
  const me = useMe();
  const why = useFailureText()(error);
  const refused = isProblem(error) && error.status < 500;
  const phone = me.community?.phone ?? me.street.phone;
  return (
    <div className="failure" role="alert">
      <Icon name="danger" />
      <p>
        <b>{t('mobile:failed.title')}</b>
        {refused ? why : t('mobile:failed.text')}
        <a href={`tel:${phone}`} className="call-link">
          <Icon name="phone" />
          {t('mobile:call.communityLong')}
        </a>
      </p>
    </div>
  );
}
