-- Which classes of events a webhook is told. The log's appender reads this once for each version of the world.
create table channel_subscription (
    channel uuid not null references channel,
    class   text not null check (class ~ '^[a-z]+(-[a-z]+)*$' and length(class) <= 40),
    primary key (channel, class)
);
grant select, insert, delete on channel_subscription to ${server};

-- Another secret signs: for a while the one before signs beside it.
alter table channel_secret drop constraint channel_secret_content_check;
alter table channel_secret
    add constraint channel_secret_content_check
        check (content in ('address', 'signing-secret', 'former-signing-secret')),
    add column good_until timestamptz,
    add constraint only_a_former_one_ends check ((good_until is not null) = (content = 'former-signing-secret'));

-- How the last attempt went, in a word of a closed list: nothing of what was answered.
alter table outbox add column why text check (why ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(why) <= 40);
grant update (why) on outbox to ${server};
