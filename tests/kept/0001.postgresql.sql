--
-- PostgreSQL database dump
--


-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: ballot; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ballot (
    signatory_id bigint NOT NULL,
    voter character varying NOT NULL,
    user_id bigint NOT NULL,
    choice character varying(16),
    reason character varying NOT NULL,
    interaction_id bigint NOT NULL,
    cast_at timestamp with time zone NOT NULL
);


--
-- Name: batch; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.batch (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    letter_id bigint NOT NULL,
    file character varying NOT NULL,
    shape character varying NOT NULL,
    signed boolean NOT NULL,
    authorised_by character varying NOT NULL,
    evidence character varying NOT NULL,
    imported_by bigint,
    imported_at timestamp with time zone NOT NULL,
    added integer NOT NULL,
    undone_at timestamp with time zone
);


--
-- Name: batch_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: batch_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.batch_id_seq OWNED BY public.batch.id;


--
-- Name: card; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.card (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    subject_id bigint NOT NULL,
    channel_id bigint,
    message_id bigint,
    posting_since timestamp with time zone,
    stale boolean NOT NULL,
    version integer NOT NULL,
    gone boolean NOT NULL,
    tries integer NOT NULL,
    again_at timestamp with time zone
);


--
-- Name: card_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.card_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: card_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.card_id_seq OWNED BY public.card.id;


--
-- Name: coalition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.coalition (
    guild_id bigint NOT NULL,
    time_zone character varying NOT NULL,
    announcements_id bigint,
    proposals_id bigint,
    moderators_id bigint,
    member_role_id bigint,
    moderator_role_id bigint,
    set_up_at timestamp with time zone,
    left_at timestamp with time zone
);


--
-- Name: consent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consent (
    signatory_id bigint NOT NULL,
    means character varying(16) NOT NULL,
    authorised_by character varying NOT NULL,
    evidence character varying NOT NULL,
    recorded_by bigint,
    recorded_at timestamp with time zone NOT NULL,
    text_version_id bigint,
    confirmed_by bigint,
    confirmed_at timestamp with time zone
);


--
-- Name: contact; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.contact (
    signatory_id bigint NOT NULL,
    address character varying NOT NULL,
    recorded_by bigint,
    recorded_at timestamp with time zone NOT NULL
);


--
-- Name: decision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.decision (
    id bigint NOT NULL,
    signatory_id bigint NOT NULL,
    verdict character varying(16) NOT NULL,
    decided_by bigint NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    told character varying NOT NULL,
    note character varying NOT NULL,
    before character varying(16) NOT NULL,
    undone_at timestamp with time zone
);


--
-- Name: decision_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: decision_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.decision_id_seq OWNED BY public.decision.id;


--
-- Name: delivery; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delivery (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    place character varying(16) NOT NULL,
    recipient_id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state character varying(16) NOT NULL,
    owner character varying NOT NULL,
    lease_until timestamp with time zone,
    tries integer NOT NULL,
    first_tried_at timestamp with time zone,
    message_id bigint,
    settled_at timestamp with time zone,
    error character varying NOT NULL
);


--
-- Name: delivery_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: delivery_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.delivery_id_seq OWNED BY public.delivery.id;


--
-- Name: draft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    user_id bigint NOT NULL,
    form character varying NOT NULL,
    arguments json NOT NULL,
    answers json NOT NULL,
    expires_at timestamp with time zone NOT NULL
);


--
-- Name: draft_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: draft_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.draft_id_seq OWNED BY public.draft.id;


--
-- Name: edition; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.edition (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    number integer NOT NULL,
    name character varying(16) NOT NULL,
    title character varying NOT NULL,
    addressee character varying NOT NULL,
    cut_at timestamp with time zone NOT NULL,
    correction character varying NOT NULL,
    text_version_id bigint,
    counts json NOT NULL,
    entries json NOT NULL,
    digest character varying NOT NULL
);


--
-- Name: edition_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: edition_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.edition_id_seq OWNED BY public.edition.id;


--
-- Name: event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    guild_id bigint NOT NULL,
    wanted boolean NOT NULL,
    event_id bigint,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    stale boolean NOT NULL,
    version integer NOT NULL,
    tries integer NOT NULL,
    error character varying NOT NULL
);


--
-- Name: event_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: event_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;


--
-- Name: journalentry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journalentry (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    act character varying NOT NULL,
    letter_id bigint,
    signatory_id bigint,
    payload json,
    salt character varying,
    payload_digest character varying NOT NULL,
    digest character varying NOT NULL
);


--
-- Name: journalentry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.journalentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: journalentry_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.journalentry_id_seq OWNED BY public.journalentry.id;


--
-- Name: letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    title character varying NOT NULL,
    addressee character varying NOT NULL,
    state character varying(16) NOT NULL,
    time_zone character varying NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    deadline_version integer NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    paused_at timestamp with time zone,
    publish_at timestamp with time zone,
    published_at timestamp with time zone,
    closed_at timestamp with time zone,
    review_hours integer NOT NULL,
    review_until timestamp with time zone,
    final_at timestamp with time zone,
    soft_at timestamp with time zone,
    review_ends_at timestamp with time zone,
    deliver_at timestamp with time zone,
    accepts_until timestamp with time zone,
    policy json NOT NULL,
    most_open integer NOT NULL,
    two_person boolean NOT NULL,
    plan json NOT NULL,
    plan_version integer NOT NULL
);


--
-- Name: letter_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: letter_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.letter_id_seq OWNED BY public.letter.id;


--
-- Name: meta; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meta (
    name character varying NOT NULL,
    value character varying NOT NULL
);


--
-- Name: namemark; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.namemark (
    signatory_id bigint NOT NULL,
    mark character varying NOT NULL,
    letter_id bigint NOT NULL
);


--
-- Name: namepair; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.namepair (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    one character varying NOT NULL,
    other character varying NOT NULL,
    same boolean NOT NULL,
    said_by bigint NOT NULL,
    said_at timestamp with time zone NOT NULL
);


--
-- Name: namepair_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.namepair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: namepair_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.namepair_id_seq OWNED BY public.namepair.id;


--
-- Name: notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    letter_id bigint,
    signatory_id bigint,
    kind character varying(16) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    make_at timestamp with time zone NOT NULL,
    state character varying(16) NOT NULL,
    dedupe character varying NOT NULL,
    payload json NOT NULL
);


--
-- Name: notice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: notice_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;


--
-- Name: participant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.participant (
    id bigint NOT NULL,
    guild_id bigint NOT NULL,
    user_id bigint NOT NULL,
    organisation character varying NOT NULL,
    organisation_key character varying NOT NULL,
    title character varying NOT NULL,
    time_zone character varying NOT NULL,
    direct_messages boolean NOT NULL,
    asked_at timestamp with time zone,
    joined_at timestamp with time zone,
    left_at timestamp with time zone,
    blocked_at timestamp with time zone,
    muted_until timestamp with time zone
);


--
-- Name: participant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: participant_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.participant_id_seq OWNED BY public.participant.id;


--
-- Name: resemblance; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.resemblance (
    signatory_id bigint NOT NULL,
    other_id bigint NOT NULL,
    "like" character varying(16) NOT NULL
);


--
-- Name: signatory; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signatory (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    guild_id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    name character varying NOT NULL COLLATE pg_catalog."C",
    name_key character varying NOT NULL,
    twin integer NOT NULL,
    live boolean NOT NULL,
    sort_key character varying NOT NULL COLLATE pg_catalog."C",
    alphabetical character varying NOT NULL COLLATE pg_catalog."C",
    country character varying NOT NULL,
    website character varying NOT NULL,
    affiliation character varying NOT NULL,
    meant json NOT NULL,
    aliases json NOT NULL,
    note character varying NOT NULL,
    state character varying(16) NOT NULL,
    way character varying(16) NOT NULL,
    added_by bigint,
    batch_id bigint,
    added_at timestamp with time zone NOT NULL,
    person_id bigint,
    person_asked_at timestamp with time zone,
    person_refused_at timestamp with time zone,
    late boolean NOT NULL,
    cut_short boolean NOT NULL,
    policy json,
    ballot_opens_at timestamp with time zone,
    ballot_closes_at timestamp with time zone,
    ballot_ended_at timestamp with time zone,
    votes_for integer,
    votes_against integer,
    votes_abstained integer,
    entitled integer,
    objections json,
    approved_at timestamp with time zone,
    approved_by bigint,
    alone boolean NOT NULL,
    removed_at timestamp with time zone,
    duplicate_of bigint,
    leaving_at timestamp with time zone,
    told character varying NOT NULL,
    text_version_id bigint
);


--
-- Name: signatory_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.signatory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: signatory_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.signatory_id_seq OWNED BY public.signatory.id;


--
-- Name: talkingpoint; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.talkingpoint (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    "position" integer NOT NULL,
    subject character varying NOT NULL,
    body character varying NOT NULL
);


--
-- Name: talkingpoint_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.talkingpoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: talkingpoint_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.talkingpoint_id_seq OWNED BY public.talkingpoint.id;


--
-- Name: textversion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.textversion (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    language character varying NOT NULL,
    number integer NOT NULL,
    body character varying NOT NULL,
    digest character varying NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    change character varying(16),
    leave_until timestamp with time zone,
    translates bigint
);


--
-- Name: textversion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.textversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: textversion_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.textversion_id_seq OWNED BY public.textversion.id;


--
-- Name: undersigned_lease; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.undersigned_lease (
    id integer NOT NULL,
    owner text NOT NULL,
    mark text NOT NULL,
    until timestamp with time zone NOT NULL
);


--
-- Name: batch id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch ALTER COLUMN id SET DEFAULT nextval('public.batch_id_seq'::regclass);


--
-- Name: card id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.card ALTER COLUMN id SET DEFAULT nextval('public.card_id_seq'::regclass);


--
-- Name: decision id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision ALTER COLUMN id SET DEFAULT nextval('public.decision_id_seq'::regclass);


--
-- Name: delivery id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery ALTER COLUMN id SET DEFAULT nextval('public.delivery_id_seq'::regclass);


--
-- Name: draft id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft ALTER COLUMN id SET DEFAULT nextval('public.draft_id_seq'::regclass);


--
-- Name: edition id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edition ALTER COLUMN id SET DEFAULT nextval('public.edition_id_seq'::regclass);


--
-- Name: event id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);


--
-- Name: journalentry id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journalentry ALTER COLUMN id SET DEFAULT nextval('public.journalentry_id_seq'::regclass);


--
-- Name: letter id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter ALTER COLUMN id SET DEFAULT nextval('public.letter_id_seq'::regclass);


--
-- Name: namepair id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.namepair ALTER COLUMN id SET DEFAULT nextval('public.namepair_id_seq'::regclass);


--
-- Name: notice id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);


--
-- Name: participant id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant ALTER COLUMN id SET DEFAULT nextval('public.participant_id_seq'::regclass);


--
-- Name: signatory id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatory ALTER COLUMN id SET DEFAULT nextval('public.signatory_id_seq'::regclass);


--
-- Name: talkingpoint id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.talkingpoint ALTER COLUMN id SET DEFAULT nextval('public.talkingpoint_id_seq'::regclass);


--
-- Name: textversion id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.textversion ALTER COLUMN id SET DEFAULT nextval('public.textversion_id_seq'::regclass);


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0001');


