-- What names a key that was destroyed never opens again, so nothing may come to name one. Whoever writes such a row holds the
-- key's wraps until his commit; whoever destroys it waits for him, or he for him. So it is enough to look for rows that
-- name a key after it was destroyed, before that is committed: none can be on its way.
create function sealing_key_must_be_kept(named uuid) returns void language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    perform from sealing_key_wrap where key = named for key share;
    if not found then
        raise exception 'the key that this names is not kept' using errcode = 'foreign_key_violation';
    end if;
end
$$;
revoke all on function sealing_key_must_be_kept(uuid) from public;

create function sealed_value_names_a_kept_key() returns trigger language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if new.key is not null and (tg_op = 'INSERT' or new.key is distinct from old.key) then
        perform sealing_key_must_be_kept(new.key);
    end if;
    return new;
end
$$;
revoke all on function sealed_value_names_a_kept_key() from public;
create trigger sealed_value_names_a_kept_key before insert or update of key on sealed_value
    for each row execute function sealed_value_names_a_kept_key();

-- For every table with a column "mac", a row's code: its first 16 bytes are the key's id.
create function code_names_a_kept_key() returns trigger language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if new.mac is not null and (tg_op = 'INSERT' or new.mac is distinct from old.mac) then
        perform sealing_key_must_be_kept(cast(encode(substring(new.mac from 1 for 16), 'hex') as uuid));
    end if;
    return new;
end
$$;
revoke all on function code_names_a_kept_key() from public;
create trigger secret_code_names_a_kept_key before insert or update of mac on secret
    for each row execute function code_names_a_kept_key();
create trigger seed_code_names_a_kept_key before insert or update of mac on seed
    for each row execute function code_names_a_kept_key();

-- Which rows name a key, and how many.
create index secret_code_key on secret (substring(mac from 1 for 16), id);
create index seed_code_key on seed (substring(mac from 1 for 16), value);

-- What is deleted has no code: the last one is of what it was before, and holds no more. Bringing it back makes one.
update secret set mac = null where state = 'deleted';
