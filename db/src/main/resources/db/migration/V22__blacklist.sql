-- The blacklist of suppliers: entries with their findings, votes and appeal, suspensions, early liftings, related parties.

create sequence sluice.blacklist_number;                    -- gaps are accepted

create table sluice.blacklist_entry (
    case_id        uuid primary key references sluice.case_file,
    number         text not null unique,                    -- BLK-yyyy-nnnnn
    supplier       uuid not null references sluice.supplier,
    state          text not null,                           -- of the reference: BlacklistEntry
    reason         text not null,
    severity       text not null,
    evidence       text not null,
    origin         uuid references sluice.case_file,        -- the evaluation or exit that asked for it
    proposed_by    uuid not null references sluice.person,
    proposed_at    timestamptz not null,
    notice         text,                                    -- what the supplier was told
    noticed_on     date,
    reply          text,                                    -- null while it has not answered, and when it never did
    replied_on     date,
    repeat36m      boolean,                                 -- listed before within the months of the parameter
    months         int,                                     -- the longest of the table; 1200 is permanent
    duration_rows  text[],
    effective_on   date,
    ends_on        date,
    review         text,                                    -- what the review ahead of the end said
    conditions_met boolean,
    closed_for     text,                                    -- why it was not listed, or ended early: a key of words
    ended_at       timestamptz,
    check ((effective_on is null) = (ends_on is null)),
    check ((state in ('LIFTED', 'EXPIRED', 'REVOKED', 'CLOSED')) = (ended_at is not null))
);
create unique index blacklist_entry_open on sluice.blacklist_entry (supplier)
    where state in ('PROPOSED', 'INVESTIGATING', 'NOTICED');
create index on sluice.blacklist_entry (supplier, proposed_at desc);

-- What the supplier was before an entry or a suspension barred it; the row goes when it is no more barred.
create table sluice.supplier_bar (
    supplier      uuid primary key references sluice.supplier,
    state_before  text not null
);

create table sluice.blacklist_finding (
    case_id    uuid not null references sluice.blacklist_entry,
    person     uuid not null references sluice.person,
    confirmed  boolean not null,
    finding    text not null,
    at         timestamptz not null,
    primary key (case_id, person)
);

-- approvals in their order, then the votes of the committee; the same for an early lifting
create table sluice.blacklist_vote (
    case_id    uuid not null references sluice.blacklist_entry,
    round      text not null check (round in ('LISTING', 'COMMITTEE', 'LIFTING')),
    turn       int not null default 0,                      -- of the lifting
    person     uuid not null references sluice.person,
    role       text not null references sluice.role,
    in_favour  boolean not null,
    comment    text,
    at         timestamptz not null,
    primary key (case_id, round, turn, person)
);

create table sluice.supplier_suspension (
    id         uuid primary key,
    case_id    uuid not null references sluice.blacklist_entry,
    supplier   uuid not null references sluice.supplier,
    reason     text not null,
    signed_by  uuid not null references sluice.person,
    signed_at  timestamptz not null,
    ends_on    date not null,
    ended_at   timestamptz
);
create unique index supplier_suspension_open on sluice.supplier_suspension (case_id) where ended_at is null;

create table sluice.blacklist_appeal (
    case_id      uuid primary key references sluice.blacklist_entry,
    grounds      text not null,
    received_on  date not null,
    recorded_by  uuid not null references sluice.person,
    upheld       boolean,
    decision     text,
    decided_by   uuid references sluice.person,
    decided_at   timestamptz
);

create table sluice.blacklist_lifting (
    case_id      uuid not null references sluice.blacklist_entry,
    turn         int not null,
    grounds      text not null,
    proposed_by  uuid not null references sluice.person,
    proposed_at  timestamptz not null,
    allowed      boolean,                                   -- what the table blacklistLifting said
    after_months int,
    lifted       boolean,
    ended_at     timestamptz,
    primary key (case_id, turn)
);
create unique index blacklist_lifting_open on sluice.blacklist_lifting (case_id) where ended_at is null;

-- Who stands behind whom: both ends are suppliers of the register.
create table sluice.related_party (
    supplier  uuid not null references sluice.supplier,
    related   uuid not null references sluice.supplier,
    tie       text not null check (tie in ('LEGAL_REPRESENTATIVE', 'BENEFICIAL_OWNER', 'CONTROLLED')),
    share     numeric(5, 4),                                -- of the common beneficial owner
    since     date not null,
    primary key (supplier, related, tie),
    check (supplier <> related),
    check ((tie = 'BENEFICIAL_OWNER') = (share is not null))
);
create index on sluice.related_party (related);

create table sluice.related_review (
    id         uuid primary key,
    case_id    uuid not null references sluice.blacklist_entry,
    place      int not null,                                -- among the reviews of the entry, from 0
    related    uuid not null references sluice.supplier,
    ties       text[] not null,
    restrict   boolean,                                     -- the answer
    comment    text,
    person     uuid references sluice.person,
    at         timestamptz,
    unique (case_id, place),
    unique (case_id, related)
);

-- An offer is out also when its supplier is put on the list.
alter table sluice.quotation drop constraint quotation_struck_for_check;
alter table sluice.quotation add check (struck_for in ('SUPPLIER', 'PRODUCT', 'BLACKLISTING'));
comment on column sluice.quotation.struck_for is 'whose admission was refused, or that the supplier was put on the blacklist';
comment on column sluice.review_step.round is 'OPINION, REQUIREMENT (approvals at the requirement), CONTRACT (before signature); CONTRACT/n was set aside';
