--
-- PostgreSQL database dump
--

\restrict gqpachlbMV9krgea4qkID4xtz6ccedCJEvQeZGkEFUcjEQyxdNcgxxAsd6iLFYB

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: code_names_a_kept_key(); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.code_names_a_kept_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if new.mac is not null and (tg_op = 'INSERT' or new.mac is distinct from old.mac) then
        perform sealing_key_must_be_kept(cast(encode(substring(new.mac from 1 for 16), 'hex') as uuid));
    end if;
    return new;
end
$$;


ALTER FUNCTION public.code_names_a_kept_key() OWNER TO cofactor_owner;

--
-- Name: log_partitions(); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.log_partitions() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    breadth constant bigint := 1048576;
    head    log_head%rowtype;
    number  bigint;
    name    text;
begin
    select * into strict head from log_head;
    for number in head.size / breadth .. head.size / breadth + 1 loop
        name := format('log_entry_%s_%s', head.epoch, number);
        if to_regclass(name) is null then
            execute format('create table %I partition of log_entry for values from (%s, %s) to (%s, %s)',
                           name, head.epoch, number * breadth, head.epoch, (number + 1) * breadth);
            execute format('create trigger is_not_emptied before truncate on %I execute function log_stays()', name);
            execute format('alter table %I enable always trigger is_not_emptied', name);
        end if;
    end loop;
end $$;


ALTER FUNCTION public.log_partitions() OWNER TO cofactor_owner;

--
-- Name: log_stays(); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.log_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
    raise exception 'the log is append-only' using errcode = 'insufficient_privilege';
end $$;


ALTER FUNCTION public.log_stays() OWNER TO cofactor_owner;

--
-- Name: sealed_value_names_a_kept_key(); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.sealed_value_names_a_kept_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if new.key is not null and (tg_op = 'INSERT' or new.key is distinct from old.key) then
        perform sealing_key_must_be_kept(new.key);
    end if;
    return new;
end
$$;


ALTER FUNCTION public.sealed_value_names_a_kept_key() OWNER TO cofactor_owner;

--
-- Name: sealing_key_destroy(uuid); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.sealing_key_destroy(doomed uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if not exists (
        select from sealing_key k
          join sealing_key n on n.purpose = k.purpose and n.label = k.label and n.version > k.version
          join sealing_key_promotion p on p.key = n.id
         where k.id = doomed and k.purpose in ('value', 'row-mac')
           and p.promoted_at < clock_timestamp() - interval '7 days'
           and exists (select from sealing_key_wrap w where w.key = n.id)) then
        return false;
    end if;
    delete from sealing_key_wrap where key = doomed;
    return true;
end
$$;


ALTER FUNCTION public.sealing_key_destroy(doomed uuid) OWNER TO cofactor_owner;

--
-- Name: sealing_key_must_be_kept(uuid); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.sealing_key_must_be_kept(named uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    perform from sealing_key_wrap where key = named for key share;
    if not found then
        raise exception 'the key that this names is not kept' using errcode = 'foreign_key_violation';
    end if;
end
$$;


ALTER FUNCTION public.sealing_key_must_be_kept(named uuid) OWNER TO cofactor_owner;

--
-- Name: sealing_root_drop(text, text); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.sealing_root_drop(gone text, kept text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    dropped integer;
begin
    delete from sealing_key_wrap w
     using sealing_key_wrap n
     where w.root = gone and n.root = kept and gone <> kept and n.key = w.key
       and n.created_at < clock_timestamp() - interval '7 days';
    get diagnostics dropped = row_count;
    return dropped;
end
$$;


ALTER FUNCTION public.sealing_root_drop(gone text, kept text) OWNER TO cofactor_owner;

--
-- Name: template_version_is_whole(); Type: FUNCTION; Schema: public; Owner: cofactor_owner
--

CREATE FUNCTION public.template_version_is_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.template_version_is_whole() OWNER TO cofactor_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_grant; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.access_grant (
    id uuid NOT NULL,
    actor uuid NOT NULL,
    action text NOT NULL,
    secret uuid NOT NULL,
    clause bytea NOT NULL,
    uses_left integer NOT NULL,
    ends timestamp with time zone NOT NULL,
    ended text,
    request uuid,
    run text,
    CONSTRAINT access_grant_run_check CHECK (((length(run) >= 1) AND (length(run) <= 2000))),
    CONSTRAINT access_grant_uses_left_check CHECK ((uses_left >= 0))
);


ALTER TABLE public.access_grant OWNER TO cofactor_owner;

--
-- Name: access_request; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.access_request (
    id uuid NOT NULL,
    glass boolean NOT NULL,
    hand uuid NOT NULL,
    actor uuid NOT NULL,
    actor_kind text NOT NULL,
    person uuid,
    session uuid,
    verb text NOT NULL,
    secret uuid NOT NULL,
    path text NOT NULL,
    template uuid NOT NULL,
    template_version integer NOT NULL,
    clause bytea NOT NULL,
    needs bytea NOT NULL,
    skipped bytea NOT NULL,
    reason integer NOT NULL,
    ticket text,
    event uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decide_by timestamp with time zone NOT NULL,
    state text NOT NULL,
    settled_at timestamp with time zone,
    settled_by uuid,
    settled_event uuid,
    reviewed_at timestamp with time zone,
    reviewed_by uuid,
    review_event uuid,
    run text,
    CONSTRAINT access_request_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'service'::text, 'agent'::text]))),
    CONSTRAINT access_request_check CHECK (((actor_kind = 'service'::text) OR (person IS NOT NULL))),
    CONSTRAINT access_request_check1 CHECK ((num_nulls(settled_at, settled_by, settled_event) = ANY (ARRAY[0, 3]))),
    CONSTRAINT access_request_check2 CHECK (((state = 'pending'::text) = (settled_at IS NULL))),
    CONSTRAINT access_request_check3 CHECK ((num_nulls(reviewed_at, reviewed_by, review_event) = ANY (ARRAY[0, 3]))),
    CONSTRAINT access_request_check4 CHECK ((glass OR (reviewed_at IS NULL))),
    CONSTRAINT access_request_clause_check CHECK ((length(clause) = 32)),
    CONSTRAINT access_request_needs_check CHECK ((length(needs) <= 65535)),
    CONSTRAINT access_request_path_check CHECK (((length(path) >= 1) AND (length(path) <= 4096))),
    CONSTRAINT access_request_reason_check CHECK (((reason >= 0) AND (reason <= 500))),
    CONSTRAINT access_request_run_check CHECK (((length(run) >= 1) AND (length(run) <= 2000))),
    CONSTRAINT access_request_skipped_check CHECK ((length(skipped) <= 65535)),
    CONSTRAINT access_request_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text, 'expired'::text, 'void'::text, 'revoked'::text]))),
    CONSTRAINT access_request_ticket_check CHECK (((length(ticket) >= 1) AND (length(ticket) <= 500))),
    CONSTRAINT access_request_verb_check CHECK (((length(verb) >= 1) AND (length(verb) <= 40)))
);


ALTER TABLE public.access_request OWNER TO cofactor_owner;

--
-- Name: access_verdict; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.access_verdict (
    id uuid NOT NULL,
    request uuid NOT NULL,
    person uuid NOT NULL,
    yes boolean NOT NULL,
    uses integer,
    seconds bigint,
    event uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT access_verdict_seconds_check CHECK ((seconds > 0)),
    CONSTRAINT access_verdict_uses_check CHECK ((uses > 0))
);


ALTER TABLE public.access_verdict OWNER TO cofactor_owner;

--
-- Name: agent; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.agent (
    id uuid NOT NULL,
    name text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT agent_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);


ALTER TABLE public.agent OWNER TO cofactor_owner;

--
-- Name: backup_pool; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.backup_pool (
    pool uuid NOT NULL,
    secret uuid NOT NULL,
    field uuid NOT NULL,
    total integer NOT NULL,
    low_water integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by uuid NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT backup_pool_low_water_check CHECK (((low_water >= 0) AND (low_water <= 100))),
    CONSTRAINT backup_pool_total_check CHECK (((total >= 1) AND (total <= 100)))
);


ALTER TABLE public.backup_pool OWNER TO cofactor_owner;

--
-- Name: channel; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.channel (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    active boolean NOT NULL,
    event uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT channel_kind_check CHECK ((kind = ANY (ARRAY['webhook'::text, 'slack'::text, 'teams'::text, 'mail'::text]))),
    CONSTRAINT channel_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT ended_is_not_active CHECK (((ended_at IS NULL) OR (NOT active)))
);


ALTER TABLE public.channel OWNER TO cofactor_owner;

--
-- Name: channel_secret; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.channel_secret (
    channel uuid NOT NULL,
    content text NOT NULL,
    key uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT channel_secret_content_check CHECK ((content = ANY (ARRAY['address'::text, 'signing-secret'::text]))),
    CONSTRAINT channel_secret_sealed_check CHECK ((length(sealed) <= 4096))
);


ALTER TABLE public.channel_secret OWNER TO cofactor_owner;

--
-- Name: checkpoint; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.checkpoint (
    epoch integer NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    signed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT checkpoint_root_check CHECK ((length(root) = 32)),
    CONSTRAINT checkpoint_size_check CHECK ((size >= 0))
);


ALTER TABLE public.checkpoint OWNER TO cofactor_owner;

--
-- Name: claim_backup_code; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.claim_backup_code (
    code uuid NOT NULL,
    pool uuid NOT NULL,
    "position" integer NOT NULL,
    event uuid
);


ALTER TABLE public.claim_backup_code OWNER TO cofactor_owner;

--
-- Name: claim_counter; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.claim_counter (
    seed uuid NOT NULL,
    next bigint NOT NULL
);


ALTER TABLE public.claim_counter OWNER TO cofactor_owner;

--
-- Name: claim_limit; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.claim_limit (
    counter text NOT NULL,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    used bigint NOT NULL
);


ALTER TABLE public.claim_limit OWNER TO cofactor_owner;

--
-- Name: claim_replay; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.claim_replay (
    actor uuid NOT NULL,
    secret uuid NOT NULL,
    action text NOT NULL,
    key text NOT NULL,
    parameters bytea NOT NULL,
    event uuid NOT NULL,
    result text,
    "time" timestamp with time zone NOT NULL
);


ALTER TABLE public.claim_replay OWNER TO cofactor_owner;

--
-- Name: claim_showing; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.claim_showing (
    session uuid NOT NULL,
    secret uuid NOT NULL,
    step bigint NOT NULL,
    ends timestamp with time zone NOT NULL
);


ALTER TABLE public.claim_showing OWNER TO cofactor_owner;

--
-- Name: claim_step; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.claim_step (
    fingerprint bytea NOT NULL,
    step bigint NOT NULL,
    session uuid NOT NULL,
    actor uuid NOT NULL,
    event uuid NOT NULL,
    ends timestamp with time zone NOT NULL,
    secret uuid NOT NULL,
    sharing text NOT NULL,
    "time" timestamp with time zone NOT NULL,
    CONSTRAINT claim_step_sharing_check CHECK ((sharing = ANY (ARRAY['EXCLUSIVE'::text, 'SAME_ACTOR'::text, 'SHARED'::text])))
);


ALTER TABLE public.claim_step OWNER TO cofactor_owner;

--
-- Name: claim_unsure; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.claim_unsure (
    object uuid NOT NULL
);


ALTER TABLE public.claim_unsure OWNER TO cofactor_owner;

--
-- Name: credential_shown; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.credential_shown (
    credential uuid NOT NULL,
    service uuid NOT NULL,
    person uuid NOT NULL,
    shown_at timestamp with time zone NOT NULL
);


ALTER TABLE public.credential_shown OWNER TO cofactor_owner;

--
-- Name: custody; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.custody (
    seed uuid NOT NULL,
    actor uuid,
    kind text NOT NULL,
    how text NOT NULL,
    "time" timestamp with time zone NOT NULL,
    event uuid NOT NULL,
    CONSTRAINT custody_check CHECK (((actor IS NULL) = (kind = 'unknown'::text))),
    CONSTRAINT custody_how_check CHECK ((how = ANY (ARRAY['typed'::text, 'picture'::text, 'imported'::text]))),
    CONSTRAINT custody_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'service'::text, 'agent'::text, 'unknown'::text])))
);


ALTER TABLE public.custody OWNER TO cofactor_owner;

--
-- Name: delegation; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.delegation (
    id uuid NOT NULL,
    agent uuid NOT NULL,
    person uuid NOT NULL,
    label text NOT NULL,
    hash bytea NOT NULL,
    ranges text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT delegation_check CHECK ((expires_at > created_at)),
    CONSTRAINT delegation_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT delegation_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200)))
);


ALTER TABLE public.delegation OWNER TO cofactor_owner;

--
-- Name: directory_group; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.directory_group (
    id uuid NOT NULL,
    name text NOT NULL,
    built_in boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT directory_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);


ALTER TABLE public.directory_group OWNER TO cofactor_owner;

--
-- Name: edition; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.edition (
    number bigint NOT NULL,
    hash bytea NOT NULL,
    document bytea NOT NULL,
    author uuid,
    event uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT edition_check CHECK (((author IS NOT NULL) OR (number = 1))),
    CONSTRAINT edition_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT edition_number_check CHECK ((number > 0))
);


ALTER TABLE public.edition OWNER TO cofactor_owner;

--
-- Name: expectation; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.expectation (
    id uuid NOT NULL,
    document bytea NOT NULL,
    author uuid,
    event uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT expectation_document_check CHECK (((length(document) >= 2) AND (length(document) <= 32768)))
);


ALTER TABLE public.expectation OWNER TO cofactor_owner;

--
-- Name: factor_app; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.factor_app (
    id uuid NOT NULL,
    person uuid NOT NULL,
    label text NOT NULL,
    algorithm text NOT NULL,
    digits integer NOT NULL,
    period integer NOT NULL,
    look_around integer NOT NULL,
    key uuid NOT NULL,
    seed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    session uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    proved_at timestamp with time zone,
    last_step bigint,
    last_used_at timestamp with time zone,
    CONSTRAINT factor_app_algorithm_check CHECK ((algorithm = ANY (ARRAY['SHA1'::text, 'SHA256'::text, 'SHA512'::text]))),
    CONSTRAINT factor_app_check CHECK ((num_nulls(proved_at, last_step, last_used_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT factor_app_digits_check CHECK ((digits = ANY (ARRAY[6, 8]))),
    CONSTRAINT factor_app_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200))),
    CONSTRAINT factor_app_look_around_check CHECK (((look_around >= 0) AND (look_around <= 10))),
    CONSTRAINT factor_app_period_check CHECK (((period >= 15) AND (period <= 120)))
);


ALTER TABLE public.factor_app OWNER TO cofactor_owner;

--
-- Name: federation; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.federation (
    id uuid NOT NULL,
    service uuid NOT NULL,
    name text NOT NULL,
    preset text NOT NULL,
    issuer text NOT NULL,
    active boolean NOT NULL,
    terms integer NOT NULL,
    event uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT federation_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500))),
    CONSTRAINT federation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT federation_preset_check CHECK ((preset = ANY (ARRAY['github'::text, 'gitlab'::text, 'kubernetes'::text, 'other'::text]))),
    CONSTRAINT federation_terms_check CHECK ((terms > 0))
);


ALTER TABLE public.federation OWNER TO cofactor_owner;

--
-- Name: federation_terms; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.federation_terms (
    federation uuid NOT NULL,
    number integer NOT NULL,
    audiences text[] NOT NULL,
    algorithms text[] NOT NULL,
    claims text[] NOT NULL,
    patterns text[] NOT NULL,
    keys text,
    event uuid NOT NULL,
    CONSTRAINT federation_terms_algorithms_check CHECK (((cardinality(algorithms) >= 1) AND (cardinality(algorithms) <= 10))),
    CONSTRAINT federation_terms_audiences_check CHECK (((cardinality(audiences) >= 1) AND (cardinality(audiences) <= 10))),
    CONSTRAINT federation_terms_check1 CHECK ((cardinality(patterns) = cardinality(claims))),
    CONSTRAINT federation_terms_claims_check CHECK (((cardinality(claims) >= 1) AND (cardinality(claims) <= 20))),
    CONSTRAINT federation_terms_keys_check CHECK ((length(keys) <= 65536)),
    CONSTRAINT federation_terms_number_check CHECK ((number > 0))
);


ALTER TABLE public.federation_terms OWNER TO cofactor_owner;

--
-- Name: flyway_schema_history; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


ALTER TABLE public.flyway_schema_history OWNER TO cofactor_owner;

--
-- Name: folder; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.folder (
    id uuid NOT NULL,
    person uuid,
    created_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);


ALTER TABLE public.folder OWNER TO cofactor_owner;

--
-- Name: former_mail; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.former_mail (
    id uuid NOT NULL,
    person uuid NOT NULL,
    address text NOT NULL,
    CONSTRAINT former_mail_address_check CHECK (((length(address) >= 3) AND (length(address) <= 254)))
);


ALTER TABLE public.former_mail OWNER TO cofactor_owner;

--
-- Name: installation; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.installation (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    only_one boolean DEFAULT true NOT NULL,
    CONSTRAINT installation_only_one_check CHECK (only_one)
);


ALTER TABLE public.installation OWNER TO cofactor_owner;

--
-- Name: invitation; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.invitation (
    id uuid NOT NULL,
    person uuid NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    used boolean DEFAULT false NOT NULL,
    CONSTRAINT invitation_check CHECK ((expires_at > created_at)),
    CONSTRAINT invitation_check1 CHECK (((NOT used) OR (ended_at IS NOT NULL))),
    CONSTRAINT invitation_hash_check CHECK ((length(hash) = 32))
);


ALTER TABLE public.invitation OWNER TO cofactor_owner;

--
-- Name: known_browser; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.known_browser (
    browser bytea NOT NULL,
    account bytea NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT known_browser_account_check CHECK ((length(account) = 32)),
    CONSTRAINT known_browser_browser_check CHECK ((length(browser) = 32))
);


ALTER TABLE public.known_browser OWNER TO cofactor_owner;

--
-- Name: log_chain; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_chain (
    subject uuid NOT NULL,
    sequence bigint NOT NULL,
    previous bigint NOT NULL
)
WITH (fillfactor='50');


ALTER TABLE public.log_chain OWNER TO cofactor_owner;

--
-- Name: log_entry; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_entry (
    epoch integer NOT NULL,
    index bigint NOT NULL,
    leaf bytea NOT NULL,
    leaf_hash bytea NOT NULL,
    event uuid NOT NULL,
    "time" timestamp with time zone NOT NULL,
    class text NOT NULL,
    actor uuid NOT NULL,
    about uuid,
    outcome text NOT NULL,
    address_hash bytea,
    body_key uuid NOT NULL,
    body bytea NOT NULL,
    CONSTRAINT log_entry_check CHECK ((leaf_hash = sha256(('\x00'::bytea || leaf)))),
    CONSTRAINT log_entry_leaf_check CHECK ((length(leaf) <= 65535))
)
PARTITION BY RANGE (epoch, index);


ALTER TABLE public.log_entry OWNER TO cofactor_owner;

--
-- Name: log_entry_1_0; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_entry_1_0 (
    epoch integer NOT NULL,
    index bigint NOT NULL,
    leaf bytea NOT NULL,
    leaf_hash bytea NOT NULL,
    event uuid NOT NULL,
    "time" timestamp with time zone NOT NULL,
    class text NOT NULL,
    actor uuid NOT NULL,
    about uuid,
    outcome text NOT NULL,
    address_hash bytea,
    body_key uuid NOT NULL,
    body bytea NOT NULL,
    CONSTRAINT log_entry_check CHECK ((leaf_hash = sha256(('\x00'::bytea || leaf)))),
    CONSTRAINT log_entry_leaf_check CHECK ((length(leaf) <= 65535))
);


ALTER TABLE public.log_entry_1_0 OWNER TO cofactor_owner;

--
-- Name: log_entry_1_1; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_entry_1_1 (
    epoch integer NOT NULL,
    index bigint NOT NULL,
    leaf bytea NOT NULL,
    leaf_hash bytea NOT NULL,
    event uuid NOT NULL,
    "time" timestamp with time zone NOT NULL,
    class text NOT NULL,
    actor uuid NOT NULL,
    about uuid,
    outcome text NOT NULL,
    address_hash bytea,
    body_key uuid NOT NULL,
    body bytea NOT NULL,
    CONSTRAINT log_entry_check CHECK ((leaf_hash = sha256(('\x00'::bytea || leaf)))),
    CONSTRAINT log_entry_leaf_check CHECK ((length(leaf) <= 65535))
);


ALTER TABLE public.log_entry_1_1 OWNER TO cofactor_owner;

--
-- Name: log_epoch; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_epoch (
    epoch integer NOT NULL,
    origin text NOT NULL,
    opened_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    previous_checkpoint text,
    CONSTRAINT log_epoch_epoch_check CHECK ((epoch > 0))
);


ALTER TABLE public.log_epoch OWNER TO cofactor_owner;

--
-- Name: log_event; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_event (
    event uuid NOT NULL,
    epoch integer NOT NULL,
    index bigint NOT NULL
);


ALTER TABLE public.log_event OWNER TO cofactor_owner;

--
-- Name: log_head; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_head (
    only_one boolean DEFAULT true NOT NULL,
    epoch integer NOT NULL,
    size bigint NOT NULL,
    frontier bytea NOT NULL,
    root bytea NOT NULL,
    world bigint NOT NULL,
    "time" timestamp with time zone NOT NULL,
    stopped text,
    CONSTRAINT log_head_only_one_check CHECK (only_one),
    CONSTRAINT log_head_root_check CHECK ((length(root) = 32)),
    CONSTRAINT log_head_size_check CHECK ((size >= 0))
)
WITH (fillfactor='10');


ALTER TABLE public.log_head OWNER TO cofactor_owner;

--
-- Name: log_node; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.log_node (
    epoch integer NOT NULL,
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_node_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT log_node_level_check CHECK (((level > 0) AND (((level)::integer % 8) = 0)))
);


ALTER TABLE public.log_node OWNER TO cofactor_owner;

--
-- Name: membership; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.membership (
    group_id uuid NOT NULL,
    member uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone
);


ALTER TABLE public.membership OWNER TO cofactor_owner;

--
-- Name: open_field; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.open_field (
    secret uuid NOT NULL,
    field uuid NOT NULL,
    value text NOT NULL,
    CONSTRAINT open_field_value_check CHECK (((length(value) >= 1) AND (length(value) <= 5000)))
);


ALTER TABLE public.open_field OWNER TO cofactor_owner;

--
-- Name: outbox; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.outbox (
    id uuid NOT NULL,
    kind text NOT NULL,
    recipient uuid NOT NULL,
    message bytea NOT NULL,
    event uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    read_at timestamp with time zone,
    ended text,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT outbox_ended_check CHECK ((ended = ANY (ARRAY['sent'::text, 'kept'::text, 'failed'::text])))
);


ALTER TABLE public.outbox OWNER TO cofactor_owner;

--
-- Name: passkey; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.passkey (
    id uuid NOT NULL,
    person uuid NOT NULL,
    credential bytea NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    transports text NOT NULL,
    backup_eligible boolean NOT NULL,
    user_verified boolean NOT NULL,
    label text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT passkey_credential_check CHECK (((length(credential) >= 1) AND (length(credential) <= 1023))),
    CONSTRAINT passkey_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200))),
    CONSTRAINT passkey_public_key_check CHECK (((length(public_key) >= 1) AND (length(public_key) <= 4096))),
    CONSTRAINT passkey_sign_count_check CHECK (((sign_count >= 0) AND (sign_count <= '4294967295'::bigint))),
    CONSTRAINT passkey_transports_check CHECK ((length(transports) <= 200))
);


ALTER TABLE public.passkey OWNER TO cofactor_owner;

--
-- Name: passkey_challenge; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.passkey_challenge (
    hash bytea NOT NULL,
    person uuid NOT NULL,
    session uuid NOT NULL,
    purpose text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT passkey_challenge_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'sign-in'::text, 'step-up'::text])))
);


ALTER TABLE public.passkey_challenge OWNER TO cofactor_owner;

--
-- Name: passkey_holder; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.passkey_holder (
    person uuid NOT NULL,
    handle bytea NOT NULL,
    CONSTRAINT passkey_holder_handle_check CHECK ((length(handle) = 32))
);


ALTER TABLE public.passkey_holder OWNER TO cofactor_owner;

--
-- Name: password; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.password (
    person uuid NOT NULL,
    hash text NOT NULL,
    initial boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL
);


ALTER TABLE public.password OWNER TO cofactor_owner;

--
-- Name: person; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.person (
    id uuid NOT NULL,
    account_name text NOT NULL,
    display_name text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    activated_at timestamp with time zone,
    removed_at timestamp with time zone,
    manager uuid,
    mail text,
    CONSTRAINT active_once_activated CHECK (((activated_at IS NOT NULL) OR (NOT active))),
    CONSTRAINT gone_is_not_active CHECK (((removed_at IS NULL) OR (NOT active))),
    CONSTRAINT nobody_manages_himself CHECK ((manager <> id)),
    CONSTRAINT person_account_name_check CHECK ((account_name ~ '^[a-z0-9][a-z0-9._@+-]{0,62}$'::text)),
    CONSTRAINT person_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 200))),
    CONSTRAINT person_mail_check CHECK (((length(mail) >= 3) AND (length(mail) <= 254)))
);


ALTER TABLE public.person OWNER TO cofactor_owner;

--
-- Name: place; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.place (
    object uuid NOT NULL,
    folder uuid,
    secret uuid,
    parent uuid,
    slug text NOT NULL,
    name text NOT NULL,
    since timestamp with time zone NOT NULL,
    event uuid NOT NULL,
    until timestamp with time zone,
    CONSTRAINT place_check CHECK ((parent <> object)),
    CONSTRAINT place_check1 CHECK ((until >= since)),
    CONSTRAINT place_check2 CHECK (((num_nonnulls(folder, secret) = 1) AND (object = COALESCE(folder, secret)))),
    CONSTRAINT place_check3 CHECK (((secret IS NULL) OR (parent IS NOT NULL))),
    CONSTRAINT place_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT place_slug_check CHECK (((slug ~ '^[a-z0-9][a-z0-9._-]{0,62}$'::text) AND (slug !~ '^[a-z]{3}_[0-9a-z]{26}$'::text)))
);


ALTER TABLE public.place OWNER TO cofactor_owner;

--
-- Name: proposed_change; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.proposed_change (
    id uuid NOT NULL,
    kind text NOT NULL,
    verb text NOT NULL,
    author uuid NOT NULL,
    machine boolean NOT NULL,
    document text NOT NULL,
    gains text NOT NULL,
    event uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    state text NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    why text,
    CONSTRAINT decided_as_it_says CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
    CONSTRAINT proposed_change_check CHECK ((ends > created_at)),
    CONSTRAINT proposed_change_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'applied'::text, 'declined'::text, 'withdrawn'::text, 'void'::text])))
);


ALTER TABLE public.proposed_change OWNER TO cofactor_owner;

--
-- Name: recovery_code; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.recovery_code (
    set uuid NOT NULL,
    number integer NOT NULL,
    key uuid NOT NULL,
    hash bytea NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_number_check CHECK (((number >= 1) AND (number <= 100)))
);


ALTER TABLE public.recovery_code OWNER TO cofactor_owner;

--
-- Name: recovery_set; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.recovery_set (
    id uuid NOT NULL,
    person uuid NOT NULL,
    recipe text NOT NULL,
    session uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone
);


ALTER TABLE public.recovery_set OWNER TO cofactor_owner;

