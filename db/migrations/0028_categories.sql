-- Categories 事项类别 as data a street edits: each edit says which version it was made on.
alter table case_category add column version integer not null default 1;
