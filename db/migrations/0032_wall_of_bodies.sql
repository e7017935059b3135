-- A handler works for a body and not for an area: rows with personal fields open to them where their body has the case in hand, however wide
-- their role was granted. `app.reach` names the areas somebody works in and the bodies they work for; ids of the two never meet.

create function app.works_for(body uuid) returns boolean language sql stable parallel safe
  as $$ select case coalesce(current_setting('app.reach', true), '')
      when '' then false when '*' then true
      else coalesce(body = any (string_to_array(current_setting('app.reach', true), ',')::uuid[]), false) end $$;

-- Whether one's body leads the case or helps with it. For whoever works nowhere the tables are not asked.
create function app.has_in_hand(wanted uuid) returns boolean language sql stable parallel safe
  as $$ select case when coalesce(current_setting('app.reach', true), '') = '' then false else
      exists (select from case_record c where c.tenant_id = app.tenant() and c.id = wanted and app.works_for(c.handler_organization_id))
      or exists (select from case_helper h where h.tenant_id = app.tenant() and h.case_id = wanted and app.works_for(h.organization_id)) end $$;

-- Whether one's body has a case in hand that the person raised: their number is kept with their account.
create function app.works_on_case_of(person uuid) returns boolean language sql stable parallel safe
  as $$ select case when coalesce(current_setting('app.reach', true), '') = '' then false else
      exists (select from case_record c where c.tenant_id = app.tenant() and c.raiser_id = person
        and (app.works_for(c.handler_organization_id)
          or exists (select from case_helper h where h.tenant_id = app.tenant() and h.case_id = c.id and app.works_for(h.organization_id)))) end $$;

drop policy area_wall on case_contact;
create policy area_wall on case_contact as restrictive to linju_app
  using (app.works_in(community_id, grid_id) or app.has_in_hand(id));

drop policy area_wall on account_contact;
create policy area_wall on account_contact as restrictive
  using (current_user = 'linju_search' or account_id = app.account() or app.works_in(community_id, grid_id) or app.works_on_case_of(account_id));
