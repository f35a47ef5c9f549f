-- What somebody asked others for: one verb on one secret, in the words of one clause. People and things are named by id.
-- Of the reason its length stands here; what was said is in the sealed body of the event that recorded it.
create table access_request (
    id               uuid primary key,
    glass            boolean not null,
    hand             uuid not null,
    actor            uuid not null,
    actor_kind       text not null check (actor_kind in ('person', 'service', 'agent')),
    person           uuid references person,
    session          uuid,
    verb             text not null check (length(verb) between 1 and 40),
    secret           uuid not null,
    path             text not null check (length(path) between 1 and 4096),
    template         uuid not null,
    template_version integer not null,
    clause           bytea not null check (length(clause) = 32),
    needs            bytea not null check (length(needs) <= 65535),
    skipped          bytea not null check (length(skipped) <= 65535),
    reason           integer not null check (reason between 0 and 500),
    ticket           text check (length(ticket) between 1 and 500),
    event            uuid not null,
    asked_at         timestamptz not null,
    decide_by        timestamptz not null,
    state            text not null
                     check (state in ('pending', 'approved', 'rejected', 'withdrawn', 'expired', 'void', 'revoked')),
    settled_at       timestamptz,
    settled_by       uuid,
    settled_event    uuid,
    reviewed_at      timestamptz,
    reviewed_by      uuid references person,
    review_event     uuid,
    check (actor_kind = 'service' or person is not null),
    check (num_nulls(settled_at, settled_by, settled_event) in (0, 3)),
    check ((state = 'pending') = (settled_at is null)),
    check (num_nulls(reviewed_at, reviewed_by, review_event) in (0, 3)),
    check (glass or reviewed_at is null)
);
-- One need is asked for once, however often it is tried.
create unique index access_request_one_waits on access_request (hand, verb, secret, clause) where state = 'pending';
create index access_request_of_need on access_request (hand, verb, secret, asked_at);
create index access_request_of_person on access_request (person, asked_at);
create index access_request_waits on access_request (decide_by) where state = 'pending';
create index access_request_unreviewed on access_request (asked_at) where glass and reviewed_at is null;
grant select, insert, update (state, settled_at, settled_by, settled_event, reviewed_at, reviewed_by, review_event)
    on access_request to ${server};

-- A yes or a no. Nobody counts twice.
create table access_verdict (
    id      uuid primary key,
    request uuid not null references access_request,
    person  uuid not null references person,
    yes     boolean not null,
    uses    integer check (uses > 0),
    seconds bigint check (seconds > 0),
    event   uuid not null,
    at      timestamptz not null,
    unique (request, person)
);
create index access_verdict_of_person on access_verdict (person, at);
grant select, insert on access_verdict to ${server};

-- Of which request a grant is.
alter table access_grant add column request uuid unique references access_request;
create index access_grant_held on access_grant (actor, action, secret) where ended is null;
create index access_grant_lapsing on access_grant (ends) where ended is null;
