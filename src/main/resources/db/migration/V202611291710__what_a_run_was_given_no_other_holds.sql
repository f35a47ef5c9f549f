-- Of a program that somebody vouches for: which of its runs asked, and to which alone the grant belongs. Absent where runs are
-- not told apart.
alter table access_request add column run text check (length(run) between 1 and 2000);
alter table access_grant add column run text check (length(run) between 1 and 2000);
drop index access_request_one_waits;
create unique index access_request_one_waits on access_request (hand, verb, secret, clause, coalesce(run, ''))
    where state = 'pending';
