-- Two transactions that append to the chain of one subject come one after the other: without the lock both read the same last row, and the
-- second failed on the unique sequence number. A case is locked by its verb already.

create or replace function app.append_event(p_id uuid, p_kind text, p_subject uuid, p_verb text, p_at timestamptz, p_data jsonb)
  returns integer language plpgsql as $$
declare
  last_seq integer := 0;
  last_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_subject::text, 1));
  select e.seq, e.hash into last_seq, last_hash from event e
    where e.tenant_id = app.tenant() and e.subject_id = p_subject order by e.seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  insert into event (tenant_id, id, subject_kind, subject_id, seq, verb, actor_id, at, data, hash)
    values (app.tenant(), p_id, p_kind, p_subject, last_seq, p_verb, app.account(), p_at, p_data,
      app.event_hash(last_hash, p_kind, p_subject, last_seq, p_verb, app.account(), p_at, p_data));
  return last_seq;
end $$;
