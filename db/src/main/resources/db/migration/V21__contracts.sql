-- Contracts by themselves.

-- A contract that was taken over from before this house has no purchase; its encumbrance is its own.
alter table sluice.contract drop constraint contract_pkey;
alter table sluice.contract add column id uuid not null default gen_random_uuid();
alter table sluice.contract alter column id drop default;
alter table sluice.contract add primary key (id);
alter table sluice.contract alter column case_id drop not null;
alter table sluice.contract add unique (case_id);
-- what state it is in follows from its days: a stored one would go stale overnight
alter table sluice.contract drop column state;
alter table sluice.contract
    add column closed_on      date,
    add column closed_by      uuid references sluice.person,
    add column closed_for     uuid references sluice.case_file,   -- the case that closed it
    add column settled        numeric(14, 2) check (settled >= 0 and settled <= amount),   -- what it has cost in the end
    add column demo           boolean not null default false,
    add check ((closed_on is null) = (settled is null));
create index on sluice.contract (product, ends_on);
create index on sluice.contract (supplier);

alter table sluice.ledger_entry add column contract uuid references sluice.contract;   -- set where no case bears it
create index on sluice.ledger_entry (contract) where contract is not null;
