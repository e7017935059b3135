import type { AreaDetail } from '../../../../../contract/areas.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

/** Who answers for an area; where nobody does, who does nearest above. */
export function PeopleBox({ area, onOpen }: { area: AreaDetail; onOpen: (id: string) => void }) {
  const t = useWords();
  const { responsible } = area;
  const above = responsible && responsible.area.id !== area.id ? responsible.area : undefined;
  return (
    <section className="box">
      <h2>{t('areas:people')}</h2>
      {!responsible && <p className="hint">{t('areas:people.none')}</p>}
      {above && (
        <p className="hint">
          {t('areas:people.above')}
          <button type="button" className="link" onClick={() => onOpen(above.id)}>
            {above.name}
          </button>
        </p>
      )}
      <ul className="lines">
        {responsible?.people.map((person) => (
          <li key={person.grantId}>
            <span>
              <b>{person.name}</b> {person.roleName}
              {person.organization && <small className="hint">{person.organization}</small>}
            </span>
            <small className="hint">{t('areas:people.since', { day: monthDay(person.since) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
