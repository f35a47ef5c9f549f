-- What the log has signed. A checkpoint is written once and stays; two of one size cannot be.
create table checkpoint (
    epoch     integer not null references log_epoch,
    size      bigint not null check (size >= 0),
    root      bytea not null check (length(root) = 32),
    note      text not null,
    signed_at timestamptz not null default clock_timestamp(),
    primary key (epoch, size)
);
grant select, insert on checkpoint to ${server};

create trigger checkpoint_stays before update or delete on checkpoint for each row execute function log_stays();
alter table checkpoint enable always trigger checkpoint_stays;
create trigger checkpoint_is_not_emptied before truncate on checkpoint execute function log_stays();
alter table checkpoint enable always trigger checkpoint_is_not_emptied;
