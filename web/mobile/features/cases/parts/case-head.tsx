import type { Case } from '../../../../../contract/cases.ts';
import { stateLook } from '../../../../client/case-look.ts';
import { residentState } from '../../../../client/i18n/case-words.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Chip } from '../../../../ui/status.tsx';

export function CaseHead({ one }: { one: Case }) {
  const t = useWords();
  const look = stateLook[one.state];
  const kind = one.category?.name ?? t(`cases:kind.${one.kind}`);
  // 等您 speaks to the one who raised it; to everybody else the vermilion means nothing.
  const tone = look.tone === 'you' && !one.raiser.mine ? 'info' : look.tone;
  return (
    <header className="case-head" data-read>
      <Chip icon={look.icon} tone={tone}>
        {one.raiser.mine ? residentState(t, one) : t(`cases:state.${one.state}`)}
      </Chip>
      <h2 className="title">{one.title}</h2>
      <p className="m">
        {kind}
        <i className="dot" />
        <span className="nw">{t('cases:number', { number: one.number })}</span>
      </p>
    </header>
  );
}
