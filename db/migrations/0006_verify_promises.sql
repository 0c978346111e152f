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