--
-- Name: release_report; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.release_report (
    release uuid NOT NULL,
    secret uuid NOT NULL,
    kind text NOT NULL,
    result text NOT NULL,
    actor uuid NOT NULL,
    event uuid NOT NULL,
    "time" timestamp with time zone NOT NULL,
    helped uuid,
    CONSTRAINT release_report_check CHECK (((kind = 'backup-code'::text) OR (result <> 'not-used'::text))),
    CONSTRAINT release_report_check1 CHECK (((helped IS NULL) OR (result = 'rejected'::text))),
    CONSTRAINT release_report_kind_check CHECK ((kind = ANY (ARRAY['code'::text, 'backup-code'::text]))),
    CONSTRAINT release_report_result_check CHECK ((result = ANY (ARRAY['used'::text, 'rejected'::text, 'not-used'::text])))
);


ALTER TABLE public.release_report OWNER TO cofactor_owner;

--
-- Name: required_action; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.required_action (
    id uuid NOT NULL,
    action text NOT NULL,
    target uuid,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    CONSTRAINT required_action_action_check CHECK ((action = ANY (ARRAY['set-up-second-factor'::text, 'change-password'::text])))
);


ALTER TABLE public.required_action OWNER TO cofactor_owner;

--
-- Name: row_version; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.row_version (
    object uuid NOT NULL,
    version bigint NOT NULL
);


ALTER TABLE public.row_version OWNER TO cofactor_owner;

--
-- Name: sealed_value; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sealed_value (
    value uuid NOT NULL,
    secret uuid NOT NULL,
    field uuid NOT NULL,
    content text NOT NULL,
    key uuid,
    data_key bytea,
    bytes bytea,
    since timestamp with time zone NOT NULL,
    event uuid NOT NULL,
    actor uuid NOT NULL,
    until timestamp with time zone,
    destroyed_at timestamp with time zone,
    CONSTRAINT sealed_value_check CHECK ((until >= since)),
    CONSTRAINT sealed_value_check1 CHECK ((destroyed_at >= until)),
    CONSTRAINT sealed_value_check2 CHECK ((num_nonnulls(key, data_key, bytes) =
CASE
    WHEN (destroyed_at IS NULL) THEN 3
    ELSE 0
END)),
    CONSTRAINT sealed_value_content_check CHECK ((content = ANY (ARRAY['seed'::text, 'seed-under-proof'::text, 'backup-code'::text, 'field'::text, 'file'::text, 'recovery-key'::text])))
);


ALTER TABLE public.sealed_value OWNER TO cofactor_owner;

--
-- Name: sealing_key; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sealing_key (
    id uuid NOT NULL,
    purpose text NOT NULL,
    label text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT sealing_key_label_check CHECK ((label ~ '^[a-z0-9-]{1,32}$'::text)),
    CONSTRAINT sealing_key_purpose_check CHECK ((purpose ~ '^[a-z]+(-[a-z]+)*$'::text)),
    CONSTRAINT sealing_key_version_check CHECK ((version > 0))
);


ALTER TABLE public.sealing_key OWNER TO cofactor_owner;

--
-- Name: sealing_key_promotion; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sealing_key_promotion (
    key uuid NOT NULL,
    promoted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


ALTER TABLE public.sealing_key_promotion OWNER TO cofactor_owner;

--
-- Name: sealing_key_wrap; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sealing_key_wrap (
    key uuid NOT NULL,
    root text NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT sealing_key_wrap_root_check CHECK (((length(root) >= 1) AND (length(root) <= 256)))
);


ALTER TABLE public.sealing_key_wrap OWNER TO cofactor_owner;

--
-- Name: secret; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.secret (
    id uuid NOT NULL,
    template uuid NOT NULL,
    template_version integer NOT NULL,
    description text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    mac bytea,
    watched boolean DEFAULT false NOT NULL,
    CONSTRAINT secret_check CHECK (((deleted_at IS NOT NULL) = (state = 'deleted'::text))),
    CONSTRAINT secret_description_check CHECK ((length(description) <= 1000)),
    CONSTRAINT secret_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'deleted'::text]))),
    CONSTRAINT secret_template_version_check CHECK ((template_version > 0))
);


ALTER TABLE public.secret OWNER TO cofactor_owner;

--
-- Name: secret_owner; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.secret_owner (
    secret uuid NOT NULL,
    owner uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    event uuid NOT NULL,
    until timestamp with time zone,
    CONSTRAINT secret_owner_check CHECK ((until >= since))
);


ALTER TABLE public.secret_owner OWNER TO cofactor_owner;

--
-- Name: secret_tag; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.secret_tag (
    secret uuid NOT NULL,
    tag uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    event uuid NOT NULL,
    until timestamp with time zone,
    CONSTRAINT secret_tag_check CHECK ((until >= since))
);


ALTER TABLE public.secret_tag OWNER TO cofactor_owner;

--
-- Name: seed; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.seed (
    value uuid NOT NULL,
    entry uuid NOT NULL,
    secret uuid NOT NULL,
    field uuid NOT NULL,
    fingerprint bytea NOT NULL,
    kind text NOT NULL,
    algorithm text NOT NULL,
    digits integer NOT NULL,
    period integer NOT NULL,
    counter bigint NOT NULL,
    issuer text NOT NULL,
    account text NOT NULL,
    state text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by uuid NOT NULL,
    shown integer DEFAULT 0 NOT NULL,
    proved_at timestamp with time zone,
    proved_by uuid,
    ended_at timestamp with time zone,
    mac bytea NOT NULL,
    CONSTRAINT seed_account_check CHECK ((length(account) <= 255)),
    CONSTRAINT seed_algorithm_check CHECK ((algorithm = ANY (ARRAY['SHA1'::text, 'SHA256'::text, 'SHA512'::text]))),
    CONSTRAINT seed_check CHECK (((period = 0) = (kind = 'hotp'::text))),
    CONSTRAINT seed_check1 CHECK (((proved_by IS NULL) = (proved_at IS NULL))),
    CONSTRAINT seed_check2 CHECK (((ended_at IS NOT NULL) = (state = 'destroyed'::text))),
    CONSTRAINT seed_check3 CHECK (((state <> 'serving'::text) OR (proved_at IS NOT NULL))),
    CONSTRAINT seed_check4 CHECK (((state <> 'under-proof'::text) OR (proved_at IS NULL))),
    CONSTRAINT seed_counter_check CHECK ((counter >= 0)),
    CONSTRAINT seed_digits_check CHECK (((digits >= 5) AND (digits <= 10))),
    CONSTRAINT seed_fingerprint_check CHECK ((octet_length(fingerprint) = 32)),
    CONSTRAINT seed_issuer_check CHECK ((length(issuer) <= 255)),
    CONSTRAINT seed_kind_check CHECK ((kind = ANY (ARRAY['totp'::text, 'hotp'::text, 'steam'::text]))),
    CONSTRAINT seed_state_check CHECK ((state = ANY (ARRAY['under-proof'::text, 'serving'::text, 'destroyed'::text])))
);


ALTER TABLE public.seed OWNER TO cofactor_owner;

--
-- Name: service; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.service (
    id uuid NOT NULL,
    name text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT service_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);


ALTER TABLE public.service OWNER TO cofactor_owner;

--
-- Name: session; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.session (
    token_hash bytea NOT NULL,
    person uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    idle_until timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    programs boolean NOT NULL,
    stage text NOT NULL,
    via text NOT NULL,
    asserted boolean NOT NULL,
    factor_at timestamp with time zone,
    factor_method text,
    used_at timestamp with time zone NOT NULL,
    CONSTRAINT session_check CHECK (((factor_at IS NULL) = (factor_method IS NULL))),
    CONSTRAINT session_check1 CHECK (((stage = 'full'::text) OR (NOT programs))),
    CONSTRAINT session_factor_method_check CHECK (((length(factor_method) >= 1) AND (length(factor_method) <= 40))),
    CONSTRAINT session_stage_check CHECK ((stage = ANY (ARRAY['half'::text, 'recovery'::text, 'full'::text]))),
    CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32)),
    CONSTRAINT session_via_check CHECK ((via = ANY (ARRAY['local'::text, 'oidc'::text])))
);


ALTER TABLE public.session OWNER TO cofactor_owner;

--
-- Name: shown_last; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.shown_last (
    shown uuid NOT NULL,
    used_at timestamp with time zone NOT NULL
);


ALTER TABLE public.shown_last OWNER TO cofactor_owner;

--
-- Name: sign_in_throttle; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sign_in_throttle (
    account bytea NOT NULL,
    attempts integer NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_throttle_account_check CHECK ((length(account) = 32))
);


ALTER TABLE public.sign_in_throttle OWNER TO cofactor_owner;

--
-- Name: sso_group; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sso_group (
    id uuid NOT NULL,
    claim text NOT NULL,
    group_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT sso_group_claim_check CHECK (((length(claim) >= 1) AND (length(claim) <= 200)))
);


ALTER TABLE public.sso_group OWNER TO cofactor_owner;

--
-- Name: sso_link; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sso_link (
    issuer text NOT NULL,
    subject text NOT NULL,
    person uuid NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT sso_link_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500))),
    CONSTRAINT sso_link_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);


ALTER TABLE public.sso_link OWNER TO cofactor_owner;

--
-- Name: sso_permit; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sso_permit (
    state bytea NOT NULL,
    session uuid NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT sso_permit_state_check CHECK ((length(state) = 32))
);


ALTER TABLE public.sso_permit OWNER TO cofactor_owner;

--
-- Name: sso_session; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sso_session (
    session uuid NOT NULL,
    person uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    sid text
);


ALTER TABLE public.sso_session OWNER TO cofactor_owner;

--
-- Name: sso_session_group; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sso_session_group (
    session uuid NOT NULL,
    mapping uuid NOT NULL
);


ALTER TABLE public.sso_session_group OWNER TO cofactor_owner;

--
-- Name: sso_used; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.sso_used (
    hash bytea NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT sso_used_hash_check CHECK ((length(hash) = 32))
);


ALTER TABLE public.sso_used OWNER TO cofactor_owner;

--
-- Name: tag; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.tag (
    id uuid NOT NULL,
    name text NOT NULL,
    CONSTRAINT tag_name_check CHECK ((name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'::text))
);


ALTER TABLE public.tag OWNER TO cofactor_owner;

--
-- Name: template; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.template (
    id uuid NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    predefined boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT template_check CHECK (((deleted_at IS NULL) OR (NOT predefined))),
    CONSTRAINT template_description_check CHECK ((length(description) <= 1000)),
    CONSTRAINT template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);


ALTER TABLE public.template OWNER TO cofactor_owner;

--
-- Name: template_field; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.template_field (
    template uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    type text NOT NULL,
    required boolean NOT NULL,
    open boolean NOT NULL,
    password_shortest integer,
    password_classes text[],
    otp_kinds text[],
    otp_digits integer[],
    otp_periods integer[],
    otp_algorithms text[],
    step_policy text,
    least_life integer,
    last_by_approval integer,
    CONSTRAINT template_field_check CHECK (((NOT open) OR (type = ANY (ARRAY['single-line'::text, 'multi-line'::text, 'url'::text])))),
    CONSTRAINT template_field_check1 CHECK (((password_shortest IS NOT NULL) = (type = 'password'::text))),
    CONSTRAINT template_field_check2 CHECK (((otp_kinds IS NOT NULL) = (type = 'seed'::text))),
    CONSTRAINT template_field_check3 CHECK (((last_by_approval IS NULL) OR (((last_by_approval >= 1) AND (last_by_approval <= 100)) AND (type = 'backup-codes'::text)))),
    CONSTRAINT template_field_description_check CHECK ((length(description) <= 1000)),
    CONSTRAINT template_field_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT template_field_position_check CHECK (("position" >= 0)),
    CONSTRAINT template_field_step_policy_check CHECK ((step_policy = ANY (ARRAY['exclusive'::text, 'same-actor'::text, 'shared'::text]))),
    CONSTRAINT template_field_type_check CHECK ((type = ANY (ARRAY['single-line'::text, 'multi-line'::text, 'password'::text, 'url'::text, 'file'::text, 'seed'::text, 'backup-codes'::text, 'recovery-key'::text])))
);


ALTER TABLE public.template_field OWNER TO cofactor_owner;

--
-- Name: template_version; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.template_version (
    template uuid NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    author uuid,
    event uuid,
    fields integer NOT NULL,
    CONSTRAINT template_version_fields_check CHECK ((fields > 0)),
    CONSTRAINT template_version_version_check CHECK ((version > 0))
);


ALTER TABLE public.template_version OWNER TO cofactor_owner;

--
-- Name: token; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.token (
    id uuid NOT NULL,
    service uuid NOT NULL,
    label text NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ranges text[] DEFAULT '{}'::text[] NOT NULL,
    replaces uuid,
    CONSTRAINT token_check CHECK ((expires_at > created_at)),
    CONSTRAINT token_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT token_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200)))
);


ALTER TABLE public.token OWNER TO cofactor_owner;

--
-- Name: trash; Type: TABLE; Schema: public; Owner: cofactor_owner
--

CREATE TABLE public.trash (
    secret uuid NOT NULL,
    since timestamp with time zone NOT NULL
);


ALTER TABLE public.trash OWNER TO cofactor_owner;

--
-- Name: log_entry_1_0; Type: TABLE ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_entry ATTACH PARTITION public.log_entry_1_0 FOR VALUES FROM (1, '0') TO (1, '1048576');


--
-- Name: log_entry_1_1; Type: TABLE ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_entry ATTACH PARTITION public.log_entry_1_1 FOR VALUES FROM (1, '1048576') TO (1, '2097152');


--
-- Data for Name: access_grant; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.access_grant (id, actor, action, secret, clause, uses_left, ends, ended, request, run) FROM stdin;
\.


--
-- Data for Name: access_request; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.access_request (id, glass, hand, actor, actor_kind, person, session, verb, secret, path, template, template_version, clause, needs, skipped, reason, ticket, event, asked_at, decide_by, state, settled_at, settled_by, settled_event, reviewed_at, reviewed_by, review_event, run) FROM stdin;
\.


--
-- Data for Name: access_verdict; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.access_verdict (id, request, person, yes, uses, seconds, event, at) FROM stdin;
\.


--
-- Data for Name: agent; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.agent (id, name, active, created_at) FROM stdin;
\.


--
-- Data for Name: backup_pool; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.backup_pool (pool, secret, field, total, low_water, made_at, made_by, ended_at) FROM stdin;
01a22914-a3c2-730a-9ed0-39187b01fe4f	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	10	0	2026-11-29 20:52:28.252902+00	01a22914-357f-79ce-986d-71124d8cc3e2	\N
\.


--
-- Data for Name: channel; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.channel (id, kind, name, active, event, created_at, ended_at) FROM stdin;
\.


--
-- Data for Name: channel_secret; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.channel_secret (channel, content, key, sealed) FROM stdin;
\.


--
-- Data for Name: checkpoint; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.checkpoint (epoch, size, root, note, signed_at) FROM stdin;
1	20	\\x3cb4d539e6e19289fab8e9ed22345fa604dbe1cd34b4272ba51658905c10fccc	cofactor/d6bbc439-87e2-4fb5-9080-045c6a1ac9fc/1\n20\nPLTVOebhkon6uOntIjRfpgTb4c00tCcrpRZYkFwQ/Mw=\n\n— cofactor/d6bbc439-87e2-4fb5-9080-045c6a1ac9fc/1 3ee8u2D+wV2scOJI7femhG1bAN9yn6NA3za25rXYXTOfRi52JhFESReaMjB259SVcCBXCYOwBHvjDRl11PLMz4AEugM=\n	2026-11-29 20:52:44.110417+00
\.


--
-- Data for Name: claim_backup_code; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.claim_backup_code (code, pool, "position", event) FROM stdin;
01a22914-a3b9-7b2f-bb97-b0ff5af015c6	01a22914-a3c2-730a-9ed0-39187b01fe4f	1	\N
01a22914-a3bc-786b-84b3-bca67992a89c	01a22914-a3c2-730a-9ed0-39187b01fe4f	2	\N
01a22914-a3bc-7fc1-807c-5889019e3b9b	01a22914-a3c2-730a-9ed0-39187b01fe4f	3	\N
01a22914-a3bd-7666-8c8d-4c0b7dfc9dba	01a22914-a3c2-730a-9ed0-39187b01fe4f	4	\N
01a22914-a3bd-7e78-aa63-02ade2614822	01a22914-a3c2-730a-9ed0-39187b01fe4f	5	\N
01a22914-a3bd-7ab0-8d02-d64994e0c424	01a22914-a3c2-730a-9ed0-39187b01fe4f	6	\N
01a22914-a3be-7d23-aa49-26ff14f632cc	01a22914-a3c2-730a-9ed0-39187b01fe4f	7	\N
01a22914-a3c0-7827-a328-a2e7d30bc402	01a22914-a3c2-730a-9ed0-39187b01fe4f	8	\N
01a22914-a3c1-7860-917d-bb2eb4fa5d86	01a22914-a3c2-730a-9ed0-39187b01fe4f	9	\N
01a22914-a3b8-74a8-9283-248bc07d09e7	01a22914-a3c2-730a-9ed0-39187b01fe4f	0	01a22914-ad0b-72de-bc22-f39cab9c0617
\.


--
-- Data for Name: claim_counter; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.claim_counter (seed, next) FROM stdin;
01a22914-9e25-74e7-b9ec-63a79e8bfb22	2
\.


--
-- Data for Name: claim_limit; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.claim_limit (counter, starts, ends, used) FROM stdin;
seed-proof/01a22914-96e7-7bd6-b70d-c34645b1b709	2026-11-29 20:52:00+00	2026-11-29 20:53:00+00	1
all/secret/01a22914-9205-76be-802b-3cc02d7636e1	2026-11-29 20:52:00+00	2026-11-29 20:53:00+00	2
all/actor/01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:00+00	2026-11-29 20:53:00+00	3
seed-proof/01a22914-9e25-74e7-b9ec-63a79e8bfb22	2026-11-29 20:52:00+00	2026-11-29 20:53:00+00	1
all/secret/01a22914-9d39-7c33-88c5-682e13b3c7ca	2026-11-29 20:52:00+00	2026-11-29 20:53:00+00	2
all/secret/01a22914-a0a5-7874-b545-25d48e4c70a5	2026-11-29 20:52:00+00	2026-11-29 20:53:00+00	1
all/actor/7b15f532-8fc2-4890-9a92-9c5073fde8d1	2026-11-29 20:52:00+00	2026-11-29 20:53:00+00	2
\.


--
-- Data for Name: claim_replay; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.claim_replay (actor, secret, action, key, parameters, event, result, "time") FROM stdin;
\.


--
-- Data for Name: claim_showing; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.claim_showing (session, secret, step, ends) FROM stdin;
\.


--
-- Data for Name: claim_step; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.claim_step (fingerprint, step, session, actor, event, ends, secret, sharing, "time") FROM stdin;
\\x6059e49e59dad400c19214b6162c0b74944759441c76a6b08f3d384123a92e84	59866183	01a22914-96e7-7bd6-b70d-c34645b1b709	01a22914-96e7-7bd6-b70d-c34645b1b709	01a22914-9b7b-7a49-a7db-525f6a959e4e	2026-11-29 20:52:00+00	01a22914-9205-76be-802b-3cc02d7636e1	EXCLUSIVE	2026-11-29 20:52:26.125457+00
\.


--
-- Data for Name: claim_unsure; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.claim_unsure (object) FROM stdin;
\.


--
-- Data for Name: credential_shown; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.credential_shown (credential, service, person, shown_at) FROM stdin;
\.


--
-- Data for Name: custody; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.custody (seed, actor, kind, how, "time", event) FROM stdin;
01a22914-96e7-7bd6-b70d-c34645b1b709	01a22914-357f-79ce-986d-71124d8cc3e2	person	typed	2026-11-29 20:52:25.171321+00	01a22914-97c7-798b-b362-d470aeb78d48
01a22914-9e25-74e7-b9ec-63a79e8bfb22	01a22914-357f-79ce-986d-71124d8cc3e2	person	typed	2026-11-29 20:52:26.811933+00	01a22914-9e3b-7dad-879a-125bf821ae21
\.


--
-- Data for Name: delegation; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.delegation (id, agent, person, label, hash, ranges, created_at, expires_at, ended_at) FROM stdin;
\.


--
-- Data for Name: directory_group; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.directory_group (id, name, built_in, created_at) FROM stdin;
00000000-0000-8000-8000-000000000001	Administrators	t	2026-11-29 20:51:37.751599+00
00000000-0000-8000-8000-000000000002	Template authors	t	2026-11-29 20:51:37.752078+00
00000000-0000-8000-8000-000000000003	Policy authors	t	2026-11-29 20:51:37.752087+00
00000000-0000-8000-8000-000000000004	Approvers	t	2026-11-29 20:51:37.75209+00
00000000-0000-8000-8000-000000000005	Auditors	t	2026-11-29 20:51:37.752092+00
00000000-0000-8000-8000-000000000006	Everyone	t	2026-11-29 20:51:37.752094+00
\.


--
-- Data for Name: edition; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.edition (number, hash, document, author, event, created_at) FROM stdin;
1	\\xd5ccb70df6b65cb6b47065a32f9024ca3bcac3f71279f850e08d86c51703c9eb	\\x7b22666f726d6174223a22636f666163746f722d706f6c69636965732f31222c22706f6c6963696573223a5b7b22616374696f6e73223a5b22666163746f722e7265736574222c22666f6c6465722e65646974222c226b65792e726f74617465222c226d616368696e652e65646974222c2270656f706c652e65646974222c22706f6c6963792e65646974222c227365637265742e637265617465222c227365637265742e64656c657465222c227365637265742e65646974222c227365637265742e6d6f7665222c227365637265742e746167222c22736565642e6f7665727772697465222c2273657474696e67732e65646974222c2274656d706c6174652e65646974225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303031222c226e616d65223a2241646d696e6973747261746f72732072756e2074686520696e7374616c6c6174696f6e222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303031222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b2274656d706c6174652e65646974225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303032222c226e616d65223a2254656d706c61746520617574686f727320656469742074656d706c61746573222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303032222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b22706f6c6963792e65646974225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303033222c226e616d65223a22506f6c69637920617574686f7273206564697420706f6c6963696573222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303033222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b22617070726f76616c2e646563696465225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303034222c226e616d65223a22417070726f7665727320646563696465207265717565737473222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303034222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b226163636573732e726576696577222c2261756469742e72656164225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303035222c226e616d65223a2241756469746f7273207265616420746865206c6f6720616e642072657669657720616363657373222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303035222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b226261636b75702d636f64652e74616b65222c22636f64652e6665746368222c226669656c642e72657665616c222c227365637265742e637265617465222c227365637265742e64656c657465222c227365637265742e65646974222c227365637265742e6c697374222c227365637265742e6d6f7665222c227365637265742e726561642d6d657461222c227365637265742e746167222c22736565642e6f7665727772697465225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303036222c226e616d65223a2245766572796f6e65206b65657073206120706572736f6e616c20666f6c646572222c226f6e223a5b7b226b696e64223a226f776e2d706572736f6e616c2d666f6c646572227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303036222c226b696e64223a2267726f7570227d5d7d5d7d	\N	01a22914-32e0-79cd-ae82-01ec2f83f82c	2026-11-29 20:51:59.329896+00
2	\\xd32be822571cd429137664575756ab4e9cad1b36eb9e3b023c1e87a6f656a785	\\x7b22666f726d6174223a22636f666163746f722d706f6c69636965732f31222c22706f6c6963696573223a5b7b22616374696f6e73223a5b22666163746f722e7265736574222c22666f6c6465722e65646974222c226b65792e726f74617465222c226d616368696e652e65646974222c2270656f706c652e65646974222c22706f6c6963792e65646974222c227365637265742e637265617465222c227365637265742e64656c657465222c227365637265742e65646974222c227365637265742e6d6f7665222c227365637265742e746167222c22736565642e6f7665727772697465222c2273657474696e67732e65646974222c2274656d706c6174652e65646974225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303031222c226e616d65223a2241646d696e6973747261746f72732072756e2074686520696e7374616c6c6174696f6e222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303031222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b2274656d706c6174652e65646974225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303032222c226e616d65223a2254656d706c61746520617574686f727320656469742074656d706c61746573222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303032222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b22706f6c6963792e65646974225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303033222c226e616d65223a22506f6c69637920617574686f7273206564697420706f6c6963696573222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303033222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b22617070726f76616c2e646563696465225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303034222c226e616d65223a22417070726f7665727320646563696465207265717565737473222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303034222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b226163636573732e726576696577222c2261756469742e72656164225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303035222c226e616d65223a2241756469746f7273207265616420746865206c6f6720616e642072657669657720616363657373222c226f6e223a5b7b226b696e64223a2265766572797468696e67227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303035222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b226261636b75702d636f64652e74616b65222c22636f64652e6665746368222c226669656c642e72657665616c222c227365637265742e637265617465222c227365637265742e64656c657465222c227365637265742e65646974222c227365637265742e6c697374222c227365637265742e6d6f7665222c227365637265742e726561642d6d657461222c227365637265742e746167222c22736565642e6f7665727772697465225d2c22656666656374223a22616c6c6f77222c226964223a2230303030303030302d303030302d383030302d383030312d303030303030303030303036222c226e616d65223a2245766572796f6e65206b65657073206120706572736f6e616c20666f6c646572222c226f6e223a5b7b226b696e64223a226f776e2d706572736f6e616c2d666f6c646572227d5d2c22746f223a5b7b226964223a2230303030303030302d303030302d383030302d383030302d303030303030303030303036222c226b696e64223a2267726f7570227d5d7d2c7b22616374696f6e73223a5b226261636b75702d636f64652e74616b65222c22636f64652e6665746368225d2c22656666656374223a22616c6c6f77222c226964223a2236343866616636342d623933622d343865302d616435312d643633336438316338336431222c226e616d65223a225365727669636573206665746368222c226f6e223a5b7b226964223a2230316132323931342d383932302d376565322d626565642d643931376338376437653263222c226b696e64223a22666f6c646572227d5d2c22746f223a5b7b226964223a2237623135663533322d386663322d343839302d396139322d396335303733666465386431222c226b696e64223a2273657276696365227d2c7b226964223a2239636234336661362d366436372d346664662d383030662d323334366130306138616338222c226b696e64223a2273657276696365227d5d7d5d7d	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-aa0f-7114-8dbf-033158de1538	2026-11-29 20:52:29.843648+00
\.


--
-- Data for Name: expectation; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.expectation (id, document, author, event, changed_at) FROM stdin;
\.


--
-- Data for Name: factor_app; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.factor_app (id, person, label, algorithm, digits, period, look_around, key, seed, created_at, session, expires_at, proved_at, last_step, last_used_at) FROM stdin;
\.


--
-- Data for Name: federation; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.federation (id, service, name, preset, issuer, active, terms, event, created_at, ended_at) FROM stdin;
\.


--
-- Data for Name: federation_terms; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.federation_terms (federation, number, audiences, algorithms, claims, patterns, keys, event) FROM stdin;
\.


