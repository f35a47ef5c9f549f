-- Seeds that count and pools of backup codes, after the database was put back from a copy: what went out in between is not
-- known here, so nothing of them goes out until somebody has said how it stands. The owner of the schema puts them in when the
-- new log begins; the server takes them out, and can put none in.
create table claim_unsure (
    object uuid primary key
);
grant select, delete on claim_unsure to ${server};
