-- Evaluation: what was measured of products in use, how they were scored and graded, and what was decided about them.

alter table sluice.data_product
    add column grade        text check (grade in ('A', 'B', 'C', 'D')),
    add column evaluated_on date;                           -- of the last confirmed evaluation

create sequence sluice.evaluation_number;                   -- gaps are accepted

create table sluice.quality_reading (
    product             uuid not null references sluice.data_product,
    month               date not null check (extract(day from month) = 1),
    calls               bigint not null check (calls >= 0),
    hit_rate            numeric(7, 6) check (hit_rate between 0 and 1),
    accuracy            numeric(7, 6) check (accuracy between 0 and 1),
    freshness           numeric(7, 6) check (freshness between 0 and 1),
    null_rate           numeric(7, 6) check (null_rate between 0 and 1),
    psi                 numeric(6, 4) check (psi >= 0),
    availability        numeric(7, 6) check (availability between 0 and 1),
    response_ms         int check (response_ms >= 0),
    incidents           int not null check (incidents >= 0),
    incident_level      text not null check (incident_level in ('NONE', 'GENERAL', 'LARGER', 'MAJOR', 'ESPECIALLY_MAJOR')),
    handling_minutes    int check (handling_minutes >= 0),
    change_notice_days  int check (change_notice_days >= 0),
    billing_difference  numeric(7, 6) check (billing_difference between 0 and 1),
    conduct             text not null check (conduct in ('NONE', 'UNLAWFUL_SOURCE', 'FORGED_DATA', 'BRIBERY')),
    recorded_by         uuid references sluice.person,      -- null for what the demo brought
    recorded_at         timestamptz not null,
    primary key (product, month),
    check ((incidents = 0) = (incident_level = 'NONE'))
);

create table sluice.evaluation (
    case_id          uuid primary key references sluice.case_file,
    number           text not null unique,                  -- EVA-yyyy-nnnnn
    product          uuid not null references sluice.data_product,
    supplier         uuid not null references sluice.supplier,
    trigger          text not null check (trigger in ('LONG_AGO', 'CONTRACT_ENDING', 'BY_HAND')),
    state            text not null check (state in ('OPEN', 'SCORED', 'OBJECTED', 'CONFIRMED', 'STOPPED')),
    window_from      date,                                  -- first and last month that were looked at
    window_to        date,
    round            int not null default 1,                -- 2 after an objection was upheld
    previous_grade   text check (previous_grade in ('A', 'B', 'C', 'D')),
    veto             text,                                  -- what decides alone: a word of words below veto.
    score            numeric(5, 2),
    weight           int,                                   -- of the items that applied
    grade            text check (grade in ('A', 'B', 'C', 'D')),
    share_policy     text,
    inspection       text,
    proposed         text,                                  -- what the table of renewal proposed
    proposed_review  boolean,
    notice_days      int,
    decided          text,
    decided_review   boolean,
    reasons          text,
    decided_by       uuid references sluice.person,
    decided_at       timestamptz,
    opened_at        timestamptz not null,
    ended_at         timestamptz
);
create unique index evaluation_open on sluice.evaluation (product) where ended_at is null;
create index on sluice.evaluation (product, opened_at desc);
create index on sluice.evaluation (supplier, opened_at desc);

-- one line of the scorecard; a round that an upheld objection corrected stays as it was
create table sluice.evaluation_item (
    case_id         uuid not null references sluice.evaluation,
    round           int not null,
    seq             int not null,
    item            text not null,
    figure          numeric(16, 4),
    finding         text not null,
    not_applicable  text,                                   -- why it leaves the divisor
    corrected       boolean not null default false,
    weight          int,
    points          numeric(6, 2),
    primary key (case_id, round, item),
    unique (case_id, round, seq),
    check ((weight is null) = (points is null)),
    check (not_applicable is null or weight is null)
);

create table sluice.service_rating (
    id        uuid primary key,
    case_id   uuid not null references sluice.evaluation,
    place     int not null,
    org_unit  text not null references sluice.org_unit,
    state     text not null check (state in ('ASKED', 'GIVEN', 'MISSING')),
    score     int check (score between 1 and 5),
    comment   text,
    person    uuid references sluice.person,
    at        timestamptz,
    unique (case_id, org_unit),
    unique (case_id, place),
    check ((state = 'GIVEN') = (score is not null and person is not null and at is not null))
);

-- what the supplier was told, to whom, and until when it may object
create table sluice.grade_notice (
    case_id      uuid not null references sluice.evaluation,
    round        int not null,
    contact_zh   text,
    contact_en   text,
    email        text,
    letter_zh    text not null,
    letter_en    text not null,
    told_at      timestamptz not null,
    answer_by    timestamptz,                               -- null for the last word
    primary key (case_id, round)
);

create table sluice.grade_objection (
    case_id      uuid primary key references sluice.evaluation,
    objects      boolean not null,                          -- false: the supplier accepts in writing
    received_on  date not null,
    grounds      text,
    recorded_by  uuid not null references sluice.person,
    recorded_at  timestamptz not null,
    upheld       boolean,
    review       text,
    reviewed_by  uuid references sluice.person,
    reviewed_at  timestamptz,
    check ((upheld is null) = (reviewed_by is null))
);

create table sluice.rectification (
    case_id     uuid primary key references sluice.evaluation,
    state       text not null check (state in ('ISSUED', 'VERIFIED', 'FAILED')),
    demand      text not null,
    due_on      date not null,
    ordered_by  uuid not null references sluice.person,
    ordered_at  timestamptz not null,
    finding     text,
    checked_by  uuid references sluice.person,
    checked_at  timestamptz,
    check ((state = 'ISSUED') = (checked_by is null))
);