--
-- Data for Name: flyway_schema_history; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) FROM stdin;
1	202611200900	people and their sessions	SQL	db/migration/V202611200900__people_and_their_sessions.sql	1176746667	cofactor_owner	2026-11-29 20:51:37.202423	54	t
2	202611201200	the rulebook	SQL	db/migration/V202611201200__the_rulebook.sql	363605961	cofactor_owner	2026-11-29 20:51:37.287455	13	t
3	202611201300	the log	SQL	db/migration/V202611201300__the_log.sql	-138016819	cofactor_owner	2026-11-29 20:51:37.318438	142	t
4	202611201400	keys that seal	SQL	db/migration/V202611201400__keys_that_seal.sql	-737944405	cofactor_owner	2026-11-29 20:51:37.486418	59	t
5	202611201500	checkpoints	SQL	db/migration/V202611201500__checkpoints.sql	1621513607	cofactor_owner	2026-11-29 20:51:37.603678	30	t
6	202611201510	the log is fenced	SQL	db/migration/V202611201510__the_log_is_fenced.sql	1971147421	cofactor_owner	2026-11-29 20:51:37.666839	33	t
7	202611210900	groups and what ends sessions	SQL	db/migration/V202611210900__groups_and_what_ends_sessions.sql	-1321250939	cofactor_owner	2026-11-29 20:51:37.71434	70	t
8	202611211100	the log is searched	SQL	db/migration/V202611211100__the_log_is_searched.sql	-853112309	cofactor_owner	2026-11-29 20:51:37.806583	91	t
9	202611221000	keys change	SQL	db/migration/V202611221000__keys_change.sql	-1918706759	cofactor_owner	2026-11-29 20:51:37.994906	72	t
10	202611221100	the catalogue	SQL	db/migration/V202611221100__the_catalogue.sql	2014681634	cofactor_owner	2026-11-29 20:51:38.131345	250	t
11	202611221110	templates	SQL	db/migration/V202611221110__templates.sql	-1868525611	cofactor_owner	2026-11-29 20:51:38.444132	104	t
12	202611221200	secrets and values	SQL	db/migration/V202611221200__secrets_and_values.sql	603051456	cofactor_owner	2026-11-29 20:51:38.609512	69	t
13	202611221210	seeds	SQL	db/migration/V202611221210__seeds.sql	-1791873796	cofactor_owner	2026-11-29 20:51:38.740247	74	t
14	202611221300	keys are named while they are kept	SQL	db/migration/V202611221300__keys_are_named_while_they_are_kept.sql	1074964205	cofactor_owner	2026-11-29 20:51:38.862366	37	t
15	202611221400	people read what they are told	SQL	db/migration/V202611221400__people_read_what_they_are_told.sql	1065711547	cofactor_owner	2026-11-29 20:51:38.918739	15	t
16	202611221500	a templates version is whole	SQL	db/migration/V202611221500__a_templates_version_is_whole.sql	330404842	cofactor_owner	2026-11-29 20:51:38.943063	17	t
17	202611221600	steps know their secret	SQL	db/migration/V202611221600__steps_know_their_secret.sql	1768507507	cofactor_owner	2026-11-29 20:51:38.973342	26	t
18	202611221610	services and tokens	SQL	db/migration/V202611221610__services_and_tokens.sql	-64080027	cofactor_owner	2026-11-29 20:51:39.024626	47	t
19	202611230100	people are invited	SQL	db/migration/V202611230100__people_are_invited.sql	-545474825	cofactor_owner	2026-11-29 20:51:39.091044	57	t
20	202611230200	whoever may saves an edition	SQL	db/migration/V202611230200__whoever_may_saves_an_edition.sql	-166906931	cofactor_owner	2026-11-29 20:51:39.172487	9	t
21	202611281000	sessions have stages	SQL	db/migration/V202611281000__sessions_have_stages.sql	504173287	cofactor_owner	2026-11-29 20:51:39.205465	45	t
22	202611281010	required actions	SQL	db/migration/V202611281010__required_actions.sql	891681779	cofactor_owner	2026-11-29 20:51:39.267766	20	t
23	202611281100	peoples own factors	SQL	db/migration/V202611281100__peoples_own_factors.sql	1418807189	cofactor_owner	2026-11-29 20:51:39.312214	69	t
24	202611281200	passkeys	SQL	db/migration/V202611281200__passkeys.sql	1536480552	cofactor_owner	2026-11-29 20:51:39.398526	52	t
25	202611281300	tokens and those who act for people	SQL	db/migration/V202611281300__tokens_and_those_who_act_for_people.sql	319701041	cofactor_owner	2026-11-29 20:51:39.475059	58	t
26	202611281400	workloads are trusted	SQL	db/migration/V202611281400__workloads_are_trusted.sql	-1341269748	cofactor_owner	2026-11-29 20:51:39.544	47	t
27	202611281500	single sign on	SQL	db/migration/V202611281500__single_sign_on.sql	-694479461	cofactor_owner	2026-11-29 20:51:39.606097	144	t
28	202611281600	people leave	SQL	db/migration/V202611281600__people_leave.sql	2096705890	cofactor_owner	2026-11-29 20:51:39.76736	17	t
29	202611291000	access is asked for	SQL	db/migration/V202611291000__access_is_asked_for.sql	-1547310167	cofactor_owner	2026-11-29 20:51:39.798638	85	t
30	202611291100	what is told leaves the house	SQL	db/migration/V202611291100__what_is_told_leaves_the_house.sql	1121763728	cofactor_owner	2026-11-29 20:51:39.89476	81	t
31	202611291300	what the rules must keep saying	SQL	db/migration/V202611291300__what_the_rules_must_keep_saying.sql	-1302590526	cofactor_owner	2026-11-29 20:51:40.002788	17	t
32	202611291400	changes wait for a second person	SQL	db/migration/V202611291400__changes_wait_for_a_second_person.sql	-1287310770	cofactor_owner	2026-11-29 20:51:40.03059	36	t
33	202611291700	codes are kept showing	SQL	db/migration/V202611291700__codes_are_kept_showing.sql	2074504052	cofactor_owner	2026-11-29 20:51:40.1108	14	t
34	202611291710	what a run was given no other holds	SQL	db/migration/V202611291710__what_a_run_was_given_no_other_holds.sql	1319552902	cofactor_owner	2026-11-29 20:51:40.139039	13	t
35	202611291800	codes are reported on	SQL	db/migration/V202611291800__codes_are_reported_on.sql	-1202224131	cofactor_owner	2026-11-29 20:51:40.17508	34	t
36	202611291900	some secrets are watched	SQL	db/migration/V202611291900__some_secrets_are_watched.sql	1141575922	cofactor_owner	2026-11-29 20:51:40.251224	3	t
37	202611300900	a restored copy knows less	SQL	db/migration/V202611300900__a_restored_copy_knows_less.sql	1174613148	cofactor_owner	2026-11-29 20:51:40.274971	10	t
\.


--
-- Data for Name: folder; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.folder (id, person, created_at, deleted_at) FROM stdin;
00000000-0000-8000-8003-000000000001	\N	2026-11-29 20:51:38.302615+00	\N
01a22914-8920-7ee2-beed-d917c87d7e2c	\N	2026-11-29 20:52:21.739894+00	\N
\.


--
-- Data for Name: former_mail; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.former_mail (id, person, address) FROM stdin;
\.


--
-- Data for Name: installation; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.installation (id, created_at, only_one) FROM stdin;
d6bbc439-87e2-4fb5-9080-045c6a1ac9fc	2026-11-29 20:51:37.241546+00	t
\.


--
-- Data for Name: invitation; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.invitation (id, person, hash, created_at, expires_at, ended_at, used) FROM stdin;
\.


--
-- Data for Name: known_browser; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.known_browser (browser, account, until) FROM stdin;
\.


--
-- Data for Name: log_chain; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.log_chain (subject, sequence, previous) FROM stdin;
01a22914-3219-7039-9443-75ff41cc0ee0	0	0
01a22914-8920-7ee2-beed-d917c87d7e2c	0	3
01a22914-9067-736a-be1b-bb0ea32c61bb	0	4
01a22914-9205-76be-802b-3cc02d7636e1	3	8
01a22914-9cd5-71a6-9194-36eae723606e	0	9
01a22914-9fcb-7fd0-9543-6a6bbc40ef18	0	14
01a22914-357f-79ce-986d-71124d8cc3e2	15	17
00000000-0000-8000-8002-000000000001	1	17
01a22914-9d39-7c33-88c5-682e13b3c7ca	4	18
7b15f532-8fc2-4890-9a92-9c5073fde8d1	1	19
01a22914-a0a5-7874-b545-25d48e4c70a5	2	19
\.


