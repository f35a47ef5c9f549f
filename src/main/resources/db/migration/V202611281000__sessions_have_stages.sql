-- How far a sign-in has come: half (the password was right, the second step is missing), recovery (by a recovery code, and
-- nothing said about it yet), full. When and how its person last proved who he is; whether the provider of a single sign-on
-- says that it asked for a second factor. Of sessions from before none of this is known.
delete from session;
alter table session
    add column programs boolean not null,
    add column stage text not null check (stage in ('half', 'recovery', 'full')),
    add column via text not null check (via in ('local', 'oidc')),
    add column asserted boolean not null,
    add column factor_at timestamptz,
    add column factor_method text check (length(factor_method) between 1 and 40),
    add column used_at timestamptz not null,
    add check ((factor_at is null) = (factor_method is null)),
    add check (stage = 'full' or not programs);

-- Browsers by which somebody has signed in to an account, by the hash of their cookie: their guesses queue up apart, so that
-- nobody can keep people out by guessing without end. They are let in by nothing else than everybody is.
create table known_browser (
    browser bytea primary key check (length(browser) = 32),
    account bytea not null check (length(account) = 32),
    until   timestamptz not null
);
create index known_browser_by_age on known_browser (until);
grant select, insert, delete on known_browser to ${server};
