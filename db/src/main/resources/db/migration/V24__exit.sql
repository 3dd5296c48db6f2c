-- The exit of a product: why it leaves use, what that affects, what replaces it, and what is left of its data.

create sequence sluice.exit_number;                         -- gaps are accepted

create table sluice.data_exit (
    case_id               uuid primary key references sluice.case_file,
    number                text not null unique,             -- EXI-yyyy-nnnnn
    product               uuid not null references sluice.data_product,
    trigger               text not null,
    reason                text not null,
    origin                uuid references sluice.case_file, -- the evaluation or entry that asked for it
    state                 text not null check (state in ('OPEN', 'ASSESSED', 'AGREED', 'COMPARING', 'BRIDGED', 'ENDED',
                              'ARCHIVED', 'REFUSED', 'WITHDRAWN')),
    product_state_before  text not null,                    -- what it goes back to when nothing comes of the exit
    opened_by             uuid references sluice.person,    -- null: the house, for an event
    opened_at             timestamptz not null,
    incident_level        text,
    source_lawful         boolean,
    critical              boolean,
    replacement_ready     boolean,
    assessment            text,
    urgency               text,                             -- as the table exitUrgency gave it; so are the next three
    block_hours           int,
    parallel_run_days     int,
    degrade_mode          boolean,
    block_at              timestamptz,                      -- by when use is blocked
    blocked_at            timestamptz,                      -- null while use goes on
    replacement           uuid references sluice.data_product,
    replacement_reasons   text,
    bridge_until          date,
    bridge_reasons        text,
    fits                  boolean,                          -- the latest comparison; null: none was made
    hit_rate_gap          numeric(8, 4),
    value_agreement       numeric(8, 4),
    ks_loss               numeric(8, 4),
    comparison            text,
    use_ended_at          timestamptz,
    ended_at              timestamptz,
    end_reason            text,
    check ((urgency is null) = (block_at is null)),
    check (replacement <> product)
);
-- one open exit a product
create unique index on sluice.data_exit (product) where state not in ('ARCHIVED', 'REFUSED', 'WITHDRAWN');
create index on sluice.data_exit (product, opened_at desc);

-- whose signatures the table asked for, in order; an overdue one is another's to give
create table sluice.exit_approval (
    case_id    uuid not null references sluice.data_exit,
    seq        int not null,
    role       text not null references sluice.role,
    state      text not null check (state in ('WAITING', 'ASKED', 'GIVEN', 'REFUSED')),
    person     uuid references sluice.person,
    given_as   text references sluice.role,                 -- the role that signed, where an overdue one escalated
    comment    text,
    at         timestamptz,
    primary key (case_id, seq),
    unique (case_id, role)
);

-- what stood on the product when its exit was assessed, and what became of it
create table sluice.exit_impact (
    case_id    uuid not null references sluice.data_exit,
    kind       text not null check (kind in ('GRANT', 'REQUIREMENT', 'APPLICATION_CASE', 'CONTRACT')),
    reference  uuid not null,
    code       text not null,
    name_zh    text not null,
    name_en    text not null,
    org_unit   text references sluice.org_unit,
    outcome    text check (outcome in ('MOVED', 'REVOKED', 'REPOINTED', 'TAKEN_OUT', 'RETIRED', 'CLOSED', 'SERVED',
                   'UNSERVED')),
    primary key (case_id, kind, reference)
);

-- certificates of deletion of both sides
create table sluice.exit_deletion (
    case_id         uuid not null references sluice.data_exit,
    side            text not null check (side in ('BANK', 'SUPPLIER')),
    certified       boolean not null,
    certificate_no  text,
    deleted_on      date,
    statement       text not null,
    kept            text,                                   -- what the law makes the bank keep
    measures        text,                                   -- of the legal department, where the supplier refused
    proposal        uuid references sluice.case_file,       -- the blacklist case that followed
    recorded_by     uuid not null references sluice.person,
    recorded_at     timestamptz not null,
    primary key (case_id, side),
    check (certified = (certificate_no is not null)),
    check (certified = (deleted_on is not null))
);
