-- Admission of suppliers and data products: turns, dossiers, findings with their reviews, conditions, votes.

alter table sluice.task add column item text;               -- which one, where one task is asked several times at once

create table sluice.admission (
    id               uuid primary key,
    case_id          uuid not null references sluice.case_file,
    kind             text not null check (kind in ('SUPPLIER', 'PRODUCT')),
    supplier         uuid references sluice.supplier,
    product          uuid references sluice.data_product,
    turn             int not null,                          -- of this subject in this case, from 1
    state            text not null check (state in ('OPEN', 'ADMITTED', 'REFUSED', 'CANCELLED')),
    round            int not null default 0,                -- how often the dossier was supplemented
    important        boolean,                               -- important outsourcing or important data, once screened
    outcome          text,                                  -- what the outcome's table said last
    outcome_row      text,
    validity_months  int,
    votes_wanted     int not null default 0,
    reason           text,                                  -- why it was refused: a key of words, or what somebody said
    valid_until      date,
    state_before     text not null,                         -- of the supplier or product, for a cancelled admission
    opened_at        timestamptz not null,
    ended_at         timestamptz,
    check (case kind when 'SUPPLIER' then supplier is not null and product is null else product is not null end),
    check ((state = 'OPEN') = (ended_at is null)),
    check ((state = 'ADMITTED') = (valid_until is not null))
);
create unique index admission_open on sluice.admission (case_id, kind) where state = 'OPEN';
create unique index admission_turn on sluice.admission (case_id, kind, coalesce(product, supplier), turn);
create index on sluice.admission (supplier, opened_at desc);
create index on sluice.admission (product, opened_at desc);

create table sluice.admission_dossier (
    admission  uuid not null references sluice.admission,
    round      int not null,
    facts      jsonb not null,                              -- as entered; what the house knows is added when it is asked
    note       text,
    filed_by   uuid not null references sluice.person,
    filed_at   timestamptz not null,
    primary key (admission, round)
);

create table sluice.admission_screening (
    admission    uuid not null references sluice.admission,
    round        int not null,
    verdict      text not null,
    screened_at  timestamptz not null,
    acts_by_law  boolean not null,
    primary key (admission, round)
);

create table sluice.admission_finding (
    id             uuid primary key,
    admission      uuid not null references sluice.admission,
    round          int not null,
    seq            int not null,                            -- gravest first
    rule           text not null,                           -- S-01, X-MISS-uscc
    severity       text not null,
    layer          text not null,
    waivable       boolean not null,
    review_groups  text[] not null,                         -- who settles it, or may waive it
    text_zh        text not null,
    text_en        text not null,
    legal_refs     text[] not null,
    evidence       jsonb not null,
    remedy_zh      text not null,
    remedy_en      text not null,
    unique (admission, round, seq),
    unique (admission, round, rule)
);

-- one review per finding and role; all are asked at once
create table sluice.finding_review (
    id            uuid primary key,
    finding       uuid not null references sluice.admission_finding,
    place         int not null,                             -- among the reviews of its round, from 0
    review_group  text not null references sluice.role,
    state         text not null check (state in ('ASKED', 'ANSWERED')),
    answer        text check (answer in ('ACCEPT', 'ACCEPT_WITH_CONDITION', 'REFUSE', 'SUPPLEMENT')),
    person        uuid references sluice.person,
    comment       text,
    condition     text,
    due_on        date,
    at            timestamptz,
    unique (finding, review_group),
    check ((state = 'ANSWERED') = (answer is not null and person is not null and at is not null)),
    check ((coalesce(answer, '') = 'ACCEPT_WITH_CONDITION') = (condition is not null and due_on is not null))
);

-- what an admission still asks for: a reviewer's answer set it, or, without a review, what the test came to
create table sluice.admission_condition (
    admission  uuid not null references sluice.admission,
    review     uuid references sluice.finding_review,
    text_zh    text not null,
    text_en    text not null,
    due_on     date not null,
    met_at     timestamptz,
    unique nulls not distinct (admission, review)
);

create table sluice.committee_vote (
    admission  uuid not null references sluice.admission,
    person     uuid not null references sluice.person,
    in_favour  boolean not null,
    comment    text,
    at         timestamptz not null,
    primary key (admission, person)
);
