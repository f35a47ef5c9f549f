-- What is known of seeds without having one. The seed itself is a sealed value: under proof as "entry", then as "value".
create table seed (
    value       uuid primary key,
    entry       uuid not null unique,
    secret      uuid not null references secret,
    field       uuid not null,
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    kind        text not null check (kind in ('totp', 'hotp', 'steam')),
    algorithm   text not null check (algorithm in ('SHA1', 'SHA256', 'SHA512')),
    digits      integer not null check (digits between 5 and 10),
    period      integer not null check ((period = 0) = (kind = 'hotp')),
    counter     bigint not null check (counter >= 0),
    issuer      text not null check (length(issuer) <= 255),
    account     text not null check (length(account) <= 255),
    state       text not null check (state in ('under-proof', 'serving', 'destroyed')),
    entered_at  timestamptz not null,
    entered_by  uuid not null,
    shown       integer not null default 0,
    proved_at   timestamptz,
    proved_by   uuid check ((proved_by is null) = (proved_at is null)),
    ended_at    timestamptz check ((ended_at is not null) = (state = 'destroyed')),
    mac         bytea not null,
    check (state <> 'serving' or proved_at is not null),
    check (state <> 'under-proof' or proved_at is null)
);
create unique index seed_one_under_proof on seed (secret) where state = 'under-proof';
create unique index seed_one_serving on seed (secret) where state = 'serving';
create index seed_of_secret on seed (secret, entered_at);
create index seed_by_fingerprint on seed (fingerprint) where state <> 'destroyed';
grant select, insert, update on seed to ${server};

-- Who could ever have known a seed. Nothing is taken back here, so the server may add and read only. Without an actor:
-- nobody knows who had it before it came.
create table custody (
    seed  uuid not null references seed,
    actor uuid,
    kind  text not null check (kind in ('person', 'service', 'agent', 'unknown')),
    how   text not null check (how in ('typed', 'picture', 'imported')),
    time  timestamptz not null,
    event uuid not null,
    unique nulls not distinct (seed, actor),
    check ((actor is null) = (kind = 'unknown'))
);
create index custody_of_actor on custody (actor);
grant select, insert on custody to ${server};

-- A pool of backup codes; each code is a sealed value, and claim_backup_code says which are taken.
create table backup_pool (
    pool      uuid primary key,
    secret    uuid not null references secret,
    field     uuid not null,
    total     integer not null check (total between 1 and 100),
    low_water integer not null check (low_water between 0 and 100),
    made_at   timestamptz not null,
    made_by   uuid not null,
    ended_at  timestamptz
);
create unique index backup_pool_one on backup_pool (secret, field) where ended_at is null;
grant select, insert, update on backup_pool to ${server};

-- A seed under proof is a sealed value like the others.
alter table sealed_value drop constraint sealed_value_content_check,
    add constraint sealed_value_content_check
        check (content in ('seed', 'seed-under-proof', 'backup-code', 'field', 'file', 'recovery-key'));
