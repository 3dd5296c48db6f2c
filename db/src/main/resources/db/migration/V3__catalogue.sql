-- The catalogue: suppliers, data products, application cases.

create table sluice.supplier (
    id                 uuid primary key,
    code               text not null unique,                -- SUP-nnnnn
    name_zh            text not null,
    name_en            text not null,
    uscc               text not null unique,
    supplier_type      text not null references sluice.supplier_type,
    state              text not null,
    grade              text check (grade in ('A', 'B', 'C', 'D')),
    region             text references sluice.region,
    contact_zh         text,
    contact_en         text,
    contact_phone      text,
    contact_email      text,
    admitted_on        date,
    admission_ends_on  date,
    demo               boolean not null default false,
    version            int not null default 0,
    search             text generated always as
        (lower(code || ' ' || name_zh || ' ' || name_en || ' ' || uscc)) stored
);
create index on sluice.supplier (state, code);
alter table sluice.party add foreign key (supplier) references sluice.supplier;

create table sluice.data_product (
    id                uuid primary key,
    code              text not null unique,                 -- DP-nnnnn
    name_zh           text not null,
    name_en           text not null,
    summary_zh        text not null,
    summary_en        text not null,
    data_class        text not null references sluice.data_class,
    supplier          uuid not null references sluice.supplier,
    state             text not null,
    interface_form    text not null,
    subject_type      text not null,                        -- ENTERPRISE, PERSON, BOTH
    fields            text[] not null,
    regions           text[] not null,                      -- empty: nation-wide
    jr_level          int not null check (jr_level between 1 and 5),
    contains_pi       boolean not null,
    history_months    int not null default 0,
    update_frequency  text not null,                        -- REALTIME, DAILY, T_PLUS_1, WEEKLY, MONTHLY
    pricing           text not null check (pricing in ('FREE', 'PER_CALL', 'PER_MONTH')),
    unit_price        numeric(14, 4),                       -- CNY without VAT; null for bodies acting by law
    reuse_allowed     boolean not null,                     -- the contract lets other lines and branches use it
    daily_calls       bigint not null default 0,
    hit_rate          numeric(5, 4),
    listed_on         date,
    demo              boolean not null default false,
    version           int not null default 0,
    search            text generated always as (lower(code || ' ' || name_zh || ' ' || name_en)) stored
);
create index on sluice.data_product (state, code);
create index on sluice.data_product (data_class, state);
create index on sluice.data_product (supplier);

create table sluice.application_case (
    id             uuid primary key,
    code           text not null unique,                    -- AC-nnnn
    title_zh       text not null,
    title_en       text not null,
    summary_zh     text not null,
    summary_en     text not null,
    business_line  text not null references sluice.business_line,
    scenario       text not null references sluice.scenario,
    org_unit       text not null references sluice.org_unit,
    state          text not null check (state in ('DRAFT', 'LISTED', 'RETIRED')),
    products       uuid[] not null,
    result_zh      text not null,                           -- what it brought, with its number
    result_en      text not null,
    since          date not null,
    demo           boolean not null default false,
    search         text generated always as (lower(code || ' ' || title_zh || ' ' || title_en)) stored
);
create index on sluice.application_case (state, code);
create index on sluice.application_case (business_line);
