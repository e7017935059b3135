import { useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { useMe } from '../../../app/use-me.ts';

const emergencies = [
  { number: '119', word: 'mobile:danger.fire' },
  { number: '120', word: 'mobile:danger.ambulance' },
  { number: '110', word: 'mobile:danger.police' },
] as const;

/** Three calls that always work: the community's desk, the city's hotline, and help in danger. */
export function PhoneTrio() {
  const t = useWords();
  const me = useMe();
  const [danger, setDanger] = useState(false);
  return (
    <div className="trio">
      <a className="card" href={`tel:${me.community?.phone ?? me.street.phone}`}>
        <Icon name="phone" />
        {t('mobile:call.community')}
      </a>
      <a className="card" href="tel:12345">
        <Icon name="talk" />
        {t('mobile:call.hotline')}
      </a>
      <button type="button" className="card" onClick={() => setDanger(true)}>
        <Icon name="danger" />
        {t('mobile:call.danger')}
      </button>
      {danger && (
        <Sheet title={t('mobile:danger.title')} closeLabel={t('action.close')} onClose={() => setDanger(false)}>
          <p>{t('mobile:danger.text')}</p>
          <div className="rows emergencies">
            {emergencies.map(({ number, word }) => (
              <a key={number} href={`tel:${number}`} className="row-link">
                <span>{t(word)}</span>
                <span>
                  <b>{number}</b>
                </span>
              </a>
            ))}
          </div>
        </Sheet>
      )}
    </div>
  );
}
