-- A campaign that has an owner keeps one, whoever writes the row: of two owners who leave at once the second is refused.
create function keep_an_owner() returns trigger language plpgsql as $$
begin
  if old.role <> 'owner' or (tg_op = 'UPDATE' and new.role = 'owner' and new.campaign_id = old.campaign_id) then
    return coalesce(new, old);
  end if;
  -- Gone with its campaign, or with its organizer: then nobody is left out of what still stands.
  perform from campaigns where id = old.campaign_id for no key update;
  if not found or not exists (select from organizers where id = old.organizer_id) then
    return coalesce(new, old);
  end if;
  if not exists (select from memberships where campaign_id = old.campaign_id and organizer_id <> old.organizer_id and role = 'owner') then
    raise check_violation using constraint = 'one_owner_at_least', message = 'a campaign keeps at least one owner';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger keep_an_owner before update of role, campaign_id or delete on memberships for each row execute function keep_an_owner();
