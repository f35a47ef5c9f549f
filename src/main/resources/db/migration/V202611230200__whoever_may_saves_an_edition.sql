-- Whoever a policy lets edit policies may save an edition, a service too: the author is an actor as the log has it, and no
-- longer a person in every case.
alter table edition drop constraint edition_author_fkey;
