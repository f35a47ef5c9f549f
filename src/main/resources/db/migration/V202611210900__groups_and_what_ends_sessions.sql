-- Groups, and who stands in them. The six built-in ones are the roles (dev.cofactor.ledger.rulebook.Role has the same ids);
-- what their members may do is written in policies.
create table directory_group (
    id         uuid primary key,
    name       text not null unique check (length(name) between 1 and 200),
    built_in   boolean not null,
    created_at timestamptz not null
);
insert into directory_group (id, name, built_in, created_at)
select ('00000000-0000-8000-8000-00000000000' || number)::uuid, name, true, clock_timestamp()
  from (values (1, 'Administrators'), (2, 'Template authors'), (3, 'Policy authors'), (4, 'Approvers'), (5, 'Auditors'),
               (6, 'Everyone')) as role (number, name);
grant select, insert, update on directory_group to ${server};

-- Memberships are ended, never deleted: who could do something at a date is asked years later.
create table membership (
    group_id uuid not null references directory_group,
    member   uuid not null,
    since    timestamptz not null,
    until    timestamptz,
    primary key (group_id, member, since)
);
create unique index membership_stands on membership (member, group_id) where until is null;
grant select, insert, update on membership to ${server};

-- Everyone is in the group of everyone, and whoever was there before there were groups is the first administrator.
insert into membership (group_id, member, since)
select uuid '00000000-0000-8000-8000-000000000006', id, created_at from person
union all
select uuid '00000000-0000-8000-8000-000000000001', id, created_at from person;

-- A session is named by an id where it is spoken of; the cookie's hash opens it. Its two ends stand in the row, so that
-- whoever records under the head's lock can tell by the database's clock whether it stands.
delete from session;
alter table session
    add column id uuid not null unique,
    add column idle_until timestamptz not null,
    add column ends_at timestamptz not null,
    drop column seen_at;
