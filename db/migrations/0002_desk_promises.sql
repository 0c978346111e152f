-- Addresses never die: every slug that a campaign bears is kept as its own, whoever writes the row.
create function keep_campaign_slug() returns trigger language plpgsql as $$
begin
  insert into campaign_slugs (slug, campaign_id) values (new.slug, new.id) on conflict (slug) do nothing;
  if (select campaign_id from campaign_slugs where slug = new.slug) <> new.id then
    raise unique_violation using constraint = 'one_campaign_per_slug', message = 'this address belongs to another campaign';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_campaign_slug after insert or update of slug on campaigns for each row execute function keep_campaign_slug();
--> statement-breakpoint
insert into campaign_slugs (slug, campaign_id) select slug, id from campaigns;
--> statement-breakpoint
-- The log says what was: nobody changes it afterwards.
create function refuse_to_change_the_log() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
--> statement-breakpoint
create trigger audit_entries_stay before update or delete or truncate on audit_entries execute function refuse_to_change_the_log();
--> statement-breakpoint
-- What organizers write on begins as what is published.
insert into letter_drafts (campaign_id, language, title, addressees, dated_on, summary, body_markdown, sources_markdown)
select distinct on (campaign_id, language) campaign_id, language, title, addressees, dated_on, summary, body_markdown, sources_markdown
from letter_versions where published_at is not null order by campaign_id, language, number desc;
--> statement-breakpoint
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
