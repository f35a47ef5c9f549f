-- Of a step that is shared, later ones are told who took it first and when; and of him only those hear who see the secret he
-- took it through. What was taken for one alone stays his, whoever asks later: a code that proved a seed is used up.
alter table claim_step
    add column secret  uuid not null default '00000000-0000-0000-0000-000000000000',
    add column sharing text not null default 'EXCLUSIVE' check (sharing in ('EXCLUSIVE', 'SAME_ACTOR', 'SHARED')),
    add column time    timestamptz not null default clock_timestamp();
alter table claim_step alter column secret drop default, alter column sharing drop default, alter column time drop default;
