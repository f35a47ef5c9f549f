-- Who at the provider is who here: by issuer and subject, and by nothing that could be chosen or change there.
create table sso_link (
    issuer    text not null check (length(issuer) between 1 and 500),
    subject   text not null check (length(subject) between 1 and 255),
    person    uuid not null references person,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (person, issuer)
);
grant select, insert, delete on sso_link to ${server};

-- Which value of the provider's claim gives which group. That it is no role is asked when a row is written and when it is used.
create table sso_group (
    id       uuid primary key,
    claim    text not null check (length(claim) between 1 and 200),
    group_id uuid not null references directory_group on delete cascade,
    since    timestamptz not null,
    unique (claim, group_id)
);
grant select, insert, delete on sso_group to ${server};

-- What a session has from the provider. It goes with the session, or on to the one in its place; what a value gave goes with the
-- value's row too.
create table sso_session (
    session uuid primary key references session (id) on delete cascade,
    person  uuid not null references person,
    issuer  text not null,
    subject text not null,
    sid     text
);
create index sso_session_of_subject on sso_session (subject);
create index sso_session_of_sid on sso_session (sid);
create index sso_session_of_person on sso_session (person);
grant select, insert, update (session) on sso_session to ${server};

create table sso_session_group (
    session uuid not null references sso_session on delete cascade on update cascade,
    mapping uuid not null references sso_group on delete cascade,
    primary key (session, mapping)
);
create index sso_session_group_of_mapping on sso_session_group (mapping);
grant select, insert on sso_session_group to ${server};

-- What counts once: states that led to something, and logout tokens. By their hashes, for an hour.
create table sso_used (
    hash  bytea primary key check (length(hash) = 32),
    until timestamptz not null
);
create index sso_used_by_age on sso_used (until);
grant select, insert, delete on sso_used to ${server};

-- A session that proved itself and may link what comes back with a state.
create table sso_permit (
    state   bytea primary key check (length(state) = 32),
    session uuid not null references session (id) on delete cascade,
    until   timestamptz not null
);
create index sso_permit_by_age on sso_permit (until);
grant select, insert, delete on sso_permit to ${server};
