-- One searches by class, by what did not go well, and by address, each along the log; times are found by halving, because
-- they never go backwards. Only few events are not "done", so those alone are kept; most are released codes, and what is
-- found everywhere needs no index.
create index log_entry_by_class on log_entry (class, index) where class <> 'code-released';
create index log_entry_by_outcome on log_entry (outcome, index) where outcome <> 'done';
create index log_entry_by_address on log_entry (address_hash, index) where address_hash is not null;