--
-- Data for Name: log_entry_1_0; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.log_entry_1_0 (epoch, index, leaf, leaf_hash, event, "time", class, actor, about, outcome, address_hash, body_key, body) FROM stdin;
1	0	\\x7b22636861696e73223a5b226a6d595946425737545a57417a31595162702b757166757a65634e57445465355a774574466750746835493d225d2c22636f6d6d69746d656e74223a22376835657838334d386e4a503943443859664c5a6c654a5934485a54564e4164374e2f666f6c38372f42343d222c2274696d65223a313739353938353531393139302c2276223a317d	\\x31f979a53bf4e1791940fdf67c481281a19772dfab054ab0f32148d103c880d0	01a22914-3241-71fe-b999-52667ce45f58	2026-11-29 20:51:59.19+00	log-opened	00000000-0000-0000-0000-000000000001	01a22914-3219-7039-9443-75ff41cc0ee0	done	\N	01a22914-3146-7436-9b23-9105379dadce	\\x01e228d087fa3c7c006be8fe10fe773116c5cdb5f10268db0383c5d8ba3edcbecbc4a94b74d0645368d49855e36f7b2f3e31a41cf3cc3c1b6b0758d426fefb82af2f4a14e2be131f9e4b0ba21216230849fa4333974067c98566912df4e173c741f4711695408c40ee3ae03d52fcc1548b9cfb6264aba8f115ecc2aac8c408b5b03d39122e6666869e1a0763ceacb337f5250fd7a02dadc93b3ac8dacd532d7d88191e9315b2755422b7bc8044f6d607abcb115db9b25a64a8361d37e2144c661f95d23b2e74fc279ea35d6f0d22c24b9cd0e8ac75f9bd8c8e97c99346f3f81880c433b5097419240168982b5976a83b1aba9f5c05ab9d0405e76c45f5efedbf286086427f767b927e5f54f01161ae094b02b4c89e67e9c2eb4042ee1cd3b3e30aac2d5456a27997b77a917eaf5e14342ad9f3fe38fc65b326f0dd021e79a9d11ed3de6e16379421ea4d42091c1d886ee6d35619b7e250a44568d223cdf1804e3be1827d4c31a36f3093f639633cdbcc91b3bedda02deab75474897660cc042784a37c90aec9322bb746111b2e5486acc85fd81f8b5edc38a75ceaf376aa0f46de1fd0d27dce07f1606b350ffc8e3db57ca3f1e47aa6b5f1bff1df40594bf3f6bab0512578cab17e853e1e3cbc8abb6eb4a6b34dc68326df99fead7c252d499af4079ab526581877d6eb1314cd2cb45b723e7cb8dba7f5b4e3966b062f71c1f783489231d79595fb4a2e8c3eb404958d55b0ccceda960373ef111c90b54352969c8b87797b94b630
1	1	\\x7b22636861696e73223a5b223452506456755047513478795778306869416a34725562594d6f54524768743164755361575958513456303d225d2c22636f6d6d69746d656e74223a224c57566544344c575467534e7574523159356e79627a5a6b4e506e4d32397065355743496f516c437a62343d222c2274696d65223a313739353938353531393332392c2276223a317d	\\xc736d9f9af391075fe2f69e55f1afd7c239cdb04a9d32b84a561685c9c1a93ab	01a22914-32e0-79cd-ae82-01ec2f83f82c	2026-11-29 20:51:59.329+00	edition-saved	00000000-0000-0000-0000-000000000001	00000000-0000-8000-8002-000000000001	done	\N	01a22914-3146-7436-9b23-9105379dadce	\\x013df23cb1f93723886977df3d62f44cc1e80e3ab05110438e495e055e2bcb4e955096ea0b69c0ac30df06591ddaad98000b4c2dc2cb7ecf1590a58d86f05ee51cddd6e0de3284a6c762dafd554da7545c7c8cf83bf8674088674a480c310e9094f37aa9cfb637b674d3c8ec7347f4a6732017c0b3250d4e5aa26231034d691c93aca9e28b99ce63e790717bed0bb2827f717bf031123ebf790827007da301b0407d770134fe33ef84dfbf62c69369f48e44105e30d1e5539833554f5befec69802c0a79c3b8fcff4e90f3c94378ff20023e67a0797854ba11b604b4a28bedf35a66690e530de6421bb5f9f66221c784f7294d26e5d4072e03042ed10bb26edbb414cd318e2bfd7c2536a6477f669ee297feafe0997c800b508ad4170d86438bc1b036fafe611330229ff3e909013ca18a59dc7c9d77bfe144dc50946f746870f6287c3f3dea3d119ebba574877cbc32f47de176ceeb59ea98cfb4c5ff16328d5c8d0a2f49c8311f72fdf606ca0c0c96f3538b63cc3df450feb4c189906ab68ab8ef4a999a25155da955c6dd9d05eae3b16b3492a1ecbe9b4a8573614fa612824409937a03216fe6ce5912ab3ae55660a53cffce99b17d788e9dd93027abe16d52c295bc0108c643fb1dc53af44fc277624350197b883f7c4f60796664d3495db2441ebf071d81e6b192a90af274b7d647b90231851b29f46e36391e1f1c61c89b2c668533a11a9393355ff55bc23d22019b8af2dcb64cac9ae9fafee2bedea14008b0d9e321a10814a34a02fea25a344a87ab551867c963e3f8bf7ebef5ef091bbc525813405e701e9ab2f9
1	2	\\x7b22636861696e73223a5b22747753444f3045473838746173493767333967474466364a6d2f4c4a7862683149512f30794577492b526b3d225d2c22636f6d6d69746d656e74223a226674506b506472687155723635476e787336786a4a4b48775842456d38416442584335516e4359525549383d222c2274696d65223a313739353938353532303030332c2276223a317d	\\x03431f90c7a99462727f33f2dce0504b94e9084489f6cdd425f663ea1be65866	01a22914-3580-7a0e-93e3-ecf1a998f5b8	2026-11-29 20:52:00.003+00	person-added	00000000-0000-0000-0000-000000000001	01a22914-357f-79ce-986d-71124d8cc3e2	done	\N	01a22914-3146-7436-9b23-9105379dadce	\\x01b5c27b367524b14dbcfa1b99149b5867db35db40723039b685cd4cb3553691182862ae5309064a8dc571c454987500943b20805fb7261d4518c46d00bcc95f82e3b8a8d4a8eb3b176339461417ecd94ed524862d1cf74526dc2c2cb1c572df250485a04cff48c66ed37029caeded2a7054e812c517e94694e57698501fa058194fb15bb6db616bfdda74164f5b1e4273d5420b136de33bf337b7d6c637ceefb3739ee5054b87ed4f9d3c703bdb48c1f84cf7e0d67c45d77ed6fe4e90c9d4271054f568237a543c781059237e398c1a847323ed71675ccd9970062e3b0b0f6c64df6ea33ed55b79a1f94c4c16e1bcd5c787cfb56942438a8ea55f53f7ea1e7c275956bd8107a1b8b1bb34b6a196f382ce3f68c300caa494cc96e9ad5d4bcb2d9df51fbade0abb9c3ff0276f126fecbf49bd12e92c61c7fed25a806b82e3c5372f204d484913d32e848064b4c86bbc1f4bc7fd69c00d8a0561cdb660359b539edce19cf8f5233505c5f7db3b964ccc0cdef19d238c1052d321322d78c3cc71016ac5d878b33ffd5b6775746767645b4507535a9b9a0e86fdfcb0f3344a9ae64b4a110543ab54dcd4ecb952de1b1206410fda3938744fba32dc836876318ec134368462517b1d5c1eec2ff64382e180fc298af268ab1132d412805bb01a968dca395389eba4f587b4270ebfaf7891db956c2022505954d7d0f70c764f4fec958cd1f3c273b137c66712a7161ec7b43b448d48c69b488ef04ca59203861beda2598faf0e0a
1	3	\\x7b22636861696e73223a5b22516d6e426e4f5261324952784456462f7957457054474d77486c4f4836426658754a536259325268352b673d222c2234427868772f666b3362642f4b754a6d6155306754545338673062684f744e484c2f304c38456f48666e633d225d2c22636f6d6d69746d656e74223a22456b3464344e436631734b4951516362776d34715a417a75744e4a77714c703633416444637733464c2b633d222c2274696d65223a313739353938353534313733392c2276223a317d	\\x5b54e3ae171a360ad3d6fbbccf9a13751011864a247d167858c890b8adff5500	01a22914-8a32-7099-b4ca-b30b1f4d1c13	2026-11-29 20:52:21.739+00	folder-changed	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-8920-7ee2-beed-d917c87d7e2c	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x012c437def96f56b2e921f5dfc6c8f9457e9dcb4aebf23e10373c987488ae02bd5c8d07056ac1a26cd5b70aa1c0724ddb50eb23cfba3a0399bed4dd615a1e74b0d1f58cb5abf90a2eb90fd298b314d28d166b4c69f890e3c3abe1e731795bc248985a246a9367e665d8aece52358d813b3e57dec1e663755028e44369c1a48645baceb8259f626c9fcf395eda1b4e114e4c78594d39df83376ffd144dd4ee3d2f1b60f6db7e2a15e74fa49bd1c59227641f02be03f1e007f767e708486dd9f015b3a4b3d317d08846a396f3a866b8314947785b1ac4f6beb377435d9f9effeb32dd76b94e5ef704314da4fa052d8d16cfb6ab4c75729c591d340e4607019ffd46b9550766ef58ce6e328f396365508369631a5bfc707b6dc51fbdccc62cc1035c940c57330ce937e7f3d3db776d0fd6b36ba9b4d560b90a74e97e26387349355a763e1c6db61d2b13bef9d6bb0c4cad78e6e9f96bafd855a850d632638f98fbfc8619024476dc2d6a656bf62ad8f0b6c1edeef6ef9c4432342a654eb2848abd2cc108b04ca139ca1671ee0a5d063f48069eb5a64110daf01f071ec77719694602df0e2743f00ae5562c0b571bb386dc882e3044b5b68ff3a3d7844834b7bd347a3695c798d4b1060acf592d958481570a6c581d0677e492fb0233c1c5a8a53d73866e212d536d6fd8f910f23838d494c48f435a9448a8bad46fea151c593d3229a7c1bd1fd9e6897084050108fe443dba6da27a04135d00f2b1ad0162288e3c5021ba960ef11b6fd50cb58a68e1757ade585fed211e58df9d76f4a364a7833f9c1c4c3c76b42b8e452c260a2408b1851d0ec96bdd5b8a55ef15f80a7ab0c52c0e2fcfd27cf657f55959244f03b8202005dc7345ec2c51b4fc6991e8209ec68a061219e89c28e3473882973a9bac78051516dd2d5beca71064ec4363fb8e774643ac238773b6b3758777f322b64ee76a8303420644999e97f80595fdb98cc43046126859b678c54eca86307cf82ec1110ec9a14dbf1bdebfba2f8819a895fd1e3f025c3e179378c1f5ee97064bfd10d4d02222f2d412f193df7f9340d342f35fe282513ce7330bb79de84e2c27e04b82a9bc5587754c1d17eccf0f703cb65b028622a58e668f08117c95eb5868d28cfec1a6e10850449f1d6673579b5519029a9459778d1da620485d473a4044288adf799475530337541d50ca627c37336fd393e875a18d2d3547e49f21950b71f16ff
1	4	\\x7b22636861696e73223a5b226e4366514b766e7458536c4a46385944335a513467346d544274343552466a73516b696b466f74446e68493d222c224e5870767066344d344d545a42644d6a56412b43384d4a4a436955665657614778466b576632797457726b3d225d2c22636f6d6d69746d656e74223a225649323963433777546c41624363614b412b37666e5242324b4b743365354e7a476f4f466c78665153734d3d222c2274696d65223a313739353938353534333237382c2276223a317d	\\x2db431da5439fc6bc15d1e2c27956d54d504b8d3738399497bf51b03f10839ff	01a22914-9068-751a-ac5d-09d212a6bf5e	2026-11-29 20:52:23.278+00	template-changed	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9067-736a-be1b-bb0ea32c61bb	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x016663fbbdd2a26aa288ddf1c9693bc9197bf604573d51cce82510288f70094e231ff389565e7ad3867f393c05c70a3eedf72485639a5c3ea1173a06673bf6b3f3cd3950b1e23e2e2c2b66d83421988d8aa57fa8090f59385d2fb18e89f83845c26a125f8358e72d0798c9afa3782d879241c7702f71ea6a92754b2d0439c4ba2db5264857f6641a8308e0e34a1679aa1e4388b4f53d3ddf1250d5f83f93098d8c845bbd06019971444da9b4a9a5b31eefb65804db86f4477452684866176fbcd2cdfc79f8031952464a99db5016b7f82ed2bdd1453befa1d8e66ef8a56e907be0099aaa86b030c28d94b6f0415a14d18118ae90a59ed45c3ad1a7ee10c830bc75747499533474a8c62fba7f4ef44fd43d6200830f1cf45bcc55a4d36315b68a95abc060c1ddeb95311365d019b6b3e640827bcd493efe546a8279972acacb408beb2fa2d872c3fb2b8b583fe0a94fa7b1ee54b9c9fcd3038b37ee2729b1679556a1c72ca03787250264aa78856138dd081423635bf3764175f7a987adfbeef27500d431c8080c4439a56f73ce19c42ba59e7db3ca95a724a2b58e24de17ba46c88676cefb2a9205f0e4363209b7a2cdefa8e2ad1e5c7ac21618f35158fc1e26f29812d41ac7b390c12752e587b53ac457bad84fcbf7be5194b97eae4c5be36ee15ac7a1ad0af2beec44a09df932f05143ae229600f0a5d5fa5aa655a3ab53486a3ae210870f042bd6164661662d3eb779f346c7954e6e54b317c01ace761d14b0f9bbb880041befc47902bef588f2770b2c333f0054afa5a8f590353f7a817624919085f5861cc22dd15b06a22ead5633921710f8b4b08d996d7f218c72acfc68c841cb837e2c4b352027f8bb8462aa699d29f8019c8de75e3e2e04205c04f8be319202a553e7d51d7f8b59fa54af3f6e8d9ceb16e7534f2ed1c8d52f06ab268a2901c8fbbfd893f612a5896da25f2abfe7d69c51be802e6aa65c5f2405007d1aae89319252397de5149928b3712f7743ca321983f7e6adad88a36c73ebaf4d283fbbada9815b307e0b865ae67ad4b563948e46bcd670fd6edd7d3d93281a633ed521a43a1d8d8773707bf4a56d218d9233fdef78f0cd70fa1a00e2545ec172a4d211c205a63c8daafe5e25450d3b1fc5e9939d3f8832077c227c5b43338562236e8e6689876bd2c19ec50213c4dc0a59737456f3a9bcd6aaf4a4b3d785eb4311e17f837efd918ebb0b5072eadd2bdf49ecef8b7b8b95c23b70ef62d02c7a3d03af711658fc
1	5	\\x7b22636861696e73223a5b225a745434327066366870786b42504645754f5241346a316263646f3050502f64574e53736a56434f6830593d222c222f3666452f49544e4b38582b6964397a714e317478696e67626c4679683467436b49534c5841746a6a6f383d225d2c22636f6d6d69746d656e74223a2233342f32506a4b2b75394f5533462b743932786e6969367a532f73354671667438614b726d53574a4c52513d222c2274696d65223a313739353938353534333735342c2276223a317d	\\xff9f9b888e91162d551e74078369744f5836f37410c7b05f5e3829d06fe1da0e	01a22914-9246-76ea-9992-ebb08f3a18eb	2026-11-29 20:52:23.754+00	secret-created	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9205-76be-802b-3cc02d7636e1	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01c30223a054019cb5e260859befdc62b0dc9b581ffca1c6029e520eca3902fab9c28435b96c4e7319a266279746c8ee2127fe392fffaddd722a23794c4c1987af57915be6a52381f0cc652e76d71886ea0cb27044b562e5eec7edbf8bf53944b80357e34408a022b4c838c3e22d378159b7e07fdf32a7bbb652fa912bb248b2debdafb3f833e2931d955da2bfdb3218a9f6273c369ff8732b6027cc671ea011de9d042835a7ce64299f207817ca20e6d4ec400c7fc7be0b97e8a779ddfffafbefb16921a472c4ddab9c4e510074ec07478a0856a3ca008e57f4e5fa4711d4f6b5acdd0e9076feee46c80da183985b62059d3fef1c4de57097fe5bfb8a70a32bf3dc2a437ee6c634f87538fced435e2b681bf18c62f276a7f3f18a95a1588076720e2f735b0edccf12c471158af53b7a76374fe7095e461e965c230718a9e8f61c2eb784f3298036ed5fdbac3c1d63ae4f263fad1c8141203a7223fba2000b3a0a71677d72764e41601163e12f7cceb1536fa234251467bff8339703a3782edf465f4aa547d6609b4d88a6826980672eadf7b9b3970f4a065512f324c86cd412ef0fd41c77d3cff57d4464b1eec353c5329c90db7c7588c3392116dafc79120f0606c3a52499c8b291a54e0376253172ea40f10b41ede05c271643a987fca4045971d9baac3db7450c538bb5aac1a408d74c4bf4118d5d5efde808e969738609260c70d85bc85ca078d3eb0b194013f2ad69b662a473eff4ccada7ac4eea3b6fdd01d20f083f77475d839c93b437c2b06c7395073d5837961b454d181acb661877b13879ff3354134c7b322cc6814c54b6ad3d20cd87af940b314945b9622092ff9cb968284c0c44092185fb56ab80e19da1943185fc232ef2c1bef8c775a00d2bce6248c9575ea8e5d3d084fdf20add2e0c1eb278516f979c189c348474a3fc58211447f4053f52578db730a39e6f74e76e240d5b21a0aedcb216a7c4d1122f24181c2ef6f276a0c007da32cdf33a0ad1244982c08cf9d563310744b8a105eb640bcefe5b8008b717899cdcc23487c5b15b3403a091b3eba9701706b1851cad6f8114bb7ad97c27a9b5f4bf393a099a48bddb97cbe615cb55a65c8552b986f4f626edeb87717b37030223ff2e477537c12fb75dc8569911fa4dc305196a2b62ee4e57013a9b3620e8bebe52ed58a01f9d5c84c9683792ae4d8f2aeab615e5d220710f019e5fc108efce4ff59bc045df785b2b045fdf624b20bf4aac4746
1	6	\\x7b22636861696e73223a5b225644496432327767544276544831766e635969723959383144462f7752644549535031346a683674446e593d222c2251346c50514b70364e675148396e70533736467836796471516e3673466c672b41616b394a3134526b2f553d225d2c22636f6d6d69746d656e74223a2255663441726a462b5141775a3945724d7149717161416569536b7474487a4c61767442567a357737774c773d222c2274696d65223a313739353938353534353137312c2276223a317d	\\x85c5fc70388cd8ba13575ff18c7ac79a1a488917d406df5bcdf683d6466da4fe	01a22914-97c7-798b-b362-d470aeb78d48	2026-11-29 20:52:25.171+00	seed-enrolled	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9205-76be-802b-3cc02d7636e1	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x018da939d08e95500a5926bb62074ea0ce0764072e28481c2012c5292b93f5e1ea61c616fd3ca082587cfc3611eb9bee9cf2d71ae467438f26f078062eb1401826df622ef0fa1740c7c3ffa393aa15e96f656b20141f324fc403b760b005de6ae3bbc29c7f57dcaf62f47c153c88c588b2a73c2300f9cef57aaa2c663769b8a7b031771e69a0ade2b12c0b96cf0449bc7ab8979095278ddb12d8acee46575ff8ba920994b3dc6a687198d7ecc047bbeaf91016911c767cd8ab58d5777afb476033154172b37e2059bb899a32ed7d50aa5889c2e4b0481adb226b89ef1754a3a1aeaa592fda05d8cc87533b7fe8a2fc6fe6a5adbae30cdcb0b0e7e8756d95548ef0eb1bdec4734f790357c5cf5096eac9774e85eba3403b7948bf02c50de6e46a099d38bfd2675a336d36e91bb44486c573567bf8080830803f8a34d105594a0715d0bda42ee9d83822ea4bbf6b06afd55a5fbc9497f5cbd8da8306c719f4fa84e2d7787d140d897c8614257e57e9fd5639a8b63c0c9d85652bd51ac3d1a71df98ca00e4e1fb79a32aca744cce665a9d59f21556e13eac4a279146a56fe0336b1b78a74a2433c2b44fea780126e39a5cb45005b732fe81272009854ff83fcb6c71c27732d8fe9c8415ea226c195441254ca9f95e96aabb842e8aa015b42d5926568c1b92768f99e54d2d674cf36d02b26fd491c5ae8bc18a6b29f8f4d01febbaa1e39d564c6236a7c842c9df5b58c27b1b81d98b70aec6fd88ac118671744606680d4d52c2633fbd2db725dbbef602d368f22a6fe0297a2c8e951d47736e89c14592bb099f10ee1a3866203fe5f595538a7e1fdaedf1a049db00d6b9b62b5f21e90409680cadb4416ddb86378ba516a350e6515206beb0468a88fb19b40ea138754f1fd5986bff15309c53e43f7f962a6b74fe7adb4414e2a5a82b655c1d8b305c1c1ff0d4abdb1c7698a6f803266bc56500a60cdbf6845a5d425091e47b4ba9a684f1c23ae50d25b726b2cc9100aa4d7d0d1139a35fadf303ddd7263eab922d7d30b31261ae724ec80dfdfa6b7f1fd9c550bbfc0171ac223d5be607aa7588346fcbc3e913482f8d8fca3f9bd75141e8ef5e5518578eff55cf1af78f0932fc19e95426827e1aed4d0f8546b19f1db649fb031932e9ddb19b1f54bd022ac2a000b1fba89c9fbb6d2868620780363579799fbd2a73d193160f653c441e15e53becc67515140eb0d01ec1acedffccdd1c49d5174633dafbc4de4ca009cd9502b3db416d914328871f19da7f77864dbf5812636b9e282f4f18524399feeec81dadbb0125e82a24c4f322319b13d5e968e7689558cb9c589e10cfc595d547f45f11c343b9642a6d1aa29de15e7
1	7	\\x7b22636861696e73223a5b22764c5173422b427a792f64577a7277496735783934657a38486a6c71524379706377522b68462f7938424d3d222c224a7a586c377a587059483964516839344547574748713641435a7a4f3048526873414a737a3953682b72383d225d2c22636f6d6d69746d656e74223a226e6136593661375a634e4a6e58365472777948507a714141322f415463756b5370704338567a51784b39733d222c2274696d65223a313739353938353534353738312c2276223a317d	\\xc2d97678bc58413a6e0e1af1023c0976701c2a851c8f40b226f792df1bde7f8c	01a22914-9a05-70bd-bd24-b5927915681d	2026-11-29 20:52:25.781+00	seed-tried	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9205-76be-802b-3cc02d7636e1	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01695751d077acbc0f0d53494d67e5681678cc67a49f87dd16eb536da7a184109a3ab2b9d912406c8177a7185fee5fe45b0de93643946f347f0fae15c7c7b107cb2c58205dc2eb6a16b550c7810b5b3e4ea390b7ae9a74b1891e6852b0f0469201a05008edc00d3bd9522b06afb5f99efd10d6d95b1a769bd6e53a4ce90b82b7888a5bac488f522800368cbd1ad549e7603b82ba3e783aab1912f63927dc4d42e4f44e881e140b3b61e9cd259a2814308b6f72df4c27f3918567ac2099cd336229d4de0b32cc20cc33f0f853e575986c7cb1c9ff70ff7d6c8f20908a646a7947caaa1e2cc07ffe3671979d4a83ba0085b5492eaa87baf93fb05187e2777a86149e5da666bb99d19895bccbd3d6ada04a8c66af0fc6f8320ebcd6574d9c8bf64f309dd640da1a655608109ba6f924e321c36c9da5fac7187f7bb96ddf193501eb821aaba5928ccc8aa21741f6509f7c71cdee99ed7ee99b6c19331e136ddad86621659accaa9f09ecff193f8b9eced637b056d7bf0cb5796574f8c2082b18d67ad1fee47f45f6d0d2ed6dd27d7d408aa4bab1dabcbf1462f637d270180e939f0e85f3bc3f42da8d1683c6a79993e51cc7355a871f82060876c721a9645e46d73767d30d8596207b24add97db2c218c43ee1597bd1cccf045a4d88915fb032ea9d21b70ffc9b40b1f06dc469b01c9c3df27cf24b65ad438b9f08247e9e117c618318648d16cada32e75b6c271c416d320633f70b92db2512dd6feb16f1531b7b5b99e969fec24d8335301bc469c3943690367539115b4d153f7435d403f8b268dd2ab60b32b1bbe41425c6f72acbb4f5e83ee36e3f25915536d05a1953dca2492a65e62d6e38bb136cc7621691bb8e8dd2300f8250f1b9add6b1ae87bf3c3b99a14aa1373f9702f8d5bb4a069dadcb3e377819ed0ab64a1b75465b523e9a581bcec8674ccfd12e6554bb94e5880b78e0d2d405d4d65fb9811f5423da481084765506e766273f2736af15c578dbbb8c1fe3ae3bc0bf940b24a1ad7f8bcc027a210be037b2ca30c7c9553ff6d77311452d8e5e8b9f2a761f46927e91569ef0a66734fd28f09007b097d0bbd2721cffb2913b77e2a4f2f70528645589939d0eb3b50d1e2178a4f80b095e48ed797b7c5cd7ec412aa399a23b27c25db1bb1e1aa5feff09410e98c2d912018ead08929ac23f51788e5cbb8deba9df6e4f4037b2a492b78d5e87006a52644270d398fbab53a4bdb9b4797f4d1f52be22e437a08f57308a4450e4a8ce445a7dd7188925f80e1cd3b35b005937c42abb2e44c7b0a420b3dd620615ede288a1680d2f068605b6a48ca00c96cf44e5ecc5d143ddeaa217330c58900156b830
1	8	\\x7b22636861696e73223a5b22736971474670302b36374f74516e64707a394c7a752f384e613977646d6367753545754f6f734a4d7a6a4d3d222c222b78375558797a4542544f50696f592f6f3141777231422b38616c797a6146626746323339624c38434c6f3d225d2c22636f6d6d69746d656e74223a22426f4a687a392f41702f434e742b65386b646e69537568663072716e56633569786d65346a4177457559493d222c2274696d65223a313739353938353534363132352c2276223a317d	\\x5cd6dba18ee43796f15bf0d27d3e09fe7e3131a684a462c1bc659656a3e5bde8	01a22914-9b7b-7a49-a7db-525f6a959e4e	2026-11-29 20:52:26.125+00	seed-proved	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9205-76be-802b-3cc02d7636e1	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01942ec2e0127a2a6afd47cd1330ccd72e299dc7237c063fd8bb786bb31ad63c9c0ac8f9152aa1b6846b853d110560b00282bb466be5e84db6b55277e73be0209e2625f75fadb946c8a7df6c465ef102f45e91c5cbd6d29471e48306beee3a97341751404ae12e6f40e15c89f0bb747a8dd9bc1977c674f049d46f82cc865fb10c154f98f87400d06194c08818618f71b8056fa6e673167fe9602e24c90546dd7c6944bd2d28fc7ed8348dd57bdb05afd482f27014e2197cc70eadc28ae02155ef19f4678d587778cdfb1759a65b24534d08b2ea76794c167b33f1af4e945508840b1f5ef7186c49df65a1da7741d9e00937bb58a34b9933ca2278e4dcc475af1a189b57826e71bb241315cb05ab6a0cacd7e83f507e4a7e129bd56d4ba6c2d7785fee4091aaf6a1da75dfdba8c757249356a4221b619819a5fe74e567e145235d370bacde6c8a1d6010b1ed7905a21438b2e80a187756b58fd0107a0732910b81c969aea886157b229bca47d941f50ae14e85a334e443cb79e20ced36de1a64b0a915f4a9832b2681ad25a8a4002be02357d60522e2c21e11b6e61d93d0798a87061ea1d33368105ea3b09b16fa50837596cae6198b202a501a7dd7b2da6210e330185404b38f2d2999c86669a0bd1bd4f240720977afcf9271a3d3d4bd08ac55e683527cf42a13e9808a44997a7643d23a77a9e30df79adc025cf24b6c383c92f3cd35b7b5105adf6388b43590eba5a6e7e4102f9e737f614d42057814327cc1a7bfd044a560582207ab1d51cf16c3efd3f8ba1ae0aa50e9c0b760e214f73140cb894aa850b7cd1ed3efb4e3bfa88447ed473ae19c1df338985124908d5423a34a03a9bb0ab7f59392468a649353b5716e4e467e2cbf726d041b7f096160009b6a4d46769b03b3149d75a0cfc3f296c145b82bdbeb5fc8fa696b8b5b7e09c729a5bd97df30a9dc9ac4db387fafae9c360e06bad91217f42ae4b8222cfc58570bdd4d8957f460696cf5f288d68a8b107c83820b889f1f3d6d97e4f1aaeca9bab980e929c3debd4a90bcad612d5784ad0432082dacffb13e1a8c591cb03c101ec8d43e7d67b437ee921aca77d5614dc35dfd5403683e10605eda4c21df352523cf1db4964352f9eac8cc93e660e9f56cec99e154b5285372d8e15be4a2d5bc26fb4ea59f43d8dc03cf1547c516a3f4dbd5e6872f4640f02d45c57a06a652ea4c4907a0078be5cc0a18c65e9d4aeb99106ca9463fa92aafcfd10f71902e8f5a3c4f7d21a358fe983cf99b033aafc3d02930312248090bf6b74bbb114fe2fdf63fd86a68df46d78322ed822d7395923fd0a5657919da58a3c353d962af1f8fd4c8294d5ab3a090dd6ca2d0557f24fd9af55ae34c591718cb
1	9	\\x7b22636861696e73223a5b2271444a6f4e6b4651572f444b2f354c4c3168536e333054554f4e71593558436c417a39744b35482f3536513d222c224f414f4232414e386e415144656741525441675365576d4e5a70732f71686c7859586362734754664b73383d225d2c22636f6d6d69746d656e74223a225439785477776a424135787348303374427a6644574577516b2f72333054434a674f727254426a68686b6b3d222c2274696d65223a313739353938353534363435342c2276223a317d	\\xf55d0ec4e6c9b4998f7a679a27baf95b9114fc75df9f9f7bba90ba575a152656	01a22914-9cd5-7006-95c2-3cca6fca092c	2026-11-29 20:52:26.454+00	template-changed	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9cd5-71a6-9194-36eae723606e	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01d1d41fee9568294b7e375712ec8f41ecde87af8572768cfbbb5379b4818af451cc2d0220f4c2d59d55433b400858a028bfff95995756f24d0aedb470a6902602ccae4aecb6670474448ed29a0c09afce964f5c1fdb7149aa6bd6767c4428f1b6b92096fe058f12640078eb47336cfd960348b71b6b08497b87509eb621c7adc90e550c019093247e51b350e78de03241356e0c9f7a2aa84ff018bbc59eafbdce83689f67b258798f5d5ab683f8e79d4a3f0f5b0757b9fd2397f244fec0eccc7ea23af85945c9efa3249fdeb54d3d9d7381e5587302001f9a16503f4125d5f1ee8fc0eebb2076e9dbb1e3640112db2655055ce311e797dfeadd26802cf0396842eaa025a881a79e181bf3ccafb6adea33ae7491c137cc08f9919b71e3ef13e866f570a00625f6bd13a3fe19bfb5dc16d65896fcce4378f08d75ea9d9d1bc394e771e3b8ea8bae81607f36e5df719ec480c15720d80f44e930f771d856d6e1e090dd0817b3ee1d7025412736ac267a0e400b9fddaae5b7f9c22369d498e1e3ec1545bfa8fd7424cb78d4bc5d708ab0eab6ba717e8a729471c721739a8611389606c8b82207640d0debe3394852bff95c51919c15ad673776e2bb1dff282751b8eb86b5085002c86d0ffa7ca65706646e530aec68d9d205c4ca2572e62faf5c9087e7600f7c5deac7bc5837fbc94810550be34344bbd654aa9c313e837f3eae2ab6cda75c31d5af42cdbe41d9d3f9e769e33f08e2da186b3f2a7a89058c6078bad88e61dfe84c85a70023a471b858117baed18e67d93a4e315eb0a4fa8d92ca70889c375e47ec2448ab0f504d8a502caf3b7cda3bdd68dae2ae5fa8f4722a3c69b7032f8a0bdaa3fc0ca05bacea9d29a05816c47148fdda46270b733c5c001671bda29b1df37c8771ab4f2ca472ae7e089db852e1848a18082a3af7fb454686eebaf7f83973013b2cc7726f2c6b2c596ee11309dea88f6292586b0a4eb9ba3f7804621f7efc3ee4bce26161149d51a62b46806609141e02475506cd7ebe333f9e07141ba471a56b15c6297a0a57ca5a37204eea7d7350b1d8e96c4a2b3c3f2df46f18765944254de0ff384593af1547b7d76a0dd9ceabec80526740d57a3027eac25a32e79937d7e9e4f2acc4b7fa1dae1d5b6b0d6dcd0027d1cb7d342beb1d4d505ce7dc70d76eadaa3fa96bca7724098814613ed23cebb794f59541af0fd6c0327a71111dc72c2d949a3abfc26fd255be50d26be1ceadec5c13bc27b34f63021ce1f91d7898
1	10	\\x7b22636861696e73223a5b226c324e44575834727667473464705a5a6e747337414935736167723478667579536467683349772f4b34513d222c223158746274396e4b3275416d707471513567384c37704356776732764c52436f42696c334f6d4c476365553d225d2c22636f6d6d69746d656e74223a2262682b4d777a6754317130695a32564979522b41795563477764337655525271545451354b6a6937554a303d222c2274696d65223a313739353938353534363538372c2276223a317d	\\x9e3d36e60b832f0bac12a65e604d9067f66c5f9f1efed7a64f4e848576e05bb3	01a22914-9d5a-7482-8e79-c05d2bf3d1f0	2026-11-29 20:52:26.587+00	secret-created	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9d39-7c33-88c5-682e13b3c7ca	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x014388d322dc59e7b53a6ef99d34a06a07e34ca484f63fad8540479763c6b7386224dc6ffd8d8bd0f05f98d55b3652d4d7a33f12d0dccdd74471d37eb6e0f73ccbc80752f7cebd6afda0f37435c905ba1a7772ecf2427a63f9332213a689471df7e3c7964e90a2d8964c7560ffd0f4541fe1e5e0615312d81f2c98b5f131334598ea18c028efcf7d2f2db721925bd5419173e58935a1915b3406a8789f524ba5a1ce1b3ae6543c3bb2decfcb426803ad6d8366cd3e97a123f847dea84b4c66217b04629910ae747363a3908dcfdb1d4e0b050d437b0f464e2d29ddd9131713466cd7063ef15522ce6913514202d1db8420efc2c4d9796c961e562046e21ac7c0b0d56a48aaccc544335ce3734a4cbb134b6550a4ae53651214770836d9549814a424809fb30b34b4ee25de3892d6bbd07b4f37782bfb9bf2c0e3509184ad9fb3f9261bc310ba5cab4297855276cd95693ba247eea365397cddd85dc7a059c57f31b095f546506d6cfc9d1dd979bd76c2f3657f153cb050d1474aa95c8a4c5656b97890b341489036827c46a4956fbd13a77096344323afe39a186203160fb0e0d0720ec7b4df7100d60d457616a74c215ef3a3233df2d684c176f853044ec79c90147ddec7ed93d54489bcf4bc1445ec444685525dc6692a170d69d3b6c112e6293d67607c984fb3739081e3bedf6d24f4314ff657af0f10a8d47d2f401561daa47134a0684e0e2100339a54c50476ccc18a9cfaee01b5aa56ad30986a09d8c150c3831cb181af69840385a522f687abe5b431772e295792885bf06d0d7eb9d80dc8b343a7be0effba80edb4887081da17fd6dca0e2740f4bf8d85ffaeecbebe7d0e63a8dfd7ed7028e5e35ad306bec32ed18fd4cc470a691faa125f1c060dd6cca501851f43b07cdfa627c1d474d35fa1d4a1c8388808798801ab55398cf92ebceaa95ceefff37c0de31d010ffcf2ac269c391025f7a85c2cf4c34204500d24133d483e0d57e404ad00df1029323304733610f81b535b847e60310a4f1f19fb3ed3462b11ff125c58ea6bc5f015e3e6ca49bb0eff6f28f7f4bef6114bd60201d7ac3afb7714c6d6630a7ba17d079c98312ff537498af2f19a8962975fc661b0092b8739d372224c6f27a921d070485ccadac571e6b71fce571b07ece189f3cbf610708e1d78a334f90ee05446ed60aca5079cdfd90d82f0563bcfffeca00e2c43f0814e6e3c118970eb8fa87662970c545bd88b8a19f4694e05ec86935287
1	11	\\x7b22636861696e73223a5b2256544875612f7359773255656673474c5a5647794e54697168666c6541386a426a4e3777355452423466383d222c22524e4946634f4136546b3773533163535646653247727051436f344b4872633172434b4b755454396354673d225d2c22636f6d6d69746d656e74223a224168347a363775757158617678316b4f6670594562375255644f416379644d5350674e3335347968656b453d222c2274696d65223a313739353938353534363831312c2276223a317d	\\x3edd7a2d607152b477dacbe080eaa2c2b7216f435365c87cb0bb47ee6e8247bb	01a22914-9e3b-7dad-879a-125bf821ae21	2026-11-29 20:52:26.811+00	seed-enrolled	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9d39-7c33-88c5-682e13b3c7ca	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01cdeb7b8c64e0ff1413b614d8b19a37ad268c429ca8de4e344fb4daf71834f8071a854453d33cdf6c6e188b183d6b97670dd659c0608b9846592d35be29d304a0d75023cfd36c72c0dead16b95b47ed8889a4174ae9952663f75c9de78603d2ac8d1f107f5a6d0475141ed61a50136654c300b2a0db5cdb150c7b472563cabc93d15679ca0e650cd2eb0cbe387c1be30bc34462785e604813ac94f55388879a3b9e39cf1f9af2895e3b34d598ca8233fd167a568cde0ae55681497343b136d205fa6784923d6bf9ec639c96517bcf19b84d922bfde2dc8f7032879cd8ee7689c574a75983ed6711f49016785a4230941d447bd5f0fcbeb328cc33c6af9c9473f53aa581aa5f3039542da5bfadf6352d69791669e9471f37b60b0f3dbbf0a5b96e9ea56527fca221370a046ab9cc01b4e8095eee61bf269f3ac40f536685116a63bb2ad20b5be6cda8ce33363ac79288f8153f624e548d6b6e200245901655d74177ee5b2060a461773b44606c538af9cda743c2fe0983df0630ef9b34ea085c715b5f00a1bb402e8dd7716ba622088164fd72e6c0a07b87b6b5b166c20397f75e6901aa76e5ac6abd806f0a5d67dcc04e87cd371b06b57fa44b10bde4672544fbbc7eb7e33ac6d7443873ce72af97a564233d1875f1b6d99346ff385754c1bc79b2ecaf2e21dd7c0473f764b60bc564e74c0ca29ffb9e88a1a4ba19495d8f113f880c3d3b929187f26d3d7206c66d3ef24703f6e01a685e0ef5e5ca82dad0307a3da8902625606b69d4c35ff5bfcd8e935a843a9522504f7971ea27963ed217eff44e09be4d43bc343c3d3b6377404ea7a0d98b597659a4648c91dfe103004f8a28dc64ba89408d2f7a5c9b8898dd17c8641a4ff163e99406b27d5392c44aeae8dc8ed8659202e441228eca5fb90de6919e41f7315d633fb52aec07bb21743cf8044701eb4792cb84f937a57d550a1026615b56c29aa36dbb0c8b6c88533770e08bf3a1671eb36833b49c462c814fc6560f1b410601f554dd911111e3ed8191562ccd90d3d15c1e6fcd6a20e48fe522d3b2d83e15a04b0649e4d06709e846cd77bfbb2154536ea7fadfd929262a2947bc52252099d8af4a814d1d109661e1e925ef8aa097db40fa666d94d7d62d8a93be17e9acd1c4841d87ef3cce2a2cf4cbacdcfdb48d9f1ba147c56ef3ce76e53b73d7029393d7161ff01a52c7ef0e3be7adc5f7c8271afc91fdb6d8bea05a011c59725bca694fde4ae04ea6402a4240ba887684d807ea3592a8a545618ee86155eb7439bb26df88eccee51757c36374e7cc0e0b54d5013856b24c522ddd0f01947fcda20a1dafd7ebf98e6aa3cbd2153e746e030d02b8620f07963c6bad
1	12	\\x7b22636861696e73223a5b22484b352b5832674d444b4f46683374345758784b3158486c7459594a5830424353725157367335795171673d222c226c6d2b556e52455167636d50544d456c3150535065693350696344385437785055453853394566333161593d225d2c22636f6d6d69746d656e74223a226e5732636c432f6e514f6f5a575570484863677644342b6d732b2f6346592f6d6d6a5845704d69585837673d222c2274696d65223a313739353938353534363936382c2276223a317d	\\x8bde220b5ac66727f7cdde7e0384ac0ad0c9ef02ddc34b914b53a26f48698cb2	01a22914-9ed6-73c2-a83b-682d8be35c7c	2026-11-29 20:52:26.968+00	seed-tried	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9d39-7c33-88c5-682e13b3c7ca	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01567f145d37838007ed59152fb2abdb5cac83ea8477560f2fde71e8c68588a891e5a847b4fb581b9e6167177bc4149bb3bcbaedf9279fc4b486e5ea61104e6d6c154ca8fb0ada142d2462f783c5aa275959bb2cfc28382c37c367dda2e19462f496b2d5865b90981a7a1184e66d45072b9d41dabd4ef66bf0813f6a1ad7395abddf5343df66aee2cacbaa34a7c9504b30d0f228f3752db6877836b594b3a1f83436396998f57d326a938b68c82599d2784a125deed006a530ad980fea98945bf60499447c0d0bf87f7a3c06d995bda9c9c56e16cb0d5e7c28865138d30026422cb2351b96b7db98fcb82cb90e001aa7ca5c91d70308ee2ed99db504fe7a317b9649796468cba939a28e0ef3b443b9c4bef032e6bfbceb462d5fe5df9a31ea83b6e60e3078407fe223216748d62a28db23db0adb3849493e7c8942dd763214a23efe9f85497f06db3d2fc1cd9a63ff4e2a109afcb2fee4689d7320d5df8206a8d08eca576d21a0b65c8c349b9d2f74eee06a7827f4b541e91369b610549c12dc431bbfdfe6c8941a15ce53acee5d0884198035c4ab2af277a2a0d7d9c4b9edb3cca6fda26a0baa43b0ef1fa650e9db8c2428ddcb6a76ff8e4079d965f41c98c66f245df275a074c80c0297e3326969b55cc00a2fe5ddef4358c66719c13c46fbd7aa62283f947d143bf5b2466ffd9e5918149e9786937b2ce93e21f44848253619f1e6107a048516cb06ad82aecf07fb80c444bb71457ffc9bc37cfcfefe4bcc3ba8fbec8e864b6468933071fad8106acb147527492b91405e5f3ba640a4affc4ac4ac0358961fea8c9bb2a9255b66769bc2a53288b6fda2e3c6fdaa4f9f42465485af3c9275f9b0f568877fbd2c80ccb8de7014df7686af6267958d45435a85d24aeb724abe0003f37863ba576e839e1df795a1bbdfa47778bd7f55599d02fc659124a1b48e79b4ee422ad58024f912950bf9f416152cb4f5ba8fee1fc02de4a3cc7fed173a54605d87631e55842feead040ecb7ec24e529f099c2ad26bb5ef18e007aa6de311cc3c9bc8f720c239ffc12cfe07861d815ec4d95235dbbc63fb18cbae6ea9614a65db83df92fe6bdbca706ece3230a440940f305fa3a80e1389ca217a67ba935ae8c15ca684e2e6e00ad47864269889efd2eef3d7e2bfc992207b4bd929e23483783a4293f5490e254a22883b32064bed0d3f0c34abff11c364e995a0be5a67a4ac00e68b048efb17a9c5a1bff5d17762f8866ea14b8b22631091b782c0388c6ec0d15d8b8e45188c0134b27648a6e871213f2fcaf1b3c7f2da153c2ad81fcf3136e031b408d419ee87ce847482769d2928ce94fa080c5b700f1404ca3c4a6971a74a88
1	13	\\x7b22636861696e73223a5b224b7a4133377457417a693136306a66497773714b44743673326d4c375369575a5a633752676364513631673d222c22666b7769644c6c375078374e5a6d6569636233325055764a5a675032586665346a49642f7a5372794f2b303d225d2c22636f6d6d69746d656e74223a224d6e3038374f6a71764a2b34577274527a6847717a34642b6a4841374b6f7079726e726b2f2b5a73632b673d222c2274696d65223a313739353938353534373032322c2276223a317d	\\x7891740b01a5ab978292db9ce06ffed2661a131031d3ee2662aa4c229b7f766f	01a22914-9f0c-744c-ab1e-e5264fc2aa52	2026-11-29 20:52:27.022+00	seed-proved	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9d39-7c33-88c5-682e13b3c7ca	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x018d2dfd96bbed243d7bc0fa379ec9ffa21cffff5af8001993803e20b0335c3c5325dbda378d37303578b7584c0e9e6c69e7e99771a8fb417bed9bd865e5d8e4e88112beb94d9f123c57393552bc71d61ed8d768908305c19dde91a03884f87370f49037b5044a5e10b7e9dd5c1db499413603261713c3fbf6be04f8e83dc7939df310cc1a1eb6307aa1657b7f530594216d0a14638ebd66168529cce93f675b949b083eb503e79378876f0f5bec6e429a9dd1461e9823225ffc8ff35c62d56dd214d19bbd891324a1dbf73d6d3f5e3a7589797d59da63bd12925b582abf28681fe3d88cfa63e3de2ae93c882665fbf8ef2e9a2cdb251defb940d0bf1554a4cd28295ab37e1a9178f3c397d23993f6a3e0446efe3bf22e3dead0be997f79d6fda376016debda970eb104a39f64cb96542f82d1c588b99c9e638c8d8094549641db3eb236284421a3ae89fd209ded089937767356943b7b9021e9fe06fcfeef0dc8757dbeb695e800a0e94542904c42717e4305eb338261a18623d97e7626528d8f5afd24e873b1a211f81323cbac3b7f11618ec0afa147f0f99a0c8d0aad995404f37ec0d91ad472d2f52cdc773df4432745788aadf7fd5a71c3f9089f01ae96cff8fe1d9e5804bfe1626a409896a21cc90e35092795e21890dd0c330993dcae68e0ec2c02be5ad7d7240cde624569058f082283dc6124d28fbbe198b5e958c2800f4b46b4a1f585e0750d9b9ea74cb4ae04c98e87d144a04f487bf2da3757aba1be3e40c3f79b4163fb32e3f37ed369704c0152727c8df52cba3c37cb53a3855e08780a290d3e00906a6f059ef263a1c858670763ea2cabab7ac41b88546cb66a6c1c801c9501b42ec0caf257eea92664729f0a6883e2e06cfd33031be431facaf063299be9a957e92183d096bb551df02ef04a7439bcca97ea18d1bcdc12ada54becfeeee4cc71f13a730968494d965718d7761a2bcad7b1b5c3e1963b5735a7dc44d983020545e4fccf1046f86d8d36b99504e45b230dbfc2adc6ca7ff5890bbb586e8d53b0226a05c984fec287bced5bd642caf063aacaf832e41edd05d4f899cbda51b00e700473b42ba999c4251641789755754a19a57844f68252367edba4ab7fcfc7daa5c9888943e5dbd54c64a321b2ca0bec0bcaee4f61c8c44de436ed09ef813d6ec75b363804ee0f24c733afd338d04c83f124b18b3956ddf6c38aecb8d2f7fab5c631ac9d85fa23af287d222c5e7b1b4ffbdd07fd0416983aa7c1cb6b274c918a5c614cfcd7620c131ecb63683da993274893899c9d39c8daa5760323e8ba7a88c5d3811755288aa46e7eb599eac357470398f94a21a7029f25b17161a303affaf4de5cd7
1	14	\\x7b22636861696e73223a5b2251464969686643736c5732643958644a44716245325a6154676959487667367643706e656f49756f6435493d222c222b324e71377271684d4655532f6a4a687056775262724a4766526d4d64384d734d344b6d4759503074524d3d225d2c22636f6d6d69746d656e74223a22714373645850753531455751634f736647676154705644616553334b434a2b3479417154443565445534553d222c2274696d65223a313739353938353534373231342c2276223a317d	\\x89ac3f28377e084290173e1b8f4f775e4138ea9ad467fdc436e7db42896da759	01a22914-9fcb-7ee5-966f-7f3e11c1a2c6	2026-11-29 20:52:27.214+00	template-changed	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9fcb-7fd0-9543-6a6bbc40ef18	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01785fa9b0786df6cdfd473a9eb53c6158f5bd7ec77bce8c6bc25b0b727a5f2a22d6010eda4888ee85db5dc966cbafed534c03acee5f85c653d9e6d4f6b40b7026668ac8601addf39e0aae4b7ebf6f070806679793d5addf7d3160630b8aed147e7692196aae6b8ad97f15dd9772fd832eaed9408fdb1a2d1baa1775d8f53704f1dc8d33012c857a94ed1cac7132a1b901de9d24a450c7985bae66e8c9f9f7fcefc07ea78946523ee668b96911f49d8f1c149ab63e9e88c0c1a056bba46985e5cdf1da4349993ef8bf90f5f5ed5e5c8d184d21de317303f72ca9e98487d36aade54e0696a00b60f1a063a6f13e2636778c6ad55de1362b68c28fef31287a515bc758fe0e2eec9a21ab427d7de2de9015ae005e017f7577d399c38be73793f4a9dfecd97f2c01b00f66845b16b9cf7f0f0f5f857c3aedc74e889e85a76819b4e7004ee13a5874026b93ef28454a21ff72c175b7a7bf20e116848b6b7f1509f67cbafb7f6e7fcfaeadfbdb6eadd3c7d2666f13cb3ad58ad0e946cf14feffc10876434b20738ad43a7447785be9c51599a3ff4f7f275c4c3656a888ae82435494a42fce897c478cecb08c1d9329d165910c74205312e08bf1ab27ff4f0a616e3316c3ff0d44344d88bdc6e55e2d62df04efc43561e56160742f7c2fd38418fe9e7af54e125d74cf1ac5a949f6dc9c744694561ea5e2021f5981ef7991a54ce04957911f8fc1db3cbef5e55d9a2fe42a99d96bd6205509d35de83daf273eec5a19396a9f87b3f472bf863c314fa5d09fb655b6296b62cad831370a503e1311fbfc9dfcc66358c355a685cc6d1731f6fa5d1d861b81f1182538e438cdb75f3c7556d819deb842dee50563398ecf31872bbd4b97b5955a9f57105280a2cbd614519195d37b0ccb70e7e949d0cd88efafebdc9f980d0736b77b9adc5bc4fe1868031cfa12bca629d3a72c6728b531a6c64f18f597ee10e2290de4cb3a837448dd5850618f607f1efd4d0c30b0b458520d4dbafb8ce08d65299456e49d9336ec810773bca05d3c1425511bb49c946763ba46042e926bf7bb00d8d16a2abddd177d4a4071c7b87dc31ab445652299c39d206a4a82680c0da591e132c07e96e8001e84424fd7ad4ff3d3c421a1864784ac20c6faab052290e075529643348b0ed521054753cd66933f7e1c4f25cbafc381b2dc4a7ecf5571f81791e377f55efe1b057ad383e48fd9a1d59943bdad1b257d7f9732bc3d5108c3b2839b26a519eba556f8cd9dc72f81dda19cc5fba7
1	15	\\x7b22636861696e73223a5b2267733630515170454d6a47666431706b5653685854416571534a68674d614f326c6763764c7958455053513d222c2273316a76743764796c7a437979487a45507170444c6e464e756f34796a764a4c6e7778544678526e6932733d225d2c22636f6d6d69746d656e74223a22395372316a622b575177755538554c674d304f376a36745a49374f546345476e772b44504c5646416450633d222c2274696d65223a313739353938353534373531342c2276223a317d	\\x6d30c8324f100f0d6edb47ac1df2b2353acb81d6cafdc20c18b3010519e5a5b9	01a22914-a0f1-753e-b4cb-547423a483d3	2026-11-29 20:52:27.514+00	secret-created	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-a0a5-7874-b545-25d48e4c70a5	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01c8f5b76412528d21b911116c1e66d91dc7a446cd974510342df49c7efac5f71625708be4b69654db12fd6d96b3fa45ce1213dcb9c3c934e84f960e393e1545610a1c5af62bd0c9d032157449e2c0c7c08ebdf8af4c63d1ef83cf5350c5310177c790a242b4c2fb758ebff8e9f52eb6272b542f54b9b961f372e2aa6b62155d0074c5dec03ac8521ccfa0a0dff3167a4bd1ce1342efa2f5c5f0921138343abf1659092e0585191db005b3eeac72d9c73d98f86bc2b9d88b3286c1ce9a74728be5b4de69401e5c3c2731505d4f431aea529bbb1db0e338b6eb09fbfee9d8ed6f525f286cd4a32f62a89d3ce933db7f7422a3a0cae0c5baaf215da70efcea08b4d0d4fd16a6902abff7f1dddfaa49aff8066c714547c12db9546312db5b1c16df5e73d8d9fe7888c854ca5be784cdedd62d6fe881254ceef24c4e4a7d0f756a80f98bdfd389ff0d5f4942017a5bf77720141b7bab8351602f7a6641418d714cbce6cfd93072b8d7c57a5045c4a23b12b29350f42752b1fb2a89fd518435f71c6ccfcc697f9f27b52c01d36eb4016e4bf624fe6b1af4945bc8e025cbce67fb59c0a52e96388eea79d6b1185ce71532f5229fc76b96d8ab4a41138be46622376b795c564bbaa9a80bac1cccef835528e9a3a02d5272d18030a395758b81bb390394063cf729bea8671dc23b1e7d0b4f9215e647accd129c2c70399481ae79082e2696be8f3cb83a88d014710bb4d8794d95eba940040920784803251f32dbdbca8e106818f535c3c72dd900391ab1ffe6dc5fa7f748eebefda2d20a52da312fa67214a9b2a7175ecfb2e61f43258e97c72141d20f696bf72f4001fa1d42b11bc9656dafe43a4303b9219ec8cc93ef8659e972efa03caa8ad2c645d2c106ca5d3744b599c1534025406a05d7e941ea3c85a966bd005ac25ca81e329579fea956f694957076d16127a62ab4883abe1370c17d6d3f7dea501155d8856d8287394d1a6f63eb9a65d3b7fabab836e9bb68d0c5bd9651165a92bb008782e718e47e175e124236cd537414a36a09b923787ce39c705e49ea5251ebbde861a3f6e98e065f5f0202b90a20037eebac59f957ee54b51b516e9d3c984a1f92a6d311e8bc7b090a4be485c97381dc7959ddcf9363cc1c47011403f413299414da9705134276619e854b55e555c56af98b55add6ecf71b4fd41c38780d8c038964a3e467a6d6038bc8f504f6088a532a01340477e7886138746bc9a5e034138cb9f4c7a68ebcb13160
1	16	\\x7b22636861696e73223a5b2258634f68483453716b6e786345336e36674c355768786761337672507a47755831376c664d4b764c6a48413d222c224752694837504c6242305a674c50396b5049526b75734c774b474e7a4432716d69457358763372536b47453d225d2c22636f6d6d69746d656e74223a222f4a6f524a426351672f78564d536f2f572b632f41776e5a5742797047627a7641353138736f374b5468733d222c2274696d65223a313739353938353534383235322c2276223a317d	\\x7b48d5d50e289a6ea863e0a6b2cc8e385b09de63a36fbc64ee5f555185dc7c9f	01a22914-a3db-7656-8907-e95750ffbce3	2026-11-29 20:52:28.252+00	pool-replaced	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-a0a5-7874-b545-25d48e4c70a5	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x012806f77d3155b91865ac90ea297b4165545c335510598186f0ffae7d870e29147ab8556774adb318c97232995118a5952ffaf84f2e6b6c4ea56342f6e0e2163319065086895db55d414e070f9ebb327d01bb4498cc4c2f7611eb45b6e60bbd0063141c247effe6ad0e999f838ef31d9f06293f2ed13ad2bd6ea51fab86e3d423bfcae0acbf546d4b958c055f5ec0f805962b7fbbc0758114f4fc4568d2bd78ffcc8196011ab46733057d3b8196e5d610aeccd11c87ddbb60dcba7719e00d187c049969f9800f0597bbb333c407990d0f24327ba31695ead3284811523bc871d00c7668b2b6b3a40d58e2e0eb3672f5bd5f5757ae854de9d5b0282aa28818220e243ae111742a7d4003782ea8b7e0f4af86065ac30fc1a05fc9b6448abe8d0e828b1c5dc878893ceb56dddd3c35b7cb04e4283c66f04a57174ffd8d0b6b403f527eb879f56f44bbb2437f01d0d4c16b89b3d7413f2cce392604a8327d6be915006ec1080e62117a12e84a0f13d515555c8ed3afbe65cda40852d3758fc9c878acc4a5c10e011190b6906055ee9581606c27cf2e02faa3770531a3ca16eb165d5e800b319b0d8c308ffcfc29b0eddd74c3a3e8c3ff43329eab91bd64cd7be42e271a685db2139999a7d906c940da6f3623e228e48e16b7e00c1c677b883dc514c5964b8eaa97cfba9b0e9a2e11b24cf2076ce6abc9d4418a3e168f678681a619b0f9362c37d0a2db1ffdba6f77ed36b89b3a02930dce6e77b4b67cdb202ea96157833e629e22a0100312bb3812955e4395dfb2a2ca9b4d571a6b913fed86606023a28dd4dd43ca7b384e2bf4e05d2337d4abadadfa7b85ca7055c0b920e5446990410849052afe63f3bd22fd5b7a6579d130533cacdcc3984543348450d80bbac10ff5ce142d0e56aeedfa6a17d4962bb2dd4ec7e714cca0b4e42300ccee6d8ae1504be6778bd618ef03918927a68125a304bc721927c51e610ccead8617d1385132ba601ecf2407671e2e8d249682317b77aff80dabac99037c9a04f4404f6e3b3ed3e1cb029b9d5f3d043bd16eaa558e5b9881741e816ea963130e0d74fe3b22a7f5dc0bce48ae76997bd1240bafcf1763c79aeab13a3f4c24cae1404fcdd5fc5505d1cf516982fb89e2eac8976545f00014fc351d1bbcb4b886d732bf5487d2e97ac1106bec2a39062fb57b32e299b8dbe57dbc5bf379fa50a8f9d215da88257581ffba27819033af071251cf965dc9a113cc71f50c24a5eb659547af3734651e492c3a9ac6f4c351bfc997083b5daa12f6580358fa2476d15790133c4bff64d8c244d150570ccc554ef2afc5c2f6a73648069ed5b753b796ac2455c690393a2ae19293b198a4
1	17	\\x7b22636861696e73223a5b22696747733375416e4e56367a764944566c63727756426652473031743235326e5539325375756843512b513d222c22564e776438394244436a7a777a68554c46466e6f5037695a51587a7730444359446e7855444862397541413d225d2c22636f6d6d69746d656e74223a222b43543556443055416235796f553430657a773331394d303043572f6766625373644a6450704d434a74513d222c2274696d65223a313739353938353534393834332c2276223a317d	\\xf7c888ed001836eb0f5d66b4c3a7782f2b5c2f7cf515520e2328afc9a4a8be17	01a22914-aa0f-7114-8dbf-033158de1538	2026-11-29 20:52:29.843+00	edition-saved	01a22914-357f-79ce-986d-71124d8cc3e2	00000000-0000-8000-8002-000000000001	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x01088462e9fc2a9e2f3430bb7358bf372b9f8a96aaa8ded689276f3f2a324b276a4a905748847333f5ac4f4d7261c047b2e0875f58a218effed804fae10f3826bedca82fdec596e145782acd7afae0bed56ef34a9393a49d0cbec5d43be232a557e3e77f6e40c00d97157cb6c58ffdebfb2516068961e0715f0c16de7f5f751eff451dbb8320eed760deee2e1499936868d42bcf7b21c7b8b4eb7cb1b713bceb0d85a7f022032c521699beb25bac16e2fd4ccf4f407fbeaf8015d83bf629c24f2176b99c4abad58d79b4db76315f0fca2f66461b39ca79764551dec49e950ae8d9792402e582f3b1a7b0864aedd224d50a38e0a4d1d0b29d010b2f4ed29a9c86d94d32800e2ccd11a4c113b1ef9bf89edc44a59f71aca7fe7bc95920fd347e2737b73da04e6751d6d50d6c577a3b6ad41f5e6b9f7007dc963d322b3a121a87c98cad124ef853e806f3a7a6a381ad63acd1f30d981d72dd5a83420c657685f5e5128cbe715617f195e09e346e0ecfaf888f9a130f04d5682fbcf9678882f4c40b0ad1b073926116ef20ccc0f27b1a56a32c6cd25a658ba8fc71c5db920ac33bceab90d59b194f428ab37f43df62c3ec5142b9af94070320235c82ee65eda5560203defb8e70d8c6abe26fcc7c620f8f34c2ccb1a10893193c348210828bfb60aae4175ccee13dbb4b0e025fe9a65a28d75b82c23867f8dc9a81606db5cdbb43ccfbfecf6c06892cac855b06436359abf2bf506c8027c378cbde48bfd6f4c54e80c5c483d5e0823a3e5b732ea35d3cc976961966ce28a2cd6592eff896bcd2e320d5f1fbed86814325f11d3353d080a686bea876a95fd215ebce5db86196be5a62de8574e017ac113044f38c4b0b1a23a40b3bdccd0c56b9423763891bdfc2789ced1251b0fd2aef26b23f5d246cc722b3a03be04f222af0aaa0ca33507a1a0af754961b9c222f7a2e9e4a4c09e907ce663f34593ddb427e572e8b9ccd8571e5f5e33ac936c39ee50a64fef7cffa38b85f856e63b1898160da20e0d45d68a3c17eb97e6273ca225e3ebc08d669ed52527f2ee9abc2f440b3d0b59663cb8bf1f45ef1394ebd99498f34c8f34f966ed56e194c116b69c888cd0f937813f71d3b8a522bd2ede8997b6109dd197ad721ec4afc8820b052718be794c9aa6f9da12dda35d8d56a60858bcb8c1cd60c6660e631b91d117330939affcedff31b6e2cc7953628c02a9f4d702b268492faf4885b38cb96740b81f6e097986cd8ea060d0406db5e65268524a945c848536cd95a79ae28a8ef31c75313d18904b4aa9e68d271452b60b21d302bdece832120dc9fcda1b62ba11b8b894c80a87800a3b3e2861efc1036a9b2a0b4b6211bf0a9249052586b6b3436079757d2778468512ed983802aebf40858b73273f38c
1	18	\\x7b22636861696e73223a5b226a35666f5945436a4956354c3445684544382f794d5931736e5347437064476b666f50306b6875753237493d222c22617959523861756d62716633326b78646a304f33694b6347756c6a55483449454c6a3443496145465570773d225d2c22636f6d6d69746d656e74223a224c32746b796733477945362b355a6f3156636e65397136413265624f463372452f666951332f32354772773d222c2274696d65223a313739353938353535303432332c2276223a317d	\\x4fa30db1e1c5261a1fcc3dbba458130a3634cf2be4e1df6aff23dc024f133224	01a22914-ac53-7c5e-be8a-b62d0d995eb8	2026-11-29 20:52:30.423+00	code-released	7b15f532-8fc2-4890-9a92-9c5073fde8d1	01a22914-9d39-7c33-88c5-682e13b3c7ca	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x010c33d315079f19b9d0231388b93d3ecad5489ff793b408c8a5da3f1221508fa942793a55da20d4358642ea896c3a797e89952b9071379a8b302297ba4639ed09cf19d21cf900a649b331057b9429397e303d45b1a1e4be924155897d57ffe70bbedd2d636b5056ae9db89c19954696ad139545e1a06351077889cca4f6496619e7b8aa47bdd7cd8ebc60102cb7f65fec0fbd3be600e276f65b6f4ba761b55c08e3e7640ab1ea948ed7d5cfd1b4200771258fc92ad3b910952a4d837a8094b36ddea335d18c8eff601b0c5d01ea50e928d6110572ac859cf8abe8a2bd3d67df5fa2a90a65f9e88f5e199f9df21f9b775fa5cf448f20ad94bd35741e818959e26786bc54934e1ea72913e1fe5a1f9d6aa9dfe00727fc8afdbdcdd21b68cf56a690af30468bbd2259ebc0830fa8e0358b96ad02abe3881c3f80a94d73e54eb0193a4d796222790b55d23d7267a4d59ff4589a38a47efbe90f090d048acad82d9f60ec877493fdfaa464474a454e4639d79dcb9a358fe221fbf96850b1d5635de84231435b9327b503f277bcb0f16d9be232e6ea563a7327cbdf339953f9119fa3292471237aaa7fb2d156957f304125d87ad0bb04392ecb8ed21ad67d0d84d90412e83d981daffcaa975808c75e06e3b328ac69bd0d81f6de6c168f3e4081ee1c2b187f9fbbb14d5f8555131c5ccac1738a1b64191093ad1a71b6c62de3f188d1ec9c29ae1d194295e67c3abeebc6d59da7f860067fe04022a3a77e914c7c1e26c761b46e676d919939bd75315577e163092c34d6507a1cf4621ecf67a06643147a38e6d33e89feae2d4baeb9a9cb85874c280e6dc9330acf00e62d69e279c96ccfb815c0d23fa601c0e6a204968d1ba74548c982707e2ebe1c0243a10db40f8dfbf1a34c917b40e24e9afb1512994e4d11fe67df03e66d1368a0babfeaf4c737b0b748e4a80506c0830e3317c7697f79a86beb3f1c2a1ff138bec08b77aa404253c6f096d0e4d401fc6c5a6fd3ad29dc6be5e7d9871a8d87e8a258930e93e0de175b7d2df9ad7a11191d8d1102ead2bfc924668b674082a4a8a8ff82667e9e35276f31bfe10eb5f6d0e5be5160ba23e3024f89d10755bba772adb1432c80b0f86815d98d67f05719c8d41f7ed57c8d2c4876cf0260cdbbc648ffeac6976c8423f1f9e74e9a8bd0238c445faad5e635740eefebfcd6b118fa12d32f33d0fb93dd8cfcecdb0f7d4a808a6ef961a6376bb5ad1ecc4a1a2d38817a915cdfc3302033e07c67788392f874d3be32bb8c9308958f6d0db1422269c6
1	19	\\x7b22636861696e73223a5b226d4a776876584c44446b466d79613851747953554b58484938596661577736373749346e772f78757252633d222c22654b38636564386247436b5444686a325a614477685247434d426d497a746f693169326963307a4d5142513d225d2c22636f6d6d69746d656e74223a2256425837664c376e6b7a434f6666503133762f5545774a2b633831696b614f6f783770564835414e434b6b3d222c2274696d65223a313739353938353535303630352c2276223a317d	\\x3894a9eaeb978ff2182e9baf34c0a72cd4c251002b1f0c9c272eeb1e1d4865f6	01a22914-ad0b-72de-bc22-f39cab9c0617	2026-11-29 20:52:30.605+00	backup-code-taken	7b15f532-8fc2-4890-9a92-9c5073fde8d1	01a22914-a0a5-7874-b545-25d48e4c70a5	done	\\xe28f5e9470913a1a9acb4f3ba029816601ec471d6fbe926a020c9198930e6bb8	01a22914-3146-7436-9b23-9105379dadce	\\x012bf7ea09e15871d3d7daca7a9aad339725a231868652bbd0ac4cd1df047184cf99e88e74d6321f16141440c9346acd344bb678567ecba0f94586bf3b2f4a6bf7c762e805e12fe49e0f4f04c86226c5af0eb0af532f91597072bce30572ad36428b4371e971629d9fd303ea42007d23cbdb6468d12be3db087334a08d4b34e2b9164df566872fb4b37e3fce35b6052f97d2ea78e51b8dd1b9ed7be676943829008f17837dc69099d3abbe54d0ccab25bdc2a3822fc29ecf81dc49bab8d9f5ab56cdc69131d9d024d2511992b628bd6b886b96a225c23ce4129a4c6d18327ba0a1c44cd41b32f2fe95bf7d6e03f044c23fd8159dab78481b495680152af09e344de00ee5e2222ca964f665551c56e51fbee75c8d6f4737360ce166f172d51dd0d5032bb2159c966d7544c6128aae74996e920e5799081c7d91586d1b3a459757943950a3599140d5364cb74d8dbc88620e2de40012f711dd54e478218bdf9f9cdd7ca6eedf25470399e4e45338c41be8e559362927bf781d6ce712bff236c6a53769e9bc1b4fa720a921f952e942dc9765748961eb73720dc1e5df504579a1a31c4edf6a9d712703d83bd0b02acdd66f2837212e8a5de566210a41700f187acfc6e5dfafd2c7d618676eedcc8a265c3bcb25c89045462efa157558d6753909571a3b96e7813f27e4017eb981990ee6b0720d753be75a4e098aac945c31a903d7147c0eed3d6e7c71232641e7207d15f884808749bbf9e7b39720fc807606b8da96fd26146dc8104c3d2b805036a8c3bf011a6c819275ec59172ee95e5f9428411af751bd73dce46845d299c0e9b4d53e119e854eb9f2cbce0350942810893e7eea34070a609c0b11d25ac5b7746c7407466bdd39d66673e3e000d461664d6e2890dc864322b5f3f62b137706f663eb52590a67f564981c04989bc68997b10fdd1a18a5c9eb0891c153afaf2a8706ebec9fd33e7b55a74f75ba0ab371b4f16f908d8b070ffab8373f5636bfabb1bdb50472a4bd3a175c3c9e810eb7ce301e8d1fc13d750c8926157e8ac24d60a7743b55fbf535deed2b39d6cda0566d5c46a4219d6d031ed062af45c07d741337f8001008c71bb8455752645374ad10a71020b596b91f76aa5d16b098ae881624f66e7da75fe8c954a3ea6cf112279bfb9cdb1849c48a43773b6561acb9a8b1409e044623acfa0b7073d276af554c4df15cdf93c050be30c86d8f0693dd0f6b580750178eb898bfedfc0f5a9bd29a8ead5e97c118fda464022d2f274524682c20414d7362fa782c6507
\.


