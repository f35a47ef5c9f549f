-- A page that keeps a code showing: which session, of which secret, until when, and the last step that it was shown. One
-- record for each step, so a step is shown once to it.
create table claim_showing (
    session uuid not null,
    secret  uuid not null,
    step    bigint not null,
    ends    timestamptz not null,
    primary key (session, secret)
);
create index claim_showing_by_end on claim_showing (ends);
grant select, insert, update, delete on claim_showing to ${server};
