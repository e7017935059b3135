import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Organization } from '../../../../../contract/organizations.ts';
import { monthDay } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip, Tag } from '../../../../ui/status.tsx';
import { BodyForm } from './body-form.tsx';
import { CloseBody } from './close-body.tsx';

/** One body: how it is reached, where it is on duty, who works in it. */
export function Body({ body, edits }: { body: Organization; edits: boolean }) {
  const t = useWords();
  const [way, setWay] = useState<'edit' | 'close'>();
  const done = () => setWay(undefined);
  if (way === 'edit') {
    return (
      <section className="box body-box" aria-label={t('organizations:edit')}>
        <h2>{t('organizations:edit')}</h2>
        <BodyForm body={body} onDone={done} />
      </section>
    );
  }
  return (
    <article className="box body-box" aria-label={body.name}>
      <header>
        <h2>{body.name}</h2>
        <Tag>{t(`organizations:kind.${body.kind}`)}</Tag>
        {body.until && <Chip icon="lock">{t('organizations:closed')}</Chip>}
      </header>
      <h3>{t('organizations:phone')}</h3>
      <ul>
        <li>{body.phone || t('common:none')}</li>
        {body.phones.map(({ words, number }) => (
          <li key={number}>
            {number} <small>{words}</small>
          </li>
        ))}
      </ul>
      <h3>{t('organizations:duties')}</h3>
      {body.duties.length === 0 && <p className="hint">{t('organizations:duties.none')}</p>}
      <p className="row">
        {body.duties.map(({ id, name }) => (
          <Link key={id} className="link" to="/areas" search={{ area: id }}>
            {name}
          </Link>
        ))}
      </p>
      <h3>{t('organizations:people')}</h3>
      {body.staff.length === 0 && <p className="hint">{t('organizations:people.none')}</p>}
      <ul className="lines">
        {body.staff.map((person) => (
          <li key={person.id + person.roleName}>
            <span>
              <b>{person.name}</b> {person.roleName}
            </span>
            <small>{t('organizations:people.since', { day: monthDay(person.since) })}</small>
          </li>
        ))}
      </ul>
      {edits && !body.until && !way && (
        <div className="row">
          <Button onClick={() => setWay('edit')}>{t('organizations:edit')}</Button>
          <Button look="quiet" onClick={() => setWay('close')}>
            {t('organizations:close')}
          </Button>
        </div>
      )}
      {way === 'close' && <CloseBody body={body} onDone={done} />}
    </article>
  );
}