--
-- Data for Name: log_entry_1_1; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.log_entry_1_1 (epoch, index, leaf, leaf_hash, event, "time", class, actor, about, outcome, address_hash, body_key, body) FROM stdin;
\.


--
-- Data for Name: log_epoch; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.log_epoch (epoch, origin, opened_at, previous_checkpoint) FROM stdin;
1	cofactor/d6bbc439-87e2-4fb5-9080-045c6a1ac9fc/1	2026-11-29 20:51:37.347345+00	\N
\.


--
-- Data for Name: log_event; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.log_event (event, epoch, index) FROM stdin;
01a22914-3241-71fe-b999-52667ce45f58	1	0
01a22914-32e0-79cd-ae82-01ec2f83f82c	1	1
01a22914-3580-7a0e-93e3-ecf1a998f5b8	1	2
01a22914-8a32-7099-b4ca-b30b1f4d1c13	1	3
01a22914-9068-751a-ac5d-09d212a6bf5e	1	4
01a22914-9246-76ea-9992-ebb08f3a18eb	1	5
01a22914-97c7-798b-b362-d470aeb78d48	1	6
01a22914-9a05-70bd-bd24-b5927915681d	1	7
01a22914-9b7b-7a49-a7db-525f6a959e4e	1	8
01a22914-9cd5-7006-95c2-3cca6fca092c	1	9
01a22914-9d5a-7482-8e79-c05d2bf3d1f0	1	10
01a22914-9e3b-7dad-879a-125bf821ae21	1	11
01a22914-9ed6-73c2-a83b-682d8be35c7c	1	12
01a22914-9f0c-744c-ab1e-e5264fc2aa52	1	13
01a22914-9fcb-7ee5-966f-7f3e11c1a2c6	1	14
01a22914-a0f1-753e-b4cb-547423a483d3	1	15
01a22914-a3db-7656-8907-e95750ffbce3	1	16
01a22914-aa0f-7114-8dbf-033158de1538	1	17
01a22914-ac53-7c5e-be8a-b62d0d995eb8	1	18
01a22914-ad0b-72de-bc22-f39cab9c0617	1	19
\.


--
-- Data for Name: log_head; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.log_head (only_one, epoch, size, frontier, root, world, "time", stopped) FROM stdin;
t	1	20	\\x00000000000000148da148eca19e047a4863e11076808849ce1d595d7fd6d595de7783a386b9e7e36492810377882e036d336e59bfcde535cbc514a386bed089a1f9fb6295a27f27	\\x3cb4d539e6e19289fab8e9ed22345fa604dbe1cd34b4272ba51658905c10fccc	5	2026-11-29 20:52:30.605+00	\N
\.


--
-- Data for Name: log_node; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.log_node (epoch, level, index, hash) FROM stdin;
\.


--
-- Data for Name: membership; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.membership (group_id, member, since, until) FROM stdin;
00000000-0000-8000-8000-000000000006	01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:00.003812+00	\N
00000000-0000-8000-8000-000000000001	01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:00.003812+00	\N
\.


--
-- Data for Name: open_field; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.open_field (secret, field, value) FROM stdin;
\.


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.outbox (id, kind, recipient, message, event, created_at, sent_at, read_at, ended, attempts, next_at) FROM stdin;
\.


--
-- Data for Name: passkey; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.passkey (id, person, credential, public_key, sign_count, transports, backup_eligible, user_verified, label, created_at, last_used_at) FROM stdin;
\.


--
-- Data for Name: passkey_challenge; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.passkey_challenge (hash, person, session, purpose, expires_at) FROM stdin;
\.


--
-- Data for Name: passkey_holder; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.passkey_holder (person, handle) FROM stdin;
\.


--
-- Data for Name: password; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.password (person, hash, initial, changed_at) FROM stdin;
01a22914-357f-79ce-986d-71124d8cc3e2	$argon2id$v=19$m=19456,t=2,p=1$YDoaPF5VUjEAtJNQmVSf9g$MKrvOqI9Jzy9fG6kPkjMYJY0L7xWoOe1LEBi5cP/hTQ	f	2026-11-29 20:52:00.551731+00
\.


