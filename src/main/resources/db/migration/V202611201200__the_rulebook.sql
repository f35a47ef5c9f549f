-- The whole set of policies, one version after another. An edition is written once, in the transaction that records it,
-- and is never altered: the server may add and read, nothing else.
create table edition (
    number     bigint primary key check (number > 0),
    hash       bytea not null check (length(hash) = 32),
    -- The canonical bytes as they were hashed, not jsonb: that would respell them.
    document   bytea not null,
    -- Nobody wrote the first.
    author     uuid references person check (author is not null or number = 1),
    -- The event that holds the hash: an edition whose event says otherwise is not loaded.
    event      uuid not null unique,
    created_at timestamptz not null
);
grant select, insert on edition to ${server};
