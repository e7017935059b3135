-- E-mail, the first channel outside the house: who wants it, what it is about, and what became of each letter.

-- Where somebody's mail goes, once they have shown that it is theirs. Personal, encrypted: read by themself, and by the job that sends.
create table mail_address (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  address_cipher bytea not null,
  confirmed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select app.raise_wall('mail_address');
create policy area_wall on mail_address as restrictive using (account_id = app.account() or app.account() is null);
grant select, insert, update, delete on mail_address to linju_app;

-- An address that has still to be shown to be theirs, with the code that was sent to it.
create table mail_code (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  address_cipher bytea not null,
  code_cipher bytea not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index mail_code_by_account on mail_code (tenant_id, account_id, at);
select app.raise_wall('mail_code');
create policy area_wall on mail_code as restrictive using (account_id = app.account() or app.account() is null);
grant select, insert, update, delete on mail_code to linju_app;

-- What somebody with a confirmed address wants by mail. Not personal: whoever writes a notice has to see it.
create table mail_choice (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  topics text[] not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select app.raise_wall('mail_choice');
grant select, insert, update, delete on mail_choice to linju_app;

-- One notice on its way by mail; its id is the notice's, and the Message-ID's.
create table mail_letter (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  topic text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'given_up', 'dropped')),
  tries integer not null default 0,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references notice (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index mail_letter_by_account on mail_letter (tenant_id, account_id, ended_at);
select app.raise_wall('mail_letter');
grant select, insert, update on mail_letter to linju_app;

-- Called for each notice by the statement that writes it (kernel/notices.ts): its letter is committed with it. Whoever chose nothing costs one look
-- into a small index.
create function app.post_notice(notice_id uuid, whom uuid, notice_code text, kind text, subject uuid, written timestamptz) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  chosen text[];
  about text;
begin
  select c.topics into chosen from mail_choice c where c.tenant_id = app.tenant() and c.account_id = whom;
  if not found then return; end if;
  about := case
    when notice_code like 'account.%' then 'account'
    when kind = 'followed_case' then 'own'
    when exists (select from case_record r where r.tenant_id = app.tenant() and r.id = subject and r.raiser_id = whom) then 'own'
    else 'work' end;
  if about = any (chosen) then
    insert into mail_letter (tenant_id, id, account_id, topic, at) values (app.tenant(), notice_id, whom, about, written);
    perform graphile_worker.add_job('mail.send', json_build_object('tenantId', app.tenant(), 'payload', json_build_object('letterId', notice_id)));
  end if;
end $$;
revoke all on function app.post_notice(uuid, uuid, text, text, uuid, timestamptz) from public;
grant execute on function app.post_notice(uuid, uuid, text, text, uuid, timestamptz) to linju_app;
