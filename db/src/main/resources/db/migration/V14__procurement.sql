-- Procurement: one purchase a requirement that was handed over, the offers for it, its contract, and who may use what it
-- brought.

create sequence sluice.purchase_number;                     -- gaps are accepted
create sequence sluice.product_number start with 50001;     -- codes of products that purchases add: DP-50001 …

create table sluice.purchase (
    case_id            uuid primary key references sluice.requirement,
    number             text not null unique,                -- PUR-yyyy-nnnnn
    state              text not null check (state in ('OPEN', 'JOINED', 'CONTRACTED', 'LISTED', 'ENDED')),
    opened_at          timestamptz not null,
    plan               jsonb,                               -- the latest plan as it was posted: facts of the market
    note               text,                                -- why it is to be planned again, a message key below note.
    method             text,
    min_quotes         int,
    reason_document    text,
    round              int not null default 0,              -- of quotations
    offer_reasons      text,
    admitted_until     date,                                -- the supplier's admission that was still valid, where none was made
    supervisor_report  boolean not null default false,      -- the approvals ask for a report before signature
    ended_at           timestamptz,
    end_reason         text
);
create index on sluice.purchase (state);

-- whose purchase serves which other requirement; a row goes when the host comes to nothing
create table sluice.purchase_join (
    case_id    uuid primary key references sluice.purchase,
    host       uuid not null references sluice.purchase,
    reason     text not null,
    joined_by  uuid not null references sluice.person,
    joined_at  timestamptz not null,
    check (case_id <> host)
);
create index on sluice.purchase_join (host);

create table sluice.quotation (
    id               uuid primary key,
    case_id          uuid not null references sluice.purchase,
    round            int not null,
    supplier         uuid not null references sluice.supplier,
    product          uuid references sluice.data_product,   -- null until a new one is chosen
    product_name     text not null,
    pricing          text not null check (pricing in ('FREE', 'PER_CALL', 'PER_MONTH')),
    unit_price       numeric(14, 4),
    amount           numeric(14, 2) not null check (amount >= 0),
    contract_months  int not null check (contract_months > 0),
    quoted_on        date not null,
    state            text not null check (state in ('STANDING', 'CHOSEN', 'STRUCK', 'SUPERSEDED')),
    struck_for       text check (struck_for in ('SUPPLIER', 'PRODUCT')),   -- whose admission was refused
    recorded_by      uuid not null references sluice.person,
    recorded_at      timestamptz not null,
    unique (case_id, round, supplier),
    check ((state = 'STRUCK') = (struck_for is not null))
);
create unique index on sluice.quotation (case_id) where state = 'CHOSEN';

create table sluice.contract (
    case_id                 uuid primary key references sluice.purchase,
    contract_no             text not null unique,
    state                   text not null,
    supplier                uuid not null references sluice.supplier,
    product                 uuid not null references sluice.data_product,
    method                  text not null,
    amount                  numeric(14, 2) not null,
    signed_on               date not null,
    starts_on               date not null,
    ends_on                 date not null check (ends_on > starts_on),
    supervisor_reported_on  date,
    registered_by           uuid not null references sluice.person,
    registered_at           timestamptz not null
);

-- which unit may use which product for which scenario, and until when
create table sluice.usage_grant (
    id          uuid primary key,
    product     uuid not null references sluice.data_product,
    org_unit    text not null references sluice.org_unit,
    case_id     uuid not null references sluice.case_file,  -- the requirement that it answers
    scenario    text not null references sluice.scenario,
    state       text not null check (state in ('REQUESTED', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'REVOKED')),
    granted_at  timestamptz not null,
    valid_to    date not null,
    unique (product, case_id)
);
create index on sluice.usage_grant (org_unit, state);

comment on column sluice.review_step.round is 'OPINION, REQUIREMENT (approvals at the requirement), CONTRACT (before signature)';
comment on column sluice.case_clock.clock is 'ROUTE (from the triage), APPROVAL (a round of approvals), CONTRACT (approvals before signature)';

-- All requirements that a case serves, its own included: what was merged into it at intake, and what joined its purchase
-- with all that was merged into that.
create view sluice.served_requirement as
    with recursive served (host, case_id) as (
        (select case_id, case_id from sluice.requirement
         union select host, case_id from sluice.purchase_join)
        union
        select s.host, r.case_id from sluice.requirement r join served s on r.merged_into = s.case_id
    )
    select host, case_id from served;
