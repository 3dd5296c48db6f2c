-- Requests to use a listed product: the form as it was sent, what the house knew of it by itself, how it was decided.

create sequence sluice.usage_number;                        -- gaps are accepted

-- to which purposes a product is limited; empty: to none
alter table sluice.data_product add column admitted_purposes text[] not null default '{}';

create table sluice.usage_request (
    case_id             uuid primary key references sluice.case_file,
    number              text not null unique,               -- USE-yyyy-nnnnn
    state               text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    product             uuid not null references sluice.data_product,
    org_unit            text not null references sluice.org_unit,
    scenario            text not null references sluice.scenario,
    purpose             text not null,
    calling_system      text not null,
    form                jsonb not null,                     -- the whole form as it was sent
    -- what the house knew when it decided on the way
    jr_level            int check (jr_level between 1 and 5),
    contains_pi         boolean,
    same_legal_entity   boolean,
    purpose_known       boolean,
    same_line           boolean,
    automated_decision  boolean,
    path                text check (path in ('AUTO', 'LINE_APPROVAL', 'COMPLIANCE_APPROVAL', 'COMMITTEE')),
    valid_months        int,
    cost                numeric(14, 2) check (cost >= 0),   -- of this fiscal year
    votes_wanted        int not null default 0,             -- of the committee, once it is asked
    assessment_wanted   boolean not null default false,
    assessment_no       text,
    assessment_on       date,
    assessment          text,                               -- its conclusion
    assessed_by         uuid references sluice.person,
    created_by          uuid not null references sluice.person,
    created_at          timestamptz not null,
    ended_at            timestamptz,
    end_reason          text,
    check ((state = 'REQUESTED') = (ended_at is null)),
    check ((path is null) = (valid_months is null)),
    check ((assessment_no is null) = (assessed_by is null))
);
-- the same is not asked for twice at a time
create unique index usage_request_open on sluice.usage_request (product, org_unit, scenario, purpose, calling_system)
    where state = 'REQUESTED';
create index on sluice.usage_request (product, created_at desc);

create table sluice.usage_finding (
    case_id        uuid not null references sluice.usage_request,
    seq            int not null,                            -- gravest first
    rule           text not null,
    severity       text not null,
    layer          text not null,
    review_groups  text[] not null,
    text_zh        text not null,
    text_en        text not null,
    legal_refs     text[] not null,
    evidence       jsonb not null,
    remedy_zh      text not null,
    remedy_en      text not null,
    primary key (case_id, seq),
    unique (case_id, rule)
);

-- whose approval the table or a finding asked for, in order; one role is asked once
create table sluice.usage_approval (
    case_id  uuid not null references sluice.usage_request,
    seq      int not null,
    role     text not null references sluice.role,
    basis    text not null,                                 -- the table's row or the rule: usageDecision/lineUse, U-10
    state    text not null check (state in ('WAITING', 'ASKED', 'APPROVED', 'REFUSED')),
    person   uuid references sluice.person,
    comment  text,
    at       timestamptz,
    primary key (case_id, seq),
    unique (case_id, role),
    check ((state in ('APPROVED', 'REFUSED')) = (person is not null))
);

create table sluice.usage_vote (
    case_id    uuid not null references sluice.usage_request,
    person     uuid not null references sluice.person,
    in_favour  boolean not null,
    comment    text,
    at         timestamptz not null,
    primary key (case_id, person)
);
