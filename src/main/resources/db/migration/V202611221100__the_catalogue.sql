-- Where secrets are and what they are called. What decides who may (places, tags) is ended, never deleted: who could see
-- what at a date is asked years later. No value is in here, open or sealed.

-- A folder's person is set where it is that person's own.
create table folder (
    id         uuid primary key,
    person     uuid unique references person,
    created_at timestamptz not null,
    deleted_at timestamptz
);
grant select, insert, update on folder to ${server};

-- The template is named by its version, which never changes.
create table secret (
    id               uuid primary key,
    template         uuid not null,
    template_version integer not null check (template_version > 0),
    description      text not null check (length(description) <= 1000),
    state            text not null check (state in ('draft', 'active', 'deleted')),
    created_at       timestamptz not null,
    deleted_at       timestamptz check ((deleted_at is not null) = (state = 'deleted')),
    mac              bytea
);
create index secret_of_template on secret (template);
grant select, insert, update on secret to ${server};

-- What lies where, under which slug and name, since when and until when; folders and secrets share a folder's names, so they
-- share the table. Each place names the event that recorded it.
create table place (
    object uuid not null,
    folder uuid references folder,
    secret uuid references secret,
    parent uuid references folder check (parent <> object),
    slug   text not null check (slug ~ '^[a-z0-9][a-z0-9._-]{0,62}$' and slug !~ '^[a-z]{3}_[0-9a-z]{26}$'),
    name   text not null check (length(name) between 1 and 200),
    since  timestamptz not null,
    event  uuid not null,
    until  timestamptz check (until >= since),
    primary key (object, event),
    check (num_nonnulls(folder, secret) = 1 and object = coalesce(folder, secret)),
    check (secret is null or parent is not null)
);
create unique index place_is_one on place (object) where until is null;
create unique index place_slug_is_one on place (parent, slug) nulls not distinct where until is null;
grant select, insert, update on place to ${server};

-- The folder of everybody's personal folders: the same in every installation, and for nobody to change.
insert into folder (id, created_at) values ('00000000-0000-8000-8003-000000000001', clock_timestamp());
insert into place (object, folder, slug, name, since, event)
values ('00000000-0000-8000-8003-000000000001', '00000000-0000-8000-8003-000000000001', 'personal', 'Personal folders',
        clock_timestamp(), '00000000-0000-8000-8003-000000000001');

create table tag (
    id   uuid primary key,
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$')
);
grant select, insert on tag to ${server};

create table secret_tag (
    secret uuid not null references secret,
    tag    uuid not null references tag,
    since  timestamptz not null,
    event  uuid not null,
    until  timestamptz check (until >= since),
    primary key (secret, tag, event)
);
create unique index secret_tag_stands on secret_tag (secret, tag) where until is null;
create index secret_tag_by_tag on secret_tag (tag) where until is null;
grant select, insert, update on secret_tag to ${server};

-- People and groups; who is told and asked. It gives no right.
create table secret_owner (
    secret uuid not null references secret,
    owner  uuid not null,
    since  timestamptz not null,
    event  uuid not null,
    until  timestamptz check (until >= since),
    primary key (secret, owner, event)
);
create unique index secret_owner_stands on secret_owner (secret, owner) where until is null;
grant select, insert, update on secret_owner to ${server};
