import type { WorkingWeek } from '../../../contract/calendar.ts';
import { sql, type Tx } from '../../kernel/db.ts';

export interface StreetDay {
  id: string;
  day: string;
  working: boolean;
  name: string;
}

export interface StreetCalendar {
  week: WorkingWeek | null;
  days: StreetDay[] | null;
}

/** What the street itself says about its working time: its week, and its own days. */
export function streetCalendar(tx: Tx): Promise<StreetCalendar> {
  return tx.one(sql`
    select t.settings -> 'workingWeek' as week,
      (select json_agg(json_build_object('id', d.id, 'day', d.day, 'working', d.working, 'name', d.name)) from calendar_day d
        where d.tenant_id = t.id) as days
    from tenant t where t.id = app.tenant()`);
}

export function keepWeek(tx: Tx, week: WorkingWeek): void {
  tx.send(
    sql`update tenant set settings = settings || jsonb_build_object('workingWeek', ${JSON.stringify(week)}::jsonb) where id = app.tenant()`,
  );
}

/** Gives back the entry's id: the one the day has already, where it has one. */
export async function keepDay(tx: Tx, { id, day, working, name }: StreetDay): Promise<string> {
  const kept = await tx.one<{ id: string }>(sql`
    insert into calendar_day (tenant_id, id, day, working, name) values (app.tenant(), ${id}, ${day}, ${working}, ${name})
    on conflict (tenant_id, day) do update set working = excluded.working, name = excluded.name returning id`);
  return kept.id;
}

/** The day whose entry was taken away; undefined where there was none. */
export async function forgetDay(tx: Tx, id: string): Promise<string | undefined> {
  const gone = await tx.maybe<{ day: string }>(
    sql`delete from calendar_day where tenant_id = app.tenant() and id = ${id} returning day`,
  );
  return gone?.day;
}
