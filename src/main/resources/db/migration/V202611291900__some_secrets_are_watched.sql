-- Whether the owners are told of each release. Sealed with the rest of the row where it is so: whoever takes it away in here
-- leaves a row that is not as it was left.
alter table secret add column watched boolean not null default false;
