-- Whoever was never activated is invited; whoever was, and is not active, is suspended.
alter table person add column activated_at timestamptz;
update person set activated_at = created_at;
alter table person add constraint active_once_activated check (activated_at is not null or not active);

-- Of the link its hash alone. An invitation ends once and is never deleted; a person has at most one that stands.
create table invitation (
    id         uuid primary key,
    person     uuid not null references person,
    hash       bytea not null unique check (length(hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    ended_at   timestamptz,
    used       boolean not null default false check (not used or ended_at is not null)
);
create unique index invitation_stands on invitation (person) where ended_at is null;
grant select, insert, update (ended_at, used) on invitation to ${server};