--
-- Data for Name: person; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.person (id, account_name, display_name, active, created_at, activated_at, removed_at, manager, mail) FROM stdin;
01a22914-357f-79ce-986d-71124d8cc3e2	anna	anna	t	2026-11-29 20:52:00.003812+00	2026-11-29 20:52:00.003812+00	\N	\N	\N
\.


--
-- Data for Name: place; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.place (object, folder, secret, parent, slug, name, since, event, until) FROM stdin;
00000000-0000-8000-8003-000000000001	00000000-0000-8000-8003-000000000001	\N	\N	personal	Personal folders	2026-11-29 20:51:38.303647+00	00000000-0000-8000-8003-000000000001	\N
01a22914-8920-7ee2-beed-d917c87d7e2c	01a22914-8920-7ee2-beed-d917c87d7e2c	\N	\N	team	Team	2026-11-29 20:52:21.739894+00	01a22914-8a32-7099-b4ca-b30b1f4d1c13	\N
01a22914-9205-76be-802b-3cc02d7636e1	\N	01a22914-9205-76be-802b-3cc02d7636e1	01a22914-8920-7ee2-beed-d917c87d7e2c	timed0	timed0	2026-11-29 20:52:23.754016+00	01a22914-9246-76ea-9992-ebb08f3a18eb	\N
01a22914-9d39-7c33-88c5-682e13b3c7ca	\N	01a22914-9d39-7c33-88c5-682e13b3c7ca	01a22914-8920-7ee2-beed-d917c87d7e2c	counter	counter	2026-11-29 20:52:26.587602+00	01a22914-9d5a-7482-8e79-c05d2bf3d1f0	\N
01a22914-a0a5-7874-b545-25d48e4c70a5	\N	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-8920-7ee2-beed-d917c87d7e2c	pool	pool	2026-11-29 20:52:27.514453+00	01a22914-a0f1-753e-b4cb-547423a483d3	\N
\.


--
-- Data for Name: proposed_change; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.proposed_change (id, kind, verb, author, machine, document, gains, event, created_at, ends, state, decided_by, decided_at, why) FROM stdin;
\.


--
-- Data for Name: recovery_code; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.recovery_code (set, number, key, hash, used_at) FROM stdin;
\.


--
-- Data for Name: recovery_set; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.recovery_set (id, person, recipe, session, made_at, kept_at) FROM stdin;
\.


--
-- Data for Name: release_report; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.release_report (release, secret, kind, result, actor, event, "time", helped) FROM stdin;
\.


--
-- Data for Name: required_action; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.required_action (id, action, target, since, until) FROM stdin;
\.


--
-- Data for Name: row_version; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.row_version (object, version) FROM stdin;
01a22914-9067-736a-be1b-bb0ea32c61bb	1
01a22914-9205-76be-802b-3cc02d7636e1	3
01a22914-9cd5-71a6-9194-36eae723606e	1
01a22914-9d39-7c33-88c5-682e13b3c7ca	3
01a22914-9fcb-7fd0-9543-6a6bbc40ef18	1
01a22914-a0a5-7874-b545-25d48e4c70a5	2
\.


--
-- Data for Name: sealed_value; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sealed_value (value, secret, field, content, key, data_key, bytes, since, event, actor, until, destroyed_at) FROM stdin;
01a22914-96e7-7e9d-a5f2-b145d6ff82ca	01a22914-9205-76be-802b-3cc02d7636e1	01a22914-905c-7eb4-a7f8-a06e947e6ad1	seed-under-proof	\N	\N	\N	2026-11-29 20:52:25.171321+00	01a22914-97c7-798b-b362-d470aeb78d48	01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:26.125457+00	2026-11-29 20:52:26.125457+00
01a22914-96e7-7bd6-b70d-c34645b1b709	01a22914-9205-76be-802b-3cc02d7636e1	01a22914-905c-7eb4-a7f8-a06e947e6ad1	seed	01a22914-312d-7c1b-9236-8ab17138aa57	\\x01e01dac7f57e884da4302fee1a7a24e902c9d154c23da8741bec8a994bc5828beee239ab3f224a721334f34f75e0e954a051577669ba9bb5c352d0ce4e28bb1a3b687f95e0e0e77358d79aebd2167ac75e386912c75bba64ac8f315bddfefdb148c8f9e87e6cd2158	\\x017189462e31aae365f93699a51d71548787fdb2f507635b0e3eb28609025686e183d512fad84d3150c8d409b5f263deb80d5340f18b5beba6b38c3efd5198efa752b5f811bd1ba3def87e542dfc9ca4108f503bb3ac4e3eaf5951c164	2026-11-29 20:52:26.125457+00	01a22914-9b7b-7a49-a7db-525f6a959e4e	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-9e25-7fc3-9139-41356f5c6186	01a22914-9d39-7c33-88c5-682e13b3c7ca	01a22914-9cd5-7ec2-a1f6-53119d31a3dd	seed-under-proof	\N	\N	\N	2026-11-29 20:52:26.811933+00	01a22914-9e3b-7dad-879a-125bf821ae21	01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:27.022135+00	2026-11-29 20:52:27.022135+00
01a22914-9e25-74e7-b9ec-63a79e8bfb22	01a22914-9d39-7c33-88c5-682e13b3c7ca	01a22914-9cd5-7ec2-a1f6-53119d31a3dd	seed	01a22914-312d-7c1b-9236-8ab17138aa57	\\x018e1d198623fd90a77124f3c4ce23bb773f42ef6dc03d43688ae90232f91331d6242f7798c599ff5ad3df8eb52a67fc20c005e4ea745e875b6b4aa5a5c14521d59590b591132226d0d5512db32e5c5b60b075b73409d0dc0e5d34bcb84d29923449c15ed8e503496b	\\x01a096568403f6b8007c6a14ad71d51deb1ef415c34f77f1ac73837f92c6a3dfb19323581644f951c0ac7e910f0c7c1cce9e0d80d8c3e7a25a1d50d474134a5c8592563ede9b6355d44fc543664ae90b57526ed5715721050482370594	2026-11-29 20:52:27.022135+00	01a22914-9f0c-744c-ab1e-e5264fc2aa52	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3b8-74a8-9283-248bc07d09e7	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x010d4f593a4f501fac843805c3c625502e4bb5d51c25dd771e87024bb82ef728be7fd174171ec10c92748c4fe6b5cc6c23b9152eba6d18a6dbd2561ed95dfe6c60309b43e52c0061fc2102214e75c82fa1a7c6ca4c2281dad5d171497759c5ebe98a98dc13757c723d	\\x01dd7455342a00283b79f5f0456aa4610b7224cc972f68e5a191e56d72d40b045f3b536e241309f2f5839d2ec0a01ae758d528ca01f2e92db0ded06a21f0063dbc9bd4ba19b54e2ff49ec0b787516727a83ddd25e5f14c	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3b9-7b2f-bb97-b0ff5af015c6	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x01ee30ecf0e8a4e337b6bf6d8d2433ca7dc9ed0b86c050acec874a09c0f167a014e8a10369a953ba0986a1d4de4c99af06625d27933d1f58e806b1f050395e6e90046b4fc98618ca99fb16640401c1903427f8a120b7b3a64621154991c2d714861bd9fd7b090d050b	\\x013df27cc8495bf7d896e46c3384fcfddecf996e2bcdb6878593beb335796ebfd5f9b84cf52b40cbb3577c396e3bc49c6cf11d911b0a51ef868d4a30642ac5027152d35b6c91ea436e1c9673a6d27f446321fded74efb3	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3bc-786b-84b3-bca67992a89c	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x01d99689a8c0525916902bddb6642f7e245d99b8e45992e101e2a2752c04ce1fde8d5ed7c986d1f8c3b8e5a6bcc5cf41be8eb82a19d6be0cf4b1d4a1714cc3d21e498d1a16792e0912b667e2de5cb86f31699aad1c94ed63d474fa27c092b8a41dacb9b0076b93a97c	\\x01fbb8464540a44a737c5459c6b9642859e962763e072de0f2d57f266c12e3c7799a757ce4447ef6efb1d07831bdca2b4110dccf409ea788bd6948ab66e7f1158363aa3d0d67b76600d96b0a27087e1b42292a3089914f	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3bc-7fc1-807c-5889019e3b9b	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x017bec55df2c083a175c744428138996c7f02922d2824f01b9c6753fd25705a753dd7eea551fa5e7d7352b2a93cf13078368ae2103e32f84289c2bbc248c0cab7ea2ee6a3c78a789b91cc8e4e53f0d6caad1a7f689dca7b532c503922a65f676b0ce4104c6d29108ab	\\x01a4d7128f6dc379463fd542e8c99c9779c3a95157b9fd99a884cfee7f9c3f77d1cb68aff0430c568876ee8be830b62d2b4cd39fd75915be7a3357fb9097afe4286ed68ff1d1f060d7ca70421500202eaa03ace76083d1	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3bd-7666-8c8d-4c0b7dfc9dba	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x015debd2be4b4ea873cdaca81186c38f4f9b60af050eb4bf8c2e7a93010d2e6b1f308fb98253b356f82fa467d18fe9a5363555ff466ef17137592750a8b62d4d5bd8a2bc7f7e5987370d12c9aad2af823fb563b21c1583c2572d524000192932a086fcb61981668197	\\x01acf485ba65891e039f9d91479c1531f53c6510bcdfa727c78ab45e7f1c35670a7b5f4696054c736ed56c6af35e0f984c1bd69a88985a81c10a6a9d5c1c14f93d96556690c38f67c88b0108619ace46485cdab390d194	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3bd-7e78-aa63-02ade2614822	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x01cbc2d655895c92a4fa190c14018fdad944443119dd5a80d0ccfbdeba0010d7e2b632f7edc9b316948f2fc4ec16b6378105e517851783592f485466507fc7833754c3bf3646410ec3d2e6d85944dd80a29316f02ef1672e985616f4d5f381d0bab030a59cad084754	\\x018f364ea7025fb30bba7fb1322cee81e153ad3b6ca59278e5158a7f7d84d8b729fbd70bead75201dff2172c7e80d5498e71c851c67e03e3b2f9ba5aab75dc8d3892dae3bb29b47a8bc147d7c87f84ad6a54cf7bca3046	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3bd-7ab0-8d02-d64994e0c424	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x01a47d822bd27b4a1c1ca0a72e429f41d3ca87f7f6159a88f0958e543a428d81519ce68f37f19e9def5c973936dc902f8fa6cfa7b9c2d84571db03ea039a1b5bf62c96b7885253f14d47f6d99f29a62a3432b8a4ae44d36087166035ac82aa6c079dd9fb504192a6a6	\\x017f5b43e585b820152995ce2babe677a6d7bc9a670d97863a4d9b9008e7fe6c9e2b9c0f99a834a0b5f52d20dc799762bb176ddd852945c6a518d969eda154c41566dc59c7b5914315b9011fb4ce879f820050c8108efb	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3be-7d23-aa49-26ff14f632cc	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x01226544e226dd003ecb07e9cfe1f3daeb5da887bf53d33ed7361f20f81181ca697e7c0e8409c714107648156bd6043f73abf611ccd918e44f3f7e096c32e694f36f27699679cd6a7d0aa9714bcc92ba475795e24b8cec26fc9db1dbc81369dd165c5f2729bb0aee3c	\\x014c1962c31ce936020fe40aa2871dbcb717d557c7f143155223cbb6a86274e5629a6e2c7a2d38dd7d9b4a04faa9b54e9c0e3cd519b5197871d23ec01601ad099c1d4b76f3422db57aec934365f5b44eadfde71421f588	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3c0-7827-a328-a2e7d30bc402	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x014b1ffbf5a14ce6a3e3021cd6809a99fae9e1fe2703c300fd27e423882fd61512124d352cdf36bd29281cb5395c1560e5788906287bc9cac04645b0f796b4551a3dfe0e5c3dd59ca84cdbb2c19e6aeaac5479b69f61f9ed57ab38697ca6a7d5c0567b5bc154a8aec4	\\x010b71a3cba8f928c70f11a4030c67023f67978f8036b5a7114bcac58416c05a24f45fb668184ef4ef3b7a12a99053f5c1b019078050bd403a109160104e97df3008cb1eccfbcda3177e23a91bb968653fbd40780585c3	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
01a22914-a3c1-7860-917d-bb2eb4fa5d86	01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fca-7764-8eec-7fd465641a0a	backup-code	01a22914-312d-7c1b-9236-8ab17138aa57	\\x01ce193397555d7e894413634fe4a1ef931ffa8f685ec5c7f0d4b9ea7e7e8807359dcff54ce3b5678078b30dfc3c5244a25e90eae5047c0e2f32cfca4c128e203ba3d30d09d54231364fec0c0e4694dd85228a3c3a69af7a5ad02958974bfcc4e69f07f0eafeb74ec3	\\x01c0c4ca8036dd9cb03decd71165aa9e4222f397301ddbe09698edbda337def33d9feac053786e6d6e19c8de2bed958038afd69fc591103d4c366132c837a0d6232284227ff113996cec58f8f4b4936dd6b368c2729608	2026-11-29 20:52:28.252902+00	01a22914-a3db-7656-8907-e95750ffbce3	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\N
\.


--
-- Data for Name: sealing_key; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sealing_key (id, purpose, label, version, created_at) FROM stdin;
01a22914-3116-700c-8812-072ef6413ca0	log-tag	only	1	2026-11-29 20:51:58.934709+00
01a22914-312a-7a0a-9a06-31db76bb8a13	address	only	1	2026-11-29 20:51:58.970717+00
01a22914-312d-7c1b-9236-8ab17138aa57	value	only	1	2026-11-29 20:51:58.977059+00
01a22914-312f-759e-940f-cf8c548c97e1	fingerprint	only	1	2026-11-29 20:51:58.984852+00
01a22914-3136-77d7-9f4c-ae2d2024b555	row-mac	only	1	2026-11-29 20:51:58.998826+00
01a22914-3138-7cce-ae9b-38d81b779dad	factor	only	1	2026-11-29 20:51:59.005343+00
01a22914-313e-7021-b104-022d45d562b8	channel	only	1	2026-11-29 20:51:59.015713+00
01a22914-3146-7436-9b23-9105379dadce	log-body	2026-11	1	2026-11-29 20:51:59.022428+00
01a22914-3148-7e18-a648-b55111c54f27	log-body	2026-12	1	2026-11-29 20:51:59.029527+00
\.


--
-- Data for Name: sealing_key_promotion; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sealing_key_promotion (key, promoted_at) FROM stdin;
\.


--
-- Data for Name: sealing_key_wrap; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sealing_key_wrap (key, root, wrapped, created_at) FROM stdin;
01a22914-3116-700c-8812-072ef6413ca0	6eebd9892529bfc6585f08bb4e0c7905	\\x0183372e0fb66a8bf3847c453ee2593b0f3734d565ef81309e2b7e2a973b6ec616e3536802ab8b6cc2393efb20fb7756850beffee52e156c3d7847dd5b893e2fd06eb7c4c8a43ba550e45aa80b57158cff0afc7e144904c5f8b9c8b2a10ab52e68a4b8c281b18d75fd	2026-11-29 20:51:58.944632+00
01a22914-312a-7a0a-9a06-31db76bb8a13	6eebd9892529bfc6585f08bb4e0c7905	\\x01709b086f46bf3f8ce672a9ecf6a2a6eeb39561dd21730805cf5702fe9aa1033a5df090b8bc890542fbe12e360377e353da09640cc5f22470e0f53b52996d01d43d43507aa4d8774519ee89c35643a41fe423f1e68d14847a5e2c4bef41edfbbfb5b6d43d45d86074	2026-11-29 20:51:58.971635+00
01a22914-312d-7c1b-9236-8ab17138aa57	6eebd9892529bfc6585f08bb4e0c7905	\\x011fb5a947c783b69e324711af175c3c01b2fcc3f078465d34e0b0089e694f71bfee3ee56b6809c3e1e37dbf0284813e61faf9c0a870e97ea1c3ba6745aa3755bf10fef7c2c08bc5981536423b76986e77e5e8e6d1920a9fa185bc6575af430d3bb26d7f21172817e0	2026-11-29 20:51:58.97806+00
01a22914-312f-759e-940f-cf8c548c97e1	6eebd9892529bfc6585f08bb4e0c7905	\\x01da2c13d194b1038c1608b9a95bd05eaadc636289e881e14011fa1c255d3efe82317a8beabc6a223c69194af612c461e4e93cdb28f1453044c40d28da9ec0a449765169b5767365ec8631f9715c57e2a3e5b9fdb3186586ee98a659b471e89fe298495ba1d66c8f50	2026-11-29 20:51:58.985689+00
01a22914-3136-77d7-9f4c-ae2d2024b555	6eebd9892529bfc6585f08bb4e0c7905	\\x01ec3e2043e41e3e190a950d3b1ff520bc0e42f84ec6f29c3dba5d5041a16e8c09f6ee6106ee29c224ec4337dbeab87aa186aa7922b2a5db7761e469781881860665249bddd18ebf0d92a05aca01ee5c0db6ea0cbcdcc6a37c01a4825368b0a51b91b1c2d01a865be5	2026-11-29 20:51:58.999841+00
01a22914-3138-7cce-ae9b-38d81b779dad	6eebd9892529bfc6585f08bb4e0c7905	\\x014eae287c4f65ae56d4bdcd175de2c4b192124e9bc71d0a5c45e6d4c0accaa413aafb13c7bb2bbfb4e4bb3dd6435bcbaf2a488930a12e06a82a7da4a5921f9bb291b0e9ba136e697fd43f5c9226c06fa28b7bbd209d11d5e3217272ca5df2b3773e3c99353cac2b3c	2026-11-29 20:51:59.006419+00
01a22914-313e-7021-b104-022d45d562b8	6eebd9892529bfc6585f08bb4e0c7905	\\x01e8c889e40c7c7f5e33d8b08941f5b461d5660d7d0adf39571c9da0c8806730a62b8512e0d8576000a7daa4fd89cd8798c781ec21bddd1cd5df2c4c4d95652171d206677e0604fe523ff16236b458b973e0eb735dfb13d1c9f6220665b25fe184cd33c4d54e1c1058	2026-11-29 20:51:59.01647+00
01a22914-3146-7436-9b23-9105379dadce	6eebd9892529bfc6585f08bb4e0c7905	\\x012386dbf50b8def6bde61ace39f8781cf916b58888f3e0db014bf87f462dfb238f11b063831428bf6dd4afe798a29f8de3ac9ad015511d3b103495f77a306516b5af407d1cb1aaf1dc53c8aa9782277cb6b5bf58d00e96b0af2370c1fe9259ae1cca429fd7a13023c	2026-11-29 20:51:59.023366+00
01a22914-3148-7e18-a648-b55111c54f27	6eebd9892529bfc6585f08bb4e0c7905	\\x012d418e786f317ac7854f5a5ee1d3f6a81dc5afc7521e097e36de02a45228a2903478fe487b9af6aaff944c839b997b4b1eaa0d850e353333c3c60f67e3cf649d608440360f5d451e6363e588e869a565ad2ca5ef10f13bce97c04ec6253c20b61d2252173df3bf2b	2026-11-29 20:51:59.034416+00
\.


--
-- Data for Name: secret; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.secret (id, template, template_version, description, state, created_at, deleted_at, mac, watched) FROM stdin;
01a22914-9205-76be-802b-3cc02d7636e1	01a22914-9067-736a-be1b-bb0ea32c61bb	1		active	2026-11-29 20:52:23.754016+00	\N	\\x01a22914313677d79f4cae2d2024b55553777a77f310f5f4b2b1b619c131126ba2e2308bff5d601fc23fc4d7ab2e5deb	f
01a22914-9d39-7c33-88c5-682e13b3c7ca	01a22914-9cd5-71a6-9194-36eae723606e	1		active	2026-11-29 20:52:26.587602+00	\N	\\x01a22914313677d79f4cae2d2024b555b6eb6a8985b05791addb675421310216aa7469309a7de8ec764e0b898292df85	f
01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-9fcb-7fd0-9543-6a6bbc40ef18	1		active	2026-11-29 20:52:27.514453+00	\N	\\x01a22914313677d79f4cae2d2024b555a683e7d3d88b521f5415613511082f28b8a01c9b56a4a702a2b7d7dfcba47a3a	f
\.


--
-- Data for Name: secret_owner; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.secret_owner (secret, owner, since, event, until) FROM stdin;
01a22914-9205-76be-802b-3cc02d7636e1	01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:23.754016+00	01a22914-9246-76ea-9992-ebb08f3a18eb	\N
01a22914-9d39-7c33-88c5-682e13b3c7ca	01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:26.587602+00	01a22914-9d5a-7482-8e79-c05d2bf3d1f0	\N
01a22914-a0a5-7874-b545-25d48e4c70a5	01a22914-357f-79ce-986d-71124d8cc3e2	2026-11-29 20:52:27.514453+00	01a22914-a0f1-753e-b4cb-547423a483d3	\N
\.


--
-- Data for Name: secret_tag; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.secret_tag (secret, tag, since, event, until) FROM stdin;
\.


--
-- Data for Name: seed; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.seed (value, entry, secret, field, fingerprint, kind, algorithm, digits, period, counter, issuer, account, state, entered_at, entered_by, shown, proved_at, proved_by, ended_at, mac) FROM stdin;
01a22914-96e7-7bd6-b70d-c34645b1b709	01a22914-96e7-7e9d-a5f2-b145d6ff82ca	01a22914-9205-76be-802b-3cc02d7636e1	01a22914-905c-7eb4-a7f8-a06e947e6ad1	\\x6059e49e59dad400c19214b6162c0b74944759441c76a6b08f3d384123a92e84	totp	SHA1	6	30	0			serving	2026-11-29 20:52:25.171321+00	01a22914-357f-79ce-986d-71124d8cc3e2	0	2026-11-29 20:52:26.125457+00	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\\x01a22914313677d79f4cae2d2024b555058e2d6d192e13eb950550596e9f50f83aaae748e2279b6af111be7988ee3360
01a22914-9e25-74e7-b9ec-63a79e8bfb22	01a22914-9e25-7fc3-9139-41356f5c6186	01a22914-9d39-7c33-88c5-682e13b3c7ca	01a22914-9cd5-7ec2-a1f6-53119d31a3dd	\\xbd95aff4169630c79f3bf9998b5f40f23d7d5543bcd62157c1a88302345a4de9	hotp	SHA1	8	0	0			serving	2026-11-29 20:52:26.811933+00	01a22914-357f-79ce-986d-71124d8cc3e2	0	2026-11-29 20:52:27.022135+00	01a22914-357f-79ce-986d-71124d8cc3e2	\N	\\x01a22914313677d79f4cae2d2024b55505ebdc2f99cf1083bc6839a1686afc30f1803dbe1b6b8b2a3fdd04633864b836
\.


--
-- Data for Name: service; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.service (id, name, active, created_at) FROM stdin;
7b15f532-8fc2-4890-9a92-9c5073fde8d1	Service 0	t	2026-11-29 20:52:04.571994+00
9cb43fa6-6d67-4fdf-800f-2346a00a8ac8	Service 1	t	2026-11-29 20:52:04.71746+00
\.


--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.session (token_hash, person, opened_at, id, idle_until, ends_at, programs, stage, via, asserted, factor_at, factor_method, used_at) FROM stdin;
\.


--
-- Data for Name: shown_last; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.shown_last (shown, used_at) FROM stdin;
0d3ec106-e6f7-4fec-8502-6f2a2e9d3425	2026-11-29 20:52:00+00
\.


--
-- Data for Name: sign_in_throttle; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sign_in_throttle (account, attempts, tried_at) FROM stdin;
\.


--
-- Data for Name: sso_group; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sso_group (id, claim, group_id, since) FROM stdin;
\.


--
-- Data for Name: sso_link; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sso_link (issuer, subject, person, linked_at) FROM stdin;
\.


--
-- Data for Name: sso_permit; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sso_permit (state, session, until) FROM stdin;
\.


--
-- Data for Name: sso_session; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sso_session (session, person, issuer, subject, sid) FROM stdin;
\.


--
-- Data for Name: sso_session_group; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sso_session_group (session, mapping) FROM stdin;
\.


--
-- Data for Name: sso_used; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.sso_used (hash, until) FROM stdin;
\.


--
-- Data for Name: tag; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.tag (id, name) FROM stdin;
\.


--
-- Data for Name: template; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.template (id, name, description, predefined, created_at, deleted_at) FROM stdin;
00000000-0000-8000-8004-000000000001	WebApp with OTP	A login to a web application that asks for a code	t	2026-11-29 20:51:38.537539+00	\N
00000000-0000-8000-8004-000000000002	OTP only	Codes alone, for a password that is kept elsewhere	t	2026-11-29 20:51:38.556903+00	\N
00000000-0000-8000-8004-000000000003	Backup codes only	Single-use codes alone	t	2026-11-29 20:51:38.557601+00	\N
00000000-0000-8000-8004-000000000004	AWS root	The root user of an AWS account: one session at a time gets the code	t	2026-11-29 20:51:38.558086+00	\N
00000000-0000-8000-8004-000000000005	Generic web login	A login to a web application that asks for a password alone	t	2026-11-29 20:51:38.558492+00	\N
00000000-0000-8000-8004-000000000006	Oracle DB	A login to an Oracle database	t	2026-11-29 20:51:38.559067+00	\N
00000000-0000-8000-8004-000000000007	File	A file of at most 400 KB, such as a key	t	2026-11-29 20:51:38.559346+00	\N
00000000-0000-8000-8004-000000000008	Secure note	Text	t	2026-11-29 20:51:38.559442+00	\N
01a22914-9067-736a-be1b-bb0ea32c61bb	totp		f	2026-11-29 20:52:23.278859+00	\N
01a22914-9cd5-71a6-9194-36eae723606e	hotp		f	2026-11-29 20:52:26.454912+00	\N
01a22914-9fcb-7fd0-9543-6a6bbc40ef18	Pool		f	2026-11-29 20:52:27.214813+00	\N
\.


