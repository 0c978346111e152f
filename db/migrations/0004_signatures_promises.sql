-- As app/signatures/fold-name.ts spells it.
update signatures
set name_key = trim(regexp_replace(lower(regexp_replace(normalize(name, nfkd), U&'[\0300-\036F]', '', 'g')), '\s+', ' ', 'g'))
where name <> '';
--> statement-breakpoint
-- How the large providers read addresses, by what their help pages say. Organizers keep it up at the desk.
insert into mail_domains (domain, canonical_domain, ignores_dots, tag) values
  ('gmail.com', 'gmail.com', true, '+'), ('googlemail.com', 'gmail.com', true, '+'),
  ('outlook.com', 'outlook.com', false, '+'), ('hotmail.com', 'hotmail.com', false, '+'), ('live.com', 'live.com', false, '+'),
  ('msn.com', 'msn.com', false, '+'), ('outlook.de', 'outlook.de', false, '+'), ('outlook.fr', 'outlook.fr', false, '+'),
  ('outlook.es', 'outlook.es', false, '+'), ('hotmail.co.uk', 'hotmail.co.uk', false, '+'), ('hotmail.fr', 'hotmail.fr', false, '+'),
  ('hotmail.de', 'hotmail.de', false, '+'), ('hotmail.it', 'hotmail.it', false, '+'), ('hotmail.es', 'hotmail.es', false, '+'),
  ('live.co.uk', 'live.co.uk', false, '+'), ('live.fr', 'live.fr', false, '+'), ('live.nl', 'live.nl', false, '+'),
  ('icloud.com', 'icloud.com', false, '+'), ('me.com', 'icloud.com', false, '+'), ('mac.com', 'icloud.com', false, '+'),
  ('fastmail.com', 'fastmail.com', false, '+'), ('fastmail.fm', 'fastmail.com', false, '+'),
  ('proton.me', 'proton.me', true, '+'), ('protonmail.com', 'proton.me', true, '+'), ('pm.me', 'proton.me', true, '+'),
  ('yandex.ru', 'yandex.ru', false, '+'), ('yandex.com', 'yandex.ru', false, '+'), ('ya.ru', 'yandex.ru', false, '+'),
  ('yahoo.com', 'yahoo.com', false, '-'), ('yahoo.co.uk', 'yahoo.co.uk', false, '-'), ('yahoo.fr', 'yahoo.fr', false, '-'),
  ('yahoo.de', 'yahoo.de', false, '-'), ('ymail.com', 'ymail.com', false, '-');
--> statement-breakpoint
-- Domains that had no rule before: who signed from one is read anew.
insert into mail_domain_changes (id, domain)
select gen_random_uuid(), domain from mail_domains
where exists (select from signatures) and domain not in (
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'icloud.com', 'me.com', 'mac.com', 'fastmail.com', 'fastmail.fm',
  'proton.me', 'protonmail.com', 'pm.me', 'yandex.ru', 'yandex.com', 'ya.ru', 'yahoo.com'
);
--> statement-breakpoint
-- The register says what was: nobody changes it afterwards.
create function refuse_to_change_the_register() returns trigger language plpgsql as $$
begin
  raise exception 'the register is append-only';
end $$;
--> statement-breakpoint
create trigger register_entries_stay before update or delete or truncate on register_entries execute function refuse_to_change_the_register();
--> statement-breakpoint
create trigger register_nodes_stay before update or delete or truncate on register_nodes execute function refuse_to_change_the_register();
--> statement-breakpoint
create trigger register_heads_stay before update or delete or truncate on register_heads execute function refuse_to_change_the_register();
--> statement-breakpoint
create trigger register_keys_stay before update of id, public_key or delete or truncate on register_keys execute function refuse_to_change_the_register();
--> statement-breakpoint
-- What opens an entry goes with its signer. Where the signature does not count any more, the register is to say so: it
-- no longer knows whose it was, but which entry. Where only names are erased and the signature counts on, nothing is said.
create function end_the_entry() returns trigger language plpgsql as $$
begin
  if old.is_counted and not exists (select from signatures where id = old.signature_id and state = 'confirmed') then
    insert into register_endings (campaign_id, position) values (old.campaign_id, old.position);
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger end_the_entry after delete on register_secrets for each row execute function end_the_entry();
