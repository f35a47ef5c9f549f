-- A version says how many fields it has, and has them when the transaction that made it ends: so none can be added later,
-- by nobody who does not own the tables, and in replica mode too.
alter table template_version add column fields integer;
update template_version v
   set fields = (select count(*) from template_field f where f.template = v.template and f.version = v.version);
alter table template_version alter column fields set not null, add check (fields > 0);

create function template_version_is_whole() returns trigger language plpgsql
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    said  integer;
    found integer;
begin
    select fields into strict said from template_version where template = new.template and version = new.version;
    select count(*) into strict found from template_field where template = new.template and version = new.version;
    if found <> said then
        raise exception 'a version of a template keeps the fields it was made with'
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger template_version_is_whole after insert on template_version
    deferrable initially deferred for each row execute function template_version_is_whole();
alter table template_version enable always trigger template_version_is_whole;
create constraint trigger template_field_was_there after insert on template_field
    deferrable initially deferred for each row execute function template_version_is_whole();
alter table template_field enable always trigger template_field_was_there;
