-- What secrets hold. A sealed value is a row for ever; when the value is destroyed, its key and bytes are nulls.
create table sealed_value (
    value        uuid primary key,
    secret       uuid not null references secret,
    field        uuid not null,
    content      text not null check (content in ('seed', 'backup-code', 'field', 'file', 'recovery-key')),
    key          uuid,
    data_key     bytea,
    bytes        bytea,
    since        timestamptz not null,
    event        uuid not null,
    actor        uuid not null,
    until        timestamptz check (until >= since),
    destroyed_at timestamptz check (destroyed_at >= until),
    check (num_nonnulls(key, data_key, bytes) = case when destroyed_at is null then 3 else 0 end)
);
-- Of a pool of backup codes many stand at once.
create unique index sealed_value_is_one on sealed_value (secret, field, content)
    where until is null and content <> 'backup-code';
create index sealed_value_of_secret on sealed_value (secret) where destroyed_at is null;
create index sealed_value_key on sealed_value (key, value) where destroyed_at is null;
grant select, insert, update (key, data_key, bytes, until, destroyed_at) on sealed_value to ${server};

-- The values that lie in clear and are searched.
create table open_field (
    secret uuid not null references secret,
    field  uuid not null,
    value  text not null check (length(value) between 1 and 5000),
    primary key (secret, field)
);
grant select, insert, update, delete on open_field to ${server};

-- Since when what is deleted waits to be brought back.
create table trash (
    secret uuid primary key references secret,
    since  timestamptz not null
);
grant select, insert, delete on trash to ${server};