--
-- Data for Name: ballot; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.ballot VALUES (6, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800022, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (6, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800024, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (6, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'abstain', '', 1347886566604800028, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (6, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800026, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (7, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800034, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (7, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800036, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (7, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'abstain', '', 1347886566604800040, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (7, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800038, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (8, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800046, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (8, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800048, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (8, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'abstain', '', 1347886566604800052, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (8, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800050, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (9, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800058, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (9, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800060, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (9, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'abstain', '', 1347886566604800064, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (9, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800062, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (10, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800070, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (10, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800072, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (10, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'abstain', '', 1347886566604800076, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (10, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800074, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (11, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800082, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (11, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800084, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (11, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'abstain', '', 1347886566604800088, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (11, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800086, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (12, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800094, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (12, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800096, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (12, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'abstain', '', 1347886566604800100, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (12, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800098, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (13, 'o:42laneshostingllc', 1346044428288000045, 'against', '', 1347886566604800106, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (13, 'o:kuulopuheosuuskunta', 1346044428288000049, 'against', '', 1347886566604800108, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (13, 'o:עמותתמעטפהסגורהלפרטיותברשת', 1346044428288000057, 'for', '', 1347886566604800112, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (13, 'o:গোপনচিঠিউদ্যোগ', 1346044428288000053, 'against', '', 1347886566604800110, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (15, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1347886566604800122, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (15, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1347886566604800124, '2025-03-08 16:45:00+05:45');
INSERT INTO public.ballot VALUES (19, 'o:42laneshostingllc', 1346044428288000045, 'for', '', 1348339551436800022, '2025-03-09 22:45:00+05:45');
INSERT INTO public.ballot VALUES (19, 'o:kuulopuheosuuskunta', 1346044428288000049, 'for', '', 1348339551436800024, '2025-03-09 22:45:00+05:45');
INSERT INTO public.ballot VALUES (25, 'u:1346044428288000045', 1346044428288000045, 'for', '', 1349441814528000004, '2025-03-12 23:45:00+05:45');
INSERT INTO public.ballot VALUES (25, 'u:1346044428288000049', 1346044428288000049, 'against', '', 1349441814528000006, '2025-03-12 23:45:00+05:45');
INSERT INTO public.ballot VALUES (25, 'u:1346044428288000053', 1346044428288000053, 'for', '', 1349441814528000008, '2025-03-12 23:45:00+05:45');
INSERT INTO public.ballot VALUES (26, 'u:1346044428288000045', 1346044428288000045, 'for', '', 1349441814528000014, '2025-03-12 23:45:00+05:45');
INSERT INTO public.ballot VALUES (26, 'u:1346044428288000049', 1346044428288000049, 'abstain', '', 1349441814528000016, '2025-03-12 23:45:00+05:45');
INSERT INTO public.ballot VALUES (26, 'u:1346044428288000053', 1346044428288000053, 'against', '', 1349441814528000018, '2025-03-12 23:45:00+05:45');
INSERT INTO public.ballot VALUES (26, 'u:1346044428288000057', 1346044428288000057, 'for', '', 1349441814528000020, '2025-03-12 23:45:00+05:45');
INSERT INTO public.ballot VALUES (26, 'u:1346044428288000061', 1346044428288000061, 'for', '', 1349441814528000022, '2025-03-12 23:45:00+05:45');


--
-- Data for Name: batch; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.batch VALUES (1, 1346044428288000015, 2, 'form.csv', '79230517040c031b', true, 'Mo, secretary', 'The coalition''s form', 1346044428288000033, '2025-03-08 16:45:00+05:45', 3, NULL);


--
-- Data for Name: card; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.card VALUES (1, 1346044428288000015, 'status', 1, 1346044428288000025, 1346044428288000152, NULL, false, 16, false, 0, NULL);
INSERT INTO public.card VALUES (2, 1346044428288000015, 'proposal', 5, 1346044428288000027, 1346044428288000178, NULL, false, 2, false, 0, NULL);
INSERT INTO public.card VALUES (3, 1346044428288000015, 'status', 2, 1346044428288000025, 1347886566604800017, NULL, false, 50, false, 0, NULL);
INSERT INTO public.card VALUES (4, 1346044428288000015, 'proposal', 6, 1346044428288000027, 1347886566604800021, NULL, false, 8, false, 0, NULL);
INSERT INTO public.card VALUES (5, 1346044428288000015, 'proposal', 7, 1346044428288000027, 1347886566604800033, NULL, false, 8, false, 0, NULL);
INSERT INTO public.card VALUES (6, 1346044428288000015, 'proposal', 8, 1346044428288000027, 1347886566604800045, NULL, false, 8, false, 0, NULL);
INSERT INTO public.card VALUES (7, 1346044428288000015, 'proposal', 9, 1346044428288000027, 1347886566604800057, NULL, false, 8, false, 0, NULL);
INSERT INTO public.card VALUES (8, 1346044428288000015, 'proposal', 10, 1346044428288000027, 1347886566604800069, NULL, false, 8, false, 0, NULL);
INSERT INTO public.card VALUES (9, 1346044428288000015, 'proposal', 11, 1346044428288000027, 1347886566604800081, NULL, false, 8, false, 0, NULL);
INSERT INTO public.card VALUES (10, 1346044428288000015, 'proposal', 12, 1346044428288000027, 1347886566604800093, NULL, false, 8, false, 0, NULL);
INSERT INTO public.card VALUES (11, 1346044428288000015, 'proposal', 13, 1346044428288000027, 1347886566604800105, NULL, false, 7, false, 0, NULL);
INSERT INTO public.card VALUES (12, 1346044428288000015, 'proposal', 14, 1346044428288000027, 1347886566604800117, NULL, false, 2, false, 0, NULL);
INSERT INTO public.card VALUES (13, 1346044428288000015, 'proposal', 15, 1346044428288000027, 1347886566604800121, NULL, false, 5, false, 0, NULL);
INSERT INTO public.card VALUES (14, 1346044428288000015, 'proposal', 19, 1346044428288000027, 1348339551436800021, NULL, false, 5, false, 0, NULL);
INSERT INTO public.card VALUES (15, 1346044428288000015, 'status', 3, 1346044428288000025, 1349426715033600028, NULL, false, 29, false, 0, NULL);
INSERT INTO public.card VALUES (16, 1346044428288000015, 'proposal', 25, 1346044428288000027, 1349441814528000003, NULL, false, 4, false, 0, NULL);
INSERT INTO public.card VALUES (17, 1346044428288000015, 'proposal', 26, 1346044428288000027, 1349441814528000013, NULL, false, 6, false, 0, NULL);
INSERT INTO public.card VALUES (18, 1346044428288000015, 'proposal', 27, 1346044428288000027, 1349441814528000027, NULL, false, 1, false, 0, NULL);
INSERT INTO public.card VALUES (19, 1346044428288000015, 'proposal', 28, 1346044428288000027, 1349441814528000031, NULL, false, 2, false, 0, NULL);
INSERT INTO public.card VALUES (20, 1346044428288000015, 'proposal', 31, 1346044428288000027, 1349441814528000054, NULL, false, 2, false, 0, NULL);
INSERT INTO public.card VALUES (21, 1346044428288000015, 'proposal', 32, 1346044428288000027, 1349472013516800023, NULL, false, 1, false, 0, NULL);


--
-- Data for Name: coalition; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.coalition VALUES (1346044428288000015, 'UTC', 1346044428288000025, 1346044428288000027, 1346044428288000029, 1346044428288000021, 1346044428288000023, '2025-03-03 14:45:00+05:45', NULL);


--
-- Data for Name: consent; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consent VALUES (1, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-03 14:45:00+05:45', 1, NULL, NULL);
INSERT INTO public.consent VALUES (2, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-03 14:45:00+05:45', 1, NULL, NULL);
INSERT INTO public.consent VALUES (3, 'own click', 'Director, 42 Lanes Hosting, LLC', '', 1346044428288000045, '2025-03-03 14:45:00+05:45', 1, NULL, NULL);
INSERT INTO public.consent VALUES (4, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-03 14:45:00+05:45', 1, NULL, NULL);
INSERT INTO public.consent VALUES (6, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (7, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (8, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (9, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (10, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (11, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (12, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (13, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (16, 'stated', 'Ann Lee; Mo, secretary', 'The coalition''s form', 1346044428288000033, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (17, 'stated', 'Ben Ray; Mo, secretary', 'The coalition''s form', 1346044428288000033, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (18, 'stated', 'Ed; Mo, secretary', 'The coalition''s form', 1346044428288000033, '2025-03-08 16:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (19, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-09 22:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (20, 'stated', 'Its director', 'E-mail of this week', 1346044428288000049, '2025-03-12 22:45:00+05:45', 2, NULL, NULL);
INSERT INTO public.consent VALUES (21, 'own click', 'Director, গোপন চিঠি উদ্যোগ', '', 1346044428288000053, '2025-03-12 22:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (22, 'own click', 'Director, עמותת מעטפה סגורה לפרטיות ברשת', '', 1346044428288000057, '2025-03-12 22:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (23, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-12 22:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (24, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-12 22:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (25, 'stated', 'Its chair', 'A letter', 1346044428288000061, '2025-03-12 23:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (26, 'stated', 'Its chair', 'A letter', 1346044428288000061, '2025-03-12 23:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (27, 'stated', 'Its chair', 'A letter', 1346044428288000061, '2025-03-12 23:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (29, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-12 23:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (30, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-12 23:45:00+05:45', 3, NULL, NULL);
INSERT INTO public.consent VALUES (33, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-13 01:45:00+05:45', 5, NULL, NULL);
INSERT INTO public.consent VALUES (34, 'stated', 'Its director', 'E-mail', 1346044428288000033, '2025-03-13 01:45:00+05:45', 5, NULL, NULL);


--
-- Data for Name: contact; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.contact VALUES (22, 'office@dale.example', 1346044428288000033, '2025-03-12 23:45:00+05:45');


--
-- Data for Name: decision; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.decision VALUES (1, 1, 'approve', 1346044428288000037, '2025-03-03 14:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (2, 2, 'approve', 1346044428288000037, '2025-03-03 14:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (3, 3, 'approve', 1346044428288000037, '2025-03-03 14:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (4, 4, 'approve', 1346044428288000037, '2025-03-03 14:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (5, 5, 'decline', 1346044428288000037, '2025-03-03 14:45:00+05:45', 'We could not confirm that they agreed.', 'Between us', 'proposed', NULL);
INSERT INTO public.decision VALUES (6, 6, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (7, 7, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (8, 8, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (9, 9, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (10, 10, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (11, 11, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (12, 12, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (13, 16, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (14, 17, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (15, 18, 'approve', 1346044428288000037, '2025-03-09 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (16, 6, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (17, 7, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (18, 8, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (19, 9, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (20, 10, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (21, 11, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (22, 12, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (23, 16, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (24, 17, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (25, 18, 'approve', 1346044428288000041, '2025-03-09 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (26, 15, 'hold', 1346044428288000037, '2025-03-09 22:45:00+05:45', 'The moderators want to talk it over first.', 'Between us', 'passed', NULL);
INSERT INTO public.decision VALUES (27, 13, 'decline', 1346044428288000037, '2025-03-09 22:45:00+05:45', 'The vote was against it.', '', 'opposed', NULL);
INSERT INTO public.decision VALUES (28, 19, 'approve', 1346044428288000037, '2025-03-12 22:45:00+05:45', '', '', 'passed', NULL);
INSERT INTO public.decision VALUES (29, 21, 'approve', 1346044428288000037, '2025-03-12 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (30, 23, 'approve', 1346044428288000037, '2025-03-12 22:45:00+05:45', '', '', 'proposed', NULL);
INSERT INTO public.decision VALUES (31, 24, 'approve', 1346044428288000037, '2025-03-12 22:45:00+05:45', '', '', 'proposed', NULL);


--
-- Data for Name: delivery; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery VALUES (1, 1, 'channel', 1346044428288000025, '2025-03-03 14:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-03 14:46:30+05:45', 1, '2025-03-03 14:45:00+05:45', 1346044428288000151, '2025-03-03 14:45:00+05:45', '');
INSERT INTO public.delivery VALUES (2, 7, 'channel', 1346044428288000025, '2025-03-03 14:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-03 14:46:30+05:45', 1, '2025-03-03 14:45:00+05:45', 1346044428288000168, '2025-03-03 14:45:00+05:45', '');
INSERT INTO public.delivery VALUES (3, 2, 'channel', 1346044428288000025, '2025-03-05 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-05 15:46:31+05:45', 1, '2025-03-05 15:45:01+05:45', 1346784307707904000, '2025-03-05 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (4, 3, 'channel', 1346044428288000025, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504011, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (5, 3, 'user', 1346044428288000033, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504009, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (6, 3, 'user', 1346044428288000037, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504007, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (7, 3, 'user', 1346044428288000041, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504013, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (8, 3, 'user', 1346044428288000049, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504015, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (9, 3, 'user', 1346044428288000053, '2025-03-06 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 08:31:31+05:45', 1, '2025-03-06 08:30:01+05:45', 1347037224239104006, '2025-03-06 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (10, 3, 'user', 1346044428288000057, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504017, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (11, 3, 'user', 1346044428288000065, '2025-03-06 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 08:31:31+05:45', 1, '2025-03-06 08:30:01+05:45', 1347037224239104007, '2025-03-06 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (12, 3, 'user', 1346044428288000069, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504019, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (13, 3, 'user', 1346044428288000073, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504021, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (14, 3, 'user', 1346044428288000081, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504023, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (15, 3, 'user', 1346044428288000085, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504024, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (16, 3, 'user', 1346044428288000089, '2025-03-06 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 08:31:31+05:45', 1, '2025-03-06 08:30:01+05:45', 1347037224239104009, '2025-03-06 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (17, 3, 'user', 1346044428288000097, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504025, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (18, 3, 'user', 1346044428288000101, '2025-03-06 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 08:31:31+05:45', 1, '2025-03-06 08:30:01+05:45', 1347037224239104008, '2025-03-06 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (19, 3, 'user', 1346044428288000105, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504026, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (20, 3, 'user', 1346044428288000113, '2025-03-06 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 08:31:31+05:45', 1, '2025-03-06 08:30:01+05:45', 1347037224239104010, '2025-03-06 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (21, 3, 'user', 1346044428288000117, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504027, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (22, 3, 'user', 1346044428288000121, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504028, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (23, 3, 'user', 1346044428288000129, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504029, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (24, 3, 'user', 1346044428288000133, '2025-03-06 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 15:46:31+05:45', 1, '2025-03-06 15:45:01+05:45', 1347146695573504030, '2025-03-06 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (25, 3, 'user', 1346044428288000137, '2025-03-06 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-06 08:31:31+05:45', 1, '2025-03-06 08:30:01+05:45', 1347037224239104011, '2025-03-06 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (26, 4, 'channel', 1346044428288000025, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104000, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (27, 4, 'user', 1346044428288000033, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104001, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (28, 4, 'user', 1346044428288000037, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104002, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (29, 4, 'user', 1346044428288000041, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104003, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (30, 4, 'user', 1346044428288000049, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104004, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (31, 4, 'user', 1346044428288000053, '2025-03-07 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 08:31:31+05:45', 1, '2025-03-07 08:30:01+05:45', 1347399612104704000, '2025-03-07 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (32, 4, 'user', 1346044428288000057, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104005, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (33, 4, 'user', 1346044428288000065, '2025-03-07 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 08:31:31+05:45', 1, '2025-03-07 08:30:01+05:45', 1347399612104704001, '2025-03-07 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (34, 4, 'user', 1346044428288000069, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104007, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (35, 4, 'user', 1346044428288000073, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104006, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (36, 4, 'user', 1346044428288000081, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104008, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (37, 4, 'user', 1346044428288000085, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104009, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (38, 4, 'user', 1346044428288000089, '2025-03-07 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 08:31:31+05:45', 1, '2025-03-07 08:30:01+05:45', 1347399612104704002, '2025-03-07 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (39, 4, 'user', 1346044428288000097, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104010, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (40, 4, 'user', 1346044428288000101, '2025-03-07 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 08:31:31+05:45', 1, '2025-03-07 08:30:01+05:45', 1347399612104704003, '2025-03-07 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (41, 4, 'user', 1346044428288000105, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104011, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (42, 4, 'user', 1346044428288000113, '2025-03-07 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 08:31:31+05:45', 1, '2025-03-07 08:30:01+05:45', 1347399612104704004, '2025-03-07 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (43, 4, 'user', 1346044428288000117, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104012, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (44, 4, 'user', 1346044428288000121, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104013, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (45, 4, 'user', 1346044428288000129, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104014, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (46, 4, 'user', 1346044428288000133, '2025-03-07 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 15:46:31+05:45', 1, '2025-03-07 15:45:01+05:45', 1347509083439104015, '2025-03-07 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (47, 4, 'user', 1346044428288000137, '2025-03-07 08:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 08:31:31+05:45', 1, '2025-03-07 08:30:01+05:45', 1347399612104704005, '2025-03-07 08:30:01+05:45', '');
INSERT INTO public.delivery VALUES (48, 5, 'channel', 1346044428288000025, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904006, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (49, 5, 'user', 1346044428288000033, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904000, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (50, 5, 'user', 1346044428288000037, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904001, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (51, 5, 'user', 1346044428288000041, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904002, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (52, 5, 'user', 1346044428288000049, '2025-03-07 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 21:46:31+05:45', 1, '2025-03-07 21:45:01+05:45', 1347599680405504005, '2025-03-07 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (53, 5, 'user', 1346044428288000053, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904003, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (54, 5, 'user', 1346044428288000057, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904004, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (55, 5, 'user', 1346044428288000065, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904005, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (56, 5, 'user', 1346044428288000069, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904007, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (57, 5, 'user', 1346044428288000073, '2025-03-07 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 21:46:31+05:45', 1, '2025-03-07 21:45:01+05:45', 1347599680405504000, '2025-03-07 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (58, 5, 'user', 1346044428288000081, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904010, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (59, 5, 'user', 1346044428288000085, '2025-03-07 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 21:46:31+05:45', 1, '2025-03-07 21:45:01+05:45', 1347599680405504001, '2025-03-07 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (60, 5, 'user', 1346044428288000089, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904008, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (61, 5, 'user', 1346044428288000097, '2025-03-07 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 21:46:31+05:45', 1, '2025-03-07 21:45:01+05:45', 1347599680405504002, '2025-03-07 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (62, 5, 'user', 1346044428288000101, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904009, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (63, 5, 'user', 1346044428288000105, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904011, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (64, 5, 'user', 1346044428288000113, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904012, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (65, 5, 'user', 1346044428288000117, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904013, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (66, 5, 'user', 1346044428288000121, '2025-03-07 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 21:46:31+05:45', 1, '2025-03-07 21:45:01+05:45', 1347599680405504003, '2025-03-07 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (67, 5, 'user', 1346044428288000129, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904014, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (68, 5, 'user', 1346044428288000133, '2025-03-07 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 21:46:31+05:45', 1, '2025-03-07 21:45:01+05:45', 1347599680405504004, '2025-03-07 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (69, 5, 'user', 1346044428288000137, '2025-03-07 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-07 22:46:31+05:45', 1, '2025-03-07 22:45:01+05:45', 1347614779899904015, '2025-03-07 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (70, 9, 'channel', 1346044428288000025, '2025-03-07 23:45:04+05:45', 'sent', '44afdf49880d246c', '2025-03-07 23:46:34+05:45', 1, '2025-03-07 23:45:04+05:45', 1347629891977216000, '2025-03-07 23:45:04+05:45', '');
INSERT INTO public.delivery VALUES (71, 11, 'channel', 1346044428288000025, '2025-03-08 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-08 15:46:30+05:45', 1, '2025-03-08 15:45:00+05:45', 1347871467110400003, '2025-03-08 15:45:00+05:45', '');
INSERT INTO public.delivery VALUES (72, 12, 'channel', 1346044428288000025, '2025-03-08 16:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-08 16:46:30+05:45', 1, '2025-03-08 16:45:00+05:45', 1347886566604800016, '2025-03-08 16:45:00+05:45', '');
INSERT INTO public.delivery VALUES (73, 13, 'channel', 1346044428288000025, '2025-03-09 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-09 15:46:31+05:45', 1, '2025-03-09 15:45:01+05:45', 1348233859170304000, '2025-03-09 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (74, 17, 'channel', 1346044428288000029, '2025-03-09 14:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-09 14:46:31+05:45', 1, '2025-03-09 14:45:01+05:45', 1348218759675904000, '2025-03-09 14:45:01+05:45', '');
INSERT INTO public.delivery VALUES (75, 19, 'user', 1346044428288000049, '2025-03-09 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-09 22:46:30+05:45', 1, '2025-03-09 22:45:00+05:45', 1348339551436800011, '2025-03-09 22:45:00+05:45', '');
INSERT INTO public.delivery VALUES (76, 20, 'user', 1346044428288000049, '2025-03-09 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-09 22:46:30+05:45', 1, '2025-03-09 22:45:00+05:45', 1348339551436800017, '2025-03-09 22:45:00+05:45', '');
INSERT INTO public.delivery VALUES (77, 14, 'channel', 1346044428288000025, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904000, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (78, 14, 'user', 1346044428288000033, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904003, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (79, 14, 'user', 1346044428288000037, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904002, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (80, 14, 'user', 1346044428288000041, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904001, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (81, 14, 'user', 1346044428288000049, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904004, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (82, 14, 'user', 1346044428288000053, '2025-03-10 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 07:31:31+05:45', 1, '2025-03-10 07:30:01+05:45', 1348471676207104000, '2025-03-10 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (83, 14, 'user', 1346044428288000057, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904005, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (84, 14, 'user', 1346044428288000065, '2025-03-10 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 07:31:31+05:45', 1, '2025-03-10 07:30:01+05:45', 1348471676207104001, '2025-03-10 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (85, 14, 'user', 1346044428288000069, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904007, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (86, 14, 'user', 1346044428288000073, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904013, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (87, 14, 'user', 1346044428288000081, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904006, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (88, 14, 'user', 1346044428288000085, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904008, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (89, 14, 'user', 1346044428288000089, '2025-03-10 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 07:31:31+05:45', 1, '2025-03-10 07:30:01+05:45', 1348471676207104002, '2025-03-10 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (90, 14, 'user', 1346044428288000097, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904009, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (91, 14, 'user', 1346044428288000101, '2025-03-10 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 07:31:31+05:45', 1, '2025-03-10 07:30:01+05:45', 1348471676207104003, '2025-03-10 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (92, 14, 'user', 1346044428288000105, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904010, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (93, 14, 'user', 1346044428288000113, '2025-03-10 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 07:31:31+05:45', 1, '2025-03-10 07:30:01+05:45', 1348471676207104004, '2025-03-10 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (94, 14, 'user', 1346044428288000117, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904011, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (95, 14, 'user', 1346044428288000121, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904012, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (96, 14, 'user', 1346044428288000129, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904015, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (97, 14, 'user', 1346044428288000133, '2025-03-10 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 15:46:31+05:45', 1, '2025-03-10 15:45:01+05:45', 1348596247035904014, '2025-03-10 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (98, 14, 'user', 1346044428288000137, '2025-03-10 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 07:31:31+05:45', 1, '2025-03-10 07:30:01+05:45', 1348471676207104005, '2025-03-10 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (99, 18, 'channel', 1346044428288000029, '2025-03-10 14:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-10 14:46:31+05:45', 1, '2025-03-10 14:45:01+05:45', 1348581147541504000, '2025-03-10 14:45:01+05:45', '');
INSERT INTO public.delivery VALUES (100, 15, 'channel', 1346044428288000025, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504006, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (101, 15, 'user', 1346044428288000033, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504007, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (102, 15, 'user', 1346044428288000037, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504000, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (103, 15, 'user', 1346044428288000041, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504001, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (104, 15, 'user', 1346044428288000049, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504002, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (105, 15, 'user', 1346044428288000053, '2025-03-11 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 07:31:31+05:45', 1, '2025-03-11 07:30:01+05:45', 1348834064072704003, '2025-03-11 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (106, 15, 'user', 1346044428288000057, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504003, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (107, 15, 'user', 1346044428288000065, '2025-03-11 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 07:31:31+05:45', 1, '2025-03-11 07:30:01+05:45', 1348834064072704004, '2025-03-11 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (108, 15, 'user', 1346044428288000069, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504004, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (109, 15, 'user', 1346044428288000073, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504005, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (110, 15, 'user', 1346044428288000081, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504012, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (111, 15, 'user', 1346044428288000085, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504008, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (112, 15, 'user', 1346044428288000089, '2025-03-11 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 07:31:31+05:45', 1, '2025-03-11 07:30:01+05:45', 1348834064072704000, '2025-03-11 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (113, 15, 'user', 1346044428288000097, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504009, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (114, 15, 'user', 1346044428288000101, '2025-03-11 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 07:31:31+05:45', 1, '2025-03-11 07:30:01+05:45', 1348834064072704001, '2025-03-11 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (115, 15, 'user', 1346044428288000105, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504013, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (116, 15, 'user', 1346044428288000113, '2025-03-11 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 07:31:31+05:45', 1, '2025-03-11 07:30:01+05:45', 1348834064072704002, '2025-03-11 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (117, 15, 'user', 1346044428288000117, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504014, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (118, 15, 'user', 1346044428288000121, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504010, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (119, 15, 'user', 1346044428288000129, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504011, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (120, 15, 'user', 1346044428288000133, '2025-03-11 15:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 15:46:31+05:45', 1, '2025-03-11 15:45:01+05:45', 1348958634901504015, '2025-03-11 15:45:01+05:45', '');
INSERT INTO public.delivery VALUES (121, 15, 'user', 1346044428288000137, '2025-03-11 07:30:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 07:31:31+05:45', 1, '2025-03-11 07:30:01+05:45', 1348834064072704005, '2025-03-11 07:30:01+05:45', '');
INSERT INTO public.delivery VALUES (122, 16, 'channel', 1346044428288000025, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304003, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (123, 16, 'user', 1346044428288000033, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304000, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (124, 16, 'user', 1346044428288000037, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304001, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (125, 16, 'user', 1346044428288000041, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304004, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (126, 16, 'user', 1346044428288000049, '2025-03-11 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 21:46:31+05:45', 1, '2025-03-11 21:45:01+05:45', 1349049231867904005, '2025-03-11 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (127, 16, 'user', 1346044428288000053, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304002, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (128, 16, 'user', 1346044428288000057, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304006, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (129, 16, 'user', 1346044428288000065, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304009, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (130, 16, 'user', 1346044428288000069, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304005, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (131, 16, 'user', 1346044428288000073, '2025-03-11 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 21:46:31+05:45', 1, '2025-03-11 21:45:01+05:45', 1349049231867904000, '2025-03-11 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (132, 16, 'user', 1346044428288000081, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304015, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (133, 16, 'user', 1346044428288000085, '2025-03-11 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 21:46:31+05:45', 1, '2025-03-11 21:45:01+05:45', 1349049231867904004, '2025-03-11 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (134, 16, 'user', 1346044428288000089, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304008, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (135, 16, 'user', 1346044428288000097, '2025-03-11 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 21:46:31+05:45', 1, '2025-03-11 21:45:01+05:45', 1349049231867904001, '2025-03-11 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (136, 16, 'user', 1346044428288000101, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304007, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (137, 16, 'user', 1346044428288000105, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304010, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (138, 16, 'user', 1346044428288000113, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304011, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (139, 16, 'user', 1346044428288000117, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304012, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (140, 16, 'user', 1346044428288000121, '2025-03-11 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 21:46:31+05:45', 1, '2025-03-11 21:45:01+05:45', 1349049231867904002, '2025-03-11 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (141, 16, 'user', 1346044428288000129, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304013, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (142, 16, 'user', 1346044428288000133, '2025-03-11 21:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 21:46:31+05:45', 1, '2025-03-11 21:45:01+05:45', 1349049231867904003, '2025-03-11 21:45:01+05:45', '');
INSERT INTO public.delivery VALUES (143, 16, 'user', 1346044428288000137, '2025-03-11 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 22:46:31+05:45', 1, '2025-03-11 22:45:01+05:45', 1349064331362304014, '2025-03-11 22:45:01+05:45', '');
INSERT INTO public.delivery VALUES (144, 21, 'channel', 1346044428288000029, '2025-03-11 14:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-11 14:46:31+05:45', 1, '2025-03-11 14:45:01+05:45', 1348943535407104000, '2025-03-11 14:45:01+05:45', '');
INSERT INTO public.delivery VALUES (145, 23, 'channel', 1346044428288000025, '2025-03-11 23:45:04+05:45', 'sent', '44afdf49880d246c', '2025-03-11 23:46:34+05:45', 1, '2025-03-11 23:45:04+05:45', 1349079443439616001, '2025-03-11 23:45:04+05:45', '');
INSERT INTO public.delivery VALUES (146, 24, 'channel', 1346044428288000029, '2025-03-11 23:45:04+05:45', 'sent', '44afdf49880d246c', '2025-03-11 23:46:34+05:45', 1, '2025-03-11 23:45:04+05:45', 1349079443439616000, '2025-03-11 23:45:04+05:45', '');
INSERT INTO public.delivery VALUES (147, 22, 'channel', 1346044428288000029, '2025-03-12 14:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 14:46:31+05:45', 1, '2025-03-12 14:45:01+05:45', 1349305923272704000, '2025-03-12 14:45:01+05:45', '');
INSERT INTO public.delivery VALUES (148, 26, 'channel', 1346044428288000025, '2025-03-12 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 22:46:30+05:45', 1, '2025-03-12 22:45:00+05:45', 1349426715033600027, '2025-03-12 22:45:00+05:45', '');
INSERT INTO public.delivery VALUES (149, 32, 'channel', 1346044428288000025, '2025-03-12 22:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 22:46:30+05:45', 1, '2025-03-12 22:45:00+05:45', 1349426715033600047, '2025-03-12 22:45:00+05:45', '');
INSERT INTO public.delivery VALUES (150, 33, 'user', 1346044428288000081, '2025-03-12 23:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 23:46:30+05:45', 1, '2025-03-12 23:45:00+05:45', 1349441814528000060, '2025-03-12 23:45:00+05:45', '');
INSERT INTO public.delivery VALUES (151, 34, 'channel', 1346044428288000025, '2025-03-12 23:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 23:46:30+05:45', 1, '2025-03-12 23:45:00+05:45', 1349441814528000074, '2025-03-12 23:45:00+05:45', '');
INSERT INTO public.delivery VALUES (152, 35, 'user', 1346044428288000053, '2025-03-12 23:45:00+05:45', 'undeliverable', '44afdf49880d246c', '2025-03-12 23:46:30+05:45', 1, '2025-03-12 23:45:00+05:45', NULL, '2025-03-12 23:45:00+05:45', 'this person accepts no direct messages from the server');
INSERT INTO public.delivery VALUES (153, 36, 'user', 1346044428288000057, '2025-03-12 23:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 23:46:30+05:45', 1, '2025-03-12 23:45:00+05:45', 1349441814528000082, '2025-03-12 23:45:00+05:45', '');
INSERT INTO public.delivery VALUES (154, 37, 'user', 1346044428288000033, '2025-03-12 23:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 23:46:30+05:45', 1, '2025-03-12 23:45:00+05:45', 1349441814528000083, '2025-03-12 23:45:00+05:45', '');
INSERT INTO public.delivery VALUES (155, 38, 'channel', 1346044428288000029, '2025-03-12 23:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 23:46:30+05:45', 1, '2025-03-12 23:45:00+05:45', 1349441814528000081, '2025-03-12 23:45:00+05:45', '');
INSERT INTO public.delivery VALUES (156, 39, 'channel', 1346044428288000029, '2025-03-12 23:47:00+05:45', 'sent', '44afdf49880d246c', '2025-03-12 23:48:31+05:45', 1, '2025-03-12 23:47:01+05:45', 1349442322038784000, '2025-03-12 23:47:01+05:45', '');
INSERT INTO public.delivery VALUES (157, 40, 'channel', 1346044428288000029, '2025-03-13 01:45:00+05:45', 'sent', '44afdf49880d246c', '2025-03-13 01:46:30+05:45', 1, '2025-03-13 01:45:00+05:45', 1349472013516800015, '2025-03-13 01:45:00+05:45', '');


--
-- Data for Name: draft; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.draft VALUES (1, 1346044428288000015, 1346044428288000069, 'propose', '["3", "organisation", "KE"]', '{"name": "https://not-a-name.example", "detail": "", "authorised_by": "", "evidence": "", "note": ""}', '2025-03-14 01:45:00+05:45');
INSERT INTO public.draft VALUES (2, 1346044428288000015, 1346044428288000033, 'letter-text-change', '[3, "en"]', '{"text": "We ask once more that messages stay closed.", "before": 5}', '2025-03-14 01:45:00+05:45');
INSERT INTO public.draft VALUES (3, 1346044428288000015, 1349472013516800016, 'take-part', '[]', '{"organisation": "noor''s Fund", "title": "Chair", "time_zone": "", "direct_messages": false}', '2025-03-14 01:45:00+05:45');
INSERT INTO public.draft VALUES (4, 1346044428288000015, 1346044428288000033, 'letter-cancel', '[4]', '{"reason": "No"}', '2025-03-14 01:45:00+05:45');


--
-- Data for Name: edition; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.edition VALUES (1, 1, 1, 'opening', 'Keep the river path open', 'The Minister', '2025-03-03 14:45:00+05:45', '', 1, '{"organisation": 2, "company": 0, "individual": 1}', '[{"number": 1, "kind": "organisation", "name": "Hill Fund", "country": "FR", "affiliation": "", "signatory_id": 2, "collation": "1d181d321d771d7702091ce51eb51db91c8f", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}, {"number": 2, "kind": "organisation", "name": "Riverlight", "country": "FR", "affiliation": "", "signatory_id": 1, "collation": "1e331d321ee31caa1e331d771d321cf41d181e95", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}, {"number": 3, "kind": "individual", "name": "Ana Brook", "country": "GB", "affiliation": "", "signatory_id": 3, "collation": "1c471db91c4702091c601e331ddd1ddd1d65", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}]', '0d9a872ae8bdd46f7359ead66bf6721a3a6e020fefffbf3b0ee2da35bc290d0a');
INSERT INTO public.edition VALUES (2, 1, 2, 'update', 'Keep the river path open', 'The Minister', '2025-03-03 15:45:00+05:45', '', 1, '{"organisation": 3, "company": 0, "individual": 1}', '[{"number": 1, "kind": "organisation", "name": "Hill Fund", "country": "FR", "affiliation": "", "signatory_id": 2, "collation": "1d181d321d771d7702091ce51eb51db91c8f", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}, {"number": 2, "kind": "organisation", "name": "Late Harbour", "country": "FR", "affiliation": "", "signatory_id": 4, "collation": "1d771c471e951caa02091d181c471e331c601ddd1eb51e33", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}, {"number": 3, "kind": "organisation", "name": "Riverlight", "country": "FR", "affiliation": "", "signatory_id": 1, "collation": "1e331d321ee31caa1e331d771d321cf41d181e95", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}, {"number": 4, "kind": "individual", "name": "Ana Brook", "country": "GB", "affiliation": "", "signatory_id": 3, "collation": "1c471db91c4702091c601e331ddd1ddd1d65", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}]', 'f1200a7a0dd0cbbb223839c658b238e928c7443cd71bbd5c612c94a75b5c5b39');
INSERT INTO public.edition VALUES (3, 1, 3, 'final', 'Keep the river path open', 'The Minister', '2025-03-08 15:45:00+05:45', '', 1, '{"organisation": 2, "company": 0, "individual": 1}', '[{"number": 1, "kind": "organisation", "name": "Late Harbour", "country": "FR", "affiliation": "", "signatory_id": 4, "collation": "1d771c471e951caa02091d181c471e331c601ddd1eb51e33", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}, {"number": 2, "kind": "organisation", "name": "Riverlight", "country": "FR", "affiliation": "", "signatory_id": 1, "collation": "1e331d321ee31caa1e331d771d321cf41d181e95", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}, {"number": 3, "kind": "individual", "name": "Ana Brook", "country": "GB", "affiliation": "", "signatory_id": 3, "collation": "1c471db91c4702091c601e331ddd1ddd1d65", "added_at": "2025-03-03T09:00:00+00:00", "earlier": false}]', 'a7b177fc47d7a798c4d576904fca637616e399600a618743a7834061a6c12e0c');
INSERT INTO public.edition VALUES (4, 3, 1, 'opening', 'Keep our messages closed', 'The Minister', '2025-03-12 22:45:00+05:45', '', 3, '{"organisation": 2, "company": 0, "individual": 1}', '[{"number": 1, "kind": "organisation", "name": "Harbour Watch Ltd", "country": "FR", "affiliation": "", "signatory_id": 23, "collation": "1d181c471e331c601ddd1eb51e3302091ef51c471e951c7a1d1802091d771e951c8f", "added_at": "2025-03-12T17:00:00+00:00", "earlier": false}, {"number": 2, "kind": "organisation", "name": "Marked Twin Ltd", "country": "FR", "affiliation": "", "signatory_id": 24, "collation": "1daa1c471e331d651caa1c8f02091e951ef51d321db902091d771e951c8f", "added_at": "2025-03-12T17:00:00+00:00", "earlier": false}, {"number": 3, "kind": "individual", "name": "Cem I\u015f\u0131k", "country": "GB", "affiliation": "", "signatory_id": 21, "collation": "1c7a1caa1daa02091d321e711d321d65", "added_at": "2025-03-12T17:00:00+00:00", "earlier": false}]', '0be4539a30f324a257efb4d740b9c139216d0e224136c31cc7bb2b006015b7c7');


--
-- Data for Name: event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.event VALUES (1, 3, 1346044428288000015, true, 1349441814528000067, '2025-03-18 22:45:00+05:45', '2025-03-18 23:45:00+05:45', false, 4, 0, '');


--
-- Data for Name: journalentry; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.journalentry VALUES (1, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'coalition set up', NULL, NULL, '{"actor": 1346044428288000014, "before": {"member_role_id": null, "moderator_role_id": null, "announcements_id": null, "proposals_id": null, "moderators_id": null}, "after": {"member_role_id": 1346044428288000021, "moderator_role_id": 1346044428288000023, "announcements_id": 1346044428288000025, "proposals_id": 1346044428288000027, "moderators_id": 1346044428288000029}}', '04217d7c6e842c3a4a6ed1439043baf2', '0536f3d74259cd2476b0eb8c374ff687086a21ad21c2a0fbe78cde134510dc8c', '841efb15bb81bab3d7ec612a35c07218faac412ee50b99fc469e9cf8acd157f3');
INSERT INTO public.journalentry VALUES (2, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000033, "user_id": 1346044428288000033, "before": null, "after": {"organisation": "River Path Coalition", "title": "Coordinator", "time_zone": "Europe/London", "direct_messages": true}}', '65d1b10ba81a28c9488fae44207bcfd8', '1e314778806aff5eed3c52c8dea1ec379a66062cf468b2a8d33bae30e846790f', 'd6448dc4556f3f77caad76ab30d9627ebe2b3cc223bc86fee1d4fc2749b11a17');
INSERT INTO public.journalentry VALUES (3, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000037, "user_id": 1346044428288000037, "before": null, "after": {"organisation": "River Path Coalition", "title": "Coordinator", "time_zone": "Europe/London", "direct_messages": true}}', 'cc21d94af0b303371812bf9ce18353f5', '13c9910a9196d292eefef7cbb12a81b67ff7407abff8465f5f43e935b2241e71', 'ce54a6003720cb37dcbd44ee77f9de80a3207f8475a117168853018df6fea293');
INSERT INTO public.journalentry VALUES (4, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000041, "user_id": 1346044428288000041, "before": null, "after": {"organisation": "River Path Coalition", "title": "Coordinator", "time_zone": "Europe/London", "direct_messages": true}}', 'bd7e800a7e49848e677330a0bdbf2a99', 'dcb62ffe34fb34eff181a4c5caeb5f445964975d6ecdfef063719d0a12653869', 'c81fa4af62ecda888d245d9edfa1e44c05c4787c21bb3db46bdc34f23af827fb');
INSERT INTO public.journalentry VALUES (5, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000045, "user_id": 1346044428288000045, "before": null, "after": {"organisation": "42 Lanes Hosting, LLC", "title": "Director", "time_zone": "Europe/London", "direct_messages": false}}', 'b9c006b75e16dd59ba844c9ff41e60e6', '789b9999aa8c5a98a4ef214ea9efbd5c6615add68929ec3e5eb8416cbee2022f', 'd342691afc32ef5ad148ce97a545399e8e2efa82b398f50045b28a06747aec9c');
INSERT INTO public.journalentry VALUES (6, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000049, "user_id": 1346044428288000049, "before": null, "after": {"organisation": "Kuulopuhe Osuuskunta", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": true}}', '5daf530c6b135f13d3fe2865cddf13eb', '59041eabeb989b109f41f7f086e420535f429f3c0256a4153f832bbd1f7c77a0', '72e65767c1aec311f7b7d4065f7c3f3439bcbfdbc32d60c197d9626df25e3ca1');
INSERT INTO public.journalentry VALUES (7, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000053, "user_id": 1346044428288000053, "before": null, "after": {"organisation": "\u0997\u09cb\u09aa\u09a8 \u099a\u09bf\u09a0\u09bf \u0989\u09a6\u09cd\u09af\u09cb\u0997", "title": "Director", "time_zone": "America/New_York", "direct_messages": true}}', '2a42b6f1d3ed713c1b002ba28722c895', '75c2b1987925bf2be6e550c2c3aa4c08dee038efe9d53d57f20d17c19de943aa', '03dbb19a2467cef6ff6b1b7e3db15cbc5ddbff638b081a190572bf7f94115d8f');
INSERT INTO public.journalentry VALUES (8, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000057, "user_id": 1346044428288000057, "before": null, "after": {"organisation": "\u05e2\u05de\u05d5\u05ea\u05ea \u05de\u05e2\u05d8\u05e4\u05d4 \u05e1\u05d2\u05d5\u05e8\u05d4 \u05dc\u05e4\u05e8\u05d8\u05d9\u05d5\u05ea \u05d1\u05e8\u05e9\u05ea", "title": "Director", "time_zone": "Europe/London", "direct_messages": true}}', '8ed89e76aca37921e5376900b2e06eec', '23c7e13ba88e7a94fcee3b52238bce7ba4abfcb8f1ab02c3cda38a13ded1764f', '8b365e172db738a213b04accd414b6edf08fceafdeb7e01f7f4ca5b215af55ff');
INSERT INTO public.journalentry VALUES (9, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000061, "user_id": 1346044428288000061, "before": null, "after": {"organisation": "International Coalition of Survivors'' Shelters, Legal Clinics and Frontline Advocates for Safe & Private Communication", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": false}}', '2826dfae6179d5b2bb376402b5a90491', '5fd13166c7b06cf05574db1ccd8fb3a43fb615d86ff4f930e928fe99434bb7b0', 'bff69f890534a737bd3a50b73c41e133959ce7fb1c65545a94d65aaaa406a233');
INSERT INTO public.journalentry VALUES (10, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000065, "user_id": 1346044428288000065, "before": null, "after": {"organisation": "\u10d3\u10d0\u10da\u10e3\u10e5\u10e3\u10da\u10d8 \u10ec\u10d4\u10e0\u10d8\u10da\u10d8", "title": "Director", "time_zone": "America/New_York", "direct_messages": true}}', '256190d4be07654ed9301c51bace4406', '132df1baa9f93afb9aadc34b6889e6a6423d9ee8bf249d0272ec75440c47a424', 'bf033eb100e041156daee46698dc1d66e44a658580de371fd68f40be6b298abd');
INSERT INTO public.journalentry VALUES (11, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000069, "user_id": 1346044428288000069, "before": null, "after": {"organisation": "\u00de\u00f6glask\u00fd ehf.", "title": "Director", "time_zone": "Europe/London", "direct_messages": true}}', '25d89a0740423baaa82bb42b4a9db2b2', 'a814c808f76eaa1318474d891c1ee1cc0b31ecd162c1f605bbd938c60ea68a46', 'b2ba80c3fad1c847d158cd903c948b5a546c12436ed44fdaef8fff3e7d72a542');
INSERT INTO public.journalentry VALUES (12, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000073, "user_id": 1346044428288000073, "before": null, "after": {"organisation": "Rainbow Causeway Youth Line", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": true}}', 'b8eadac448ec611f52c60801af4a3075', 'f74ae2bdb28627fc73ca83d0eec58d991d9959e41a9c9433e9dfef42830ac519', 'd84e1befd544d117eb0d7c3654e64d2907998e0c06ecca595970a98b0c248d58');
INSERT INTO public.journalentry VALUES (13, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000077, "user_id": 1346044428288000077, "before": null, "after": {"organisation": "Bibliotheksbund Talwiesen e. V.", "title": "Director", "time_zone": "America/New_York", "direct_messages": false}}', 'feeb4939749d4f83517b454a0e2b1460', 'eeab8806ae6ade453add0e206302271849010700739f65e2d4982afa9fd9af5a', 'd759adc03becefdebfa2d9350badcedf94b43abda888737bb0c4bb11e27da67f');
INSERT INTO public.journalentry VALUES (14, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000081, "user_id": 1346044428288000081, "before": null, "after": {"organisation": "\u0631\u0627\u0628\u0637\u0629 \u0642\u0631\u0651\u0627\u0621 \u0627\u0644\u0645\u064a\u0646\u0627\u0621 \u0627\u0644\u0642\u062f\u064a\u0645", "title": "Director", "time_zone": "Europe/London", "direct_messages": true}}', '3c19b44592c03f2cdaa952297c8b66f8', '7616116f4184bcfa9537ff56eab086f4b47c914d393e021debbf77f1490add0c', '68a46ec476cb6e5ad4a10a0dc7601faa885fcf86c17e020f44e73fd42c59c274');
INSERT INTO public.journalentry VALUES (15, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000085, "user_id": 1346044428288000085, "before": null, "after": {"organisation": "VELA \u2013 Verein f\u00fcr elektronische Laienaufkl\u00e4rung", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": true}}', '5307c8870d624b56d97179f1c00e4f3f', 'b77ca8ee758950e4345cd4f7d0da875fec71ee0a25048d2d22c4ac2293f8c3fe', '5eb2d6d6fdae5f0cbf2fbec9362eabf9a05718c2be613b3b16e00c5a2220cb0a');
INSERT INTO public.journalentry VALUES (16, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000089, "user_id": 1346044428288000089, "before": null, "after": {"organisation": "Fundacja Zielona Lampka", "title": "Director", "time_zone": "America/New_York", "direct_messages": true}}', '3d35ff547c787e6362ed8a8b5194140d', '603ac9015ef1711171bd0927b756688fa4620b8d160ad1136056c1c69fd54d30', 'fb5c258bd61834b5591fe73732dc2364f5847a99ee9f4307df1077c41218b5c3');
INSERT INTO public.journalentry VALUES (17, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000093, "user_id": 1346044428288000093, "before": null, "after": {"organisation": "Hushwellen", "title": "Director", "time_zone": "Europe/London", "direct_messages": false}}', 'ce0df88eaa8fdb81892899e419701a91', 'a66ae5c1d0e537ba93ad7a3bba57036bf83132f490ddeb90f83c326ed7a4eab1', '532d8895ab50abaabf0964c0c6010c1a23c5192719f39e6a1d9caaad34f829d3');
INSERT INTO public.journalentry VALUES (18, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000097, "user_id": 1346044428288000097, "before": null, "after": {"organisation": "\u0936\u093e\u0902\u0924 \u092c\u093e\u0926\u0932 \u091f\u0947\u0915\u094d\u0928\u094b\u0932\u0949\u091c\u0940\u091c\u093c \u092a\u094d\u0930\u093e. \u0932\u093f.", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": true}}', '7384f482ebbd74cb86217b321b19b711', '7d64567ecfab8310f6f654b284386991c8c1081fddce4eb17a3c445e41e75ae6', '9eb4cb0c1c4f7c1c5f39d189922e80af15a0f10f3180257e5787833acf6d6a89');
INSERT INTO public.journalentry VALUES (19, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000101, "user_id": 1346044428288000101, "before": null, "after": {"organisation": "Szyfrowniczek sp. z o.o.", "title": "Director", "time_zone": "America/New_York", "direct_messages": true}}', '10d1357ba507b2ae5d3b48b994b1a9d5', '11a7e6c7143ae339934da766c811afca0f5fcab195cc86d1ddac06ecf090ea95', 'df3b5b867ab70f53f1556acef20fb10e28838d366e3717fa49cf5e7ffddfcd0e');
INSERT INTO public.journalentry VALUES (20, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000105, "user_id": 1346044428288000105, "before": null, "after": {"organisation": "M\u00fch\u00fcrl\u00fc Zarf Derne\u011fi", "title": "Director", "time_zone": "Europe/London", "direct_messages": true}}', 'a6ace8fe2d6e989a2c0fa9be520d17d3', '24a9272db4cb176e44920535ce7e73f04e9e9626700d107a2f1e1aa8062a72bf', 'fb90b492ea547d4d690222fd6f6872a055ed4515e349f84166db6f6534e1bb07');
INSERT INTO public.journalentry VALUES (21, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000109, "user_id": 1346044428288000109, "before": null, "after": {"organisation": "Quillvault Nine Ltd", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": false}}', '255015900e286e005f0ff2ab739c4213', '80805efe59a141b1b6aeb442be9c22edb421fbba04bab1d1c0515e2e86c4fd41', '90dc7fb87e01a6703c49f11b3ee553976ac5eecfa0e2ada02293bacaf3203d7e');
INSERT INTO public.journalentry VALUES (22, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000113, "user_id": 1346044428288000113, "before": null, "after": {"organisation": "PT Kunciteduh", "title": "Director", "time_zone": "America/New_York", "direct_messages": true}}', '64ec971d46faa2953757e9f2c007a059', '0609362cbd72719061242d0b2fb275cbcce6aa7fc18ea02d968a87f5f52ea035', '40e87b7db0a3a54926edd566de8bec23c36d53d0cb24dbe9ee6caef8d62b1ef2');
INSERT INTO public.journalentry VALUES (23, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000117, "user_id": 1346044428288000117, "before": null, "after": {"organisation": "Chiffrierwerk Auenthal GmbH", "title": "Director", "time_zone": "Europe/London", "direct_messages": true}}', 'b6771e2f89d97fd6877f45e538943f72', '46b8dbf878031c1a5255a7da5dd145cecd2bf845e56ff5972c69fb5f4b79bf0c', '3fbd2b99834a958a6bc77b3b8335403a2bb555498eb70c4ac71228fe11893a37');
INSERT INTO public.journalentry VALUES (24, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000121, "user_id": 1346044428288000121, "before": null, "after": {"organisation": "Hemligskrin AB", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": true}}', 'be99acf80889dd1181bd4fa3efb45cf8', '2d30496bbfc7b0f3b79335b9d77d0b891c366daec10f1356918c3064970aa8b6', '382b93ee435af92502b1b5a0d905a4b96342f7cc6c40fe09e6163abf9ce8a91a');
INSERT INTO public.journalentry VALUES (25, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000125, "user_id": 1346044428288000125, "before": null, "after": {"organisation": "Ordre des Imprimeurs de Saint-Orvain", "title": "Director", "time_zone": "America/New_York", "direct_messages": false}}', '7c59e95e581b8d187308683a8f7cb1b2', 'f428a550904fdd00157c9b3a1c0c192ff01099bff3870d2bc9724de77edf7cb6', '04d4ff62fae0ce666196a1329a823a9b35acc1baef4f9e6fe7370280afb49860');
INSERT INTO public.journalentry VALUES (26, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000129, "user_id": 1346044428288000129, "before": null, "after": {"organisation": "Netvikar A/S", "title": "Director", "time_zone": "Europe/London", "direct_messages": true}}', 'c51744d8ee5ce86423550a46f54f429d', 'b3378c2ea62c0913a66bae1c0f38531266ea1faad2f57d6c110381569ee0d0d0', 'b1886729a014c596f039c80e280837c47dfc2829cbf3f3d4e9917495f93c3bc1');
INSERT INTO public.journalentry VALUES (27, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000133, "user_id": 1346044428288000133, "before": null, "after": {"organisation": "Yarrowmead Citizens'' Advice Volunteers", "title": "Director", "time_zone": "Asia/Kathmandu", "direct_messages": true}}', '1a22160e4119954cb5d4f9fe70ded7d3', '0ba08ac7525fab5ee5bfe0551b455c28b698c44a040047a0c6684b3b9d45274c', 'e5c9a88792ac96dba93c1e56fd17f4783261987d29a781516fe6f89cafd07ef5');
INSERT INTO public.journalentry VALUES (28, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'took part', NULL, NULL, '{"actor": 1346044428288000137, "user_id": 1346044428288000137, "before": null, "after": {"organisation": "University of Lundhaven, Institute for Applied Secrecy", "title": "Director", "time_zone": "America/New_York", "direct_messages": true}}', '5ca2099e2bc4af4e5612a0b461903180', '3ae207b469b69ad26fbf33b081abce5af112b42604ef401968aee1403b15dfa7', '446afbc8ca10abc178d40fcc356cac3a4a87d3b54fa0009a28cf7ede12bda5bc');
INSERT INTO public.journalentry VALUES (29, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'letter created', 1, NULL, '{"actor": 1346044428288000033, "after": {"title": "Keep the river path open", "addressee": "The Minister", "review_hours": 24, "most_open": 20, "two_person": false, "closes_at": "2025-03-07T18:00:00+00:00", "time_zone": "Europe/London"}}', '68ecde2fa599fefff66dbfe6e21708ed', '9d9f9088885f8a30b94b7012a7dd1f8d7e9f2d951042da04dea8485c73db6b1f', '5e3d89146e34a81602f20d749ff154d60337be6f8537cf5a02197a8f7bc4c70c');
INSERT INTO public.journalentry VALUES (30, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'text written', 1, NULL, '{"actor": 1346044428288000033, "language": "en", "before": null, "after": "a8576cba464c86765779b1810d6aceee240f81e6b4acf2b9178b9966ba38ada3", "number": 1, "change": null}', '468c240e3f3dc7197c1aad42e485660c', 'cab6ff4358d385ce1c22c759d22b0c8c38853eef8a18b76505487cc54afe32b0', 'f855ecbb0d0037fdc3ee0bd9017312487060d46056734ecb4f7d67d27996bb4d');
INSERT INTO public.journalentry VALUES (31, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'policy set', 1, NULL, '{"actor": 1346044428288000033, "before": {"preset": "open vote", "hours": 24, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "after": {"preset": "moderators only", "hours": 24, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}}', 'bc076714147b2408eb5252ff56efa044', '4faafd0e2ebc31ecc6eda17ddd97aeaba1c87a5665264f48cb0f8e2048de295c', 'b6dfef1675a6ce24d1187c8721f6b420aabcaa5e449a6f6ef34c3fad64bb1b9b');
INSERT INTO public.journalentry VALUES (32, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'letter opened', 1, NULL, '{"actor": 1346044428288000033, "closes_at": "2025-03-07T18:00:00+00:00"}', '468baa2720ede018501f651e11527ce9', '83325dd2953ed6438d4a36e48e4c36cfa5824a94b79928ea3da546c3d1a83c1a', '0a1623d66dee6e717bf923669beef607432a27487d317cb445120abb4b269b72');
INSERT INTO public.journalentry VALUES (33, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'entered', 1, 1, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Riverlight", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', '29bbe410eff3847f8e4c4740e88c6488', '000b3edd437ae21f66859aaaca530e9d1c4580a2d9760f5b6f8b9cd43c12d88b', '2bdc10b8d6416607fc73dd456372d419f2d85eddf3b954d7d93f54724abf453e');
INSERT INTO public.journalentry VALUES (34, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'consent recorded', 1, 1, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', '44e3a65acd6b2330827f82c7447fb210', 'a1413348b195d927296e865a6255b6c7cf249a8091f0413c465749cafee49e43', '689d1daff9867bb2848bc2379e894ab9eb620d75fbd4c99fbc5c92e9ffeb1683');
INSERT INTO public.journalentry VALUES (35, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'entered', 1, 2, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Hill Fund", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', 'e2fc93007dafa51465e75c35aa6421ae', 'da5b289fd0d6921d49104e67ae3502d9196055e63689d5deee010b4754239b02', 'ccdffd563abcd34aa865a4d2982d7ecffe4b0970eda8edd6a2435b928d52174c');
INSERT INTO public.journalentry VALUES (36, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'consent recorded', 1, 2, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', '93ca7c149d6d9b7c34fd8601c2893c4f', 'b60ef95b20ac77b6f9c274ce1ef06da2c5db36443a14e9e290aa405d497eb49f', 'd8f96e69c47996d6679d0ca9b17e84bc1c1a60807e4921e6ee6f5ff0617c1c76');
INSERT INTO public.journalentry VALUES (37, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'signed', 1, 3, '{"actor": 1346044428288000045, "kind": "individual", "name": "Ana Brook", "country": "GB", "website": "", "affiliation": "", "late": false, "twin": 0}', '333e05874cba0110e7db7c995b245ebd', 'd49fec9be38c6b4107cd4b7ad581f2853ef34813a7091baa4b151e073353a1eb', 'd71fd2e2dda80145d2657f406245de7eaa1cd20b44db45021736214c07a87a7e');
INSERT INTO public.journalentry VALUES (38, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'consent recorded', 1, 3, '{"actor": 1346044428288000045, "means": "own click", "authorised_by": "Director, 42 Lanes Hosting, LLC", "evidence": ""}', '4fa20c2897739a2010b29782d1709630', '14d77dc217bf75701141f36ee424d28773aeb7c84226b257c543e218ab1cd638', 'c107cbf83da26ccc11ff9f2ceddc79e8372fcefdcfb8d5bfbbe1c4dfc77ae7f8');
INSERT INTO public.journalentry VALUES (39, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'approved', 1, 1, '{"actor": 1346044428288000037, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 1, "told": "", "note": ""}', '8a486a5a78fb05aa8b9e717402917835', 'c58ff23bd5ff36ef6aaff3b92c7ec7279d1ee35aa4fa8bdab1594d986d5c9454', 'fc7bf648dd1d77f869c27e3bd1ff8c0325e9f20b68270fe307e75ed2303840ad');
INSERT INTO public.journalentry VALUES (40, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'approved', 1, 2, '{"actor": 1346044428288000037, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 2, "told": "", "note": ""}', '6bb21b571be2f1e21c3e2fc948fb6812', '90dce452f34e57e14f2b18f0feafd7c26d02ff8546c3c87579a17d1615bce598', '40e2eb4c31347747656bb0843d19343afded9f245f62cd1d0689c94687f27a50');
INSERT INTO public.journalentry VALUES (41, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'approved', 1, 3, '{"actor": 1346044428288000037, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 3, "told": "", "note": ""}', '6206479f0bed3c79bbf479e2f6724e67', 'fe69fa8b2e42aa4b312cbedb64ac8649d4fd04e95976ed7c762426bbf593cc99', '91145686dc05bf31d1c21dba18a532f84c7214970ca060d3a4398ee6c3fa4405');
INSERT INTO public.journalentry VALUES (42, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'edition cut', 1, NULL, '{"actor": 1346044428288000033, "number": 1, "name": "opening", "counts": {"organisation": 2, "company": 0, "individual": 1}, "digest": "0d9a872ae8bdd46f7359ead66bf6721a3a6e020fefffbf3b0ee2da35bc290d0a"}', '4429ab2c1bfc0a8d44b7321980420424', '311d767bc171fc7eebe79e40011493f5eb534a727a5a664fdffc94f082cc1b9a', '4c83265ccc3a0361dff57640d3a8021ddd06a1814e1241d8036e7a425c3d4764');
INSERT INTO public.journalentry VALUES (43, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'letter published', 1, NULL, '{"actor": 1346044428288000033}', 'a1760db7a158fca29a515bd27a7480d3', '415b2585ff5528d42761329ed36b422ce443b9856ba896439e1efe19c1676d4a', 'e124562d8d205bf67fd2149b9679ce87f2e80d7d38166cd422b3c7d4327f0fc5');
INSERT INTO public.journalentry VALUES (44, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'entered', 1, 4, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Late Harbour", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', 'cd2f0373b51d4801989d9a9e065327e3', '1d8fef01b4f0dbd444f846875e147ef6af39f09627793bde81fcda174d283de9', '0e74595791e07ba37134e4f200d21b691fbe4b9165efbc0a2ca459510e79b6bb');
INSERT INTO public.journalentry VALUES (45, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'consent recorded', 1, 4, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', '3467deef66988d0956f05841160577ae', 'b78d3bf0058afe31b450fcdf29d585cebdf3e1be8131fad2e3614733ea7c4543', '09a6b763b2b1864aceb80c91fd1c2181add6e2fad893250db6e5207f8bfe2142');
INSERT INTO public.journalentry VALUES (46, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'approved', 1, 4, '{"actor": 1346044428288000037, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 4, "told": "", "note": ""}', '0f1ce935bd30e0a7c0ba138945209156', '9db5cbf35ca5bff5bd6f603117b7e5b7e60c3479c8eb99b7ea5ae24e94566068', '18d71ac8244d7d057f333c5197659c7571a04f200e393cdcee298f9448f34b8c');
INSERT INTO public.journalentry VALUES (47, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'proposed', 1, 5, '{"actor": 1346044428288000077, "kind": "organisation", "name": "Nobody Knows", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '8a41efb2f9a10d934f74fe4f6fa27e69', 'd853b4698f38c0f1e3c814f3fdd71bca0b9448a2003a9c31f1aa9e6e017992b1', '38b6a75cc8fc425a8df64ba3bdf8fd5291596c158e159bb4ed7eea1434fffca5');
INSERT INTO public.journalentry VALUES (48, 1346044428288000015, '2025-03-03 14:45:00+05:45', 'declined', 1, 5, '{"actor": 1346044428288000037, "before": "proposed", "after": "declined", "alone": false, "override": false, "decision": 5, "told": "We could not confirm that they agreed.", "note": "Between us"}', '3383cec41a46a60678bb4e3a871455c5', '93d149719207ed7999a277b16c8e7467943d60787684e97996267c94b985e007', 'e729eaa7a8796cbb3f75ef5559c2a45302d31210fc9179b3ec5c34d269eaea4e');
INSERT INTO public.journalentry VALUES (49, 1346044428288000015, '2025-03-03 15:45:00+05:45', 'edition cut', 1, NULL, '{"actor": 1346044428288000033, "number": 2, "name": "update", "counts": {"organisation": 3, "company": 0, "individual": 1}, "digest": "f1200a7a0dd0cbbb223839c658b238e928c7443cd71bbd5c612c94a75b5c5b39"}', 'f87b6e6527799eb64b74498df3fc0738', '67ee31b855520a0ad73c2265b66ffcf61d640b0b85683beb1ecc4b2ec8eb40ac', '278478edb3ea17f4766c29a8f9875aa2f186326971602ca60021672cecd4f776');
INSERT INTO public.journalentry VALUES (50, 1346044428288000015, '2025-03-03 15:45:00+05:45', 'removed', 1, 2, '{"actor": 1346044428288000033, "before": "approved", "after": "removed", "reason": "They asked to leave"}', 'dca9ed8c27f6365f8c229d5ac8a04826', '6ee9f7688f355b25c1ba5d43307c0e73475aaeb3ec37d354a44e303d34e4964d', 'de0b03bbb828302f7cd3d78f8a3665e4e0dd8af8207c02ed9c936547dacff72b');
INSERT INTO public.journalentry VALUES (51, 1346044428288000015, '2025-03-07 23:45:04+05:45', 'letter closed', 1, NULL, '{"actor": null, "closed_at": "2025-03-07T18:00:00+00:00", "waits": 0}', '194e0678eacbb30302f9c32c36450064', 'e63d2a8506f5c176a8f8790afe0f9c64a071060d818c28160183cefcacc32e9e', '0e29431f5e2e01a5f777ed2f4744af3318477d08e52fd72d36af342d11c16005');
INSERT INTO public.journalentry VALUES (52, 1346044428288000015, '2025-03-08 15:45:00+05:45', 'edition cut', 1, NULL, '{"actor": 1346044428288000033, "number": 3, "name": "final", "counts": {"organisation": 2, "company": 0, "individual": 1}, "digest": "a7b177fc47d7a798c4d576904fca637616e399600a618743a7834061a6c12e0c"}', '732eb7e12c1965f71de1659c0b0a728b', '4a3c4a784451a788560997aca0e044f29f072f9f1843abde00d9a8babfa0379b', 'ac414b21f762647f53367a48f0b023a1dee2bf3edea178df967370dd1dd200b3');
INSERT INTO public.journalentry VALUES (53, 1346044428288000015, '2025-03-08 15:45:00+05:45', 'letter finished', 1, NULL, '{"actor": 1346044428288000033, "undecided": 0}', '758fbced44f866f469f80538843ca9ad', '040b890e7716209dc23422fe9f0f491d37a0bc7d8969cca940a03c3319095126', '011c23696994822f30be4a8714f1da22fb3fe3de031f3d6743cf5500b2c92b93');
INSERT INTO public.journalentry VALUES (54, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'letter archived', 1, NULL, '{"actor": 1346044428288000033}', '8e5159213922ee0a25c1d893cb78dc19', '3482b25e477fe55622a6574b885af19cd4b019970ed69f08894d235d1a03ef70', 'ed9c9e634da8600ecde700dc43a0a32f97f32fd56f1b147bcffa749c3bd5deca');
INSERT INTO public.journalentry VALUES (55, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'letter created', 2, NULL, '{"actor": 1346044428288000033, "after": {"title": "Publish the flood maps", "addressee": "The Minister", "review_hours": 24, "most_open": 20, "two_person": false, "closes_at": "2025-03-11T18:00:00+00:00", "time_zone": "Europe/London"}}', '55114f4f1581a47dee3d6329f183c570', '7effe7f49f81f3d4f910aa3fc85f0d53254214fb833ace23f4262a8b87be186d', 'fff6bc5e15f0e2a9c0d716d68b4c460f827b52ceb6240ed41b4a01e5c67cd8a5');
INSERT INTO public.journalentry VALUES (56, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'text written', 2, NULL, '{"actor": 1346044428288000033, "language": "en", "before": null, "after": "177d2532e509554ad32b9f3348378149b7701bbfe0df497a747eb03591cc89b4", "number": 1, "change": null}', '906add0ebc109b66781e114ab724c55a', '2ac28b210b8a23d49650d245aa4e230dc6b6c83f4ca3bed8a55db19e14353819', '95c99e640130da23736c2f0ecc32493e9d4a1519e49ba047bbc18dd54ab75540');
INSERT INTO public.journalentry VALUES (57, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'policy set', 2, NULL, '{"actor": 1346044428288000033, "before": {"preset": "open vote", "hours": 24, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "after": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}}', '91033dd530b5a2b68f1c4bd91ffd4c11', '9fc4ae7ecf72b152e6287f8e6f6f07e95d734deb1ec916a55da083eb06ca94cb', '718a1474ee78c337b24cf2281eec8409567090a3790449abb18e7e2355621638');
INSERT INTO public.journalentry VALUES (58, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'letter edited', 2, NULL, '{"actor": 1346044428288000033, "before": {"title": "Publish the flood maps", "addressee": "The Minister", "review_hours": 24, "most_open": 20, "two_person": false}, "after": {"title": "Publish the flood maps", "addressee": "The Agency", "review_hours": 240, "most_open": 50, "two_person": true}}', 'd1b4b5625465847610a708ad97914b59', 'bea9c95a112cca5a114e2b03b9e0efdf0d72788acfee21c1bb44953d6d07eda7', '3872c9c8a15e736872d3bdd78f5008be1ffd0bb8c9dba4a35b937eafd36e5e12');
INSERT INTO public.journalentry VALUES (59, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'letter opened', 2, NULL, '{"actor": 1346044428288000033, "closes_at": "2025-03-11T18:00:00+00:00"}', '5c61b156e561d2c47fb6e916bbd5bf39', '15867f532fe39bf50319a4fc1c7012abddb79c4751f5885e82181025c0f85116', '87846b731271b214367eb4e6690c589228ee51b843ec9d1e6329daa9491d0c2e');
INSERT INTO public.journalentry VALUES (60, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 6, '{"actor": 1346044428288000049, "kind": "organisation", "name": "\u0141\u00f3d\u017a Press Club", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'e1d0d0ede2f1a974754fcff0c6a973a7', 'a9279e914afb9f5a38b8184eda7c6a1984223baea2fae2edf8531b257ae991ae', '7c06f662a97b096cb586023fba2a91b76e5c580612c4b96dec75e2edf210ab93');
INSERT INTO public.journalentry VALUES (61, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 6, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', 'e241e305acced2810dc49b0d4925b7c4', '2bb4bc8b672f9f7c7468620a76a4ce4fa33c5c9353960bdb07862803438e215c', '92200aec1c08086a14818e8275074666200eacaf4023e463b1ce27820a3c3f09');
INSERT INTO public.journalentry VALUES (62, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 6, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', 'd177c0e8212d13113219608381e49f71', 'e58822c5d6d9553178ebaf179a0ee8ffb2cc9165d7c3f6e7566e15a75ee3f56a', '55338a502f62b78443567c171b0d46e4b5106961ca775b8460ea2900e171aedf');
INSERT INTO public.journalentry VALUES (63, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 7, '{"actor": 1346044428288000049, "kind": "organisation", "name": "\u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03cc \u0394\u03af\u03ba\u03c4\u03c5\u03bf", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'caf094b10fcc14f7e95416573a8d99a9', '7c77a50b0285bd3cf67b2b336b9f968e7fe69001fe5c3456f183e0d7dc8bf2ac', '789c51828f41c3541c35632c2cd70e3a66e19d1092a49e7d297fde5ac34cf8e4');
INSERT INTO public.journalentry VALUES (64, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 7, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', 'c7e63d1d0f0dc0c7ddcda9805422348c', '6b9898dbe716294ded108b925297adac76f4688128b24c526b9a460483b7d9d8', '1e9537a8b48aa9c44f265d37f5fdd1f191524a6de22a96a4bcec87b012b2bf19');
INSERT INTO public.journalentry VALUES (65, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 7, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '489638a8d080b90e0779c47d14578744', '18ead9acb8da597174cdcaf542ab0ec525feb7b42f8d0e15ed8593788a53bae6', '3aec3acf72bde6d6e5ede390213440c10c88b863f0944211910b426c888a2056');
INSERT INTO public.journalentry VALUES (66, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 8, '{"actor": 1346044428288000049, "kind": "organisation", "name": "\u041c\u0435\u043c\u043e\u0440\u0438\u0430\u043b\u044c\u043d\u044b\u0439 \u0444\u043e\u043d\u0434", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'cdb8f587ed0f01ede1a00c5bc9eacc57', 'd6996e8b2a911cbf0d8f448d07979b9a026d81d851e3d38189aea8f734a8c30d', 'adffbeaa58a80779c6d60afad776e2b86537bdceb6ddfab37e5b86263b25fdc7');
INSERT INTO public.journalentry VALUES (67, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 8, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', 'e94eabab4bb8b4c2f62b90e5779d0792', '007701c7b82114984c7ba549e099e15d1ade8b671dd60581bd0b880a865a374a', 'b0ea0a47145dda942e34b65c817d5d327ac7e030fbbcb7e2fd3e366ad7a43fac');
INSERT INTO public.journalentry VALUES (68, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 8, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '32129ab5f8e5d5f0a83ad0e539102815', 'eba90c884aea4d2ffabad821ae84b9b3a76e51d4fa4d23fa6ff8905155b4ab7d', '763132d2ae6dcab8aa82a8478940e07ba06fc2105f96681b670373ee1472f02a');
INSERT INTO public.journalentry VALUES (69, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 9, '{"actor": 1346044428288000049, "kind": "organisation", "name": "\u5317\u4eac\u8bfb\u8005\u4f1a", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '9dd6be80f776e16d0997b5a5a6bc6257', '9104e0a57c9f6e0058407b80e12331bea4db0723e2d47c1b510942c5c8840fb0', '3f5dbd037f3aba034e91aef0f358873bd3be56733b55ad57a44bc23d6e55f2a9');
INSERT INTO public.journalentry VALUES (70, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 9, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', '14271ab19b08e09e8d68488220661ff2', '0d54019e38bd9fd9f60972fb9f5489aacd60d61e935e337f70a27869f6e93752', '3b5cab27d99554a5688a5b09f2b7eca6895d02dcc7676ae0c3a4984eac3c718b');
INSERT INTO public.journalentry VALUES (71, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 9, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '9268469e7bfbd77f77e87bef65207a88', '5f372bf36a821d9818312ecde5bdf425c9e001615d63c0cd5c0f8bad1a78d7d4', '3a63085378648f67facfda05b6ed0d51770a1f0bee248383d929796b85f3f94e');
INSERT INTO public.journalentry VALUES (72, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 10, '{"actor": 1346044428288000049, "kind": "organisation", "name": "\u65e5\u672c\u30da\u30f3\u306e\u4f1a", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '282b01e8114a760ec2af3c2ffc775039', '72b768bfb52234287efc77129890d94325dbca2ad4f1f7ae1f3ab4fbe1cab76a', '5e3605ec99b791f3ad2aa25b2dbf8517ff152f49f77f4072b0dd1b0fccade159');
INSERT INTO public.journalentry VALUES (73, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 10, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', 'e6138a7655a2c4749df4bb76054c9e2d', 'dc5ed2427c5aae0caa0a7621388852c414c3ab5bbc9514898a82605c63e5e90a', 'f819a04d5092fcbd75deaa7f58f659d43fc60ab42a2bb2f0d4ccbf41924a776a');
INSERT INTO public.journalentry VALUES (74, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 10, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '44a8a1ad1a9ddd4e05c7af79291c9abd', '14997e92bd81affd9387e7ae7faf4f8260d9d0e33671b634bf149acaaf77b819', 'ff8a6d14ff3a23698f73ce6c09f9d01dfaf7d370a40237edecb489fd9182a89f');
INSERT INTO public.journalentry VALUES (75, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 11, '{"actor": 1346044428288000049, "kind": "organisation", "name": "\u0938\u0902\u0935\u093e\u0926 \u092e\u0902\u091a", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'c0697b943ad4548ebb62f7953b1755b5', '4198ed6c0e1329d800432c594f124267ab09f9d5df4a521b6628a609cf48fefd', '7afe87f61911776f0a2f66d7ecac2629c079915943e21e7ccd3973ec3f9c78fd');
INSERT INTO public.journalentry VALUES (76, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 11, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', '5f6910d382ace3f1cbf165aec9bc7e35', '107de01418daae874f46b77d0f51f9bb376cea96095a9b86b61b85a59ecbac14', 'e178455ffd1638e945a40b6014d578318c958b89b02897c91d3cd10cae0440c9');
INSERT INTO public.journalentry VALUES (77, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 11, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '56b1b3b70221ebc7bffc9693d8146d13', '10e893c5dcf7185efe66450e023e4ed585eba1c613f54430ce68590e47062331', '19ebbafcf3683c6cb3c3a0e14d5d58aebca7b1e23521824ecf241c70e71b34cc');
INSERT INTO public.journalentry VALUES (78, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 12, '{"actor": 1346044428288000049, "kind": "organisation", "name": "\u05e8\u05e9\u05ea \u05d4\u05e0\u05d4\u05e8", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'b9956d6b06a4b3c9b3bc94c9d02ef075', '04e4f1ae2f2ad78df3aac8a1845ae906fe5796b5922de1059edf113e2edb5568', '7a27f6c34474dbc6dcfc29f9be2c2d5926a3486bd707313001eea2783d042f56');
INSERT INTO public.journalentry VALUES (79, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 12, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', 'a9684dc083e4c4360098ec4bc0c1c2e0', 'ed2bf7ae48df5cad09ba082361af824e56411d5c8115f90e7253ca16386f4c9c', 'f680f1e6cbd97fdae99736020abf5db0ed2e318c6e88436b234c643d93af2cdc');
INSERT INTO public.journalentry VALUES (80, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 12, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '324537b14569d784e68be3bb8fcb2dca', '79dee298abb200703f697fc9d2e6e28fb35fc440ea0514577dbc8eec21dca7a5', '1b460cb168e875a360c8250919dccf9c23488769263f4b0f1ae0d368b8dc5f59');
INSERT INTO public.journalentry VALUES (81, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 13, '{"actor": 1346044428288000049, "kind": "organisation", "name": "Opposed Society", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '2c72313382f02378bc1b428495508a75', '030936a0bb5678c9c5e678f9138082afbd9c3bf63d8a840b89af17971efe2706', 'b50f1a73ef2a0168374674a52bccb561f8583d6ce5ee2463af03a241586cc93d');
INSERT INTO public.journalentry VALUES (82, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'consent recorded', 2, 13, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', 'a77e7ea737a2e1751ee5ca43b92c3a27', 'af27103e87652ad03cf5699f135d7d344c0538eeac0764adbc67715c64050f67', '30dfcb7863091b44e9b4e888443b8365a3ab9f68c9f276bc2331dbd98964b1ed');
INSERT INTO public.journalentry VALUES (83, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 13, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '630c8ed622307d732b2cfaccf14dc1ac', '4e0e456964f04da3385adcb540ed109a03aea20bd48dcffca5afd20ca391a337', '537d051ee565c037b69f9ae6fad80f22a262e996c6f3a0e2d1afb3232f0c9941');
INSERT INTO public.journalentry VALUES (84, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 14, '{"actor": 1346044428288000049, "kind": "organisation", "name": "No Quorum Trust", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'b31dabf844e47e6325b2b94055980328', '952937ab8f84fe279161641014b603db6ab0078ac2d32672340c06a8890d8319', 'b931a6f720235c137583862cc8e203f6aeaf335c099b910a3b1cfeb635c1e849');
INSERT INTO public.journalentry VALUES (85, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 14, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', 'fafa5ac140679145388cbf71f78c0df5', '7a1acd26373e3a61bbaad40637896a4fb7eb0911b279d1e825b48d3206a6a06b', '80116733149791829b53d658c4893534021d3bec4fdeada989585de152b3bdb3');
INSERT INTO public.journalentry VALUES (86, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'proposed', 2, 15, '{"actor": 1346044428288000049, "kind": "organisation", "name": "Hesitant House", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '3cfc08a84565ad9e49e2e3c25fb8fcd6', '211838e083496294af32c114a35d22b3a6a69e5dd26f6c0d4408390fa93ddb15', '61da509e49a082a948c2f18a7e2167be60a57219db89777ee633f14b16741757');
INSERT INTO public.journalentry VALUES (87, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'vote opened', 2, 15, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-09T11:00:00+00:00"}', '5e9d9eb30baa57d5f4c81ab6cd84241a', '7809a536d0f7542e601f96fc5ad0338009ecc142f16bd3b9f09163ca91c8b3ca', 'bb8207ee3ef5af0746919476f88ffe205ff616530b2013c9d6457ccee960973a');
INSERT INTO public.journalentry VALUES (88, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'imported', 2, 16, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Quay *Watch*", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0, "batch": 1, "authorised_by": "Mo, secretary", "evidence": "The coalition''s form"}', '2436a924a9910f283e9ebc9c905a7829', 'dbd171aa43407c170d1e28c659546677474f864ccbef097d2028157cd65a87e6', 'e9f88677c97609f69e70e3b4beb40e5cac0b3c5dec1492a3e71d20d1f514937b');
INSERT INTO public.journalentry VALUES (89, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'imported', 2, 17, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Foo, Bar & Baz", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0, "batch": 1, "authorised_by": "Mo, secretary", "evidence": "The coalition''s form"}', '884c6756c62e546865a3fb4a377acb9e', 'ffe35991cca4b6e82a30df9aa0ccb5425ea306bfca8ee48df6f3e88c92ecce0e', '18e949fe9aab7f70db05f7b14f52e2f5e57ad2709f6317dfaf23a29e198aaeda');
INSERT INTO public.journalentry VALUES (90, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'imported', 2, 18, '{"actor": 1346044428288000033, "kind": "organisation", "name": "\u0645\u0624\u0633\u0633\u0629 \u0627\u0644\u062c\u0633\u0631", "country": "EG", "website": "", "affiliation": "", "late": false, "twin": 0, "batch": 1, "authorised_by": "Mo, secretary", "evidence": "The coalition''s form"}', '54bbb2bb708c98480f4bef50b4184273', '10c53b8aa57b65ae35d9100aedff3f56f4fbe3c792a0e725c5dd7d3a5a48c76b', 'be77edf4e902b612bba3e1359e938a7e115129892499fa93fad29974510354ce');
INSERT INTO public.journalentry VALUES (91, 1346044428288000015, '2025-03-08 16:45:00+05:45', 'list imported', 2, NULL, '{"actor": 1346044428288000033, "batch": 1, "added": 3, "file": "form.csv"}', 'd0f51481131ad1c6255af4ecd3beaba9', 'dc8d1847ffbaeaf11889236d4b3f123abaa4e5de4cd88e07c08750cce49babbc', 'f1c05acbbcd423c2fea2120dba8a21b436e0bf0da3af16c95721a2fce6449859');
INSERT INTO public.journalentry VALUES (92, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 6, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 1, "abstained": 1}, "entitled": 25, "cut_short": false}', '0dfe5af12db7ba044231f142f6a94103', 'c18f369e52ea9145965eb3b605cd6da84c491bac8a9736389e9e08803b8cdf00', '84577e7248499393d08e7ec12708029ba8c4c07dbb2025d687920d2fbc5bfdb6');
INSERT INTO public.journalentry VALUES (93, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 7, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 1, "abstained": 1}, "entitled": 25, "cut_short": false}', '049aab2112297eab414b4be28d557efb', '3847545ade008c0f9f98b09eb92b54cb44ee8a28f46efbfe43eb44734ee94b67', 'b514deaaab0924256efe016e09696dc0c550157d2df5515860abe3eb07376357');
INSERT INTO public.journalentry VALUES (94, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 8, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 1, "abstained": 1}, "entitled": 25, "cut_short": false}', '71262e18c3638303279fcaf489b0e065', 'a4baaca9a1da29e1a0ceeddf64c136da8804a6e5c919230ad6f9ec7622a86938', '2fd5be77c4405c0b2c3efcb155ba4a1c540db3b73877a6c4ab570d226482a287');
INSERT INTO public.journalentry VALUES (95, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 9, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 1, "abstained": 1}, "entitled": 25, "cut_short": false}', '89eb31b84e28cc65d28ec46f95a96a0d', '6476a8f4705bb4622c5592f51a20ad9545ee56a930c13f4c627e56647912e0d6', 'c32200a755ffe45d1d769360b1c54cd78f05992fa95bdcd1a655cbb880a9c217');
INSERT INTO public.journalentry VALUES (96, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 10, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 1, "abstained": 1}, "entitled": 25, "cut_short": false}', '70f9c108d058c5ed9df399f0e7fd85f6', '3e2ad5e9bb515b8e9e2334cd9890224f5684360c3a1ce5d157c81976037b9bcd', '6f1ffe2a58d4d9ccb76ea66a8712f109e592f0cdce436a9f29056226254c7d7a');
INSERT INTO public.journalentry VALUES (97, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 11, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 1, "abstained": 1}, "entitled": 25, "cut_short": false}', 'bc0a8ddd56ac38504108266eb706de2c', 'ba15e10c533fa4567e5102d4acde1a94fb9a958feced12e4550b5072a9697c93', '98c5e9c86f06196267ad66e788932e6759d9798a448580e56a0d7585b90a2433');
INSERT INTO public.journalentry VALUES (98, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 12, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 1, "abstained": 1}, "entitled": 25, "cut_short": false}', '8fb6eeee1a66b6011e4391f301d6f5b0', '343cdaf004892f237fe8a42c9df7d00f7803a874672aa4f1edfe28e199078c62', 'a1e7ad841b38c28891438ea26daf89f82561e4f1f67882734332b1d70e562a1f');
INSERT INTO public.journalentry VALUES (99, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'opposed', 2, 13, '{"actor": null, "before": "voting", "after": "opposed", "votes": {"for": 1, "against": 3, "abstained": 0}, "entitled": 25, "cut_short": false}', '44e8b3b7c464973b745a908fca430275', '86e671265b2339c0e7de48561e8e4c05726c84f1249fd4050c0ff40b47a4b876', 'cd5b61346bf83c3bda2636ab01111f1af6164f35d282117976fc6f2805bc530d');
INSERT INTO public.journalentry VALUES (100, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'undecided', 2, 14, '{"actor": null, "before": "voting", "after": "undecided", "votes": {"for": 0, "against": 0, "abstained": 0}, "entitled": 25, "cut_short": false}', '8d6307309157fd89289c3ca6d78486e7', '37048c3f9aef246d915b5643da6f6a108b26a806e4b1b8741711b1054a3d33e9', 'a631bb9d5f5453ff0ef46d7f6f03656a4183ff8cdb2d0ba0f7e3875a981cd35c');
INSERT INTO public.journalentry VALUES (101, 1346044428288000015, '2025-03-09 16:45:04+05:45', 'passed', 2, 15, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 0, "abstained": 0}, "entitled": 25, "cut_short": false}', 'b107a37a038b5c29287feec9fa725c80', '8456461d18a0f337c342ebdb92b7e81af19958ea31c44cfbbfd383cb14fd08fa', '825807bd594d5f586dcc7a9a173bc1440989faf2fd75381074d480b2822bea99');
INSERT INTO public.journalentry VALUES (102, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 6, '{"actor": 1346044428288000037, "decision": 6, "told": "", "note": ""}', '16d9ea605608added1290127393587bf', '18bc46d948972db798cd85453fbf19871892553660cb2e88be8ab2172646c863', '7bf11d3ad776a2ba1b941d70a44904a42b47f9d90f64ee1c4c98d6fc1a1524e5');
INSERT INTO public.journalentry VALUES (103, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 7, '{"actor": 1346044428288000037, "decision": 7, "told": "", "note": ""}', 'e27224ca251356458cc25a536bdd2827', 'f3c3b5083966c70d922c9f78d9b32519c7a6e78f1d5484b078b27f9e5ae27f41', '0c3b3bc397551d533ba35b55d6aac944dbb1265e86451c1f994ee52cfd8e0679');
INSERT INTO public.journalentry VALUES (104, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 8, '{"actor": 1346044428288000037, "decision": 8, "told": "", "note": ""}', '5bd7d3c132064865b13122bd93ae5412', 'a1ec201025cf3a7678f51ff108f925f1fda64a2361be95c85fda44559877ba61', '81c2e1cd6887b189745e8d7bb72d4ab7447d2332a442f313a04cbe696e9b74cf');
INSERT INTO public.journalentry VALUES (105, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 9, '{"actor": 1346044428288000037, "decision": 9, "told": "", "note": ""}', 'e70228b85d67a7f277a5fdb1055a60c9', '0e751c078611d2a6f3111606040d54ab360f59409c083ed443dca644937a42e0', '5f5acc656a9253b11adcf112c3462cd1648330820a4898417eebc03351ce81a1');
INSERT INTO public.journalentry VALUES (106, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 10, '{"actor": 1346044428288000037, "decision": 10, "told": "", "note": ""}', '60f0ef5e0c8091480fe37fdf5e0c7e31', '83ac0db6880601315ea587af9bb02ef5677b31e76fae6a78f857d481d9b6c2a0', 'f04504119ec623ac2e213f79f2dc352dab7a0c7da064b3329dd9b4f49df19c4a');
INSERT INTO public.journalentry VALUES (107, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 11, '{"actor": 1346044428288000037, "decision": 11, "told": "", "note": ""}', '9db5ba7cf31ae1da451799f365399dbe', '2a1ab344f43a2e381ae50c83a0cbdad9f66c1dbe035b0ff3ade6e3dc0c61da78', '51a7c87d1e2923101d0846cad20ad56d7a3bfa5c1d9b7215aaf41b77104212fb');
INSERT INTO public.journalentry VALUES (108, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 12, '{"actor": 1346044428288000037, "decision": 12, "told": "", "note": ""}', 'a5c2ec29ed6a5ba4633e58fcd52a5280', '3f2596b595e1776ce4f5270eefced715946a4d2b3a8e18c3b1444eca9818b5e4', '6e0c8525c605fe8865c360010b63f76f84cae1193d693028746d239d454ce3af');
INSERT INTO public.journalentry VALUES (109, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 16, '{"actor": 1346044428288000037, "decision": 13, "told": "", "note": ""}', 'cd068ab3febaa4979608a074fb933ec6', 'afea9831e6f187dfa014782c8eb139e21926e393cf96e30866c06d99a4e4a0f7', '744d89271fdffd9cf8f8c4bb3ce0413d4f88e220934999c01f23855b0b1213aa');
INSERT INTO public.journalentry VALUES (110, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 17, '{"actor": 1346044428288000037, "decision": 14, "told": "", "note": ""}', 'f8e76b9a0a05721b33e2bc97debb53c1', '86fd2159921b5f42afdbdb636440094d2d05d993c2448575dba5e63b0c1083be', 'c0eb4093a0a0b7893e1edcee848f2cb177eed17e50bc019724ac8c5e24a2ab22');
INSERT INTO public.journalentry VALUES (111, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved once', 2, 18, '{"actor": 1346044428288000037, "decision": 15, "told": "", "note": ""}', 'e5f6b313ace57d95e7352a53b6387ce7', '1e7ab8377aea66637b3b2b5532bd9154a70092b1382111eb369e5f79b5d3d04e', 'c9191da2adfffbdfa7eaeab97e25cd176fd6720c6b4c6bddca0703794ca36f6f');
INSERT INTO public.journalentry VALUES (112, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 6, '{"actor": 1346044428288000041, "before": "passed", "after": "approved", "alone": false, "override": false, "decision": 16, "told": "", "note": ""}', '033676dadf413cd61572dad3c73db35d', 'be927ab29f5fd6e3a27572f48977a009c3220fb94aeca375e0b13edf224bb46a', 'c42bccec8a5c6b08db5748c162c2e44fb97e5a6c87f60476852fb8b6d6cc6f90');
INSERT INTO public.journalentry VALUES (113, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 7, '{"actor": 1346044428288000041, "before": "passed", "after": "approved", "alone": false, "override": false, "decision": 17, "told": "", "note": ""}', '0bff135354634aa521ede1475b5c53f2', 'b58d847d93d52741a344839c1e2a75ddd0dd7a69214bd842d86c19d702f7968f', 'c3453ccc02f12de7c3d92b2cf2384d91ab8195bf4fb906402b670e9d7686db95');
INSERT INTO public.journalentry VALUES (114, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 8, '{"actor": 1346044428288000041, "before": "passed", "after": "approved", "alone": false, "override": false, "decision": 18, "told": "", "note": ""}', '76464f860c23aa2b96b99a95a331b65c', '618fc5c7290f70a130aeded3c61a9baa73c077cf5cd1cf80f0531d1af7e55072', '7c03faa68ea29ca6a53d64a098bededdf6785f03591b9ac4cdb0c01e6a28b83b');
INSERT INTO public.journalentry VALUES (115, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 9, '{"actor": 1346044428288000041, "before": "passed", "after": "approved", "alone": false, "override": false, "decision": 19, "told": "", "note": ""}', 'a5f20b68f9fdeda067723514852b1800', '0cf899a54ffc22eca7fb0a13bbfc79c0053f2c358ddb9313de0baebbb966b21f', 'c6ce82bee8c6e884c3149ae35950a4dba8492763d035c78b999fab2c5dd09b39');
INSERT INTO public.journalentry VALUES (116, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 10, '{"actor": 1346044428288000041, "before": "passed", "after": "approved", "alone": false, "override": false, "decision": 20, "told": "", "note": ""}', '49a88dd67045a14ab55c9ee4adb9cce1', '65cc4abcd1f9f17dbcba0eebad9e87da1e01e541d67198681306a7beb4b307b1', '732f2f14926ae06f17691df250a6030adabc0e4e56738bf4c6891bffda430bfb');
INSERT INTO public.journalentry VALUES (117, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 11, '{"actor": 1346044428288000041, "before": "passed", "after": "approved", "alone": false, "override": false, "decision": 21, "told": "", "note": ""}', '8170b03766ef9cb455145d11f90cd2a9', '2bdf0251fad79dc2e78a9391355a22e367bececeddea76b14fbf1176d2f7975c', '09bf13caa8e7c215019aacc56a0a6685eaea02cfbc6eaaeb4e21008308658464');
INSERT INTO public.journalentry VALUES (118, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 12, '{"actor": 1346044428288000041, "before": "passed", "after": "approved", "alone": false, "override": false, "decision": 22, "told": "", "note": ""}', 'ccdf7b37b18ca1e6991a298bdbd90011', 'ad955c2bdba4494013a939101513d3b2a4b604b836844b68a910b6b295a4801c', 'aae4a48ab86329431a8edb21bea52904bb37924a9b048d598c0e71542456da58');
INSERT INTO public.journalentry VALUES (119, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 16, '{"actor": 1346044428288000041, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 23, "told": "", "note": ""}', '5ca2b57c0a56a1a384a904d0a90ac672', '5b14bd489a56739bc427d16461448a19371d921edbc464df151e34aea5c2d867', '7f01581bfcaab680545a45bc02ed1ae2b19b76485795723b1c123c37972fa51c');
INSERT INTO public.journalentry VALUES (120, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 17, '{"actor": 1346044428288000041, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 24, "told": "", "note": ""}', '5bbb91db765fbc5dc95da676c7aeefd6', '2cbe990928c9295debfc9f5d62eabd282648570296d41d765dc0ce0daa0ab661', '76b11238fb4c66c374c18500c94550858374398dae850d097d99613add783110');
INSERT INTO public.journalentry VALUES (121, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'approved', 2, 18, '{"actor": 1346044428288000041, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 25, "told": "", "note": ""}', 'a68d1f4f5eaa4fbefd44634be7eebea5', 'a1dd2cd2a5cbf09a3ace31117abebb39a3d0fb3e72eb25618fd378a6da5437b0', 'b769deefacc5068fd272a9cc84f56a948f1f70e6e7ee146636bc4b9aca17b41c');
INSERT INTO public.journalentry VALUES (122, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'hold', 2, 15, '{"actor": 1346044428288000037, "before": "passed", "after": "hold", "alone": false, "override": false, "decision": 26, "told": "The moderators want to talk it over first.", "note": "Between us"}', '26e3d1e561ef056dee2dd935799b2bfb', '7d764753dbdb02d10865f28c0d6fbaea48349041805b8d37af97a3de21bbd4dc', '60429ff3045e782ddb3ebc481e2dfb231e1f943d46626d19ecce2cf75f429ddc');
INSERT INTO public.journalentry VALUES (123, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'declined', 2, 13, '{"actor": 1346044428288000037, "before": "opposed", "after": "declined", "alone": false, "override": false, "decision": 27, "told": "The vote was against it.", "note": ""}', '876e370d2c4841655bfa62c6542018bb', 'b47b582b11f61581f4ae2b49664d3a5c0567dfe79a77fb08ae38df8d5725c438', '0b715901d43374745dea38304b4555f3498b1852f26d111f25912613be19de8d');
INSERT INTO public.journalentry VALUES (124, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'proposed', 2, 19, '{"actor": 1346044428288000049, "kind": "organisation", "name": "Short Before The Close", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '638abed54eb9d11abe4e0fc0f769a12c', '2590b7c1e1d196c9ec145767a819d4a2b5405ceb7324c13aaea1258c1fce0cd8', '2c4365ccb454bd77980368292d83bc903b4334d95091e2fcc4e1e44a331e4099');
INSERT INTO public.journalentry VALUES (125, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'consent recorded', 2, 19, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', '4b06f74836496ac1842a0e69c0adb35f', '9f066688d565b9ce4c5d4ab8e2f7d63217da6bd65dd57db23aa3255ffc1809ce', '5361608ab4ca4b140844dd51b681b6a00d279e9c5edd35e9b2d9c978a8f4c9f6');
INSERT INTO public.journalentry VALUES (126, 1346044428288000015, '2025-03-09 22:45:00+05:45', 'vote opened', 2, 19, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-10T17:00:00+00:00"}', '6d66251e0c304d3cde26076254ef451c', '9c043a4a1fdb05774f60415ea4c8f18c0ed0bf228b2f30263456f1981248d153', '83cf48448f18104eca32c3656c84c0fa0686a11bf9e25b6801f24950a5f9e25c');
INSERT INTO public.journalentry VALUES (127, 1346044428288000015, '2025-03-10 22:45:04+05:45', 'passed', 2, 19, '{"actor": null, "before": "voting", "after": "passed", "votes": {"for": 2, "against": 0, "abstained": 0}, "entitled": 25, "cut_short": false}', '2e72faf7b92378229f4f0e3c4b1f1434', '061644d6f4511954ad706d6342689be349888aa7eaf9f5978e119629e8941b66', 'babf0444979ec3d0ef2796fa474d1cd596cd5b14a7d1ecbc479b45298d0cec75');
INSERT INTO public.journalentry VALUES (128, 1346044428288000015, '2025-03-11 23:45:04+05:45', 'letter closed', 2, NULL, '{"actor": null, "closed_at": "2025-03-11T18:00:00+00:00", "waits": 3}', 'bfb37411d0b437a2c648d7d2df0a765a', '380c19d7b1e542edcc07915c4feabe5b379cddda825253d261ddc93431343090', '2f316d9711c73cd6d8e8a8756d8cbf268a2b501637d69d8c123c0aba4f3dd348');
INSERT INTO public.journalentry VALUES (129, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'approved once', 2, 19, '{"actor": 1346044428288000037, "decision": 28, "told": "", "note": ""}', '9b8ab17917cedcd1f09e9c327036fa22', '01ad920e1510125f943703418a39a9bcc8047d7e00c9ab6d9e10c3bab4364f20', 'f603b1df7dbbdda5e6426a5c7be8f9e13c14f94e5b1155795d6ae6880f91775f');
INSERT INTO public.journalentry VALUES (130, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'proposed', 2, 20, '{"actor": 1346044428288000049, "kind": "organisation", "name": "Too Late Union", "country": "KE", "website": "", "affiliation": "", "late": true, "twin": 0}', '803550d520f1dac050907067c1a75ce7', '6e30051eed95dad381b1c0f8d38349ca93dba62b4105661e4963d2e50f0cdd99', '1d22ab65965bf05a4773f58b44ef531b43fc76239b2d554f1de59f817eea0096');
INSERT INTO public.journalentry VALUES (131, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'consent recorded', 2, 20, '{"actor": 1346044428288000049, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail of this week"}', '1ee2d4786fd9acea781518cac9155ed9', 'b2023abb63fd5ccabf9c7984f6258b9a625ea7ccf7995435ebe91875ee6ff0bb', 'c24bff2e8b3b559db8760980df35af7d88d42e523b0339abf4b65e999f1793a1');
INSERT INTO public.journalentry VALUES (132, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'letter created', 3, NULL, '{"actor": 1346044428288000033, "after": {"title": "Keep our messages closed", "addressee": "The Minister", "review_hours": 24, "most_open": 20, "two_person": false, "closes_at": "2025-03-18T18:00:00+00:00", "time_zone": "Europe/London"}}', '15a35c54123a98f347aaf01942fd4582', '73236eacd4ffaba0d5955f178ee10494f8f5962088efb4172fce7c700f1a5708', 'ca2911336e869c21a2667945acce20b048534d6c6c8fdc8845e680f3f0320c84');
INSERT INTO public.journalentry VALUES (133, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'text written', 3, NULL, '{"actor": 1346044428288000033, "language": "en", "before": null, "after": "243f71d66ee3ce4a932901a799860643f1192798764cae5cd43e13483c92b15c", "number": 1, "change": null}', '65b20d60405ab3a18cbea45afbccaf78', '3381f0973d7b09cfeb7c9621b65c639ab0a6ca3653af688cfb6f4c8574e7401d', '43bf738a4c025f453926b7bb432c2a51d25784939cbbe434cddcd7dd34ff7f55');
INSERT INTO public.journalentry VALUES (134, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'text written', 3, NULL, '{"actor": 1346044428288000033, "language": "de", "before": null, "after": "a7869ed4522bce37a540f72b8142a97b63c0759ac1a2916f87bd12074169cf1c", "number": 1, "change": null}', 'b8d8c34ed4b1f3f755a0ce67136eb9d4', '82c8971378ebdc739e9e813b0e19df4b06fd689d41dbb983c35ac2c37987b725', 'f1e6a1e23765e2f54d4eaaebeee4f959581c3f6e1ce1fe7075fd9f3f3b50ea5f');
INSERT INTO public.journalentry VALUES (135, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'point written', 3, NULL, '{"actor": 1346044428288000033, "subject": "Cost", "before": null, "after": "It costs *nothing*."}', '7b90b269ab8547c2b806e56e74b52ff6', 'cef925427ba128c9cfa10cd8f0d321275bb6e2487a322a813baf55716fdee259', '00b1c9eb991c17e3be1c70df5a4b06cde0b8bdd9cc30a896fce41965e91f008d');
INSERT INTO public.journalentry VALUES (136, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'point written', 3, NULL, '{"actor": 1346044428288000033, "subject": "Law", "before": null, "after": "It is the law."}', '017cf4433bd0b71e333821eb7a2857fc', 'b0ccf59d29da4c2a4537c9ccdcfd740b32de82744016d44f047d29ae30d0fb47', '2380b6ce2ad1abd4addaf8ca098b09a042a891063488c62f95a8d189dcca39fa');
INSERT INTO public.journalentry VALUES (137, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'policy set', 3, NULL, '{"actor": 1346044428288000033, "before": {"preset": "open vote", "hours": 24, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "after": {"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}}', 'e9540bf3387751e2bcb67a17fa5b6f31', 'e3abea87efbc16655e72a1c1c347167508e153d22e461561aafd4645b888fbe7', 'e2bd40a0685cfb77b56be00dce8ae57cf81f058c09d320c399664f850c4bf84d');
INSERT INTO public.journalentry VALUES (138, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'letter opened', 3, NULL, '{"actor": 1346044428288000033, "closes_at": "2025-03-18T18:00:00+00:00"}', 'a4d3d6a1ff5a490db17c992a60a3b59d', '7618df6ae7acd7ef001e9b41ddca86cb62dbfab19bcc25ab102ff5f4d22020d1', '5f7eb9f8fee5b2a4ad014ce5c73796eb3ebf69cd39134511701a783fbe93195d');
INSERT INTO public.journalentry VALUES (139, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'signed', 3, 21, '{"actor": 1346044428288000053, "kind": "individual", "name": "Cem I\u015f\u0131k", "country": "GB", "website": "", "affiliation": "", "late": false, "twin": 0}', '76f5be73fbd31a1df885c94b988a14b0', 'bdf47f723da6f55214812fd6bf1107f602f72907e9d88eb07a2e774e1564bca9', '6aee1dc720a6e6982f4a1315121427ccf1ca3b0c7527fc537ad85b41752ce540');
INSERT INTO public.journalentry VALUES (140, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'consent recorded', 3, 21, '{"actor": 1346044428288000053, "means": "own click", "authorised_by": "Director, \u0997\u09cb\u09aa\u09a8 \u099a\u09bf\u09a0\u09bf \u0989\u09a6\u09cd\u09af\u09cb\u0997", "evidence": ""}', '2953bf9a7d7b7eb82ab0bb422392cfe5', '2383699ae75835b2907d611f68554987c3a0895a0d68ea141720f1c64fbaf014', '5be3d57d82c09b4fe6c3936a757a7fc4912a4c3bc0785a52305a0b144722e091');
INSERT INTO public.journalentry VALUES (141, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'signed', 3, 22, '{"actor": 1346044428288000057, "kind": "organisation", "name": "Dale Readers", "country": "GB", "website": "", "affiliation": "", "late": false, "twin": 0}', '2c0f342b49510bf11291cf9d57347f08', '42ff130f62a75800c5c2122e60a736dc5e0b9f93491eec6b006131928f9aa883', 'c752500371b8ea194531f86cabfc056931af839ce7ce3ce6f51903212e6992b1');
INSERT INTO public.journalentry VALUES (142, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'consent recorded', 3, 22, '{"actor": 1346044428288000057, "means": "own click", "authorised_by": "Director, \u05e2\u05de\u05d5\u05ea\u05ea \u05de\u05e2\u05d8\u05e4\u05d4 \u05e1\u05d2\u05d5\u05e8\u05d4 \u05dc\u05e4\u05e8\u05d8\u05d9\u05d5\u05ea \u05d1\u05e8\u05e9\u05ea", "evidence": ""}', 'c2cd10eba1a51cf1307b75789b8d9f53', '67274c4f04561651b860bfbcfb7090bd15877ac79b87bfdace6164c3780ce41e', 'ec07f9dbd8c4b4c50999613d8b1a721102171eb835c69819b8f3680ba42738ee');
INSERT INTO public.journalentry VALUES (143, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'entered', 3, 23, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Harbour Watch Ltd", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', '6c15c4e7e2bff81fae7b61bb909c6f98', '59c6a95da85530d0d0b445b36b9f27012ea375ccbf11cfee542f461ef4ca3a1c', '7a3ae60e52c752ade59c64649205f40f8f049c0a3ff154ee7186455ad50bcff1');
INSERT INTO public.journalentry VALUES (144, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'consent recorded', 3, 23, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', '969c2600bcaeb89e8339d4af9c0ca824', '612ad51719afba39d37c5ab413b8b47c551344b9358a3e1d8f836647c7fb1ca4', '5b4452e765b5f49efb36798d9a52178756d600f5d1038c32e62cfcda1e436632');
INSERT INTO public.journalentry VALUES (145, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'entered', 3, 24, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Marked Twin Ltd", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', '555d45349ad31cf2cc7c5367ef84d53a', 'd31d6f0d4f39a95f707cb8ca31033be0c8bd181a1032d3e2b450534f72455bc0', '49e5ba43c5f4333804829059600669aff7f0532802e62a9be09c2241c1cd61dc');
INSERT INTO public.journalentry VALUES (146, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'consent recorded', 3, 24, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', '34ea4477490ddd17233622a525e48085', '800a0a751ae859ac531df396ab5fd650ac1398f55ebcaeb613732f71c6eb1293', '0e77082dbc019973339539b8660de65306f65ba80a0224648ff54db4e677bcc1');
INSERT INTO public.journalentry VALUES (147, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'approved', 3, 21, '{"actor": 1346044428288000037, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 29, "told": "", "note": ""}', '72cb5338104528dc7bd0d7113a17a214', 'c261e8a0d1f19e14593678885408628f523cd24a807171acf81aec78d4c832aa', 'b69d5ae7e6ca88c79444e618deb80d2c4c835223ae261084bff5503355d10dc3');
INSERT INTO public.journalentry VALUES (148, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'approved', 3, 23, '{"actor": 1346044428288000037, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 30, "told": "", "note": ""}', 'fd7f6b8e5ae93b856c3f6b1b9a41f9ad', '66444c4974650c270c2900c6b807ae21abb50fdcf6bfae2eb24e7f7eed081c62', '4a3d56c9dd733105ab659569475b9fbc1c88d06f6ceb66379a57f1fac7fe5f46');
INSERT INTO public.journalentry VALUES (149, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'approved', 3, 24, '{"actor": 1346044428288000037, "before": "proposed", "after": "approved", "alone": false, "override": false, "decision": 31, "told": "", "note": ""}', '23623c11a40a3c06544e7480be3644cb', 'eaa24f566865fdd31cf5125e0475e235b40e9b8b5ed32735ee965aec8281981a', '086caa89daa77284f1cd7ffbbf27854bb3791942a0a7fe616d7e51389ff22917');
INSERT INTO public.journalentry VALUES (150, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'edition cut', 3, NULL, '{"actor": 1346044428288000033, "number": 1, "name": "opening", "counts": {"organisation": 2, "company": 0, "individual": 1}, "digest": "0be4539a30f324a257efb4d740b9c139216d0e224136c31cc7bb2b006015b7c7"}', 'e10df6c9509afdfca6c26eb222b58062', '4027cef8a2df047b6c4c05f2852c19fce1f3e5cd9a7048f2af91e914f00d2dc6', 'c12df6cbc7d2cd8e7f4a96d0960c609c36f47bb11eaf27e73a8a86e4195e3da9');
INSERT INTO public.journalentry VALUES (151, 1346044428288000015, '2025-03-12 22:45:00+05:45', 'letter published', 3, NULL, '{"actor": 1346044428288000033}', '7644dd9d744a0a02ef95b34843b8ec68', '2c1149731a5f4df16c3b907b54c1a6be12fec46796f74946bbd8666e42702417', '4bb56ea9b21f99c8a3c0d43fa9cace7984a1c47530bc1ebd49aff06daa7d4a88');
INSERT INTO public.journalentry VALUES (152, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'proposed', 3, 25, '{"actor": 1346044428288000061, "kind": "organisation", "name": "Open Vote One", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'b585dace080ff6d341321c6040de2a99', '2360ebc0dcc644caca11647ceed33e7a5fb6469078f748b6030b21b3ca2c0287', 'e147907a1a6b3cca479b7f7242317f9c06db68272628ba5089db3b6e7d46d2c4');
INSERT INTO public.journalentry VALUES (153, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'consent recorded', 3, 25, '{"actor": 1346044428288000061, "means": "stated", "authorised_by": "Its chair", "evidence": "A letter"}', '33d64523a2d8656ec6a15ca083251367', 'f82bec1ff6dfe01014e3070dc53ae06f41546b1e18e8b7f4acb7f99d7dfdbcb0', '8acf4647c8f3cd2d3f8a22991de9b7603b3c06521e489c057e8ad00ef1fb14c7');
INSERT INTO public.journalentry VALUES (154, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'vote opened', 3, 25, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-14T18:00:00+00:00"}', 'f5a827777bd52fcbb6ed7ec7484422da', '9c895cc1ece87a5f1364e70ef5003fb76f7f422a621beaac40790f1e82592531', '2fbe996da6cbf1fa9605c5f0e0e35716392d62e146f3f83880e3559e0ba58076');
INSERT INTO public.journalentry VALUES (155, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'proposed', 3, 26, '{"actor": 1346044428288000061, "kind": "organisation", "name": "Open Vote Two", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'c135eec94854b23adb61cdb980156402', '1702075b39fd9bc8353238c3ff75d00d0d391720c58076e26ec5408fdba0c3fb', 'cbb152284da3f791b3c431c283cb2f6dbdb7505224c8c2067037f9e1fdb7b90b');
INSERT INTO public.journalentry VALUES (156, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'consent recorded', 3, 26, '{"actor": 1346044428288000061, "means": "stated", "authorised_by": "Its chair", "evidence": "A letter"}', 'bd9f4dab405bf3ceb33c12831f7975b8', '536a6b854bd6bfa773ee503f74bea6add859c106cfe514c92782afb1a31d1a57', '42f7eeb108d76cbb7a68f880bcc6155726dcffe5daf1c6a2c4b1f3f38f269999');
INSERT INTO public.journalentry VALUES (157, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'vote opened', 3, 26, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-14T18:00:00+00:00"}', '35b60fa9f4c5f33a8e5c57c51131ea98', '9944b8373d6c17250a95db6fd3f3b10b5285b3c96161258482401147280e9348', '07140146d45e3726a72d149484a7a615d923bb83ad9366b43e4b5081db993219');
INSERT INTO public.journalentry VALUES (158, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'proposed', 3, 27, '{"actor": 1346044428288000061, "kind": "organisation", "name": "Open Vote Three", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '6ce5e1def6e074db835046a203547517', 'dcd0680bbf1d3ba859b517d1f8d0d87d1083c08bf21a3f26c4b14c2bcb1084aa', '1de4802e5b0dd617fcc52910f3ee0fb92c5184370ab66c2d0fc5971221fc3e69');
INSERT INTO public.journalentry VALUES (159, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'consent recorded', 3, 27, '{"actor": 1346044428288000061, "means": "stated", "authorised_by": "Its chair", "evidence": "A letter"}', '165d35a06b240c7efb6d384222a755d3', 'a84024d9725e71366ec5dc689f5b5a5206ac15d1b819335f9dbdb80e72ddc054', 'b04dd6288c3801ef6fd7d8594806d39602054bd6ccbc674a46facfd5d8be79de');
INSERT INTO public.journalentry VALUES (160, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'vote opened', 3, 27, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-14T18:00:00+00:00"}', '7686a051d715e88f7856be37963a4ffd', '0c7dc65c261d942d50a6e3f12f401f1fb5cfe489c239d2f3aa765d6017daeea6', '7bce847f8c82d1aa2546762205af80e85782db11f332138cc5d308421d762bd6');
INSERT INTO public.journalentry VALUES (161, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'proposed', 3, 28, '{"actor": 1346044428288000065, "kind": "organisation", "name": "Cancelled Guild", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'd727358dba503f35370244390c0499e1', '8257e6c957cb996de9bfffa117c117186bb976eeb38b4f284e065541e14702ef', 'e3e9fe179ae4d97a605258e0d168118917aa46df77c16da5218debece39d2efb');
INSERT INTO public.journalentry VALUES (162, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'vote opened', 3, 28, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-14T18:00:00+00:00"}', '49c56d8cf2f9a10e16c49c78c92a38d6', '5156e2675a8a6faa5361662d054c0f6895682c665084abff9eaec260efdc2b29', '2c4f14b93f64a4dbb10067fd9f8ef115845bbb5bac9e7b389e39649c6b390355');
INSERT INTO public.journalentry VALUES (163, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'cancelled', 3, 28, '{"actor": 1346044428288000065, "before": "voting", "after": "cancelled"}', '972ce9c7eff2b64ecb7119caa47e0183', '0980f4a15a75b63c2eb3865a5f385297ef8d90a9464dd975878d6be11c38c691', '43805ed7f7da6876abb688ee62aa7097af8500f5f31a1d9aefebe92682cfc8ef');
INSERT INTO public.journalentry VALUES (164, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'entered', 3, 29, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Harbour Watch", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', 'a7a72f09fe5a2f25bb6471efe57d683e', 'f8a6fc2efccdcad45f959b31e0be2e283c5803a067cc4f111c78ba11c9646316', '015cfd348ab5e3d89bb222690c0b34821ae8eb85ed6480e1f9c4f2acbfdbb555');
INSERT INTO public.journalentry VALUES (165, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'consent recorded', 3, 29, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', '21d38d3f6d20d3e75df6e0a426b860bf', '968261210eebc40751dd58db5da3b6ec40add43a881ecaf61685fe51f9cf3362', 'ad1834d0bd9a4788b61f4081d19bab17f1973de7d608fbd283bb77f7ed3e6fa5');
INSERT INTO public.journalentry VALUES (166, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'entered', 3, 30, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Marked Twin", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', '0355e2611d68d33f955accab3298889b', 'ccb0d9ac885ca8a4382ae6331bb1da7771c636ffa028744211fa1887d082e49a', '3e1473969d1ee2375b9b8e26369db77e3ab4c45ce4d21102bb36bba4bc60f8f0');
INSERT INTO public.journalentry VALUES (167, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'consent recorded', 3, 30, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', '3fd514416171f95377633af68b2a3921', 'be0f847227990b92b3d8aad68aada016a084367193a5a693035d4a4c601de9f6', '3864fe278e33b5c7c3e23c683f5d416d225f7576345e7207ed3b9538891bdaac');
INSERT INTO public.journalentry VALUES (168, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'marked as the same', 3, 29, '{"actor": 1346044428288000033, "name": "Harbour Watch", "other": "Harbour Watch Ltd", "other_id": 23}', 'ea67c79097ee341857305f54d742e680', '4339cdaa35698978de15de2cdbd5aee5f963aa206fd685b5ea55d1cdfee5423a', '3c04a3a5a66b5476020d68f36d3397acf91f39f6f7678689d758e8e106a9567c');
INSERT INTO public.journalentry VALUES (169, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'marked as the same', 3, 29, '{"actor": 1346044428288000033, "name": "Harbour Watch", "other": "Harbour Watch Ltd", "other_id": 23}', '256f3e96e235d639c78a9b4523f12efe', '729c121aa69c587520ac302d77223ccf04e6e0e428c5838450d54623f6412671', 'cab0b0a9d41c6963819375d620668ebf1e7a6330a498137b55afe6f54d163a98');
INSERT INTO public.journalentry VALUES (170, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'merged', 3, 29, '{"actor": 1346044428288000033, "before": "proposed", "after": "duplicate", "into": "Harbour Watch Ltd"}', '19ff5ac032af2a3a28688d2de2463f2d', '9a91fd91017a3778c85dc368a1623f757ab69683d4c7e4cfd25524e601c573d3', 'd6ff5a7821bb8b179b1164596c2f95f1b52d4b859abeb26776105f408c72e284');
INSERT INTO public.journalentry VALUES (171, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'merged with', 3, 23, '{"actor": 1346044428288000033, "other": "Harbour Watch", "other_id": 29}', 'd4f3972947dab4b2c8d95e28b52f7bf7', 'a1a93391215ab3fcc461000225d8a8bdfe4c244bb09a154a8ae1b87c67f3bd80', '0b26e5baa21be5037c55c58e865e9dad52dc12371b55a123bffcbe99d1171de8');
INSERT INTO public.journalentry VALUES (172, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'marked as different', 3, 30, '{"actor": 1346044428288000033, "name": "Marked Twin", "other": "Marked Twin Ltd", "other_id": 24}', '8a5402f12f3a8d0350c29b6ea25d5e12', '0b63e4a87fc1ae42eb99653bf08137df9777e47f218e4b4d2d785aa4c71b5899', '694634a5144f7fa7d947dd746f819ea31709a2851ed6c860a4809ca64fbe1f37');
INSERT INTO public.journalentry VALUES (173, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'proposed', 3, 31, '{"actor": 1346044428288000033, "kind": "individual", "name": "Ada Brook", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', '30cb95226eb8e2e266f302082d15fedb', '31fb5efb6dae54b5a944418e1e713b84da46e8217e5a4b4d224f0c75466d496f', 'a176df811628371423702a9ca62863a2d5ce9a4e733e3f0305e47cad400a5eec');
INSERT INTO public.journalentry VALUES (174, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'vote opened', 3, 31, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-14T18:00:00+00:00"}', 'bb4a4b8643edd848a023d684b699b4e3', 'a8366d9a79e730de77f90fd2690c49fdb1e216217ea531ac8eb8948f9259c748', '7296bd938ba0ada4f55e185ac1db2ab891d7f4aed45666bc0520498977aab963');
INSERT INTO public.journalentry VALUES (175, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'person asked', 3, 31, '{"actor": 1346044428288000033, "person": 1346044428288000081}', '3e91f964309449c9e0d6f4b1d880d314', 'b6344df67ca69b71b6dde206898cf07fb857e99957b8ffc1e89c6d9bee1c68af', '1b2d43501b44f4e0af5678dd8f5be6453223e60146e071ebe88300dfd0b357af');
INSERT INTO public.journalentry VALUES (176, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'event switched on', 3, NULL, '{"actor": 1346044428288000033}', 'c0ef235d485748f09c07e9f7bb118ebc', '9c7f6195d04328eebc3f2888ac4585274457147dd617412ecc306082a8eb5c33', '00b249a18aa5567aea431d76e6132a1f230e8fd2de7833bd3b45caf39e47dd81');
INSERT INTO public.journalentry VALUES (177, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'soft deadline set', 3, NULL, '{"actor": 1346044428288000033, "before": null, "after": "2025-03-15T12:00:00+00:00"}', 'a90862e8a97a447fcb81fd00ba46b59a', '96dc6674dead1a22c86bca70c95156282d30f2253449e0102ce20d271fe4f5e0', '370269844e4f8f998c8bbdb64f71e7b4eecf32f1651f5135e8b672d8edca80fc');
INSERT INTO public.journalentry VALUES (178, 1346044428288000015, '2025-03-12 23:45:00+05:45', 'text written', 3, NULL, '{"actor": 1346044428288000033, "language": "en", "before": "243f71d66ee3ce4a932901a799860643f1192798764cae5cd43e13483c92b15c", "after": "a8f81976a29e48d909aa8be3a7a1dbe12cea0e694c42371a3714f780073f6c92", "number": 2, "change": "substance"}', '9e15acbfd5827e809fcbe024d0f004b8', 'aea21e512046976b257a5953733e1f6583706032d338b01654da650eca91fae6', '3c91b6d876aa351d85db1abd6872ad69bfef359a88c0105a336d76b2940ab24c');
INSERT INTO public.journalentry VALUES (179, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'letter created', 4, NULL, '{"actor": 1346044428288000033, "after": {"title": "Not open yet", "addressee": "The Minister", "review_hours": 24, "most_open": 20, "two_person": false, "closes_at": "2025-04-01T17:00:00+00:00", "time_zone": "Europe/London"}}', '79ac4e0da978d8ce8449eab31c071aec', 'fd62e01251296c039864c4d9a316631d905453800986df078df092f3a10e5171', '347c4a0935db77b3031ce00069101d3b600eb4a80bcf842990ecb99da84bc1cf');
INSERT INTO public.journalentry VALUES (180, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'asked to take part', NULL, NULL, '{"actor": 1349472013516800009, "user_id": 1349472013516800009, "after": {"organisation": "eve''s Fund", "title": "Chair", "time_zone": "UTC", "direct_messages": false}}', '62b849d269937ffe4d294e349fae51b4', '540ccb3b02347c1f4f51e94f1845bc818bc20efc34342ed75bdf63fd72544bb1', '9d83cea889085867cf60fa2ab6d3f506c9268adf9117ebea42e29cf51722589a');
INSERT INTO public.journalentry VALUES (181, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'proposed', 3, 32, '{"actor": 1346044428288000033, "kind": "individual", "name": "Noor Hill", "country": "KE", "website": "", "affiliation": "", "late": false, "twin": 0}', 'f0e634c183efd79bcca6a275a7e90ee8', '2e70b0f137d3529c6e05a8161b064e1792f396027130eb8da5e64e8dac92c0ff', '53879257abf86175341655e643db3d18781f6e2ae0a048aafcfc5a38e8b4756e');
INSERT INTO public.journalentry VALUES (182, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'vote opened', 3, 32, '{"actor": null, "before": "proposed", "after": "voting", "policy": {"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}, "until": "2025-03-14T20:00:00+00:00"}', '14555a1a471e944410d6ff70311bade2', 'c11dc4b8b203205530ce875c104466f5ad42315064690b4167b4aae6faa3ba6a', '44316867d67008f27ee890accd224954acc3822b3d9f59b4c54477eb750a0045');
INSERT INTO public.journalentry VALUES (183, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'entered', 3, 33, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Quay Press", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', '7745b2aa526d6880e85854835a76537a', 'bcc054ac61f69323bd2bc1a7a98793d4696a667db29b6b2e2573bffc143f4bfb', 'bfadc649c7d356d7cf01c338cdf94ca3a7190b6d5e069c1d2ea01cb4479949e7');
INSERT INTO public.journalentry VALUES (184, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'consent recorded', 3, 33, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', 'bee2fb76fd8d330701f03974e9fa5383', '1695983fe71995c3b4bcb0f3fe95a7fb6f1162499bd5c716eadc42f7485da4c2', '719e7a79ca8154ddbc911ba1a9699f2a3e067b47e4c008b03a5412f9138a9f89');
INSERT INTO public.journalentry VALUES (185, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'entered', 3, 34, '{"actor": 1346044428288000033, "kind": "organisation", "name": "Quay Press Ltd", "country": "FR", "website": "", "affiliation": "", "late": false, "twin": 0}', '8dda65c51dc80f34cddcbbc23719d9ee', '9db13e1c91c6d7d290fad2214863f49337bfec76729aed3cce8583034e2e45eb', 'f158e74d81374260f4e0826ad84b9b9828a71ca22ba24718c36929c517086136');
INSERT INTO public.journalentry VALUES (186, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'consent recorded', 3, 34, '{"actor": 1346044428288000033, "means": "stated", "authorised_by": "Its director", "evidence": "E-mail"}', 'a71da0dc0ee68d6e4a03cd1fc4e66e5c', '02afaa1fdcd2d91632da4b67a549791ff2957b51a51d1054e720c9073945cf81', '4fcb4b050e8a5bb2184423a216b12fa71c6f8183872888f25f7af198eb35e4c2');
INSERT INTO public.journalentry VALUES (187, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'marked as the same', 3, 33, '{"actor": 1346044428288000037, "name": "Quay Press", "other": "Quay Press Ltd", "other_id": 34}', '1316f1f51d79e4fc385441d559dafc02', 'f716ce8e7eaa380c445d616a97ac5e8e6f07793c296c5b7c72ae119096b51e98', '061329bc9f7f354a53c2a0f735a59a62604e98d2780dea409599bd55c4b75f5f');
INSERT INTO public.journalentry VALUES (188, 1346044428288000015, '2025-03-13 01:45:00+05:45', 'handed over', 3, NULL, '{"actor": 1346044428288000033, "what": "contacts", "sha256": "412cb2cdff1f41baffa3907c4958d42529cd0f8200703cf42b083bef35e84e48"}', 'bd4d7b52b70954928174e3e378fd1e15', 'feb08cc63447a5e83ae89dee7872bee7b73149558decfd93f871f3de72ebdc17', 'f5f473395ca232075db2ef22d908bef56cb5e3350ce6b88ac1e8e8cc07b69d09');


--
-- Data for Name: letter; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.letter VALUES (1, 1346044428288000015, 'Keep the river path open', 'The Minister', 'archived', 'Europe/London', '2025-03-07 23:45:00+05:45', 1, 1346044428288000033, '2025-03-03 14:45:00+05:45', '2025-03-03 14:45:00+05:45', NULL, NULL, '2025-03-03 14:45:00+05:45', '2025-03-07 23:45:00+05:45', 24, '2025-03-08 23:45:01+05:45', '2025-03-08 15:45:00+05:45', NULL, NULL, NULL, NULL, '{"preset": "moderators only", "hours": 24, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', 20, false, '{}', 1);
INSERT INTO public.letter VALUES (2, 1346044428288000015, 'Publish the flood maps', 'The Agency', 'closed', 'Europe/London', '2025-03-11 23:45:00+05:45', 1, 1346044428288000033, '2025-03-08 16:45:00+05:45', '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, '2025-03-11 23:45:00+05:45', 240, '2025-03-21 23:45:01+05:45', NULL, NULL, NULL, NULL, NULL, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', 50, true, '{}', 1);
INSERT INTO public.letter VALUES (3, 1346044428288000015, 'Keep our messages closed', 'The Minister', 'open', 'Europe/London', '2025-03-18 23:45:00+05:45', 1, 1346044428288000033, '2025-03-12 22:45:00+05:45', '2025-03-12 22:45:00+05:45', NULL, NULL, '2025-03-12 22:45:00+05:45', NULL, 24, NULL, NULL, '2025-03-15 17:45:00+05:45', NULL, NULL, NULL, '{"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', 20, false, '{}', 1);
INSERT INTO public.letter VALUES (4, 1346044428288000015, 'Not open yet', 'The Minister', 'draft', 'Europe/London', '2025-04-01 22:45:00+05:45', 1, 1346044428288000033, '2025-03-13 01:45:00+05:45', NULL, NULL, NULL, NULL, NULL, 24, NULL, NULL, NULL, NULL, NULL, NULL, '{"preset": "open vote", "hours": 24, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', 20, false, '{}', 1);


--
-- Data for Name: meta; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.meta VALUES ('alive', '2026-11-29T14:41:41.665182+00:00');
INSERT INTO public.meta VALUES ('commands:1456074443980800000', 'c8792bd9096fdeaea8ff0ba8b6c10b49b8303459cc78c24f287a9a54ed98a28c');
INSERT INTO public.meta VALUES ('retention', '{"contacts": 30, "journal": 730, "servers": 30}');
INSERT INTO public.meta VALUES ('woken', '2025-03-12T20:00:00+00:00');


--
-- Data for Name: namemark; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.namemark VALUES (1, 'w:rvrlght', 1);
INSERT INTO public.namemark VALUES (2, 'w:fnd', 1);
INSERT INTO public.namemark VALUES (2, 'w:hl', 1);
INSERT INTO public.namemark VALUES (3, 'pw:an', 1);
INSERT INTO public.namemark VALUES (3, 'pw:brk', 1);
INSERT INTO public.namemark VALUES (4, 'w:hrbr', 1);
INSERT INTO public.namemark VALUES (4, 'w:lt', 1);
INSERT INTO public.namemark VALUES (5, 'w:knvs', 1);
INSERT INTO public.namemark VALUES (5, 'w:nbd', 1);
INSERT INTO public.namemark VALUES (6, 'a:lpc', 2);
INSERT INTO public.namemark VALUES (6, 'w:klb', 2);
INSERT INTO public.namemark VALUES (6, 'w:lds', 2);
INSERT INTO public.namemark VALUES (6, 'w:prs', 2);
INSERT INTO public.namemark VALUES (7, 'w:dkt', 2);
INSERT INTO public.namemark VALUES (7, 'w:elnk', 2);
INSERT INTO public.namemark VALUES (8, 'a:mnf', 2);
INSERT INTO public.namemark VALUES (8, 'w:fnd', 2);
INSERT INTO public.namemark VALUES (8, 'w:mrl', 2);
INSERT INTO public.namemark VALUES (8, 'w:n', 2);
INSERT INTO public.namemark VALUES (9, 'w:bngdsh', 2);
INSERT INTO public.namemark VALUES (10, 'w:nh', 2);
INSERT INTO public.namemark VALUES (10, 'w:rbnh', 2);
INSERT INTO public.namemark VALUES (11, 'w:mk', 2);
INSERT INTO public.namemark VALUES (11, 'w:smvd', 2);
INSERT INTO public.namemark VALUES (12, 'w:hnhr', 2);
INSERT INTO public.namemark VALUES (12, 'w:rst', 2);
INSERT INTO public.namemark VALUES (13, 'w:opsd', 2);
INSERT INTO public.namemark VALUES (13, 'w:skt', 2);
INSERT INTO public.namemark VALUES (14, 'w:krm', 2);
INSERT INTO public.namemark VALUES (14, 'w:trst', 2);
INSERT INTO public.namemark VALUES (15, 'w:hs', 2);
INSERT INTO public.namemark VALUES (15, 'w:hstnt', 2);
INSERT INTO public.namemark VALUES (16, 'w:k', 2);
INSERT INTO public.namemark VALUES (16, 'w:vtk', 2);
INSERT INTO public.namemark VALUES (17, 'a:fbab', 2);
INSERT INTO public.namemark VALUES (17, 'a:fbb', 2);
INSERT INTO public.namemark VALUES (17, 'w:br', 2);
INSERT INTO public.namemark VALUES (17, 'w:bs', 2);
INSERT INTO public.namemark VALUES (17, 'w:f', 2);
INSERT INTO public.namemark VALUES (18, 'a:msl', 2);
INSERT INTO public.namemark VALUES (18, 'w:lsr', 2);
INSERT INTO public.namemark VALUES (18, 'w:mv', 2);
INSERT INTO public.namemark VALUES (18, 'w:s', 2);
INSERT INTO public.namemark VALUES (19, 'a:sbc', 2);
INSERT INTO public.namemark VALUES (19, 'a:sbtc', 2);
INSERT INTO public.namemark VALUES (19, 'w:bfr', 2);
INSERT INTO public.namemark VALUES (19, 'w:kls', 2);
INSERT INTO public.namemark VALUES (19, 'w:srt', 2);
INSERT INTO public.namemark VALUES (20, 'a:tlu', 2);
INSERT INTO public.namemark VALUES (20, 'w:lt', 2);
INSERT INTO public.namemark VALUES (20, 'w:t', 2);
INSERT INTO public.namemark VALUES (20, 'w:un', 2);
INSERT INTO public.namemark VALUES (21, 'pw:isk', 3);
INSERT INTO public.namemark VALUES (21, 'pw:km', 3);
INSERT INTO public.namemark VALUES (22, 'w:dl', 3);
INSERT INTO public.namemark VALUES (22, 'w:rdrs', 3);
INSERT INTO public.namemark VALUES (23, 'w:hrbr', 3);
INSERT INTO public.namemark VALUES (23, 'w:vtk', 3);
INSERT INTO public.namemark VALUES (24, 'w:mrkd', 3);
INSERT INTO public.namemark VALUES (24, 'w:tvn', 3);
INSERT INTO public.namemark VALUES (25, 'a:ovo', 3);
INSERT INTO public.namemark VALUES (25, 'w:on', 3);
INSERT INTO public.namemark VALUES (25, 'w:opn', 3);
INSERT INTO public.namemark VALUES (25, 'w:vt', 3);
INSERT INTO public.namemark VALUES (26, 'a:ovt', 3);
INSERT INTO public.namemark VALUES (26, 'w:opn', 3);
INSERT INTO public.namemark VALUES (26, 'w:tv', 3);
INSERT INTO public.namemark VALUES (26, 'w:vt', 3);
INSERT INTO public.namemark VALUES (27, 'a:ovt', 3);
INSERT INTO public.namemark VALUES (27, 'w:opn', 3);
INSERT INTO public.namemark VALUES (27, 'w:tr', 3);
INSERT INTO public.namemark VALUES (27, 'w:vt', 3);
INSERT INTO public.namemark VALUES (28, 'w:gld', 3);
INSERT INTO public.namemark VALUES (28, 'w:knkld', 3);
INSERT INTO public.namemark VALUES (29, 'w:hrbr', 3);
INSERT INTO public.namemark VALUES (29, 'w:vtk', 3);
INSERT INTO public.namemark VALUES (30, 'w:mrkd', 3);
INSERT INTO public.namemark VALUES (30, 'w:tvn', 3);
INSERT INTO public.namemark VALUES (31, 'pw:ad', 3);
INSERT INTO public.namemark VALUES (31, 'pw:brk', 3);
INSERT INTO public.namemark VALUES (32, 'pw:hl', 3);
INSERT INTO public.namemark VALUES (32, 'pw:nr', 3);
INSERT INTO public.namemark VALUES (33, 'w:k', 3);
INSERT INTO public.namemark VALUES (33, 'w:prs', 3);
INSERT INTO public.namemark VALUES (34, 'w:k', 3);
INSERT INTO public.namemark VALUES (34, 'w:prs', 3);


--
-- Data for Name: namepair; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.namepair VALUES (1, 1346044428288000015, 'harbourwatch', 'harbourwatchltd', true, 1346044428288000033, '2025-03-12 23:45:00+05:45');
INSERT INTO public.namepair VALUES (2, 1346044428288000015, 'markedtwin', 'markedtwinltd', false, 1346044428288000033, '2025-03-12 23:45:00+05:45');
INSERT INTO public.namepair VALUES (3, 1346044428288000015, 'quaypress', 'quaypressltd', true, 1346044428288000037, '2025-03-13 01:45:00+05:45');


--
-- Data for Name: notice; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.notice VALUES (1, 1346044428288000015, 1, NULL, 'opening', '2025-03-03 14:45:00+05:45', '2025-03-03 14:45:00+05:45', 'made', 'opening:1:1:', '{}');
INSERT INTO public.notice VALUES (2, 1346044428288000015, 1, NULL, 'reminder', '2025-03-05 15:45:00+05:45', '2025-03-05 01:45:00+05:45', 'made', 'reminder:1:1.1:20250305T100000', '{"direct": false, "planned_at": {"instant": "2025-03-03T09:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (3, 1346044428288000015, 1, NULL, 'reminder', '2025-03-06 15:45:00+05:45', '2025-03-06 01:45:00+05:45', 'made', 'reminder:1:1.1:20250306T100000', '{"direct": true, "planned_at": {"instant": "2025-03-03T09:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (4, 1346044428288000015, 1, NULL, 'reminder', '2025-03-07 15:45:00+05:45', '2025-03-07 01:45:00+05:45', 'made', 'reminder:1:1.1:20250307T100000', '{"direct": true, "planned_at": {"instant": "2025-03-03T09:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (5, 1346044428288000015, 1, NULL, 'last hour', '2025-03-07 22:45:00+05:45', '2025-03-07 08:45:00+05:45', 'made', 'reminder:1:1.1:20250307T170000', '{"direct": true, "planned_at": {"instant": "2025-03-03T09:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (7, 1346044428288000015, 1, NULL, 'publication', '2025-03-03 14:45:00+05:45', '2025-03-03 14:45:00+05:45', 'made', 'publication:1:1:', '{}');
INSERT INTO public.notice VALUES (9, 1346044428288000015, 1, NULL, 'close', '2025-03-07 23:45:04+05:45', '2025-03-07 23:45:04+05:45', 'made', 'close:1:1:', '{"waits": 0, "review_until": {"instant": "2025-03-08T18:00:01+00:00"}}');
INSERT INTO public.notice VALUES (10, 1346044428288000015, 1, NULL, 'digest', '2025-03-09 14:45:00+05:45', '2025-03-09 14:45:00+05:45', 'superseded', 'digest:1:20250309T090000', '{}');
INSERT INTO public.notice VALUES (11, 1346044428288000015, 1, NULL, 'report', '2025-03-08 15:45:00+05:45', '2025-03-08 15:45:00+05:45', 'made', 'report:1:1:', '{}');
INSERT INTO public.notice VALUES (12, 1346044428288000015, 2, NULL, 'opening', '2025-03-08 16:45:00+05:45', '2025-03-08 16:45:00+05:45', 'made', 'opening:2:1:', '{}');
INSERT INTO public.notice VALUES (13, 1346044428288000015, 2, NULL, 'reminder', '2025-03-09 15:45:00+05:45', '2025-03-09 01:45:00+05:45', 'made', 'reminder:2:1.1:20250309T100000', '{"direct": false, "planned_at": {"instant": "2025-03-08T11:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (14, 1346044428288000015, 2, NULL, 'reminder', '2025-03-10 15:45:00+05:45', '2025-03-10 01:45:00+05:45', 'made', 'reminder:2:1.1:20250310T100000', '{"direct": true, "planned_at": {"instant": "2025-03-08T11:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (15, 1346044428288000015, 2, NULL, 'reminder', '2025-03-11 15:45:00+05:45', '2025-03-11 01:45:00+05:45', 'made', 'reminder:2:1.1:20250311T100000', '{"direct": true, "planned_at": {"instant": "2025-03-08T11:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (16, 1346044428288000015, 2, NULL, 'last hour', '2025-03-11 22:45:00+05:45', '2025-03-11 08:45:00+05:45', 'made', 'reminder:2:1.1:20250311T170000', '{"direct": true, "planned_at": {"instant": "2025-03-08T11:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (17, 1346044428288000015, 2, NULL, 'digest', '2025-03-09 14:45:00+05:45', '2025-03-09 14:45:00+05:45', 'made', 'digest:2:20250309T090000', '{}');
INSERT INTO public.notice VALUES (18, 1346044428288000015, 2, NULL, 'digest', '2025-03-10 14:45:00+05:45', '2025-03-10 14:45:00+05:45', 'made', 'digest:2:20250310T090000', '{}');
INSERT INTO public.notice VALUES (19, 1346044428288000015, 2, 15, 'decided', '2025-03-09 22:45:00+05:45', '2025-03-09 22:45:00+05:45', 'made', 'decided:26:', '{"decision": 26, "verdict": "hold", "told": "The moderators want to talk it over first.", "undone": false}');
INSERT INTO public.notice VALUES (20, 1346044428288000015, 2, 13, 'decided', '2025-03-09 22:45:00+05:45', '2025-03-09 22:45:00+05:45', 'made', 'decided:27:', '{"decision": 27, "verdict": "decline", "told": "The vote was against it.", "undone": false}');
INSERT INTO public.notice VALUES (21, 1346044428288000015, 2, NULL, 'digest', '2025-03-11 14:45:00+05:45', '2025-03-11 14:45:00+05:45', 'made', 'digest:2:20250311T090000', '{}');
INSERT INTO public.notice VALUES (22, 1346044428288000015, 2, NULL, 'digest', '2025-03-12 14:45:00+05:45', '2025-03-12 14:45:00+05:45', 'made', 'digest:2:20250312T090000', '{}');
INSERT INTO public.notice VALUES (23, 1346044428288000015, 2, NULL, 'close', '2025-03-11 23:45:04+05:45', '2025-03-11 23:45:04+05:45', 'made', 'close:2:1:', '{"waits": 3, "review_until": {"instant": "2025-03-21T18:00:01+00:00"}}');
INSERT INTO public.notice VALUES (24, 1346044428288000015, 2, NULL, 'queue', '2025-03-11 23:45:04+05:45', '2025-03-11 23:45:04+05:45', 'made', 'queue:2:1:close', '{"waits": 3, "review_until": {"instant": "2025-03-21T18:00:01+00:00"}}');
INSERT INTO public.notice VALUES (25, 1346044428288000015, 2, NULL, 'digest', '2025-03-13 14:45:00+05:45', '2025-03-13 14:45:00+05:45', 'planned', 'digest:2:20250313T090000', '{}');
INSERT INTO public.notice VALUES (26, 1346044428288000015, 3, NULL, 'opening', '2025-03-12 22:45:00+05:45', '2025-03-12 22:45:00+05:45', 'made', 'opening:3:1:', '{}');
INSERT INTO public.notice VALUES (27, 1346044428288000015, 3, NULL, 'reminder', '2025-03-16 15:45:00+05:45', '2025-03-16 01:45:00+05:45', 'planned', 'reminder:3:1.1:20250316T100000', '{"direct": false, "planned_at": {"instant": "2025-03-12T17:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (28, 1346044428288000015, 3, NULL, 'reminder', '2025-03-17 15:45:00+05:45', '2025-03-17 01:45:00+05:45', 'planned', 'reminder:3:1.1:20250317T100000', '{"direct": true, "planned_at": {"instant": "2025-03-12T17:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (29, 1346044428288000015, 3, NULL, 'reminder', '2025-03-18 15:45:00+05:45', '2025-03-18 01:45:00+05:45', 'planned', 'reminder:3:1.1:20250318T100000', '{"direct": true, "planned_at": {"instant": "2025-03-12T17:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (30, 1346044428288000015, 3, NULL, 'last hour', '2025-03-18 22:45:00+05:45', '2025-03-18 08:45:00+05:45', 'planned', 'reminder:3:1.1:20250318T170000', '{"direct": true, "planned_at": {"instant": "2025-03-12T17:00:00+00:00"}, "quiet": ["22:00", "08:00"]}');
INSERT INTO public.notice VALUES (31, 1346044428288000015, 3, NULL, 'digest', '2025-03-13 14:45:00+05:45', '2025-03-13 14:45:00+05:45', 'planned', 'digest:3:20250313T090000', '{}');
INSERT INTO public.notice VALUES (32, 1346044428288000015, 3, NULL, 'publication', '2025-03-12 22:45:00+05:45', '2025-03-12 22:45:00+05:45', 'made', 'publication:3:1:', '{}');
INSERT INTO public.notice VALUES (33, 1346044428288000015, 3, 31, 'confirm', '2025-03-12 23:45:00+05:45', '2025-03-12 23:45:00+05:45', 'made', 'confirm:31:1346044428288000081#1', '{}');
INSERT INTO public.notice VALUES (34, 1346044428288000015, 3, NULL, 'deadline', '2025-03-12 23:45:00+05:45', '2025-03-12 23:45:00+05:45', 'made', 'deadline:3:1:soft deadline#1', '{"change": "date", "which": "soft deadline", "before": null, "after": {"instant": "2025-03-15T12:00:00+00:00"}}');
INSERT INTO public.notice VALUES (35, 1346044428288000015, 3, NULL, 'text changed', '2025-03-12 23:45:00+05:45', '2025-03-12 23:45:00+05:45', 'made', 'text:5:1346044428288000053', '{"ids": [21], "about": [21], "count": 1, "version": 5, "number": 2, "until": {"instant": "2025-03-15T18:00:00+00:00"}}');
INSERT INTO public.notice VALUES (36, 1346044428288000015, 3, NULL, 'text changed', '2025-03-12 23:45:00+05:45', '2025-03-12 23:45:00+05:45', 'made', 'text:5:1346044428288000057', '{"ids": [22], "about": [22], "count": 1, "version": 5, "number": 2, "until": {"instant": "2025-03-15T18:00:00+00:00"}}');
INSERT INTO public.notice VALUES (37, 1346044428288000015, 3, NULL, 'text changed', '2025-03-12 23:45:00+05:45', '2025-03-12 23:45:00+05:45', 'made', 'text:5:1346044428288000033', '{"ids": [], "about": [23, 30, 24], "count": 3, "version": 5, "number": 2, "until": {"instant": "2025-03-15T18:00:00+00:00"}}');
INSERT INTO public.notice VALUES (38, 1346044428288000015, 3, NULL, 'unreached', '2025-03-12 23:45:00+05:45', '2025-03-12 23:45:00+05:45', 'made', 'text:5', '{"about": [25, 27, 26], "count": 3, "version": 5, "number": 2, "until": {"instant": "2025-03-15T18:00:00+00:00"}}');
INSERT INTO public.notice VALUES (39, 1346044428288000015, 3, NULL, 'unreached', '2025-03-12 23:45:00+05:45', '2025-03-12 23:45:00+05:45', 'made', 'unreached:35', '{"about": [21], "count": 1, "version": 5, "number": 2, "until": {"instant": "2025-03-15T18:00:00+00:00"}}');
INSERT INTO public.notice VALUES (40, 1346044428288000015, NULL, NULL, 'asked', '2025-03-13 01:45:00+05:45', '2025-03-13 01:45:00+05:45', 'made', 'asked:1346044428288000015:1349472013516800009:20250312', '{"user_id": 1349472013516800009, "organisation": "eve''s Fund", "title": "Chair"}');


--
-- Data for Name: participant; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.participant VALUES (1, 1346044428288000015, 1346044428288000033, 'River Path Coalition', 'riverpathcoalition', 'Coordinator', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (2, 1346044428288000015, 1346044428288000037, 'River Path Coalition', 'riverpathcoalition', 'Coordinator', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (3, 1346044428288000015, 1346044428288000041, 'River Path Coalition', 'riverpathcoalition', 'Coordinator', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (4, 1346044428288000015, 1346044428288000045, '42 Lanes Hosting, LLC', '42laneshostingllc', 'Director', 'Europe/London', false, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (5, 1346044428288000015, 1346044428288000049, 'Kuulopuhe Osuuskunta', 'kuulopuheosuuskunta', 'Director', 'Asia/Kathmandu', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (6, 1346044428288000015, 1346044428288000053, 'গোপন চিঠি উদ্যোগ', 'গোপনচিঠিউদ্যোগ', 'Director', 'America/New_York', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (7, 1346044428288000015, 1346044428288000057, 'עמותת מעטפה סגורה לפרטיות ברשת', 'עמותתמעטפהסגורהלפרטיותברשת', 'Director', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (8, 1346044428288000015, 1346044428288000061, 'International Coalition of Survivors'' Shelters, Legal Clinics and Frontline Advocates for Safe & Private Communication', 'internationalcoalitionofsurvivorsshelterslegalclinicsandfrontlineadvocatesforsafeprivatecommunication', 'Director', 'Asia/Kathmandu', false, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (9, 1346044428288000015, 1346044428288000065, 'დალუქული წერილი', 'დალუქულიწერილი', 'Director', 'America/New_York', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (10, 1346044428288000015, 1346044428288000069, 'Þöglaský ehf.', 'þöglaskýehf', 'Director', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (11, 1346044428288000015, 1346044428288000073, 'Rainbow Causeway Youth Line', 'rainbowcausewayyouthline', 'Director', 'Asia/Kathmandu', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (12, 1346044428288000015, 1346044428288000077, 'Bibliotheksbund Talwiesen e. V.', 'bibliotheksbundtalwiesenev', 'Director', 'America/New_York', false, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (13, 1346044428288000015, 1346044428288000081, 'رابطة قرّاء الميناء القديم', 'رابطةقرّاءالميناءالقديم', 'Director', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (14, 1346044428288000015, 1346044428288000085, 'VELA – Verein für elektronische Laienaufklärung', 'velavereinfürelektronischelaienaufklärung', 'Director', 'Asia/Kathmandu', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (15, 1346044428288000015, 1346044428288000089, 'Fundacja Zielona Lampka', 'fundacjazielonalampka', 'Director', 'America/New_York', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (16, 1346044428288000015, 1346044428288000093, 'Hushwellen', 'hushwellen', 'Director', 'Europe/London', false, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (17, 1346044428288000015, 1346044428288000097, 'शांत बादल टेक्नोलॉजीज़ प्रा. लि.', 'शांतबादलटेक्नोलॉजीज़प्रालि', 'Director', 'Asia/Kathmandu', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (18, 1346044428288000015, 1346044428288000101, 'Szyfrowniczek sp. z o.o.', 'szyfrowniczekspzoo', 'Director', 'America/New_York', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (19, 1346044428288000015, 1346044428288000105, 'Mühürlü Zarf Derneği', 'mühürlüzarfderneği', 'Director', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (20, 1346044428288000015, 1346044428288000109, 'Quillvault Nine Ltd', 'quillvaultnineltd', 'Director', 'Asia/Kathmandu', false, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (21, 1346044428288000015, 1346044428288000113, 'PT Kunciteduh', 'ptkunciteduh', 'Director', 'America/New_York', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (22, 1346044428288000015, 1346044428288000117, 'Chiffrierwerk Auenthal GmbH', 'chiffrierwerkauenthalgmbh', 'Director', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (23, 1346044428288000015, 1346044428288000121, 'Hemligskrin AB', 'hemligskrinab', 'Director', 'Asia/Kathmandu', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (24, 1346044428288000015, 1346044428288000125, 'Ordre des Imprimeurs de Saint-Orvain', 'ordredesimprimeursdesaintorvain', 'Director', 'America/New_York', false, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (25, 1346044428288000015, 1346044428288000129, 'Netvikar A/S', 'netvikaras', 'Director', 'Europe/London', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (26, 1346044428288000015, 1346044428288000133, 'Yarrowmead Citizens'' Advice Volunteers', 'yarrowmeadcitizensadvicevolunteers', 'Director', 'Asia/Kathmandu', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (27, 1346044428288000015, 1346044428288000137, 'University of Lundhaven, Institute for Applied Secrecy', 'universityoflundhaveninstituteforappliedsecrecy', 'Director', 'America/New_York', true, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (28, 1346044428288000015, 1349472013516800009, 'eve''s Fund', 'evesfund', 'Chair', 'UTC', false, '2025-03-13 01:45:00+05:45', NULL, NULL, NULL, NULL);


--
-- Data for Name: resemblance; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.resemblance VALUES (23, 29, 'marked');
INSERT INTO public.resemblance VALUES (29, 23, 'marked');
INSERT INTO public.resemblance VALUES (33, 34, 'marked');
INSERT INTO public.resemblance VALUES (34, 33, 'marked');


--
-- Data for Name: signatory; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.signatory VALUES (1, 1, 1346044428288000015, 'organisation', 'Riverlight', 'riverlight', 0, true, 'riverlight', '1e331d321ee31caa1e331d771d321cf41d181e95', 'FR', '', '', '{"kind": "organisation", "name": "Riverlight", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'approved', 'entered', 1346044428288000033, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-03 14:45:00+05:45', 1346044428288000037, false, NULL, NULL, NULL, '', 1);
INSERT INTO public.signatory VALUES (2, 1, 1346044428288000015, 'organisation', 'Hill Fund', 'hillfund', 0, false, 'hill fund', '1d181d321d771d7702091ce51eb51db91c8f', 'FR', '', '', '{"kind": "organisation", "name": "Hill Fund", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'removed', 'entered', 1346044428288000033, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-03 14:45:00+05:45', 1346044428288000037, false, '2025-03-03 15:45:00+05:45', NULL, NULL, '', 1);
INSERT INTO public.signatory VALUES (3, 1, 1346044428288000015, 'individual', 'Ana Brook', 'anabrook|', 0, true, 'ana brook', '1c471db91c4702091c601e331ddd1ddd1d65', 'GB', '', '', '{"kind": "individual", "name": "Ana Brook", "country": "GB", "website": "", "affiliation": ""}', '[]', '', 'approved', 'signed', 1346044428288000045, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-03 14:45:00+05:45', 1346044428288000037, false, NULL, NULL, NULL, '', 1);
INSERT INTO public.signatory VALUES (4, 1, 1346044428288000015, 'organisation', 'Late Harbour', 'lateharbour', 0, true, 'late harbour', '1d771c471e951caa02091d181c471e331c601ddd1eb51e33', 'FR', '', '', '{"kind": "organisation", "name": "Late Harbour", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'approved', 'entered', 1346044428288000033, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-03 14:45:00+05:45', 1346044428288000037, false, NULL, NULL, NULL, '', 1);
INSERT INTO public.signatory VALUES (5, 1, 1346044428288000015, 'organisation', 'Nobody Knows', 'nobodyknows', 0, false, 'nobody knows', '1db91ddd1c601ddd1c8f1f0b02091d651db91ddd1ef51e71', 'KE', '', '', '{"kind": "organisation", "name": "Nobody Knows", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'declined', 'proposed', 1346044428288000077, NULL, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, 'We could not confirm that they agreed.', NULL);
INSERT INTO public.signatory VALUES (6, 2, 1346044428288000015, 'organisation', 'Łódź Press Club', 'łódźpressclub', 0, true, 'lodz press club', '1d771ddd1c8f1f2102091e0c1e331caa1e711e7102091c7a1d771eb51c60', 'KE', '', '', '{"kind": "organisation", "name": "\u0141\u00f3d\u017a Press Club", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 1, 1, 25, '[]', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (7, 2, 1346044428288000015, 'organisation', 'Ελληνικό Δίκτυο', 'ελληνικόδίκτυο', 0, true, 'ελληνικο δικτυο', '1fbe1fc91fc91fc41fcc1fc61fc81fce02091fbd1fc61fc81fdb1fdc1fce', 'KE', '', '', '{"kind": "organisation", "name": "\u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03cc \u0394\u03af\u03ba\u03c4\u03c5\u03bf", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 1, 1, 25, '[]', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (8, 2, 1346044428288000015, 'organisation', 'Мемориальный фонд', 'мемориальныйфонд', 0, true, 'мемориальныи фонд', '20c3205a20c320e720fc2080202220b0219820cc219420800209212e20e720cc204a', 'KE', '', '', '{"kind": "organisation", "name": "\u041c\u0435\u043c\u043e\u0440\u0438\u0430\u043b\u044c\u043d\u044b\u0439 \u0444\u043e\u043d\u0434", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 1, 1, 25, '[]', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (9, 2, 1346044428288000015, 'organisation', '北京读者会', '北京读者会', 0, true, '北京读者会', 'fb40d317fb40ceacfb418bfbfb418005fb40cf1a', 'KE', '', '', '{"kind": "organisation", "name": "\u5317\u4eac\u8bfb\u8005\u4f1a", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 1, 1, 25, '[]', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (10, 2, 1346044428288000015, 'organisation', '日本ペンの会', '日本ペンの会', 0, true, '日本ペンの会', 'fb40e5e5fb40e72c3d773d8b3d73fb40cf1a', 'KE', '', '', '{"kind": "organisation", "name": "\u65e5\u672c\u30da\u30f3\u306e\u4f1a", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 1, 1, 25, '[]', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (11, 2, 1346044428288000015, 'organisation', 'संवाद मंच', 'संवादमंच', 0, true, 'संवाद मंच', '269d269a26a6268c02092694267c', 'KE', '', '', '{"kind": "organisation", "name": "\u0938\u0902\u0935\u093e\u0926 \u092e\u0902\u091a", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 1, 1, 25, '[]', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (12, 2, 1346044428288000015, 'organisation', 'רשת הנהר', 'רשתהנהר', 0, true, 'רשת הנהר', '22ca22cb22cc020922bb22c422bb22ca', 'KE', '', '', '{"kind": "organisation", "name": "\u05e8\u05e9\u05ea \u05d4\u05e0\u05d4\u05e8", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 1, 1, 25, '[]', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (13, 2, 1346044428288000015, 'organisation', 'Opposed Society', 'opposedsociety', 0, false, 'opposed society', '1ddd1e0c1e0c1ddd1e711caa1c8f02091e711ddd1c7a1d321caa1e951f0b', 'KE', '', '', '{"kind": "organisation", "name": "Opposed Society", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'declined', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 1, 3, 0, 25, '[]', NULL, NULL, false, NULL, NULL, NULL, 'The vote was against it.', 2);
INSERT INTO public.signatory VALUES (14, 2, 1346044428288000015, 'organisation', 'No Quorum Trust', 'noquorumtrust', 0, true, 'no quorum trust', '1db91ddd02091e211eb51ddd1e331eb51daa02091e951e331eb51e711e95', 'KE', '', '', '{"kind": "organisation", "name": "No Quorum Trust", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'undecided', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 0, 0, 0, 25, '[]', NULL, NULL, false, NULL, NULL, NULL, '', NULL);
INSERT INTO public.signatory VALUES (32, 3, 1346044428288000015, 'individual', 'Noor Hill', 'noorhill|', 0, true, 'noor hill', '1db91ddd1ddd1e3302091d181d321d771d77', 'KE', '', '', '{"kind": "individual", "name": "Noor Hill", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'voting', 'proposed', 1346044428288000033, NULL, '2025-03-13 01:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-13 01:45:00+05:45', '2025-03-15 01:45:00+05:45', NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', NULL);
INSERT INTO public.signatory VALUES (15, 2, 1346044428288000015, 'organisation', 'Hesitant House', 'hesitanthouse', 0, true, 'hesitant house', '1d181caa1e711d321e951c471db91e9502091d181ddd1eb51e711caa', 'KE', '', '', '{"kind": "organisation", "name": "Hesitant House", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'hold', 'proposed', 1346044428288000049, NULL, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-08 16:45:00+05:45', '2025-03-09 16:45:00+05:45', '2025-03-09 16:45:00+05:45', 2, 0, 0, 25, '[]', NULL, NULL, false, NULL, NULL, NULL, 'The moderators want to talk it over first.', NULL);
INSERT INTO public.signatory VALUES (16, 2, 1346044428288000015, 'organisation', 'Quay *Watch*', 'quaywatch', 0, true, 'quay watch', '1e211eb51c471f0b02091ef51c471e951c7a1d18', 'KE', '', '', '{"kind": "organisation", "name": "Quay *Watch*", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'approved', 'imported', 1346044428288000033, 1, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (17, 2, 1346044428288000015, 'organisation', 'Foo, Bar & Baz', 'foobarbaz', 0, true, 'foo bar baz', '1ce51ddd1ddd02091c601c471e3302091c601c471f21', 'FR', '', '', '{"kind": "organisation", "name": "Foo, Bar & Baz", "country": "FR", "website": "", "affiliation": ""}', '[]', '', 'approved', 'imported', 1346044428288000033, 1, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (18, 2, 1346044428288000015, 'organisation', 'مؤسسة الجسر', 'مؤسسةالجسر', 0, true, 'مؤسسة الجسر', '23a3230223592359231c0209230b239c232523592346', 'EG', '', '', '{"kind": "organisation", "name": "\u0645\u0624\u0633\u0633\u0629 \u0627\u0644\u062c\u0633\u0631", "country": "EG", "website": "", "affiliation": ""}', '[]', '', 'approved', 'imported', 1346044428288000033, 1, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-09 22:45:00+05:45', 1346044428288000041, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (19, 2, 1346044428288000015, 'organisation', 'Short Before The Close', 'shortbeforetheclose', 0, true, 'short before the close', '1e711d181ddd1e331e9502091c601caa1ce51ddd1e331caa02091e951d181caa02091c7a1d771ddd1e711caa', 'KE', '', '', '{"kind": "organisation", "name": "Short Before The Close", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'passed', 'proposed', 1346044428288000049, NULL, '2025-03-09 22:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "quorum vote", "hours": 24, "threshold": "2/3", "quorum": 2, "objections": 2, "secret": false, "per_organisation": true, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-09 22:45:00+05:45', '2025-03-10 22:45:00+05:45', '2025-03-10 22:45:00+05:45', 2, 0, 0, 25, '[]', NULL, NULL, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (20, 2, 1346044428288000015, 'organisation', 'Too Late Union', 'toolateunion', 0, true, 'too late union', '1e951ddd1ddd02091d771c471e951caa02091eb51db91d321ddd1db9', 'KE', '', '', '{"kind": "organisation", "name": "Too Late Union", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'late', 'proposed', 1346044428288000049, NULL, '2025-03-12 22:45:00+05:45', NULL, NULL, NULL, true, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 2);
INSERT INTO public.signatory VALUES (21, 3, 1346044428288000015, 'individual', 'Cem Işık', 'cemişık|', 0, true, 'cem isik', '1c7a1caa1daa02091d321e711d321d65', 'GB', '', '', '{"kind": "individual", "name": "Cem I\u015f\u0131k", "country": "GB", "website": "", "affiliation": ""}', '[]', '', 'approved', 'signed', 1346044428288000053, NULL, '2025-03-12 22:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-12 22:45:00+05:45', 1346044428288000037, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (22, 3, 1346044428288000015, 'organisation', 'Dale Readers', 'dalereaders', 0, true, 'dale readers', '1c8f1c471d771caa02091e331caa1c471c8f1caa1e331e71', 'GB', '', '', '{"kind": "organisation", "name": "Dale Readers", "country": "GB", "website": "", "affiliation": ""}', '[]', '', 'proposed', 'signed', 1346044428288000057, NULL, '2025-03-12 22:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (23, 3, 1346044428288000015, 'organisation', 'Harbour Watch Ltd', 'harbourwatchltd', 0, true, 'harbour watch ltd', '1d181c471e331c601ddd1eb51e3302091ef51c471e951c7a1d1802091d771e951c8f', 'FR', '', '', '{"kind": "organisation", "name": "Harbour Watch Ltd", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'approved', 'entered', 1346044428288000033, NULL, '2025-03-12 22:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-12 22:45:00+05:45', 1346044428288000037, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (24, 3, 1346044428288000015, 'organisation', 'Marked Twin Ltd', 'markedtwinltd', 0, true, 'marked twin ltd', '1daa1c471e331d651caa1c8f02091e951ef51d321db902091d771e951c8f', 'FR', '', '', '{"kind": "organisation", "name": "Marked Twin Ltd", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'approved', 'entered', 1346044428288000033, NULL, '2025-03-12 22:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', '2025-03-12 22:45:00+05:45', 1346044428288000037, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (25, 3, 1346044428288000015, 'organisation', 'Open Vote One', 'openvoteone', 0, true, 'open vote one', '1ddd1e0c1caa1db902091ee31ddd1e951caa02091ddd1db91caa', 'KE', '', '', '{"kind": "organisation", "name": "Open Vote One", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'voting', 'proposed', 1346044428288000061, NULL, '2025-03-12 23:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-12 23:45:00+05:45', '2025-03-14 23:45:00+05:45', NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (26, 3, 1346044428288000015, 'organisation', 'Open Vote Two', 'openvotetwo', 0, true, 'open vote two', '1ddd1e0c1caa1db902091ee31ddd1e951caa02091e951ef51ddd', 'KE', '', '', '{"kind": "organisation", "name": "Open Vote Two", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'voting', 'proposed', 1346044428288000061, NULL, '2025-03-12 23:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-12 23:45:00+05:45', '2025-03-14 23:45:00+05:45', NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (27, 3, 1346044428288000015, 'organisation', 'Open Vote Three', 'openvotethree', 0, true, 'open vote three', '1ddd1e0c1caa1db902091ee31ddd1e951caa02091e951d181e331caa1caa', 'KE', '', '', '{"kind": "organisation", "name": "Open Vote Three", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'voting', 'proposed', 1346044428288000061, NULL, '2025-03-12 23:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-12 23:45:00+05:45', '2025-03-14 23:45:00+05:45', NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (28, 3, 1346044428288000015, 'organisation', 'Cancelled Guild', 'cancelledguild', 0, false, 'cancelled guild', '1c7a1c471db91c7a1caa1d771d771caa1c8f02091cf41eb51d321d771c8f', 'KE', '', '', '{"kind": "organisation", "name": "Cancelled Guild", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'cancelled', 'proposed', 1346044428288000065, NULL, '2025-03-12 23:45:00+05:45', NULL, NULL, NULL, false, false, '{"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-12 23:45:00+05:45', '2025-03-14 23:45:00+05:45', NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', NULL);
INSERT INTO public.signatory VALUES (30, 3, 1346044428288000015, 'organisation', 'Marked Twin', 'markedtwin', 0, true, 'marked twin', '1daa1c471e331d651caa1c8f02091e951ef51d321db9', 'FR', '', '', '{"kind": "organisation", "name": "Marked Twin", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'proposed', 'entered', 1346044428288000033, NULL, '2025-03-12 23:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 3);
INSERT INTO public.signatory VALUES (31, 3, 1346044428288000015, 'individual', 'Ada Brook', 'adabrook|', 0, true, 'ada brook', '1c471c8f1c4702091c601e331ddd1ddd1d65', 'KE', '', '', '{"kind": "individual", "name": "Ada Brook", "country": "KE", "website": "", "affiliation": ""}', '[]', '', 'voting', 'proposed', 1346044428288000033, NULL, '2025-03-12 23:45:00+05:45', 1346044428288000081, '2025-03-12 23:45:00+05:45', NULL, false, false, '{"preset": "open vote", "hours": 48, "threshold": "1/2", "quorum": null, "objections": 2, "secret": true, "per_organisation": false, "early_after_minutes": null, "vote_on_signings": false}', '2025-03-12 23:45:00+05:45', '2025-03-14 23:45:00+05:45', NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', NULL);
INSERT INTO public.signatory VALUES (33, 3, 1346044428288000015, 'organisation', 'Quay Press', 'quaypress', 0, true, 'quay press', '1e211eb51c471f0b02091e0c1e331caa1e711e71', 'FR', '', '', '{"kind": "organisation", "name": "Quay Press", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'proposed', 'entered', 1346044428288000033, NULL, '2025-03-13 01:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 5);
INSERT INTO public.signatory VALUES (34, 3, 1346044428288000015, 'organisation', 'Quay Press Ltd', 'quaypressltd', 0, true, 'quay press ltd', '1e211eb51c471f0b02091e0c1e331caa1e711e7102091d771e951c8f', 'FR', '', '', '{"kind": "organisation", "name": "Quay Press Ltd", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'proposed', 'entered', 1346044428288000033, NULL, '2025-03-13 01:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, NULL, NULL, NULL, '', 5);
INSERT INTO public.signatory VALUES (29, 3, 1346044428288000015, 'organisation', 'Harbour Watch', 'harbourwatch', 0, false, 'harbour watch', '1d181c471e331c601ddd1eb51e3302091ef51c471e951c7a1d18', 'FR', '', '', '{"kind": "organisation", "name": "Harbour Watch", "country": "FR", "website": "", "affiliation": ""}', '[]', 'By post', 'duplicate', 'entered', 1346044428288000033, NULL, '2025-03-12 23:45:00+05:45', NULL, NULL, NULL, false, false, 'null', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'null', NULL, NULL, false, '2025-03-12 23:45:00+05:45', 23, NULL, '', 3);


--
-- Data for Name: talkingpoint; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.talkingpoint VALUES (1, 3, 1, 'Cost', 'It costs *nothing*.');
INSERT INTO public.talkingpoint VALUES (2, 3, 2, 'Law', 'It is the law.');


--
-- Data for Name: textversion; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.textversion VALUES (1, 1, 'en', 1, 'We ask that the path *stays open*.

It is a common good.', 'a8576cba464c86765779b1810d6aceee240f81e6b4acf2b9178b9966ba38ada3', 1346044428288000033, '2025-03-03 14:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.textversion VALUES (2, 2, 'en', 1, 'We ask that the maps be published.', '177d2532e509554ad32b9f3348378149b7701bbfe0df497a747eb03591cc89b4', 1346044428288000033, '2025-03-08 16:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.textversion VALUES (3, 3, 'en', 1, 'We ask that messages stay closed.

Everyone has a right to write.', '243f71d66ee3ce4a932901a799860643f1192798764cae5cd43e13483c92b15c', 1346044428288000033, '2025-03-12 22:45:00+05:45', NULL, NULL, NULL);
INSERT INTO public.textversion VALUES (5, 3, 'en', 2, 'We ask that messages stay closed for good.', 'a8f81976a29e48d909aa8be3a7a1dbe12cea0e694c42371a3714f780073f6c92', 1346044428288000033, '2025-03-12 23:45:00+05:45', 'substance', '2025-03-15 23:45:00+05:45', NULL);
INSERT INTO public.textversion VALUES (4, 3, 'de', 1, 'Wir bitten darum, dass Nachrichten geschlossen bleiben.', 'a7869ed4522bce37a540f72b8142a97b63c0759ac1a2916f87bd12074169cf1c', 1346044428288000033, '2025-03-12 22:45:00+05:45', NULL, NULL, 3);


--
-- Data for Name: undersigned_lease; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: batch_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.batch_id_seq', 2, false);


--
-- Name: card_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.card_id_seq', 22, false);


--
-- Name: decision_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.decision_id_seq', 32, false);


--
-- Name: delivery_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.delivery_id_seq', 158, false);


--
-- Name: draft_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.draft_id_seq', 5, false);


--
-- Name: edition_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.edition_id_seq', 5, false);


--
-- Name: event_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.event_id_seq', 2, false);


--
-- Name: journalentry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.journalentry_id_seq', 189, false);


--
-- Name: letter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.letter_id_seq', 5, false);


--
-- Name: namepair_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.namepair_id_seq', 4, false);


--
-- Name: notice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.notice_id_seq', 41, false);


--
-- Name: participant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.participant_id_seq', 29, false);


--
-- Name: signatory_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.signatory_id_seq', 35, false);


--
-- Name: talkingpoint_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.talkingpoint_id_seq', 3, false);


--
-- Name: textversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.textversion_id_seq', 6, false);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: ballot pk_ballot; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ballot
    ADD CONSTRAINT pk_ballot PRIMARY KEY (signatory_id, voter);


--
-- Name: batch pk_batch; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch
    ADD CONSTRAINT pk_batch PRIMARY KEY (id);


--
-- Name: card pk_card; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.card
    ADD CONSTRAINT pk_card PRIMARY KEY (id);


--
-- Name: coalition pk_coalition; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.coalition
    ADD CONSTRAINT pk_coalition PRIMARY KEY (guild_id);


--
-- Name: consent pk_consent; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT pk_consent PRIMARY KEY (signatory_id);


--
-- Name: contact pk_contact; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT pk_contact PRIMARY KEY (signatory_id);


--
-- Name: decision pk_decision; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT pk_decision PRIMARY KEY (id);


--
-- Name: delivery pk_delivery; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT pk_delivery PRIMARY KEY (id);


--
-- Name: draft pk_draft; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT pk_draft PRIMARY KEY (id);


--
-- Name: edition pk_edition; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT pk_edition PRIMARY KEY (id);


--
-- Name: event pk_event; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event
    ADD CONSTRAINT pk_event PRIMARY KEY (id);


--
-- Name: journalentry pk_journalentry; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journalentry
    ADD CONSTRAINT pk_journalentry PRIMARY KEY (id);


--
-- Name: letter pk_letter; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT pk_letter PRIMARY KEY (id);


--
-- Name: meta pk_meta; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meta
    ADD CONSTRAINT pk_meta PRIMARY KEY (name);


--
-- Name: namemark pk_namemark; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.namemark
    ADD CONSTRAINT pk_namemark PRIMARY KEY (signatory_id, mark);


--
-- Name: namepair pk_namepair; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.namepair
    ADD CONSTRAINT pk_namepair PRIMARY KEY (id);


--
-- Name: notice pk_notice; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);


--
-- Name: participant pk_participant; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT pk_participant PRIMARY KEY (id);


--
-- Name: resemblance pk_resemblance; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resemblance
    ADD CONSTRAINT pk_resemblance PRIMARY KEY (signatory_id, other_id);


--
-- Name: signatory pk_signatory; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatory
    ADD CONSTRAINT pk_signatory PRIMARY KEY (id);


--
-- Name: talkingpoint pk_talkingpoint; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.talkingpoint
    ADD CONSTRAINT pk_talkingpoint PRIMARY KEY (id);


--
-- Name: textversion pk_textversion; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.textversion
    ADD CONSTRAINT pk_textversion PRIMARY KEY (id);


--
-- Name: undersigned_lease undersigned_lease_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.undersigned_lease
    ADD CONSTRAINT undersigned_lease_pkey PRIMARY KEY (id);


--
-- Name: card uq_card_kind_subject_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.card
    ADD CONSTRAINT uq_card_kind_subject_id UNIQUE (kind, subject_id);


--
-- Name: delivery uq_delivery_notice_id_place_recipient_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT uq_delivery_notice_id_place_recipient_id UNIQUE (notice_id, place, recipient_id);


--
-- Name: edition uq_edition_letter_id_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT uq_edition_letter_id_number UNIQUE (letter_id, number);


--
-- Name: event uq_event_letter_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_letter_id UNIQUE (letter_id);


--
-- Name: namepair uq_namepair_guild_id_one_other; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.namepair
    ADD CONSTRAINT uq_namepair_guild_id_one_other UNIQUE (guild_id, one, other);


--
-- Name: notice uq_notice_dedupe; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_dedupe UNIQUE (dedupe);


--
-- Name: participant uq_participant_guild_id_user_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT uq_participant_guild_id_user_id UNIQUE (guild_id, user_id);


--
-- Name: talkingpoint uq_talkingpoint_letter_id_subject; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.talkingpoint
    ADD CONSTRAINT uq_talkingpoint_letter_id_subject UNIQUE (letter_id, subject);


--
-- Name: textversion uq_textversion_letter_id_language_number; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.textversion
    ADD CONSTRAINT uq_textversion_letter_id_language_number UNIQUE (letter_id, language, number);


--
-- Name: ix_ballot_voter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_ballot_voter ON public.ballot USING btree (voter);


--
-- Name: ix_batch_letter_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_batch_letter_id ON public.batch USING btree (letter_id);


--
-- Name: ix_card_stale; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_card_stale ON public.card USING btree (stale);


--
-- Name: ix_decision_signatory_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_decision_signatory_id ON public.decision USING btree (signatory_id);


--
-- Name: ix_delivery_state_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_delivery_state_due ON public.delivery USING btree (state, due_at);


--
-- Name: ix_draft_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_draft_expires_at ON public.draft USING btree (expires_at);


--
-- Name: ix_edition_digest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_edition_digest ON public.edition USING btree (digest);


--
-- Name: ix_edition_letter_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_edition_letter_id ON public.edition USING btree (letter_id);


--
-- Name: ix_event_stale; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_event_stale ON public.event USING btree (stale);


--
-- Name: ix_journalentry_guild_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_journalentry_guild_id ON public.journalentry USING btree (guild_id);


--
-- Name: ix_journalentry_letter_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_journalentry_letter_id ON public.journalentry USING btree (letter_id);


--
-- Name: ix_journalentry_readable; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_journalentry_readable ON public.journalentry USING btree (letter_id, at) WHERE (salt IS NOT NULL);


--
-- Name: ix_journalentry_signatory_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_journalentry_signatory_id ON public.journalentry USING btree (signatory_id);


--
-- Name: ix_letter_guild_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_letter_guild_id ON public.letter USING btree (guild_id);


--
-- Name: ix_namemark_letter_mark; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_namemark_letter_mark ON public.namemark USING btree (letter_id, mark);


--
-- Name: ix_namepair_other; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_namepair_other ON public.namepair USING btree (guild_id, other);


--
-- Name: ix_notice_guild_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_guild_id ON public.notice USING btree (guild_id);


--
-- Name: ix_notice_letter_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_letter_id ON public.notice USING btree (letter_id);


--
-- Name: ix_notice_state_make; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_state_make ON public.notice USING btree (state, make_at);


--
-- Name: ix_resemblance_other_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_resemblance_other_id ON public.resemblance USING btree (other_id);


--
-- Name: ix_signatory_added_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_added_by ON public.signatory USING btree (added_by);


--
-- Name: ix_signatory_aliased; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_aliased ON public.signatory USING btree (letter_id) WHERE (((aliases)::character varying)::text <> '[]'::text);


--
-- Name: ix_signatory_batch_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_batch_id ON public.signatory USING btree (batch_id);


--
-- Name: ix_signatory_letter_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_letter_state ON public.signatory USING btree (letter_id, state);


--
-- Name: ix_signatory_page; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_page ON public.signatory USING btree (letter_id, kind, alphabetical, name, id, approved_at, removed_at);


--
-- Name: ix_signatory_person_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_person_id ON public.signatory USING btree (person_id);


--
-- Name: ix_signatory_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_search ON public.signatory USING btree (letter_id, sort_key, name, kind, state, id);


--
-- Name: ix_signatory_state_ballot_closes; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_signatory_state_ballot_closes ON public.signatory USING btree (state, ballot_closes_at);


--
-- Name: ix_talkingpoint_letter_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_talkingpoint_letter_id ON public.talkingpoint USING btree (letter_id);


--
-- Name: ix_textversion_letter_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_textversion_letter_id ON public.textversion USING btree (letter_id);


--
-- Name: uq_signatory_live_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX uq_signatory_live_name ON public.signatory USING btree (letter_id, name_key, twin) WHERE live;


--
-- Name: ballot fk_ballot_signatory_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ballot
    ADD CONSTRAINT fk_ballot_signatory_id_signatory FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);


--
-- Name: batch fk_batch_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch
    ADD CONSTRAINT fk_batch_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: consent fk_consent_signatory_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT fk_consent_signatory_id_signatory FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);


--
-- Name: consent fk_consent_text_version_id_textversion; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT fk_consent_text_version_id_textversion FOREIGN KEY (text_version_id) REFERENCES public.textversion(id);


--
-- Name: contact fk_contact_signatory_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_signatory_id_signatory FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);


--
-- Name: decision fk_decision_signatory_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_signatory_id_signatory FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);


--
-- Name: delivery fk_delivery_notice_id_notice; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id);


--
-- Name: edition fk_edition_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT fk_edition_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: edition fk_edition_text_version_id_textversion; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.edition
    ADD CONSTRAINT fk_edition_text_version_id_textversion FOREIGN KEY (text_version_id) REFERENCES public.textversion(id);


--
-- Name: event fk_event_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: letter fk_letter_guild_id_coalition; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT fk_letter_guild_id_coalition FOREIGN KEY (guild_id) REFERENCES public.coalition(guild_id);


--
-- Name: namemark fk_namemark_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.namemark
    ADD CONSTRAINT fk_namemark_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: namemark fk_namemark_signatory_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.namemark
    ADD CONSTRAINT fk_namemark_signatory_id_signatory FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);


--
-- Name: notice fk_notice_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: notice fk_notice_signatory_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_signatory_id_signatory FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);


--
-- Name: participant fk_participant_guild_id_coalition; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participant
    ADD CONSTRAINT fk_participant_guild_id_coalition FOREIGN KEY (guild_id) REFERENCES public.coalition(guild_id);


--
-- Name: resemblance fk_resemblance_other_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resemblance
    ADD CONSTRAINT fk_resemblance_other_id_signatory FOREIGN KEY (other_id) REFERENCES public.signatory(id);


--
-- Name: resemblance fk_resemblance_signatory_id_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.resemblance
    ADD CONSTRAINT fk_resemblance_signatory_id_signatory FOREIGN KEY (signatory_id) REFERENCES public.signatory(id);


--
-- Name: signatory fk_signatory_batch_id_batch; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatory
    ADD CONSTRAINT fk_signatory_batch_id_batch FOREIGN KEY (batch_id) REFERENCES public.batch(id);


--
-- Name: signatory fk_signatory_duplicate_of_signatory; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatory
    ADD CONSTRAINT fk_signatory_duplicate_of_signatory FOREIGN KEY (duplicate_of) REFERENCES public.signatory(id);


--
-- Name: signatory fk_signatory_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatory
    ADD CONSTRAINT fk_signatory_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: signatory fk_signatory_text_version_id_textversion; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatory
    ADD CONSTRAINT fk_signatory_text_version_id_textversion FOREIGN KEY (text_version_id) REFERENCES public.textversion(id);


--
-- Name: talkingpoint fk_talkingpoint_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.talkingpoint
    ADD CONSTRAINT fk_talkingpoint_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: textversion fk_textversion_letter_id_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.textversion
    ADD CONSTRAINT fk_textversion_letter_id_letter FOREIGN KEY (letter_id) REFERENCES public.letter(id);


--
-- Name: textversion fk_textversion_translates_textversion; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.textversion
    ADD CONSTRAINT fk_textversion_translates_textversion FOREIGN KEY (translates) REFERENCES public.textversion(id);


--
-- PostgreSQL database dump complete
--


