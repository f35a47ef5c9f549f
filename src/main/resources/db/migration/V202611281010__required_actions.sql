-- What people have yet to do before anything else: one person, everybody in a group as long as he stands there, or (without
-- a target) everybody who was added since. Ended, never deleted.
create table required_action (
    id      uuid primary key,
    action  text not null check (action in ('set-up-second-factor', 'change-password')),
    target  uuid,
    since   timestamptz not null,
    until   timestamptz
);
create unique index required_action_once on required_action (action, target) nulls not distinct where until is null;
grant select, insert, update (until) on required_action to ${server};
