-- Double-entry ledger of the budget. Every entry's postings sum to zero (checked at commit); nothing is ever changed.

create table sluice.budget_line (
    code           text primary key,                        -- BL-2026-LINE-INCLUSIVE_FINANCE
    fiscal_year    int not null,
    source         text not null check (source in ('CENTRAL', 'LINE', 'BRANCH')),
    org_unit       text not null references sluice.org_unit,
    business_line  text references sluice.business_line,    -- set for source LINE
    name_zh        text not null,
    name_en        text not null,
    demo           boolean not null default false,
    check ((source = 'LINE') = (business_line is not null))
);
create unique index on sluice.budget_line (fiscal_year, source, org_unit, coalesce(business_line, ''));

create table sluice.ledger_entry (
    id         bigint generated always as identity primary key,
    reference  text not null unique,                        -- makes an entry idempotent: 'reserve:<case>'
    kind       text not null check (kind in ('APPROPRIATE', 'PRE_COMMIT', 'RELEASE', 'COMMIT', 'SPEND')),
    case_id    uuid references sluice.case_file,
    at         timestamptz not null,
    actor      uuid references sluice.person,
    note       text
);
create index on sluice.ledger_entry (case_id);

-- buckets of a line: APPROPRIATED (the source, negative), AVAILABLE, PRE_COMMITTED, COMMITTED, SPENT
create table sluice.ledger_posting (
    entry        bigint not null references sluice.ledger_entry,
    budget_line  text not null references sluice.budget_line,
    bucket       text not null check (bucket in ('APPROPRIATED', 'AVAILABLE', 'PRE_COMMITTED', 'COMMITTED', 'SPENT')),
    amount       numeric(14, 2) not null check (amount <> 0),
    primary key (entry, budget_line, bucket)
);
create index on sluice.ledger_posting (budget_line, bucket);

create function sluice.ledger_entry_is_balanced() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(amount), 0) from sluice.ledger_posting where entry = new.entry) <> 0 then
        raise exception 'ledger entry % is not balanced', new.entry using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_entry_is_balanced after insert on sluice.ledger_posting
    deferrable initially deferred for each row execute function sluice.ledger_entry_is_balanced();

create function sluice.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_entry_stays before update or delete on sluice.ledger_entry
    for each row execute function sluice.refuse_change();
create trigger ledger_posting_stays before update or delete on sluice.ledger_posting
    for each row execute function sluice.refuse_change();
create trigger ledger_entry_is_not_emptied before truncate on sluice.ledger_entry
    for each statement execute function sluice.refuse_change();
create trigger ledger_posting_is_not_emptied before truncate on sluice.ledger_posting
    for each statement execute function sluice.refuse_change();

create view sluice.budget_balance as
    select l.code, l.fiscal_year, l.source, l.org_unit, l.business_line, l.name_zh, l.name_en,
           coalesce(-sum(p.amount) filter (where p.bucket = 'APPROPRIATED'), 0) as appropriated,
           coalesce(sum(p.amount) filter (where p.bucket = 'AVAILABLE'), 0) as available,
           coalesce(sum(p.amount) filter (where p.bucket = 'PRE_COMMITTED'), 0) as pre_committed,
           coalesce(sum(p.amount) filter (where p.bucket = 'COMMITTED'), 0) as committed,
           coalesce(sum(p.amount) filter (where p.bucket = 'SPENT'), 0) as spent
    from sluice.budget_line l left join sluice.ledger_posting p on p.budget_line = l.code
    group by l.code;
