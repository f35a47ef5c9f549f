-- Of a step that is shared, later ones are told who took it first and when; and of him only those hear who see the secret he
-- took it through. Steps that were taken before this are over within the hour, and nobody is told of them.
delete from claim_step where ends < clock_timestamp() - interval '1 hour';
alter table claim_step
    add column secret uuid not null default '00000000-0000-0000-0000-000000000000',
    add column time   timestamptz not null default clock_timestamp();
alter table claim_step alter column secret drop default, alter column time drop default;
