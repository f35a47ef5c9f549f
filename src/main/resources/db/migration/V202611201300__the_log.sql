-- The log and what is settled in the transaction that writes to it. See src/docs/formats/audit-log.md.

-- A restore opens a new epoch; the old one ends with its last checkpoint, which the new one names.
create table log_epoch (
    epoch               integer primary key check (epoch > 0),
    origin              text not null unique,
    opened_at           timestamptz not null default clock_timestamp(),
    previous_checkpoint text
);
insert into log_epoch (epoch, origin) select 1, 'cofactor/' || id || '/1' from installation;
grant select on log_epoch to ${server};

-- The one row everything waits for: whoever appends or changes locks it first. "world" is the version of all that
-- decisions share.
create table log_head (
    only_one boolean primary key default true check (only_one),
    epoch    integer not null references log_epoch,
    size     bigint not null check (size >= 0),
    frontier bytea not null,
    root     bytea not null check (length(root) = 32),
    world    bigint not null,
    time     timestamptz not null,
    stopped  text
) with (fillfactor = 10);
insert into log_head (epoch, size, frontier, root, world, time)
values (1, 0, ''::bytea, sha256(''::bytea), 1, clock_timestamp());
grant select, update on log_head to ${server};

-- An event: its public leaf, the columns one searches by (each also stands in the committed body), the sealed body with
-- its salt. Partitions are whole tiles, 2^20 entries each.
create table log_entry (
    epoch        integer not null,
    index        bigint not null,
    leaf         bytea not null check (length(leaf) <= 65535),
    leaf_hash    bytea not null check (leaf_hash = sha256('\x00'::bytea || leaf)),
    event        uuid not null,
    time         timestamptz not null,
    class        text not null,
    actor        uuid not null,
    about        uuid,
    outcome      text not null,
    address_hash bytea,
    body_key     uuid not null,
    body         bytea not null,
    primary key (epoch, index)
) partition by range (epoch, index);
create index log_entry_by_actor on log_entry (actor, index);
create index log_entry_by_about on log_entry (about, index) where about is not null;
grant select, insert on log_entry to ${server};

-- Where an event went, by its id: an answer that got lost is looked up here, and no id is used twice.
create table log_event (
    event uuid primary key,
    epoch integer not null,
    index bigint not null
);
grant select, insert on log_event to ${server};

-- The tree's nodes at tile boundaries (levels 8, 16 ...), one for each 256 below.
create table log_node (
    epoch integer not null,
    level smallint not null check (level > 0 and level % 8 = 0),
    index bigint not null,
    hash  bytea not null check (length(hash) = 32),
    primary key (epoch, level, index)
);
grant select, insert on log_node to ${server};

-- Each subject's events are counted without gaps: a report that leaves one out shows it.
create table log_chain (
    subject  uuid primary key,
    sequence bigint not null,
    previous bigint not null
) with (fillfactor = 50);
grant select, insert, update on log_chain to ${server};

-- What is written stays, for everybody who does not own the tables, and in replica mode too.
create function log_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'the log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger log_entry_stays before update or delete on log_entry for each row execute function log_stays();
alter table log_entry enable always trigger log_entry_stays;
create trigger log_entry_is_not_emptied before truncate on log_entry execute function log_stays();
alter table log_entry enable always trigger log_entry_is_not_emptied;
create trigger log_event_stays before update or delete on log_event for each row execute function log_stays();
alter table log_event enable always trigger log_event_stays;
create trigger log_event_is_not_emptied before truncate on log_event execute function log_stays();
alter table log_event enable always trigger log_event_is_not_emptied;
create trigger log_node_stays before update or delete on log_node for each row execute function log_stays();
alter table log_node enable always trigger log_node_stays;
create trigger log_node_is_not_emptied before truncate on log_node execute function log_stays();
alter table log_node enable always trigger log_node_is_not_emptied;

-- Makes the partition the head has come to and the one after it. The server may call it, and can choose nothing: which
-- ones are made is the head's to say.
create function log_partitions() returns void language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    breadth constant bigint := 1048576;
    head    log_head%rowtype;
    number  bigint;
    name    text;
begin
    select * into strict head from log_head;
    for number in head.size / breadth .. head.size / breadth + 1 loop
        name := format('log_entry_%s_%s', head.epoch, number);
        if to_regclass(name) is null then
            execute format('create table %I partition of log_entry for values from (%s, %s) to (%s, %s)',
                           name, head.epoch, number * breadth, head.epoch, (number + 1) * breadth);
            execute format('create trigger is_not_emptied before truncate on %I execute function log_stays()', name);
            execute format('alter table %I enable always trigger is_not_emptied', name);
        end if;
    end loop;
end $$;
revoke all on function log_partitions() from public;
grant execute on function log_partitions() to ${server};
select log_partitions();

-- The version of what belongs to one thing (a secret's place, tags, template, seed); compared after the head is locked.
create table row_version (
    object  uuid primary key,
    version bigint not null
);
grant select, insert, update on row_version to ${server};

-- Claims: held or counted in the transaction that records.
create table claim_replay (
    actor      uuid not null,
    secret     uuid not null,
    action     text not null,
    key        text not null,
    parameters bytea not null,
    event      uuid not null,
    time       timestamptz not null,
    primary key (actor, secret, action, key)
);
grant select, insert, update, delete on claim_replay to ${server};

create table claim_limit (
    counter text not null,
    starts  timestamptz not null,
    ends    timestamptz not null,
    used    bigint not null,
    primary key (counter, starts)
);
grant select, insert, update, delete on claim_limit to ${server};

create table claim_step (
    fingerprint bytea not null,
    step        bigint not null,
    session     uuid not null,
    actor       uuid not null,
    event       uuid not null,
    ends        timestamptz not null,
    primary key (fingerprint, step)
);
grant select, insert, update, delete on claim_step to ${server};

create table claim_counter (
    seed uuid primary key,
    next bigint not null
);
grant select, insert, update on claim_counter to ${server};

create table claim_backup_code (
    code     uuid primary key,
    pool     uuid not null,
    position integer not null,
    event    uuid,
    unique (pool, position)
);
grant select, insert, update on claim_backup_code to ${server};

-- "X may do A on S until T, n times, because Z approved."
create table access_grant (
    id         uuid primary key,
    actor      uuid not null,
    action     text not null,
    secret     uuid not null,
    clause     bytea not null,
    uses_left  integer not null check (uses_left >= 0),
    ends       timestamptz not null,
    ended      text
);
grant select, insert, update on access_grant to ${server};

-- What must be told because of something recorded: written with it, sent afterwards.
create table outbox (
    id         uuid primary key,
    kind       text not null,
    recipient  uuid not null,
    message    bytea not null,
    event      uuid not null,
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index outbox_waiting on outbox (created_at) where sent_at is null;
grant select, insert, update on outbox to ${server};
