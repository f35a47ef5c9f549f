-- Whose word lets a program in without a secret of ours, and as which service. A federation ends once and is never deleted;
-- on what terms it let anybody in is never overwritten: who could show himself at a date is asked years later.
create table federation (
    id         uuid primary key,
    service    uuid not null references service,
    name       text not null check (length(name) between 1 and 200),
    preset     text not null check (preset in ('github', 'gitlab', 'kubernetes', 'other')),
    issuer     text not null check (length(issuer) between 1 and 500),
    active     boolean not null,
    terms      integer not null check (terms > 0),
    event      uuid not null,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create index federation_of_issuer on federation (issuer, created_at) where active and ended_at is null;
grant select, insert, update (name, active, terms, event, ended_at) on federation to ${server};

-- Claims and patterns are pairs, in one order. Keys are absent where they are fetched from the issuer.
create table federation_terms (
    federation uuid not null references federation,
    number     integer not null check (number > 0),
    audiences  text[] not null check (cardinality(audiences) between 1 and 10),
    algorithms text[] not null check (cardinality(algorithms) between 1 and 10),
    claims     text[] not null check (cardinality(claims) between 1 and 20),
    patterns   text[] not null check (cardinality(patterns) = cardinality(claims)),
    keys       text check (length(keys) <= 65536),
    event      uuid not null,
    primary key (federation, number)
);
grant select, insert on federation_terms to ${server};
