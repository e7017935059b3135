import { sql, type Tx } from '../../kernel/db.ts';
import type { Labels } from '../../kernel/language.ts';

export interface TimelineRow {
  id: string;
  verb: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  byRaiser: boolean | null;
  roleLabels: Labels | null;
  organization: string | null;
  data: Record<string, unknown>;
  words: string | null;
  audience: string | null;
}

/** The events of a case with the words that belong to them, oldest first. */
export function timelineOf(tx: Tx, id: string): Promise<TimelineRow[]> {
  return tx.many(sql`
    select e.id, e.verb, e.at, e.actor_id as "actorId", acc.name as "actorName", e.actor_id = c.raiser_id as "byRaiser", e.data, n.audience, o.name as organization,
      (select r.labels from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
        where g.tenant_id = e.tenant_id and g.account_id = e.actor_id and r.role_set <> 'resident' order by g.since limit 1) as "roleLabels",
      coalesce(n.words, nullif(u.words, ''), w.words, p.words, s.words, f.reason, k.words, nullif(l.words, ''),
        case e.verb when 'whistle' then call.words when 'call_off' then call.called_off_reason end,
        case e.verb when 'involve' then part.task when 'finish_part' then part.words else part.reason end,
        case e.verb when 'answer_call' then t.answer when 'score_turnout' then t.score_words when 'score_call' then t.call_words end,
        case when e.verb in ('raise', 'import') then c.body end) as words
    from event e
      join case_record c on c.tenant_id = e.tenant_id and c.id = e.subject_id
      left join account acc on acc.tenant_id = e.tenant_id and acc.id = e.actor_id
      left join case_note n on n.tenant_id = e.tenant_id and n.id = (e.data ->> 'row')::uuid
      left join case_urge u on u.tenant_id = e.tenant_id and u.id = (e.data ->> 'row')::uuid and e.verb = 'urge'
      left join case_supervision w on w.tenant_id = e.tenant_id and w.id = (e.data ->> 'row')::uuid and e.verb = 'supervise'
      left join case_pause p on p.tenant_id = e.tenant_id and p.id = (e.data ->> 'row')::uuid
      left join case_resolution s on s.tenant_id = e.tenant_id and s.id = (e.data ->> 'row')::uuid and e.verb = 'resolve'
      left join case_refusal f on f.tenant_id = e.tenant_id and f.id = (e.data ->> 'row')::uuid and e.verb = 'refuse'
      left join case_confirmation k on k.tenant_id = e.tenant_id and k.id = (e.data ->> 'row')::uuid and e.verb = 'confirm'
      left join case_assignment l on l.tenant_id = e.tenant_id and l.id = (e.data ->> 'row')::uuid and e.verb = 'assign'
      left join case_part part on part.tenant_id = e.tenant_id and part.id = (e.data ->> 'row')::uuid
      left join case_whistle call on call.tenant_id = e.tenant_id and call.id = (e.data ->> 'row')::uuid
      left join case_turnout t on t.tenant_id = e.tenant_id and t.id = (e.data ->> 'row')::uuid
      left join organization o on o.tenant_id = e.tenant_id and o.id = coalesce(l.organization_id, (e.data ->> 'organization')::uuid)
    where e.tenant_id = app.tenant() and e.subject_id = ${id} order by e.seq`);
}