--
-- Data for Name: template_field; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.template_field (template, version, id, "position", name, description, type, required, open, password_shortest, password_classes, otp_kinds, otp_digits, otp_periods, otp_algorithms, step_policy, least_life, last_by_approval) FROM stdin;
00000000-0000-8000-8004-000000000001	1	00000000-0000-8000-8005-000000000101	0	URL		url	f	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000001	1	00000000-0000-8000-8005-000000000102	1	User name		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000001	1	00000000-0000-8000-8005-000000000103	2	Password		password	f	f	1	{}	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000001	1	00000000-0000-8000-8005-000000000104	3	OTP		seed	t	f	\N	\N	{totp,hotp,steam}	{6,7,8}	{30,60}	{SHA1,SHA256,SHA512}	same-actor	5	\N
00000000-0000-8000-8004-000000000001	1	00000000-0000-8000-8005-000000000105	4	Backup codes	Each works once, where the code generator is out of reach	backup-codes	f	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000002	1	00000000-0000-8000-8005-000000000201	0	Account		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000002	1	00000000-0000-8000-8005-000000000202	1	OTP		seed	t	f	\N	\N	{totp,hotp,steam}	{6,7,8}	{30,60}	{SHA1,SHA256,SHA512}	same-actor	5	\N
00000000-0000-8000-8004-000000000003	1	00000000-0000-8000-8005-000000000301	0	Account		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000003	1	00000000-0000-8000-8005-000000000302	1	Backup codes		backup-codes	t	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000004	1	00000000-0000-8000-8005-000000000401	0	Account id		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000004	1	00000000-0000-8000-8005-000000000402	1	E-mail		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000004	1	00000000-0000-8000-8005-000000000403	2	Password		password	f	f	1	{}	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000004	1	00000000-0000-8000-8005-000000000404	3	OTP		seed	t	f	\N	\N	{totp}	{6}	{30}	{SHA1}	exclusive	5	\N
00000000-0000-8000-8004-000000000004	1	00000000-0000-8000-8005-000000000405	4	Notes		multi-line	f	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000005	1	00000000-0000-8000-8005-000000000501	0	URL		url	f	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000005	1	00000000-0000-8000-8005-000000000502	1	User name		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000005	1	00000000-0000-8000-8005-000000000503	2	Password		password	t	f	1	{}	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000005	1	00000000-0000-8000-8005-000000000504	3	Recovery key	Works again and again	recovery-key	f	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000006	1	00000000-0000-8000-8005-000000000601	0	Host		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000006	1	00000000-0000-8000-8005-000000000602	1	Port		single-line	f	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000006	1	00000000-0000-8000-8005-000000000603	2	Service name		single-line	f	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000006	1	00000000-0000-8000-8005-000000000604	3	User name		single-line	t	t	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000006	1	00000000-0000-8000-8005-000000000605	4	Password		password	t	f	1	{}	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000007	1	00000000-0000-8000-8005-000000000701	0	File		file	t	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000007	1	00000000-0000-8000-8005-000000000702	1	Notes		multi-line	f	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
00000000-0000-8000-8004-000000000008	1	00000000-0000-8000-8005-000000000801	0	Note		multi-line	t	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
01a22914-9067-736a-be1b-bb0ea32c61bb	1	01a22914-905c-7eb4-a7f8-a06e947e6ad1	0	OTP		seed	t	f	\N	\N	{totp}	{6}	{30}	{SHA1}	exclusive	0	\N
01a22914-9cd5-71a6-9194-36eae723606e	1	01a22914-9cd5-7ec2-a1f6-53119d31a3dd	0	OTP		seed	t	f	\N	\N	{hotp}	{8}	{30}	{SHA1}	exclusive	0	\N
01a22914-9fcb-7fd0-9543-6a6bbc40ef18	1	01a22914-9fca-7764-8eec-7fd465641a0a	0	Codes		backup-codes	t	f	\N	\N	\N	\N	\N	\N	\N	\N	\N
\.


--
-- Data for Name: template_version; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.template_version (template, version, made_at, author, event, fields) FROM stdin;
00000000-0000-8000-8004-000000000001	1	2026-11-29 20:51:38.538225+00	\N	\N	5
00000000-0000-8000-8004-000000000002	1	2026-11-29 20:51:38.557004+00	\N	\N	2
00000000-0000-8000-8004-000000000003	1	2026-11-29 20:51:38.557715+00	\N	\N	2
00000000-0000-8000-8004-000000000004	1	2026-11-29 20:51:38.558111+00	\N	\N	5
00000000-0000-8000-8004-000000000005	1	2026-11-29 20:51:38.558516+00	\N	\N	4
00000000-0000-8000-8004-000000000006	1	2026-11-29 20:51:38.559091+00	\N	\N	5
00000000-0000-8000-8004-000000000007	1	2026-11-29 20:51:38.559361+00	\N	\N	2
00000000-0000-8000-8004-000000000008	1	2026-11-29 20:51:38.559454+00	\N	\N	1
01a22914-9067-736a-be1b-bb0ea32c61bb	1	2026-11-29 20:52:23.278859+00	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9068-751a-ac5d-09d212a6bf5e	1
01a22914-9cd5-71a6-9194-36eae723606e	1	2026-11-29 20:52:26.454912+00	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9cd5-7006-95c2-3cca6fca092c	1
01a22914-9fcb-7fd0-9543-6a6bbc40ef18	1	2026-11-29 20:52:27.214813+00	01a22914-357f-79ce-986d-71124d8cc3e2	01a22914-9fcb-7ee5-966f-7f3e11c1a2c6	1
\.


--
-- Data for Name: token; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.token (id, service, label, hash, created_at, expires_at, ended_at, ranges, replaces) FROM stdin;
0d3ec106-e6f7-4fec-8502-6f2a2e9d3425	7b15f532-8fc2-4890-9a92-9c5073fde8d1	one	\\xac4bc2dcb2488334e8d6682f3cf4f9f50d65848496157d62c75d049cabde39f6	2026-11-29 20:52:04.597715+00	2051-07-21 20:52:04.597715+00	\N	{}	\N
ac2ecb9a-d99a-4d33-925c-10974d83ca4e	9cb43fa6-6d67-4fdf-800f-2346a00a8ac8	one	\\x70bfacc54bbed0259248f04672b1b68bec42b3011c401ae5e53e19ffaadb2b4c	2026-11-29 20:52:04.740876+00	2051-07-21 20:52:04.740876+00	\N	{}	\N
\.


--
-- Data for Name: trash; Type: TABLE DATA; Schema: public; Owner: cofactor_owner
--

COPY public.trash (secret, since) FROM stdin;
\.


--
-- Name: access_grant access_grant_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (id);


--
-- Name: access_grant access_grant_request_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_request_key UNIQUE (request);


--
-- Name: access_request access_request_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_request
    ADD CONSTRAINT access_request_pkey PRIMARY KEY (id);


--
-- Name: access_verdict access_verdict_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_verdict
    ADD CONSTRAINT access_verdict_pkey PRIMARY KEY (id);


--
-- Name: access_verdict access_verdict_request_person_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_verdict
    ADD CONSTRAINT access_verdict_request_person_key UNIQUE (request, person);


--
-- Name: agent agent_name_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.agent
    ADD CONSTRAINT agent_name_key UNIQUE (name);


--
-- Name: agent agent_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.agent
    ADD CONSTRAINT agent_pkey PRIMARY KEY (id);


--
-- Name: backup_pool backup_pool_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.backup_pool
    ADD CONSTRAINT backup_pool_pkey PRIMARY KEY (pool);


--
-- Name: channel channel_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.channel
    ADD CONSTRAINT channel_pkey PRIMARY KEY (id);


--
-- Name: channel_secret channel_secret_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.channel_secret
    ADD CONSTRAINT channel_secret_pkey PRIMARY KEY (channel, content);


--
-- Name: checkpoint checkpoint_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.checkpoint
    ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (epoch, size);


--
-- Name: claim_backup_code claim_backup_code_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_backup_code
    ADD CONSTRAINT claim_backup_code_pkey PRIMARY KEY (code);


--
-- Name: claim_backup_code claim_backup_code_pool_position_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_backup_code
    ADD CONSTRAINT claim_backup_code_pool_position_key UNIQUE (pool, "position");


--
-- Name: claim_counter claim_counter_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_counter
    ADD CONSTRAINT claim_counter_pkey PRIMARY KEY (seed);


--
-- Name: claim_limit claim_limit_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_limit
    ADD CONSTRAINT claim_limit_pkey PRIMARY KEY (counter, starts);


--
-- Name: claim_replay claim_replay_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_replay
    ADD CONSTRAINT claim_replay_pkey PRIMARY KEY (actor, secret, action, key);


--
-- Name: claim_showing claim_showing_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_showing
    ADD CONSTRAINT claim_showing_pkey PRIMARY KEY (session, secret);


--
-- Name: claim_step claim_step_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_step
    ADD CONSTRAINT claim_step_pkey PRIMARY KEY (fingerprint, step);


--
-- Name: claim_unsure claim_unsure_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.claim_unsure
    ADD CONSTRAINT claim_unsure_pkey PRIMARY KEY (object);


--
-- Name: credential_shown credential_shown_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.credential_shown
    ADD CONSTRAINT credential_shown_pkey PRIMARY KEY (credential, person);


--
-- Name: custody custody_seed_actor_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.custody
    ADD CONSTRAINT custody_seed_actor_key UNIQUE NULLS NOT DISTINCT (seed, actor);


--
-- Name: delegation delegation_hash_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT delegation_hash_key UNIQUE (hash);


--
-- Name: delegation delegation_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (id);


--
-- Name: directory_group directory_group_name_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.directory_group
    ADD CONSTRAINT directory_group_name_key UNIQUE (name);


--
-- Name: directory_group directory_group_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.directory_group
    ADD CONSTRAINT directory_group_pkey PRIMARY KEY (id);


--
-- Name: edition edition_event_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT edition_event_key UNIQUE (event);


--
-- Name: edition edition_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (number);


--
-- Name: expectation expectation_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.expectation
    ADD CONSTRAINT expectation_pkey PRIMARY KEY (id);


--
-- Name: factor_app factor_app_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.factor_app
    ADD CONSTRAINT factor_app_pkey PRIMARY KEY (id);


--
-- Name: federation federation_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.federation
    ADD CONSTRAINT federation_pkey PRIMARY KEY (id);


--
-- Name: federation_terms federation_terms_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.federation_terms
    ADD CONSTRAINT federation_terms_pkey PRIMARY KEY (federation, number);


--
-- Name: flyway_schema_history flyway_schema_history_pk; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: folder folder_person_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.folder
    ADD CONSTRAINT folder_person_key UNIQUE (person);


--
-- Name: folder folder_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.folder
    ADD CONSTRAINT folder_pkey PRIMARY KEY (id);


--
-- Name: former_mail former_mail_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.former_mail
    ADD CONSTRAINT former_mail_pkey PRIMARY KEY (id);


--
-- Name: installation installation_only_one_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_only_one_key UNIQUE (only_one);


--
-- Name: installation installation_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (id);


--
-- Name: invitation invitation_hash_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_hash_key UNIQUE (hash);


--
-- Name: invitation invitation_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);


--
-- Name: known_browser known_browser_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.known_browser
    ADD CONSTRAINT known_browser_pkey PRIMARY KEY (browser);


--
-- Name: log_chain log_chain_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_chain
    ADD CONSTRAINT log_chain_pkey PRIMARY KEY (subject);


--
-- Name: log_entry log_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_entry
    ADD CONSTRAINT log_entry_pkey PRIMARY KEY (epoch, index);


--
-- Name: log_entry_1_0 log_entry_1_0_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_entry_1_0
    ADD CONSTRAINT log_entry_1_0_pkey PRIMARY KEY (epoch, index);


--
-- Name: log_entry_1_1 log_entry_1_1_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_entry_1_1
    ADD CONSTRAINT log_entry_1_1_pkey PRIMARY KEY (epoch, index);


--
-- Name: log_epoch log_epoch_origin_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_epoch
    ADD CONSTRAINT log_epoch_origin_key UNIQUE (origin);


--
-- Name: log_epoch log_epoch_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_epoch
    ADD CONSTRAINT log_epoch_pkey PRIMARY KEY (epoch);


--
-- Name: log_event log_event_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_event
    ADD CONSTRAINT log_event_pkey PRIMARY KEY (event);


--
-- Name: log_head log_head_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_head
    ADD CONSTRAINT log_head_pkey PRIMARY KEY (only_one);


--
-- Name: log_node log_node_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_node
    ADD CONSTRAINT log_node_pkey PRIMARY KEY (epoch, level, index);


--
-- Name: membership membership_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (group_id, member, since);


--
-- Name: open_field open_field_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.open_field
    ADD CONSTRAINT open_field_pkey PRIMARY KEY (secret, field);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: passkey_challenge passkey_challenge_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey_challenge
    ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (hash);


--
-- Name: passkey passkey_credential_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_credential_key UNIQUE (credential);


--
-- Name: passkey_holder passkey_holder_handle_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey_holder
    ADD CONSTRAINT passkey_holder_handle_key UNIQUE (handle);


--
-- Name: passkey_holder passkey_holder_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey_holder
    ADD CONSTRAINT passkey_holder_pkey PRIMARY KEY (person);


--
-- Name: passkey passkey_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);


--
-- Name: password password_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.password
    ADD CONSTRAINT password_pkey PRIMARY KEY (person);


--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);


--
-- Name: place place_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (object, event);


--
-- Name: proposed_change proposed_change_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.proposed_change
    ADD CONSTRAINT proposed_change_pkey PRIMARY KEY (id);


--
-- Name: recovery_code recovery_code_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (set, number);


--
-- Name: recovery_set recovery_set_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.recovery_set
    ADD CONSTRAINT recovery_set_pkey PRIMARY KEY (id);


--
-- Name: release_report release_report_event_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.release_report
    ADD CONSTRAINT release_report_event_key UNIQUE (event);


--
-- Name: release_report release_report_helped_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.release_report
    ADD CONSTRAINT release_report_helped_key UNIQUE (helped);


--
-- Name: release_report release_report_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.release_report
    ADD CONSTRAINT release_report_pkey PRIMARY KEY (release);


--
-- Name: required_action required_action_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.required_action
    ADD CONSTRAINT required_action_pkey PRIMARY KEY (id);


--
-- Name: row_version row_version_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.row_version
    ADD CONSTRAINT row_version_pkey PRIMARY KEY (object);


--
-- Name: sealed_value sealed_value_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealed_value
    ADD CONSTRAINT sealed_value_pkey PRIMARY KEY (value);


--
-- Name: sealing_key sealing_key_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealing_key
    ADD CONSTRAINT sealing_key_pkey PRIMARY KEY (id);


--
-- Name: sealing_key_promotion sealing_key_promotion_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealing_key_promotion
    ADD CONSTRAINT sealing_key_promotion_pkey PRIMARY KEY (key);


--
-- Name: sealing_key sealing_key_purpose_label_version_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealing_key
    ADD CONSTRAINT sealing_key_purpose_label_version_key UNIQUE (purpose, label, version);


--
-- Name: sealing_key_wrap sealing_key_wrap_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealing_key_wrap
    ADD CONSTRAINT sealing_key_wrap_pkey PRIMARY KEY (key, root);


--
-- Name: secret_owner secret_owner_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.secret_owner
    ADD CONSTRAINT secret_owner_pkey PRIMARY KEY (secret, owner, event);


--
-- Name: secret secret_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (id);


--
-- Name: secret_tag secret_tag_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.secret_tag
    ADD CONSTRAINT secret_tag_pkey PRIMARY KEY (secret, tag, event);


--
-- Name: seed seed_entry_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.seed
    ADD CONSTRAINT seed_entry_key UNIQUE (entry);


--
-- Name: seed seed_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.seed
    ADD CONSTRAINT seed_pkey PRIMARY KEY (value);


--
-- Name: service service_name_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.service
    ADD CONSTRAINT service_name_key UNIQUE (name);


--
-- Name: service service_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);


--
-- Name: session session_id_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_id_key UNIQUE (id);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);


--
-- Name: shown_last shown_last_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.shown_last
    ADD CONSTRAINT shown_last_pkey PRIMARY KEY (shown);


--
-- Name: sign_in_throttle sign_in_throttle_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sign_in_throttle
    ADD CONSTRAINT sign_in_throttle_pkey PRIMARY KEY (account);


--
-- Name: sso_group sso_group_claim_group_id_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_group
    ADD CONSTRAINT sso_group_claim_group_id_key UNIQUE (claim, group_id);


--
-- Name: sso_group sso_group_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_group
    ADD CONSTRAINT sso_group_pkey PRIMARY KEY (id);


--
-- Name: sso_link sso_link_person_issuer_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_link
    ADD CONSTRAINT sso_link_person_issuer_key UNIQUE (person, issuer);


--
-- Name: sso_link sso_link_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_link
    ADD CONSTRAINT sso_link_pkey PRIMARY KEY (issuer, subject);


--
-- Name: sso_permit sso_permit_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_permit
    ADD CONSTRAINT sso_permit_pkey PRIMARY KEY (state);


--
-- Name: sso_session_group sso_session_group_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_session_group
    ADD CONSTRAINT sso_session_group_pkey PRIMARY KEY (session, mapping);


--
-- Name: sso_session sso_session_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_session
    ADD CONSTRAINT sso_session_pkey PRIMARY KEY (session);


--
-- Name: sso_used sso_used_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_used
    ADD CONSTRAINT sso_used_pkey PRIMARY KEY (hash);


--
-- Name: tag tag_name_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_name_key UNIQUE (name);


--
-- Name: tag tag_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_pkey PRIMARY KEY (id);


--
-- Name: template_field template_field_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.template_field
    ADD CONSTRAINT template_field_pkey PRIMARY KEY (template, version, id);


--
-- Name: template_field template_field_template_version_position_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.template_field
    ADD CONSTRAINT template_field_template_version_position_key UNIQUE (template, version, "position");


--
-- Name: template template_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.template
    ADD CONSTRAINT template_pkey PRIMARY KEY (id);


--
-- Name: template_version template_version_event_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_event_key UNIQUE (event);


--
-- Name: template_version template_version_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_pkey PRIMARY KEY (template, version);


--
-- Name: token token_hash_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_hash_key UNIQUE (hash);


--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);


--
-- Name: token token_replaces_key; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_replaces_key UNIQUE (replaces);


--
-- Name: trash trash_pkey; Type: CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.trash
    ADD CONSTRAINT trash_pkey PRIMARY KEY (secret);


--
-- Name: access_grant_held; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX access_grant_held ON public.access_grant USING btree (actor, action, secret) WHERE (ended IS NULL);


--
-- Name: access_grant_lapsing; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX access_grant_lapsing ON public.access_grant USING btree (ends) WHERE (ended IS NULL);


--
-- Name: access_request_of_need; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX access_request_of_need ON public.access_request USING btree (hand, verb, secret, asked_at);


--
-- Name: access_request_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX access_request_of_person ON public.access_request USING btree (person, asked_at);


--
-- Name: access_request_one_waits; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX access_request_one_waits ON public.access_request USING btree (hand, verb, secret, clause, COALESCE(run, ''::text)) WHERE (state = 'pending'::text);


--
-- Name: access_request_unreviewed; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX access_request_unreviewed ON public.access_request USING btree (asked_at) WHERE (glass AND (reviewed_at IS NULL));


--
-- Name: access_request_waits; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX access_request_waits ON public.access_request USING btree (decide_by) WHERE (state = 'pending'::text);


--
-- Name: access_verdict_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX access_verdict_of_person ON public.access_verdict USING btree (person, at);


--
-- Name: backup_pool_one; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX backup_pool_one ON public.backup_pool USING btree (secret, field) WHERE (ended_at IS NULL);


--
-- Name: channel_secret_key; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX channel_secret_key ON public.channel_secret USING btree (key);


--
-- Name: claim_backup_code_taken; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX claim_backup_code_taken ON public.claim_backup_code USING btree (event) WHERE (event IS NOT NULL);


--
-- Name: claim_limit_by_end; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX claim_limit_by_end ON public.claim_limit USING btree (ends);


--
-- Name: claim_replay_by_age; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX claim_replay_by_age ON public.claim_replay USING btree ("time");


--
-- Name: claim_showing_by_end; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX claim_showing_by_end ON public.claim_showing USING btree (ends);


--
-- Name: claim_step_by_end; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX claim_step_by_end ON public.claim_step USING btree (ends);


--
-- Name: credential_shown_to; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX credential_shown_to ON public.credential_shown USING btree (person);


--
-- Name: custody_of_actor; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX custody_of_actor ON public.custody USING btree (actor);


--
-- Name: delegation_of_agent; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX delegation_of_agent ON public.delegation USING btree (agent, created_at);


--
-- Name: delegation_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX delegation_of_person ON public.delegation USING btree (person, created_at);


--
-- Name: factor_app_key; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX factor_app_key ON public.factor_app USING btree (key);


--
-- Name: factor_app_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX factor_app_of_person ON public.factor_app USING btree (person);


--
-- Name: factor_app_one_pending; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX factor_app_one_pending ON public.factor_app USING btree (person) WHERE (proved_at IS NULL);


--
-- Name: federation_of_issuer; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX federation_of_issuer ON public.federation USING btree (issuer, created_at) WHERE (active AND (ended_at IS NULL));


--
-- Name: flyway_schema_history_s_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);


--
-- Name: invitation_stands; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX invitation_stands ON public.invitation USING btree (person) WHERE (ended_at IS NULL);


--
-- Name: known_browser_by_age; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX known_browser_by_age ON public.known_browser USING btree (until);


--
-- Name: log_entry_by_about; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_by_about ON ONLY public.log_entry USING btree (about, index) WHERE (about IS NOT NULL);


--
-- Name: log_entry_1_0_about_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_0_about_index_idx ON public.log_entry_1_0 USING btree (about, index) WHERE (about IS NOT NULL);


--
-- Name: log_entry_by_actor; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_by_actor ON ONLY public.log_entry USING btree (actor, index);


--
-- Name: log_entry_1_0_actor_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_0_actor_index_idx ON public.log_entry_1_0 USING btree (actor, index);


--
-- Name: log_entry_by_address; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_by_address ON ONLY public.log_entry USING btree (address_hash, index) WHERE (address_hash IS NOT NULL);


--
-- Name: log_entry_1_0_address_hash_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_0_address_hash_index_idx ON public.log_entry_1_0 USING btree (address_hash, index) WHERE (address_hash IS NOT NULL);


--
-- Name: log_entry_by_class; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_by_class ON ONLY public.log_entry USING btree (class, index) WHERE (class <> 'code-released'::text);


--
-- Name: log_entry_1_0_class_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_0_class_index_idx ON public.log_entry_1_0 USING btree (class, index) WHERE (class <> 'code-released'::text);


--
-- Name: log_entry_by_outcome; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_by_outcome ON ONLY public.log_entry USING btree (outcome, index) WHERE (outcome <> 'done'::text);


--
-- Name: log_entry_1_0_outcome_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_0_outcome_index_idx ON public.log_entry_1_0 USING btree (outcome, index) WHERE (outcome <> 'done'::text);


--
-- Name: log_entry_1_1_about_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_1_about_index_idx ON public.log_entry_1_1 USING btree (about, index) WHERE (about IS NOT NULL);


--
-- Name: log_entry_1_1_actor_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_1_actor_index_idx ON public.log_entry_1_1 USING btree (actor, index);


--
-- Name: log_entry_1_1_address_hash_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_1_address_hash_index_idx ON public.log_entry_1_1 USING btree (address_hash, index) WHERE (address_hash IS NOT NULL);


--
-- Name: log_entry_1_1_class_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_1_class_index_idx ON public.log_entry_1_1 USING btree (class, index) WHERE (class <> 'code-released'::text);


--
-- Name: log_entry_1_1_outcome_index_idx; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX log_entry_1_1_outcome_index_idx ON public.log_entry_1_1 USING btree (outcome, index) WHERE (outcome <> 'done'::text);


--
-- Name: membership_of_member; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX membership_of_member ON public.membership USING btree (member);


--
-- Name: membership_stands; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX membership_stands ON public.membership USING btree (member, group_id) WHERE (until IS NULL);


--
-- Name: outbox_of_recipient; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX outbox_of_recipient ON public.outbox USING btree (recipient, created_at DESC, id DESC);


--
-- Name: outbox_waiting; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX outbox_waiting ON public.outbox USING btree (recipient, next_at) WHERE (ended IS NULL);


--
-- Name: passkey_challenge_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX passkey_challenge_of_person ON public.passkey_challenge USING btree (person);


--
-- Name: passkey_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX passkey_of_person ON public.passkey USING btree (person);


--
-- Name: person_account_name; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX person_account_name ON public.person USING btree (account_name) WHERE (removed_at IS NULL);


--
-- Name: person_of_manager; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX person_of_manager ON public.person USING btree (manager) WHERE (manager IS NOT NULL);


--
-- Name: place_is_one; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX place_is_one ON public.place USING btree (object) WHERE (until IS NULL);


--
-- Name: place_slug_is_one; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX place_slug_is_one ON public.place USING btree (parent, slug) NULLS NOT DISTINCT WHERE (until IS NULL);


--
-- Name: proposed_change_of_author; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX proposed_change_of_author ON public.proposed_change USING btree (author, created_at);


--
-- Name: proposed_change_open; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX proposed_change_open ON public.proposed_change USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'confirmed'::text]));


--
-- Name: recovery_code_key; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX recovery_code_key ON public.recovery_code USING btree (key);


--
-- Name: recovery_set_one_counts; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX recovery_set_one_counts ON public.recovery_set USING btree (person) WHERE (kept_at IS NOT NULL);


--
-- Name: recovery_set_one_waits; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX recovery_set_one_waits ON public.recovery_set USING btree (person) WHERE (kept_at IS NULL);


--
-- Name: release_report_of_secret; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX release_report_of_secret ON public.release_report USING btree (secret, "time");


--
-- Name: required_action_once; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX required_action_once ON public.required_action USING btree (action, target) NULLS NOT DISTINCT WHERE (until IS NULL);


--
-- Name: sealed_value_is_one; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX sealed_value_is_one ON public.sealed_value USING btree (secret, field, content) WHERE ((until IS NULL) AND (content <> 'backup-code'::text));


--
-- Name: sealed_value_key; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sealed_value_key ON public.sealed_value USING btree (key, value) WHERE (destroyed_at IS NULL);


--
-- Name: sealed_value_of_secret; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sealed_value_of_secret ON public.sealed_value USING btree (secret) WHERE (destroyed_at IS NULL);


--
-- Name: secret_code_key; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX secret_code_key ON public.secret USING btree (SUBSTRING(mac FROM 1 FOR 16), id);


--
-- Name: secret_of_template; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX secret_of_template ON public.secret USING btree (template);


--
-- Name: secret_owner_stands; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX secret_owner_stands ON public.secret_owner USING btree (secret, owner) WHERE (until IS NULL);


--
-- Name: secret_tag_by_tag; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX secret_tag_by_tag ON public.secret_tag USING btree (tag) WHERE (until IS NULL);


--
-- Name: secret_tag_stands; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX secret_tag_stands ON public.secret_tag USING btree (secret, tag) WHERE (until IS NULL);


--
-- Name: seed_by_fingerprint; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX seed_by_fingerprint ON public.seed USING btree (fingerprint) WHERE (state <> 'destroyed'::text);


--
-- Name: seed_code_key; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX seed_code_key ON public.seed USING btree (SUBSTRING(mac FROM 1 FOR 16), value);


--
-- Name: seed_of_secret; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX seed_of_secret ON public.seed USING btree (secret, entered_at);


--
-- Name: seed_one_serving; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX seed_one_serving ON public.seed USING btree (secret) WHERE (state = 'serving'::text);


--
-- Name: seed_one_under_proof; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX seed_one_under_proof ON public.seed USING btree (secret) WHERE (state = 'under-proof'::text);


--
-- Name: session_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX session_of_person ON public.session USING btree (person);


--
-- Name: sign_in_throttle_by_age; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sign_in_throttle_by_age ON public.sign_in_throttle USING btree (tried_at);


--
-- Name: sso_permit_by_age; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sso_permit_by_age ON public.sso_permit USING btree (until);


--
-- Name: sso_session_group_of_mapping; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sso_session_group_of_mapping ON public.sso_session_group USING btree (mapping);


--
-- Name: sso_session_of_person; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sso_session_of_person ON public.sso_session USING btree (person);


--
-- Name: sso_session_of_sid; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sso_session_of_sid ON public.sso_session USING btree (sid);


--
-- Name: sso_session_of_subject; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sso_session_of_subject ON public.sso_session USING btree (subject);


--
-- Name: sso_used_by_age; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX sso_used_by_age ON public.sso_used USING btree (until);


--
-- Name: template_field_one_seed; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX template_field_one_seed ON public.template_field USING btree (template, version) WHERE (type = 'seed'::text);


--
-- Name: template_name_is_one; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE UNIQUE INDEX template_name_is_one ON public.template USING btree (lower(name)) WHERE (deleted_at IS NULL);


