-- After a restore nothing sealed leaves until somebody with the host has looked at what the copy says and confirmed it. It stands
-- in the head row, which every release locks: there is no moment between the confirmation and what it allows.
alter table log_head add column unconfirmed boolean not null default false;
