-- Where messages are sent outside. Where a channel leads, and what signs for it, stand sealed in rows of their own, which
-- are never altered and go with the channel; the channel's row stays, for policies and the log name it.
create table channel (
    id         uuid primary key,
    kind       text not null check (kind in ('webhook', 'slack', 'teams', 'mail')),
    name       text not null check (length(name) between 1 and 200),
    active     boolean not null,
    event      uuid not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    constraint ended_is_not_active check (ended_at is null or not active)
);
grant select, insert, update (name, active, event, ended_at) on channel to ${server};

create table channel_secret (
    channel uuid not null references channel,
    content text not null check (content in ('address', 'signing-secret')),
    key     uuid not null,
    sealed  bytea not null check (length(sealed) <= 4096),
    primary key (channel, content)
);
create index channel_secret_key on channel_secret (key);
create trigger channel_secret_names_a_kept_key before insert or update of key on channel_secret
    for each row execute function sealed_value_names_a_kept_key();
grant select, insert, delete on channel_secret to ${server};

-- Where somebody gets mail, if anywhere.
alter table person add column mail text check (length(mail) between 3 and 254);

-- An address that was changed is told so once, and forgotten.
create table former_mail (
    id      uuid primary key,
    person  uuid not null references person,
    address text not null check (length(address) between 3 and 254)
);
grant select, insert, delete on former_mail to ${server};

-- How far a message is on its way out. What was written before there was a way is kept as a notice and goes nowhere.
alter table outbox
    add column ended    text check (ended in ('sent', 'kept', 'failed')),
    add column attempts integer not null default 0,
    add column next_at  timestamptz not null default clock_timestamp();
update outbox set ended = 'kept';
drop index outbox_waiting;
create index outbox_waiting on outbox (recipient, next_at) where ended is null;
grant update (ended, attempts, next_at) on outbox to ${server};
