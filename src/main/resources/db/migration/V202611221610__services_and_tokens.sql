-- Machines are of the world like people: who they are and whether they may show themselves, never what they may do.
create table service (
    id         uuid primary key,
    name       text not null unique check (length(name) between 1 and 200),
    active     boolean not null,
    created_at timestamptz not null
);
grant select, insert, update (name, active) on service to ${server};

-- Of a token its hash alone. A token ends once and is never deleted: who could show it at a date is asked years later.
create table token (
    id         uuid primary key,
    service    uuid not null references service,
    label      text not null check (length(label) between 1 and 200),
    hash       bytea not null unique check (length(hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    ended_at   timestamptz
);
create index token_of_service on token (service, created_at);
grant select, insert, update (ended_at) on token to ${server};
