-- A terminal that asks to be signed in, until its person has said yes or no or its minutes are over. What it holds and what is
-- typed are here as hashes alone; a row is good for one credential, and goes with it.
create table terminal (
    device     bytea primary key check (length(device) = 32),
    code       bytea not null unique check (length(code) = 32),
    id         uuid not null unique,
    name       text not null check (length(name) between 1 and 64),
    address    text not null check (length(address) between 1 and 100),
    network    text not null check (length(network) between 1 and 100),
    asked_at   timestamptz not null,
    ends       timestamptz not null check (ends > asked_at),
    person     uuid,
    session    uuid,
    admitted   boolean,
    check (num_nulls(person, session, admitted) in (0, 3))
);
create index terminal_of_network on terminal (network);
create index terminal_by_end on terminal (ends);
grant select, insert, update (person, session, admitted), delete on terminal to ${server};
