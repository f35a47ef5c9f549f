-- Who is told reads it here, and says so. Whom it was told, what and when can be altered no more: the server adds rows and
-- sets the two dates.
alter table outbox add column read_at timestamptz;
create index outbox_of_recipient on outbox (recipient, created_at desc, id desc);
revoke update on outbox from ${server};
grant update (sent_at, read_at) on outbox to ${server};
