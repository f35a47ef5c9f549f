-- A new version of a key is there before it is used: of a purpose and label the highest promoted version is in use, and the
-- first needs no promotion. The moment is the database's to say, because destroying waits for it.
create table sealing_key_promotion (
    key         uuid primary key references sealing_key,
    promoted_at timestamptz not null default clock_timestamp()
);
grant select, insert (key) on sealing_key_promotion to ${server};

revoke insert on sealing_key_wrap from ${server};
grant insert (key, root, wrapped) on sealing_key_wrap to ${server};

-- The server may destroy what was superseded a week ago and nothing else. Whoever takes over its connection would have to
-- keep it for a week, in which the promotion is on the log; and the wraps are in every backup of that time.
create function sealing_key_destroy(doomed uuid) returns boolean language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if not exists (
        select from sealing_key k
          join sealing_key n on n.purpose = k.purpose and n.label = k.label and n.version > k.version
          join sealing_key_promotion p on p.key = n.id
         where k.id = doomed and k.purpose in ('value', 'row-mac')
           and p.promoted_at < clock_timestamp() - interval '7 days'
           and exists (select from sealing_key_wrap w where w.key = n.id)) then
        return false;
    end if;
    delete from sealing_key_wrap where key = doomed;
    return true;
end
$$;
revoke all on function sealing_key_destroy(uuid) from public;
grant execute on function sealing_key_destroy(uuid) to ${server};

-- Takes away what is wrapped under one root key, where the same key has been wrapped under the other for a week.
create function sealing_root_drop(gone text, kept text) returns integer language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    dropped integer;
begin
    delete from sealing_key_wrap w
     using sealing_key_wrap n
     where w.root = gone and n.root = kept and gone <> kept and n.key = w.key
       and n.created_at < clock_timestamp() - interval '7 days';
    get diagnostics dropped = row_count;
    return dropped;
end
$$;
revoke all on function sealing_root_drop(text, text) from public;
grant execute on function sealing_root_drop(text, text) to ${server};
