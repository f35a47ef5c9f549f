-- By what a person's authenticators know him: chance, and nothing that anybody could find out from it.
create table passkey_holder (
    person uuid primary key references person,
    handle bytea not null unique check (length(handle) = 32)
);
grant select, insert, delete on passkey_holder to ${server};

-- Of a credential what is public. It is one person's, and its id is nobody else's.
create table passkey (
    id              uuid primary key,
    person          uuid not null references person,
    credential      bytea not null unique check (length(credential) between 1 and 1023),
    public_key      bytea not null check (length(public_key) between 1 and 4096),
    sign_count      bigint not null check (sign_count between 0 and 4294967295),
    transports      text not null check (length(transports) <= 200),
    backup_eligible boolean not null,
    user_verified   boolean not null,
    label           text not null check (length(label) between 1 and 200),
    created_at      timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_of_person on passkey (person);
grant select, insert, delete, update (sign_count, user_verified, last_used_at) on passkey to ${server};

-- Of a challenge its hash alone. Whoever answers it deletes it: of many who do at once, one.
create table passkey_challenge (
    hash       bytea primary key check (length(hash) = 32),
    person     uuid not null references person,
    session    uuid not null,
    purpose    text not null check (purpose in ('register', 'sign-in', 'step-up')),
    expires_at timestamptz not null
);
create index passkey_challenge_of_person on passkey_challenge (person);
grant select, insert, delete on passkey_challenge to ${server};