--
-- Name: token_of_service; Type: INDEX; Schema: public; Owner: cofactor_owner
--

CREATE INDEX token_of_service ON public.token USING btree (service, created_at);


--
-- Name: log_entry_1_0_about_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_about ATTACH PARTITION public.log_entry_1_0_about_index_idx;


--
-- Name: log_entry_1_0_actor_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_actor ATTACH PARTITION public.log_entry_1_0_actor_index_idx;


--
-- Name: log_entry_1_0_address_hash_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_address ATTACH PARTITION public.log_entry_1_0_address_hash_index_idx;


--
-- Name: log_entry_1_0_class_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_class ATTACH PARTITION public.log_entry_1_0_class_index_idx;


--
-- Name: log_entry_1_0_outcome_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_outcome ATTACH PARTITION public.log_entry_1_0_outcome_index_idx;


--
-- Name: log_entry_1_0_pkey; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_pkey ATTACH PARTITION public.log_entry_1_0_pkey;


--
-- Name: log_entry_1_1_about_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_about ATTACH PARTITION public.log_entry_1_1_about_index_idx;


--
-- Name: log_entry_1_1_actor_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_actor ATTACH PARTITION public.log_entry_1_1_actor_index_idx;


--
-- Name: log_entry_1_1_address_hash_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_address ATTACH PARTITION public.log_entry_1_1_address_hash_index_idx;


--
-- Name: log_entry_1_1_class_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_class ATTACH PARTITION public.log_entry_1_1_class_index_idx;


--
-- Name: log_entry_1_1_outcome_index_idx; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_by_outcome ATTACH PARTITION public.log_entry_1_1_outcome_index_idx;


--
-- Name: log_entry_1_1_pkey; Type: INDEX ATTACH; Schema: public; Owner: cofactor_owner
--

ALTER INDEX public.log_entry_pkey ATTACH PARTITION public.log_entry_1_1_pkey;


--
-- Name: channel_secret channel_secret_names_a_kept_key; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER channel_secret_names_a_kept_key BEFORE INSERT OR UPDATE OF key ON public.channel_secret FOR EACH ROW EXECUTE FUNCTION public.sealed_value_names_a_kept_key();


--
-- Name: checkpoint checkpoint_is_not_emptied; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER checkpoint_is_not_emptied BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.checkpoint ENABLE ALWAYS TRIGGER checkpoint_is_not_emptied;


--
-- Name: checkpoint checkpoint_stays; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER checkpoint_stays BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.checkpoint ENABLE ALWAYS TRIGGER checkpoint_stays;


--
-- Name: factor_app factor_app_names_a_kept_key; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER factor_app_names_a_kept_key BEFORE INSERT OR UPDATE OF key ON public.factor_app FOR EACH ROW EXECUTE FUNCTION public.sealed_value_names_a_kept_key();


--
-- Name: log_entry_1_0 is_not_emptied; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON public.log_entry_1_0 FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_entry_1_0 ENABLE ALWAYS TRIGGER is_not_emptied;


--
-- Name: log_entry_1_1 is_not_emptied; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON public.log_entry_1_1 FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_entry_1_1 ENABLE ALWAYS TRIGGER is_not_emptied;


--
-- Name: log_entry log_entry_is_not_emptied; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_entry_is_not_emptied BEFORE TRUNCATE ON public.log_entry FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_entry ENABLE ALWAYS TRIGGER log_entry_is_not_emptied;


--
-- Name: log_entry log_entry_stays; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_entry_stays BEFORE DELETE OR UPDATE ON public.log_entry FOR EACH ROW EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_entry ENABLE ALWAYS TRIGGER log_entry_stays;


--
-- Name: log_epoch log_epoch_is_not_emptied; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_epoch_is_not_emptied BEFORE TRUNCATE ON public.log_epoch FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_epoch ENABLE ALWAYS TRIGGER log_epoch_is_not_emptied;


--
-- Name: log_epoch log_epoch_stays; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_epoch_stays BEFORE DELETE OR UPDATE ON public.log_epoch FOR EACH ROW EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_epoch ENABLE ALWAYS TRIGGER log_epoch_stays;


--
-- Name: log_event log_event_is_not_emptied; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_event_is_not_emptied BEFORE TRUNCATE ON public.log_event FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_event ENABLE ALWAYS TRIGGER log_event_is_not_emptied;


--
-- Name: log_event log_event_stays; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_event_stays BEFORE DELETE OR UPDATE ON public.log_event FOR EACH ROW EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_event ENABLE ALWAYS TRIGGER log_event_stays;


--
-- Name: log_node log_node_is_not_emptied; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_node_is_not_emptied BEFORE TRUNCATE ON public.log_node FOR EACH STATEMENT EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_node ENABLE ALWAYS TRIGGER log_node_is_not_emptied;


--
-- Name: log_node log_node_stays; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER log_node_stays BEFORE DELETE OR UPDATE ON public.log_node FOR EACH ROW EXECUTE FUNCTION public.log_stays();

ALTER TABLE public.log_node ENABLE ALWAYS TRIGGER log_node_stays;


--
-- Name: recovery_code recovery_code_names_a_kept_key; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER recovery_code_names_a_kept_key BEFORE INSERT OR UPDATE OF key ON public.recovery_code FOR EACH ROW EXECUTE FUNCTION public.sealed_value_names_a_kept_key();


--
-- Name: sealed_value sealed_value_names_a_kept_key; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER sealed_value_names_a_kept_key BEFORE INSERT OR UPDATE OF key ON public.sealed_value FOR EACH ROW EXECUTE FUNCTION public.sealed_value_names_a_kept_key();


--
-- Name: secret secret_code_names_a_kept_key; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER secret_code_names_a_kept_key BEFORE INSERT OR UPDATE OF mac ON public.secret FOR EACH ROW EXECUTE FUNCTION public.code_names_a_kept_key();


--
-- Name: seed seed_code_names_a_kept_key; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE TRIGGER seed_code_names_a_kept_key BEFORE INSERT OR UPDATE OF mac ON public.seed FOR EACH ROW EXECUTE FUNCTION public.code_names_a_kept_key();


--
-- Name: template_field template_field_was_there; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE CONSTRAINT TRIGGER template_field_was_there AFTER INSERT ON public.template_field DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.template_version_is_whole();

ALTER TABLE public.template_field ENABLE ALWAYS TRIGGER template_field_was_there;


--
-- Name: template_version template_version_is_whole; Type: TRIGGER; Schema: public; Owner: cofactor_owner
--

CREATE CONSTRAINT TRIGGER template_version_is_whole AFTER INSERT ON public.template_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.template_version_is_whole();

ALTER TABLE public.template_version ENABLE ALWAYS TRIGGER template_version_is_whole;


--
-- Name: access_grant access_grant_request_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_request_fkey FOREIGN KEY (request) REFERENCES public.access_request(id);


--
-- Name: access_request access_request_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_request
    ADD CONSTRAINT access_request_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: access_request access_request_reviewed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_request
    ADD CONSTRAINT access_request_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES public.person(id);


--
-- Name: access_verdict access_verdict_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_verdict
    ADD CONSTRAINT access_verdict_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: access_verdict access_verdict_request_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.access_verdict
    ADD CONSTRAINT access_verdict_request_fkey FOREIGN KEY (request) REFERENCES public.access_request(id);


--
-- Name: backup_pool backup_pool_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.backup_pool
    ADD CONSTRAINT backup_pool_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: channel_secret channel_secret_channel_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.channel_secret
    ADD CONSTRAINT channel_secret_channel_fkey FOREIGN KEY (channel) REFERENCES public.channel(id);


--
-- Name: checkpoint checkpoint_epoch_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.checkpoint
    ADD CONSTRAINT checkpoint_epoch_fkey FOREIGN KEY (epoch) REFERENCES public.log_epoch(epoch);


--
-- Name: custody custody_seed_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.custody
    ADD CONSTRAINT custody_seed_fkey FOREIGN KEY (seed) REFERENCES public.seed(value);


--
-- Name: delegation delegation_agent_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT delegation_agent_fkey FOREIGN KEY (agent) REFERENCES public.agent(id);


--
-- Name: delegation delegation_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.delegation
    ADD CONSTRAINT delegation_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: factor_app factor_app_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.factor_app
    ADD CONSTRAINT factor_app_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: federation federation_service_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.federation
    ADD CONSTRAINT federation_service_fkey FOREIGN KEY (service) REFERENCES public.service(id);


--
-- Name: federation_terms federation_terms_federation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.federation_terms
    ADD CONSTRAINT federation_terms_federation_fkey FOREIGN KEY (federation) REFERENCES public.federation(id);


--
-- Name: folder folder_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.folder
    ADD CONSTRAINT folder_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: former_mail former_mail_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.former_mail
    ADD CONSTRAINT former_mail_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: invitation invitation_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: log_head log_head_epoch_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.log_head
    ADD CONSTRAINT log_head_epoch_fkey FOREIGN KEY (epoch) REFERENCES public.log_epoch(epoch);


--
-- Name: membership membership_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_group_id_fkey FOREIGN KEY (group_id) REFERENCES public.directory_group(id);


--
-- Name: open_field open_field_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.open_field
    ADD CONSTRAINT open_field_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: passkey_challenge passkey_challenge_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey_challenge
    ADD CONSTRAINT passkey_challenge_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: passkey_holder passkey_holder_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey_holder
    ADD CONSTRAINT passkey_holder_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: passkey passkey_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: password password_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.password
    ADD CONSTRAINT password_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: person person_manager_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_manager_fkey FOREIGN KEY (manager) REFERENCES public.person(id);


--
-- Name: place place_folder_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_folder_fkey FOREIGN KEY (folder) REFERENCES public.folder(id);


--
-- Name: place place_parent_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_parent_fkey FOREIGN KEY (parent) REFERENCES public.folder(id);


--
-- Name: place place_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: recovery_code recovery_code_set_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_set_fkey FOREIGN KEY (set) REFERENCES public.recovery_set(id) ON DELETE CASCADE;


--
-- Name: recovery_set recovery_set_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.recovery_set
    ADD CONSTRAINT recovery_set_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: release_report release_report_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.release_report
    ADD CONSTRAINT release_report_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: sealed_value sealed_value_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealed_value
    ADD CONSTRAINT sealed_value_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: sealing_key_promotion sealing_key_promotion_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealing_key_promotion
    ADD CONSTRAINT sealing_key_promotion_key_fkey FOREIGN KEY (key) REFERENCES public.sealing_key(id);


--
-- Name: sealing_key_wrap sealing_key_wrap_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sealing_key_wrap
    ADD CONSTRAINT sealing_key_wrap_key_fkey FOREIGN KEY (key) REFERENCES public.sealing_key(id);


--
-- Name: secret_owner secret_owner_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.secret_owner
    ADD CONSTRAINT secret_owner_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: secret_tag secret_tag_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.secret_tag
    ADD CONSTRAINT secret_tag_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: secret_tag secret_tag_tag_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.secret_tag
    ADD CONSTRAINT secret_tag_tag_fkey FOREIGN KEY (tag) REFERENCES public.tag(id);


--
-- Name: secret secret_template_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.secret
    ADD CONSTRAINT secret_template_template_version_fkey FOREIGN KEY (template, template_version) REFERENCES public.template_version(template, version);


--
-- Name: seed seed_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.seed
    ADD CONSTRAINT seed_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: session session_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: sso_group sso_group_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_group
    ADD CONSTRAINT sso_group_group_id_fkey FOREIGN KEY (group_id) REFERENCES public.directory_group(id) ON DELETE CASCADE;


--
-- Name: sso_link sso_link_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_link
    ADD CONSTRAINT sso_link_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: sso_permit sso_permit_session_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_permit
    ADD CONSTRAINT sso_permit_session_fkey FOREIGN KEY (session) REFERENCES public.session(id) ON DELETE CASCADE;


--
-- Name: sso_session_group sso_session_group_mapping_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_session_group
    ADD CONSTRAINT sso_session_group_mapping_fkey FOREIGN KEY (mapping) REFERENCES public.sso_group(id) ON DELETE CASCADE;


--
-- Name: sso_session_group sso_session_group_session_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_session_group
    ADD CONSTRAINT sso_session_group_session_fkey FOREIGN KEY (session) REFERENCES public.sso_session(session) ON UPDATE CASCADE ON DELETE CASCADE;


--
-- Name: sso_session sso_session_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_session
    ADD CONSTRAINT sso_session_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);


--
-- Name: sso_session sso_session_session_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.sso_session
    ADD CONSTRAINT sso_session_session_fkey FOREIGN KEY (session) REFERENCES public.session(id) ON DELETE CASCADE;


--
-- Name: template_field template_field_template_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.template_field
    ADD CONSTRAINT template_field_template_version_fkey FOREIGN KEY (template, version) REFERENCES public.template_version(template, version);


--
-- Name: template_version template_version_template_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.template_version
    ADD CONSTRAINT template_version_template_fkey FOREIGN KEY (template) REFERENCES public.template(id);


--
-- Name: token token_replaces_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_replaces_fkey FOREIGN KEY (replaces) REFERENCES public.token(id);


--
-- Name: token token_service_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_service_fkey FOREIGN KEY (service) REFERENCES public.service(id);


--
-- Name: trash trash_secret_fkey; Type: FK CONSTRAINT; Schema: public; Owner: cofactor_owner
--

ALTER TABLE ONLY public.trash
    ADD CONSTRAINT trash_secret_fkey FOREIGN KEY (secret) REFERENCES public.secret(id);


--
-- Name: FUNCTION code_names_a_kept_key(); Type: ACL; Schema: public; Owner: cofactor_owner
--

REVOKE ALL ON FUNCTION public.code_names_a_kept_key() FROM PUBLIC;


--
-- Name: FUNCTION log_partitions(); Type: ACL; Schema: public; Owner: cofactor_owner
--

REVOKE ALL ON FUNCTION public.log_partitions() FROM PUBLIC;
GRANT ALL ON FUNCTION public.log_partitions() TO cofactor;


--
-- Name: FUNCTION sealed_value_names_a_kept_key(); Type: ACL; Schema: public; Owner: cofactor_owner
--

REVOKE ALL ON FUNCTION public.sealed_value_names_a_kept_key() FROM PUBLIC;


--
-- Name: FUNCTION sealing_key_destroy(doomed uuid); Type: ACL; Schema: public; Owner: cofactor_owner
--

REVOKE ALL ON FUNCTION public.sealing_key_destroy(doomed uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sealing_key_destroy(doomed uuid) TO cofactor;


--
-- Name: FUNCTION sealing_key_must_be_kept(named uuid); Type: ACL; Schema: public; Owner: cofactor_owner
--

REVOKE ALL ON FUNCTION public.sealing_key_must_be_kept(named uuid) FROM PUBLIC;


--
-- Name: FUNCTION sealing_root_drop(gone text, kept text); Type: ACL; Schema: public; Owner: cofactor_owner
--

REVOKE ALL ON FUNCTION public.sealing_root_drop(gone text, kept text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sealing_root_drop(gone text, kept text) TO cofactor;


--
-- Name: TABLE access_grant; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.access_grant TO cofactor;


--
-- Name: TABLE access_request; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.access_request TO cofactor;


--
-- Name: COLUMN access_request.state; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(state) ON TABLE public.access_request TO cofactor;


--
-- Name: COLUMN access_request.settled_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(settled_at) ON TABLE public.access_request TO cofactor;


--
-- Name: COLUMN access_request.settled_by; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(settled_by) ON TABLE public.access_request TO cofactor;


--
-- Name: COLUMN access_request.settled_event; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(settled_event) ON TABLE public.access_request TO cofactor;


--
-- Name: COLUMN access_request.reviewed_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(reviewed_at) ON TABLE public.access_request TO cofactor;


--
-- Name: COLUMN access_request.reviewed_by; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(reviewed_by) ON TABLE public.access_request TO cofactor;


--
-- Name: COLUMN access_request.review_event; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(review_event) ON TABLE public.access_request TO cofactor;


--
-- Name: TABLE access_verdict; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.access_verdict TO cofactor;


--
-- Name: TABLE agent; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.agent TO cofactor;


--
-- Name: COLUMN agent.name; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(name) ON TABLE public.agent TO cofactor;


--
-- Name: COLUMN agent.active; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(active) ON TABLE public.agent TO cofactor;


--
-- Name: TABLE backup_pool; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.backup_pool TO cofactor;


--
-- Name: TABLE channel; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.channel TO cofactor;


--
-- Name: COLUMN channel.name; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(name) ON TABLE public.channel TO cofactor;


--
-- Name: COLUMN channel.active; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(active) ON TABLE public.channel TO cofactor;


--
-- Name: COLUMN channel.event; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(event) ON TABLE public.channel TO cofactor;


--
-- Name: COLUMN channel.ended_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(ended_at) ON TABLE public.channel TO cofactor;


--
-- Name: TABLE channel_secret; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.channel_secret TO cofactor;


--
-- Name: TABLE checkpoint; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.checkpoint TO cofactor;


--
-- Name: TABLE claim_backup_code; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.claim_backup_code TO cofactor;


--
-- Name: TABLE claim_counter; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.claim_counter TO cofactor;


--
-- Name: TABLE claim_limit; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claim_limit TO cofactor;


--
-- Name: TABLE claim_replay; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claim_replay TO cofactor;


--
-- Name: TABLE claim_showing; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claim_showing TO cofactor;


--
-- Name: TABLE claim_step; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claim_step TO cofactor;


--
-- Name: TABLE claim_unsure; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,DELETE ON TABLE public.claim_unsure TO cofactor;


--
-- Name: TABLE credential_shown; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.credential_shown TO cofactor;


--
-- Name: TABLE custody; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.custody TO cofactor;


--
-- Name: TABLE delegation; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.delegation TO cofactor;


--
-- Name: COLUMN delegation.ended_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(ended_at) ON TABLE public.delegation TO cofactor;


--
-- Name: TABLE directory_group; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.directory_group TO cofactor;


--
-- Name: TABLE edition; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.edition TO cofactor;


--
-- Name: TABLE expectation; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.expectation TO cofactor;


--
-- Name: COLUMN expectation.document; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(document) ON TABLE public.expectation TO cofactor;


--
-- Name: COLUMN expectation.author; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(author) ON TABLE public.expectation TO cofactor;


--
-- Name: COLUMN expectation.event; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(event) ON TABLE public.expectation TO cofactor;


--
-- Name: COLUMN expectation.changed_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(changed_at) ON TABLE public.expectation TO cofactor;


--
-- Name: TABLE factor_app; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.factor_app TO cofactor;


--
-- Name: COLUMN factor_app.key; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(key) ON TABLE public.factor_app TO cofactor;


--
-- Name: COLUMN factor_app.seed; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(seed) ON TABLE public.factor_app TO cofactor;


--
-- Name: COLUMN factor_app.proved_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(proved_at) ON TABLE public.factor_app TO cofactor;


--
-- Name: COLUMN factor_app.last_step; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(last_step) ON TABLE public.factor_app TO cofactor;


--
-- Name: COLUMN factor_app.last_used_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(last_used_at) ON TABLE public.factor_app TO cofactor;


--
-- Name: TABLE federation; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.federation TO cofactor;


--
-- Name: COLUMN federation.name; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(name) ON TABLE public.federation TO cofactor;


--
-- Name: COLUMN federation.active; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(active) ON TABLE public.federation TO cofactor;


--
-- Name: COLUMN federation.terms; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(terms) ON TABLE public.federation TO cofactor;


--
-- Name: COLUMN federation.event; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(event) ON TABLE public.federation TO cofactor;


--
-- Name: COLUMN federation.ended_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(ended_at) ON TABLE public.federation TO cofactor;


--
-- Name: TABLE federation_terms; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.federation_terms TO cofactor;


--
-- Name: TABLE flyway_schema_history; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT ON TABLE public.flyway_schema_history TO cofactor;


--
-- Name: TABLE folder; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.folder TO cofactor;


--
-- Name: TABLE former_mail; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.former_mail TO cofactor;


--
-- Name: TABLE installation; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT ON TABLE public.installation TO cofactor;


--
-- Name: TABLE invitation; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.invitation TO cofactor;


--
-- Name: COLUMN invitation.ended_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(ended_at) ON TABLE public.invitation TO cofactor;


--
-- Name: COLUMN invitation.used; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(used) ON TABLE public.invitation TO cofactor;


--
-- Name: TABLE known_browser; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.known_browser TO cofactor;


--
-- Name: TABLE log_chain; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.log_chain TO cofactor;


--
-- Name: TABLE log_entry; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.log_entry TO cofactor;


--
-- Name: TABLE log_epoch; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT ON TABLE public.log_epoch TO cofactor;


--
-- Name: TABLE log_event; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.log_event TO cofactor;


--
-- Name: TABLE log_head; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,UPDATE ON TABLE public.log_head TO cofactor;


--
-- Name: TABLE log_node; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.log_node TO cofactor;


--
-- Name: TABLE membership; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.membership TO cofactor;


--
-- Name: TABLE open_field; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.open_field TO cofactor;


--
-- Name: TABLE outbox; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.outbox TO cofactor;


--
-- Name: COLUMN outbox.sent_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(sent_at) ON TABLE public.outbox TO cofactor;


--
-- Name: COLUMN outbox.read_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(read_at) ON TABLE public.outbox TO cofactor;


--
-- Name: COLUMN outbox.ended; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(ended) ON TABLE public.outbox TO cofactor;


--
-- Name: COLUMN outbox.attempts; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(attempts) ON TABLE public.outbox TO cofactor;


--
-- Name: COLUMN outbox.next_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(next_at) ON TABLE public.outbox TO cofactor;


--
-- Name: TABLE passkey; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.passkey TO cofactor;


--
-- Name: COLUMN passkey.sign_count; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(sign_count) ON TABLE public.passkey TO cofactor;


--
-- Name: COLUMN passkey.user_verified; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(user_verified) ON TABLE public.passkey TO cofactor;


--
-- Name: COLUMN passkey.last_used_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(last_used_at) ON TABLE public.passkey TO cofactor;


--
-- Name: TABLE passkey_challenge; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.passkey_challenge TO cofactor;


--
-- Name: TABLE passkey_holder; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.passkey_holder TO cofactor;


--
-- Name: TABLE password; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.password TO cofactor;


--
-- Name: TABLE person; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.person TO cofactor;


--
-- Name: TABLE place; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.place TO cofactor;


--
-- Name: TABLE proposed_change; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.proposed_change TO cofactor;


--
-- Name: COLUMN proposed_change.state; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(state) ON TABLE public.proposed_change TO cofactor;


--
-- Name: COLUMN proposed_change.decided_by; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(decided_by) ON TABLE public.proposed_change TO cofactor;


--
-- Name: COLUMN proposed_change.decided_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(decided_at) ON TABLE public.proposed_change TO cofactor;


--
-- Name: COLUMN proposed_change.why; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(why) ON TABLE public.proposed_change TO cofactor;


--
-- Name: TABLE recovery_code; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_code TO cofactor;


--
-- Name: COLUMN recovery_code.key; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(key) ON TABLE public.recovery_code TO cofactor;


--
-- Name: COLUMN recovery_code.hash; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(hash) ON TABLE public.recovery_code TO cofactor;


--
-- Name: COLUMN recovery_code.used_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(used_at) ON TABLE public.recovery_code TO cofactor;


--
-- Name: TABLE recovery_set; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_set TO cofactor;


--
-- Name: COLUMN recovery_set.kept_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(kept_at) ON TABLE public.recovery_set TO cofactor;


--
-- Name: TABLE release_report; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.release_report TO cofactor;


--
-- Name: COLUMN release_report.helped; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(helped) ON TABLE public.release_report TO cofactor;


--
-- Name: TABLE required_action; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.required_action TO cofactor;


--
-- Name: COLUMN required_action.until; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(until) ON TABLE public.required_action TO cofactor;


--
-- Name: TABLE row_version; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.row_version TO cofactor;


--
-- Name: TABLE sealed_value; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.sealed_value TO cofactor;


--
-- Name: COLUMN sealed_value.key; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(key) ON TABLE public.sealed_value TO cofactor;


--
-- Name: COLUMN sealed_value.data_key; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(data_key) ON TABLE public.sealed_value TO cofactor;


--
-- Name: COLUMN sealed_value.bytes; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(bytes) ON TABLE public.sealed_value TO cofactor;


--
-- Name: COLUMN sealed_value.until; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(until) ON TABLE public.sealed_value TO cofactor;


--
-- Name: COLUMN sealed_value.destroyed_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(destroyed_at) ON TABLE public.sealed_value TO cofactor;


--
-- Name: TABLE sealing_key; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.sealing_key TO cofactor;


--
-- Name: TABLE sealing_key_promotion; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT ON TABLE public.sealing_key_promotion TO cofactor;


--
-- Name: COLUMN sealing_key_promotion.key; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT INSERT(key) ON TABLE public.sealing_key_promotion TO cofactor;


--
-- Name: TABLE sealing_key_wrap; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT ON TABLE public.sealing_key_wrap TO cofactor;


--
-- Name: COLUMN sealing_key_wrap.key; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT INSERT(key) ON TABLE public.sealing_key_wrap TO cofactor;


--
-- Name: COLUMN sealing_key_wrap.root; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT INSERT(root) ON TABLE public.sealing_key_wrap TO cofactor;


--
-- Name: COLUMN sealing_key_wrap.wrapped; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT INSERT(wrapped) ON TABLE public.sealing_key_wrap TO cofactor;


--
-- Name: TABLE secret; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.secret TO cofactor;


--
-- Name: TABLE secret_owner; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.secret_owner TO cofactor;


--
-- Name: TABLE secret_tag; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.secret_tag TO cofactor;


--
-- Name: TABLE seed; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.seed TO cofactor;


--
-- Name: TABLE service; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.service TO cofactor;


--
-- Name: COLUMN service.name; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(name) ON TABLE public.service TO cofactor;


--
-- Name: COLUMN service.active; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(active) ON TABLE public.service TO cofactor;


--
-- Name: TABLE session; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO cofactor;


--
-- Name: TABLE shown_last; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.shown_last TO cofactor;


--
-- Name: COLUMN shown_last.used_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(used_at) ON TABLE public.shown_last TO cofactor;


--
-- Name: TABLE sign_in_throttle; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_throttle TO cofactor;


--
-- Name: TABLE sso_group; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.sso_group TO cofactor;


--
-- Name: TABLE sso_link; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.sso_link TO cofactor;


--
-- Name: TABLE sso_permit; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.sso_permit TO cofactor;


--
-- Name: TABLE sso_session; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.sso_session TO cofactor;


--
-- Name: COLUMN sso_session.session; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(session) ON TABLE public.sso_session TO cofactor;


--
-- Name: TABLE sso_session_group; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.sso_session_group TO cofactor;


--
-- Name: TABLE sso_used; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.sso_used TO cofactor;


--
-- Name: TABLE tag; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.tag TO cofactor;


--
-- Name: TABLE template; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.template TO cofactor;


--
-- Name: TABLE template_field; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.template_field TO cofactor;


--
-- Name: TABLE template_version; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.template_version TO cofactor;


--
-- Name: TABLE token; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT ON TABLE public.token TO cofactor;


--
-- Name: COLUMN token.ended_at; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT UPDATE(ended_at) ON TABLE public.token TO cofactor;


--
-- Name: TABLE trash; Type: ACL; Schema: public; Owner: cofactor_owner
--

GRANT SELECT,INSERT,DELETE ON TABLE public.trash TO cofactor;


--
-- PostgreSQL database dump complete
--

\unrestrict gqpachlbMV9krgea4qkID4xtz6ccedCJEvQeZGkEFUcjEQyxdNcgxxAsd6iLFYB

