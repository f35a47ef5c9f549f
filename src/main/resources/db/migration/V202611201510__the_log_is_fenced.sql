-- Epochs stay as well: which origin a checkpoint was signed under is part of what it says.
create trigger log_epoch_stays before update or delete on log_epoch for each row execute function log_stays();
alter table log_epoch enable always trigger log_epoch_stays;
create trigger log_epoch_is_not_emptied before truncate on log_epoch execute function log_stays();
alter table log_epoch enable always trigger log_epoch_is_not_emptied;

-- What is over is forgotten under the head's lock: it must be found without reading the rest.
create index claim_replay_by_age on claim_replay (time);
create index claim_limit_by_end on claim_limit (ends);
create index claim_step_by_end on claim_step (ends);
