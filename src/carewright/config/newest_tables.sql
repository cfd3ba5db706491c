-- Written by ./run check --write, of 95de5c0d4ceb7dd2, for PostgreSQL 18, text 9ba004705cc94255
SELECT pg_catalog.set_config('search_path', '', true);
SET LOCAL check_function_bodies = false;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.attest_unsealed(since bigint, most integer) RETURNS TABLE(event_id uuid, leaf bytea, written_in bigint, finished_before bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT event.id, event.leaf, event.written_in,
        pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    FROM public.platform_auditevent AS event
    WHERE event.written_in >= since
        AND NOT EXISTS (SELECT FROM public.attest_leaf AS leaf WHERE leaf.event_id = event.id)
    ORDER BY event.written_in, event.id
    LIMIT most
$$;
CREATE FUNCTION public.attest_waiting(since bigint) RETURNS TABLE(waiting bigint, oldest timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT count(*), min(event.written_at)
    FROM public.platform_auditevent AS event
    WHERE event.written_in >= since
        AND NOT EXISTS (SELECT FROM public.attest_leaf AS leaf WHERE leaf.event_id = event.id)
$$;
CREATE FUNCTION public.carewright_own_subjects(part text) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg(subject_id), '{}')
    FROM platform_personalaccess
    WHERE account_id = nullif(current_setting('carewright.account', true), '')::uuid
        AND ended_at IS NULL AND agreed_at IS NOT NULL
        AND starts_on <= (now() AT TIME ZONE 'Europe/London')::date AND (ends_before IS NULL OR ends_before > (now() AT TIME ZONE 'Europe/London')::date)
        AND part = ANY(may_see)
$$;
CREATE FUNCTION public.decide_acted_first(asked_id uuid) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT COALESCE(array_agg(DISTINCT who), '{}')
    FROM public.decide_approvalrequest AS asked
    JOIN public.decide_approvalrequest AS same
        ON same.organisation_id = asked.organisation_id
        AND same.subject_kind = asked.subject_kind AND same.subject_id = asked.subject_id
    JOIN public.decide_urgentuse AS used ON used.request_id = same.id
    CROSS JOIN LATERAL unnest(ARRAY[used.account_id, used.power_account_id]) AS who
    WHERE asked.id = asked_id AND used.approved_at IS NULL
$$;
CREATE FUNCTION public.decide_schemes_cited_by_partners() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT line.scheme_id FROM public.decide_approvalrequest AS asked
    JOIN public.decide_schemeline AS line ON line.id = asked.line_id
    WHERE asked.partnership_id = ANY (ARRAY(
        SELECT platform_partnerships_sharing('approval', '{see,comment,decide}')))
      AND platform_takes_part(
        asked.partnership_id, asked.organisation_id, (now() AT TIME ZONE 'Europe/London')::date)
$$;
CREATE FUNCTION public.govern_became_of(asked_paper uuid) RETURNS character varying
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT asked.state FROM public.govern_paper AS paper
    JOIN public.decide_approvalrequest AS asked ON asked.id = paper.request_id
    WHERE paper.id = asked_paper
      AND paper.partnership_id = ANY (ARRAY(
        SELECT platform_partnerships_sharing('paper', '{see,comment,decide}')))
      AND platform_takes_part(
        paper.partnership_id, paper.organisation_id, (now() AT TIME ZONE 'Europe/London')::date)
$$;
CREATE FUNCTION public.pgtrigger_activity_never_changed_46e24() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_activity_never_emptied_8a657() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'The ledger of activity is never emptied';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_agreement_forgets_nobody_who_touched_it_1a50a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'Whoever touched an agreement stays named in it';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_capacity_never_deleted_76b50() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_capacity_never_said_otherwise_ee03d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_cost_return_never_deleted_f1110() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_cost_return_never_said_otherwise_f0815() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_decided_words_stay_8b040() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_direction_never_deleted_343b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_direction_note_stays_as_said_f0e7b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_direction_stays_as_issued_bb6a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_extension_is_taken_with_its_approval_a1135() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'An extension is taken once somebody has approved it';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_floor_reason_stays_edd61() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_look_never_changed_902da() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_a_minute_without_its_meeting_eaddb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF NEW.committee <> '' AND NEW.agenda_item_id IS NULL AND EXISTS (
                        SELECT FROM decide_approvalrequest AS asked
                        WHERE asked.id = NEW.request_id AND asked.minutes_link <> ''
                    ) THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'It is minuted at the meeting that has it on its agenda';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_by_whoever_acted_first_ce417() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF decide_acted_first(NEW.request_id)
                        && ARRAY[NEW.account_id, NEW.power_account_id]
                    THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'Whoever acted first does not approve it afterwards';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_by_whoever_wrote_it_283d4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF EXISTS (
                        SELECT FROM decide_approvalrequest AS asked
                        WHERE asked.id = NEW.request_id
                            AND asked.author_account_ids
                                && ARRAY[NEW.account_id, NEW.power_account_id]
                    ) THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'Whoever wrote it does not decide it';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_1e55b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_25de9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_2fdf6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_47a0f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_88f72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    AND (OLD.id, OLD.at, OLD.act, OLD.subject_kind, OLD.subject_id, OLD.organisation_id, OLD.by_id, OLD.words_digest, OLD.leaf, OLD.written_in, OLD.written_at) IS NOT DISTINCT FROM (NEW.id, NEW.at, NEW.act, NEW.subject_kind, NEW.subject_id, NEW.organisation_id, NEW.by_id, NEW.words_digest, NEW.leaf, NEW.written_in, NEW.written_at)
THEN RETURN NEW; END IF;
RAISE EXCEPTION 'Cannot update or delete what the record of events says';

                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_90598() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_ae863() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_d676c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_f6f63() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_ffafb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_once_answered_d226d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_changed_once_answered_fa566() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_deleted_once_answered_6b835() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_emptied_0ca41() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'What seals the record is never emptied';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_emptied_1afeb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'What seals the record is never emptied';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_emptied_6657a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'What seals the record is never emptied';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_emptied_6c2ee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'What seals the record is never emptied';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_emptied_6edec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'What seals the record is never emptied';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_never_emptied_94deb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'The record of events is never emptied';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_only_in_a_draft_0d877() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT FROM plan_sourcingdecision AS whole
        WHERE whole.state <> 'draft'
          AND whole.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END
    ) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            MESSAGE = 'What stands in a decision stays as it was approved';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_only_in_a_draft_2f849() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT FROM plan_sourcingdecision AS whole
        WHERE whole.state <> 'draft'
          AND whole.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END
    ) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            MESSAGE = 'What stands in a decision stays as it was approved';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_only_in_a_draft_74528() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT FROM plan_sourcingdecision AS whole
        WHERE whole.state <> 'draft'
          AND whole.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END
    ) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            MESSAGE = 'What stands in a decision stays as it was approved';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_only_in_a_draft_e07c7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT FROM plan_sourcingdecision AS whole
        WHERE whole.state <> 'draft'
          AND whole.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END
    ) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            MESSAGE = 'What stands in a decision stays as it was approved';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_only_in_a_draft_f7e0d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT FROM plan_sourcingdecision AS whole
        WHERE whole.state <> 'draft'
          AND whole.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.decision_id ELSE NEW.decision_id END
    ) THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            MESSAGE = 'What stands in a decision stays as it was approved';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_opening_never_changed_8117d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_pay_seen_stays_32597() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_provider_answer_stays_84108() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_read_line_stays_as_it_was_answered_471ed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_reading_stays_as_it_was_answered_39e0b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_reliance_stays_94117() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_reliance_uses_what_was_granted_538f9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    UPDATE vary_exemption SET used_pence = used_pence + NEW.pence
                        WHERE id = NEW.exemption_id AND state = 'granted';
                    IF NOT FOUND THEN
                        RAISE EXCEPTION USING
                            ERRCODE = 'check_violation',
                            MESSAGE = 'Nobody relies on what was not granted';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;
CREATE FUNCTION public.pgtrigger_returned_line_stays_d211c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_settlement_stays_62914() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_signature_stays_1b44c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_sourcing_decision_stays_b99b1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_template_words_stay_a941e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_told_when_ce126() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
NEW.written_in := pg_current_xact_id()::text::bigint;
NEW.written_at := clock_timestamp();
RETURN NEW;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_uplift_line_comes_before_reading_78954() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT 1 FROM uplift_upliftround AS whole
        WHERE whole.state IN ('applied', 'approved', 'checked', 'paid', 'reversed') AND whole.id IN (SELECT round_id FROM lines)
    ) THEN
        RAISE EXCEPTION 'A round of uplifts that was read keeps its lines';
    END IF;
    RETURN NULL;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_uplift_line_goes_before_reading_9828d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT 1 FROM uplift_upliftround AS whole
        WHERE whole.state IN ('applied', 'approved', 'checked', 'paid', 'reversed') AND whole.id IN (SELECT round_id FROM lines)
    ) THEN
        RAISE EXCEPTION 'A round of uplifts that was read keeps its lines';
    END IF;
    RETURN NULL;

                END;
            $$;
CREATE FUNCTION public.pgtrigger_uplift_line_keeps_its_prices_76832() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'A line of a round keeps its prices; preview it anew';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_uplift_round_forgets_nobody_who_touched_it_9be57() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'Whoever touched a round of uplifts stays named in it';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_uplift_round_stays_as_it_was_read_b9f67() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'A round of uplifts that was read stays as it was read';
                END;
            $$;
CREATE FUNCTION public.pgtrigger_variation_forgets_nobody_who_touched_it_add4f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'Whoever touched a variation stays named in it';
                END;
            $$;
CREATE FUNCTION public.platform_keeps_its_owner() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NEW.organisation_id IS DISTINCT FROM OLD.organisation_id THEN
        RAISE EXCEPTION 'What is shared stays its owner''s' USING ERRCODE = '42501';
    END IF;
    IF NEW.partnership_id IS DISTINCT FROM OLD.partnership_id
       AND current_user = 'carewright_web'
       AND nullif(current_setting('carewright.organisation', true), '')::uuid IS DISTINCT FROM OLD.organisation_id THEN
        RAISE EXCEPTION 'Only its owner says with whom a thing is shared' USING ERRCODE = '42501';
    END IF;
    IF NEW.partnership_id IS DISTINCT FROM OLD.partnership_id AND NEW.partnership_id IS NOT NULL
       AND NOT public.platform_takes_part(NEW.partnership_id, NEW.organisation_id, (now() AT TIME ZONE 'Europe/London')::date) THEN
        RAISE EXCEPTION 'Nobody shares with a partnership of others' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.platform_partnerships_named_in() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT terms.partnership_id FROM public.platform_partnershipterms AS terms
    JOIN public.platform_partnershipmember AS member ON member.terms_id = terms.id
    WHERE member.organisation_id = nullif(current_setting('carewright.organisation', true), '')::uuid
$$;
CREATE FUNCTION public.platform_partnerships_of(organisation uuid, on_day date) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', force.partnership_id,
        'members', (SELECT jsonb_agg(member.organisation_id)
            FROM public.platform_partnershipmember AS member
            WHERE member.terms_id = force.terms_id
              AND (member.leaves_before IS NULL OR member.leaves_before > on_day)),
        'shared', (SELECT jsonb_object_agg(shared.kind, shared.level)
            FROM public.platform_partnershipsharing AS shared
            WHERE shared.terms_id = force.terms_id))), '[]')
    FROM public.platform_terms_in_force(on_day) AS force
    WHERE public.platform_takes_part(force.partnership_id, organisation, on_day)
      AND (organisation = nullif(current_setting('carewright.organisation', true), '')::uuid OR EXISTS (
        SELECT FROM public.platform_officer AS own
        WHERE own.organisation_id = organisation AND own.account_id = nullif(current_setting('carewright.account', true), '')::uuid
          AND own.active)
        OR (current_setting('role') = 'none' AND session_user = current_user))
$$;
CREATE FUNCTION public.platform_partnerships_sharing(asked_kind text, levels text[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT force.partnership_id
    FROM public.platform_terms_in_force((now() AT TIME ZONE 'Europe/London')::date) AS force
    JOIN public.platform_partnershipmember AS member ON member.terms_id = force.terms_id
    JOIN public.platform_partnershipsharing AS shared ON shared.terms_id = force.terms_id
    WHERE member.organisation_id = nullif(current_setting('carewright.organisation', true), '')::uuid
      AND (member.leaves_before IS NULL OR member.leaves_before > (now() AT TIME ZONE 'Europe/London')::date)
      AND shared.kind = asked_kind AND shared.level = ANY(levels)
$$;
CREATE FUNCTION public.platform_shares_add_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE paid bigint; members bigint; total bigint;
BEGIN
    SELECT count(share), count(*), sum(share) INTO paid, members, total
    FROM public.platform_partnershipmember WHERE terms_id = NEW.terms_id;
    IF paid > 0 AND (paid < members OR total <> 10000) THEN
        RAISE EXCEPTION 'The shares of a pool add up to the whole of it' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.platform_takes_part(partnership uuid, organisation uuid, on_day date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (
        SELECT FROM public.platform_terms_in_force(on_day, partnership) AS force
        JOIN public.platform_partnershipmember AS member ON member.terms_id = force.terms_id
        WHERE member.organisation_id = organisation
          AND (member.leaves_before IS NULL OR member.leaves_before > on_day))
$$;
CREATE FUNCTION public.platform_terms_in_force(on_day date, just uuid DEFAULT NULL::uuid) RETURNS TABLE(terms_id uuid, partnership_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT DISTINCT ON (terms.partnership_id) terms.id, terms.partnership_id
    FROM public.platform_partnershipterms AS terms
    JOIN public.platform_partnership AS whole ON whole.id = terms.partnership_id
    WHERE (just IS NULL OR terms.partnership_id = just)
      AND terms.starts_on <= on_day AND (whole.ends_before IS NULL OR whole.ends_before > on_day)
      AND NOT EXISTS (
        SELECT FROM public.platform_partnershipmember AS named
        WHERE named.terms_id = terms.id AND named.agreed_at IS NULL)
    ORDER BY terms.partnership_id, terms.number DESC
$$;
CREATE FUNCTION public.platform_terms_stay_as_agreed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM public.platform_partnershipmember AS member
        JOIN public.platform_partnershipterms AS terms ON terms.id = member.terms_id
        JOIN public.platform_partnership AS whole ON whole.id = terms.partnership_id
        WHERE member.terms_id = NEW.terms_id AND member.agreed_at IS NOT NULL
          AND member.organisation_id <> whole.organisation_id)
    THEN
        RAISE EXCEPTION 'Terms that a partner has agreed are not added to' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.platform_write_event(id uuid, at timestamp with time zone, act text, subject_kind text, subject_id text, organisation_id uuid, by_id text, by_name text, reason text, facts jsonb, salt bytea, words_digest bytea, leaf bytea) RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '3s'
    AS $_$
BEGIN
    INSERT INTO platform_auditevent (
        id, at, act, subject_kind, subject_id, organisation_id, by_id, by_name, reason, facts,
        salt, words_digest, leaf
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
END $_$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.analyse_analysisrun (
    id uuid NOT NULL,
    question jsonb NOT NULL,
    area_kind character varying(30) NOT NULL,
    area_code character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    inputs_sha256 character varying(64) NOT NULL,
    sources jsonb NOT NULL,
    engine_version character varying(40) NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    job_id uuid,
    answered_at timestamp with time zone,
    answer bytea,
    answer_sha256 character varying(64) NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT run_answer_comes_with_its_time_and_digest CHECK ((((answer IS NULL) AND ((answer_sha256)::text = ''::text) AND (answered_at IS NULL)) OR ((answer IS NOT NULL) AND (answered_at IS NOT NULL) AND (NOT ((answer_sha256)::text = ''::text)))))
);
CREATE TABLE public.attest_checkpoint (
    number bigint NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    peaks bytea NOT NULL,
    note text NOT NULL,
    finished_before bigint NOT NULL,
    cluster character varying(40) NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT checkpoint_seals_something CHECK (((number >= 1) AND (size >= 1)))
);
CREATE TABLE public.attest_deposit (
    id uuid NOT NULL,
    organisation_id uuid,
    checkpoint_number bigint NOT NULL,
    note text NOT NULL,
    kind character varying(20) NOT NULL,
    left_with character varying(300) NOT NULL,
    by_name character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT deposit_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('folder'::character varying)::text, ('mail'::character varying)::text, ('organisation'::character varying)::text])))
);
CREATE TABLE public.attest_leaf (
    place bigint NOT NULL,
    event_id uuid NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT leaf_places_count_from_nought CHECK ((place >= 0))
);
CREATE TABLE public.attest_node (
    id bigint NOT NULL,
    level smallint NOT NULL,
    place bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT attest_node_level_check CHECK ((level >= 0))
);
ALTER TABLE public.attest_node ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attest_node_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.attest_verification (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by_name character varying(200) NOT NULL,
    whole boolean NOT NULL,
    events bigint NOT NULL,
    sealed bigint NOT NULL,
    unsealed bigint NOT NULL,
    checkpoints bigint NOT NULL,
    witnesses jsonb NOT NULL,
    findings jsonb NOT NULL,
    findings_count bigint NOT NULL,
    CONSTRAINT verification_whole_means_nothing_found CHECK ((((findings_count = 0) AND whole) OR ((findings_count > 0) AND (NOT whole))))
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contract_agreement (
    id uuid NOT NULL,
    number integer NOT NULL,
    own_reference character varying(60) NOT NULL,
    title character varying(300) NOT NULL,
    kind character varying(30) NOT NULL,
    regime character varying(20) NOT NULL,
    risk character varying(10) NOT NULL,
    state character varying(20) NOT NULL,
    starts_on date,
    ends_before date,
    value_pence bigint,
    payment_terms text NOT NULL,
    paid_in_advance boolean NOT NULL,
    advance_grounds text NOT NULL,
    notice_days integer,
    own_notice_days integer,
    framework_id uuid,
    lot_id uuid,
    award_id uuid,
    tupe boolean,
    data_schedule boolean NOT NULL,
    people_supported integer,
    people_counted_on date,
    provider_number character varying(100) NOT NULL,
    provider_name character varying(300) NOT NULL,
    registered_on date,
    registered_as character varying(200) NOT NULL,
    monitoring_plan_on date,
    exit_plan_on date,
    contingency_plan_on date,
    exemption_ground text NOT NULL,
    exemption_ends_before date,
    not_in_source character varying(30)[] NOT NULL,
    request_id uuid,
    signatures_wanted smallint NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_by_account uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    begun_early_reason text NOT NULL,
    over_on date,
    over_reason text NOT NULL,
    budget_holder_id uuid,
    contact_id uuid,
    organisation_id uuid NOT NULL,
    person_id uuid,
    successor_id uuid,
    exit_planned boolean NOT NULL,
    touched_by_accounts uuid[] NOT NULL,
    CONSTRAINT agreement_approved_names_its_approval CHECK (((NOT ((state)::text = 'approved'::text)) OR (request_id IS NOT NULL))),
    CONSTRAINT agreement_does_not_follow_itself CHECK (((successor_id IS NULL) OR (NOT ((successor_id = id) AND (successor_id IS NOT NULL))))),
    CONSTRAINT agreement_ends_after_it_starts CHECK (((ends_before IS NULL) OR (starts_on IS NULL) OR (ends_before > starts_on))),
    CONSTRAINT agreement_for_one_person_is_of_such_a_kind CHECK (((person_id IS NULL) OR ((kind)::text = ANY (ARRAY[('individual_service_fund'::character varying)::text, ('spot'::character varying)::text])))),
    CONSTRAINT agreement_has_a_title CHECK (((NOT ((title)::text = ''::text)) AND (number > 0))),
    CONSTRAINT agreement_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('framework'::character varying)::text, ('framework_call_off'::character varying)::text, ('block'::character varying)::text, ('cost_and_volume'::character varying)::text, ('spot'::character varying)::text, ('grant'::character varying)::text, ('service_level'::character varying)::text, ('individual_service_fund'::character varying)::text, ('in_house'::character varying)::text]))),
    CONSTRAINT agreement_lacks_a_first_day_only_where_its_file_does CHECK (((starts_on IS NOT NULL) OR (not_in_source @> ARRAY['starts_on'::character varying(30)]))),
    CONSTRAINT agreement_over_says_when_and_why CHECK ((((over_on IS NOT NULL) AND ((state)::text = ANY (ARRAY[('abandoned'::character varying)::text, ('ended'::character varying)::text, ('terminated'::character varying)::text])) AND (NOT (over_reason = ''::text))) OR ((NOT ((state)::text = ANY (ARRAY[('abandoned'::character varying)::text, ('ended'::character varying)::text, ('terminated'::character varying)::text]))) AND (over_on IS NULL) AND (over_reason = ''::text)))),
    CONSTRAINT agreement_regime_is_known CHECK (((regime)::text = ANY (ARRAY[('pa2023'::character varying)::text, ('pcr2015'::character varying)::text, ('psr2023'::character varying)::text, ('scot_higher'::character varying)::text, ('scot_regulated'::character varying)::text, ('below_threshold'::character varying)::text]))),
    CONSTRAINT agreement_risk_is_known CHECK (((risk)::text = ANY (ARRAY[('low'::character varying)::text, ('medium'::character varying)::text, ('high'::character varying)::text]))),
    CONSTRAINT agreement_state_is_known CHECK (((state)::text = ANY (ARRAY[('draft'::character varying)::text, ('approved'::character varying)::text, ('signed'::character varying)::text, ('live'::character varying)::text, ('ending'::character varying)::text, ('ended'::character varying)::text, ('terminated'::character varying)::text, ('abandoned'::character varying)::text]))),
    CONSTRAINT agreement_value_is_not_negative CHECK (((value_pence IS NULL) OR (value_pence >= 0))),
    CONSTRAINT contract_agreement_notice_days_check CHECK ((notice_days >= 0)),
    CONSTRAINT contract_agreement_number_check CHECK ((number >= 0)),
    CONSTRAINT contract_agreement_own_notice_days_check CHECK ((own_notice_days >= 0)),
    CONSTRAINT contract_agreement_people_supported_check CHECK ((people_supported >= 0)),
    CONSTRAINT contract_agreement_signatures_wanted_check CHECK ((signatures_wanted >= 0))
);
CREATE TABLE public.contract_agreementservice (
    id uuid NOT NULL,
    number character varying(100) NOT NULL,
    name character varying(200) NOT NULL,
    care_group character varying(60) NOT NULL,
    area_code character varying(12) NOT NULL,
    area_name character varying(100) NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT service_bought_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);
