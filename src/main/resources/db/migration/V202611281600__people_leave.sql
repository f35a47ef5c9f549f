-- Whoever has gone keeps his row, because the log names it. His account name is free again: who has it next is somebody else.
alter table person
    add column removed_at timestamptz,
    add column manager uuid references person,
    drop constraint person_account_name_key,
    add constraint gone_is_not_active check (removed_at is null or not active),
    add constraint nobody_manages_himself check (manager <> id);
create unique index person_account_name on person (account_name) where removed_at is null;
create index person_of_manager on person (manager) where manager is not null;

-- Also those that ended: in which groups somebody stood when he went.
create index membership_of_member on membership (member);
