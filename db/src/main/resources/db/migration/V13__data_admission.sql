-- Admission of data products: fields with their levels, the technique, the papers and the tests. No column holds an
-- identifier of anybody whom a test was about.

-- what stands in a product's dossier besides the facts, and what the tables made of it
create table sluice.product_dossier (
    admission         uuid not null,
    round             int not null,
    need              text not null,
    platform_trusted  boolean not null,
    jr_level          int check (jr_level between 1 and 5),       -- the highest of its fields, once all are graded
    technique         text,
    primary key (admission, round),
    foreign key (admission, round) references sluice.admission_dossier
);

create table sluice.product_field (
    admission    uuid not null,
    round        int not null,
    place        int not null,                                    -- from 0, as entered
    name         text not null,
    tag          text not null,
    granularity  text not null,
    group_size   int not null default 0,
    jr_level     int check (jr_level between 1 and 5),
    primary key (admission, round, place),
    unique (admission, round, name),
    foreign key (admission, round) references sluice.product_dossier
);

-- what the law and the house want on file before data are compared; filed once an admission
create table sluice.test_papers (
    admission      uuid primary key references sluice.admission,
    agreement_no   text not null,
    agreement_on   date not null,
    assessment_no  text not null,
    assessment_on  date not null,
    filed_by       uuid not null references sluice.person,
    filed_at       timestamptz not null
);

-- a test of a product: by both workers, or reported by the tester
create table sluice.product_test (
    admission     uuid not null references sluice.admission,
    attempt       int not null,                                   -- from 1
    job           uuid references sluice.match_test,              -- of the workers
    report_no     text,                                           -- of the tester
    conducted_on  date,
    comment       text,
    sample_size   bigint,
    matched       bigint,
    percent       numeric(5, 2) check (percent between 0 and 100),
    band          text check (band in ('LT60', 'B60_75', 'GE75')),
    problem_zh    text,                                           -- why it is no result
    problem_en    text,
    arranged_by   uuid not null references sluice.person,
    arranged_at   timestamptz not null,
    assessed_at   timestamptz,
    primary key (admission, attempt),
    check ((job is null) = (report_no is not null)),
    check ((band is null) = (percent is null)),
    check (band is null or problem_en is null),
    check ((assessed_at is null) = (band is null and problem_en is null))
);
create unique index product_test_open on sluice.product_test (admission) where assessed_at is null;

-- by which technique the product may be used, and how long it is admitted
alter table sluice.data_product add column technique text;
alter table sluice.data_product add column admitted_on date;
alter table sluice.data_product add column admission_ends_on date;
