-- What became of a code, by the word of whoever had it: once, and never altered.
create table release_report (
    release uuid primary key,
    secret  uuid not null references secret,
    kind    text not null check (kind in ('code', 'backup-code')),
    result  text not null check (result in ('used', 'rejected', 'not-used')),
    actor   uuid not null,
    event   uuid not null unique,
    time    timestamptz not null,
    helped  uuid unique,
    check (kind = 'backup-code' or result <> 'not-used'),
    check (helped is null or result = 'rejected')
);
create index release_report_of_secret on release_report (secret, time);
grant select, insert, update (helped) on release_report to ${server};

-- Of a pool the last codes may leave only if others have agreed to it.
alter table template_field add column last_by_approval integer
    check (last_by_approval is null or (last_by_approval between 1 and 100 and type = 'backup-codes'));

-- What a release took, found by the record of it.
create index claim_backup_code_taken on claim_backup_code (event) where event is not null;
