-- Keys to which shares of disaster bundles are sealed: the public half of what each holder made for himself, elsewhere. A key
-- ends once and stays: who could have opened a bundle is asked years later. By its event it is known to be what was registered.
create table bundle_key (
    id         uuid primary key,
    person     uuid not null references person,
    public_key bytea not null check (octet_length(public_key) = 32),
    event      uuid not null,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create unique index bundle_key_one on bundle_key (person) where ended_at is null;
grant select, insert, update (ended_at) on bundle_key to ${server};

-- Bundles that two people agreed to. What is in one and for whom is written once and bound by the event; of what became of it
-- only that it was made, and by which key its uses are known. The bundle itself is kept nowhere.
create table bundle (
    id         uuid primary key,
    document   text not null check (length(document) <= 262144),
    author     uuid not null,
    agreed_by  uuid not null,
    agreed     uuid not null,
    agreed_at  timestamptz not null,
    made       uuid,
    made_by    uuid,
    made_at    timestamptz,
    digest     bytea check (octet_length(digest) = 32),
    uses       bytea check (octet_length(uses) = 32),
    constraint made_as_a_whole check (
        (made is null) = (made_by is null) and (made is null) = (made_at is null)
        and (made is null) = (digest is null) and (made is null) = (uses is null))
);
create index bundle_by_time on bundle (agreed_at);
grant select, insert, update (made, made_by, made_at, digest, uses) on bundle to ${server};

-- What was opened from bundles, as their lists of uses say: each line once, for ever.
create table bundle_use (
    bundle    uuid not null references bundle,
    digest    bytea not null check (octet_length(digest) = 32),
    secret    uuid not null,
    value     uuid not null,
    content   text not null check (content in ('seed', 'backup-code')),
    number    integer not null check (number >= 0),
    opened_at timestamptz not null,
    event     uuid not null,
    told_at   timestamptz not null,
    primary key (bundle, digest)
);
create index bundle_use_of_secret on bundle_use (secret);
grant select, insert on bundle_use to ${server};

-- Whoever opened a bundle could have known the seeds in it.
alter table custody drop constraint custody_how_check,
    add constraint custody_how_check check (how in ('typed', 'picture', 'imported', 'generated', 'bundle'));
