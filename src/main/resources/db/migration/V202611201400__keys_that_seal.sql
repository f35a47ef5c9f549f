-- The keys of the purposes. A row says that a key was made and what for; of a purpose and label the highest version is in
-- use, lower ones still open what they sealed. Nothing here opens anything: see src/docs/formats/envelope.md.
create table sealing_key (
    id         uuid primary key,
    purpose    text not null check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
    label      text not null check (label ~ '^[a-z0-9-]{1,32}$'),
    version    integer not null check (version > 0),
    created_at timestamptz not null default clock_timestamp(),
    unique (purpose, label, version)
);
grant select, insert on sealing_key to ${server};

-- A key wrapped by a root key, which is never in the database; "root" is its fingerprint. A change of root adds rows
-- here before it takes the old ones away, and a key without any is destroyed. The server may add and not take away:
-- whoever takes over its connection cannot erase what was sealed.
create table sealing_key_wrap (
    key        uuid not null references sealing_key,
    root       text not null check (length(root) between 1 and 256),
    wrapped    bytea not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (key, root)
);
grant select, insert on sealing_key_wrap to ${server};
