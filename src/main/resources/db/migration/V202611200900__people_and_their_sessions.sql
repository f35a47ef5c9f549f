-- ${server} is the role the server runs as. It gets what it needs and no more: what is not granted here, a stolen
-- connection cannot do either.

-- The server compares the schema with what it brings before it starts; only the owner changes either.
grant select on "${flyway:table}" to ${server};

-- One row for ever: which installation this is. Whatever is sealed is bound to it.
create table installation (
    id         uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default clock_timestamp(),
    only_one   boolean not null default true unique check (only_one)
);
insert into installation default values;
grant select on installation to ${server};

-- People are never deleted: what they did refers to them.
create table person (
    id           uuid primary key,
    account_name text not null unique check (account_name ~ '^[a-z0-9][a-z0-9._@+-]{0,62}$'),
    display_name text not null check (length(display_name) between 1 and 200),
    active       boolean not null,
    created_at   timestamptz not null
);
grant select, insert, update on person to ${server};

-- A local password. "initial": given by somebody else, good only for setting one of one's own.
create table password (
    person     uuid primary key references person,
    hash       text not null,
    initial    boolean not null,
    changed_at timestamptz not null
);
grant select, insert, update, delete on password to ${server};

-- A sign-in with all its tabs. The cookie's hash is the key: a stolen copy of this table opens no session.
create table session (
    token_hash bytea primary key check (length(token_hash) = 32),
    person     uuid not null references person,
    opened_at  timestamptz not null,
    seen_at    timestamptz not null
);
create index session_of_person on session (person);
grant select, insert, update, delete on session to ${server};

-- Attempts to sign in since the last success, by the hash of the account name as typed: known and unknown names alike,
-- and a password typed into the wrong field is not kept.
create table sign_in_throttle (
    account  bytea primary key check (length(account) = 32),
    attempts integer not null,
    tried_at timestamptz not null
);
create index sign_in_throttle_by_age on sign_in_throttle (tried_at);
grant select, insert, update, delete on sign_in_throttle to ${server};
