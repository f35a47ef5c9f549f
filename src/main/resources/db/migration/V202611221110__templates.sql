-- Which fields a secret has, and what an OTP seed under them must be like.
create table template (
    id          uuid primary key,
    name        text not null check (length(name) between 1 and 200),
    description text not null check (length(description) <= 1000),
    predefined  boolean not null,
    created_at  timestamptz not null,
    deleted_at  timestamptz check (deleted_at is null or not predefined)
);
create unique index template_name_is_one on template (lower(name)) where deleted_at is null;
grant select, insert, update on template to ${server};

-- A version is written once and never altered: the server may add and read, nothing else. Nobody wrote the predefined ones.
create table template_version (
    template uuid not null references template,
    version  integer not null check (version > 0),
    made_at  timestamptz not null,
    author   uuid,
    event    uuid unique,
    primary key (template, version)
);
grant select, insert on template_version to ${server};
alter table secret add foreign key (template, template_version) references template_version;

-- A field keeps its id from version to version, so that values can follow. What is null is not a rule of its type.
create table template_field (
    template          uuid not null,
    version           integer not null,
    id                uuid not null,
    position          integer not null check (position >= 0),
    name              text not null check (length(name) between 1 and 200),
    description       text not null check (length(description) <= 1000),
    type              text not null check (type in ('single-line', 'multi-line', 'password', 'url', 'file', 'seed',
                                                    'backup-codes', 'recovery-key')),
    required          boolean not null,
    open              boolean not null check (not open or type in ('single-line', 'multi-line', 'url')),
    password_shortest integer check ((password_shortest is not null) = (type = 'password')),
    password_classes  text[],
    otp_kinds         text[] check ((otp_kinds is not null) = (type = 'seed')),
    otp_digits        integer[],
    otp_periods       integer[],
    otp_algorithms    text[],
    step_policy       text check (step_policy in ('exclusive', 'same-actor', 'shared')),
    least_life        integer,
    primary key (template, version, id),
    unique (template, version, position),
    foreign key (template, version) references template_version
);
create unique index template_field_one_seed on template_field (template, version) where type = 'seed';
grant select, insert on template_field to ${server};

-- The predefined templates; their ids are the same in every installation.
create function pg_temp.predefined(number integer, name text, description text, fields jsonb) returns void language plpgsql as $$
declare
    made constant uuid := ('00000000-0000-8000-8004-' || lpad(number::text, 12, '0'))::uuid;
begin
    insert into template (id, name, description, predefined, created_at)
    values (made, name, description, true, clock_timestamp());
    insert into template_version (template, version, made_at) values (made, 1, clock_timestamp());
    insert into template_field (template, version, id, position, name, description, type, required, open,
                                password_shortest, password_classes,
                                otp_kinds, otp_digits, otp_periods, otp_algorithms, step_policy, least_life)
    select made, 1, ('00000000-0000-8000-8005-' || lpad((number * 100 + place)::text, 12, '0'))::uuid, place - 1,
           f ->> 'name', coalesce(f ->> 'about', ''), f ->> 'type', f ? 'required', f ? 'open',
           case when f ->> 'type' = 'password' then 1 end,
           case when f ->> 'type' = 'password' then '{}'::text[] end,
           case when f ? 'narrow' then '{totp}'::text[] when f ? 'step' then '{totp,hotp,steam}'::text[] end,
           case when f ? 'narrow' then '{6}'::integer[] when f ? 'step' then '{6,7,8}'::integer[] end,
           case when f ? 'narrow' then '{30}'::integer[] when f ? 'step' then '{30,60}'::integer[] end,
           case when f ? 'narrow' then '{SHA1}'::text[] when f ? 'step' then '{SHA1,SHA256,SHA512}'::text[] end,
           f ->> 'step',
           case when f ? 'step' then 5 end
      from jsonb_array_elements(fields) with ordinality as field (f, place);
end $$;
do $do$ begin
perform pg_temp.predefined(1, 'WebApp with OTP', 'A login to a web application that asks for a code', '[
    {"name": "URL", "type": "url", "open": 1},
    {"name": "User name", "type": "single-line", "open": 1, "required": 1},
    {"name": "Password", "type": "password"},
    {"name": "OTP", "type": "seed", "required": 1, "step": "same-actor"},
    {"name": "Backup codes", "type": "backup-codes", "about": "Each works once, where the code generator is out of reach"}]');
perform pg_temp.predefined(2, 'OTP only', 'Codes alone, for a password that is kept elsewhere', '[
    {"name": "Account", "type": "single-line", "open": 1, "required": 1},
    {"name": "OTP", "type": "seed", "required": 1, "step": "same-actor"}]');
perform pg_temp.predefined(3, 'Backup codes only', 'Single-use codes alone', '[
    {"name": "Account", "type": "single-line", "open": 1, "required": 1},
    {"name": "Backup codes", "type": "backup-codes", "required": 1}]');
perform pg_temp.predefined(4, 'AWS root', 'The root user of an AWS account: one session at a time gets the code', '[
    {"name": "Account id", "type": "single-line", "open": 1, "required": 1},
    {"name": "E-mail", "type": "single-line", "open": 1, "required": 1},
    {"name": "Password", "type": "password"},
    {"name": "OTP", "type": "seed", "required": 1, "step": "exclusive", "narrow": 1},
    {"name": "Notes", "type": "multi-line"}]');
perform pg_temp.predefined(5, 'Generic web login', 'A login to a web application that asks for a password alone', '[
    {"name": "URL", "type": "url", "open": 1},
    {"name": "User name", "type": "single-line", "open": 1, "required": 1},
    {"name": "Password", "type": "password", "required": 1},
    {"name": "Recovery key", "type": "recovery-key", "about": "Works again and again"}]');
perform pg_temp.predefined(6, 'Oracle DB', 'A login to an Oracle database', '[
    {"name": "Host", "type": "single-line", "open": 1, "required": 1},
    {"name": "Port", "type": "single-line", "open": 1},
    {"name": "Service name", "type": "single-line", "open": 1},
    {"name": "User name", "type": "single-line", "open": 1, "required": 1},
    {"name": "Password", "type": "password", "required": 1}]');
perform pg_temp.predefined(7, 'File', 'A file of at most 400 KB, such as a key', '[
    {"name": "File", "type": "file", "required": 1},
    {"name": "Notes", "type": "multi-line"}]');
perform pg_temp.predefined(8, 'Secure note', 'Text', '[
    {"name": "Note", "type": "multi-line", "required": 1}]');
end $do$;
