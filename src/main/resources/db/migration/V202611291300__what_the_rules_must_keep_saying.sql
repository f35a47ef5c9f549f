-- Policy tests and invariants. A save that breaks one is refused. Each is replaced and removed as a whole; what became of it is
-- on the log.
create table expectation (
    id         uuid primary key,
    document   bytea not null check (length(document) between 2 and 32768),
    author     uuid,
    event      uuid not null,
    changed_at timestamptz not null
);
grant select, insert, delete, update (document, author, event, changed_at) on expectation to ${server};
