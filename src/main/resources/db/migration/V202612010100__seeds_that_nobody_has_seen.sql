-- A seed may be made here and shown to nobody. That is said, like who could know one is: no entry at all says nothing.
alter table custody drop constraint custody_kind_check;
alter table custody add constraint custody_kind_check check (kind in ('person', 'service', 'agent', 'unknown', 'nobody'));
alter table custody drop constraint custody_how_check;
alter table custody add constraint custody_how_check check (how in ('typed', 'picture', 'imported', 'generated'));
alter table custody drop constraint custody_check;
alter table custody add constraint custody_check
    check ((actor is null) = (kind in ('unknown', 'nobody')) and (kind = 'nobody') = (how = 'generated'));
