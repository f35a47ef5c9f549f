-- A change whose author gains by it, or takes away whoever could have objected: kept as it was asked for until another
-- person has said yes, and done then. What it says is bound by its event, which holds the hash of all but its state.
create table proposed_change (
    id         uuid primary key,
    kind       text not null,
    verb       text not null,
    author     uuid not null,
    machine    boolean not null,
    document   text not null,
    gains      text not null,
    event      uuid not null,
    created_at timestamptz not null,
    ends       timestamptz not null check (ends > created_at),
    state      text not null check (state in ('waiting', 'confirmed', 'applied', 'declined', 'withdrawn', 'void')),
    decided_by uuid,
    decided_at timestamptz,
    why        text,
    constraint decided_as_it_says check ((state = 'waiting') = (decided_at is null))
);
create index proposed_change_open on proposed_change (created_at) where state in ('waiting', 'confirmed');
create index proposed_change_of_author on proposed_change (author, created_at);
grant select, insert on proposed_change to ${server};
grant update (state, decided_by, decided_at, why) on proposed_change to ${server};

-- To whom something was shown by which a service shows itself, or who said whose word lets one in: he can do what it can.
create table credential_shown (
    credential uuid not null,
    service    uuid not null,
    person     uuid not null,
    shown_at   timestamptz not null,
    primary key (credential, person)
);
create index credential_shown_to on credential_shown (person);
grant select, insert on credential_shown to ${server};
