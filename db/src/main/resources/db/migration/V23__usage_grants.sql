-- A grant is more than "may use": for what, by which system, which fields, how often, at whose cost, and how it ended.

-- the legal person that a unit belongs to; null for the bank itself. Another one's use is provision to another handler.
alter table sluice.org_unit add column legal_entity text check (legal_entity <> '');

alter table sluice.usage_grant alter column case_id drop not null;             -- null: older than the house
alter table sluice.usage_grant drop constraint usage_grant_product_case_id_key;
alter table sluice.usage_grant add column purpose text;
update sluice.usage_grant g set purpose = case s.decision_impact
        when 'ADMISSION_REJECT' then 'CREDIT_ADMISSION' when 'LIMIT_OR_PRICE' then 'CREDIT_LIMIT'
        when 'MARKETING' then 'MARKETING' when 'LEGAL_DUTY' then 'LEGAL_DUTY' else 'INTERNAL_ANALYSIS' end
    from sluice.scenario s where s.code = g.scenario;
alter table sluice.usage_grant alter column purpose set not null;
alter table sluice.usage_grant add check (purpose in ('CREDIT_ADMISSION', 'CREDIT_LIMIT', 'RISK_MONITORING', 'MARKETING',
        'LEGAL_DUTY', 'INTERNAL_ANALYSIS'));
alter table sluice.usage_grant add column calling_system text;                 -- null: any system of the unit
alter table sluice.usage_grant add column fields text[] check (cardinality(fields) > 0);  -- null: all that the product delivers
alter table sluice.usage_grant add column calls_per_day bigint check (calls_per_day > 0); -- null: not limited
alter table sluice.usage_grant add column cost_centre text;
alter table sluice.usage_grant add column not_after date;                      -- the end of contract or admission, where it is known
alter table sluice.usage_grant add column moved_from uuid unique references sluice.usage_grant;   -- a grant is moved once
alter table sluice.usage_grant add column suspended_at timestamptz;
alter table sluice.usage_grant add column suspended_by uuid references sluice.person;             -- null: the house
alter table sluice.usage_grant add column suspended_why text;                 -- a code
alter table sluice.usage_grant add column suspended_comment text;
alter table sluice.usage_grant add column suspended_for uuid references sluice.case_file;         -- the case that suspended it
alter table sluice.usage_grant add column ended_at timestamptz;                -- revoked or expired
alter table sluice.usage_grant add column ended_by uuid references sluice.person;
alter table sluice.usage_grant add column ended_why text;                     -- a code
alter table sluice.usage_grant add column ended_comment text;
alter table sluice.usage_grant add column ended_for uuid references sluice.case_file;
alter table sluice.usage_grant add column reminded_at timestamptz;             -- that its end is near
alter table sluice.usage_grant add column demo boolean not null default false;
alter table sluice.usage_grant add check (valid_to <= not_after);
alter table sluice.usage_grant add check ((state = 'SUSPENDED') = (suspended_at is not null and suspended_why is not null));
alter table sluice.usage_grant add check ((state in ('EXPIRED', 'REVOKED')) = (ended_at is not null and ended_why is not null));
create unique index usage_grant_of_case on sluice.usage_grant (product, case_id) where moved_from is null;
-- what asks for a system of its own is not granted twice
create unique index usage_grant_standing on sluice.usage_grant (product, org_unit, scenario, purpose, calling_system)
    where state in ('ACTIVE', 'SUSPENDED') and calling_system is not null;
create index on sluice.usage_grant (product, state);
create index on sluice.usage_grant (valid_to) where state in ('ACTIVE', 'SUSPENDED');
create index on sluice.usage_grant (case_id);
