-- A person's own second factor by an OTP app: the seed sealed, what it yields beside it and bound to it. Until a code has
-- proved it, it is of no use but to the session it was shown to, and ends by itself.
create table factor_app (
    id           uuid primary key,
    person       uuid not null references person,
    label        text not null check (length(label) between 1 and 200),
    algorithm    text not null check (algorithm in ('SHA1', 'SHA256', 'SHA512')),
    digits       integer not null check (digits in (6, 8)),
    period       integer not null check (period between 15 and 120),
    look_around  integer not null check (look_around between 0 and 10),
    key          uuid not null,
    seed         bytea not null,
    created_at   timestamptz not null,
    session      uuid not null,
    expires_at   timestamptz not null,
    proved_at    timestamptz,
    last_step    bigint,
    last_used_at timestamptz,
    check (num_nulls(proved_at, last_step, last_used_at) in (0, 3))
);
create index factor_app_of_person on factor_app (person);
create unique index factor_app_one_pending on factor_app (person) where proved_at is null;
grant select, insert, update (key, seed, proved_at, last_step, last_used_at), delete on factor_app to ${server};

-- A person's recovery codes: one salt for all of a set, so that a guess costs one hash. One set counts; another may wait
-- until its owner says that he has kept it.
create table recovery_set (
    id       uuid primary key,
    person   uuid not null references person,
    recipe   text not null,
    session  uuid not null,
    made_at  timestamptz not null,
    kept_at  timestamptz
);
create unique index recovery_set_one_counts on recovery_set (person) where kept_at is not null;
create unique index recovery_set_one_waits on recovery_set (person) where kept_at is null;
grant select, insert, update (kept_at), delete on recovery_set to ${server};

-- Of a code its slow hash alone, and that sealed: a copy of the database has nothing to guess at.
create table recovery_code (
    set     uuid not null references recovery_set on delete cascade,
    number  integer not null check (number between 1 and 100),
    key     uuid not null,
    hash    bytea not null,
    used_at timestamptz,
    primary key (set, number)
);
grant select, insert, update (key, hash, used_at), delete on recovery_code to ${server};

-- No row comes to name a key that is not kept.
create trigger factor_app_names_a_kept_key before insert or update of key on factor_app
    for each row execute function sealed_value_names_a_kept_key();
create trigger recovery_code_names_a_kept_key before insert or update of key on recovery_code
    for each row execute function sealed_value_names_a_kept_key();
create index factor_app_key on factor_app (key);
create index recovery_code_key on recovery_code (key);
