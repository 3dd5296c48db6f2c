-- A case is the thread from a wish to its end; a requirement is the wish.

create table sluice.case_file (
    case_id    uuid primary key,
    number     text not null unique,                        -- what people say: the requirement's number
    title      text not null,
    org_unit   text not null references sluice.org_unit,
    initiator  uuid not null references sluice.person,
    amount     numeric(14, 2),
    state      text not null,                               -- the state of what the case is about
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    outcome    text                                         -- how it ended, a message key
);
create index on sluice.case_file (org_unit, opened_at desc);
create index on sluice.case_file (initiator, opened_at desc);

-- who did which step of a case: what four eyes are checked against
create table sluice.case_participation (
    case_id  uuid not null references sluice.case_file,
    step     text not null,                                 -- 'initiate' or a task key
    person   uuid not null references sluice.person,
    at       timestamptz not null,
    primary key (case_id, step, person)
);

create sequence sluice.requirement_number;                  -- gaps are accepted: a counter row would lock all inserts

create table sluice.requirement (
    case_id                    uuid primary key references sluice.case_file,
    requirement_no             text not null unique,        -- REQ-yyyy-nnnnn
    state                      text not null,
    title                      text not null,
    business_line              text not null references sluice.business_line,
    org_unit                   text not null references sluice.org_unit,
    scenario                   text not null references sluice.scenario,
    decision_impact            text not null,
    automated_decision         boolean not null,
    subject_type               text not null,
    data_classes               text[] not null,
    field_names                text[] not null,
    regions                    text[] not null,
    interface_form             text not null,
    urgency                    text not null,
    needed_by                  date not null,
    budget_source              text not null,
    budget_amount              numeric(14, 2) not null,     -- its own: what joined it keeps its own, the sum is read
    form                       jsonb not null,              -- the whole form as it was sent
    form_version               int not null,
    jr_level                   int not null,
    contains_pi                boolean not null,
    in_house_feasible          boolean,
    route                      text,                        -- what the triage proposed
    reused_product             uuid references sluice.data_product,
    merged_into                uuid references sluice.requirement,   -- the one that carries it now
    feasibility                text,
    feasibility_note           text,
    closing_reason             text,
    created_by                 uuid not null references sluice.person,
    created_at                 timestamptz not null,
    version                    int not null default 0,
    check ((state = 'MERGED') = (merged_into is not null))
);
create index on sluice.requirement (state);
create index on sluice.requirement (merged_into) where merged_into is not null;

-- what the similarity found at triage; kept, because a person decided on it
create table sluice.requirement_match (
    case_id          uuid not null references sluice.requirement,
    kind             text not null check (kind in ('PRODUCT', 'REQUIREMENT')),
    reference        uuid not null,                         -- product id or case id
    score            numeric(5, 4) not null,
    class_score      numeric(5, 4) not null,
    subject_score    numeric(5, 4) not null,
    field_score      numeric(5, 4) not null,
    region_score     numeric(5, 4) not null,
    reuse_allowed    boolean not null,
    primary key (case_id, kind, reference)
);

-- opinions and approvals that a decision table asked for, in order
create table sluice.review_step (
    case_id     uuid not null references sluice.case_file,
    round       text not null,                              -- OPINION, REQUIREMENT (approvals at the requirement)
    seq         int not null,
    role        text not null references sluice.role,
    basis       text not null,                              -- the table and row that asked: approvalLadder/row3
    state       text not null check (state in ('WAITING', 'ASKED', 'DONE', 'REFUSED', 'COUNTED')),
    person      uuid references sluice.person,
    answer      text,
    comment     text,
    at          timestamptz,
    primary key (case_id, round, seq),
    unique (case_id, round, role)
);

-- a clock that several steps of a case share: they are all due when its working days are over
create table sluice.case_clock (
    case_id       uuid not null references sluice.case_file,
    clock         text not null,                            -- ROUTE (from the triage), APPROVAL (a round of approvals)
    started_at    timestamptz not null,
    working_days  int not null,
    primary key (case_id, clock)
);

-- the hand-over to procurement; one approved requirement asks once
create table sluice.sourcing_request (
    case_id       uuid primary key references sluice.requirement,
    amount        numeric(14, 2) not null,
    requested_at  timestamptz not null,
    taken_up_at   timestamptz
);
