-- From where a token may be shown; from anywhere where there is none. Ranges and end are given once: to change them, the
-- token is replaced by another one, and a token is replaced by one at the most.
alter table token add column ranges text[] not null default '{}',
                  add column replaces uuid unique references token;

-- When something was last shown, to the minute. No decision reads it, so it is no part of the world, and it is written
-- behind the requests: a row of its own, so that no change of a token ever waits for it.
create table shown_last (
    shown   uuid primary key,
    used_at timestamptz not null
);
grant select, insert, update (used_at) on shown_last to ${server};

-- Programs that act for people. What such a program may is in the policies; for whom it acts, that person says.
create table agent (
    id         uuid primary key,
    name       text not null unique check (length(name) between 1 and 200),
    active     boolean not null,
    created_at timestamptz not null
);
grant select, insert, update (name, active) on agent to ${server};

-- That an agent acts for a person, until when, and by the hash of which token. It ends once and is never deleted.
create table delegation (
    id         uuid primary key,
    agent      uuid not null references agent,
    person     uuid not null references person,
    label      text not null check (length(label) between 1 and 200),
    hash       bytea not null unique check (length(hash) = 32),
    ranges     text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    ended_at   timestamptz
);
create index delegation_of_agent on delegation (agent, created_at);
create index delegation_of_person on delegation (person, created_at);
grant select, insert, update (ended_at) on delegation to ${server};
