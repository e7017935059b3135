-- Deadlines: the street's own days in its working calendar, classes of time allowed as data, and what a case needs to be watched (DOMAIN §0.5, §3.3).

-- Days the street itself declares worked or off; published holidays come with the program.
create table calendar_day (
  tenant_id uuid not null,
  id uuid not null,
  day date not null,
  working boolean not null,
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, day)
);
select app.raise_wall('calendar_day');
grant select, insert, update, delete on calendar_day to linju_app;

create table deadline_class (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  labels jsonb not null,
  amount integer not null check (amount between 1 and 365),
  unit text not null check (unit in ('hour', 'day', 'working_hour', 'working_day')),
  -- Hours by the clock from assignment to the first answer.
  answer_hours integer not null check (answer_hours between 1 and 720),
  basis text not null default '',
  -- The class of a case without a category, and of a category without a class.
  usual boolean not null default false,
  position integer not null default 0,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create unique index deadline_class_usual on deadline_class (tenant_id) where usual;
select app.raise_wall('deadline_class');
grant select, insert, update on deadline_class to linju_app;

alter table case_category
  add column deadline_class_id uuid,
  add foreign key (tenant_id, deadline_class_id) references deadline_class (tenant_id, id);
create index case_category_by_deadline_class on case_category (tenant_id, deadline_class_id);

alter table case_record
  -- By which clock due_at and near_at run on after a pause.
  add column deadline_unit text not null default 'hour' check (deadline_unit in ('hour', 'day', 'working_hour', 'working_day')),
  -- Counts the deadlines a case was given; one that a pause moved is still the same.
  add column deadline_round integer not null default 1,
  -- When the next step of its deadline is due to be looked at; null when nothing is to come.
  add column watch_at timestamptz,
  -- 首接负责: the body that signed for it first.
  add column first_receiver_id uuid,
  add foreign key (tenant_id, first_receiver_id) references organization (tenant_id, id);
create index case_by_watch on case_record (tenant_id, watch_at) where watch_at is not null;
create index case_by_first_receiver on case_record (tenant_id, first_receiver_id) where first_receiver_id is not null;

-- Streets that stand already get the classes everybody knows, and their categories the class of their hours.
insert into deadline_class (tenant_id, id, code, labels, amount, unit, answer_hours, basis, usual, position)
select t.id, app.uuid7(), k.code, k.labels::jsonb, k.amount, k.unit, k.answer_hours, k.basis, k.usual, k.position
from tenant t cross join (values
  ('danger', '{"zh-Hans": "紧急危险", "zh-Hant": "緊急危險", "en": "Danger"}', 2, 'hour', 2, '12345 热线通行时限：紧急类 2 小时', false, 0),
  ('supply', '{"zh-Hans": "水电气暖", "zh-Hant": "水電氣暖", "en": "Water, power, gas and heat"}', 24, 'hour', 24, '12345 热线通行时限：水电气热 24 小时', false, 1),
  ('general', '{"zh-Hans": "一般事项", "zh-Hant": "一般事項", "en": "General matters"}', 7, 'day', 24, '12345 热线通行时限：一般类 7 天', true, 2),
  ('complex', '{"zh-Hans": "复杂事项", "zh-Hant": "複雜事項", "en": "Complex matters"}', 15, 'day', 24, '12345 热线通行时限：复杂类 15 天', false, 3)
) as k (code, labels, amount, unit, answer_hours, basis, usual, position);
update case_category c set deadline_class_id = k.id from deadline_class k
where k.tenant_id = c.tenant_id and k.code = case c.hours when 2 then 'danger' when 24 then 'supply' when 360 then 'complex' else 'general' end;
update case_record c set watch_at = near_at where open and due_at is not null;
update case_record c set first_receiver_id = l.organization_id from (
  select distinct on (tenant_id, case_id) tenant_id, case_id, organization_id from case_assignment where signed_at is not null
  order by tenant_id, case_id, signed_at) l
where l.tenant_id = c.tenant_id and l.case_id = c.id;