CREATE TABLE public.contract_caregoeson (
    id uuid NOT NULL,
    reason text NOT NULL,
    owner_name character varying(200) NOT NULL,
    people_affected integer,
    starts_on date NOT NULL,
    until date NOT NULL,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ended_on date,
    ended_how text NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    CONSTRAINT care_going_on_ended_says_how CHECK ((((ended_how = ''::text) AND (ended_on IS NULL)) OR ((ended_on IS NOT NULL) AND (NOT (ended_how = ''::text))))),
    CONSTRAINT care_going_on_has_a_clock CHECK ((until >= starts_on)),
    CONSTRAINT care_going_on_says_why_and_whose CHECK (((NOT (reason = ''::text)) AND (NOT ((owner_name)::text = ''::text)))),
    CONSTRAINT contract_caregoeson_people_affected_check CHECK ((people_affected >= 0))
);
CREATE TABLE public.contract_extensionoption (
    id uuid NOT NULL,
    number smallint NOT NULL,
    ends_before date NOT NULL,
    decide_by date NOT NULL,
    state character varying(10) NOT NULL,
    decided_by_name character varying(200) NOT NULL,
    decided_on date,
    reason text NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    ended_before date,
    request_id uuid,
    CONSTRAINT contract_extensionoption_number_check CHECK ((number >= 0)),
    CONSTRAINT extension_decided_says_who_and_why CHECK ((((decided_on IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (decided_on IS NOT NULL) AND (NOT (reason = ''::text)) AND (NOT ((decided_by_name)::text = ''::text))))),
    CONSTRAINT extension_is_decided_before_it_ends CHECK ((decide_by < ends_before)),
    CONSTRAINT extension_state_is_known CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('taken'::character varying)::text, ('declined'::character varying)::text])))
);
CREATE TABLE public.contract_importbatch (
    id uuid NOT NULL,
    dataset_id uuid NOT NULL,
    sha256 character varying(64) NOT NULL,
    file_name character varying(255) NOT NULL,
    state character varying(10) NOT NULL,
    kind character varying(30) NOT NULL,
    regime character varying(20) NOT NULL,
    read_on date NOT NULL,
    absent character varying(40)[] NOT NULL,
    rows_read integer NOT NULL,
    rows_kept integer NOT NULL,
    rows_doubtful integer NOT NULL,
    rows_refused integer NOT NULL,
    begun_by_name character varying(200) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    undone_by_name character varying(200) NOT NULL,
    undone_at timestamp with time zone,
    undone_reason text NOT NULL,
    job_id uuid,
    organisation_id uuid NOT NULL,
    CONSTRAINT contract_importbatch_rows_doubtful_check CHECK ((rows_doubtful >= 0)),
    CONSTRAINT contract_importbatch_rows_kept_check CHECK ((rows_kept >= 0)),
    CONSTRAINT contract_importbatch_rows_read_check CHECK ((rows_read >= 0)),
    CONSTRAINT contract_importbatch_rows_refused_check CHECK ((rows_refused >= 0)),
    CONSTRAINT import_is_in_known_words CHECK ((((state)::text = ANY (ARRAY[('open'::character varying)::text, ('undone'::character varying)::text])) AND ((kind)::text = ANY (ARRAY[('framework'::character varying)::text, ('framework_call_off'::character varying)::text, ('block'::character varying)::text, ('cost_and_volume'::character varying)::text, ('spot'::character varying)::text, ('grant'::character varying)::text, ('service_level'::character varying)::text, ('individual_service_fund'::character varying)::text, ('in_house'::character varying)::text])) AND ((regime)::text = ANY (ARRAY[('pa2023'::character varying)::text, ('pcr2015'::character varying)::text, ('psr2023'::character varying)::text, ('scot_higher'::character varying)::text, ('scot_regulated'::character varying)::text, ('below_threshold'::character varying)::text])))),
    CONSTRAINT import_loses_no_row CHECK ((rows_read = ((rows_kept + rows_doubtful) + rows_refused))),
    CONSTRAINT import_undone_says_who_and_why CHECK (((((state)::text = 'open'::text) AND (undone_at IS NULL) AND ((undone_by_name)::text = ''::text) AND (undone_reason = ''::text)) OR (((state)::text = 'undone'::text) AND (undone_at IS NOT NULL) AND (NOT ((undone_by_name)::text = ''::text)) AND (NOT (undone_reason = ''::text)))))
);
CREATE TABLE public.contract_importrow (
    id uuid NOT NULL,
    source_row integer NOT NULL,
    reading character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    kind character varying(30) NOT NULL,
    title character varying(300) NOT NULL,
    care character varying(30) NOT NULL,
    said jsonb NOT NULL,
    doubt text NOT NULL,
    repeats jsonb NOT NULL,
    reason text NOT NULL,
    decided_by_name character varying(200) NOT NULL,
    decided_at timestamp with time zone,
    agreement_id uuid,
    batch_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    supplier_id uuid,
    CONSTRAINT contract_importrow_source_row_check CHECK ((source_row >= 0)),
    CONSTRAINT import_row_is_in_a_known_state CHECK ((((state)::text = ANY (ARRAY[('asked'::character varying)::text, ('ready'::character varying)::text, ('placed'::character varying)::text, ('put_aside'::character varying)::text])) AND ((reading)::text = ANY (ARRAY[('kept'::character varying)::text, ('doubtful'::character varying)::text, ('refused'::character varying)::text])))),
    CONSTRAINT import_row_placed_has_its_agreement CHECK ((((agreement_id IS NOT NULL) AND ((state)::text = 'placed'::text)) OR ((NOT ((state)::text = 'placed'::text)) AND (agreement_id IS NULL)))),
    CONSTRAINT import_row_put_aside_says_why CHECK (((NOT ((state)::text = 'put_aside'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT import_row_refused_is_never_placed CHECK (((NOT ((reading)::text = 'refused'::text)) OR ((state)::text = 'put_aside'::text)))
);
CREATE TABLE public.contract_importsupplier (
    id uuid NOT NULL,
    name character varying(300) NOT NULL,
    numbers character varying(40)[] NOT NULL,
    postcode character varying(10) NOT NULL,
    candidates jsonb NOT NULL,
    is_open boolean NOT NULL,
    provider_number character varying(100) NOT NULL,
    provider_name character varying(300) NOT NULL,
    decided_by_name character varying(200) NOT NULL,
    decided_at timestamp with time zone,
    batch_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT supplier_imported_has_a_name CHECK (((NOT ((name)::text = ''::text)) AND (NOT ((provider_name)::text = ''::text)))),
    CONSTRAINT supplier_matched_says_by_whom CHECK ((is_open OR (candidates = '[]'::jsonb) OR (NOT ((decided_by_name)::text = ''::text))))
);
CREATE TABLE public.contract_opendatapublisher (
    id uuid NOT NULL,
    ocid_prefix character varying(11) NOT NULL,
    set_by_name character varying(200) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT publisher_prefix_is_well_formed CHECK (((ocid_prefix)::text ~ '^ocds-[a-z0-9]{6}$'::text))
);
CREATE TABLE public.contract_party (
    id uuid NOT NULL,
    side character varying(10) NOT NULL,
    number character varying(100) NOT NULL,
    name character varying(300) NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    left_on date,
    CONSTRAINT party_has_a_side_and_a_name CHECK ((((side)::text = ANY (ARRAY[('buyer'::character varying)::text, ('provider'::character varying)::text])) AND (NOT ((name)::text = ''::text)))),
    CONSTRAINT party_that_buys_does_not_leave CHECK (((left_on IS NULL) OR (NOT ((side)::text = 'buyer'::text))))
);
CREATE TABLE public.contract_priceline (
    id uuid NOT NULL,
    unit character varying(10) NOT NULL,
    minutes smallint NOT NULL,
    day_kind character varying(20) NOT NULL,
    zone character varying(60) NOT NULL,
    pence bigint NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    reason text NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    service_id uuid NOT NULL,
    CONSTRAINT contract_priceline_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT price_line_ends_after_it_starts CHECK (((ends_before IS NULL) OR (ends_before > starts_on))),
    CONSTRAINT price_line_is_for_a_known_unit CHECK ((((unit)::text = ANY (ARRAY[('hour'::character varying)::text, ('visit'::character varying)::text, ('day'::character varying)::text, ('night'::character varying)::text, ('week'::character varying)::text, ('session'::character varying)::text, ('one_off'::character varying)::text])) AND ((day_kind)::text = ANY (ARRAY[('any'::character varying)::text, ('weekday'::character varying)::text, ('weekend'::character varying)::text, ('bank_holiday'::character varying)::text])))),
    CONSTRAINT price_line_is_not_negative CHECK ((pence >= 0)),
    CONSTRAINT price_line_of_a_visit_says_its_minutes CHECK ((((minutes > 0) AND ((unit)::text = 'visit'::text)) OR ((NOT ((unit)::text = 'visit'::text)) AND (minutes = 0))))
);
CREATE TABLE public.contract_reversal (
    id uuid NOT NULL,
    reason text NOT NULL,
    asked_by_account uuid NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_by_account uuid,
    confirmed_by_name character varying(200) NOT NULL,
    confirmed_at timestamp with time zone,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by_name character varying(200) NOT NULL,
    withdrawn_why text NOT NULL,
    CONSTRAINT reversal_confirmed_names_a_person_and_a_time CHECK ((((confirmed_at IS NULL) AND (confirmed_by_account IS NULL) AND ((confirmed_by_name)::text = ''::text)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_account IS NOT NULL) AND (NOT ((confirmed_by_name)::text = ''::text))))),
    CONSTRAINT reversal_is_confirmed_by_a_second_person CHECK (((confirmed_by_account IS NULL) OR (NOT ((confirmed_by_account = asked_by_account) AND (confirmed_by_account IS NOT NULL))))),
    CONSTRAINT reversal_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT reversal_withdrawn_says_why CHECK ((((withdrawn_at IS NULL) AND (withdrawn_why = ''::text)) OR ((confirmed_at IS NULL) AND (withdrawn_at IS NOT NULL) AND (NOT (withdrawn_why = ''::text)))))
);
CREATE TABLE public.contract_signature (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    job_title character varying(200) NOT NULL,
    signed_on date NOT NULL,
    authority character varying(10) NOT NULL,
    authority_says text NOT NULL,
    reason text NOT NULL,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    document_id uuid,
    officer_id uuid,
    organisation_id uuid NOT NULL,
    party_id uuid NOT NULL,
    CONSTRAINT signature_says_who_and_whether_they_may CHECK ((((authority)::text = ANY (ARRAY[('held'::character varying)::text, ('lacked'::character varying)::text, ('not_ours'::character varying)::text])) AND (NOT ((name)::text = ''::text)))),
    CONSTRAINT signature_without_authority_says_why CHECK (((NOT ((authority)::text = 'lacked'::text)) OR (NOT (reason = ''::text))))
);
CREATE TABLE public.correspond_letter (
    id uuid NOT NULL,
    subject_id character varying(100) NOT NULL,
    subject_name character varying(300) NOT NULL,
    written_by_id uuid NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    pdf_id uuid,
    word_id uuid NOT NULL,
    version_id uuid NOT NULL
);
CREATE TABLE public.correspond_lettertemplate (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    subject_kind character varying(20) NOT NULL,
    retention_class character varying(20) NOT NULL,
    newest integer NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT correspond_lettertemplate_newest_check CHECK ((newest >= 0)),
    CONSTRAINT template_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('letter'::character varying)::text, ('report'::character varying)::text]))),
    CONSTRAINT template_retention_is_known CHECK (((retention_class)::text = ANY (ARRAY[('while_in_use'::character varying)::text, ('one_week'::character varying)::text, ('one_year'::character varying)::text, ('six_years'::character varying)::text, ('seven_years'::character varying)::text, ('permanent'::character varying)::text]))),
    CONSTRAINT template_subject_is_known CHECK (((subject_kind)::text = ANY (ARRAY[('provider'::character varying)::text, ('meeting'::character varying)::text, ('plan'::character varying)::text, ('request'::character varying)::text])))
);
CREATE TABLE public.correspond_templateversion (
    id uuid NOT NULL,
    number integer NOT NULL,
    title character varying(200) NOT NULL,
    body text NOT NULL,
    reason text NOT NULL,
    written_by_account uuid NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    approved_by_account uuid,
    approved_by_name character varying(200) NOT NULL,
    approved_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    template_id uuid NOT NULL,
    CONSTRAINT correspond_templateversion_number_check CHECK ((number >= 0)),
    CONSTRAINT template_approval_names_a_person_and_a_time CHECK ((((approved_at IS NULL) AND (approved_by_account IS NULL) AND ((approved_by_name)::text = ''::text)) OR ((approved_at IS NOT NULL) AND (approved_by_account IS NOT NULL) AND (NOT ((approved_by_name)::text = ''::text))))),
    CONSTRAINT template_is_approved_by_somebody_else CHECK (((approved_by_account IS NULL) OR (NOT ((approved_by_account = written_by_account) AND (approved_by_account IS NOT NULL))))),
    CONSTRAINT template_version_says_what_changed CHECK (((number = 1) OR (NOT (reason = ''::text))))
);
CREATE TABLE public.cost_costreturn (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    who character varying(300) NOT NULL,
    service character varying(200) NOT NULL,
    care_group character varying(60) NOT NULL,
    type_of_care character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_before date NOT NULL,
    unit character varying(20) NOT NULL,
    units numeric(14,2),
    bed_weeks numeric(14,2),
    stated_total_pence bigint,
    holds jsonb NOT NULL,
    source text NOT NULL,
    recorded_by_account uuid NOT NULL,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    checked_by_account uuid,
    checked_by_name character varying(200) NOT NULL,
    checked_at timestamp with time zone,
    outcome character varying(10) NOT NULL,
    says text NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT cost_return_checked_names_a_person_and_a_time CHECK ((((checked_at IS NULL) AND (checked_by_account IS NULL) AND ((checked_by_name)::text = ''::text) AND ((outcome)::text = ''::text) AND (says = ''::text)) OR ((checked_at IS NOT NULL) AND (checked_by_account IS NOT NULL) AND (NOT ((checked_by_name)::text = ''::text)) AND ((outcome)::text = ANY (ARRAY[('accepted'::character varying)::text, ('refused'::character varying)::text]))))),
    CONSTRAINT cost_return_counts_above_nought CHECK ((((units IS NULL) OR (units > (0)::numeric)) AND ((bed_weeks IS NULL) OR (bed_weeks > (0)::numeric)) AND ((stated_total_pence IS NULL) OR (stated_total_pence >= 0)))),
    CONSTRAINT cost_return_ends_after_it_starts CHECK ((ends_before > starts_on)),
    CONSTRAINT cost_return_is_checked_by_a_second_person CHECK (((checked_by_account IS NULL) OR (NOT ((checked_by_account = recorded_by_account) AND (checked_by_account IS NOT NULL))))),
    CONSTRAINT cost_return_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('open_book'::character varying)::text, ('care_home'::character varying)::text, ('own_service'::character varying)::text]))),
    CONSTRAINT cost_return_says_whose_of_what_and_from_where CHECK (((NOT ((who)::text = ''::text)) AND (NOT ((service)::text = ''::text)) AND (NOT (source = ''::text))))
);
CREATE TABLE public.cost_returnedline (
    id uuid NOT NULL,
    place smallint NOT NULL,
    words character varying(200) NOT NULL,
    pence bigint NOT NULL,
    cost_return_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT cost_returnedline_place_check CHECK ((place >= 0)),
    CONSTRAINT returned_line_says_what_and_how_much CHECK (((NOT ((words)::text = ''::text)) AND (pence >= 0)))
);
CREATE TABLE public.decide_answer (
    id uuid NOT NULL,
    words text NOT NULL,
    answered_by_name character varying(200) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT answer_says_something CHECK ((NOT (words = ''::text)))
);
CREATE TABLE public.decide_approvalrequest (
    id uuid NOT NULL,
    partnership_id uuid,
    number integer NOT NULL,
    subject_kind character varying(60) NOT NULL,
    subject_id character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    link character varying(300) NOT NULL,
    people_affected integer,
    act character varying(40) NOT NULL,
    annual_pence bigint NOT NULL,
    term_months integer NOT NULL,
    in_framework boolean NOT NULL,
    state character varying(20) NOT NULL,
    requester_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    withdrawn_why text NOT NULL,
    organisation_id uuid NOT NULL,
    requester_id uuid NOT NULL,
    requester_account_id uuid NOT NULL,
    line_id uuid NOT NULL,
    author_account_ids uuid[] NOT NULL,
    minutes_link character varying(300) DEFAULT ''::character varying NOT NULL,
    carry_out_from timestamp with time zone,
    decide_from timestamp with time zone,
    spared_at timestamp with time zone,
    spared_by_name character varying(200) DEFAULT ''::character varying NOT NULL,
    spared_why text DEFAULT ''::text NOT NULL,
    missing character varying(200)[] DEFAULT '{}'::character varying(200)[] NOT NULL,
    missing_why text DEFAULT ''::text NOT NULL,
    CONSTRAINT decide_approvalrequest_number_check CHECK ((number >= 0)),
    CONSTRAINT decide_approvalrequest_people_affected_check CHECK ((people_affected >= 0)),
    CONSTRAINT decide_approvalrequest_term_months_check CHECK ((term_months >= 0)),
    CONSTRAINT request_ended_says_when CHECK ((((ended_at IS NOT NULL) AND ((state)::text = ANY (ARRAY[('approved'::character varying)::text, ('declined'::character varying)::text, ('set_aside'::character varying)::text, ('withdrawn'::character varying)::text]))) OR ((NOT ((state)::text = ANY (ARRAY[('approved'::character varying)::text, ('declined'::character varying)::text, ('set_aside'::character varying)::text, ('withdrawn'::character varying)::text]))) AND (ended_at IS NULL)))),
    CONSTRAINT request_is_minuted_on_our_page CHECK ((((minutes_link)::text = ''::text) OR ((minutes_link)::text ~ '^/[^/]'::text))),
    CONSTRAINT request_leads_to_our_page CHECK (((link)::text ~ '^/[^/]'::text)),
    CONSTRAINT request_spared_its_days_says_who_and_why CHECK ((((spared_at IS NULL) AND ((spared_by_name)::text = ''::text) AND (spared_why = ''::text)) OR ((spared_at IS NOT NULL) AND (NOT (spared_why = ''::text)) AND (NOT ((spared_by_name)::text = ''::text))))),
    CONSTRAINT request_state_and_act_are_known CHECK ((((state)::text = ANY (ARRAY[('requested'::character varying)::text, ('returned'::character varying)::text, ('approved'::character varying)::text, ('declined'::character varying)::text, ('withdrawn'::character varying)::text, ('set_aside'::character varying)::text])) AND ((act)::text = ANY (ARRAY[('strategy'::character varying)::text, ('sourcing'::character varying)::text, ('award'::character varying)::text, ('contract_signature'::character varying)::text, ('variation'::character varying)::text, ('extension'::character varying)::text, ('exemption'::character varying)::text, ('uplift'::character varying)::text, ('placement'::character varying)::text, ('grant'::character varying)::text, ('closure'::character varying)::text])))),
    CONSTRAINT request_value_is_not_negative CHECK ((annual_pence >= 0)),
    CONSTRAINT request_without_something_says_why CHECK (((missing = '{}'::character varying(200)[]) OR (NOT (missing_why = ''::text))))
);
CREATE TABLE public.decide_hold (
    id uuid NOT NULL,
    reason text NOT NULL,
    held_by_name character varying(200) NOT NULL,
    held_at timestamp with time zone NOT NULL,
    released_by_name character varying(200) NOT NULL,
    released_at timestamp with time zone,
    release_reason text NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT hold_released_says_who_and_why CHECK ((((release_reason = ''::text) AND (released_at IS NULL) AND ((released_by_name)::text = ''::text)) OR ((released_at IS NOT NULL) AND (NOT ((released_by_name)::text = ''::text)) AND (NOT (release_reason = ''::text))))),
    CONSTRAINT hold_says_why CHECK ((NOT (reason = ''::text)))
);
CREATE TABLE public.decide_reconsideration (
    id uuid NOT NULL,
    reasons text NOT NULL,
    sent_back_by_name character varying(200) NOT NULL,
    sent_back_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    verdict character varying(20) NOT NULL,
    why text NOT NULL,
    decided_by_name character varying(200) NOT NULL,
    power_name character varying(200) NOT NULL,
    minute character varying(300) NOT NULL,
    decided_at timestamp with time zone,
    request_id uuid NOT NULL,
    CONSTRAINT reconsideration_ends_with_a_verdict_a_name_and_why CHECK ((((decided_at IS NULL) AND ((decided_by_name)::text = ''::text) AND ((verdict)::text = ''::text) AND (why = ''::text)) OR ((decided_at IS NOT NULL) AND ((verdict)::text = ANY (ARRAY[('confirmed'::character varying)::text, ('changed'::character varying)::text])) AND (NOT (why = ''::text)) AND (NOT ((decided_by_name)::text = ''::text))))),
    CONSTRAINT reconsideration_is_due_later CHECK ((due_at > sent_back_at)),
    CONSTRAINT reconsideration_says_why CHECK ((NOT (reasons = ''::text)))
);
CREATE TABLE public.decide_scheme (
    id uuid NOT NULL,
    version integer NOT NULL,
    takes_effect_on date NOT NULL,
    state character varying(20) NOT NULL,
    file_name character varying(255) NOT NULL,
    proposed_by_name character varying(200) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    ended_by_name character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id uuid,
    organisation_id uuid NOT NULL,
    proposed_by_id uuid NOT NULL,
    CONSTRAINT decide_scheme_version_check CHECK ((version >= 0)),
    CONSTRAINT scheme_adopted_says_who_and_when CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL) AND ((state)::text = 'proposed'::text)) OR ((NOT ((state)::text = 'proposed'::text)) AND (ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT scheme_is_adopted_by_a_second_person CHECK (((NOT ((state)::text = 'adopted'::text)) OR (NOT ((ended_by_id = proposed_by_id) AND (ended_by_id IS NOT NULL))))),
    CONSTRAINT scheme_state_is_known CHECK (((state)::text = ANY (ARRAY[('proposed'::character varying)::text, ('adopted'::character varying)::text, ('put_aside'::character varying)::text])))
);
CREATE TABLE public.decide_schemeline (
    id uuid NOT NULL,
    number integer NOT NULL,
    act character varying(40) NOT NULL,
    over_pence bigint,
    up_to_pence bigint,
    over_months integer,
    up_to_months integer,
    framework character varying(10) NOT NULL,
    steps character varying(300)[] NOT NULL,
    urgent_roles character varying(300) NOT NULL,
    urgent_days integer,
    days_to_decide integer,
    cited character varying(200) NOT NULL,
    scheme_id uuid NOT NULL,
    scrutiny_after smallint,
    scrutiny_before smallint,
    CONSTRAINT decide_schemeline_days_to_decide_check CHECK ((days_to_decide >= 0)),
    CONSTRAINT decide_schemeline_number_check CHECK ((number >= 0)),
    CONSTRAINT decide_schemeline_scrutiny_after_check CHECK ((scrutiny_after >= 0)),
    CONSTRAINT decide_schemeline_scrutiny_before_check CHECK ((scrutiny_before >= 0)),
    CONSTRAINT decide_schemeline_urgent_days_check CHECK ((urgent_days >= 0)),
    CONSTRAINT scheme_line_is_about_a_known_act CHECK ((((act)::text = ANY (ARRAY[('strategy'::character varying)::text, ('sourcing'::character varying)::text, ('award'::character varying)::text, ('contract_signature'::character varying)::text, ('variation'::character varying)::text, ('extension'::character varying)::text, ('exemption'::character varying)::text, ('uplift'::character varying)::text, ('placement'::character varying)::text, ('grant'::character varying)::text, ('closure'::character varying)::text])) AND ((framework)::text = ANY (ARRAY[('in'::character varying)::text, ('out'::character varying)::text, ('either'::character varying)::text])))),
    CONSTRAINT scheme_line_urgent_power_has_its_days CHECK ((((urgent_days IS NULL) AND ((urgent_roles)::text = ''::text)) OR ((NOT ((urgent_roles)::text = ''::text)) AND (urgent_days IS NOT NULL))))
);
CREATE TABLE public.decide_step (
    id uuid NOT NULL,
    stage smallint NOT NULL,
    place smallint NOT NULL,
    roles character varying(40)[] NOT NULL,
    persons smallint NOT NULL,
    committee character varying(200) NOT NULL,
    state character varying(20) NOT NULL,
    opened_at timestamp with time zone,
    due_at timestamp with time zone,
    ended_at timestamp with time zone,
    request_id uuid NOT NULL,
    CONSTRAINT decide_step_persons_check CHECK ((persons >= 0)),
    CONSTRAINT decide_step_place_check CHECK ((place >= 0)),
    CONSTRAINT decide_step_stage_check CHECK ((stage >= 0)),
    CONSTRAINT step_is_for_roles_or_a_committee CHECK (((((committee)::text = ''::text) AND (NOT (roles = '{}'::character varying(40)[]))) OR ((NOT ((committee)::text = ''::text)) AND (roles = '{}'::character varying(40)[])))),
    CONSTRAINT step_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('open'::character varying)::text, ('approved'::character varying)::text, ('declined'::character varying)::text, ('not_needed'::character varying)::text])))
);
CREATE TABLE public.decide_stepdecision (
    id uuid NOT NULL,
    outcome character varying(20) NOT NULL,
    reason text NOT NULL,
    name character varying(200) NOT NULL,
    power_name character varying(200) NOT NULL,
    role character varying(40) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    committee character varying(200) NOT NULL,
    met_on date,
    minute_reference character varying(100) NOT NULL,
    account_id uuid NOT NULL,
    document_id uuid,
    officer_id uuid NOT NULL,
    power_account_id uuid NOT NULL,
    request_id uuid NOT NULL,
    requester_account_id uuid NOT NULL,
    step_id uuid NOT NULL,
    agenda_item_id uuid,
    CONSTRAINT step_is_never_decided_by_whoever_asked CHECK (((NOT (account_id = requester_account_id)) AND (NOT (power_account_id = requester_account_id)))),
    CONSTRAINT step_of_a_committee_cites_its_minute CHECK (((((committee)::text = ''::text) AND (met_on IS NULL) AND ((minute_reference)::text = ''::text)) OR ((NOT ((committee)::text = ''::text)) AND (met_on IS NOT NULL) AND (NOT ((minute_reference)::text = ''::text))))),
    CONSTRAINT step_outcome_is_known CHECK (((outcome)::text = ANY (ARRAY[('approve'::character varying)::text, ('decline'::character varying)::text, ('return'::character varying)::text]))),
    CONSTRAINT step_refused_says_why CHECK ((((outcome)::text = 'approve'::text) OR (NOT (reason = ''::text))))
);
CREATE TABLE public.decide_urgentuse (
    id uuid NOT NULL,
    ground text NOT NULL,
    role character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    power_name character varying(200) NOT NULL,
    used_at timestamp with time zone NOT NULL,
    approval_due_at timestamp with time zone NOT NULL,
    account_id uuid NOT NULL,
    power_account_id uuid NOT NULL,
    request_id uuid NOT NULL,
    approved_at timestamp with time zone,
    CONSTRAINT urgent_use_is_due_later CHECK ((approval_due_at > used_at)),
    CONSTRAINT urgent_use_says_why CHECK ((NOT (ground = ''::text)))
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.follow_up_comparedfindings (
    id uuid NOT NULL,
    said_by_name character varying(200) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    earlier_id uuid NOT NULL,
    task_id uuid NOT NULL
);
CREATE TABLE public.follow_up_duechange (
    id uuid NOT NULL,
    was_due_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    changed_by_name character varying(200) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    task_id uuid NOT NULL,
    CONSTRAINT due_change_changes_and_says_why CHECK (((NOT (reason = ''::text)) AND (NOT (due_at = was_due_at))))
);
CREATE TABLE public.follow_up_escalation (
    id uuid NOT NULL,
    level smallint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    escalated_at timestamp with time zone NOT NULL,
    officer_id uuid NOT NULL,
    task_id uuid NOT NULL,
    CONSTRAINT follow_up_escalation_level_check CHECK ((level >= 0))
);
CREATE TABLE public.follow_up_evidence (
    id uuid NOT NULL,
    text text NOT NULL,
    given_by_name character varying(200) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    document_id uuid,
    task_id uuid NOT NULL,
    CONSTRAINT evidence_is_words_or_a_document CHECK (((NOT (text = ''::text)) OR (document_id IS NOT NULL)))
);
CREATE TABLE public.follow_up_phase (
    id uuid NOT NULL,
    number smallint NOT NULL,
    name character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    review_id uuid NOT NULL,
    CONSTRAINT follow_up_phase_number_check CHECK ((number >= 0)),
    CONSTRAINT phase_ends_after_it_starts CHECK (((ends_before IS NULL) OR (ends_before > starts_on)))
);
CREATE TABLE public.follow_up_plan (
    id uuid NOT NULL,
    partnership_id uuid,
    title character varying(200) NOT NULL,
    source character varying(20) NOT NULL,
    reference character varying(200) NOT NULL,
    about character varying(200) NOT NULL,
    common boolean NOT NULL,
    begun_by_name character varying(200) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    phase_id uuid,
    review_id uuid,
    CONSTRAINT plan_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT plan_in_a_phase_is_in_its_review CHECK (((phase_id IS NULL) OR (review_id IS NOT NULL)))
);
CREATE TABLE public.follow_up_planimport (
    id uuid NOT NULL,
    file_name character varying(255) NOT NULL,
    sha256 character varying(64) NOT NULL,
    text text NOT NULL,
    columns jsonb NOT NULL,
    given_by_name character varying(200) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    imported_at timestamp with time zone,
    rows_added integer NOT NULL,
    rows_known integer NOT NULL,
    rows_left_out integer NOT NULL,
    organisation_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT follow_up_planimport_rows_added_check CHECK ((rows_added >= 0)),
    CONSTRAINT follow_up_planimport_rows_known_check CHECK ((rows_known >= 0)),
    CONSTRAINT follow_up_planimport_rows_left_out_check CHECK ((rows_left_out >= 0)),
    CONSTRAINT plan_import_digest_is_sha256 CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.follow_up_review (
    id uuid NOT NULL,
    partnership_id uuid,
    title character varying(200) NOT NULL,
    purpose text NOT NULL,
    begun_by_name character varying(200) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT review_has_a_title CHECK ((NOT ((title)::text = ''::text)))
);
CREATE TABLE public.follow_up_task (
    id uuid NOT NULL,
    partnership_id uuid,
    number integer NOT NULL,
    finding_number character varying(40) NOT NULL,
    finding text NOT NULL,
    action text NOT NULL,
    owner_words character varying(200) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    people_affected integer,
    evidence_wanted text NOT NULL,
    source character varying(20) NOT NULL,
    reference character varying(200) NOT NULL,
    themes character varying(60)[] NOT NULL,
    state character varying(20) NOT NULL,
    recurrence character varying(20) NOT NULL,
    day_of_month smallint NOT NULL,
    row_digest character varying(64) NOT NULL,
    created_by_name character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    settled_at timestamp with time zone,
    reason text NOT NULL,
    closed_by_id uuid,
    comes_after_id uuid,
    created_by_id uuid,
    done_by_id uuid,
    first_self_id uuid,
    organisation_id uuid NOT NULL,
    owner_id uuid,
    plan_id uuid,
    done_by_account_id uuid,
    done_by_name character varying(200) NOT NULL,
    CONSTRAINT follow_up_task_day_of_month_check CHECK ((day_of_month >= 0)),
    CONSTRAINT follow_up_task_number_check CHECK ((number >= 0)),
    CONSTRAINT follow_up_task_people_affected_check CHECK ((people_affected >= 0)),
    CONSTRAINT task_closed_says_by_whom_and_when CHECK ((((closed_by_id IS NOT NULL) AND (settled_at IS NOT NULL) AND ((state)::text = 'closed'::text)) OR ((NOT ((state)::text = 'closed'::text)) AND (closed_by_id IS NULL)))),
    CONSTRAINT task_done_says_by_whom_and_when CHECK ((((done_at IS NOT NULL) AND (done_by_id IS NOT NULL) AND ((state)::text = ANY (ARRAY[('done'::character varying)::text, ('closed'::character varying)::text]))) OR (NOT ((state)::text = ANY (ARRAY[('done'::character varying)::text, ('closed'::character varying)::text]))))),
    CONSTRAINT task_given_up_says_why CHECK (((NOT ((state)::text = ANY (ARRAY[('not_done'::character varying)::text, ('superseded'::character varying)::text]))) OR ((NOT (reason = ''::text)) AND (settled_at IS NOT NULL)))),
    CONSTRAINT task_is_closed_by_somebody_else CHECK (((closed_by_id IS NULL) OR (NOT ((closed_by_id = done_by_id) AND (closed_by_id IS NOT NULL) AND (done_by_id IS NOT NULL))))),
    CONSTRAINT task_is_not_its_own_earlier_self CHECK (((first_self_id IS NULL) OR (NOT ((first_self_id = id) AND (first_self_id IS NOT NULL))))),
    CONSTRAINT task_recurrence_is_known CHECK (((recurrence)::text = ANY (ARRAY[('once'::character varying)::text, ('monthly'::character varying)::text, ('quarterly'::character varying)::text, ('yearly'::character varying)::text]))),
    CONSTRAINT task_says_what_and_who CHECK (((NOT (finding = ''::text)) AND (NOT (action = ''::text)) AND (NOT ((owner_words)::text = ''::text)))),
    CONSTRAINT task_source_is_known CHECK (((source)::text = ANY (ARRAY[('audit'::character varying)::text, ('visit'::character varying)::text, ('strategy'::character varying)::text, ('meeting'::character varying)::text, ('review'::character varying)::text]))),
    CONSTRAINT task_state_is_known CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('in_progress'::character varying)::text, ('done'::character varying)::text, ('closed'::character varying)::text, ('not_done'::character varying)::text, ('superseded'::character varying)::text])))
);
CREATE TABLE public.foresee_projection (
    id uuid NOT NULL,
    partnership_id uuid,
    number integer NOT NULL,
    name character varying(120) NOT NULL,
    title character varying(200) NOT NULL,
    question jsonb NOT NULL,
    scenario_ids jsonb NOT NULL,
    area_kind character varying(30) NOT NULL,
    area_code character varying(20) NOT NULL,
    inputs_sha256 character varying(64) NOT NULL,
    sources jsonb NOT NULL,
    engine_version character varying(40) NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    job_id uuid,
    answered_at timestamp with time zone,
    answer bytea,
    answer_sha256 character varying(64) NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT foresee_projection_number_check CHECK ((number >= 0)),
    CONSTRAINT projection_answer_comes_with_its_time_and_digest CHECK ((((answer IS NULL) AND ((answer_sha256)::text = ''::text) AND (answered_at IS NULL)) OR ((answer IS NOT NULL) AND (answered_at IS NOT NULL) AND (NOT ((answer_sha256)::text = ''::text)))))
);
CREATE TABLE public.foresee_scenario (
    id uuid NOT NULL,
    partnership_id uuid,
    name character varying(120) NOT NULL,
    about text NOT NULL,
    levers jsonb NOT NULL,
    version integer NOT NULL,
    created_by_name character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_by_name character varying(200) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    put_away_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    CONSTRAINT foresee_scenario_version_check CHECK ((version >= 0)),
    CONSTRAINT scenario_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT scenario_version_begins_with_one CHECK ((version >= 1))
);
CREATE TABLE public.foresee_scenariocomment (
    id uuid NOT NULL,
    of_version integer NOT NULL,
    words text NOT NULL,
    by_name character varying(200) NOT NULL,
    by_organisation character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    scenario_id uuid NOT NULL,
    account_id uuid,
    CONSTRAINT foresee_scenariocomment_of_version_check CHECK ((of_version >= 0)),
    CONSTRAINT scenario_comment_says_something CHECK ((NOT (words = ''::text)))
);
CREATE TABLE public.foresee_scenarioversion (
    id uuid NOT NULL,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    about text NOT NULL,
    levers jsonb NOT NULL,
    act character varying(40) NOT NULL,
    lever character varying(120) NOT NULL,
    by_name character varying(200) NOT NULL,
    by_organisation character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    scenario_id uuid NOT NULL,
    CONSTRAINT foresee_scenarioversion_version_check CHECK ((version >= 0)),
    CONSTRAINT scenario_version_says_what_made_it CHECK ((NOT ((act)::text = ''::text)))
);
CREATE TABLE public.foresee_sentscenario (
    id uuid NOT NULL,
    version integer NOT NULL,
    name character varying(120) NOT NULL,
    about text NOT NULL,
    levers jsonb NOT NULL,
    sent_by_name character varying(200) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    scenario_id uuid NOT NULL,
    CONSTRAINT foresee_sentscenario_version_check CHECK ((version >= 0)),
    CONSTRAINT scenario_sent_has_something_to_decide CHECK ((NOT (levers = '[]'::jsonb)))
);
CREATE TABLE public.govern_agendaitem (
    id uuid NOT NULL,
    number integer NOT NULL,
    step_id uuid NOT NULL,
    outcome character varying(20) NOT NULL,
    resolution text NOT NULL,
    minute_reference character varying(100) NOT NULL,
    minuted_by_name character varying(200) NOT NULL,
    minuted_at timestamp with time zone,
    document_id uuid,
    organisation_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    taken_off_at timestamp with time zone,
    taken_off_by_name character varying(200) DEFAULT ''::character varying NOT NULL,
    taken_off_why text DEFAULT ''::text NOT NULL,
    CONSTRAINT agenda_item_minuted_says_outcome_words_reference_and_who CHECK (((minuted_at IS NULL) OR ((NOT ((outcome)::text = ''::text)) AND (NOT (resolution = ''::text)) AND (NOT ((minute_reference)::text = ''::text)) AND (NOT ((minuted_by_name)::text = ''::text))))),
    CONSTRAINT agenda_item_taken_off_says_why_and_is_not_minuted CHECK (((taken_off_at IS NULL) OR ((minuted_at IS NULL) AND (NOT (taken_off_why = ''::text)) AND (NOT ((taken_off_by_name)::text = ''::text))))),
    CONSTRAINT govern_agendaitem_number_check CHECK ((number >= 0))
);
CREATE TABLE public.govern_answer (
    id uuid NOT NULL,
    text text NOT NULL,
    source_kind character varying(20) NOT NULL,
    source_title character varying(300) NOT NULL,
    source character varying(500) NOT NULL,
    answered_by_name character varying(200) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    document_id uuid,
    organisation_id uuid NOT NULL,
    question_id uuid NOT NULL,
    CONSTRAINT answer_has_the_source_that_it_names CHECK ((((source_kind)::text = 'none'::text) OR (((source_kind)::text = 'document'::text) AND (document_id IS NOT NULL)) OR (((source_kind)::text = ANY (ARRAY[('link'::character varying)::text, ('figure'::character varying)::text])) AND (NOT ((source)::text = ''::text))))),
    CONSTRAINT answer_to_a_member_says_something CHECK ((NOT (text = ''::text)))
);
CREATE TABLE public.govern_assessment (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    author character varying(200) NOT NULL,
    written_on date,
    finding text NOT NULL,
    published character varying(500) NOT NULL,
    not_needed text NOT NULL,
    document_id uuid,
    organisation_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    CONSTRAINT assessment_names_author_and_day_or_says_why_not_needed CHECK (((NOT (not_needed = ''::text)) OR ((NOT ((author)::text = ''::text)) AND (written_on IS NOT NULL))))
);
CREATE TABLE public.govern_backgroundpaper (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    title character varying(300) NOT NULL,
    link character varying(500) NOT NULL,
    document_id uuid,
    organisation_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    CONSTRAINT background_paper_has_a_title CHECK ((NOT ((title)::text = ''::text)))
);
CREATE TABLE public.govern_body (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT body_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('committee'::character varying)::text, ('executive'::character varying)::text, ('council'::character varying)::text, ('joint_board'::character varying)::text, ('scrutiny'::character varying)::text])))
);
CREATE TABLE public.govern_consultation (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    whom character varying(30) NOT NULL,
    name character varying(200) NOT NULL,
    how character varying(200) NOT NULL,
    "on" date NOT NULL,
    said text NOT NULL,
    organisation_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    CONSTRAINT consultation_says_who_said_what CHECK (((NOT (said = ''::text)) AND (NOT ((name)::text = ''::text)))),
    CONSTRAINT consultation_says_whom CHECK (((whom)::text = ANY (ARRAY[('legal'::character varying)::text, ('finance'::character varying)::text, ('social_work'::character varying)::text, ('procurement'::character varying)::text, ('other_officers'::character varying)::text, ('local_members'::character varying)::text, ('other_members'::character varying)::text, ('committees'::character varying)::text, ('health'::character varying)::text, ('other_bodies'::character varying)::text, ('people_and_carers'::character varying)::text, ('providers'::character varying)::text])))
);
CREATE TABLE public.govern_direction (
    id uuid NOT NULL,
    number integer NOT NULL,
    title character varying(200) NOT NULL,
    to_name character varying(200) NOT NULL,
    text text NOT NULL,
    functions text NOT NULL,
    money_pence bigint NOT NULL,
    payment text NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    request_id uuid NOT NULL,
    rests_on character varying(300) NOT NULL,
    replaces_how character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    issued_by_name character varying(200) NOT NULL,
    issued_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    replaces_id uuid,
    to_id uuid,
    CONSTRAINT direction_ends_after_it_begins CHECK (((ends_before IS NULL) OR (ends_before > starts_on))),
    CONSTRAINT direction_issued_names_a_person_and_a_time CHECK ((((issued_at IS NULL) AND ((issued_by_name)::text = ''::text) AND ((state)::text = 'draft'::text)) OR ((NOT ((state)::text = 'draft'::text)) AND (issued_at IS NOT NULL) AND (NOT ((issued_by_name)::text = ''::text))))),
    CONSTRAINT direction_money_is_not_negative CHECK ((money_pence >= 0)),
    CONSTRAINT direction_says_how_it_replaces CHECK ((((replaces_id IS NULL) AND ((replaces_how)::text = ''::text)) OR ((replaces_id IS NOT NULL) AND ((replaces_how)::text = ANY (ARRAY[('supersedes'::character varying)::text, ('revokes'::character varying)::text]))))),
    CONSTRAINT direction_says_what_to_whom_on_what CHECK (((NOT (text = ''::text)) AND (NOT (functions = ''::text)) AND (NOT ((to_name)::text = ''::text)) AND (NOT ((rests_on)::text = ''::text)))),
    CONSTRAINT direction_state_is_known CHECK (((state)::text = ANY (ARRAY[('draft'::character varying)::text, ('issued'::character varying)::text, ('superseded'::character varying)::text, ('revoked'::character varying)::text]))),
    CONSTRAINT govern_direction_number_check CHECK ((number >= 0))
);
CREATE TABLE public.govern_directionnote (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    text text NOT NULL,
    said_by_name character varying(200) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    direction_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT direction_note_kind_is_known_and_progress_has_words CHECK ((((kind)::text = 'acknowledged'::text) OR (((kind)::text = 'progress'::text) AND (NOT (text = ''::text)))))
);
CREATE TABLE public.govern_meeting (
    id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    place character varying(200) NOT NULL,
    body_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    moved_from timestamp with time zone,
    moved_why text DEFAULT ''::text NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by_name character varying(200) DEFAULT ''::character varying NOT NULL,
    cancelled_why text DEFAULT ''::text NOT NULL,
    CONSTRAINT meeting_cancelled_says_why_and_by_whom CHECK (((cancelled_at IS NULL) OR ((NOT (cancelled_why = ''::text)) AND (NOT ((cancelled_by_name)::text = ''::text))))),
    CONSTRAINT meeting_moved_says_why CHECK (((moved_from IS NULL) OR (NOT (moved_why = ''::text))))
);
CREATE TABLE public.govern_paper (
    id uuid NOT NULL,
    number integer NOT NULL,
    state character varying(20) NOT NULL,
    nation character varying(20) NOT NULL,
    act character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    summary text NOT NULL,
    proposal text NOT NULL,
    recommendation text NOT NULL,
    contact character varying(300) NOT NULL,
    annual_value_pence bigint,
    term_months integer,
    in_framework boolean,
    people_affected integer,
    how_affected text NOT NULL,
    options text NOT NULL,
    contrary boolean,
    provision text NOT NULL,
    final_decision boolean,
    next_steps text NOT NULL,
    begun_by_name character varying(200) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    request_id uuid,
    sent_by_name character varying(200) NOT NULL,
    sent_at timestamp with time zone,
    without jsonb NOT NULL,
    without_reason text NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text NOT NULL,
    begun_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    sent_by_id uuid,
    partnership_id uuid,
    CONSTRAINT govern_paper_number_check CHECK ((number >= 0)),
    CONSTRAINT govern_paper_people_affected_check CHECK ((people_affected >= 0)),
    CONSTRAINT govern_paper_term_months_check CHECK ((term_months >= 0)),
    CONSTRAINT paper_nation_is_known CHECK (((nation)::text = ANY (ARRAY[('scotland'::character varying)::text, ('england'::character varying)::text, ('wales'::character varying)::text]))),
    CONSTRAINT paper_sent_names_a_person_a_time_and_an_approval CHECK (((NOT ((state)::text = 'sent'::text)) OR ((request_id IS NOT NULL) AND (sent_at IS NOT NULL) AND (sent_by_id IS NOT NULL)))),
    CONSTRAINT paper_sent_without_something_says_why CHECK (((without = '[]'::jsonb) OR (NOT (without_reason = ''::text)))),
    CONSTRAINT paper_state_is_known CHECK (((state)::text = ANY (ARRAY[('draft'::character varying)::text, ('sent'::character varying)::text, ('decided'::character varying)::text, ('returned'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT paper_value_is_not_negative CHECK (((annual_value_pence IS NULL) OR (annual_value_pence >= 0))),
    CONSTRAINT paper_withdrawn_says_when_and_why CHECK (((NOT ((state)::text = 'withdrawn'::text)) OR ((withdrawn_at IS NOT NULL) AND (NOT (withdrawn_reason = ''::text)))))
);
CREATE TABLE public.govern_question (
    id uuid NOT NULL,
    text text NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    asked_from_id uuid,
    CONSTRAINT question_asks_something CHECK ((NOT (text = ''::text)))
);
CREATE TABLE public.govern_scrutiny (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    reason text NOT NULL,
    called_by_name character varying(200) NOT NULL,
    called_at timestamp with time zone NOT NULL,
    recommendation text NOT NULL,
    ended_by_name character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    called_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    hold_id uuid NOT NULL,
    after_decision boolean DEFAULT false NOT NULL,
    CONSTRAINT scrutiny_ends_with_a_recommendation_and_a_name CHECK (((ended_at IS NULL) OR ((NOT (recommendation = ''::text)) AND (NOT ((ended_by_name)::text = ''::text))))),
    CONSTRAINT scrutiny_says_why CHECK ((NOT (reason = ''::text)))
);
CREATE TABLE public.keep_to_briefingread (
    id uuid NOT NULL,
    officer_name character varying(200) NOT NULL,
    read_at timestamp with time zone NOT NULL,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    version_id uuid NOT NULL
);
CREATE TABLE public.keep_to_briefingversion (
    id uuid NOT NULL,
    number integer NOT NULL,
    buys text NOT NULL,
    who_for text NOT NULL,
    how_to_refer text NOT NULL,
    call_in_hours text NOT NULL,
    call_out_of_hours text NOT NULL,
    complaint text NOT NULL,
    concern text NOT NULL,
    challenge text NOT NULL,
    afterwards text NOT NULL,
    record_said jsonb NOT NULL,
    team_ids uuid[] NOT NULL,
    why text NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT briefing_says_what_to_do_when_it_goes_wrong CHECK (((NOT (complaint = ''::text)) AND (NOT (concern = ''::text)) AND (NOT (challenge = ''::text)) AND (number > 0))),
    CONSTRAINT briefing_written_anew_says_why CHECK (((number = 1) OR (NOT (why = ''::text)))),
    CONSTRAINT keep_to_briefingversion_number_check CHECK ((number >= 0))
);
CREATE TABLE public.keep_to_grantapplication (
    id uuid NOT NULL,
    applicant character varying(300) NOT NULL,
    purpose text NOT NULL,
    asked_pence bigint NOT NULL,
    full_cost_pence bigint NOT NULL,
    overhead_pence bigint NOT NULL,
    received_on date NOT NULL,
    state character varying(20) NOT NULL,
    decided_on date,
    decided_by_name character varying(200) NOT NULL,
    reason text NOT NULL,
    entered_by_name character varying(200) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    agreement_id uuid,
    organisation_id uuid NOT NULL,
    CONSTRAINT grant_application_costs_hold_together CHECK (((asked_pence > 0) AND (overhead_pence >= 0) AND (full_cost_pence >= overhead_pence))),
    CONSTRAINT grant_application_decided_says_when_and_why CHECK ((((decided_on IS NOT NULL) AND ((state)::text = ANY (ARRAY[('agreed'::character varying)::text, ('declined'::character varying)::text])) AND (NOT (reason = ''::text))) OR ((NOT ((state)::text = ANY (ARRAY[('agreed'::character varying)::text, ('declined'::character varying)::text]))) AND (decided_on IS NULL)))),
    CONSTRAINT grant_application_says_who_and_what_for CHECK ((((state)::text = ANY (ARRAY[('received'::character varying)::text, ('agreed'::character varying)::text, ('declined'::character varying)::text])) AND (NOT ((applicant)::text = ''::text)) AND (NOT (purpose = ''::text))))
);
CREATE TABLE public.keep_to_knownfacts (
    id uuid NOT NULL,
    route character varying(20),
    light_touch boolean,
    user_choice boolean,
    indicators_set boolean,
    advertised boolean,
    procurement_began_on date,
    invited_on date,
    award_notice_on date,
    awarded_on date,
    entered_on date,
    price_review_on date,
    insurance_ends_before date,
    accounts_year_ends_on date,
    visits_a_year smallint,
    said_by_name character varying(200) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT keep_to_knownfacts_visits_a_year_check CHECK ((visits_a_year >= 0)),
    CONSTRAINT known_route_is_known CHECK (((route IS NULL) OR ((route)::text = ANY (ARRAY[('competition'::character varying)::text, ('direct'::character varying)::text, ('urgent'::character varying)::text, ('psr_direct_a'::character varying)::text, ('psr_direct_b'::character varying)::text, ('psr_direct_c'::character varying)::text, ('psr_most_suitable'::character varying)::text, ('psr_competitive'::character varying)::text, ('psr_urgent'::character varying)::text])))),
    CONSTRAINT known_visits_are_possible CHECK (((visits_a_year IS NULL) OR ((visits_a_year >= 0) AND (visits_a_year <= 52))))
);
CREATE TABLE public.keep_to_obligation (
    id uuid NOT NULL,
    rule character varying(80) NOT NULL,
    nth smallint NOT NULL,
    words text NOT NULL,
    who character varying(200) NOT NULL,
    evidence text NOT NULL,
    basis character varying(20) NOT NULL,
    sense character varying(20) NOT NULL,
    counts_from character varying(40) NOT NULL,
    event_on date,
    last_day date,
    due_at timestamp with time zone,
    "when" text NOT NULL,
    because text NOT NULL,
    source text NOT NULL,
    verified boolean NOT NULL,
    handed_on boolean NOT NULL,
    state character varying(20) NOT NULL,
    settled_on date,
    settled_words text NOT NULL,
    document_id uuid,
    settled_by_name character varying(200) NOT NULL,
    settled_at timestamp with time zone,
    told_for date,
    first_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    owner_id uuid,
    CONSTRAINT keep_to_obligation_nth_check CHECK ((nth >= 0)),
    CONSTRAINT obligation_done_has_evidence CHECK (((NOT ((state)::text = 'done'::text)) OR (NOT (settled_words = ''::text)) OR (document_id IS NOT NULL))),
    CONSTRAINT obligation_due_has_a_day CHECK (((due_at IS NULL) OR (last_day IS NOT NULL))),
    CONSTRAINT obligation_not_needed_says_why CHECK (((NOT ((state)::text = 'not_needed'::text)) OR (NOT (settled_words = ''::text)))),
    CONSTRAINT obligation_settled_says_when_and_by_whom CHECK ((((settled_at IS NOT NULL) AND (settled_on IS NOT NULL) AND ((state)::text = ANY (ARRAY[('done'::character varying)::text, ('not_needed'::character varying)::text])) AND (NOT ((settled_by_name)::text = ''::text))) OR ((NOT ((state)::text = ANY (ARRAY[('done'::character varying)::text, ('not_needed'::character varying)::text]))) AND (settled_at IS NULL) AND (settled_on IS NULL)))),
    CONSTRAINT obligation_state_is_known CHECK ((((state)::text = ANY (ARRAY[('due'::character varying)::text, ('earlier'::character varying)::text, ('done'::character varying)::text, ('not_needed'::character varying)::text, ('replaced'::character varying)::text])) AND (nth > 0)))
);
CREATE TABLE public.keep_to_obligationchange (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    day_before date,
    day_after date,
    why text NOT NULL,
    by_name character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    obligation_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT obligation_change_says_what_and_why CHECK ((((kind)::text = ANY (ARRAY[('moved'::character varying)::text, ('reworded'::character varying)::text, ('replaced'::character varying)::text, ('returned'::character varying)::text, ('handed_on'::character varying)::text, ('done'::character varying)::text, ('not_needed'::character varying)::text, ('taken_back'::character varying)::text])) AND (NOT (why = ''::text))))
);
CREATE TABLE public.keep_to_statement (
    id uuid NOT NULL,
    year smallint NOT NULL,
    received_pence bigint NOT NULL,
    total_pence bigint NOT NULL,
    unspent_pence bigint NOT NULL,
    to_return_pence bigint NOT NULL,
    returned_on date,
    agreed_overhead_percent numeric(5,2),
    accounts_due_on date,
    accounts_received_on date,
    accounts_document_id uuid,
    entered_by_name character varying(200) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT keep_to_statement_year_check CHECK ((year >= 0)),
    CONSTRAINT statement_accounts_came_on_a_day CHECK (((accounts_document_id IS NULL) OR (accounts_received_on IS NOT NULL))),
    CONSTRAINT statement_amounts_are_not_negative CHECK (((received_pence >= 0) AND (to_return_pence >= 0) AND (total_pence >= 0))),
    CONSTRAINT statement_overhead_is_a_share CHECK (((agreed_overhead_percent IS NULL) OR ((agreed_overhead_percent >= (0)::numeric) AND (agreed_overhead_percent <= (100)::numeric)))),
    CONSTRAINT statement_returned_something CHECK (((returned_on IS NULL) OR (to_return_pence > 0))),
    CONSTRAINT statement_returns_no_more_than_is_unspent CHECK (((to_return_pence = 0) OR (to_return_pence <= unspent_pence))),
    CONSTRAINT statement_says_what_was_not_used CHECK ((unspent_pence = (received_pence - total_pence)))
);
CREATE TABLE public.keep_to_statementline (
    id uuid NOT NULL,
    place smallint NOT NULL,
    words character varying(200) NOT NULL,
    pence bigint NOT NULL,
    is_overhead boolean NOT NULL,
    organisation_id uuid NOT NULL,
    statement_id uuid NOT NULL,
    CONSTRAINT keep_to_statementline_place_check CHECK ((place >= 0)),
    CONSTRAINT statement_line_says_what_for CHECK (((NOT ((words)::text = ''::text)) AND (pence >= 0)))
);
CREATE TABLE public.keep_to_timetable (
    id uuid NOT NULL,
    facts_sha256 character varying(64) NOT NULL,
    worked_out_on date,
    worked_out_at timestamp with time zone,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL
);
CREATE TABLE public.keep_to_undertakingcheck (
    id uuid NOT NULL,
    undertaking character varying(80) NOT NULL,
    standing character varying(20) NOT NULL,
    told numeric(6,2),
    reason text NOT NULL,
    checked_by_name character varying(200) NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT undertaking_exception_says_why CHECK (((NOT ((standing)::text = 'exception'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT undertaking_standing_is_known CHECK (((standing)::text = ANY (ARRAY[('met'::character varying)::text, ('exception'::character varying)::text, ('not_assessed'::character varying)::text])))
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notify_calendarentry (
    id uuid NOT NULL,
    uid character varying(80) NOT NULL,
    sequence integer NOT NULL,
    title character varying(200) NOT NULL,
    link character varying(300) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    cancelled boolean NOT NULL,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT notify_calendarentry_sequence_check CHECK ((sequence >= 0))
);
CREATE TABLE public.notify_delivery (
    id uuid NOT NULL,
    state character varying(20) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    attempts smallint NOT NULL,
    problem character varying(200) NOT NULL,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT delivery_sent_says_when CHECK ((((sent_at IS NOT NULL) AND ((state)::text = 'sent'::text)) OR ((NOT ((state)::text = 'sent'::text)) AND (sent_at IS NULL)))),
    CONSTRAINT delivery_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('sent'::character varying)::text, ('failed'::character varying)::text, ('given_up'::character varying)::text]))),
    CONSTRAINT notify_delivery_attempts_check CHECK ((attempts >= 0))
);
CREATE TABLE public.notify_notification (
    id uuid NOT NULL,
    kind character varying(60) NOT NULL,
    subject_kind character varying(60) NOT NULL,
    subject_id character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    link character varying(300) NOT NULL,
    told_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    mail_due_at timestamp with time zone,
    delivery_id uuid,
    stands_in_for character varying(200) NOT NULL,
    CONSTRAINT notification_is_mailed_when_it_was_due CHECK (((delivery_id IS NULL) OR (mail_due_at IS NOT NULL))),
    CONSTRAINT notification_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('decide'::character varying)::text, ('decided'::character varying)::text, ('acted_first'::character varying)::text, ('overdue'::character varying)::text, ('follow_up'::character varying)::text, ('govern'::character varying)::text, ('shared'::character varying)::text, ('work'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT notification_leads_to_our_page CHECK (((link)::text ~ '^/[^/]'::text))
);
CREATE TABLE public.notify_preference (
    id uuid NOT NULL,
    pace character varying(20) NOT NULL,
    digest_at time without time zone NOT NULL,
    quiet_from time without time zone,
    quiet_until time without time zone,
    off character varying(20)[] NOT NULL,
    language character varying(10) NOT NULL,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT preference_pace_is_known CHECK (((pace)::text = ANY (ARRAY[('at_once'::character varying)::text, ('daily'::character varying)::text, ('never'::character varying)::text]))),
    CONSTRAINT preference_quiet_hours_begin_and_end CHECK ((((quiet_from IS NULL) AND (quiet_until IS NULL)) OR ((quiet_from IS NOT NULL) AND (quiet_until IS NOT NULL))))
);
CREATE TABLE public.notify_subscription (
    id uuid NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT subscription_keeps_no_secret CHECK (((token_sha256)::text ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.plan_advice (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    author character varying(200) NOT NULL,
    written_on date,
    finding text NOT NULL,
    published character varying(500) NOT NULL,
    not_needed text NOT NULL,
    document_id uuid,
    organisation_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT advice_names_author_and_day_or_says_why_not_needed CHECK (((NOT (not_needed = ''::text)) OR ((NOT ((author)::text = ''::text)) AND (written_on IS NOT NULL))))
);
CREATE TABLE public.plan_ending (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    cited_id uuid,
    reference character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    provider character varying(200) NOT NULL,
    last_day date,
    people integer,
    organisation_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT ending_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT plan_ending_people_check CHECK ((people >= 0))
);
CREATE TABLE public.plan_evidence (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    step character varying(20) NOT NULL,
    kind character varying(20) NOT NULL,
    cited_id uuid,
    title character varying(300) NOT NULL,
    said text NOT NULL,
    digest character varying(64) NOT NULL,
    link character varying(500) NOT NULL,
    organisation_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT evidence_says_what_it_is_what_it_says_and_where CHECK (((NOT ((title)::text = ''::text)) AND (NOT (said = ''::text)) AND (NOT ((link)::text = ''::text)))),
    CONSTRAINT evidence_words_are_known CHECK ((((step)::text = ANY (ARRAY[('needs'::character varying)::text, ('alternatives'::character varying)::text, ('rules'::character varying)::text, ('renewal'::character varying)::text])) AND ((kind)::text = ANY (ARRAY[('projection'::character varying)::text, ('scenario'::character varying)::text, ('analysis'::character varying)::text, ('document'::character varying)::text, ('link'::character varying)::text]))))
);
CREATE TABLE public.plan_judgement (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    option character varying(20) NOT NULL,
    criterion character varying(20) NOT NULL,
    leaning character varying(20) NOT NULL,
    benefits text NOT NULL,
    risks text NOT NULL,
    organisation_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT judgement_says_something CHECK ((NOT ((benefits = ''::text) AND ((leaning)::text = ''::text) AND (risks = ''::text)))),
    CONSTRAINT judgement_words_are_known CHECK ((((option)::text = ANY (ARRAY[('renew'::character varying)::text, ('extend'::character varying)::text, ('retender'::character varying)::text, ('join'::character varying)::text, ('grant'::character varying)::text, ('in_house'::character varying)::text, ('nothing'::character varying)::text])) AND ((criterion)::text = ANY (ARRAY[('people'::character varying)::text, ('continuity'::character varying)::text, ('quality'::character varying)::text, ('cost'::character varying)::text, ('market'::character varying)::text, ('workforce'::character varying)::text, ('effort'::character varying)::text])) AND ((leaning)::text = ANY (ARRAY[(''::character varying)::text, ('better'::character varying)::text, ('same'::character varying)::text, ('worse'::character varying)::text, ('unknown'::character varying)::text]))))
);
CREATE TABLE public.plan_sourcingdecision (
    id uuid NOT NULL,
    partnership_id uuid,
    number integer NOT NULL,
    version integer NOT NULL,
    state character varying(20) NOT NULL,
    nation character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    services character varying(40)[] NOT NULL,
    areas text NOT NULL,
    care_groups character varying(40)[] NOT NULL,
    starts_on date,
    term_months integer,
    annual_pence bigint,
    people_supported integer,
    is_new boolean,
    needs text NOT NULL,
    views text NOT NULL,
    alternatives text NOT NULL,
    rules_allow boolean,
    ground character varying(60) NOT NULL,
    ground_words text NOT NULL,
    ground_source text NOT NULL,
    ground_verified boolean NOT NULL,
    ground_why text NOT NULL,
    chosen character varying(20) NOT NULL,
    answer text NOT NULL,
    look_again_on date,
    look_again_task_id uuid,
    written_by_account uuid NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    touched_by_accounts uuid[] NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    request_id uuid,
    without jsonb NOT NULL,
    without_reason text NOT NULL,
    approved_by text NOT NULL,
    decided_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by_name character varying(200) NOT NULL,
    ended_why text NOT NULL,
    aside_asked_by_account uuid,
    aside_asked_by_name character varying(200) NOT NULL,
    aside_why text NOT NULL,
    organisation_id uuid NOT NULL,
    replaces_id uuid,
    CONSTRAINT plan_sourcingdecision_number_check CHECK ((number >= 0)),
    CONSTRAINT plan_sourcingdecision_people_supported_check CHECK ((people_supported >= 0)),
    CONSTRAINT plan_sourcingdecision_term_months_check CHECK ((term_months >= 0)),
    CONSTRAINT plan_sourcingdecision_version_check CHECK ((version >= 0)),
    CONSTRAINT sourcing_decided_names_approver_answer_and_days CHECK (((NOT ((state)::text = ANY (ARRAY[('decided'::character varying)::text, ('replaced'::character varying)::text, ('set_aside'::character varying)::text]))) OR ((decided_at IS NOT NULL) AND (look_again_on IS NOT NULL) AND (request_id IS NOT NULL) AND (starts_on IS NOT NULL) AND (NOT (approved_by = ''::text)) AND (NOT ((chosen)::text = ''::text)) AND (NOT (answer = ''::text))))),
    CONSTRAINT sourcing_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT sourcing_later_version_names_the_earlier CHECK ((((replaces_id IS NULL) AND (version = 1)) OR ((replaces_id IS NOT NULL) AND (version > 1)))),
    CONSTRAINT sourcing_over_says_when_why_and_by_whom CHECK (((NOT ((state)::text = ANY (ARRAY[('withdrawn'::character varying)::text, ('set_aside'::character varying)::text]))) OR ((ended_at IS NOT NULL) AND (NOT (ended_why = ''::text)) AND (NOT ((ended_by_name)::text = ''::text))))),
    CONSTRAINT sourcing_set_aside_is_asked_with_a_reason CHECK ((((aside_asked_by_account IS NULL) AND (aside_why = ''::text)) OR ((aside_asked_by_account IS NOT NULL) AND (NOT (aside_why = ''::text))))),
    CONSTRAINT sourcing_value_is_not_negative CHECK (((annual_pence IS NULL) OR (annual_pence >= 0))),
    CONSTRAINT sourcing_without_something_says_why CHECK (((without = '[]'::jsonb) OR (NOT (without_reason = ''::text)))),
    CONSTRAINT sourcing_words_are_known CHECK ((((state)::text = ANY (ARRAY[('draft'::character varying)::text, ('decided'::character varying)::text, ('withdrawn'::character varying)::text, ('replaced'::character varying)::text, ('set_aside'::character varying)::text])) AND ((nation)::text = ANY (ARRAY[('scotland'::character varying)::text, ('england'::character varying)::text, ('wales'::character varying)::text])) AND ((chosen)::text = ANY (ARRAY[(''::character varying)::text, ('renew'::character varying)::text, ('extend'::character varying)::text, ('retender'::character varying)::text, ('join'::character varying)::text, ('grant'::character varying)::text, ('in_house'::character varying)::text, ('nothing'::character varying)::text]))))
);
CREATE TABLE public.plan_weighed (
    id uuid NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    option character varying(20) NOT NULL,
    ruled_out text NOT NULL,
    people_moving integer,
    people_words text NOT NULL,
    annual_pence bigint,
    decision_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT option_cost_is_not_negative CHECK (((annual_pence IS NULL) OR (annual_pence >= 0))),
    CONSTRAINT option_weighed_is_known CHECK (((option)::text = ANY (ARRAY[('renew'::character varying)::text, ('extend'::character varying)::text, ('retender'::character varying)::text, ('join'::character varying)::text, ('grant'::character varying)::text, ('in_house'::character varying)::text, ('nothing'::character varying)::text]))),
    CONSTRAINT plan_weighed_people_moving_check CHECK ((people_moving >= 0))
);
CREATE TABLE public.platform_account (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    is_active boolean NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    enabled_at timestamp with time zone,
    warned_at timestamp with time zone,
    opens_by_link_from timestamp with time zone,
    CONSTRAINT account_disabled_is_not_active CHECK (((disabled_at IS NULL) OR (NOT is_active))),
    CONSTRAINT account_email_in_small_letters CHECK (((email)::text = lower((email)::text)))
);
CREATE TABLE public.platform_auditevent (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    act character varying(60) NOT NULL,
    subject_kind character varying(60) NOT NULL,
    subject_id character varying(100) NOT NULL,
    organisation_id uuid,
    by_id character varying(40) NOT NULL,
    by_name character varying(200) NOT NULL,
    reason text NOT NULL,
    facts jsonb NOT NULL,
    erased_at timestamp with time zone,
    leaf bytea NOT NULL,
    salt bytea,
    words_digest bytea NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_in bigint NOT NULL,
    CONSTRAINT audit_event_erased_holds_no_words CHECK ((((erased_at IS NULL) AND (salt IS NOT NULL)) OR (((by_name)::text = ''::text) AND (erased_at IS NOT NULL) AND (facts = '{}'::jsonb) AND (reason = ''::text) AND (salt IS NULL)))),
    CONSTRAINT audit_event_says_who_did_what CHECK (((NOT ((act)::text = ''::text)) AND (NOT ((subject_kind)::text = ''::text)) AND ((NOT ((by_name)::text = ''::text)) OR (erased_at IS NOT NULL))))
);
CREATE TABLE public.platform_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE TABLE public.platform_contact (
    id uuid NOT NULL,
    service_area character varying(40) NOT NULL,
    is_lead boolean NOT NULL,
    team character varying(120) NOT NULL,
    ask_about character varying(200) NOT NULL,
    shown_name character varying(200) NOT NULL,
    shown_job_title character varying(200) NOT NULL,
    shown_email character varying(254) NOT NULL,
    shown_phone character varying(40) NOT NULL,
    named_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    provider_id uuid,
    CONSTRAINT contact_is_for_an_area_or_a_provider CHECK (((NOT ((service_area)::text = ''::text)) OR (provider_id IS NOT NULL)))
);
CREATE TABLE public.platform_cover (
    id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_before date NOT NULL,
    arranged_at timestamp with time zone NOT NULL,
    called_off_at timestamp with time zone,
    absent_id uuid NOT NULL,
    deputy_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT cover_ends_after_it_starts CHECK ((ends_before > starts_on)),
    CONSTRAINT cover_is_by_somebody_else CHECK ((NOT (absent_id = deputy_id)))
);
CREATE TABLE public.platform_document (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    retention_class character varying(20) NOT NULL,
    organisation_id uuid,
    disposed_at timestamp with time zone,
    disposed_by_name character varying(200) NOT NULL,
    held_at timestamp with time zone,
    held_by_id uuid,
    held_by_name character varying(200) NOT NULL,
    hold_reason text NOT NULL,
    kept_until date,
    newest integer NOT NULL,
    placement_id uuid,
    kind character varying(10) DEFAULT 'file'::character varying NOT NULL,
    CONSTRAINT document_disposal_names_a_person_and_a_time CHECK ((((disposed_at IS NULL) AND ((disposed_by_name)::text = ''::text)) OR ((disposed_at IS NOT NULL) AND (NOT ((disposed_by_name)::text = ''::text))))),
    CONSTRAINT document_held_is_kept CHECK (((held_at IS NULL) OR (disposed_at IS NULL))),
    CONSTRAINT document_hold_says_who_and_why CHECK ((((held_at IS NULL) AND (held_by_id IS NULL) AND ((held_by_name)::text = ''::text) AND (hold_reason = ''::text)) OR ((held_at IS NOT NULL) AND (NOT ((held_by_name)::text = ''::text)) AND (NOT (hold_reason = ''::text))))),
    CONSTRAINT document_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('file'::character varying)::text, ('data'::character varying)::text, ('letter'::character varying)::text, ('report'::character varying)::text]))),
    CONSTRAINT document_retention_is_known CHECK (((retention_class)::text = ANY (ARRAY[('while_in_use'::character varying)::text, ('one_week'::character varying)::text, ('one_year'::character varying)::text, ('six_years'::character varying)::text, ('seven_years'::character varying)::text, ('permanent'::character varying)::text]))),
    CONSTRAINT platform_document_newest_check CHECK ((newest >= 0))
);
CREATE TABLE public.platform_documentversion (
    id uuid NOT NULL,
    number integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type character varying(120) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    stored_as character varying(200),
    reason text NOT NULL,
    uploaded_by_name character varying(200) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    document_id uuid NOT NULL,
    organisation_id uuid,
    uploaded_by_id uuid,
    CONSTRAINT document_digest_is_sha256 CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT platform_documentversion_number_check CHECK ((number >= 0)),
    CONSTRAINT platform_documentversion_size_check CHECK ((size >= 0)),
    CONSTRAINT version_later_than_first_says_why CHECK (((number = 1) OR (NOT (reason = ''::text))))
);
CREATE TABLE public.platform_escalationstep (
    id uuid NOT NULL,
    service_area character varying(40) NOT NULL,
    level smallint NOT NULL,
    within_working_days smallint NOT NULL,
    shown_name character varying(200) NOT NULL,
    shown_job_title character varying(200) NOT NULL,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT escalation_answers_within_working_days CHECK (((level >= 1) AND (within_working_days >= 1) AND (within_working_days <= 60))),
    CONSTRAINT platform_escalationstep_level_check CHECK ((level >= 0)),
    CONSTRAINT platform_escalationstep_within_working_days_check CHECK ((within_working_days >= 0))
);
CREATE TABLE public.platform_factorreset (
    id uuid NOT NULL,
    identity_checked character varying(500) NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_by_name character varying(200) NOT NULL,
    confirmed_at timestamp with time zone,
    confirmer_checked character varying(500) NOT NULL,
    token_digest character varying(64),
    link_ends_at timestamp with time zone,
    used_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_by_name character varying(200) NOT NULL,
    asked_by_id uuid NOT NULL,
    confirmed_by_id uuid,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT factor_reset_confirmed_is_not_withdrawn CHECK (((withdrawn_at IS NULL) OR (confirmed_at IS NULL))),
    CONSTRAINT factor_reset_confirmed_opens_one_link CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL) AND (link_ends_at IS NULL) AND (token_digest IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL) AND (link_ends_at > confirmed_at) AND (link_ends_at IS NOT NULL) AND (token_digest IS NOT NULL)))),
    CONSTRAINT factor_reset_is_asked_by_another CHECK ((NOT (asked_by_id = officer_id))),
    CONSTRAINT factor_reset_is_used_while_its_link_works CHECK (((used_at IS NULL) OR ((confirmed_at IS NOT NULL) AND (used_at >= confirmed_at) AND (used_at < link_ends_at)))),
    CONSTRAINT factor_reset_takes_a_second_person CHECK (((confirmed_by_id IS NULL) OR ((NOT ((confirmed_by_id = asked_by_id) AND (confirmed_by_id IS NOT NULL))) AND (NOT ((confirmed_by_id = officer_id) AND (confirmed_by_id IS NOT NULL))))))
);
CREATE TABLE public.platform_grouprole (
    id uuid NOT NULL,
    "group" character varying(200) NOT NULL,
    role character varying(40) NOT NULL,
    administrator_declared boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT group_role_administrator_is_declared CHECK (((NOT ((role)::text = 'system_administrator'::text)) OR administrator_declared)),
    CONSTRAINT group_role_names_both CHECK (((NOT (("group")::text = ''::text)) AND (NOT ((role)::text = ''::text))))
);
CREATE TABLE public.platform_invitation (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    job_title character varying(200) NOT NULL,
    roles jsonb NOT NULL,
    provider_name character varying(200) NOT NULL,
    provider_number character varying(20) NOT NULL,
    proof text NOT NULL,
    proof_document uuid,
    for_kind character varying(60) NOT NULL,
    for_id uuid,
    token_digest character varying(64) NOT NULL,
    invited_by_name character varying(200) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    invited_by_id uuid,
    organisation_id uuid NOT NULL,
    accepted_by_id uuid,
    CONSTRAINT invitation_accepted_is_not_withdrawn CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT invitation_accepted_says_by_whom CHECK ((((accepted_at IS NULL) AND (accepted_by_id IS NULL)) OR ((accepted_at IS NOT NULL) AND (accepted_by_id IS NOT NULL)))),
    CONSTRAINT invitation_ends_after_it_is_sent CHECK ((expires_at > sent_at)),
    CONSTRAINT invitation_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('officer'::character varying)::text, ('provider'::character varying)::text, ('representative'::character varying)::text]))),
    CONSTRAINT invitation_of_a_provider_rests_on_proof CHECK (((NOT ((kind)::text = 'provider'::text)) OR ((NOT ((provider_name)::text = ''::text)) AND (NOT ((provider_number)::text = ''::text)) AND (NOT (proof = ''::text)))))
);
CREATE TABLE public.platform_job (
    id uuid NOT NULL,
    kind character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    requested_by_name character varying(200) NOT NULL,
    state character varying(20) NOT NULL,
    step character varying(200) NOT NULL,
    done bigint NOT NULL,
    total bigint,
    outcome text NOT NULL,
    result_kind character varying(60) NOT NULL,
    result_id uuid,
    result_link character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    news_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    requested_by_id uuid,
    organisation_id uuid NOT NULL,
    CONSTRAINT job_done_is_at_most_its_total CHECK (((total IS NULL) OR (done <= total))),
    CONSTRAINT job_ended_says_when CHECK ((((ended_at IS NOT NULL) AND ((state)::text = ANY (ARRAY[('cancelled'::character varying)::text, ('done'::character varying)::text, ('failed'::character varying)::text]))) OR ((NOT ((state)::text = ANY (ARRAY[('cancelled'::character varying)::text, ('done'::character varying)::text, ('failed'::character varying)::text]))) AND (ended_at IS NULL)))),
    CONSTRAINT job_result_is_a_page_of_ours CHECK ((((result_link)::text = ''::text) OR ((result_link)::text ~ '^/[^/]'::text))),
    CONSTRAINT job_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('running'::character varying)::text, ('done'::character varying)::text, ('failed'::character varying)::text, ('cancelled'::character varying)::text]))),
    CONSTRAINT platform_job_done_check CHECK ((done >= 0)),
    CONSTRAINT platform_job_total_check CHECK ((total >= 0))
);
CREATE TABLE public.platform_leadofficer (
    id uuid NOT NULL,
    duty character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    named_by_name character varying(200) NOT NULL,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT lead_officer_duty_is_known CHECK (((duty)::text = ANY (ARRAY[('adult_protection'::character varying)::text, ('child_protection'::character varying)::text, ('self_directed_support'::character varying)::text, ('unpaid_carers'::character varying)::text, ('commissioning'::character varying)::text, ('voluntary_sector'::character varying)::text]))),
    CONSTRAINT lead_officer_ends_after_starting CHECK (((ends_before IS NULL) OR (ends_before >= starts_on)))
);
CREATE TABLE public.platform_locality (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    covers character varying(300) NOT NULL,
    named_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL
);
CREATE TABLE public.platform_officer (
    id uuid NOT NULL,
    job_title character varying(200) NOT NULL,
    active boolean NOT NULL,
    enrolled_at timestamp with time zone NOT NULL,
    deactivated_at timestamp with time zone,
    account_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT officer_inactive_says_since_when CHECK (((active AND (deactivated_at IS NULL)) OR ((NOT active) AND (deactivated_at IS NOT NULL))))
);
CREATE TABLE public.platform_officerrole (
    id uuid NOT NULL,
    role character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    officer_id uuid NOT NULL,
    from_group character varying(200) NOT NULL,
    CONSTRAINT officer_role_ends_after_it_starts CHECK (((ends_before IS NULL) OR (ends_before > starts_on))),
    CONSTRAINT officer_role_is_known CHECK (((role)::text = ANY (ARRAY[('commissioner'::character varying)::text, ('procurement_officer'::character varying)::text, ('broker'::character varying)::text, ('social_worker'::character varying)::text, ('team_manager'::character varying)::text, ('hospital_discharge_coordinator'::character varying)::text, ('contract_manager'::character varying)::text, ('quality_and_protection_lead'::character varying)::text, ('budget_holder'::character varying)::text, ('finance_officer'::character varying)::text, ('legal_adviser'::character varying)::text, ('authorising_director'::character varying)::text, ('chief_finance_officer'::character varying)::text, ('chief_social_work_officer'::character varying)::text, ('evaluator'::character varying)::text, ('deciding_member'::character varying)::text, ('scrutiny_member'::character varying)::text, ('committee_clerk'::character varying)::text, ('internal_auditor'::character varying)::text, ('system_administrator'::character varying)::text, ('joint_commissioner'::character varying)::text, ('chief_officer'::character varying)::text, ('bid_writer'::character varying)::text, ('registered_manager'::character varying)::text, ('finance_clerk'::character varying)::text, ('voluntary_sector_coordinator'::character varying)::text, ('carers_support_worker'::character varying)::text, ('regional_coordinator'::character varying)::text, ('market_analyst'::character varying)::text])))
);
CREATE TABLE public.platform_organisation (
    id uuid NOT NULL,
    kind character varying(30) NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(80) NOT NULL,
    area_code character varying(12),
    practice boolean NOT NULL,
    CONSTRAINT organisation_area_code_is_given_or_null CHECK ((NOT (((area_code)::text = ''::text) AND (area_code IS NOT NULL)))),
    CONSTRAINT organisation_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('council'::character varying)::text, ('health_board'::character varying)::text, ('integration_authority'::character varying)::text, ('integrated_care_board'::character varying)::text, ('provider'::character varying)::text, ('voluntary_sector_interface'::character varying)::text, ('carers_centre'::character varying)::text, ('regional'::character varying)::text, ('national'::character varying)::text])))
);
CREATE TABLE public.platform_partnership (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    purpose text NOT NULL,
    formed_at timestamp with time zone NOT NULL,
    ends_before date,
    organisation_id uuid NOT NULL
);
CREATE TABLE public.platform_partnershipmember (
    id uuid NOT NULL,
    share integer,
    agreed_at timestamp with time zone,
    agreed_by_name character varying(200) NOT NULL,
    leaves_before date,
    organisation_id uuid NOT NULL,
    terms_id uuid NOT NULL,
    CONSTRAINT partnership_member_agreed_says_who_and_when CHECK ((((agreed_at IS NULL) AND ((agreed_by_name)::text = ''::text)) OR ((agreed_at IS NOT NULL) AND (NOT ((agreed_by_name)::text = ''::text))))),
    CONSTRAINT partnership_member_pays_at_most_the_pool CHECK (((share IS NULL) OR (share <= 10000))),
    CONSTRAINT platform_partnershipmember_share_check CHECK ((share >= 0))
);
CREATE TABLE public.platform_partnershipsharing (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    level character varying(10) NOT NULL,
    terms_id uuid NOT NULL,
    CONSTRAINT partnership_shares_kind_by_kind CHECK ((((kind)::text ~ '^[a-z_]+$'::text) AND (NOT ((kind)::text = 'all'::text)))),
    CONSTRAINT partnership_sharing_level_is_known CHECK (((level)::text = ANY (ARRAY[('see'::character varying)::text, ('comment'::character varying)::text, ('decide'::character varying)::text])))
);
CREATE TABLE public.platform_partnershipterms (
    id uuid NOT NULL,
    number integer NOT NULL,
    starts_on date NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by_name character varying(200) NOT NULL,
    partnership_id uuid NOT NULL,
    CONSTRAINT platform_partnershipterms_number_check CHECK ((number >= 0))
);
CREATE TABLE public.platform_personalaccess (
    id uuid NOT NULL,
    subject_id uuid NOT NULL,
    capacity character varying(20) NOT NULL,
    ground character varying(30) NOT NULL,
    may_see character varying(20)[] NOT NULL,
    may_decide character varying(20)[] NOT NULL,
    proof character varying(300) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    confirmed_by_name character varying(200) NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    agreed_at timestamp with time zone,
    agreed_by_name character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    ended_by_name character varying(200) NOT NULL,
    end_reason character varying(300) NOT NULL,
    account_id uuid NOT NULL,
    confirmed_by_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT personal_access_by_law_names_its_proof CHECK (((NOT ((ground)::text = ANY (ARRAY[('advocacy_appointment'::character varying)::text, ('guardianship_order'::character varying)::text, ('power_of_attorney'::character varying)::text]))) OR (NOT ((proof)::text = ''::text)))),
    CONSTRAINT personal_access_ended_says_by_whom CHECK ((((ended_at IS NULL) AND ((ended_by_name)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (NOT ((ended_by_name)::text = ''::text))))),
    CONSTRAINT personal_access_ends_after_it_starts CHECK (((ends_before IS NULL) OR (ends_before > starts_on))),
    CONSTRAINT personal_access_names_known_parts CHECK (((may_see <@ ARRAY['record'::character varying(20), 'support'::character varying(20), 'decisions'::character varying(20), 'looks'::character varying(20), 'consent'::character varying(20)]) AND (
CASE
    WHEN (may_see IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(may_see, 1), 0)
END > 0) AND (may_decide <@ ARRAY['consent'::character varying(20)]))),
    CONSTRAINT personal_access_says_as_what_and_by_what_right CHECK ((((capacity)::text = ANY (ARRAY[('person'::character varying)::text, ('carer'::character varying)::text, ('advocate'::character varying)::text, ('attorney'::character varying)::text, ('guardian'::character varying)::text])) AND ((ground)::text = ANY (ARRAY[('self'::character varying)::text, ('consent'::character varying)::text, ('power_of_attorney'::character varying)::text, ('guardianship_order'::character varying)::text, ('advocacy_appointment'::character varying)::text]))))
);
CREATE TABLE public.platform_sentintent (
    id uuid NOT NULL,
    by_id character varying(40) NOT NULL,
    key uuid NOT NULL,
    fingerprint character varying(64) NOT NULL,
    result character varying(200) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT intent_fingerprint_is_sha256 CHECK (((fingerprint)::text ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.platform_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    reference uuid NOT NULL,
    acts_for uuid,
    device character varying(60) NOT NULL,
    place character varying(60) NOT NULL,
    began_at timestamp with time zone,
    used_at timestamp with time zone,
    account_id uuid
);
CREATE TABLE public.platform_signinlock (
    address_digest character varying(64) NOT NULL,
    failures smallint NOT NULL,
    first_at timestamp with time zone NOT NULL,
    locked_until timestamp with time zone,
    CONSTRAINT platform_signinlock_failures_check CHECK ((failures >= 0)),
    CONSTRAINT sign_in_lock_keeps_no_address CHECK (((address_digest)::text ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.platform_team (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    service_areas character varying(40)[] NOT NULL,
    formed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    lead_id uuid NOT NULL,
    locality_id uuid,
    organisation_id uuid NOT NULL,
    CONSTRAINT team_works_on_something CHECK ((
CASE
    WHEN (service_areas IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(service_areas, 1), 0)
END >= 1))
);
CREATE TABLE public.platform_teammember (
    id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    officer_id uuid NOT NULL,
    team_id uuid NOT NULL,
    CONSTRAINT team_member_leaves_after_joining CHECK (((ends_before IS NULL) OR (ends_before > starts_on)))
);
CREATE TABLE public.platform_trainingtaken (
    id uuid NOT NULL,
    course character varying(40) NOT NULL,
    taken_on date NOT NULL,
    valid_until date NOT NULL,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    document_id uuid,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT training_counts_once_taken CHECK ((valid_until > taken_on)),
    CONSTRAINT training_is_recorded_by_another CHECK ((NOT (recorded_by_id = officer_id)))
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.register_activity (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    provider_id character varying(100) NOT NULL,
    service_id character varying(100) NOT NULL,
    area_code character varying(12) NOT NULL,
    "on" date NOT NULL,
    quantity numeric(12,2) NOT NULL,
    unit character varying(20) NOT NULL,
    source character varying(200) NOT NULL,
    organisation_id uuid NOT NULL,
    person_id uuid,
    CONSTRAINT activity_is_not_negative CHECK ((quantity >= (0)::numeric)),
    CONSTRAINT activity_says_what_and_who_says_so CHECK (((NOT ((kind)::text = ''::text)) AND (NOT ((unit)::text = ''::text)) AND (NOT ((source)::text = ''::text))))
);
ALTER TABLE public.register_activity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_activity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.register_capacityreport (
    id uuid NOT NULL,
    area_kind character varying(30) NOT NULL,
    area_code character varying(20) NOT NULL,
    area_name character varying(200) NOT NULL,
    support character varying(20) NOT NULL,
    measure character varying(20) NOT NULL,
    amount numeric(10,1) NOT NULL,
    since date NOT NULL,
    planned boolean NOT NULL,
    provider_name character varying(200) NOT NULL,
    said_by character varying(200) NOT NULL,
    source text NOT NULL,
    reported_by_name character varying(200) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    taken_back_by_name character varying(200) NOT NULL,
    taken_back_at timestamp with time zone,
    taken_back_reason text NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT capacity_is_in_the_measure_of_its_support CHECK (((((measure)::text = 'hours_a_week'::text) AND ((support)::text = 'care_at_home'::text)) OR (((measure)::text = 'places'::text) AND ((support)::text = 'care_home'::text)))),
    CONSTRAINT capacity_is_not_negative CHECK ((amount >= (0)::numeric)),
    CONSTRAINT capacity_says_who_says_so CHECK (((NOT ((said_by)::text = ''::text)) AND (NOT (source = ''::text)))),
    CONSTRAINT capacity_taken_back_names_a_person_a_time_and_a_reason CHECK ((((taken_back_at IS NULL) AND ((taken_back_by_name)::text = ''::text) AND (taken_back_reason = ''::text)) OR ((taken_back_at IS NOT NULL) AND (NOT ((taken_back_by_name)::text = ''::text)) AND (NOT (taken_back_reason = ''::text)))))
);
CREATE TABLE public.register_correction (
    id uuid NOT NULL,
    reason text NOT NULL,
    decided_by_name character varying(200) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    withdrawn_by_name character varying(200) NOT NULL,
    withdrawn_at timestamp with time zone,
    service_id character varying(100) NOT NULL,
    as_at date NOT NULL,
    "column" character varying(40) NOT NULL,
    old_value character varying(300) NOT NULL,
    new_value character varying(300) NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT correction_says_how_it_is_known CHECK ((NOT (reason = ''::text)))
);
CREATE TABLE public.register_dataset (
    id uuid NOT NULL,
    state character varying(20) NOT NULL,
    file_name character varying(255) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    kind character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    publisher character varying(200) NOT NULL,
    licence character varying(200) NOT NULL,
    as_at date,
    hints jsonb NOT NULL,
    summary jsonb NOT NULL,
    problem text NOT NULL,
    rows_read bigint NOT NULL,
    rows_kept bigint NOT NULL,
    rows_doubtful bigint NOT NULL,
    rows_refused bigint NOT NULL,
    uploaded_by_name character varying(200) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    imported_by_name character varying(200) NOT NULL,
    imported_at timestamp with time zone,
    job_id uuid,
    document_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT dataset_doubts_only_what_it_keeps CHECK ((rows_doubtful <= rows_kept)),
    CONSTRAINT dataset_imported_says_when CHECK (((NOT ((state)::text = 'imported'::text)) OR (imported_at IS NOT NULL))),
    CONSTRAINT dataset_loses_no_row CHECK ((rows_read = (rows_kept + rows_refused))),
    CONSTRAINT dataset_state_is_known CHECK (((state)::text = ANY (ARRAY[('uploaded'::character varying)::text, ('read'::character varying)::text, ('unreadable'::character varying)::text, ('imported'::character varying)::text, ('discarded'::character varying)::text, ('undone'::character varying)::text]))),
    CONSTRAINT register_dataset_rows_doubtful_check CHECK ((rows_doubtful >= 0)),
    CONSTRAINT register_dataset_rows_kept_check CHECK ((rows_kept >= 0)),
    CONSTRAINT register_dataset_rows_read_check CHECK ((rows_read >= 0)),
    CONSTRAINT register_dataset_rows_refused_check CHECK ((rows_refused >= 0)),
    CONSTRAINT register_dataset_size_check CHECK ((size >= 0))
);
CREATE TABLE public.register_datasettable (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    rows bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    stored_as character varying(200) NOT NULL,
    dataset_id uuid NOT NULL,
    CONSTRAINT register_datasettable_rows_check CHECK ((rows >= 0))
);
ALTER TABLE public.register_datasettable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_datasettable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.register_groupdecision (
    id uuid NOT NULL,
    reason text NOT NULL,
    decided_by_name character varying(200) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    withdrawn_by_name character varying(200) NOT NULL,
    withdrawn_at timestamp with time zone,
    group_id character varying(500) NOT NULL,
    group_name character varying(300) NOT NULL,
    is_one boolean NOT NULL,
    organisation_id uuid NOT NULL
);
CREATE TABLE public.register_look (
    id uuid NOT NULL,
    by_name character varying(200) NOT NULL,
    job_title character varying(200) NOT NULL,
    purpose character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    opening_id uuid,
    person_id uuid NOT NULL,
    CONSTRAINT look_by_an_officer_names_its_opening CHECK (((opening_id IS NOT NULL) OR ((purpose)::text = 'representing'::text))),
    CONSTRAINT look_purpose_is_known CHECK (((purpose)::text = ANY (ARRAY[('assessing'::character varying)::text, ('arranging'::character varying)::text, ('paying'::character varying)::text, ('reviewing'::character varying)::text, ('safeguarding'::character varying)::text, ('audit'::character varying)::text, ('complaint'::character varying)::text, ('representing'::character varying)::text])))
);
CREATE TABLE public.register_opening (
    id uuid NOT NULL,
    purpose character varying(20) NOT NULL,
    why character varying(300) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    open_until timestamp with time zone NOT NULL,
    officer_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT opening_ends_after_it_begins CHECK ((open_until > opened_at)),
    CONSTRAINT opening_purpose_is_known CHECK (((purpose)::text = ANY (ARRAY[('assessing'::character varying)::text, ('arranging'::character varying)::text, ('paying'::character varying)::text, ('reviewing'::character varying)::text, ('safeguarding'::character varying)::text, ('audit'::character varying)::text, ('complaint'::character varying)::text, ('representing'::character varying)::text]))),
    CONSTRAINT opening_says_why CHECK ((NOT ((why)::text = ''::text)))
);
CREATE TABLE public.register_person (
    id uuid NOT NULL,
    reference character varying(40) NOT NULL,
    area_code character varying(12) NOT NULL,
    area_name character varying(100) NOT NULL,
    age_band character varying(8) NOT NULL,
    care_groups character varying(30)[] NOT NULL,
    need_level character varying(20) NOT NULL,
    added_by_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT person_age_band_is_known CHECK (((age_band)::text = ANY (ARRAY[(''::character varying)::text, ('0-17'::character varying)::text, ('18-64'::character varying)::text, ('65-74'::character varying)::text, ('75-84'::character varying)::text, ('85+'::character varying)::text]))),
    CONSTRAINT person_care_groups_are_known CHECK ((care_groups <@ ARRAY['carer'::character varying(30), 'child'::character varying(30), 'dementia'::character varying(30), 'learning_disability'::character varying(30), 'mental_health'::character varying(30), 'older_people'::character varying(30), 'physical_disability'::character varying(30), 'sensory'::character varying(30), 'substance_use'::character varying(30)])),
    CONSTRAINT person_need_level_is_known CHECK (((need_level)::text = ANY (ARRAY[(''::character varying)::text, ('critical'::character varying)::text, ('eligible'::character varying)::text, ('low'::character varying)::text, ('moderate'::character varying)::text, ('not_eligible'::character varying)::text, ('substantial'::character varying)::text]))),
    CONSTRAINT person_reference_is_no_name CHECK (((reference)::text ~ '^[A-Z0-9][A-Z0-9/-]*[0-9][A-Z0-9/-]*$'::text))
);
CREATE TABLE public.register_publicrundecision (
    id uuid NOT NULL,
    reason text NOT NULL,
    decided_by_name character varying(200) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    withdrawn_by_name character varying(200) NOT NULL,
    withdrawn_at timestamp with time zone,
    service_id character varying(100) NOT NULL,
    public_class character varying(20) NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT public_run_decision_names_a_class CHECK (((public_class)::text = ANY (ARRAY[(''::character varying)::text, ('council'::character varying)::text, ('council_company'::character varying)::text, ('health_board'::character varying)::text])))
);
CREATE TABLE public.register_servicereading (
    id bigint NOT NULL,
    source_row integer NOT NULL,
    service_id character varying(100) NOT NULL,
    as_at date NOT NULL,
    register character varying(30) NOT NULL,
    name character varying(300) NOT NULL,
    kind character varying(160) NOT NULL,
    care_service character varying(100) NOT NULL,
    care_group character varying(30) NOT NULL,
    sector character varying(20) NOT NULL,
    public_class character varying(20) NOT NULL,
    public_basis character varying(300) NOT NULL,
    provider_id character varying(100) NOT NULL,
    provider_name character varying(300) NOT NULL,
    status character varying(60) NOT NULL,
    counting character varying(10) NOT NULL,
    town character varying(100) NOT NULL,
    postcode character varying(10) NOT NULL,
    council_code character varying(9) NOT NULL,
    council_name character varying(100) NOT NULL,
    places integer,
    beds integer,
    staff_wte double precision,
    min_grade smallint,
    graded_on date,
    dataset_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT register_servicereading_source_row_check CHECK ((source_row >= 0)),
    CONSTRAINT service_says_whether_it_counts CHECK (((counting)::text = ANY (ARRAY[('counted'::character varying)::text, ('doubtful'::character varying)::text, ('apart'::character varying)::text])))
);
ALTER TABLE public.register_servicereading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_servicereading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id uuid NOT NULL
);
ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);
ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);
ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.uplift_floorreason (
    id uuid NOT NULL,
    price_line_id uuid NOT NULL,
    price_pence bigint NOT NULL,
    floor_pence bigint NOT NULL,
    reason text NOT NULL,
    signed_by_account uuid NOT NULL,
    signed_by_name character varying(200) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    round_id uuid NOT NULL,
    CONSTRAINT floor_reason_says_why_below CHECK (((NOT (reason = ''::text)) AND (price_pence < floor_pence)))
);
CREATE TABLE public.uplift_payseen (
    id uuid NOT NULL,
    provider_key character varying(300) NOT NULL,
    provider_name character varying(300) NOT NULL,
    pence_an_hour integer NOT NULL,
    paid_on date NOT NULL,
    source character varying(300) NOT NULL,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    document_id uuid,
    organisation_id uuid NOT NULL,
    CONSTRAINT pay_seen_says_where CHECK (((pence_an_hour > 0) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT uplift_payseen_pence_an_hour_check CHECK ((pence_an_hour >= 0))
);
CREATE TABLE public.uplift_provideranswer (
    id uuid NOT NULL,
    provider_key character varying(300) NOT NULL,
    provider_name character varying(300) NOT NULL,
    number smallint NOT NULL,
    said character varying(20) NOT NULL,
    said_on date NOT NULL,
    answer_by date,
    words text NOT NULL,
    requested_pence bigint,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    evidence_id uuid,
    organisation_id uuid NOT NULL,
    round_id uuid NOT NULL,
    figures character varying(64) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT provider_asked_has_a_day_to_answer CHECK (((NOT ((said)::text = 'sent'::text)) OR (answer_by IS NOT NULL))),
    CONSTRAINT provider_dispute_says_why CHECK ((((said)::text = ANY (ARRAY[('sent'::character varying)::text, ('accepted'::character varying)::text])) OR (NOT (words = ''::text)))),
    CONSTRAINT provider_said_is_known CHECK (((said)::text = ANY (ARRAY[('requested'::character varying)::text, ('sent'::character varying)::text, ('accepted'::character varying)::text, ('disputed'::character varying)::text, ('settled'::character varying)::text]))),
    CONSTRAINT uplift_provideranswer_number_check CHECK ((number >= 0))
);
CREATE TABLE public.uplift_reading (
    id uuid NOT NULL,
    number smallint NOT NULL,
    digest character varying(64) NOT NULL,
    reader_account uuid NOT NULL,
    reader_name character varying(200) NOT NULL,
    chosen_by_account uuid NOT NULL,
    chosen_by_name character varying(200) NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    state character varying(20) NOT NULL,
    answered_at timestamp with time zone,
    words text NOT NULL,
    organisation_id uuid NOT NULL,
    reader_id uuid NOT NULL,
    round_id uuid NOT NULL,
    CONSTRAINT reading_answered_says_when CHECK ((((answered_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT reading_is_by_a_second_person CHECK ((NOT (reader_account = chosen_by_account))),
    CONSTRAINT reading_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('right'::character varying)::text, ('wrong'::character varying)::text, ('sent_back'::character varying)::text, ('called_off'::character varying)::text]))),
    CONSTRAINT uplift_reading_number_check CHECK ((number >= 0))
);
CREATE TABLE public.uplift_readline (
    id uuid NOT NULL,
    place smallint NOT NULL,
    reference character varying(20) NOT NULL,
    priced character varying(500) NOT NULL,
    source character varying(300) NOT NULL,
    old_pence bigint NOT NULL,
    expected_pence bigint NOT NULL,
    answered_pence bigint,
    organisation_id uuid NOT NULL,
    reading_id uuid NOT NULL,
    why character varying(20) DEFAULT 'by_chance'::character varying NOT NULL,
    one_person boolean DEFAULT true NOT NULL,
    CONSTRAINT read_line_says_why CHECK (((why)::text = ANY (ARRAY[('agreed'::character varying)::text, ('rises_most'::character varying)::text, ('costs_most'::character varying)::text, ('by_chance'::character varying)::text]))),
    CONSTRAINT uplift_readline_place_check CHECK ((place >= 0))
);
CREATE TABLE public.uplift_rounddraft (
    id uuid NOT NULL,
    touched_by_accounts uuid[] NOT NULL,
    by_name character varying(200) NOT NULL,
    answers jsonb NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    round_id uuid,
    CONSTRAINT uplift_draft_says_something_and_whose CHECK (((NOT (answers = '{}'::jsonb)) AND (
CASE
    WHEN (touched_by_accounts IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(touched_by_accounts, 1), 0)
END > 0)))
);
CREATE TABLE public.uplift_settlement (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    unit character varying(10) NOT NULL,
    rise numeric(7,5) NOT NULL,
    effective_on date NOT NULL,
    agreed_on date NOT NULL,
    source character varying(300) NOT NULL,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT settlement_says_what_and_where CHECK ((((unit)::text = ANY (ARRAY[('hour'::character varying)::text, ('visit'::character varying)::text, ('day'::character varying)::text, ('night'::character varying)::text, ('week'::character varying)::text, ('session'::character varying)::text, ('one_off'::character varying)::text])) AND (NOT ((name)::text = ''::text)) AND (NOT ((source)::text = ''::text)) AND (rise > ('-1'::integer)::numeric)))
);
CREATE TABLE public.uplift_upliftline (
    id uuid NOT NULL,
    place integer NOT NULL,
    agreement_id uuid NOT NULL,
    reference character varying(20) NOT NULL,
    one_person boolean NOT NULL,
    provider_key character varying(300) NOT NULL,
    provider_name character varying(300) NOT NULL,
    priced character varying(500) NOT NULL,
    price_line_id uuid NOT NULL,
    new_line_id uuid NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    old_pence bigint NOT NULL,
    new_pence bigint,
    source character varying(300) NOT NULL,
    left_out character varying(20)[] NOT NULL,
    counted character varying(20) NOT NULL,
    quantity numeric(16,3) NOT NULL,
    spend_now_pence bigint NOT NULL,
    effect_pence bigint NOT NULL,
    floor_pence bigint,
    floor character varying(20) NOT NULL,
    owed_pence bigint,
    organisation_id uuid NOT NULL,
    round_id uuid NOT NULL,
    unit character varying(10) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT uplift_line_has_a_price_or_a_reason CHECK ((((left_out = '{}'::character varying(20)[]) AND (new_pence IS NOT NULL)) OR ((new_pence IS NULL) AND (NOT (left_out = '{}'::character varying(20)[]))))),
    CONSTRAINT uplift_upliftline_place_check CHECK ((place >= 0))
);
CREATE TABLE public.uplift_upliftprovider (
    id uuid NOT NULL,
    key character varying(300) NOT NULL,
    name character varying(300) NOT NULL,
    lines integer NOT NULL,
    left_out integer NOT NULL,
    people integer,
    main character varying(500) NOT NULL,
    main_old_pence bigint,
    main_new_pence bigint,
    spend_now_pence bigint NOT NULL,
    effect_pence bigint NOT NULL,
    below integer NOT NULL,
    explained integer NOT NULL,
    shortfall_pence bigint NOT NULL,
    organisation_id uuid NOT NULL,
    round_id uuid NOT NULL,
    figures character varying(64) DEFAULT ''::character varying NOT NULL,
    open_to_all jsonb,
    CONSTRAINT uplift_upliftprovider_below_check CHECK ((below >= 0)),
    CONSTRAINT uplift_upliftprovider_explained_check CHECK ((explained >= 0)),
    CONSTRAINT uplift_upliftprovider_left_out_check CHECK ((left_out >= 0)),
    CONSTRAINT uplift_upliftprovider_lines_check CHECK ((lines >= 0)),
    CONSTRAINT uplift_upliftprovider_people_check CHECK ((people >= 0))
);
CREATE TABLE public.uplift_upliftround (
    id uuid NOT NULL,
    number integer NOT NULL,
    reason text NOT NULL,
    effective_on date NOT NULL,
    rule jsonb NOT NULL,
    budget_pence bigint,
    growth_pence bigint NOT NULL,
    savings_pence bigint NOT NULL,
    state character varying(20) NOT NULL,
    proposed_by_name character varying(200) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    previewed_by_name character varying(200) NOT NULL,
    previewed_at timestamp with time zone,
    digest character varying(64) NOT NULL,
    figures jsonb NOT NULL,
    touched_by_accounts uuid[] NOT NULL,
    checked_by_accounts uuid[] NOT NULL,
    approved_by_accounts uuid[] NOT NULL,
    checked_at timestamp with time zone,
    request_id uuid,
    applied_by_name character varying(200) NOT NULL,
    applied_at timestamp with time zone,
    owed_pence bigint,
    undo_asked_by_account uuid,
    undo_asked_by_name character varying(200) NOT NULL,
    undo_reason text NOT NULL,
    undone_by_account uuid,
    undone_by_name character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    ended_reason text NOT NULL,
    organisation_id uuid NOT NULL,
    answer_by date,
    asked text DEFAULT ''::text NOT NULL,
    CONSTRAINT uplift_round_applied_says_when CHECK ((((applied_at IS NOT NULL) AND ((state)::text = ANY (ARRAY[('applied'::character varying)::text, ('reversed'::character varying)::text, ('paid'::character varying)::text]))) OR ((NOT ((state)::text = ANY (ARRAY[('applied'::character varying)::text, ('reversed'::character varying)::text, ('paid'::character varying)::text]))) AND (applied_at IS NULL)))),
    CONSTRAINT uplift_round_is_approved_by_a_third_person CHECK (((NOT (approved_by_accounts && touched_by_accounts)) AND (NOT (approved_by_accounts && checked_by_accounts)))),
    CONSTRAINT uplift_round_is_read_by_a_second_person CHECK ((NOT (checked_by_accounts && touched_by_accounts))),
    CONSTRAINT uplift_round_is_reversed_by_two_persons CHECK (((undone_by_account IS NULL) OR ((undo_asked_by_account IS NOT NULL) AND (NOT ((undone_by_account = undo_asked_by_account) AND (undone_by_account IS NOT NULL) AND (undo_asked_by_account IS NOT NULL)))))),
    CONSTRAINT uplift_round_past_its_proposal_was_previewed CHECK ((((state)::text = 'proposed'::text) OR ((state)::text = 'withdrawn'::text) OR ((NOT ((digest)::text = ''::text)) AND (previewed_at IS NOT NULL)))),
    CONSTRAINT uplift_round_reversed_says_by_whom CHECK (((NOT ((state)::text = 'reversed'::text)) OR (undone_by_account IS NOT NULL))),
    CONSTRAINT uplift_round_says_why_and_whose CHECK (((NOT (reason = ''::text)) AND (
CASE
    WHEN (touched_by_accounts IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(touched_by_accounts, 1), 0)
END > 0))),
    CONSTRAINT uplift_round_state_is_known CHECK (((state)::text = ANY (ARRAY[('proposed'::character varying)::text, ('previewed'::character varying)::text, ('checked'::character varying)::text, ('approved'::character varying)::text, ('applied'::character varying)::text, ('reversed'::character varying)::text, ('paid'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT uplift_round_was_approved CHECK (((NOT ((state)::text = ANY (ARRAY[('applied'::character varying)::text, ('approved'::character varying)::text, ('paid'::character varying)::text, ('reversed'::character varying)::text]))) OR ((
CASE
    WHEN (approved_by_accounts IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(approved_by_accounts, 1), 0)
END > 0) AND (request_id IS NOT NULL)))),
    CONSTRAINT uplift_round_was_read_twice CHECK (((NOT ((state)::text = ANY (ARRAY[('applied'::character varying)::text, ('approved'::character varying)::text, ('checked'::character varying)::text, ('paid'::character varying)::text, ('reversed'::character varying)::text]))) OR (
CASE
    WHEN (checked_by_accounts IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(checked_by_accounts, 1), 0)
END > 0))),
    CONSTRAINT uplift_upliftround_number_check CHECK ((number >= 0))
);
CREATE TABLE public.vary_exemption (
    id uuid NOT NULL,
    number integer NOT NULL,
    state character varying(20) NOT NULL,
    scope character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    regime character varying(20) NOT NULL,
    ground character varying(60) NOT NULL,
    why text NOT NULL,
    alternatives text NOT NULL,
    value_pence bigint NOT NULL,
    used_pence bigint NOT NULL,
    starts_on date NOT NULL,
    ends_before date NOT NULL,
    people_affected integer,
    request_id uuid,
    paper_id uuid,
    told_on date,
    told_how text NOT NULL,
    withdrawn_why text NOT NULL,
    written_by_account uuid NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    CONSTRAINT exemption_ends_after_it_starts CHECK ((ends_before > starts_on)),
    CONSTRAINT exemption_granted_names_its_approval CHECK (((NOT ((state)::text = 'granted'::text)) OR (request_id IS NOT NULL))),
    CONSTRAINT exemption_is_never_used_beyond_its_value CHECK (((used_pence >= 0) AND (value_pence > 0) AND (used_pence <= value_pence))),
    CONSTRAINT exemption_says_what_why_and_instead_of_what CHECK (((NOT ((title)::text = ''::text)) AND (NOT (why = ''::text)) AND (NOT (alternatives = ''::text)) AND (NOT ((ground)::text = ''::text)))),
    CONSTRAINT exemption_told_says_when_and_how CHECK ((((told_how = ''::text) AND (told_on IS NULL)) OR ((told_on IS NOT NULL) AND (NOT (told_how = ''::text))))),
    CONSTRAINT exemption_withdrawn_says_why CHECK (((NOT ((state)::text = 'withdrawn'::text)) OR (NOT (withdrawn_why = ''::text)))),
    CONSTRAINT exemption_words_are_known CHECK ((((state)::text = ANY (ARRAY[('draft'::character varying)::text, ('granted'::character varying)::text, ('withdrawn'::character varying)::text])) AND ((scope)::text = ANY (ARRAY[('single'::character varying)::text, ('blanket'::character varying)::text])) AND ((regime)::text = ANY (ARRAY[('pa2023'::character varying)::text, ('pcr2015'::character varying)::text, ('psr2023'::character varying)::text, ('scot_higher'::character varying)::text, ('scot_regulated'::character varying)::text, ('below_threshold'::character varying)::text])))),
    CONSTRAINT vary_exemption_number_check CHECK ((number >= 0)),
    CONSTRAINT vary_exemption_people_affected_check CHECK ((people_affected >= 0))
);
CREATE TABLE public.vary_exit (
    id uuid NOT NULL,
    state character varying(20) NOT NULL,
    cause character varying(20) NOT NULL,
    reason text NOT NULL,
    notice_given_on date NOT NULL,
    counted character varying(10) NOT NULL,
    notice_days integer,
    earliest_last_day date,
    notice_says text NOT NULL,
    waived text NOT NULL,
    last_day date NOT NULL,
    people_affected integer,
    handover text NOT NULL,
    data_return text NOT NULL,
    tupe boolean,
    asked_by_account uuid NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_by_account uuid,
    confirmed_by_name character varying(200) NOT NULL,
    confirmed_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by_name character varying(200) NOT NULL,
    withdrawn_why text NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    notice_why text NOT NULL,
    undo_asked_by_account uuid,
    undo_asked_by_name character varying(200) NOT NULL,
    undo_why text NOT NULL,
    undone_by_account uuid,
    undone_by_name character varying(200) NOT NULL,
    CONSTRAINT exit_asked_back_says_why CHECK ((((undo_asked_by_account IS NULL) AND (undo_why = ''::text)) OR ((undo_asked_by_account IS NOT NULL) AND (NOT (undo_why = ''::text))))),
    CONSTRAINT exit_confirmed_is_undone_by_two CHECK (((NOT ((confirmed_at IS NOT NULL) AND ((state)::text = 'withdrawn'::text))) OR (undone_by_account IS NOT NULL))),
    CONSTRAINT exit_confirmed_names_a_person_and_a_time CHECK (((NOT ((state)::text = ANY (ARRAY[('confirmed'::character varying)::text, ('ended'::character varying)::text]))) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_account IS NOT NULL) AND (NOT ((confirmed_by_name)::text = ''::text))))),
    CONSTRAINT exit_is_confirmed_by_a_second_person CHECK (((confirmed_by_account IS NULL) OR (NOT ((confirmed_by_account = asked_by_account) AND (confirmed_by_account IS NOT NULL))))),
    CONSTRAINT exit_is_undone_by_a_second_person CHECK (((undone_by_account IS NULL) OR (NOT ((undone_by_account = undo_asked_by_account) AND (undone_by_account IS NOT NULL) AND (undo_asked_by_account IS NOT NULL))))),
    CONSTRAINT exit_keeps_its_notice_or_says_who_shortened_it CHECK (((earliest_last_day IS NULL) OR (last_day >= earliest_last_day) OR (NOT (waived = ''::text)))),
    CONSTRAINT exit_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT exit_withdrawn_says_why CHECK (((NOT ((state)::text = 'withdrawn'::text)) OR (NOT (withdrawn_why = ''::text)))),
    CONSTRAINT exit_words_are_known CHECK ((((state)::text = ANY (ARRAY[('planned'::character varying)::text, ('confirmed'::character varying)::text, ('ended'::character varying)::text, ('withdrawn'::character varying)::text])) AND ((cause)::text = ANY (ARRAY[('term_ends'::character varying)::text, ('we_end_it'::character varying)::text, ('provider_ends_it'::character varying)::text, ('both_agree'::character varying)::text, ('provider_fails'::character varying)::text])) AND ((counted)::text = ANY (ARRAY[('calendar'::character varying)::text, ('working'::character varying)::text])))),
    CONSTRAINT vary_exit_notice_days_check CHECK ((notice_days >= 0)),
    CONSTRAINT vary_exit_people_affected_check CHECK ((people_affected >= 0))
);
CREATE TABLE public.vary_exitstep (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    exit_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    task_id uuid NOT NULL,
    CONSTRAINT exit_step_is_of_a_known_kind CHECK (((kind)::text = ANY (ARRAY[('places'::character varying)::text, ('tell'::character varying)::text, ('medicines'::character varying)::text, ('staff'::character varying)::text, ('data'::character varying)::text, ('handover'::character varying)::text, ('money'::character varying)::text, ('other'::character varying)::text])))
);
CREATE TABLE public.vary_reliance (
    id uuid NOT NULL,
    pence bigint NOT NULL,
    recorded_by_name character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    exemption_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    variation_id uuid,
    CONSTRAINT reliance_uses_something CHECK ((pence > 0))
);
CREATE TABLE public.vary_takingback (
    id uuid NOT NULL,
    reason text NOT NULL,
    asked_by_account uuid NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_by_account uuid,
    confirmed_by_name character varying(200) NOT NULL,
    confirmed_at timestamp with time zone,
    organisation_id uuid NOT NULL,
    variation_id uuid NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by_name character varying(200) NOT NULL,
    withdrawn_why text NOT NULL,
    CONSTRAINT taking_back_is_confirmed_by_a_second_person CHECK (((confirmed_by_account IS NULL) OR (NOT ((confirmed_by_account = asked_by_account) AND (confirmed_by_account IS NOT NULL))))),
    CONSTRAINT taking_back_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT taking_back_withdrawn_says_why CHECK ((((withdrawn_at IS NULL) AND (withdrawn_why = ''::text)) OR ((confirmed_at IS NULL) AND (withdrawn_at IS NOT NULL) AND (NOT (withdrawn_why = ''::text)))))
);
CREATE TABLE public.vary_variation (
    id uuid NOT NULL,
    number smallint NOT NULL,
    state character varying(20) NOT NULL,
    touches character varying(20)[] NOT NULL,
    reason text NOT NULL,
    starts_on date NOT NULL,
    change_pence bigint NOT NULL,
    ends_before date,
    ended_before date,
    scope text NOT NULL,
    price_effect text NOT NULL,
    people_effect text NOT NULL,
    people_affected integer,
    notice_days integer,
    own_notice_days integer,
    payment_terms text NOT NULL,
    leaving_party uuid,
    new_provider character varying(300) NOT NULL,
    new_provider_number character varying(100) NOT NULL,
    diligence_on date,
    consent_on date,
    people_told_on date,
    answers jsonb NOT NULL,
    ground character varying(60) NOT NULL,
    tested jsonb NOT NULL,
    request_id uuid,
    our_signatory_name character varying(200) NOT NULL,
    our_signed_on date,
    their_signatory_name character varying(200) NOT NULL,
    their_signed_on date,
    applied_at timestamp with time zone,
    applied_by_name character varying(200) NOT NULL,
    withdrawn_why text NOT NULL,
    written_by_account uuid NOT NULL,
    written_by_name character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    agreement_id uuid NOT NULL,
    document_id uuid,
    organisation_id uuid NOT NULL,
    our_signatory_id uuid,
    asked_at timestamp with time zone,
    our_authority character varying(10) NOT NULL,
    our_authority_says text NOT NULL,
    our_reason text NOT NULL,
    touched_by_accounts uuid[] NOT NULL,
    worth_pence bigint NOT NULL,
    our_second_signatory_id uuid,
    our_second_name character varying(200) NOT NULL,
    CONSTRAINT variation_applied_says_when CHECK ((((applied_at IS NOT NULL) AND ((state)::text = 'applied'::text)) OR ((NOT ((state)::text = 'applied'::text)) AND (applied_at IS NULL)))),
    CONSTRAINT variation_approved_names_its_approval_and_ground CHECK (((NOT ((state)::text = ANY (ARRAY[('approved'::character varying)::text, ('signed'::character varying)::text, ('applied'::character varying)::text, ('set_aside'::character varying)::text]))) OR ((request_id IS NOT NULL) AND (NOT ((ground)::text = ''::text))))),
    CONSTRAINT variation_says_what_and_why CHECK (((NOT (touches = '{}'::character varying(20)[])) AND (touches <@ ARRAY['value'::character varying(20), 'dates'::character varying(20), 'scope'::character varying(20), 'price'::character varying(20), 'people'::character varying(20), 'notice'::character varying(20), 'payment'::character varying(20), 'provider'::character varying(20)]) AND (NOT (reason = ''::text)))),
    CONSTRAINT variation_second_signatory_is_another CHECK (((((our_second_name)::text = ''::text) AND (our_second_signatory_id IS NULL)) OR ((our_second_signatory_id IS NOT NULL) AND (NOT ((our_second_name)::text = ''::text)) AND (NOT ((our_second_signatory_id = our_signatory_id) AND (our_second_signatory_id IS NOT NULL) AND (our_signatory_id IS NOT NULL)))))),
    CONSTRAINT variation_signed_names_both_sides CHECK (((NOT ((state)::text = ANY (ARRAY[('signed'::character varying)::text, ('applied'::character varying)::text, ('set_aside'::character varying)::text]))) OR ((our_signed_on IS NOT NULL) AND (their_signed_on IS NOT NULL) AND (NOT ((our_signatory_name)::text = ''::text)) AND (NOT ((their_signatory_name)::text = ''::text))))),
    CONSTRAINT variation_signed_without_authority_says_why CHECK (((NOT ((our_authority)::text = 'lacked'::text)) OR (NOT (our_reason = ''::text)))),
    CONSTRAINT variation_state_is_known CHECK (((state)::text = ANY (ARRAY[('draft'::character varying)::text, ('approved'::character varying)::text, ('signed'::character varying)::text, ('applied'::character varying)::text, ('withdrawn'::character varying)::text, ('set_aside'::character varying)::text]))),
    CONSTRAINT variation_that_assigns_names_who_leaves_and_who_comes CHECK (((NOT (touches @> ARRAY['provider'::character varying(20)])) OR ((NOT ((new_provider)::text = ''::text)) AND (leaving_party IS NOT NULL)))),
    CONSTRAINT variation_withdrawn_says_why CHECK (((NOT ((state)::text = ANY (ARRAY[('withdrawn'::character varying)::text, ('set_aside'::character varying)::text]))) OR (NOT (withdrawn_why = ''::text)))),
    CONSTRAINT vary_variation_notice_days_check CHECK ((notice_days >= 0)),
    CONSTRAINT vary_variation_number_check CHECK ((number >= 0)),
    CONSTRAINT vary_variation_own_notice_days_check CHECK ((own_notice_days >= 0)),
    CONSTRAINT vary_variation_people_affected_check CHECK ((people_affected >= 0))
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.django_migrations VALUES (1, 'platform', '0001_people_and_record', now());
INSERT INTO public.django_migrations VALUES (2, 'account', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (3, 'account', '0002_email_max_length', now());
INSERT INTO public.django_migrations VALUES (4, 'account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations VALUES (5, 'account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations VALUES (6, 'account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations VALUES (7, 'account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations VALUES (8, 'account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations VALUES (9, 'account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations VALUES (10, 'account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations VALUES (11, 'platform', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (12, 'platform', '0003_shared_counts', now());
INSERT INTO public.django_migrations VALUES (13, 'analyse', '0001_analysis_runs', now());
INSERT INTO public.django_migrations VALUES (14, 'analyse', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (15, 'analyse', '0003_never_changed_once_answered', now());
INSERT INTO public.django_migrations VALUES (16, 'platform', '0004_working_together', now());
INSERT INTO public.django_migrations VALUES (17, 'platform', '0005_ways_to_sign_in', now());
INSERT INTO public.django_migrations VALUES (18, 'platform', '0006_leaves_of_the_record', now());
INSERT INTO public.django_migrations VALUES (19, 'attest', '0001_seals_and_checkpoints', now());
INSERT INTO public.django_migrations VALUES (20, 'attest', '0002_who_may_seal', now());
INSERT INTO public.django_migrations VALUES (21, 'contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (22, 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations VALUES (23, 'auth', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (24, 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations VALUES (25, 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations VALUES (26, 'auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations VALUES (27, 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations VALUES (28, 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations VALUES (29, 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations VALUES (30, 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations VALUES (31, 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations VALUES (32, 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations VALUES (33, 'auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations VALUES (34, 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations VALUES (35, 'register', '0001_facts_and_decisions', now());
INSERT INTO public.django_migrations VALUES (36, 'register', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (37, 'platform', '0007_documents_and_one_effect', now());
INSERT INTO public.django_migrations VALUES (38, 'platform', '0008_access_to_ones_own_record', now());
INSERT INTO public.django_migrations VALUES (39, 'register', '0003_people_and_activity', now());
INSERT INTO public.django_migrations VALUES (40, 'register', '0004_row_security_of_people', now());
INSERT INTO public.django_migrations VALUES (41, 'register', '0005_looks_by_consent_or_law', now());
INSERT INTO public.django_migrations VALUES (42, 'register', '0006_own_records', now());
INSERT INTO public.django_migrations VALUES (43, 'register', '0007_many_people', now());
INSERT INTO public.django_migrations VALUES (44, 'platform', '0009_words_alike', now());
INSERT INTO public.django_migrations VALUES (45, 'platform', '0010_lost_second_factors', now());
INSERT INTO public.django_migrations VALUES (46, 'platform', '0011_teams_and_training', now());
INSERT INTO public.django_migrations VALUES (47, 'register', '0008_capacity_reported', now());
INSERT INTO public.django_migrations VALUES (48, 'register', '0009_row_security_of_capacity', now());
INSERT INTO public.django_migrations VALUES (49, 'platform', '0012_papers_of_one_person', now());
INSERT INTO public.django_migrations VALUES (50, 'contract', '0001_agreements', now());
INSERT INTO public.django_migrations VALUES (51, 'contract', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (52, 'contract', '0003_orders_of_the_list', now());
INSERT INTO public.django_migrations VALUES (53, 'contract', '0004_imported_registers', now());
INSERT INTO public.django_migrations VALUES (54, 'contract', '0005_row_security_of_imports', now());
INSERT INTO public.django_migrations VALUES (55, 'contract', '0006_who_left_and_what_a_plan_ends', now());
INSERT INTO public.django_migrations VALUES (56, 'contract', '0007_publishers_of_open_data', now());
INSERT INTO public.django_migrations VALUES (57, 'contract', '0008_papers_of_placements', now());
INSERT INTO public.django_migrations VALUES (58, 'contract', '0009_approved_extensions_and_hands', now());
INSERT INTO public.django_migrations VALUES (59, 'contract', '0010_ways_on_and_frameworks', now());
INSERT INTO public.django_migrations VALUES (60, 'platform', '0013_kinds_of_documents', now());
INSERT INTO public.django_migrations VALUES (61, 'correspond', '0001_templates', now());
INSERT INTO public.django_migrations VALUES (62, 'correspond', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (63, 'correspond', '0003_letters_are_letters', now());
INSERT INTO public.django_migrations VALUES (64, 'cost', '0001_returns', now());
INSERT INTO public.django_migrations VALUES (65, 'cost', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (66, 'decide', '0001_first', now());
INSERT INTO public.django_migrations VALUES (67, 'decide', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (68, 'decide', '0003_urgent_power', now());
INSERT INTO public.django_migrations VALUES (69, 'decide', '0004_urgent_power_rows', now());
INSERT INTO public.django_migrations VALUES (70, 'decide', '0005_partners', now());
INSERT INTO public.django_migrations VALUES (71, 'decide', '0006_whoever_wrote_it', now());
INSERT INTO public.django_migrations VALUES (72, 'decide', '0007_minuted_at_meetings', now());
INSERT INTO public.django_migrations VALUES (73, 'decide', '0008_acted_on_the_same', now());
INSERT INTO public.django_migrations VALUES (74, 'decide', '0009_days_for_scrutiny', now());
INSERT INTO public.django_migrations VALUES (75, 'decide', '0010_what_is_missing', now());
INSERT INTO public.django_migrations VALUES (76, 'decide', '0011_sent_back', now());
INSERT INTO public.django_migrations VALUES (77, 'decide', '0012_rows_of_sent_back', now());
INSERT INTO public.django_migrations VALUES (78, 'follow_up', '0001_first', now());
INSERT INTO public.django_migrations VALUES (79, 'follow_up', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (80, 'follow_up', '0003_partners', now());
INSERT INTO public.django_migrations VALUES (81, 'follow_up', '0004_who_did_it', now());
INSERT INTO public.django_migrations VALUES (82, 'foresee', '0001_first', now());
INSERT INTO public.django_migrations VALUES (83, 'foresee', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (84, 'foresee', '0003_sent_scenarios', now());
INSERT INTO public.django_migrations VALUES (85, 'foresee', '0004_rows_of_sent_scenarios', now());
INSERT INTO public.django_migrations VALUES (86, 'foresee', '0005_versions', now());
INSERT INTO public.django_migrations VALUES (87, 'foresee', '0006_rows_of_versions', now());
INSERT INTO public.django_migrations VALUES (88, 'govern', '0001_papers', now());
INSERT INTO public.django_migrations VALUES (89, 'govern', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (90, 'govern', '0003_scrutiny_and_meetings', now());
INSERT INTO public.django_migrations VALUES (91, 'govern', '0004_rows_of_scrutiny_and_meetings', now());
INSERT INTO public.django_migrations VALUES (92, 'govern', '0005_scrutiny_keeps_its_hold', now());
INSERT INTO public.django_migrations VALUES (93, 'govern', '0006_minutes_of_an_agenda', now());
INSERT INTO public.django_migrations VALUES (94, 'govern', '0007_directions', now());
INSERT INTO public.django_migrations VALUES (95, 'govern', '0008_rows_of_directions', now());
INSERT INTO public.django_migrations VALUES (96, 'govern', '0009_called_in', now());
INSERT INTO public.django_migrations VALUES (97, 'govern', '0010_shared_with_partners', now());
INSERT INTO public.django_migrations VALUES (98, 'govern', '0011_whoever_decides_reads_what_is_missing', now());
INSERT INTO public.django_migrations VALUES (99, 'govern', '0012_meetings_change', now());
INSERT INTO public.django_migrations VALUES (100, 'govern', '0013_partners_know_what_became_of_it', now());
INSERT INTO public.django_migrations VALUES (101, 'keep_to', '0001_obligations', now());
INSERT INTO public.django_migrations VALUES (102, 'keep_to', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (103, 'keep_to', '0003_briefings_statements_grants', now());
INSERT INTO public.django_migrations VALUES (104, 'keep_to', '0004_row_security_of_all', now());
INSERT INTO public.django_migrations VALUES (105, 'keep_to', '0005_papers_of_placements', now());
INSERT INTO public.django_migrations VALUES (106, 'mfa', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (107, 'mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations VALUES (108, 'mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations VALUES (109, 'notify', '0001_first', now());
INSERT INTO public.django_migrations VALUES (110, 'notify', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (111, 'notify', '0003_mail', now());
INSERT INTO public.django_migrations VALUES (112, 'notify', '0004_row_security_of_mail', now());
INSERT INTO public.django_migrations VALUES (113, 'notify', '0005_calendar', now());
INSERT INTO public.django_migrations VALUES (114, 'notify', '0006_row_security_of_calendars', now());
INSERT INTO public.django_migrations VALUES (115, 'notify', '0007_kinds_of_news', now());
INSERT INTO public.django_migrations VALUES (116, 'notify', '0008_who_one_stands_in_for', now());
INSERT INTO public.django_migrations VALUES (117, 'notify', '0009_news_of_what_is_shared', now());
INSERT INTO public.django_migrations VALUES (118, 'plan', '0001_sourcing_decisions', now());
INSERT INTO public.django_migrations VALUES (119, 'plan', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (120, 'procrastinate', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (121, 'procrastinate', '0002_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (122, 'procrastinate', '0003_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (123, 'procrastinate', '0004_drop_procrastinate_version_table', now());
INSERT INTO public.django_migrations VALUES (124, 'procrastinate', '0005_fix_procrastinate_fetch_job', now());
INSERT INTO public.django_migrations VALUES (125, 'procrastinate', '0006_fix_trigger_status_events_insert', now());
INSERT INTO public.django_migrations VALUES (126, 'procrastinate', '0007_add_queueing_lock_column', now());
INSERT INTO public.django_migrations VALUES (127, 'procrastinate', '0008_close_fetch_job_race_condition', now());
INSERT INTO public.django_migrations VALUES (128, 'procrastinate', '0009_add_defer_job_function', now());
INSERT INTO public.django_migrations VALUES (129, 'procrastinate', '0010_add_procrastinate_periodic_defers', now());
INSERT INTO public.django_migrations VALUES (130, 'procrastinate', '0011_add_foreign_key_index', now());
INSERT INTO public.django_migrations VALUES (131, 'procrastinate', '0012_add_locks_to_periodic_defer', now());
INSERT INTO public.django_migrations VALUES (132, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (133, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
INSERT INTO public.django_migrations VALUES (134, 'procrastinate', '0015_add_trigger_on_job_deletion', now());
INSERT INTO public.django_migrations VALUES (135, 'procrastinate', '0016_delete_finished_jobs', now());
INSERT INTO public.django_migrations VALUES (136, 'procrastinate', '0017_add_checks_to_finish_job', now());
INSERT INTO public.django_migrations VALUES (137, 'procrastinate', '0018_add_checks_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (138, 'procrastinate', '0019_fix_finish_job_compat_issue', now());
INSERT INTO public.django_migrations VALUES (139, 'procrastinate', '0020_add_index_on_procrastinate_jobs', now());
INSERT INTO public.django_migrations VALUES (140, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (141, 'procrastinate', '0022_null_locks_excluded', now());
INSERT INTO public.django_migrations VALUES (142, 'procrastinate', '0023_remove_old_finish_job_function', now());
INSERT INTO public.django_migrations VALUES (143, 'procrastinate', '0024_job_id_bigint', now());
INSERT INTO public.django_migrations VALUES (144, 'procrastinate', '0025_add_models', now());
INSERT INTO public.django_migrations VALUES (145, 'procrastinate', '0026_add_job_priority', now());
INSERT INTO public.django_migrations VALUES (146, 'procrastinate', '0027_add_periodic_job_priority', now());
INSERT INTO public.django_migrations VALUES (147, 'procrastinate', '0028_add_cancel_states', now());
INSERT INTO public.django_migrations VALUES (148, 'procrastinate', '0029_add_additional_params_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (149, 'procrastinate', '0030_alter_procrastinateevent_options', now());
INSERT INTO public.django_migrations VALUES (150, 'procrastinate', '0031_add_indexes_for_fetch_job', now());
INSERT INTO public.django_migrations VALUES (151, 'procrastinate', '0032_pre_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (152, 'procrastinate', '0033_post_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (153, 'procrastinate', '0034_pre_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (154, 'procrastinate', '0035_post_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (155, 'procrastinate', '0036_add_worker_model', now());
INSERT INTO public.django_migrations VALUES (156, 'procrastinate', '0037_pre_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (157, 'procrastinate', '0038_post_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (158, 'procrastinate', '0039_pre_priority_lock_fetch_job', now());
INSERT INTO public.django_migrations VALUES (159, 'procrastinate', '0040_pre_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (160, 'procrastinate', '0041_post_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (161, 'sessions', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (162, 'socialaccount', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (163, 'socialaccount', '0002_token_max_lengths', now());
INSERT INTO public.django_migrations VALUES (164, 'socialaccount', '0003_extra_data_default_dict', now());
INSERT INTO public.django_migrations VALUES (165, 'socialaccount', '0004_app_provider_id_settings', now());
INSERT INTO public.django_migrations VALUES (166, 'socialaccount', '0005_socialtoken_nullable_app', now());
INSERT INTO public.django_migrations VALUES (167, 'socialaccount', '0006_alter_socialaccount_extra_data', now());
INSERT INTO public.django_migrations VALUES (168, 'uplift', '0001_rounds', now());
INSERT INTO public.django_migrations VALUES (169, 'uplift', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (170, 'uplift', '0003_what_answers_are_about', now());
INSERT INTO public.django_migrations VALUES (171, 'uplift', '0004_read_rounds_stay', now());
INSERT INTO public.django_migrations VALUES (172, 'uplift', '0005_lines_without_own_indexes', now());
INSERT INTO public.django_migrations VALUES (173, 'uplift', '0006_what_everybody_may_see', now());
INSERT INTO public.django_migrations VALUES (174, 'uplift', '0007_rounds_without_placements', now());
INSERT INTO public.django_migrations VALUES (175, 'uplift', '0008_rounds_in_writing', now());
INSERT INTO public.django_migrations VALUES (176, 'vary', '0001_changes', now());
INSERT INTO public.django_migrations VALUES (177, 'vary', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (178, 'vary', '0003_planned_ends_are_known_below', now());
INSERT INTO public.django_migrations VALUES (179, 'vary', '0004_papers_of_placements', now());
INSERT INTO public.django_migrations VALUES (180, 'vary', '0005_together_with_what_is_asked', now());
INSERT INTO public.django_migrations VALUES (181, 'vary', '0006_ways_on', now());
INSERT INTO public.django_migrations VALUES (182, 'vary', '0007_what_changes_use_of_exemptions', now());
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.attest_node_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 588, true);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 147, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 182, true);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.register_activity_id_seq', 1, false);
SELECT pg_catalog.setval('public.register_datasettable_id_seq', 1, false);
SELECT pg_catalog.setval('public.register_servicereading_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);
ALTER TABLE ONLY public.platform_account
    ADD CONSTRAINT account_email_is_its_own UNIQUE (email);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_advice
    ADD CONSTRAINT advice_once_of_a_kind UNIQUE (decision_id, code);
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT agenda_has_a_paper_once UNIQUE (meeting_id, paper_id);
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT agenda_item_knows_its_step UNIQUE (id, step_id);
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT agenda_item_number_once_at_a_meeting UNIQUE (meeting_id, number);
ALTER TABLE ONLY public.contract_agreement
    ADD CONSTRAINT agreement_number_is_own UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.analyse_analysisrun
    ADD CONSTRAINT analyse_analysisrun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_assessment
    ADD CONSTRAINT assessment_once_of_a_kind_in_a_paper UNIQUE (paper_id, code);
ALTER TABLE ONLY public.attest_checkpoint
    ADD CONSTRAINT attest_checkpoint_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.attest_deposit
    ADD CONSTRAINT attest_deposit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attest_leaf
    ADD CONSTRAINT attest_leaf_pkey PRIMARY KEY (place);
ALTER TABLE ONLY public.attest_node
    ADD CONSTRAINT attest_node_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attest_verification
    ADD CONSTRAINT attest_verification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_body
    ADD CONSTRAINT body_once_in_an_organisation UNIQUE (organisation_id, name);
ALTER TABLE ONLY public.keep_to_briefingread
    ADD CONSTRAINT briefing_is_read_once_by_each UNIQUE (version_id, officer_id);
ALTER TABLE ONLY public.keep_to_briefingversion
    ADD CONSTRAINT briefing_version_is_one_of_its_number UNIQUE (agreement_id, number);
ALTER TABLE ONLY public.notify_calendarentry
    ADD CONSTRAINT calendar_entry_has_its_uid UNIQUE (officer_id, uid);
ALTER TABLE ONLY public.attest_checkpoint
    ADD CONSTRAINT checkpoint_each_is_larger UNIQUE (size);
ALTER TABLE ONLY public.contract_agreement
    ADD CONSTRAINT contract_agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_agreementservice
    ADD CONSTRAINT contract_agreementservice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_caregoeson
    ADD CONSTRAINT contract_caregoeson_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_extensionoption
    ADD CONSTRAINT contract_extensionoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_importbatch
    ADD CONSTRAINT contract_importbatch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_importrow
    ADD CONSTRAINT contract_importrow_agreement_id_key UNIQUE (agreement_id);
ALTER TABLE ONLY public.contract_importrow
    ADD CONSTRAINT contract_importrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_importsupplier
    ADD CONSTRAINT contract_importsupplier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_opendatapublisher
    ADD CONSTRAINT contract_opendatapublisher_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_party
    ADD CONSTRAINT contract_party_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_priceline
    ADD CONSTRAINT contract_priceline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_reversal
    ADD CONSTRAINT contract_reversal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contract_signature
    ADD CONSTRAINT contract_signature_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.correspond_letter
    ADD CONSTRAINT correspond_letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.correspond_lettertemplate
    ADD CONSTRAINT correspond_lettertemplate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.correspond_templateversion
    ADD CONSTRAINT correspond_templateversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cost_costreturn
    ADD CONSTRAINT cost_costreturn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cost_returnedline
    ADD CONSTRAINT cost_returnedline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_cover
    ADD CONSTRAINT cover_one_deputy_at_a_time EXCLUDE USING gist (absent_id WITH =, daterange(starts_on, ends_before) WITH &&) WHERE ((called_off_at IS NULL));
ALTER TABLE ONLY public.register_datasettable
    ADD CONSTRAINT dataset_table_stands_once_in_a_file UNIQUE (dataset_id, name);
ALTER TABLE ONLY public.decide_answer
    ADD CONSTRAINT decide_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_approvalrequest
    ADD CONSTRAINT decide_approvalrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_hold
    ADD CONSTRAINT decide_hold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_reconsideration
    ADD CONSTRAINT decide_reconsideration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_reconsideration
    ADD CONSTRAINT decide_reconsideration_request_id_key UNIQUE (request_id);
ALTER TABLE ONLY public.decide_scheme
    ADD CONSTRAINT decide_scheme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_schemeline
    ADD CONSTRAINT decide_schemeline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_step
    ADD CONSTRAINT decide_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_agenda_item_id_key UNIQUE (agenda_item_id);
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_urgentuse
    ADD CONSTRAINT decide_urgentuse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_urgentuse
    ADD CONSTRAINT decide_urgentuse_request_id_key UNIQUE (request_id);
ALTER TABLE ONLY public.attest_deposit
    ADD CONSTRAINT deposit_is_made_once UNIQUE (checkpoint_number, kind, left_with);
ALTER TABLE ONLY public.govern_direction
    ADD CONSTRAINT direction_number_once_in_an_organisation UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.platform_documentversion
    ADD CONSTRAINT document_is_stored_by_itself UNIQUE (stored_as);
ALTER TABLE ONLY public.plan_ending
    ADD CONSTRAINT ending_of_an_agreement_is_named_once UNIQUE (decision_id, cited_id);
ALTER TABLE ONLY public.follow_up_escalation
    ADD CONSTRAINT escalation_happens_once_a_level UNIQUE (task_id, level, due_at);
ALTER TABLE ONLY public.platform_escalationstep
    ADD CONSTRAINT escalation_level_is_once UNIQUE (organisation_id, service_area, level);
ALTER TABLE ONLY public.vary_exemption
    ADD CONSTRAINT exemption_number_is_own UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.contract_extensionoption
    ADD CONSTRAINT extension_has_its_number UNIQUE (agreement_id, number);
ALTER TABLE ONLY public.platform_factorreset
    ADD CONSTRAINT factor_reset_link_is_its_own UNIQUE (token_digest);
ALTER TABLE ONLY public.follow_up_comparedfindings
    ADD CONSTRAINT findings_are_told_apart_once UNIQUE (task_id, earlier_id);
ALTER TABLE ONLY public.uplift_floorreason
    ADD CONSTRAINT floor_reason_is_signed_once_a_price UNIQUE (round_id, price_line_id, price_pence);
ALTER TABLE ONLY public.follow_up_comparedfindings
    ADD CONSTRAINT follow_up_comparedfindings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_duechange
    ADD CONSTRAINT follow_up_duechange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_escalation
    ADD CONSTRAINT follow_up_escalation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_evidence
    ADD CONSTRAINT follow_up_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_phase
    ADD CONSTRAINT follow_up_phase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_plan
    ADD CONSTRAINT follow_up_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_planimport
    ADD CONSTRAINT follow_up_planimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_review
    ADD CONSTRAINT follow_up_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_comes_after_id_key UNIQUE (comes_after_id);
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.foresee_projection
    ADD CONSTRAINT foresee_projection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.foresee_scenario
    ADD CONSTRAINT foresee_scenario_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.foresee_scenariocomment
    ADD CONSTRAINT foresee_scenariocomment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.foresee_scenarioversion
    ADD CONSTRAINT foresee_scenarioversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.foresee_sentscenario
    ADD CONSTRAINT foresee_sentscenario_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT govern_agendaitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_answer
    ADD CONSTRAINT govern_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_assessment
    ADD CONSTRAINT govern_assessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_backgroundpaper
    ADD CONSTRAINT govern_backgroundpaper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_body
    ADD CONSTRAINT govern_body_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_consultation
    ADD CONSTRAINT govern_consultation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_direction
    ADD CONSTRAINT govern_direction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_directionnote
    ADD CONSTRAINT govern_directionnote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_meeting
    ADD CONSTRAINT govern_meeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_paper
    ADD CONSTRAINT govern_paper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_question
    ADD CONSTRAINT govern_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.govern_scrutiny
    ADD CONSTRAINT govern_scrutiny_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_grouprole
    ADD CONSTRAINT group_role_is_given_once UNIQUE (organisation_id, "group", role);
ALTER TABLE ONLY public.contract_importrow
    ADD CONSTRAINT import_row_stands_once_in_a_file UNIQUE (batch_id, source_row);
ALTER TABLE ONLY public.platform_sentintent
    ADD CONSTRAINT intent_takes_effect_once UNIQUE (by_id, key);
ALTER TABLE ONLY public.platform_invitation
    ADD CONSTRAINT invitation_token_is_its_own UNIQUE (token_digest);
ALTER TABLE ONLY public.keep_to_briefingread
    ADD CONSTRAINT keep_to_briefingread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_briefingversion
    ADD CONSTRAINT keep_to_briefingversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_grantapplication
    ADD CONSTRAINT keep_to_grantapplication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_knownfacts
    ADD CONSTRAINT keep_to_knownfacts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_obligation
    ADD CONSTRAINT keep_to_obligation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_obligationchange
    ADD CONSTRAINT keep_to_obligationchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_statement
    ADD CONSTRAINT keep_to_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_statementline
    ADD CONSTRAINT keep_to_statementline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_timetable
    ADD CONSTRAINT keep_to_timetable_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_undertakingcheck
    ADD CONSTRAINT keep_to_undertakingcheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.keep_to_knownfacts
    ADD CONSTRAINT known_facts_are_one_an_agreement UNIQUE (agreement_id);
ALTER TABLE ONLY public.attest_leaf
    ADD CONSTRAINT leaf_event_is_sealed_once UNIQUE (event_id);
ALTER TABLE ONLY public.platform_locality
    ADD CONSTRAINT locality_name_is_its_own UNIQUE (organisation_id, name);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attest_node
    ADD CONSTRAINT node_stands_once UNIQUE (level, place);
ALTER TABLE ONLY public.notify_calendarentry
    ADD CONSTRAINT notify_calendarentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notify_delivery
    ADD CONSTRAINT notify_delivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notify_notification
    ADD CONSTRAINT notify_notification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notify_preference
    ADD CONSTRAINT notify_preference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notify_subscription
    ADD CONSTRAINT notify_subscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_officer
    ADD CONSTRAINT officer_once_in_an_organisation UNIQUE (organisation_id, account_id);
ALTER TABLE ONLY public.platform_officerrole
    ADD CONSTRAINT officer_role_is_held_once_at_a_time EXCLUDE USING gist (officer_id WITH =, role WITH =, daterange(starts_on, ends_before) WITH &&);
ALTER TABLE ONLY public.plan_judgement
    ADD CONSTRAINT option_is_judged_once_by_each UNIQUE (decision_id, option, criterion);
ALTER TABLE ONLY public.plan_weighed
    ADD CONSTRAINT option_is_weighed_once UNIQUE (decision_id, option);
ALTER TABLE ONLY public.platform_organisation
    ADD CONSTRAINT organisation_name_is_its_own UNIQUE (name);
ALTER TABLE ONLY public.platform_organisation
    ADD CONSTRAINT organisation_slug_is_its_own UNIQUE (slug);
ALTER TABLE ONLY public.govern_paper
    ADD CONSTRAINT paper_number_once_in_an_organisation UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.platform_partnershipmember
    ADD CONSTRAINT partnership_member_is_named_once UNIQUE (terms_id, organisation_id);
ALTER TABLE ONLY public.platform_partnership
    ADD CONSTRAINT partnership_name_is_its_own UNIQUE (name);
ALTER TABLE ONLY public.platform_partnershipsharing
    ADD CONSTRAINT partnership_shares_a_kind_at_one_level UNIQUE (terms_id, kind);
ALTER TABLE ONLY public.platform_partnershipterms
    ADD CONSTRAINT partnership_terms_are_numbered UNIQUE (partnership_id, number);
ALTER TABLE ONLY public.register_person
    ADD CONSTRAINT person_reference_is_their_own UNIQUE (organisation_id, reference);
ALTER TABLE ONLY public.follow_up_phase
    ADD CONSTRAINT phase_number_is_its_own UNIQUE (review_id, number);
ALTER TABLE ONLY public.plan_advice
    ADD CONSTRAINT plan_advice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_ending
    ADD CONSTRAINT plan_ending_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_evidence
    ADD CONSTRAINT plan_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_judgement
    ADD CONSTRAINT plan_judgement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_sourcingdecision
    ADD CONSTRAINT plan_sourcingdecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_weighed
    ADD CONSTRAINT plan_weighed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_account
    ADD CONSTRAINT platform_account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_auditevent
    ADD CONSTRAINT platform_auditevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_cache
    ADD CONSTRAINT platform_cache_pkey PRIMARY KEY (cache_key);
ALTER TABLE ONLY public.platform_contact
    ADD CONSTRAINT platform_contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_cover
    ADD CONSTRAINT platform_cover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_document
    ADD CONSTRAINT platform_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_documentversion
    ADD CONSTRAINT platform_documentversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_escalationstep
    ADD CONSTRAINT platform_escalationstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_factorreset
    ADD CONSTRAINT platform_factorreset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_grouprole
    ADD CONSTRAINT platform_grouprole_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_invitation
    ADD CONSTRAINT platform_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_job
    ADD CONSTRAINT platform_job_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_leadofficer
    ADD CONSTRAINT platform_leadofficer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_locality
    ADD CONSTRAINT platform_locality_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_officer
    ADD CONSTRAINT platform_officer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_officerrole
    ADD CONSTRAINT platform_officerrole_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_organisation
    ADD CONSTRAINT platform_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_partnership
    ADD CONSTRAINT platform_partnership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_partnershipmember
    ADD CONSTRAINT platform_partnershipmember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_partnershipsharing
    ADD CONSTRAINT platform_partnershipsharing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_partnershipterms
    ADD CONSTRAINT platform_partnershipterms_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_personalaccess
    ADD CONSTRAINT platform_personalaccess_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_sentintent
    ADD CONSTRAINT platform_sentintent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_session
    ADD CONSTRAINT platform_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.platform_signinlock
    ADD CONSTRAINT platform_signinlock_pkey PRIMARY KEY (address_digest);
ALTER TABLE ONLY public.platform_team
    ADD CONSTRAINT platform_team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_teammember
    ADD CONSTRAINT platform_teammember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_trainingtaken
    ADD CONSTRAINT platform_trainingtaken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notify_preference
    ADD CONSTRAINT preference_of_one_officer UNIQUE (officer_id);
ALTER TABLE ONLY public.contract_priceline
    ADD CONSTRAINT price_line_overlaps_no_other EXCLUDE USING gist (service_id WITH =, unit WITH =, minutes WITH =, day_kind WITH =, lower((zone)::text) WITH =, daterange(starts_on, ends_before, '[)'::text) WITH &&);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.foresee_projection
    ADD CONSTRAINT projection_number_is_own UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.uplift_provideranswer
    ADD CONSTRAINT provider_answer_has_its_number UNIQUE (round_id, provider_key, number);
ALTER TABLE ONLY public.contract_opendatapublisher
    ADD CONSTRAINT publisher_has_one_prefix UNIQUE (organisation_id);
ALTER TABLE ONLY public.uplift_readline
    ADD CONSTRAINT read_line_has_its_place UNIQUE (reading_id, place);
ALTER TABLE ONLY public.uplift_reading
    ADD CONSTRAINT reading_has_its_number UNIQUE (round_id, number);
ALTER TABLE ONLY public.register_activity
    ADD CONSTRAINT register_activity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_capacityreport
    ADD CONSTRAINT register_capacityreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_correction
    ADD CONSTRAINT register_correction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_dataset
    ADD CONSTRAINT register_dataset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_datasettable
    ADD CONSTRAINT register_datasettable_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_groupdecision
    ADD CONSTRAINT register_groupdecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_look
    ADD CONSTRAINT register_look_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_opening
    ADD CONSTRAINT register_opening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_person
    ADD CONSTRAINT register_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_publicrundecision
    ADD CONSTRAINT register_publicrundecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register_servicereading
    ADD CONSTRAINT register_servicereading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decide_approvalrequest
    ADD CONSTRAINT request_knows_who_asked UNIQUE (id, requester_account_id);
ALTER TABLE ONLY public.decide_approvalrequest
    ADD CONSTRAINT request_number_is_its_own UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.cost_returnedline
    ADD CONSTRAINT returned_line_has_its_place UNIQUE (cost_return_id, place);
ALTER TABLE ONLY public.foresee_sentscenario
    ADD CONSTRAINT scenario_version_is_kept_once UNIQUE (scenario_id, version);
ALTER TABLE ONLY public.foresee_scenarioversion
    ADD CONSTRAINT scenario_version_is_made_once UNIQUE (scenario_id, version);
ALTER TABLE ONLY public.decide_schemeline
    ADD CONSTRAINT scheme_line_is_numbered UNIQUE (scheme_id, number);
ALTER TABLE ONLY public.decide_schemeline
    ADD CONSTRAINT scheme_line_overlaps_no_other EXCLUDE USING gist (scheme_id WITH =, act WITH =, int8range(over_pence, up_to_pence, '(]'::text) WITH &&, int4range(over_months, up_to_months, '(]'::text) WITH &&, int4range(
CASE
    WHEN ((framework)::text = 'out'::text) THEN 1
    ELSE 0
END,
CASE
    WHEN ((framework)::text = 'in'::text) THEN 0
    ELSE 1
END, '[]'::text) WITH &&);
ALTER TABLE ONLY public.decide_scheme
    ADD CONSTRAINT scheme_version_is_its_own UNIQUE (organisation_id, version);
ALTER TABLE ONLY public.register_servicereading
    ADD CONSTRAINT service_stands_once_in_a_file UNIQUE (dataset_id, service_id);
ALTER TABLE ONLY public.platform_session
    ADD CONSTRAINT session_reference_is_its_own UNIQUE (reference);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);
ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_sourcingdecision
    ADD CONSTRAINT sourcing_version_once UNIQUE (organisation_id, number, version);
ALTER TABLE ONLY public.keep_to_statement
    ADD CONSTRAINT statement_is_one_a_year UNIQUE (agreement_id, year);
ALTER TABLE ONLY public.keep_to_statementline
    ADD CONSTRAINT statement_line_has_its_place UNIQUE (statement_id, place);
ALTER TABLE ONLY public.decide_step
    ADD CONSTRAINT step_has_a_place UNIQUE (request_id, stage, place);
ALTER TABLE ONLY public.decide_step
    ADD CONSTRAINT step_knows_its_request UNIQUE (id, request_id);
ALTER TABLE ONLY public.notify_subscription
    ADD CONSTRAINT subscription_has_its_secret UNIQUE (token_sha256);
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT task_number_is_own UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.platform_teammember
    ADD CONSTRAINT team_member_is_in_it_once_at_a_time EXCLUDE USING gist (team_id WITH =, officer_id WITH =, daterange(starts_on, ends_before) WITH &&);
ALTER TABLE ONLY public.correspond_templateversion
    ADD CONSTRAINT template_version_has_its_number UNIQUE (template_id, number);
ALTER TABLE ONLY public.keep_to_timetable
    ADD CONSTRAINT timetable_is_one_an_agreement UNIQUE (agreement_id);
ALTER TABLE ONLY public.platform_trainingtaken
    ADD CONSTRAINT training_is_written_down_once UNIQUE (officer_id, course, taken_on);
ALTER TABLE ONLY public.uplift_floorreason
    ADD CONSTRAINT uplift_floorreason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_upliftline
    ADD CONSTRAINT uplift_line_has_its_place UNIQUE (round_id, place);
ALTER TABLE ONLY public.uplift_upliftline
    ADD CONSTRAINT uplift_line_stands_once_in_a_round UNIQUE (round_id, price_line_id);
ALTER TABLE ONLY public.uplift_payseen
    ADD CONSTRAINT uplift_payseen_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_upliftprovider
    ADD CONSTRAINT uplift_provider_stands_once_in_a_round UNIQUE (round_id, key);
ALTER TABLE ONLY public.uplift_provideranswer
    ADD CONSTRAINT uplift_provideranswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_reading
    ADD CONSTRAINT uplift_reading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_readline
    ADD CONSTRAINT uplift_readline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_upliftround
    ADD CONSTRAINT uplift_round_number_is_own UNIQUE (organisation_id, number);
ALTER TABLE ONLY public.uplift_rounddraft
    ADD CONSTRAINT uplift_rounddraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_settlement
    ADD CONSTRAINT uplift_settlement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_upliftline
    ADD CONSTRAINT uplift_upliftline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_upliftprovider
    ADD CONSTRAINT uplift_upliftprovider_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.uplift_upliftround
    ADD CONSTRAINT uplift_upliftround_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vary_variation
    ADD CONSTRAINT variation_number_is_own UNIQUE (agreement_id, number);
ALTER TABLE ONLY public.vary_reliance
    ADD CONSTRAINT variation_uses_an_exemption_once UNIQUE (exemption_id, variation_id);
ALTER TABLE ONLY public.vary_exemption
    ADD CONSTRAINT vary_exemption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vary_exit
    ADD CONSTRAINT vary_exit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vary_exitstep
    ADD CONSTRAINT vary_exitstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vary_exitstep
    ADD CONSTRAINT vary_exitstep_task_id_key UNIQUE (task_id);
ALTER TABLE ONLY public.vary_reliance
    ADD CONSTRAINT vary_reliance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vary_takingback
    ADD CONSTRAINT vary_takingback_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vary_variation
    ADD CONSTRAINT vary_variation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.platform_documentversion
    ADD CONSTRAINT version_has_its_number UNIQUE (document_id, number);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX activity_by_day ON public.register_activity USING btree (organisation_id, "on" DESC);
CREATE INDEX activity_of_person ON public.register_activity USING btree (person_id, "on" DESC);
CREATE INDEX agreement_by_end ON public.contract_agreement USING btree (organisation_id, ends_before, id);
CREATE INDEX agreement_by_end_down ON public.contract_agreement USING btree (organisation_id, ends_before DESC NULLS LAST, id DESC);
CREATE INDEX agreement_by_provider ON public.contract_agreement USING btree (organisation_id, lower((provider_name)::text), id);
CREATE INDEX agreement_by_title ON public.contract_agreement USING btree (organisation_id, lower((title)::text), id);
CREATE INDEX agreement_by_value ON public.contract_agreement USING btree (organisation_id, value_pence, id);
CREATE INDEX agreement_by_value_down ON public.contract_agreement USING btree (organisation_id, value_pence DESC NULLS LAST, id DESC);
CREATE INDEX agreement_in_state ON public.contract_agreement USING btree (organisation_id, state, lower((title)::text), id);
CREATE INDEX agreement_of_kind ON public.contract_agreement USING btree (organisation_id, kind, lower((title)::text), id);
CREATE UNIQUE INDEX agreement_relies_on_an_exemption_once ON public.vary_reliance USING btree (exemption_id, agreement_id) WHERE (variation_id IS NULL);
CREATE INDEX analyse_analysisrun_organisation_id_92fb82b4 ON public.analyse_analysisrun USING btree (organisation_id);
CREATE INDEX audit_by_organisation ON public.platform_auditevent USING btree (organisation_id, at DESC);
CREATE INDEX audit_by_subject ON public.platform_auditevent USING btree (subject_kind, subject_id, at);
CREATE INDEX audit_by_writing ON public.platform_auditevent USING btree (written_in, id);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX capacity_by_area ON public.register_capacityreport USING btree (organisation_id, area_code, support, since);
CREATE UNIQUE INDEX care_goes_on_by_one_exception ON public.contract_caregoeson USING btree (agreement_id) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX contact_one_lead_officer_each ON public.platform_contact USING btree (organisation_id, service_area, provider_id) NULLS NOT DISTINCT WHERE ((ended_at IS NULL) AND is_lead);
CREATE INDEX contract_agreement_budget_holder_id_a324f401 ON public.contract_agreement USING btree (budget_holder_id);
CREATE INDEX contract_agreement_contact_id_25645d4a ON public.contract_agreement USING btree (contact_id);
CREATE INDEX contract_agreement_organisation_id_918e03eb ON public.contract_agreement USING btree (organisation_id);
CREATE INDEX contract_agreement_person_id_97bbff07 ON public.contract_agreement USING btree (person_id);
CREATE INDEX contract_agreement_successor_id_546ec4ac ON public.contract_agreement USING btree (successor_id);
CREATE INDEX contract_agreementservice_agreement_id_5b3457d6 ON public.contract_agreementservice USING btree (agreement_id);
CREATE INDEX contract_agreementservice_organisation_id_7d12e88a ON public.contract_agreementservice USING btree (organisation_id);
CREATE INDEX contract_caregoeson_agreement_id_ffded200 ON public.contract_caregoeson USING btree (agreement_id);
CREATE INDEX contract_caregoeson_organisation_id_475a0e43 ON public.contract_caregoeson USING btree (organisation_id);
CREATE INDEX contract_caregoeson_owner_id_9195acab ON public.contract_caregoeson USING btree (owner_id);
CREATE INDEX contract_extensionoption_agreement_id_3162a187 ON public.contract_extensionoption USING btree (agreement_id);
CREATE INDEX contract_extensionoption_organisation_id_529a3eab ON public.contract_extensionoption USING btree (organisation_id);
CREATE INDEX contract_importbatch_organisation_id_150677e2 ON public.contract_importbatch USING btree (organisation_id);
CREATE INDEX contract_importrow_batch_id_3a184941 ON public.contract_importrow USING btree (batch_id);
CREATE INDEX contract_importrow_organisation_id_775a701a ON public.contract_importrow USING btree (organisation_id);
CREATE INDEX contract_importrow_supplier_id_8bf85a45 ON public.contract_importrow USING btree (supplier_id);
CREATE INDEX contract_importsupplier_batch_id_99aeca77 ON public.contract_importsupplier USING btree (batch_id);
CREATE INDEX contract_importsupplier_organisation_id_6fa6caf4 ON public.contract_importsupplier USING btree (organisation_id);
CREATE INDEX contract_opendatapublisher_organisation_id_0df6598f ON public.contract_opendatapublisher USING btree (organisation_id);
CREATE INDEX contract_party_agreement_id_b7753494 ON public.contract_party USING btree (agreement_id);
CREATE INDEX contract_party_organisation_id_a3805b07 ON public.contract_party USING btree (organisation_id);
CREATE INDEX contract_priceline_agreement_id_43bd136a ON public.contract_priceline USING btree (agreement_id);
CREATE INDEX contract_priceline_organisation_id_75084330 ON public.contract_priceline USING btree (organisation_id);
CREATE INDEX contract_priceline_service_id_f4e81bcb ON public.contract_priceline USING btree (service_id);
CREATE INDEX contract_reversal_agreement_id_c9bbd8d7 ON public.contract_reversal USING btree (agreement_id);
CREATE INDEX contract_reversal_organisation_id_9b4da0ba ON public.contract_reversal USING btree (organisation_id);
CREATE INDEX contract_signature_agreement_id_e798bab5 ON public.contract_signature USING btree (agreement_id);
CREATE INDEX contract_signature_document_id_11c824be ON public.contract_signature USING btree (document_id);
CREATE INDEX contract_signature_officer_id_b8a873ff ON public.contract_signature USING btree (officer_id);
CREATE INDEX contract_signature_organisation_id_c3933813 ON public.contract_signature USING btree (organisation_id);
CREATE INDEX contract_signature_party_id_58f9b1b6 ON public.contract_signature USING btree (party_id);
CREATE UNIQUE INDEX correction_stands_once_for_a_value ON public.register_correction USING btree (organisation_id, service_id, as_at, "column") WHERE (withdrawn_at IS NULL);
CREATE INDEX correspond_letter_organisation_id_cb96e51d ON public.correspond_letter USING btree (organisation_id);
CREATE INDEX correspond_letter_pdf_id_e8fd772e ON public.correspond_letter USING btree (pdf_id);
CREATE INDEX correspond_letter_version_id_bbe25ac1 ON public.correspond_letter USING btree (version_id);
CREATE INDEX correspond_letter_word_id_4a5f5cc9 ON public.correspond_letter USING btree (word_id);
CREATE INDEX correspond_lettertemplate_organisation_id_a4613cc2 ON public.correspond_lettertemplate USING btree (organisation_id);
CREATE INDEX correspond_templateversion_organisation_id_c5d71f2a ON public.correspond_templateversion USING btree (organisation_id);
CREATE INDEX correspond_templateversion_template_id_99f06515 ON public.correspond_templateversion USING btree (template_id);
CREATE INDEX cost_costreturn_organisation_id_3e6a6f32 ON public.cost_costreturn USING btree (organisation_id);
CREATE INDEX cost_return_by_period ON public.cost_costreturn USING btree (organisation_id, kind, starts_on DESC, id);
CREATE INDEX cost_returnedline_cost_return_id_41424c99 ON public.cost_returnedline USING btree (cost_return_id);
CREATE INDEX cost_returnedline_organisation_id_fdfd993b ON public.cost_returnedline USING btree (organisation_id);
CREATE INDEX dataset_by_day ON public.register_dataset USING btree (organisation_id, uploaded_at DESC);
CREATE UNIQUE INDEX dataset_is_imported_once ON public.register_dataset USING btree (organisation_id, sha256, kind) NULLS NOT DISTINCT WHERE ((state)::text = 'imported'::text);
CREATE INDEX decide_answer_request_id_f137144d ON public.decide_answer USING btree (request_id);
CREATE INDEX decide_approvalrequest_line_id_0389a972 ON public.decide_approvalrequest USING btree (line_id);
CREATE INDEX decide_approvalrequest_organisation_id_1508e7a8 ON public.decide_approvalrequest USING btree (organisation_id);
CREATE INDEX decide_approvalrequest_requester_account_id_5dfc014f ON public.decide_approvalrequest USING btree (requester_account_id);
CREATE INDEX decide_approvalrequest_requester_id_8138eb28 ON public.decide_approvalrequest USING btree (requester_id);
CREATE INDEX decide_hold_request_id_0b9161d7 ON public.decide_hold USING btree (request_id);
CREATE INDEX decide_scheme_ended_by_id_49cbacf3 ON public.decide_scheme USING btree (ended_by_id);
CREATE INDEX decide_scheme_organisation_id_683e2aec ON public.decide_scheme USING btree (organisation_id);
CREATE INDEX decide_scheme_proposed_by_id_156d87fa ON public.decide_scheme USING btree (proposed_by_id);
CREATE INDEX decide_schemeline_scheme_id_95893e76 ON public.decide_schemeline USING btree (scheme_id);
CREATE INDEX decide_step_request_id_0b388071 ON public.decide_step USING btree (request_id);
CREATE INDEX decide_stepdecision_account_id_c5f501a2 ON public.decide_stepdecision USING btree (account_id);
CREATE INDEX decide_stepdecision_document_id_79544a48 ON public.decide_stepdecision USING btree (document_id);
CREATE INDEX decide_stepdecision_officer_id_cd931369 ON public.decide_stepdecision USING btree (officer_id);
CREATE INDEX decide_stepdecision_power_account_id_117958f7 ON public.decide_stepdecision USING btree (power_account_id);
CREATE INDEX decide_stepdecision_request_id_f3fb30c4 ON public.decide_stepdecision USING btree (request_id);
CREATE INDEX decide_stepdecision_requester_account_id_ac3c70bb ON public.decide_stepdecision USING btree (requester_account_id);
CREATE INDEX decide_stepdecision_step_id_fd659194 ON public.decide_stepdecision USING btree (step_id);
CREATE INDEX decide_urgentuse_account_id_c648df00 ON public.decide_urgentuse USING btree (account_id);
CREATE INDEX decide_urgentuse_power_account_id_8b6c3412 ON public.decide_urgentuse USING btree (power_account_id);
CREATE INDEX delivery_by_officer ON public.notify_delivery USING btree (officer_id, state);
CREATE UNIQUE INDEX direction_is_acknowledged_once ON public.govern_directionnote USING btree (direction_id) WHERE ((kind)::text = 'acknowledged'::text);
CREATE UNIQUE INDEX direction_is_replaced_once ON public.govern_direction USING btree (replaces_id) WHERE (issued_at IS NOT NULL);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX document_by_digest ON public.platform_documentversion USING btree (sha256);
CREATE UNIQUE INDEX exit_is_planned_once_for_an_agreement ON public.vary_exit USING btree (agreement_id) WHERE ((state)::text = ANY (ARRAY[('planned'::character varying)::text, ('confirmed'::character varying)::text]));
CREATE INDEX follow_up_comparedfindings_earlier_id_d95743e7 ON public.follow_up_comparedfindings USING btree (earlier_id);
CREATE INDEX follow_up_comparedfindings_task_id_4f109a47 ON public.follow_up_comparedfindings USING btree (task_id);
CREATE INDEX follow_up_duechange_task_id_d0f71878 ON public.follow_up_duechange USING btree (task_id);
CREATE INDEX follow_up_escalation_officer_id_778fd07c ON public.follow_up_escalation USING btree (officer_id);
CREATE INDEX follow_up_escalation_task_id_b95cfeae ON public.follow_up_escalation USING btree (task_id);
CREATE INDEX follow_up_evidence_document_id_a23b4c13 ON public.follow_up_evidence USING btree (document_id);
CREATE INDEX follow_up_evidence_task_id_da5e9563 ON public.follow_up_evidence USING btree (task_id);
CREATE INDEX follow_up_phase_review_id_d8000784 ON public.follow_up_phase USING btree (review_id);
CREATE INDEX follow_up_plan_organisation_id_46363680 ON public.follow_up_plan USING btree (organisation_id);
CREATE INDEX follow_up_plan_phase_id_ebe70d70 ON public.follow_up_plan USING btree (phase_id);
CREATE INDEX follow_up_plan_review_id_22a4402f ON public.follow_up_plan USING btree (review_id);
CREATE INDEX follow_up_planimport_organisation_id_efb84583 ON public.follow_up_planimport USING btree (organisation_id);
CREATE INDEX follow_up_planimport_plan_id_c9fb9dad ON public.follow_up_planimport USING btree (plan_id);
CREATE INDEX follow_up_review_organisation_id_7ae8fbe4 ON public.follow_up_review USING btree (organisation_id);
CREATE INDEX follow_up_task_closed_by_id_13fab327 ON public.follow_up_task USING btree (closed_by_id);
CREATE INDEX follow_up_task_created_by_id_c782381c ON public.follow_up_task USING btree (created_by_id);
CREATE INDEX follow_up_task_done_by_account_id_f8ae7728 ON public.follow_up_task USING btree (done_by_account_id);
CREATE INDEX follow_up_task_done_by_id_ac50a1fb ON public.follow_up_task USING btree (done_by_id);
CREATE INDEX follow_up_task_first_self_id_66634dbd ON public.follow_up_task USING btree (first_self_id);
CREATE INDEX follow_up_task_organisation_id_137d2f14 ON public.follow_up_task USING btree (organisation_id);
CREATE INDEX follow_up_task_owner_id_8d5a8bda ON public.follow_up_task USING btree (owner_id);
CREATE INDEX follow_up_task_plan_id_e2dd5f2c ON public.follow_up_task USING btree (plan_id);
CREATE INDEX foresee_projection_organisation_id_9ea1bec8 ON public.foresee_projection USING btree (organisation_id);
CREATE INDEX foresee_scenario_organisation_id_2cb69579 ON public.foresee_scenario USING btree (organisation_id);
CREATE INDEX foresee_scenariocomment_organisation_id_294b24c3 ON public.foresee_scenariocomment USING btree (organisation_id);
CREATE INDEX foresee_scenariocomment_scenario_id_df823ad9 ON public.foresee_scenariocomment USING btree (scenario_id);
CREATE INDEX foresee_scenarioversion_scenario_id_75bd930d ON public.foresee_scenarioversion USING btree (scenario_id);
CREATE INDEX foresee_sentscenario_scenario_id_14290478 ON public.foresee_sentscenario USING btree (scenario_id);
CREATE INDEX govern_agendaitem_document_id_c057dad8 ON public.govern_agendaitem USING btree (document_id);
CREATE INDEX govern_agendaitem_meeting_id_fb23d658 ON public.govern_agendaitem USING btree (meeting_id);
CREATE INDEX govern_agendaitem_organisation_id_e015999f ON public.govern_agendaitem USING btree (organisation_id);
CREATE INDEX govern_agendaitem_paper_id_a7f6e5bd ON public.govern_agendaitem USING btree (paper_id);
CREATE INDEX govern_answer_document_id_dce942fd ON public.govern_answer USING btree (document_id);
CREATE INDEX govern_answer_organisation_id_6280a0c3 ON public.govern_answer USING btree (organisation_id);
CREATE INDEX govern_answer_question_id_93d8faf3 ON public.govern_answer USING btree (question_id);
CREATE INDEX govern_assessment_document_id_5588c901 ON public.govern_assessment USING btree (document_id);
CREATE INDEX govern_assessment_organisation_id_7816ad87 ON public.govern_assessment USING btree (organisation_id);
CREATE INDEX govern_assessment_paper_id_dd9bdf67 ON public.govern_assessment USING btree (paper_id);
CREATE INDEX govern_backgroundpaper_document_id_ae2affe3 ON public.govern_backgroundpaper USING btree (document_id);
CREATE INDEX govern_backgroundpaper_organisation_id_b5361845 ON public.govern_backgroundpaper USING btree (organisation_id);
CREATE INDEX govern_backgroundpaper_paper_id_3e67eb8c ON public.govern_backgroundpaper USING btree (paper_id);
CREATE INDEX govern_body_organisation_id_034e68ba ON public.govern_body USING btree (organisation_id);
CREATE INDEX govern_consultation_organisation_id_2883380a ON public.govern_consultation USING btree (organisation_id);
CREATE INDEX govern_consultation_paper_id_e0d11312 ON public.govern_consultation USING btree (paper_id);
CREATE INDEX govern_direction_organisation_id_0b3c7d9f ON public.govern_direction USING btree (organisation_id);
CREATE INDEX govern_direction_replaces_id_41cbd206 ON public.govern_direction USING btree (replaces_id);
CREATE INDEX govern_direction_to_id_7520a99c ON public.govern_direction USING btree (to_id);
CREATE INDEX govern_directionnote_direction_id_77f3ec51 ON public.govern_directionnote USING btree (direction_id);
CREATE INDEX govern_directionnote_organisation_id_2332b7b1 ON public.govern_directionnote USING btree (organisation_id);
CREATE INDEX govern_meeting_body_id_e5dcb016 ON public.govern_meeting USING btree (body_id);
CREATE INDEX govern_meeting_organisation_id_9cf208c1 ON public.govern_meeting USING btree (organisation_id);
CREATE INDEX govern_paper_begun_by_id_4d5700d6 ON public.govern_paper USING btree (begun_by_id);
CREATE INDEX govern_paper_organisation_id_c89ac4f3 ON public.govern_paper USING btree (organisation_id);
CREATE INDEX govern_paper_sent_by_id_feb33960 ON public.govern_paper USING btree (sent_by_id);
CREATE INDEX govern_question_asked_by_id_7a3ad584 ON public.govern_question USING btree (asked_by_id);
CREATE INDEX govern_question_asked_from_id_97e2c07f ON public.govern_question USING btree (asked_from_id);
CREATE INDEX govern_question_organisation_id_8dd27bcc ON public.govern_question USING btree (organisation_id);
CREATE INDEX govern_question_paper_id_52987e65 ON public.govern_question USING btree (paper_id);
CREATE INDEX govern_scrutiny_called_by_id_8326f7c8 ON public.govern_scrutiny USING btree (called_by_id);
CREATE INDEX govern_scrutiny_organisation_id_a51c9608 ON public.govern_scrutiny USING btree (organisation_id);
CREATE INDEX govern_scrutiny_paper_id_c2b12004 ON public.govern_scrutiny USING btree (paper_id);
CREATE UNIQUE INDEX group_decision_stands_once_for_a_group ON public.register_groupdecision USING btree (organisation_id, group_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE UNIQUE INDEX import_of_a_file_stands_once ON public.contract_importbatch USING btree (organisation_id, sha256) WHERE ((state)::text = 'open'::text);
CREATE INDEX import_row_in_state ON public.contract_importrow USING btree (batch_id, state, source_row);
CREATE INDEX invitation_by_organisation ON public.platform_invitation USING btree (organisation_id, sent_at DESC);
CREATE UNIQUE INDEX invitation_is_open_once ON public.platform_invitation USING btree (organisation_id, email, kind, for_id) NULLS NOT DISTINCT WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX job_by_organisation ON public.platform_job USING btree (organisation_id, asked_at DESC);
CREATE INDEX keep_to_briefingread_officer_id_0692cf86 ON public.keep_to_briefingread USING btree (officer_id);
CREATE INDEX keep_to_briefingread_organisation_id_bb0cf09d ON public.keep_to_briefingread USING btree (organisation_id);
CREATE INDEX keep_to_briefingread_version_id_e0144674 ON public.keep_to_briefingread USING btree (version_id);
CREATE INDEX keep_to_briefingversion_agreement_id_e75ffc96 ON public.keep_to_briefingversion USING btree (agreement_id);
CREATE INDEX keep_to_briefingversion_organisation_id_5e2af869 ON public.keep_to_briefingversion USING btree (organisation_id);
CREATE INDEX keep_to_grantapplication_agreement_id_def17517 ON public.keep_to_grantapplication USING btree (agreement_id);
CREATE INDEX keep_to_grantapplication_organisation_id_1a1c6905 ON public.keep_to_grantapplication USING btree (organisation_id);
CREATE INDEX keep_to_knownfacts_agreement_id_982f4853 ON public.keep_to_knownfacts USING btree (agreement_id);
CREATE INDEX keep_to_knownfacts_organisation_id_333338d9 ON public.keep_to_knownfacts USING btree (organisation_id);
CREATE INDEX keep_to_obligation_agreement_id_49afbc8d ON public.keep_to_obligation USING btree (agreement_id);
CREATE INDEX keep_to_obligation_organisation_id_0f58a6ca ON public.keep_to_obligation USING btree (organisation_id);
CREATE INDEX keep_to_obligation_owner_id_5dbe10ef ON public.keep_to_obligation USING btree (owner_id);
CREATE INDEX keep_to_obligationchange_obligation_id_735b1f70 ON public.keep_to_obligationchange USING btree (obligation_id);
CREATE INDEX keep_to_obligationchange_organisation_id_2865479a ON public.keep_to_obligationchange USING btree (organisation_id);
CREATE INDEX keep_to_statement_agreement_id_4f531f12 ON public.keep_to_statement USING btree (agreement_id);
CREATE INDEX keep_to_statement_organisation_id_05e4e34d ON public.keep_to_statement USING btree (organisation_id);
CREATE INDEX keep_to_statementline_organisation_id_79afbfbb ON public.keep_to_statementline USING btree (organisation_id);
CREATE INDEX keep_to_statementline_statement_id_25ca2853 ON public.keep_to_statementline USING btree (statement_id);
CREATE INDEX keep_to_timetable_agreement_id_7510b5c4 ON public.keep_to_timetable USING btree (agreement_id);
CREATE INDEX keep_to_timetable_organisation_id_0e50f105 ON public.keep_to_timetable USING btree (organisation_id);
CREATE INDEX keep_to_undertakingcheck_agreement_id_615c41de ON public.keep_to_undertakingcheck USING btree (agreement_id);
CREATE INDEX keep_to_undertakingcheck_organisation_id_ca8925da ON public.keep_to_undertakingcheck USING btree (organisation_id);
CREATE UNIQUE INDEX lead_officer_one_for_each_duty ON public.platform_leadofficer USING btree (organisation_id, duty) WHERE (ends_before IS NULL);
CREATE INDEX letter_of_a_version ON public.correspond_letter USING btree (version_id, written_at DESC);
CREATE INDEX look_at_person ON public.register_look USING btree (person_id, at DESC);
CREATE UNIQUE INDEX meeting_of_a_body_once_at_a_time ON public.govern_meeting USING btree (body_id, starts_at) WHERE (cancelled_at IS NULL);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX notification_by_officer ON public.notify_notification USING btree (officer_id, told_at DESC);
CREATE INDEX notification_to_be_mailed ON public.notify_notification USING btree (officer_id, mail_due_at) WHERE ((delivery_id IS NULL) AND (mail_due_at IS NOT NULL));
CREATE INDEX notify_calendarentry_officer_id_7f33cda3 ON public.notify_calendarentry USING btree (officer_id);
CREATE INDEX notify_calendarentry_organisation_id_47201d54 ON public.notify_calendarentry USING btree (organisation_id);
CREATE INDEX notify_delivery_officer_id_1bba084c ON public.notify_delivery USING btree (officer_id);
CREATE INDEX notify_delivery_organisation_id_ab2feb57 ON public.notify_delivery USING btree (organisation_id);
CREATE INDEX notify_notification_delivery_id_d24aa905 ON public.notify_notification USING btree (delivery_id);
CREATE INDEX notify_notification_officer_id_7b818543 ON public.notify_notification USING btree (officer_id);
CREATE INDEX notify_notification_organisation_id_d58b3b03 ON public.notify_notification USING btree (organisation_id);
CREATE INDEX notify_preference_officer_id_3654dab1 ON public.notify_preference USING btree (officer_id);
CREATE INDEX notify_preference_organisation_id_94f46d17 ON public.notify_preference USING btree (organisation_id);
CREATE INDEX notify_subscription_officer_id_d089deff ON public.notify_subscription USING btree (officer_id);
CREATE INDEX notify_subscription_organisation_id_cfabeb91 ON public.notify_subscription USING btree (organisation_id);
CREATE INDEX obligation_by_day ON public.keep_to_obligation USING btree (organisation_id, state, due_at, id);
CREATE INDEX obligation_change_order ON public.keep_to_obligationchange USING btree (obligation_id, at);
CREATE INDEX obligation_of_agreement ON public.keep_to_obligation USING btree (agreement_id, due_at);
CREATE UNIQUE INDEX obligation_stands_once ON public.keep_to_obligation USING btree (agreement_id, rule, nth) WHERE (NOT ((state)::text = ANY (ARRAY[('done'::character varying)::text, ('not_needed'::character varying)::text])));
CREATE INDEX obligation_whose ON public.keep_to_obligation USING btree (owner_id, due_at) WHERE ((state)::text = 'due'::text);
CREATE INDEX opening_in_force ON public.register_opening USING btree (person_id, officer_id, open_until);
CREATE INDEX paper_by_number ON public.govern_paper USING btree (organisation_id, number DESC);
CREATE UNIQUE INDEX party_buys_alone ON public.contract_party USING btree (agreement_id) WHERE ((side)::text = 'buyer'::text);
CREATE UNIQUE INDEX party_stands_once_in_an_agreement ON public.contract_party USING btree (agreement_id, side, lower((name)::text)) WHERE (left_on IS NULL);
CREATE INDEX pay_seen_at_a_provider ON public.uplift_payseen USING btree (organisation_id, provider_key, paid_on);
CREATE INDEX person_by_reference ON public.register_person USING btree (organisation_id, lower((reference)::text), id);
CREATE INDEX person_in_area ON public.register_person USING btree (organisation_id, area_code, lower((reference)::text), id);
CREATE INDEX person_reference_begins ON public.register_person USING btree (organisation_id, reference COLLATE "C");
CREATE INDEX personal_access_by_account ON public.platform_personalaccess USING btree (account_id);
CREATE INDEX personal_access_by_subject ON public.platform_personalaccess USING btree (subject_id);
CREATE UNIQUE INDEX personal_access_stands_once ON public.platform_personalaccess USING btree (account_id, subject_id) WHERE (ended_at IS NULL);
CREATE INDEX plan_advice_decision_id_675e58bf ON public.plan_advice USING btree (decision_id);
CREATE INDEX plan_advice_document_id_61c5574f ON public.plan_advice USING btree (document_id);
CREATE INDEX plan_advice_organisation_id_a5a584ba ON public.plan_advice USING btree (organisation_id);
CREATE INDEX plan_ending_decision_id_eaf0d2f0 ON public.plan_ending USING btree (decision_id);
CREATE INDEX plan_ending_organisation_id_af4f2d5b ON public.plan_ending USING btree (organisation_id);
CREATE INDEX plan_evidence_decision_id_a9d39360 ON public.plan_evidence USING btree (decision_id);
CREATE INDEX plan_evidence_organisation_id_15d7d689 ON public.plan_evidence USING btree (organisation_id);
CREATE INDEX plan_judgement_decision_id_0187932b ON public.plan_judgement USING btree (decision_id);
CREATE INDEX plan_judgement_organisation_id_5c8c38a4 ON public.plan_judgement USING btree (organisation_id);
CREATE UNIQUE INDEX plan_of_an_organisation_is_one_in_a_review ON public.follow_up_plan USING btree (review_id, about) WHERE ((NOT common) AND (review_id IS NOT NULL));
CREATE UNIQUE INDEX plan_of_common_themes_is_one ON public.follow_up_plan USING btree (review_id) WHERE common;
CREATE INDEX plan_sourcingdecision_organisation_id_bb1d95f5 ON public.plan_sourcingdecision USING btree (organisation_id);
CREATE INDEX plan_sourcingdecision_replaces_id_43bab03c ON public.plan_sourcingdecision USING btree (replaces_id);
CREATE INDEX plan_weighed_decision_id_1f239ddb ON public.plan_weighed USING btree (decision_id);
CREATE INDEX plan_weighed_organisation_id_f6dba13e ON public.plan_weighed USING btree (organisation_id);
CREATE INDEX platform_cache_expires ON public.platform_cache USING btree (expires);
CREATE INDEX platform_contact_officer_id_1852805d ON public.platform_contact USING btree (officer_id);
CREATE INDEX platform_contact_organisation_id_8397bc59 ON public.platform_contact USING btree (organisation_id);
CREATE INDEX platform_contact_provider_id_74cbf9e4 ON public.platform_contact USING btree (provider_id);
CREATE INDEX platform_cover_absent_id_9f168337 ON public.platform_cover USING btree (absent_id);
CREATE INDEX platform_cover_deputy_id_62ce85e6 ON public.platform_cover USING btree (deputy_id);
CREATE INDEX platform_cover_organisation_id_0f1878a9 ON public.platform_cover USING btree (organisation_id);
CREATE INDEX platform_document_organisation_id_650a9927 ON public.platform_document USING btree (organisation_id);
CREATE INDEX platform_documentversion_document_id_6bfeacff ON public.platform_documentversion USING btree (document_id);
CREATE INDEX platform_documentversion_organisation_id_64cad33d ON public.platform_documentversion USING btree (organisation_id);
CREATE INDEX platform_documentversion_uploaded_by_id_693c14d3 ON public.platform_documentversion USING btree (uploaded_by_id);
CREATE INDEX platform_escalationstep_officer_id_1bcd6a7b ON public.platform_escalationstep USING btree (officer_id);
CREATE INDEX platform_escalationstep_organisation_id_3a66b78d ON public.platform_escalationstep USING btree (organisation_id);
CREATE INDEX platform_factorreset_asked_by_id_d078a7d5 ON public.platform_factorreset USING btree (asked_by_id);
CREATE INDEX platform_factorreset_confirmed_by_id_f52cbab7 ON public.platform_factorreset USING btree (confirmed_by_id);
CREATE INDEX platform_factorreset_officer_id_fe749fd6 ON public.platform_factorreset USING btree (officer_id);
CREATE INDEX platform_factorreset_organisation_id_9964acd0 ON public.platform_factorreset USING btree (organisation_id);
CREATE INDEX platform_grouprole_organisation_id_f5dbdf3c ON public.platform_grouprole USING btree (organisation_id);
CREATE INDEX platform_invitation_accepted_by_id_7edf6c9a ON public.platform_invitation USING btree (accepted_by_id);
CREATE INDEX platform_invitation_invited_by_id_0b2bceb7 ON public.platform_invitation USING btree (invited_by_id);
CREATE INDEX platform_invitation_organisation_id_0a76ab01 ON public.platform_invitation USING btree (organisation_id);
CREATE INDEX platform_job_organisation_id_7b96451c ON public.platform_job USING btree (organisation_id);
CREATE INDEX platform_job_requested_by_id_abd5f8b5 ON public.platform_job USING btree (requested_by_id);
CREATE INDEX platform_leadofficer_officer_id_5fd2e55e ON public.platform_leadofficer USING btree (officer_id);
CREATE INDEX platform_leadofficer_organisation_id_7a4553a7 ON public.platform_leadofficer USING btree (organisation_id);
CREATE INDEX platform_locality_organisation_id_429998a9 ON public.platform_locality USING btree (organisation_id);
CREATE INDEX platform_officer_account_id_1a0a24cf ON public.platform_officer USING btree (account_id);
CREATE INDEX platform_officer_organisation_id_3e35b056 ON public.platform_officer USING btree (organisation_id);
CREATE INDEX platform_officerrole_officer_id_0f95e236 ON public.platform_officerrole USING btree (officer_id);
CREATE INDEX platform_organisation_slug_cf2f2bcb ON public.platform_organisation USING btree (slug);
CREATE INDEX platform_organisation_slug_cf2f2bcb_like ON public.platform_organisation USING btree (slug varchar_pattern_ops);
CREATE INDEX platform_partnership_organisation_id_01cefd2f ON public.platform_partnership USING btree (organisation_id);
CREATE INDEX platform_partnershipmember_organisation_id_d58d4445 ON public.platform_partnershipmember USING btree (organisation_id);
CREATE INDEX platform_partnershipmember_terms_id_76a57dd3 ON public.platform_partnershipmember USING btree (terms_id);
CREATE INDEX platform_partnershipsharing_terms_id_899d4f4b ON public.platform_partnershipsharing USING btree (terms_id);
CREATE INDEX platform_partnershipterms_partnership_id_e34434ac ON public.platform_partnershipterms USING btree (partnership_id);
CREATE INDEX platform_personalaccess_account_id_f1e69de8 ON public.platform_personalaccess USING btree (account_id);
CREATE INDEX platform_personalaccess_confirmed_by_id_c363d419 ON public.platform_personalaccess USING btree (confirmed_by_id);
CREATE INDEX platform_personalaccess_organisation_id_2e69fffa ON public.platform_personalaccess USING btree (organisation_id);
CREATE INDEX platform_sentintent_organisation_id_0ffb2662 ON public.platform_sentintent USING btree (organisation_id);
CREATE INDEX platform_session_account_id_03a0d12b ON public.platform_session USING btree (account_id);
CREATE INDEX platform_session_expire_date_52528a69 ON public.platform_session USING btree (expire_date);
CREATE INDEX platform_session_session_key_6aa10885_like ON public.platform_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX platform_signinlock_address_digest_a57843e8_like ON public.platform_signinlock USING btree (address_digest varchar_pattern_ops);
CREATE INDEX platform_team_lead_id_1e0d1e34 ON public.platform_team USING btree (lead_id);
CREATE INDEX platform_team_locality_id_2f7e81d2 ON public.platform_team USING btree (locality_id);
CREATE INDEX platform_team_organisation_id_128f3c3b ON public.platform_team USING btree (organisation_id);
CREATE INDEX platform_teammember_officer_id_b9312297 ON public.platform_teammember USING btree (officer_id);
CREATE INDEX platform_teammember_team_id_d13b7cb8 ON public.platform_teammember USING btree (team_id);
CREATE INDEX platform_trainingtaken_document_id_df50f728 ON public.platform_trainingtaken USING btree (document_id);
CREATE INDEX platform_trainingtaken_officer_id_d4bac37a ON public.platform_trainingtaken USING btree (officer_id);
CREATE INDEX platform_trainingtaken_organisation_id_cca92a54 ON public.platform_trainingtaken USING btree (organisation_id);
CREATE INDEX platform_trainingtaken_recorded_by_id_a55706e8 ON public.platform_trainingtaken USING btree (recorded_by_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX projection_by_area ON public.foresee_projection USING btree (organisation_id, area_kind, area_code, asked_at DESC);
CREATE UNIQUE INDEX public_run_decision_stands_once_for_a_service ON public.register_publicrundecision USING btree (organisation_id, service_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX reading_is_open_once ON public.uplift_reading USING btree (round_id) WHERE (answered_at IS NULL);
CREATE INDEX register_activity_organisation_id_dc7eb695 ON public.register_activity USING btree (organisation_id);
CREATE INDEX register_activity_person_id_c9361427 ON public.register_activity USING btree (person_id);
CREATE INDEX register_capacityreport_organisation_id_4bf05fcd ON public.register_capacityreport USING btree (organisation_id);
CREATE INDEX register_correction_organisation_id_8af24b68 ON public.register_correction USING btree (organisation_id);
CREATE INDEX register_dataset_document_id_e677d54d ON public.register_dataset USING btree (document_id);
CREATE INDEX register_dataset_organisation_id_ef724f10 ON public.register_dataset USING btree (organisation_id);
CREATE INDEX register_datasettable_dataset_id_9551b057 ON public.register_datasettable USING btree (dataset_id);
CREATE INDEX register_groupdecision_organisation_id_fd2b0b6e ON public.register_groupdecision USING btree (organisation_id);
CREATE INDEX register_look_opening_id_f95e0ce7 ON public.register_look USING btree (opening_id);
CREATE INDEX register_look_organisation_id_04f473a4 ON public.register_look USING btree (organisation_id);
CREATE INDEX register_look_person_id_fc4c5f38 ON public.register_look USING btree (person_id);
CREATE INDEX register_opening_officer_id_1f5bfac8 ON public.register_opening USING btree (officer_id);
CREATE INDEX register_opening_organisation_id_9031a2eb ON public.register_opening USING btree (organisation_id);
CREATE INDEX register_opening_person_id_690e3863 ON public.register_opening USING btree (person_id);
CREATE INDEX register_person_organisation_id_3c9e2e28 ON public.register_person USING btree (organisation_id);
CREATE INDEX register_publicrundecision_organisation_id_3558dd87 ON public.register_publicrundecision USING btree (organisation_id);
CREATE INDEX register_servicereading_dataset_id_7b01b499 ON public.register_servicereading USING btree (dataset_id);
CREATE INDEX register_servicereading_organisation_id_5844a415 ON public.register_servicereading USING btree (organisation_id);
CREATE INDEX request_by_organisation ON public.decide_approvalrequest USING btree (organisation_id, asked_at DESC);
CREATE INDEX request_by_subject ON public.decide_approvalrequest USING btree (subject_kind, subject_id);
CREATE UNIQUE INDEX request_is_open_once_for_an_act ON public.decide_approvalrequest USING btree (subject_kind, subject_id, act) WHERE (NOT ((state)::text = ANY (ARRAY[('approved'::character varying)::text, ('declined'::character varying)::text, ('set_aside'::character varying)::text, ('withdrawn'::character varying)::text])));
CREATE UNIQUE INDEX reversal_is_asked_for_once ON public.contract_reversal USING btree (agreement_id) WHERE ((confirmed_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX run_by_area ON public.analyse_analysisrun USING btree (organisation_id, area_kind, area_code, asked_at DESC);
CREATE INDEX scenario_by_change ON public.foresee_scenario USING btree (organisation_id, changed_at DESC);
CREATE INDEX scenario_comment_by_time ON public.foresee_scenariocomment USING btree (scenario_id, at);
CREATE UNIQUE INDEX scenario_name_is_its_own ON public.foresee_scenario USING btree (organisation_id, name) WHERE (put_away_at IS NULL);
CREATE UNIQUE INDEX scheme_takes_effect_alone ON public.decide_scheme USING btree (organisation_id, takes_effect_on) WHERE ((state)::text = 'adopted'::text);
CREATE UNIQUE INDEX scrutiny_of_a_paper_runs_once_at_a_time ON public.govern_scrutiny USING btree (paper_id) WHERE (ended_at IS NULL);
CREATE INDEX sent_intent_by_age ON public.platform_sentintent USING btree (sent_at);
CREATE INDEX service_by_name ON public.register_servicereading USING btree (lower((name)::text), id);
CREATE INDEX service_in_council ON public.register_servicereading USING btree (as_at, council_code, lower((name)::text), id);
CREATE INDEX service_over_time ON public.register_servicereading USING btree (service_id, as_at);
CREATE UNIQUE INDEX service_stands_once_in_an_agreement ON public.contract_agreementservice USING btree (agreement_id, lower((name)::text), care_group, lower((area_name)::text));
CREATE INDEX session_by_account ON public.platform_session USING btree (account_id);
CREATE UNIQUE INDEX signature_of_an_officer_stands_once ON public.contract_signature USING btree (agreement_id, officer_id) WHERE (officer_id IS NOT NULL);
CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);
CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);
CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);
CREATE INDEX sourcing_by_number ON public.plan_sourcingdecision USING btree (organisation_id, number DESC, version DESC);
CREATE UNIQUE INDEX sourcing_one_draft_at_a_time ON public.plan_sourcingdecision USING btree (organisation_id, number) WHERE ((state)::text = 'draft'::text);
CREATE UNIQUE INDEX sourcing_one_version_in_force ON public.plan_sourcingdecision USING btree (organisation_id, number) WHERE ((state)::text = 'decided'::text);
CREATE UNIQUE INDEX step_approved_once_by_a_person ON public.decide_stepdecision USING btree (request_id, account_id) WHERE (((committee)::text = ''::text) AND ((outcome)::text = 'approve'::text));
CREATE UNIQUE INDEX step_approved_once_by_a_power ON public.decide_stepdecision USING btree (request_id, power_account_id) WHERE (((committee)::text = ''::text) AND ((outcome)::text = 'approve'::text));
CREATE UNIQUE INDEX subscription_one_at_a_time ON public.notify_subscription USING btree (officer_id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX supplier_stands_once_in_an_import ON public.contract_importsupplier USING btree (batch_id, lower((name)::text), numbers);
CREATE UNIQUE INDEX taking_back_is_asked_for_once ON public.vary_takingback USING btree (variation_id) WHERE ((confirmed_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX task_by_due_date ON public.follow_up_task USING btree (organisation_id, state, due_at);
CREATE INDEX task_by_owner ON public.follow_up_task USING btree (owner_id, state, due_at);
CREATE UNIQUE INDEX task_of_a_row_is_in_its_plan_once ON public.follow_up_task USING btree (plan_id, row_digest) WHERE (NOT ((row_digest)::text = ''::text));
CREATE UNIQUE INDEX team_name_is_its_own ON public.platform_team USING btree (organisation_id, name) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX template_name_once_in_an_organisation ON public.correspond_lettertemplate USING btree (organisation_id, lower((name)::text));
CREATE INDEX undertaking_newest ON public.keep_to_undertakingcheck USING btree (agreement_id, undertaking, checked_at);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX uplift_floorreason_organisation_id_e0c2f734 ON public.uplift_floorreason USING btree (organisation_id);
CREATE INDEX uplift_floorreason_round_id_c52e91a4 ON public.uplift_floorreason USING btree (round_id);
CREATE INDEX uplift_line_of_provider ON public.uplift_upliftline USING btree (round_id, provider_key, place);
CREATE INDEX uplift_payseen_document_id_44131870 ON public.uplift_payseen USING btree (document_id);
CREATE INDEX uplift_payseen_organisation_id_24cb24a0 ON public.uplift_payseen USING btree (organisation_id);
CREATE INDEX uplift_provideranswer_evidence_id_fe5dce02 ON public.uplift_provideranswer USING btree (evidence_id);
CREATE INDEX uplift_provideranswer_organisation_id_77409dd6 ON public.uplift_provideranswer USING btree (organisation_id);
CREATE INDEX uplift_provideranswer_round_id_c7f6e762 ON public.uplift_provideranswer USING btree (round_id);
CREATE INDEX uplift_reading_organisation_id_d7f8e53f ON public.uplift_reading USING btree (organisation_id);
CREATE INDEX uplift_reading_reader_id_b20f077b ON public.uplift_reading USING btree (reader_id);
CREATE INDEX uplift_reading_round_id_a9f4b7b5 ON public.uplift_reading USING btree (round_id);
CREATE INDEX uplift_readline_organisation_id_2ac49c2b ON public.uplift_readline USING btree (organisation_id);
CREATE INDEX uplift_readline_reading_id_3c6a0ec8 ON public.uplift_readline USING btree (reading_id);
CREATE INDEX uplift_rounddraft_organisation_id_1a08864a ON public.uplift_rounddraft USING btree (organisation_id);
CREATE INDEX uplift_rounddraft_round_id_d6fd492b ON public.uplift_rounddraft USING btree (round_id);
CREATE INDEX uplift_settlement_organisation_id_ce83947e ON public.uplift_settlement USING btree (organisation_id);
CREATE INDEX uplift_upliftprovider_organisation_id_f9eba660 ON public.uplift_upliftprovider USING btree (organisation_id);
CREATE INDEX uplift_upliftprovider_round_id_b53edaab ON public.uplift_upliftprovider USING btree (round_id);
CREATE INDEX uplift_upliftround_organisation_id_8df5cca8 ON public.uplift_upliftround USING btree (organisation_id);
CREATE INDEX vary_exemption_organisation_id_d1980a41 ON public.vary_exemption USING btree (organisation_id);
CREATE INDEX vary_exit_agreement_id_f9564276 ON public.vary_exit USING btree (agreement_id);
CREATE INDEX vary_exit_organisation_id_56c07a59 ON public.vary_exit USING btree (organisation_id);
CREATE INDEX vary_exitstep_exit_id_e73e9344 ON public.vary_exitstep USING btree (exit_id);
CREATE INDEX vary_exitstep_organisation_id_9160d2b1 ON public.vary_exitstep USING btree (organisation_id);
CREATE INDEX vary_reliance_agreement_id_f9061981 ON public.vary_reliance USING btree (agreement_id);
CREATE INDEX vary_reliance_exemption_id_b49f3001 ON public.vary_reliance USING btree (exemption_id);
CREATE INDEX vary_reliance_organisation_id_5056bb94 ON public.vary_reliance USING btree (organisation_id);
CREATE INDEX vary_reliance_variation_id_ee17f384 ON public.vary_reliance USING btree (variation_id);
CREATE INDEX vary_takingback_organisation_id_66ad0cd5 ON public.vary_takingback USING btree (organisation_id);
CREATE INDEX vary_takingback_variation_id_7a616524 ON public.vary_takingback USING btree (variation_id);
CREATE INDEX vary_variation_agreement_id_77ab9ae2 ON public.vary_variation USING btree (agreement_id);
CREATE INDEX vary_variation_document_id_385d47e7 ON public.vary_variation USING btree (document_id);
CREATE INDEX vary_variation_organisation_id_b50cd87f ON public.vary_variation USING btree (organisation_id);
CREATE INDEX vary_variation_our_second_signatory_id_d3c6225d ON public.vary_variation USING btree (our_second_signatory_id);
CREATE INDEX vary_variation_our_signatory_id_13340a1e ON public.vary_variation USING btree (our_signatory_id);
CREATE TRIGGER keeps_its_owner BEFORE UPDATE ON public.decide_approvalrequest FOR EACH ROW EXECUTE FUNCTION public.platform_keeps_its_owner();
CREATE TRIGGER keeps_its_owner BEFORE UPDATE ON public.follow_up_task FOR EACH ROW EXECUTE FUNCTION public.platform_keeps_its_owner();
CREATE TRIGGER keeps_its_owner BEFORE UPDATE ON public.foresee_projection FOR EACH ROW EXECUTE FUNCTION public.platform_keeps_its_owner();
CREATE TRIGGER keeps_its_owner BEFORE UPDATE ON public.foresee_scenario FOR EACH ROW EXECUTE FUNCTION public.platform_keeps_its_owner();
CREATE TRIGGER keeps_its_owner BEFORE UPDATE ON public.govern_paper FOR EACH ROW EXECUTE FUNCTION public.platform_keeps_its_owner();
CREATE TRIGGER keeps_its_owner BEFORE UPDATE ON public.plan_sourcingdecision FOR EACH ROW EXECUTE FUNCTION public.platform_keeps_its_owner();
CREATE TRIGGER pgtrigger_activity_never_changed_46e24 BEFORE DELETE OR UPDATE ON public.register_activity FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_activity_never_changed_46e24();
CREATE TRIGGER pgtrigger_activity_never_emptied_8a657 BEFORE TRUNCATE ON public.register_activity FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_activity_never_emptied_8a657();
CREATE TRIGGER pgtrigger_agreement_forgets_nobody_who_touched_it_1a50a BEFORE UPDATE ON public.contract_agreement FOR EACH ROW WHEN ((NOT (new.touched_by_accounts @> old.touched_by_accounts))) EXECUTE FUNCTION public.pgtrigger_agreement_forgets_nobody_who_touched_it_1a50a();
CREATE TRIGGER pgtrigger_capacity_never_deleted_76b50 BEFORE DELETE ON public.register_capacityreport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_capacity_never_deleted_76b50();
CREATE TRIGGER pgtrigger_capacity_never_said_otherwise_ee03d BEFORE UPDATE ON public.register_capacityreport FOR EACH ROW WHEN (((old.organisation_id IS DISTINCT FROM new.organisation_id) OR ((old.area_kind)::text IS DISTINCT FROM (new.area_kind)::text) OR ((old.area_code)::text IS DISTINCT FROM (new.area_code)::text) OR ((old.area_name)::text IS DISTINCT FROM (new.area_name)::text) OR ((old.support)::text IS DISTINCT FROM (new.support)::text) OR ((old.measure)::text IS DISTINCT FROM (new.measure)::text) OR (old.amount IS DISTINCT FROM new.amount) OR (old.since IS DISTINCT FROM new.since) OR (old.planned IS DISTINCT FROM new.planned) OR ((old.provider_name)::text IS DISTINCT FROM (new.provider_name)::text) OR ((old.said_by)::text IS DISTINCT FROM (new.said_by)::text) OR (old.source IS DISTINCT FROM new.source) OR ((old.reported_by_name)::text IS DISTINCT FROM (new.reported_by_name)::text) OR (old.reported_at IS DISTINCT FROM new.reported_at))) EXECUTE FUNCTION public.pgtrigger_capacity_never_said_otherwise_ee03d();
CREATE TRIGGER pgtrigger_cost_return_never_deleted_f1110 BEFORE DELETE ON public.cost_costreturn FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_cost_return_never_deleted_f1110();
CREATE TRIGGER pgtrigger_cost_return_never_said_otherwise_f0815 BEFORE UPDATE ON public.cost_costreturn FOR EACH ROW WHEN (((old.organisation_id IS DISTINCT FROM new.organisation_id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.who)::text IS DISTINCT FROM (new.who)::text) OR ((old.service)::text IS DISTINCT FROM (new.service)::text) OR ((old.care_group)::text IS DISTINCT FROM (new.care_group)::text) OR ((old.type_of_care)::text IS DISTINCT FROM (new.type_of_care)::text) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR (old.ends_before IS DISTINCT FROM new.ends_before) OR ((old.unit)::text IS DISTINCT FROM (new.unit)::text) OR (old.units IS DISTINCT FROM new.units) OR (old.bed_weeks IS DISTINCT FROM new.bed_weeks) OR (old.stated_total_pence IS DISTINCT FROM new.stated_total_pence) OR (old.holds IS DISTINCT FROM new.holds) OR (old.source IS DISTINCT FROM new.source) OR (old.recorded_by_account IS DISTINCT FROM new.recorded_by_account) OR (old.recorded_at IS DISTINCT FROM new.recorded_at))) EXECUTE FUNCTION public.pgtrigger_cost_return_never_said_otherwise_f0815();
CREATE TRIGGER pgtrigger_decided_words_stay_8b040 BEFORE UPDATE ON public.plan_sourcingdecision FOR EACH ROW WHEN ((((old.state)::text <> 'draft'::text) AND ((old.number IS DISTINCT FROM new.number) OR (old.version IS DISTINCT FROM new.version) OR ((old.nation)::text IS DISTINCT FROM (new.nation)::text) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.services IS DISTINCT FROM new.services) OR (old.areas IS DISTINCT FROM new.areas) OR (old.care_groups IS DISTINCT FROM new.care_groups) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR (old.term_months IS DISTINCT FROM new.term_months) OR (old.annual_pence IS DISTINCT FROM new.annual_pence) OR (old.people_supported IS DISTINCT FROM new.people_supported) OR (old.is_new IS DISTINCT FROM new.is_new) OR (old.needs IS DISTINCT FROM new.needs) OR (old.views IS DISTINCT FROM new.views) OR (old.alternatives IS DISTINCT FROM new.alternatives) OR (old.rules_allow IS DISTINCT FROM new.rules_allow) OR ((old.ground)::text IS DISTINCT FROM (new.ground)::text) OR (old.ground_words IS DISTINCT FROM new.ground_words) OR (old.ground_source IS DISTINCT FROM new.ground_source) OR (old.ground_verified IS DISTINCT FROM new.ground_verified) OR (old.ground_why IS DISTINCT FROM new.ground_why) OR ((old.chosen)::text IS DISTINCT FROM (new.chosen)::text) OR (old.answer IS DISTINCT FROM new.answer) OR (old.look_again_on IS DISTINCT FROM new.look_again_on) OR (old.request_id IS DISTINCT FROM new.request_id) OR (old.without IS DISTINCT FROM new.without) OR (old.without_reason IS DISTINCT FROM new.without_reason) OR (old.approved_by IS DISTINCT FROM new.approved_by) OR (old.decided_at IS DISTINCT FROM new.decided_at) OR (old.written_by_account IS DISTINCT FROM new.written_by_account) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.replaces_id IS DISTINCT FROM new.replaces_id)))) EXECUTE FUNCTION public.pgtrigger_decided_words_stay_8b040();
CREATE TRIGGER pgtrigger_direction_never_deleted_343b8 BEFORE DELETE ON public.govern_direction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_direction_never_deleted_343b8();
CREATE TRIGGER pgtrigger_direction_note_stays_as_said_f0e7b BEFORE DELETE OR UPDATE ON public.govern_directionnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_direction_note_stays_as_said_f0e7b();
CREATE TRIGGER pgtrigger_direction_stays_as_issued_bb6a8 BEFORE UPDATE ON public.govern_direction FOR EACH ROW WHEN (((old.issued_at IS NOT NULL) AND ((old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.number IS DISTINCT FROM new.number) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.to_id IS DISTINCT FROM new.to_id) OR ((old.to_name)::text IS DISTINCT FROM (new.to_name)::text) OR (old.text IS DISTINCT FROM new.text) OR (old.functions IS DISTINCT FROM new.functions) OR (old.money_pence IS DISTINCT FROM new.money_pence) OR (old.payment IS DISTINCT FROM new.payment) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR (old.ends_before IS DISTINCT FROM new.ends_before) OR (old.request_id IS DISTINCT FROM new.request_id) OR ((old.rests_on)::text IS DISTINCT FROM (new.rests_on)::text) OR (old.replaces_id IS DISTINCT FROM new.replaces_id) OR ((old.replaces_how)::text IS DISTINCT FROM (new.replaces_how)::text) OR ((old.issued_by_name)::text IS DISTINCT FROM (new.issued_by_name)::text) OR (old.issued_at IS DISTINCT FROM new.issued_at)))) EXECUTE FUNCTION public.pgtrigger_direction_stays_as_issued_bb6a8();
CREATE TRIGGER pgtrigger_extension_is_taken_with_its_approval_a1135 BEFORE UPDATE ON public.contract_extensionoption FOR EACH ROW WHEN ((((old.state)::text <> 'taken'::text) AND ((new.state)::text = 'taken'::text) AND (new.request_id IS NULL))) EXECUTE FUNCTION public.pgtrigger_extension_is_taken_with_its_approval_a1135();
CREATE TRIGGER pgtrigger_floor_reason_stays_edd61 BEFORE DELETE OR UPDATE ON public.uplift_floorreason FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_floor_reason_stays_edd61();
CREATE TRIGGER pgtrigger_look_never_changed_902da BEFORE DELETE OR UPDATE ON public.register_look FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_look_never_changed_902da();
CREATE TRIGGER pgtrigger_never_a_minute_without_its_meeting_eaddb BEFORE INSERT ON public.decide_stepdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_a_minute_without_its_meeting_eaddb();
CREATE TRIGGER pgtrigger_never_by_whoever_acted_first_ce417 BEFORE INSERT ON public.decide_stepdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_by_whoever_acted_first_ce417();
CREATE TRIGGER pgtrigger_never_by_whoever_wrote_it_283d4 BEFORE INSERT ON public.decide_stepdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_by_whoever_wrote_it_283d4();
CREATE TRIGGER pgtrigger_never_changed_1e55b BEFORE DELETE OR UPDATE ON public.attest_checkpoint FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_1e55b();
CREATE TRIGGER pgtrigger_never_changed_25de9 BEFORE DELETE OR UPDATE ON public.attest_node FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_25de9();
CREATE TRIGGER pgtrigger_never_changed_2fdf6 BEFORE DELETE OR UPDATE ON public.attest_deposit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_2fdf6();
CREATE TRIGGER pgtrigger_never_changed_47a0f BEFORE DELETE OR UPDATE ON public.attest_leaf FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_47a0f();
CREATE TRIGGER pgtrigger_never_changed_88f72 BEFORE DELETE OR UPDATE ON public.platform_auditevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_88f72();
CREATE TRIGGER pgtrigger_never_changed_90598 BEFORE DELETE OR UPDATE ON public.foresee_scenarioversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_90598();
CREATE TRIGGER pgtrigger_never_changed_ae863 BEFORE DELETE OR UPDATE ON public.decide_stepdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_ae863();
CREATE TRIGGER pgtrigger_never_changed_d676c BEFORE DELETE OR UPDATE ON public.attest_verification FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_d676c();
CREATE TRIGGER pgtrigger_never_changed_f6f63 BEFORE DELETE OR UPDATE ON public.foresee_sentscenario FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_f6f63();
CREATE TRIGGER pgtrigger_never_changed_ffafb BEFORE DELETE OR UPDATE ON public.foresee_scenariocomment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changed_ffafb();
CREATE TRIGGER pgtrigger_never_changed_once_answered_d226d BEFORE DELETE OR UPDATE ON public.analyse_analysisrun FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_never_changed_once_answered_d226d();
CREATE TRIGGER pgtrigger_never_changed_once_answered_fa566 BEFORE UPDATE ON public.foresee_projection FOR EACH ROW WHEN (((old.answered_at IS NOT NULL) AND ((old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.number IS DISTINCT FROM new.number) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.question IS DISTINCT FROM new.question) OR (old.scenario_ids IS DISTINCT FROM new.scenario_ids) OR ((old.area_kind)::text IS DISTINCT FROM (new.area_kind)::text) OR ((old.area_code)::text IS DISTINCT FROM (new.area_code)::text) OR ((old.inputs_sha256)::text IS DISTINCT FROM (new.inputs_sha256)::text) OR (old.sources IS DISTINCT FROM new.sources) OR ((old.engine_version)::text IS DISTINCT FROM (new.engine_version)::text) OR ((old.asked_by_name)::text IS DISTINCT FROM (new.asked_by_name)::text) OR (old.asked_at IS DISTINCT FROM new.asked_at) OR (old.answered_at IS DISTINCT FROM new.answered_at) OR (old.answer IS DISTINCT FROM new.answer) OR ((old.answer_sha256)::text IS DISTINCT FROM (new.answer_sha256)::text)))) EXECUTE FUNCTION public.pgtrigger_never_changed_once_answered_fa566();
CREATE TRIGGER pgtrigger_never_deleted_once_answered_6b835 BEFORE DELETE ON public.foresee_projection FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_never_deleted_once_answered_6b835();
CREATE TRIGGER pgtrigger_never_emptied_0ca41 BEFORE TRUNCATE ON public.attest_verification FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_never_emptied_0ca41();
CREATE TRIGGER pgtrigger_never_emptied_1afeb BEFORE TRUNCATE ON public.attest_leaf FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_never_emptied_1afeb();
CREATE TRIGGER pgtrigger_never_emptied_6657a BEFORE TRUNCATE ON public.attest_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_never_emptied_6657a();
CREATE TRIGGER pgtrigger_never_emptied_6c2ee BEFORE TRUNCATE ON public.attest_deposit FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_never_emptied_6c2ee();
CREATE TRIGGER pgtrigger_never_emptied_6edec BEFORE TRUNCATE ON public.attest_node FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_never_emptied_6edec();
CREATE TRIGGER pgtrigger_never_emptied_94deb BEFORE TRUNCATE ON public.platform_auditevent FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_never_emptied_94deb();
CREATE TRIGGER pgtrigger_only_in_a_draft_0d877 BEFORE INSERT OR DELETE OR UPDATE ON public.plan_weighed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_in_a_draft_0d877();
CREATE TRIGGER pgtrigger_only_in_a_draft_2f849 BEFORE INSERT OR DELETE OR UPDATE ON public.plan_ending FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_in_a_draft_2f849();
CREATE TRIGGER pgtrigger_only_in_a_draft_74528 BEFORE INSERT OR DELETE OR UPDATE ON public.plan_judgement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_in_a_draft_74528();
CREATE TRIGGER pgtrigger_only_in_a_draft_e07c7 BEFORE INSERT OR DELETE OR UPDATE ON public.plan_advice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_in_a_draft_e07c7();
CREATE TRIGGER pgtrigger_only_in_a_draft_f7e0d BEFORE INSERT OR DELETE OR UPDATE ON public.plan_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_in_a_draft_f7e0d();
CREATE TRIGGER pgtrigger_opening_never_changed_8117d BEFORE DELETE OR UPDATE ON public.register_opening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_opening_never_changed_8117d();
CREATE TRIGGER pgtrigger_pay_seen_stays_32597 BEFORE DELETE OR UPDATE ON public.uplift_payseen FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_pay_seen_stays_32597();
CREATE TRIGGER pgtrigger_provider_answer_stays_84108 BEFORE DELETE OR UPDATE ON public.uplift_provideranswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_provider_answer_stays_84108();
CREATE TRIGGER pgtrigger_read_line_stays_as_it_was_answered_471ed BEFORE DELETE OR UPDATE ON public.uplift_readline FOR EACH ROW WHEN ((old.answered_pence IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_read_line_stays_as_it_was_answered_471ed();
CREATE TRIGGER pgtrigger_reading_stays_as_it_was_answered_39e0b BEFORE DELETE OR UPDATE ON public.uplift_reading FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_reading_stays_as_it_was_answered_39e0b();
CREATE TRIGGER pgtrigger_reliance_stays_94117 BEFORE DELETE OR UPDATE ON public.vary_reliance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_reliance_stays_94117();
CREATE TRIGGER pgtrigger_reliance_uses_what_was_granted_538f9 BEFORE INSERT ON public.vary_reliance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_reliance_uses_what_was_granted_538f9();
CREATE TRIGGER pgtrigger_returned_line_stays_d211c BEFORE DELETE OR UPDATE ON public.cost_returnedline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_returned_line_stays_d211c();
CREATE TRIGGER pgtrigger_settlement_stays_62914 BEFORE DELETE OR UPDATE ON public.uplift_settlement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_settlement_stays_62914();
CREATE TRIGGER pgtrigger_signature_stays_1b44c BEFORE DELETE OR UPDATE ON public.contract_signature FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_signature_stays_1b44c();
CREATE TRIGGER pgtrigger_sourcing_decision_stays_b99b1 BEFORE DELETE ON public.plan_sourcingdecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_sourcing_decision_stays_b99b1();
CREATE TRIGGER pgtrigger_template_words_stay_a941e BEFORE UPDATE ON public.correspond_templateversion FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.body IS DISTINCT FROM new.body) OR (old.number IS DISTINCT FROM new.number) OR (old.written_by_account IS DISTINCT FROM new.written_by_account) OR (old.written_at IS DISTINCT FROM new.written_at))) EXECUTE FUNCTION public.pgtrigger_template_words_stay_a941e();
CREATE TRIGGER pgtrigger_told_when_ce126 BEFORE INSERT ON public.platform_auditevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_told_when_ce126();
CREATE TRIGGER pgtrigger_uplift_line_comes_before_reading_78954 AFTER INSERT ON public.uplift_upliftline REFERENCING NEW TABLE AS lines FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_uplift_line_comes_before_reading_78954();
CREATE TRIGGER pgtrigger_uplift_line_goes_before_reading_9828d AFTER DELETE ON public.uplift_upliftline REFERENCING OLD TABLE AS lines FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_uplift_line_goes_before_reading_9828d();
CREATE TRIGGER pgtrigger_uplift_line_keeps_its_prices_76832 BEFORE UPDATE ON public.uplift_upliftline FOR EACH ROW WHEN (((new.round_id <> old.round_id) OR (new.price_line_id <> old.price_line_id) OR (new.new_line_id <> old.new_line_id) OR (new.old_pence <> old.old_pence) OR (new.new_pence IS DISTINCT FROM old.new_pence))) EXECUTE FUNCTION public.pgtrigger_uplift_line_keeps_its_prices_76832();
CREATE TRIGGER pgtrigger_uplift_round_forgets_nobody_who_touched_it_9be57 BEFORE UPDATE ON public.uplift_upliftround FOR EACH ROW WHEN ((NOT (new.touched_by_accounts @> old.touched_by_accounts))) EXECUTE FUNCTION public.pgtrigger_uplift_round_forgets_nobody_who_touched_it_9be57();
CREATE TRIGGER pgtrigger_uplift_round_stays_as_it_was_read_b9f67 BEFORE UPDATE ON public.uplift_upliftround FOR EACH ROW WHEN ((((old.state)::text = ANY (ARRAY[('applied'::character varying)::text, ('approved'::character varying)::text, ('checked'::character varying)::text, ('paid'::character varying)::text, ('reversed'::character varying)::text])) AND ((new.state)::text = ANY (ARRAY[('applied'::character varying)::text, ('approved'::character varying)::text, ('checked'::character varying)::text, ('paid'::character varying)::text, ('reversed'::character varying)::text])) AND ((new.rule <> old.rule) OR (new.effective_on <> old.effective_on) OR ((new.digest)::text <> (old.digest)::text)))) EXECUTE FUNCTION public.pgtrigger_uplift_round_stays_as_it_was_read_b9f67();
CREATE TRIGGER pgtrigger_variation_forgets_nobody_who_touched_it_add4f BEFORE UPDATE ON public.vary_variation FOR EACH ROW WHEN ((NOT (new.touched_by_accounts @> old.touched_by_accounts))) EXECUTE FUNCTION public.pgtrigger_variation_forgets_nobody_who_touched_it_add4f();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE CONSTRAINT TRIGGER shares_add_up AFTER INSERT OR UPDATE OF share, terms_id ON public.platform_partnershipmember DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.platform_shares_add_up();
CREATE TRIGGER terms_stay_as_agreed BEFORE INSERT ON public.platform_partnershipmember FOR EACH ROW EXECUTE FUNCTION public.platform_terms_stay_as_agreed();
CREATE TRIGGER terms_stay_as_agreed BEFORE INSERT ON public.platform_partnershipsharing FOR EACH ROW EXECUTE FUNCTION public.platform_terms_stay_as_agreed();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_platform_account_id FOREIGN KEY (user_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.analyse_analysisrun
    ADD CONSTRAINT analyse_analysisrun_organisation_id_92fb82b4_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_agreement
    ADD CONSTRAINT contract_agreement_budget_holder_id_a324f401_fk_platform_ FOREIGN KEY (budget_holder_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_agreement
    ADD CONSTRAINT contract_agreement_contact_id_25645d4a_fk_platform_officer_id FOREIGN KEY (contact_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_agreement
    ADD CONSTRAINT contract_agreement_organisation_id_918e03eb_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_agreement
    ADD CONSTRAINT contract_agreement_person_id_97bbff07_fk_register_person_id FOREIGN KEY (person_id) REFERENCES public.register_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_agreement
    ADD CONSTRAINT contract_agreement_successor_id_546ec4ac_fk_contract_ FOREIGN KEY (successor_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_agreementservice
    ADD CONSTRAINT contract_agreementse_agreement_id_5b3457d6_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_agreementservice
    ADD CONSTRAINT contract_agreementse_organisation_id_7d12e88a_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_caregoeson
    ADD CONSTRAINT contract_caregoeson_agreement_id_ffded200_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_caregoeson
    ADD CONSTRAINT contract_caregoeson_organisation_id_475a0e43_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_caregoeson
    ADD CONSTRAINT contract_caregoeson_owner_id_9195acab_fk_platform_officer_id FOREIGN KEY (owner_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_extensionoption
    ADD CONSTRAINT contract_extensionop_agreement_id_3162a187_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_extensionoption
    ADD CONSTRAINT contract_extensionop_organisation_id_529a3eab_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_importbatch
    ADD CONSTRAINT contract_importbatch_organisation_id_150677e2_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_importrow
    ADD CONSTRAINT contract_importrow_agreement_id_87dcc023_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_importrow
    ADD CONSTRAINT contract_importrow_batch_id_3a184941_fk_contract_importbatch_id FOREIGN KEY (batch_id) REFERENCES public.contract_importbatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_importrow
    ADD CONSTRAINT contract_importrow_organisation_id_775a701a_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_importrow
    ADD CONSTRAINT contract_importrow_supplier_id_8bf85a45_fk_contract_ FOREIGN KEY (supplier_id) REFERENCES public.contract_importsupplier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_importsupplier
    ADD CONSTRAINT contract_importsuppl_batch_id_99aeca77_fk_contract_ FOREIGN KEY (batch_id) REFERENCES public.contract_importbatch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_importsupplier
    ADD CONSTRAINT contract_importsuppl_organisation_id_6fa6caf4_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_opendatapublisher
    ADD CONSTRAINT contract_opendatapub_organisation_id_0df6598f_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_party
    ADD CONSTRAINT contract_party_agreement_id_b7753494_fk_contract_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_party
    ADD CONSTRAINT contract_party_organisation_id_a3805b07_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_priceline
    ADD CONSTRAINT contract_priceline_agreement_id_43bd136a_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_priceline
    ADD CONSTRAINT contract_priceline_organisation_id_75084330_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_priceline
    ADD CONSTRAINT contract_priceline_service_id_f4e81bcb_fk_contract_ FOREIGN KEY (service_id) REFERENCES public.contract_agreementservice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_reversal
    ADD CONSTRAINT contract_reversal_agreement_id_c9bbd8d7_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_reversal
    ADD CONSTRAINT contract_reversal_organisation_id_9b4da0ba_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_signature
    ADD CONSTRAINT contract_signature_agreement_id_e798bab5_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_signature
    ADD CONSTRAINT contract_signature_document_id_11c824be_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_signature
    ADD CONSTRAINT contract_signature_officer_id_b8a873ff_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_signature
    ADD CONSTRAINT contract_signature_organisation_id_c3933813_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contract_signature
    ADD CONSTRAINT contract_signature_party_id_58f9b1b6_fk_contract_party_id FOREIGN KEY (party_id) REFERENCES public.contract_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.correspond_letter
    ADD CONSTRAINT correspond_letter_organisation_id_cb96e51d_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.correspond_letter
    ADD CONSTRAINT correspond_letter_pdf_id_e8fd772e_fk_platform_document_id FOREIGN KEY (pdf_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.correspond_letter
    ADD CONSTRAINT correspond_letter_version_id_bbe25ac1_fk_correspon FOREIGN KEY (version_id) REFERENCES public.correspond_templateversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.correspond_letter
    ADD CONSTRAINT correspond_letter_word_id_4a5f5cc9_fk_platform_document_id FOREIGN KEY (word_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.correspond_lettertemplate
    ADD CONSTRAINT correspond_lettertem_organisation_id_a4613cc2_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.correspond_templateversion
    ADD CONSTRAINT correspond_templatev_organisation_id_c5d71f2a_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.correspond_templateversion
    ADD CONSTRAINT correspond_templatev_template_id_99f06515_fk_correspon FOREIGN KEY (template_id) REFERENCES public.correspond_lettertemplate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cost_costreturn
    ADD CONSTRAINT cost_costreturn_organisation_id_3e6a6f32_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cost_returnedline
    ADD CONSTRAINT cost_returnedline_cost_return_id_41424c99_fk_cost_costreturn_id FOREIGN KEY (cost_return_id) REFERENCES public.cost_costreturn(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.cost_returnedline
    ADD CONSTRAINT cost_returnedline_organisation_id_fdfd993b_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_answer
    ADD CONSTRAINT decide_answer_request_id_f137144d_fk_decide_approvalrequest_id FOREIGN KEY (request_id) REFERENCES public.decide_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_approvalrequest
    ADD CONSTRAINT decide_approvalreque_organisation_id_1508e7a8_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_approvalrequest
    ADD CONSTRAINT decide_approvalreque_requester_account_id_5dfc014f_fk_platform_ FOREIGN KEY (requester_account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_approvalrequest
    ADD CONSTRAINT decide_approvalreque_requester_id_8138eb28_fk_platform_ FOREIGN KEY (requester_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_approvalrequest
    ADD CONSTRAINT decide_approvalrequest_line_id_0389a972_fk_decide_schemeline_id FOREIGN KEY (line_id) REFERENCES public.decide_schemeline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_hold
    ADD CONSTRAINT decide_hold_request_id_0b9161d7_fk_decide_approvalrequest_id FOREIGN KEY (request_id) REFERENCES public.decide_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_reconsideration
    ADD CONSTRAINT decide_reconsiderati_request_id_fecf58a3_fk_decide_ap FOREIGN KEY (request_id) REFERENCES public.decide_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_scheme
    ADD CONSTRAINT decide_scheme_ended_by_id_49cbacf3_fk_platform_account_id FOREIGN KEY (ended_by_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_scheme
    ADD CONSTRAINT decide_scheme_organisation_id_683e2aec_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_scheme
    ADD CONSTRAINT decide_scheme_proposed_by_id_156d87fa_fk_platform_account_id FOREIGN KEY (proposed_by_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_schemeline
    ADD CONSTRAINT decide_schemeline_scheme_id_95893e76_fk_decide_scheme_id FOREIGN KEY (scheme_id) REFERENCES public.decide_scheme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_step
    ADD CONSTRAINT decide_step_request_id_0b388071_fk_decide_approvalrequest_id FOREIGN KEY (request_id) REFERENCES public.decide_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_account_id_c5f501a2_fk_platform_account_id FOREIGN KEY (account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_document_id_79544a48_fk_platform_ FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_officer_id_cd931369_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_power_account_id_117958f7_fk_platform_ FOREIGN KEY (power_account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_request_id_f3fb30c4_fk_decide_ap FOREIGN KEY (request_id) REFERENCES public.decide_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_requester_account_id_ac3c70bb_fk_platform_ FOREIGN KEY (requester_account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT decide_stepdecision_step_id_fd659194_fk_decide_step_id FOREIGN KEY (step_id) REFERENCES public.decide_step(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_urgentuse
    ADD CONSTRAINT decide_urgentuse_account_id_c648df00_fk_platform_account_id FOREIGN KEY (account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_urgentuse
    ADD CONSTRAINT decide_urgentuse_power_account_id_8b6c3412_fk_platform_ FOREIGN KEY (power_account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_urgentuse
    ADD CONSTRAINT decide_urgentuse_request_id_bd528af1_fk_decide_ap FOREIGN KEY (request_id) REFERENCES public.decide_approvalrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_comparedfindings
    ADD CONSTRAINT follow_up_comparedfi_earlier_id_d95743e7_fk_follow_up FOREIGN KEY (earlier_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_comparedfindings
    ADD CONSTRAINT follow_up_comparedfi_task_id_4f109a47_fk_follow_up FOREIGN KEY (task_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_duechange
    ADD CONSTRAINT follow_up_duechange_task_id_d0f71878_fk_follow_up_task_id FOREIGN KEY (task_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_escalation
    ADD CONSTRAINT follow_up_escalation_officer_id_778fd07c_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_escalation
    ADD CONSTRAINT follow_up_escalation_task_id_b95cfeae_fk_follow_up_task_id FOREIGN KEY (task_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_evidence
    ADD CONSTRAINT follow_up_evidence_document_id_a23b4c13_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_evidence
    ADD CONSTRAINT follow_up_evidence_task_id_da5e9563_fk_follow_up_task_id FOREIGN KEY (task_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_phase
    ADD CONSTRAINT follow_up_phase_review_id_d8000784_fk_follow_up_review_id FOREIGN KEY (review_id) REFERENCES public.follow_up_review(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_plan
    ADD CONSTRAINT follow_up_plan_organisation_id_46363680_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_plan
    ADD CONSTRAINT follow_up_plan_phase_id_ebe70d70_fk_follow_up_phase_id FOREIGN KEY (phase_id) REFERENCES public.follow_up_phase(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_plan
    ADD CONSTRAINT follow_up_plan_review_id_22a4402f_fk_follow_up_review_id FOREIGN KEY (review_id) REFERENCES public.follow_up_review(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_planimport
    ADD CONSTRAINT follow_up_planimport_organisation_id_efb84583_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_planimport
    ADD CONSTRAINT follow_up_planimport_plan_id_c9fb9dad_fk_follow_up_plan_id FOREIGN KEY (plan_id) REFERENCES public.follow_up_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_review
    ADD CONSTRAINT follow_up_review_organisation_id_7ae8fbe4_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_closed_by_id_13fab327_fk_platform_officer_id FOREIGN KEY (closed_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_comes_after_id_ae0d3894_fk_follow_up_task_id FOREIGN KEY (comes_after_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_created_by_id_c782381c_fk_platform_officer_id FOREIGN KEY (created_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_done_by_account_id_f8ae7728_fk_platform_ FOREIGN KEY (done_by_account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_done_by_id_ac50a1fb_fk_platform_officer_id FOREIGN KEY (done_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_first_self_id_66634dbd_fk_follow_up_task_id FOREIGN KEY (first_self_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_organisation_id_137d2f14_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_owner_id_8d5a8bda_fk_platform_officer_id FOREIGN KEY (owner_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.follow_up_task
    ADD CONSTRAINT follow_up_task_plan_id_e2dd5f2c_fk_follow_up_plan_id FOREIGN KEY (plan_id) REFERENCES public.follow_up_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.foresee_projection
    ADD CONSTRAINT foresee_projection_organisation_id_9ea1bec8_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.foresee_scenario
    ADD CONSTRAINT foresee_scenario_organisation_id_2cb69579_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.foresee_scenariocomment
    ADD CONSTRAINT foresee_scenariocomm_organisation_id_294b24c3_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.foresee_scenariocomment
    ADD CONSTRAINT foresee_scenariocomm_scenario_id_df823ad9_fk_foresee_s FOREIGN KEY (scenario_id) REFERENCES public.foresee_scenario(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.foresee_scenarioversion
    ADD CONSTRAINT foresee_scenariovers_scenario_id_75bd930d_fk_foresee_s FOREIGN KEY (scenario_id) REFERENCES public.foresee_scenario(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.foresee_sentscenario
    ADD CONSTRAINT foresee_sentscenario_scenario_id_14290478_fk_foresee_s FOREIGN KEY (scenario_id) REFERENCES public.foresee_scenario(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT govern_agendaitem_document_id_c057dad8_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT govern_agendaitem_meeting_id_fb23d658_fk_govern_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.govern_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT govern_agendaitem_organisation_id_e015999f_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_agendaitem
    ADD CONSTRAINT govern_agendaitem_paper_id_a7f6e5bd_fk_govern_paper_id FOREIGN KEY (paper_id) REFERENCES public.govern_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_answer
    ADD CONSTRAINT govern_answer_document_id_dce942fd_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_answer
    ADD CONSTRAINT govern_answer_organisation_id_6280a0c3_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_answer
    ADD CONSTRAINT govern_answer_question_id_93d8faf3_fk_govern_question_id FOREIGN KEY (question_id) REFERENCES public.govern_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_assessment
    ADD CONSTRAINT govern_assessment_document_id_5588c901_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_assessment
    ADD CONSTRAINT govern_assessment_organisation_id_7816ad87_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_assessment
    ADD CONSTRAINT govern_assessment_paper_id_dd9bdf67_fk_govern_paper_id FOREIGN KEY (paper_id) REFERENCES public.govern_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_backgroundpaper
    ADD CONSTRAINT govern_backgroundpap_document_id_ae2affe3_fk_platform_ FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_backgroundpaper
    ADD CONSTRAINT govern_backgroundpap_organisation_id_b5361845_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_backgroundpaper
    ADD CONSTRAINT govern_backgroundpaper_paper_id_3e67eb8c_fk_govern_paper_id FOREIGN KEY (paper_id) REFERENCES public.govern_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_body
    ADD CONSTRAINT govern_body_organisation_id_034e68ba_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_consultation
    ADD CONSTRAINT govern_consultation_organisation_id_2883380a_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_consultation
    ADD CONSTRAINT govern_consultation_paper_id_e0d11312_fk_govern_paper_id FOREIGN KEY (paper_id) REFERENCES public.govern_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_direction
    ADD CONSTRAINT govern_direction_organisation_id_0b3c7d9f_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_direction
    ADD CONSTRAINT govern_direction_replaces_id_41cbd206_fk_govern_direction_id FOREIGN KEY (replaces_id) REFERENCES public.govern_direction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_direction
    ADD CONSTRAINT govern_direction_to_id_7520a99c_fk_platform_organisation_id FOREIGN KEY (to_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_directionnote
    ADD CONSTRAINT govern_directionnote_direction_id_77f3ec51_fk_govern_di FOREIGN KEY (direction_id) REFERENCES public.govern_direction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_directionnote
    ADD CONSTRAINT govern_directionnote_organisation_id_2332b7b1_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_meeting
    ADD CONSTRAINT govern_meeting_body_id_e5dcb016_fk_govern_body_id FOREIGN KEY (body_id) REFERENCES public.govern_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_meeting
    ADD CONSTRAINT govern_meeting_organisation_id_9cf208c1_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_paper
    ADD CONSTRAINT govern_paper_begun_by_id_4d5700d6_fk_platform_officer_id FOREIGN KEY (begun_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_paper
    ADD CONSTRAINT govern_paper_organisation_id_c89ac4f3_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_paper
    ADD CONSTRAINT govern_paper_sent_by_id_feb33960_fk_platform_officer_id FOREIGN KEY (sent_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_question
    ADD CONSTRAINT govern_question_asked_by_id_7a3ad584_fk_platform_officer_id FOREIGN KEY (asked_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_question
    ADD CONSTRAINT govern_question_asked_from_id_97e2c07f_fk_platform_ FOREIGN KEY (asked_from_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_question
    ADD CONSTRAINT govern_question_organisation_id_8dd27bcc_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_question
    ADD CONSTRAINT govern_question_paper_id_52987e65_fk_govern_paper_id FOREIGN KEY (paper_id) REFERENCES public.govern_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_scrutiny
    ADD CONSTRAINT govern_scrutiny_called_by_id_8326f7c8_fk_platform_officer_id FOREIGN KEY (called_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_scrutiny
    ADD CONSTRAINT govern_scrutiny_organisation_id_a51c9608_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.govern_scrutiny
    ADD CONSTRAINT govern_scrutiny_paper_id_c2b12004_fk_govern_paper_id FOREIGN KEY (paper_id) REFERENCES public.govern_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_briefingread
    ADD CONSTRAINT keep_to_briefingread_officer_id_0692cf86_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_briefingread
    ADD CONSTRAINT keep_to_briefingread_organisation_id_bb0cf09d_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_briefingread
    ADD CONSTRAINT keep_to_briefingread_version_id_e0144674_fk_keep_to_b FOREIGN KEY (version_id) REFERENCES public.keep_to_briefingversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_briefingversion
    ADD CONSTRAINT keep_to_briefingvers_agreement_id_e75ffc96_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_briefingversion
    ADD CONSTRAINT keep_to_briefingvers_organisation_id_5e2af869_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_grantapplication
    ADD CONSTRAINT keep_to_grantapplica_agreement_id_def17517_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_grantapplication
    ADD CONSTRAINT keep_to_grantapplica_organisation_id_1a1c6905_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_knownfacts
    ADD CONSTRAINT keep_to_knownfacts_agreement_id_982f4853_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_knownfacts
    ADD CONSTRAINT keep_to_knownfacts_organisation_id_333338d9_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_obligation
    ADD CONSTRAINT keep_to_obligation_agreement_id_49afbc8d_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_obligation
    ADD CONSTRAINT keep_to_obligation_organisation_id_0f58a6ca_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_obligation
    ADD CONSTRAINT keep_to_obligation_owner_id_5dbe10ef_fk_platform_officer_id FOREIGN KEY (owner_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_obligationchange
    ADD CONSTRAINT keep_to_obligationch_obligation_id_735b1f70_fk_keep_to_o FOREIGN KEY (obligation_id) REFERENCES public.keep_to_obligation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_obligationchange
    ADD CONSTRAINT keep_to_obligationch_organisation_id_2865479a_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_statement
    ADD CONSTRAINT keep_to_statement_agreement_id_4f531f12_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_statement
    ADD CONSTRAINT keep_to_statement_organisation_id_05e4e34d_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_statementline
    ADD CONSTRAINT keep_to_statementlin_organisation_id_79afbfbb_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_statementline
    ADD CONSTRAINT keep_to_statementlin_statement_id_25ca2853_fk_keep_to_s FOREIGN KEY (statement_id) REFERENCES public.keep_to_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_timetable
    ADD CONSTRAINT keep_to_timetable_agreement_id_7510b5c4_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_timetable
    ADD CONSTRAINT keep_to_timetable_organisation_id_0e50f105_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_undertakingcheck
    ADD CONSTRAINT keep_to_undertakingc_agreement_id_615c41de_fk_contract_ FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.keep_to_undertakingcheck
    ADD CONSTRAINT keep_to_undertakingc_organisation_id_ca8925da_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_platform_account_id FOREIGN KEY (user_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT minute_cites_the_step_on_its_agenda FOREIGN KEY (agenda_item_id, step_id) REFERENCES public.govern_agendaitem(id, step_id);
ALTER TABLE ONLY public.notify_calendarentry
    ADD CONSTRAINT notify_calendarentry_officer_id_7f33cda3_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_calendarentry
    ADD CONSTRAINT notify_calendarentry_organisation_id_47201d54_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_delivery
    ADD CONSTRAINT notify_delivery_officer_id_1bba084c_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_delivery
    ADD CONSTRAINT notify_delivery_organisation_id_ab2feb57_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_notification
    ADD CONSTRAINT notify_notification_delivery_id_d24aa905_fk_notify_delivery_id FOREIGN KEY (delivery_id) REFERENCES public.notify_delivery(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_notification
    ADD CONSTRAINT notify_notification_officer_id_7b818543_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_notification
    ADD CONSTRAINT notify_notification_organisation_id_d58b3b03_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_preference
    ADD CONSTRAINT notify_preference_officer_id_3654dab1_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_preference
    ADD CONSTRAINT notify_preference_organisation_id_94f46d17_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_subscription
    ADD CONSTRAINT notify_subscription_officer_id_d089deff_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notify_subscription
    ADD CONSTRAINT notify_subscription_organisation_id_cfabeb91_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_advice
    ADD CONSTRAINT plan_advice_decision_id_675e58bf_fk_plan_sourcingdecision_id FOREIGN KEY (decision_id) REFERENCES public.plan_sourcingdecision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_advice
    ADD CONSTRAINT plan_advice_document_id_61c5574f_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_advice
    ADD CONSTRAINT plan_advice_organisation_id_a5a584ba_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_ending
    ADD CONSTRAINT plan_ending_decision_id_eaf0d2f0_fk_plan_sourcingdecision_id FOREIGN KEY (decision_id) REFERENCES public.plan_sourcingdecision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_ending
    ADD CONSTRAINT plan_ending_organisation_id_af4f2d5b_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_evidence
    ADD CONSTRAINT plan_evidence_decision_id_a9d39360_fk_plan_sourcingdecision_id FOREIGN KEY (decision_id) REFERENCES public.plan_sourcingdecision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_evidence
    ADD CONSTRAINT plan_evidence_organisation_id_15d7d689_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_judgement
    ADD CONSTRAINT plan_judgement_decision_id_0187932b_fk_plan_sourcingdecision_id FOREIGN KEY (decision_id) REFERENCES public.plan_sourcingdecision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_judgement
    ADD CONSTRAINT plan_judgement_organisation_id_5c8c38a4_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_sourcingdecision
    ADD CONSTRAINT plan_sourcingdecisio_organisation_id_bb1d95f5_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_sourcingdecision
    ADD CONSTRAINT plan_sourcingdecisio_replaces_id_43bab03c_fk_plan_sour FOREIGN KEY (replaces_id) REFERENCES public.plan_sourcingdecision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_weighed
    ADD CONSTRAINT plan_weighed_decision_id_1f239ddb_fk_plan_sourcingdecision_id FOREIGN KEY (decision_id) REFERENCES public.plan_sourcingdecision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plan_weighed
    ADD CONSTRAINT plan_weighed_organisation_id_f6dba13e_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_contact
    ADD CONSTRAINT platform_contact_officer_id_1852805d_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_contact
    ADD CONSTRAINT platform_contact_organisation_id_8397bc59_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_contact
    ADD CONSTRAINT platform_contact_provider_id_74cbf9e4_fk_platform_ FOREIGN KEY (provider_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_cover
    ADD CONSTRAINT platform_cover_absent_id_9f168337_fk_platform_officer_id FOREIGN KEY (absent_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_cover
    ADD CONSTRAINT platform_cover_deputy_id_62ce85e6_fk_platform_officer_id FOREIGN KEY (deputy_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_cover
    ADD CONSTRAINT platform_cover_organisation_id_0f1878a9_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_document
    ADD CONSTRAINT platform_document_organisation_id_650a9927_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_documentversion
    ADD CONSTRAINT platform_documentver_document_id_6bfeacff_fk_platform_ FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_documentversion
    ADD CONSTRAINT platform_documentver_organisation_id_64cad33d_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_documentversion
    ADD CONSTRAINT platform_documentver_uploaded_by_id_693c14d3_fk_platform_ FOREIGN KEY (uploaded_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_escalationstep
    ADD CONSTRAINT platform_escalations_officer_id_1bcd6a7b_fk_platform_ FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_escalationstep
    ADD CONSTRAINT platform_escalations_organisation_id_3a66b78d_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_factorreset
    ADD CONSTRAINT platform_factorreset_asked_by_id_d078a7d5_fk_platform_ FOREIGN KEY (asked_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_factorreset
    ADD CONSTRAINT platform_factorreset_confirmed_by_id_f52cbab7_fk_platform_ FOREIGN KEY (confirmed_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_factorreset
    ADD CONSTRAINT platform_factorreset_officer_id_fe749fd6_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_factorreset
    ADD CONSTRAINT platform_factorreset_organisation_id_9964acd0_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_grouprole
    ADD CONSTRAINT platform_grouprole_organisation_id_f5dbdf3c_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_invitation
    ADD CONSTRAINT platform_invitation_accepted_by_id_7edf6c9a_fk_platform_ FOREIGN KEY (accepted_by_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_invitation
    ADD CONSTRAINT platform_invitation_invited_by_id_0b2bceb7_fk_platform_ FOREIGN KEY (invited_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_invitation
    ADD CONSTRAINT platform_invitation_organisation_id_0a76ab01_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_job
    ADD CONSTRAINT platform_job_organisation_id_7b96451c_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_job
    ADD CONSTRAINT platform_job_requested_by_id_abd5f8b5_fk_platform_officer_id FOREIGN KEY (requested_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_leadofficer
    ADD CONSTRAINT platform_leadofficer_officer_id_5fd2e55e_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_leadofficer
    ADD CONSTRAINT platform_leadofficer_organisation_id_7a4553a7_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_locality
    ADD CONSTRAINT platform_locality_organisation_id_429998a9_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_officer
    ADD CONSTRAINT platform_officer_account_id_1a0a24cf_fk_platform_account_id FOREIGN KEY (account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_officer
    ADD CONSTRAINT platform_officer_organisation_id_3e35b056_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_officerrole
    ADD CONSTRAINT platform_officerrole_officer_id_0f95e236_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_partnership
    ADD CONSTRAINT platform_partnership_organisation_id_01cefd2f_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_partnershipmember
    ADD CONSTRAINT platform_partnership_organisation_id_d58d4445_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_partnershipterms
    ADD CONSTRAINT platform_partnership_partnership_id_e34434ac_fk_platform_ FOREIGN KEY (partnership_id) REFERENCES public.platform_partnership(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_partnershipmember
    ADD CONSTRAINT platform_partnership_terms_id_76a57dd3_fk_platform_ FOREIGN KEY (terms_id) REFERENCES public.platform_partnershipterms(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_partnershipsharing
    ADD CONSTRAINT platform_partnership_terms_id_899d4f4b_fk_platform_ FOREIGN KEY (terms_id) REFERENCES public.platform_partnershipterms(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_personalaccess
    ADD CONSTRAINT platform_personalacc_account_id_f1e69de8_fk_platform_ FOREIGN KEY (account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_personalaccess
    ADD CONSTRAINT platform_personalacc_confirmed_by_id_c363d419_fk_platform_ FOREIGN KEY (confirmed_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_personalaccess
    ADD CONSTRAINT platform_personalacc_organisation_id_2e69fffa_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_sentintent
    ADD CONSTRAINT platform_sentintent_organisation_id_0ffb2662_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_session
    ADD CONSTRAINT platform_session_account_id_03a0d12b_fk_platform_account_id FOREIGN KEY (account_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_team
    ADD CONSTRAINT platform_team_lead_id_1e0d1e34_fk_platform_officer_id FOREIGN KEY (lead_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_team
    ADD CONSTRAINT platform_team_locality_id_2f7e81d2_fk_platform_locality_id FOREIGN KEY (locality_id) REFERENCES public.platform_locality(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_team
    ADD CONSTRAINT platform_team_organisation_id_128f3c3b_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_teammember
    ADD CONSTRAINT platform_teammember_officer_id_b9312297_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_teammember
    ADD CONSTRAINT platform_teammember_team_id_d13b7cb8_fk_platform_team_id FOREIGN KEY (team_id) REFERENCES public.platform_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_trainingtaken
    ADD CONSTRAINT platform_trainingtak_document_id_df50f728_fk_platform_ FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_trainingtaken
    ADD CONSTRAINT platform_trainingtak_officer_id_d4bac37a_fk_platform_ FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_trainingtaken
    ADD CONSTRAINT platform_trainingtak_organisation_id_cca92a54_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.platform_trainingtaken
    ADD CONSTRAINT platform_trainingtak_recorded_by_id_a55706e8_fk_platform_ FOREIGN KEY (recorded_by_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.register_activity
    ADD CONSTRAINT register_activity_organisation_id_dc7eb695_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_activity
    ADD CONSTRAINT register_activity_person_id_c9361427_fk_register_person_id FOREIGN KEY (person_id) REFERENCES public.register_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_capacityreport
    ADD CONSTRAINT register_capacityrep_organisation_id_4bf05fcd_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_correction
    ADD CONSTRAINT register_correction_organisation_id_8af24b68_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_dataset
    ADD CONSTRAINT register_dataset_document_id_e677d54d_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_dataset
    ADD CONSTRAINT register_dataset_organisation_id_ef724f10_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_datasettable
    ADD CONSTRAINT register_datasettabl_dataset_id_9551b057_fk_register_ FOREIGN KEY (dataset_id) REFERENCES public.register_dataset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_groupdecision
    ADD CONSTRAINT register_groupdecisi_organisation_id_fd2b0b6e_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_look
    ADD CONSTRAINT register_look_opening_id_f95e0ce7_fk_register_opening_id FOREIGN KEY (opening_id) REFERENCES public.register_opening(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_look
    ADD CONSTRAINT register_look_organisation_id_04f473a4_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_look
    ADD CONSTRAINT register_look_person_id_fc4c5f38_fk_register_person_id FOREIGN KEY (person_id) REFERENCES public.register_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_opening
    ADD CONSTRAINT register_opening_officer_id_1f5bfac8_fk_platform_officer_id FOREIGN KEY (officer_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_opening
    ADD CONSTRAINT register_opening_organisation_id_9031a2eb_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_opening
    ADD CONSTRAINT register_opening_person_id_690e3863_fk_register_person_id FOREIGN KEY (person_id) REFERENCES public.register_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_person
    ADD CONSTRAINT register_person_organisation_id_3c9e2e28_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_publicrundecision
    ADD CONSTRAINT register_publicrunde_organisation_id_3558dd87_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_servicereading
    ADD CONSTRAINT register_serviceread_dataset_id_7b01b499_fk_register_ FOREIGN KEY (dataset_id) REFERENCES public.register_dataset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.register_servicereading
    ADD CONSTRAINT register_serviceread_organisation_id_5844a415_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_platform_ FOREIGN KEY (user_id) REFERENCES public.platform_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT step_decision_is_of_its_request FOREIGN KEY (step_id, request_id) REFERENCES public.decide_step(id, request_id);
ALTER TABLE ONLY public.decide_stepdecision
    ADD CONSTRAINT step_decision_names_its_requester FOREIGN KEY (request_id, requester_account_id) REFERENCES public.decide_approvalrequest(id, requester_account_id);
ALTER TABLE ONLY public.uplift_floorreason
    ADD CONSTRAINT uplift_floorreason_organisation_id_e0c2f734_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_floorreason
    ADD CONSTRAINT uplift_floorreason_round_id_c52e91a4_fk_uplift_upliftround_id FOREIGN KEY (round_id) REFERENCES public.uplift_upliftround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_payseen
    ADD CONSTRAINT uplift_payseen_document_id_44131870_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_payseen
    ADD CONSTRAINT uplift_payseen_organisation_id_24cb24a0_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_provideranswer
    ADD CONSTRAINT uplift_provideranswe_evidence_id_fe5dce02_fk_platform_ FOREIGN KEY (evidence_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_provideranswer
    ADD CONSTRAINT uplift_provideranswe_organisation_id_77409dd6_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_provideranswer
    ADD CONSTRAINT uplift_provideranswe_round_id_c7f6e762_fk_uplift_up FOREIGN KEY (round_id) REFERENCES public.uplift_upliftround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_reading
    ADD CONSTRAINT uplift_reading_organisation_id_d7f8e53f_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_reading
    ADD CONSTRAINT uplift_reading_reader_id_b20f077b_fk_platform_officer_id FOREIGN KEY (reader_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_reading
    ADD CONSTRAINT uplift_reading_round_id_a9f4b7b5_fk_uplift_upliftround_id FOREIGN KEY (round_id) REFERENCES public.uplift_upliftround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_readline
    ADD CONSTRAINT uplift_readline_organisation_id_2ac49c2b_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_readline
    ADD CONSTRAINT uplift_readline_reading_id_3c6a0ec8_fk_uplift_reading_id FOREIGN KEY (reading_id) REFERENCES public.uplift_reading(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_rounddraft
    ADD CONSTRAINT uplift_rounddraft_organisation_id_1a08864a_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_rounddraft
    ADD CONSTRAINT uplift_rounddraft_round_id_d6fd492b_fk_uplift_upliftround_id FOREIGN KEY (round_id) REFERENCES public.uplift_upliftround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_settlement
    ADD CONSTRAINT uplift_settlement_organisation_id_ce83947e_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_upliftline
    ADD CONSTRAINT uplift_upliftline_organisation_id_aedacb43_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_upliftline
    ADD CONSTRAINT uplift_upliftline_round_id_0dd2cbbc_fk_uplift_upliftround_id FOREIGN KEY (round_id) REFERENCES public.uplift_upliftround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_upliftprovider
    ADD CONSTRAINT uplift_upliftprovide_organisation_id_f9eba660_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_upliftprovider
    ADD CONSTRAINT uplift_upliftprovide_round_id_b53edaab_fk_uplift_up FOREIGN KEY (round_id) REFERENCES public.uplift_upliftround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.uplift_upliftround
    ADD CONSTRAINT uplift_upliftround_organisation_id_8df5cca8_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_exemption
    ADD CONSTRAINT vary_exemption_organisation_id_d1980a41_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_exit
    ADD CONSTRAINT vary_exit_agreement_id_f9564276_fk_contract_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_exit
    ADD CONSTRAINT vary_exit_organisation_id_56c07a59_fk_platform_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_exitstep
    ADD CONSTRAINT vary_exitstep_exit_id_e73e9344_fk_vary_exit_id FOREIGN KEY (exit_id) REFERENCES public.vary_exit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_exitstep
    ADD CONSTRAINT vary_exitstep_organisation_id_9160d2b1_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_exitstep
    ADD CONSTRAINT vary_exitstep_task_id_9210250d_fk_follow_up_task_id FOREIGN KEY (task_id) REFERENCES public.follow_up_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_reliance
    ADD CONSTRAINT vary_reliance_agreement_id_f9061981_fk_contract_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_reliance
    ADD CONSTRAINT vary_reliance_exemption_id_b49f3001_fk_vary_exemption_id FOREIGN KEY (exemption_id) REFERENCES public.vary_exemption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_reliance
    ADD CONSTRAINT vary_reliance_organisation_id_5056bb94_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_reliance
    ADD CONSTRAINT vary_reliance_variation_id_ee17f384_fk_vary_variation_id FOREIGN KEY (variation_id) REFERENCES public.vary_variation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_takingback
    ADD CONSTRAINT vary_takingback_organisation_id_66ad0cd5_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_takingback
    ADD CONSTRAINT vary_takingback_variation_id_7a616524_fk_vary_variation_id FOREIGN KEY (variation_id) REFERENCES public.vary_variation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_variation
    ADD CONSTRAINT vary_variation_agreement_id_77ab9ae2_fk_contract_agreement_id FOREIGN KEY (agreement_id) REFERENCES public.contract_agreement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_variation
    ADD CONSTRAINT vary_variation_document_id_385d47e7_fk_platform_document_id FOREIGN KEY (document_id) REFERENCES public.platform_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_variation
    ADD CONSTRAINT vary_variation_organisation_id_b50cd87f_fk_platform_ FOREIGN KEY (organisation_id) REFERENCES public.platform_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_variation
    ADD CONSTRAINT vary_variation_our_second_signatory_d3c6225d_fk_platform_ FOREIGN KEY (our_second_signatory_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vary_variation
    ADD CONSTRAINT vary_variation_our_signatory_id_13340a1e_fk_platform_officer_id FOREIGN KEY (our_signatory_id) REFERENCES public.platform_officer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.analyse_analysisrun ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.attest_deposit ENABLE ROW LEVEL SECURITY;
CREATE POLICY board_select ON public.govern_directionnote FOR SELECT USING ((EXISTS ( SELECT
   FROM public.govern_direction given
  WHERE (given.id = govern_directionnote.direction_id))));
ALTER TABLE public.contract_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_agreementservice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_caregoeson ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_extensionoption ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_importbatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_importrow ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_importsupplier ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_opendatapublisher ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_priceline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_reversal ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.contract_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.correspond_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.correspond_lettertemplate ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.correspond_templateversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cost_costreturn ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cost_returnedline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_approvalrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_reconsideration ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_scheme ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_schemeline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_stepdecision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.decide_urgentuse ENABLE ROW LEVEL SECURITY;
CREATE POLICY directed_insert ON public.govern_directionnote AS RESTRICTIVE FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_direction given
  WHERE ((given.id = govern_directionnote.direction_id) AND (given.to_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) AND (given.issued_at IS NOT NULL)))));
CREATE POLICY directed_select ON public.govern_direction FOR SELECT USING (((to_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) AND (issued_at IS NOT NULL)));
ALTER TABLE public.follow_up_comparedfindings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_duechange ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_escalation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_phase ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_planimport ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.follow_up_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.foresee_projection ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.foresee_scenario ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.foresee_scenariocomment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.foresee_scenarioversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.foresee_sentscenario ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_agendaitem ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_backgroundpaper ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_body ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_consultation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_direction ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_directionnote ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.govern_scrutiny ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_briefingread ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_briefingversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_grantapplication ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_knownfacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_obligation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_obligationchange ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_statementline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_timetable ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.keep_to_undertakingcheck ENABLE ROW LEVEL SECURITY;
CREATE POLICY lead_insert ON public.platform_partnershipmember FOR INSERT WITH CHECK (((EXISTS ( SELECT
   FROM (public.platform_partnershipterms terms
     JOIN public.platform_partnership whole ON ((whole.id = terms.partnership_id)))
  WHERE ((terms.id = platform_partnershipmember.terms_id) AND (whole.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))) AND ((agreed_at IS NULL) OR (organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))));
CREATE POLICY lead_insert ON public.platform_partnershipsharing FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM (public.platform_partnershipterms terms
     JOIN public.platform_partnership whole ON ((whole.id = terms.partnership_id)))
  WHERE ((terms.id = platform_partnershipsharing.terms_id) AND (whole.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY named_select ON public.platform_partnership FOR SELECT USING ((id = ANY (ARRAY( SELECT public.platform_partnerships_named_in() AS platform_partnerships_named_in))));
CREATE POLICY named_select ON public.platform_partnershipmember FOR SELECT USING ((EXISTS ( SELECT
   FROM public.platform_partnershipterms t
  WHERE (t.id = platform_partnershipmember.terms_id))));
CREATE POLICY named_select ON public.platform_partnershipsharing FOR SELECT USING ((EXISTS ( SELECT
   FROM public.platform_partnershipterms t
  WHERE (t.id = platform_partnershipsharing.terms_id))));
ALTER TABLE public.notify_calendarentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notify_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notify_notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notify_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.notify_subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation_delete ON public.analyse_analysisrun FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.attest_deposit FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_agreement FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_agreementservice FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_caregoeson FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_extensionoption FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_importbatch FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_importrow FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_importsupplier FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_opendatapublisher FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_party FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_priceline FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_reversal FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.contract_signature FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.correspond_letter FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.correspond_lettertemplate FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.correspond_templateversion FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.cost_costreturn FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.cost_returnedline FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.decide_answer FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_answer.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.decide_approvalrequest FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.decide_hold FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_hold.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.decide_reconsideration FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_reconsideration.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.decide_scheme FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.decide_schemeline FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.decide_scheme parent
  WHERE ((parent.id = decide_schemeline.scheme_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.decide_step FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_step.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.decide_stepdecision FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_stepdecision.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.decide_urgentuse FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_urgentuse.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.follow_up_comparedfindings FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_comparedfindings.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.follow_up_duechange FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_duechange.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.follow_up_escalation FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_escalation.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.follow_up_evidence FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_evidence.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.follow_up_phase FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_review parent
  WHERE ((parent.id = follow_up_phase.review_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.follow_up_plan FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.follow_up_planimport FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.follow_up_review FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.follow_up_task FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.foresee_projection FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.foresee_scenario FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.foresee_scenariocomment FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenariocomment.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.foresee_scenarioversion FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenarioversion.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.foresee_sentscenario FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_sentscenario.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.govern_agendaitem FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_answer FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_assessment FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_backgroundpaper FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_body FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_consultation FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_direction FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_directionnote FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_meeting FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_paper FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_question FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.govern_scrutiny FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_briefingread FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_briefingversion FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_grantapplication FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_knownfacts FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_obligation FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_obligationchange FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_statement FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_statementline FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_timetable FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.keep_to_undertakingcheck FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.notify_calendarentry FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.notify_delivery FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.notify_notification FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.notify_preference FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.notify_subscription FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.plan_advice FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.plan_ending FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.plan_evidence FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.plan_judgement FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.plan_sourcingdecision FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.plan_weighed FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_auditevent FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_contact FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_cover FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_document FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_documentversion FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_escalationstep FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_factorreset FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_grouprole FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_invitation FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_job FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_leadofficer FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_locality FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_officer FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_officerrole FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.platform_officer parent
  WHERE ((parent.id = platform_officerrole.officer_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.platform_partnership FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_partnershipterms FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.platform_partnership parent
  WHERE ((parent.id = platform_partnershipterms.partnership_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.platform_personalaccess FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_sentintent FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_team FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.platform_teammember FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.platform_team parent
  WHERE ((parent.id = platform_teammember.team_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.platform_trainingtaken FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_activity FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_capacityreport FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_correction FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_dataset FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_datasettable FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.register_dataset parent
  WHERE ((parent.id = register_datasettable.dataset_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_delete ON public.register_groupdecision FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_look FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_opening FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_person FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_publicrundecision FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.register_servicereading FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_floorreason FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_payseen FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_provideranswer FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_reading FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_readline FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_rounddraft FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_settlement FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_upliftline FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_upliftprovider FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.uplift_upliftround FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.vary_exemption FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.vary_exit FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.vary_exitstep FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.vary_reliance FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.vary_takingback FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_delete ON public.vary_variation FOR DELETE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.analyse_analysisrun FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.attest_deposit FOR INSERT WITH CHECK (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_insert ON public.contract_agreement FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_agreementservice FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_caregoeson FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_extensionoption FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_importbatch FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_importrow FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_importsupplier FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_opendatapublisher FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_party FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_priceline FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_reversal FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.contract_signature FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.correspond_letter FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.correspond_lettertemplate FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.correspond_templateversion FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.cost_costreturn FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.cost_returnedline FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.decide_answer FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_answer.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.decide_approvalrequest FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.decide_hold FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_hold.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.decide_reconsideration FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_reconsideration.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.decide_scheme FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.decide_schemeline FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_scheme parent
  WHERE ((parent.id = decide_schemeline.scheme_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.decide_step FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_step.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.decide_stepdecision FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_stepdecision.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.decide_urgentuse FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_urgentuse.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.follow_up_comparedfindings FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_comparedfindings.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.follow_up_duechange FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_duechange.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.follow_up_escalation FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_escalation.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.follow_up_evidence FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_evidence.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.follow_up_phase FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_review parent
  WHERE ((parent.id = follow_up_phase.review_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.follow_up_plan FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.follow_up_planimport FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.follow_up_review FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.follow_up_task FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.foresee_projection FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.foresee_scenario FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.foresee_scenariocomment FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenariocomment.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.foresee_scenarioversion FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenarioversion.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.foresee_sentscenario FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_sentscenario.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.govern_agendaitem FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_answer FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_assessment FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_backgroundpaper FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_body FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_consultation FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_direction FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_directionnote FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_meeting FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_paper FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_question FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.govern_scrutiny FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_briefingread FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_briefingversion FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_grantapplication FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_knownfacts FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_obligation FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_obligationchange FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_statement FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_statementline FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_timetable FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.keep_to_undertakingcheck FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.notify_calendarentry FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.notify_delivery FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.notify_notification FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.notify_preference FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.notify_subscription FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.plan_advice FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.plan_ending FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.plan_evidence FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.plan_judgement FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.plan_sourcingdecision FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.plan_weighed FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_auditevent FOR INSERT WITH CHECK (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_insert ON public.platform_contact FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_cover FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_document FOR INSERT WITH CHECK (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_insert ON public.platform_documentversion FOR INSERT WITH CHECK (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_insert ON public.platform_escalationstep FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_factorreset FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_grouprole FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_invitation FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_job FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_leadofficer FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_locality FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_officer FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_officerrole FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.platform_officer parent
  WHERE ((parent.id = platform_officerrole.officer_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.platform_partnership FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_partnershipterms FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.platform_partnership parent
  WHERE ((parent.id = platform_partnershipterms.partnership_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.platform_personalaccess FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_sentintent FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_team FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.platform_teammember FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.platform_team parent
  WHERE ((parent.id = platform_teammember.team_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.platform_trainingtaken FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_activity FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_capacityreport FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_correction FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_dataset FOR INSERT WITH CHECK (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_insert ON public.register_datasettable FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.register_dataset parent
  WHERE ((parent.id = register_datasettable.dataset_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_insert ON public.register_groupdecision FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_look FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_opening FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_person FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_publicrundecision FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.register_servicereading FOR INSERT WITH CHECK (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_insert ON public.uplift_floorreason FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_payseen FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_provideranswer FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_reading FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_readline FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_rounddraft FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_settlement FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_upliftline FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_upliftprovider FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.uplift_upliftround FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.vary_exemption FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.vary_exit FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.vary_exitstep FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.vary_reliance FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.vary_takingback FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_insert ON public.vary_variation FOR INSERT WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.analyse_analysisrun FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.attest_deposit FOR SELECT USING (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_select ON public.contract_agreement FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_agreementservice FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_caregoeson FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_extensionoption FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_importbatch FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_importrow FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_importsupplier FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_opendatapublisher FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_party FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_priceline FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_reversal FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.contract_signature FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.correspond_letter FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.correspond_lettertemplate FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.correspond_templateversion FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.cost_costreturn FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.cost_returnedline FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.decide_answer FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE (parent.id = decide_answer.request_id))));
CREATE POLICY own_organisation_select ON public.decide_approvalrequest FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.decide_hold FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE (parent.id = decide_hold.request_id))));
CREATE POLICY own_organisation_select ON public.decide_reconsideration FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE (parent.id = decide_reconsideration.request_id))));
CREATE POLICY own_organisation_select ON public.decide_scheme FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.decide_schemeline FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.decide_scheme parent
  WHERE (parent.id = decide_schemeline.scheme_id))));
CREATE POLICY own_organisation_select ON public.decide_step FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE (parent.id = decide_step.request_id))));
CREATE POLICY own_organisation_select ON public.decide_stepdecision FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE (parent.id = decide_stepdecision.request_id))));
CREATE POLICY own_organisation_select ON public.decide_urgentuse FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE (parent.id = decide_urgentuse.request_id))));
CREATE POLICY own_organisation_select ON public.follow_up_comparedfindings FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE (parent.id = follow_up_comparedfindings.task_id))));
CREATE POLICY own_organisation_select ON public.follow_up_duechange FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE (parent.id = follow_up_duechange.task_id))));
CREATE POLICY own_organisation_select ON public.follow_up_escalation FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE (parent.id = follow_up_escalation.task_id))));
CREATE POLICY own_organisation_select ON public.follow_up_evidence FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE (parent.id = follow_up_evidence.task_id))));
CREATE POLICY own_organisation_select ON public.follow_up_phase FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.follow_up_review parent
  WHERE (parent.id = follow_up_phase.review_id))));
CREATE POLICY own_organisation_select ON public.follow_up_plan FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.follow_up_planimport FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.follow_up_review FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.follow_up_task FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.foresee_projection FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.foresee_scenario FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.foresee_scenariocomment FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE (parent.id = foresee_scenariocomment.scenario_id))));
CREATE POLICY own_organisation_select ON public.foresee_scenarioversion FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE (parent.id = foresee_scenarioversion.scenario_id))));
CREATE POLICY own_organisation_select ON public.foresee_sentscenario FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE (parent.id = foresee_sentscenario.scenario_id))));
CREATE POLICY own_organisation_select ON public.govern_agendaitem FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_answer FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_assessment FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_backgroundpaper FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_body FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_consultation FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_direction FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_directionnote FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_meeting FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_paper FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_question FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.govern_scrutiny FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_briefingread FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_briefingversion FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_grantapplication FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_knownfacts FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_obligation FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_obligationchange FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_statement FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_statementline FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_timetable FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.keep_to_undertakingcheck FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.notify_calendarentry FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.notify_delivery FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.notify_notification FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.notify_preference FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.notify_subscription FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.plan_advice FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.plan_ending FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.plan_evidence FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.plan_judgement FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.plan_sourcingdecision FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.plan_weighed FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_auditevent FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_contact FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_cover FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_document FOR SELECT USING (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_select ON public.platform_documentversion FOR SELECT USING (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_select ON public.platform_escalationstep FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_factorreset FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_grouprole FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_invitation FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_job FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_leadofficer FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_locality FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_officer FOR SELECT USING (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (account_id = (NULLIF(current_setting('carewright.account'::text, true), ''::text))::uuid)));
CREATE POLICY own_organisation_select ON public.platform_officerrole FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.platform_officer parent
  WHERE (parent.id = platform_officerrole.officer_id))));
CREATE POLICY own_organisation_select ON public.platform_partnership FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_partnershipterms FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.platform_partnership parent
  WHERE (parent.id = platform_partnershipterms.partnership_id))));
CREATE POLICY own_organisation_select ON public.platform_personalaccess FOR SELECT USING (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (account_id = (NULLIF(current_setting('carewright.account'::text, true), ''::text))::uuid)));
CREATE POLICY own_organisation_select ON public.platform_sentintent FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_team FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.platform_teammember FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.platform_team parent
  WHERE (parent.id = platform_teammember.team_id))));
CREATE POLICY own_organisation_select ON public.platform_trainingtaken FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.register_activity FOR SELECT USING ((organisation_id = ( SELECT (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY own_organisation_select ON public.register_capacityreport FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.register_correction FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.register_dataset FOR SELECT USING (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_select ON public.register_datasettable FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.register_dataset parent
  WHERE (parent.id = register_datasettable.dataset_id))));
CREATE POLICY own_organisation_select ON public.register_groupdecision FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.register_look FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.register_opening FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.register_person FOR SELECT USING ((organisation_id = ( SELECT (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid AS "nullif")));
CREATE POLICY own_organisation_select ON public.register_publicrundecision FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.register_servicereading FOR SELECT USING (((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid) OR (organisation_id IS NULL)));
CREATE POLICY own_organisation_select ON public.uplift_floorreason FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_payseen FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_provideranswer FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_reading FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_readline FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_rounddraft FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_settlement FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_upliftline FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_upliftprovider FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.uplift_upliftround FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.vary_exemption FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.vary_exit FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.vary_exitstep FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.vary_reliance FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.vary_takingback FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_select ON public.vary_variation FOR SELECT USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.analyse_analysisrun FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.attest_deposit FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_agreement FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_agreementservice FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_caregoeson FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_extensionoption FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_importbatch FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_importrow FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_importsupplier FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_opendatapublisher FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_party FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_priceline FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_reversal FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.contract_signature FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.correspond_letter FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.correspond_lettertemplate FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.correspond_templateversion FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.cost_costreturn FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.cost_returnedline FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.decide_answer FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_answer.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_answer.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.decide_approvalrequest FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.decide_hold FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_hold.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_hold.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.decide_reconsideration FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_reconsideration.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_reconsideration.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.decide_scheme FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.decide_schemeline FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.decide_scheme parent
  WHERE ((parent.id = decide_schemeline.scheme_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_scheme parent
  WHERE ((parent.id = decide_schemeline.scheme_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.decide_step FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_step.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_step.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.decide_stepdecision FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_stepdecision.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_stepdecision.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.decide_urgentuse FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_urgentuse.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_urgentuse.request_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.follow_up_comparedfindings FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_comparedfindings.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_comparedfindings.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.follow_up_duechange FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_duechange.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_duechange.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.follow_up_escalation FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_escalation.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_escalation.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.follow_up_evidence FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_evidence.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_evidence.task_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.follow_up_phase FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.follow_up_review parent
  WHERE ((parent.id = follow_up_phase.review_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.follow_up_review parent
  WHERE ((parent.id = follow_up_phase.review_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.follow_up_plan FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.follow_up_planimport FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.follow_up_review FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.follow_up_task FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.foresee_projection FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.foresee_scenario FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.foresee_scenariocomment FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenariocomment.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenariocomment.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.foresee_scenarioversion FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenarioversion.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenarioversion.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.foresee_sentscenario FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_sentscenario.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_sentscenario.scenario_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.govern_agendaitem FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_answer FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_assessment FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_backgroundpaper FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_body FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_consultation FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_direction FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_directionnote FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_meeting FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_paper FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_question FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.govern_scrutiny FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_briefingread FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_briefingversion FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_grantapplication FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_knownfacts FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_obligation FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_obligationchange FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_statement FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_statementline FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_timetable FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.keep_to_undertakingcheck FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.notify_calendarentry FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.notify_delivery FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.notify_notification FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.notify_preference FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.notify_subscription FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.plan_advice FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.plan_ending FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.plan_evidence FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.plan_judgement FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.plan_sourcingdecision FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.plan_weighed FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_auditevent FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_contact FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_cover FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_document FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_documentversion FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_escalationstep FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_factorreset FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_grouprole FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_invitation FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_job FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_leadofficer FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_locality FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_officer FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_officerrole FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.platform_officer parent
  WHERE ((parent.id = platform_officerrole.officer_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.platform_officer parent
  WHERE ((parent.id = platform_officerrole.officer_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.platform_partnership FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_partnershipterms FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.platform_partnership parent
  WHERE ((parent.id = platform_partnershipterms.partnership_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.platform_partnership parent
  WHERE ((parent.id = platform_partnershipterms.partnership_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.platform_personalaccess FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_sentintent FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_team FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.platform_teammember FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.platform_team parent
  WHERE ((parent.id = platform_teammember.team_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.platform_team parent
  WHERE ((parent.id = platform_teammember.team_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.platform_trainingtaken FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_activity FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_capacityreport FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_correction FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_dataset FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_datasettable FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.register_dataset parent
  WHERE ((parent.id = register_datasettable.dataset_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.register_dataset parent
  WHERE ((parent.id = register_datasettable.dataset_id) AND (parent.organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)))));
CREATE POLICY own_organisation_update ON public.register_groupdecision FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_look FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_opening FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_person FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_publicrundecision FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.register_servicereading FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_floorreason FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_payseen FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_provideranswer FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_reading FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_readline FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_rounddraft FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_settlement FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_upliftline FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_upliftprovider FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.uplift_upliftround FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.vary_exemption FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.vary_exit FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.vary_exitstep FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.vary_reliance FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.vary_takingback FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_organisation_update ON public.vary_variation FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY own_record_consent ON public.platform_personalaccess FOR SELECT USING ((subject_id = ANY (( SELECT public.carewright_own_subjects('consent'::text) AS carewright_own_subjects)::uuid[])));
CREATE POLICY own_record_decisions ON public.register_activity FOR SELECT USING (((person_id = ANY (( SELECT public.carewright_own_subjects('decisions'::text) AS carewright_own_subjects)::uuid[])) AND ((kind)::text = ANY (ARRAY[('assessment'::character varying)::text, ('support_plan'::character varying)::text, ('budget_set'::character varying)::text, ('review'::character varying)::text]))));
CREATE POLICY own_record_looks ON public.register_look FOR SELECT USING ((person_id = ANY (( SELECT public.carewright_own_subjects('looks'::text) AS carewright_own_subjects)::uuid[])));
CREATE POLICY own_record_record ON public.register_person FOR SELECT USING ((id = ANY (( SELECT public.carewright_own_subjects('record'::text) AS carewright_own_subjects)::uuid[])));
CREATE POLICY own_record_support ON public.register_activity FOR SELECT USING (((person_id = ANY (( SELECT public.carewright_own_subjects('support'::text) AS carewright_own_subjects)::uuid[])) AND (NOT ((kind)::text = ANY (ARRAY[('assessment'::character varying)::text, ('support_plan'::character varying)::text, ('budget_set'::character varying)::text, ('review'::character varying)::text])))));
CREATE POLICY own_update ON public.platform_partnershipmember FOR UPDATE USING ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid)) WITH CHECK ((organisation_id = (NULLIF(current_setting('carewright.organisation'::text, true), ''::text))::uuid));
CREATE POLICY partners_delete ON public.govern_assessment FOR DELETE USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_assessment.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_delete ON public.govern_backgroundpaper FOR DELETE USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_backgroundpaper.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_delete ON public.govern_consultation FOR DELETE USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_consultation.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_delete ON public.plan_advice FOR DELETE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_advice.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_delete ON public.plan_ending FOR DELETE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_ending.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_delete ON public.plan_evidence FOR DELETE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_evidence.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_delete ON public.plan_judgement FOR DELETE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_judgement.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_delete ON public.plan_weighed FOR DELETE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_weighed.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.decide_approvalrequest AS RESTRICTIVE FOR INSERT WITH CHECK (((partnership_id IS NULL) OR (partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing)))));
CREATE POLICY partners_insert ON public.decide_reconsideration FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_reconsideration.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.decide_step FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_step.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.decide_stepdecision FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_stepdecision.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.follow_up_evidence FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_evidence.task_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('task'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.follow_up_task AS RESTRICTIVE FOR INSERT WITH CHECK (((partnership_id IS NULL) OR (partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('task'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing)))));
CREATE POLICY partners_insert ON public.foresee_projection AS RESTRICTIVE FOR INSERT WITH CHECK (((partnership_id IS NULL) OR (partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('projection'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing)))));
CREATE POLICY partners_insert ON public.foresee_scenario AS RESTRICTIVE FOR INSERT WITH CHECK (((partnership_id IS NULL) OR (partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing)))));
CREATE POLICY partners_insert ON public.foresee_scenariocomment FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenariocomment.scenario_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.foresee_scenarioversion FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenarioversion.scenario_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.govern_assessment FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_assessment.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.govern_backgroundpaper FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_backgroundpaper.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.govern_consultation FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_consultation.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.govern_paper AS RESTRICTIVE FOR INSERT WITH CHECK (((partnership_id IS NULL) OR (partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing)))));
CREATE POLICY partners_insert ON public.govern_question FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_question.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.plan_advice FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_advice.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.plan_ending FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_ending.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.plan_evidence FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_evidence.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.plan_judgement FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_judgement.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_insert ON public.plan_sourcingdecision AS RESTRICTIVE FOR INSERT WITH CHECK (((partnership_id IS NULL) OR (partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing)))));
CREATE POLICY partners_insert ON public.plan_weighed FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_weighed.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_select ON public.decide_answer FOR SELECT USING ((EXISTS ( SELECT
   FROM public.decide_approvalrequest asked
  WHERE (asked.id = decide_answer.request_id))));
CREATE POLICY partners_select ON public.decide_approvalrequest FOR SELECT USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_select ON public.decide_hold FOR SELECT USING ((EXISTS ( SELECT
   FROM public.decide_approvalrequest asked
  WHERE (asked.id = decide_hold.request_id))));
CREATE POLICY partners_select ON public.decide_scheme FOR SELECT USING ((id = ANY (ARRAY( SELECT public.decide_schemes_cited_by_partners() AS decide_schemes_cited_by_partners))));
CREATE POLICY partners_select ON public.decide_urgentuse FOR SELECT USING ((EXISTS ( SELECT
   FROM public.decide_approvalrequest asked
  WHERE (asked.id = decide_urgentuse.request_id))));
CREATE POLICY partners_select ON public.follow_up_task FOR SELECT USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('task'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_select ON public.foresee_projection FOR SELECT USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('projection'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_select ON public.foresee_scenario FOR SELECT USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_select ON public.govern_answer FOR SELECT USING ((EXISTS ( SELECT
   FROM public.govern_question parent
  WHERE (parent.id = govern_answer.question_id))));
CREATE POLICY partners_select ON public.govern_assessment FOR SELECT USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE (parent.id = govern_assessment.paper_id))));
CREATE POLICY partners_select ON public.govern_backgroundpaper FOR SELECT USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE (parent.id = govern_backgroundpaper.paper_id))));
CREATE POLICY partners_select ON public.govern_consultation FOR SELECT USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE (parent.id = govern_consultation.paper_id))));
CREATE POLICY partners_select ON public.govern_paper FOR SELECT USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_select ON public.govern_question FOR SELECT USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE (parent.id = govern_question.paper_id))));
CREATE POLICY partners_select ON public.govern_scrutiny FOR SELECT USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE (parent.id = govern_scrutiny.paper_id))));
CREATE POLICY partners_select ON public.plan_advice FOR SELECT USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE (parent.id = plan_advice.decision_id))));
CREATE POLICY partners_select ON public.plan_ending FOR SELECT USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE (parent.id = plan_ending.decision_id))));
CREATE POLICY partners_select ON public.plan_evidence FOR SELECT USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE (parent.id = plan_evidence.decision_id))));
CREATE POLICY partners_select ON public.plan_judgement FOR SELECT USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE (parent.id = plan_judgement.decision_id))));
CREATE POLICY partners_select ON public.plan_sourcingdecision FOR SELECT USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{see,comment,decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_select ON public.plan_weighed FOR SELECT USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE (parent.id = plan_weighed.decision_id))));
CREATE POLICY partners_update ON public.decide_approvalrequest FOR UPDATE USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))) WITH CHECK (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_update ON public.decide_reconsideration FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_reconsideration.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_reconsideration.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.decide_step FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_step.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_step.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.decide_stepdecision FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_stepdecision.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.decide_approvalrequest parent
  WHERE ((parent.id = decide_stepdecision.request_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('approval'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.follow_up_evidence FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_evidence.task_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('task'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.follow_up_task parent
  WHERE ((parent.id = follow_up_evidence.task_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('task'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.follow_up_task FOR UPDATE USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('task'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))) WITH CHECK (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('task'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_update ON public.foresee_projection FOR UPDATE USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('projection'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))) WITH CHECK (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('projection'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_update ON public.foresee_scenario FOR UPDATE USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))) WITH CHECK (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_update ON public.foresee_scenarioversion FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenarioversion.scenario_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.foresee_scenario parent
  WHERE ((parent.id = foresee_scenarioversion.scenario_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('scenario'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.govern_assessment FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_assessment.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_assessment.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.govern_backgroundpaper FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_backgroundpaper.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_backgroundpaper.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.govern_consultation FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_consultation.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.govern_paper parent
  WHERE ((parent.id = govern_consultation.paper_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.govern_paper FOR UPDATE USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))) WITH CHECK (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('paper'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_update ON public.plan_advice FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_advice.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_advice.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.plan_ending FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_ending.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_ending.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.plan_evidence FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_evidence.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_evidence.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.plan_judgement FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_judgement.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_judgement.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
CREATE POLICY partners_update ON public.plan_sourcingdecision FOR UPDATE USING (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))) WITH CHECK (((partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(partnership_id, organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)));
CREATE POLICY partners_update ON public.plan_weighed FOR UPDATE USING ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_weighed.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.plan_sourcingdecision parent
  WHERE ((parent.id = plan_weighed.decision_id) AND (parent.partnership_id = ANY (ARRAY( SELECT public.platform_partnerships_sharing('sourcing'::text, '{decide}'::text[]) AS platform_partnerships_sharing))) AND public.platform_takes_part(parent.partnership_id, parent.organisation_id, ((now() AT TIME ZONE 'Europe/London'::text))::date)))));
ALTER TABLE public.plan_advice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plan_ending ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plan_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plan_judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plan_sourcingdecision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plan_weighed ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_auditevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_cover ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_documentversion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_escalationstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_factorreset ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_grouprole ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_leadofficer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_locality ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_officer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_officerrole ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_partnership ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_partnershipmember ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_partnershipsharing ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_partnershipterms ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_personalaccess ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_sentintent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_team ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_teammember ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.platform_trainingtaken ENABLE ROW LEVEL SECURITY;
CREATE POLICY published ON public.platform_contact FOR SELECT USING ((ended_at IS NULL));
CREATE POLICY published ON public.platform_escalationstep FOR SELECT USING (true);
ALTER TABLE public.register_activity ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_capacityreport ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_dataset ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_datasettable ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_groupdecision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_publicrundecision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.register_servicereading ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_floorreason ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_payseen ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_provideranswer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_readline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_rounddraft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_settlement ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_upliftline ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_upliftprovider ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.uplift_upliftround ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.vary_exemption ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.vary_exit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.vary_exitstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.vary_reliance ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.vary_takingback ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.vary_variation ENABLE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA public TO carewright_web;
REVOKE ALL ON FUNCTION public.attest_unsealed(since bigint, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.attest_unsealed(since bigint, most integer) TO carewright_web;
REVOKE ALL ON FUNCTION public.attest_waiting(since bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.attest_waiting(since bigint) TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.analyse_analysisrun TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.attest_checkpoint TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.attest_deposit TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.attest_leaf TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.attest_node TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.attest_node_id_seq TO carewright_web;
GRANT SELECT ON TABLE public.attest_verification TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_agreement TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_agreementservice TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_caregoeson TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_extensionoption TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_importbatch TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_importrow TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_importsupplier TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_opendatapublisher TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_party TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_priceline TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_reversal TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_signature TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.correspond_letter TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.correspond_lettertemplate TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.correspond_templateversion TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cost_costreturn TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cost_returnedline TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_answer TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_approvalrequest TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_hold TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_reconsideration TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_scheme TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_schemeline TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_step TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_stepdecision TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.decide_urgentuse TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO carewright_web;
GRANT SELECT ON TABLE public.django_migrations TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_comparedfindings TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_duechange TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_escalation TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_evidence TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_phase TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_plan TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_planimport TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_review TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.follow_up_task TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.foresee_projection TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.foresee_scenario TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.foresee_scenariocomment TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.foresee_scenarioversion TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.foresee_sentscenario TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_agendaitem TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_answer TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_assessment TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_backgroundpaper TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_body TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_consultation TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_direction TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_directionnote TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_meeting TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_paper TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_question TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.govern_scrutiny TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_briefingread TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_briefingversion TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_grantapplication TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_knownfacts TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_obligation TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_obligationchange TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_statement TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_statementline TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_timetable TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.keep_to_undertakingcheck TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notify_calendarentry TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notify_delivery TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notify_notification TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notify_preference TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.notify_subscription TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_advice TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_ending TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_evidence TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_judgement TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_sourcingdecision TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_weighed TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_account TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.platform_auditevent TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_cache TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_contact TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_cover TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_document TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_documentversion TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_escalationstep TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_factorreset TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_grouprole TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_invitation TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_job TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_leadofficer TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_locality TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_officer TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_officerrole TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_organisation TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_partnership TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_partnershipmember TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.platform_partnershipsharing TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.platform_partnershipterms TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_personalaccess TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_sentintent TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_session TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_signinlock TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_team TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.platform_teammember TO carewright_web;
GRANT SELECT,INSERT,UPDATE ON TABLE public.platform_trainingtaken TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.register_activity TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_activity_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_capacityreport TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_correction TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_dataset TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_datasettable TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_datasettable_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_groupdecision TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.register_look TO carewright_web;
GRANT SELECT,INSERT ON TABLE public.register_opening TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_person TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_publicrundecision TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_servicereading TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_servicereading_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialaccount TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialaccount_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialapp TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialapp_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialtoken TO carewright_web;
GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialtoken_id_seq TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_floorreason TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_payseen TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_provideranswer TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_reading TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_readline TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_rounddraft TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_settlement TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_upliftline TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_upliftprovider TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uplift_upliftround TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vary_exemption TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vary_exit TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vary_exitstep TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vary_reliance TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vary_takingback TO carewright_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vary_variation TO carewright_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO carewright_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO carewright_web;
