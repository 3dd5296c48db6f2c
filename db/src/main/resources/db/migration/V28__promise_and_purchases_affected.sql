-- What a contract promises, and what an exit finds under way for its product.

-- share of calls that the supplier promises to answer; what is listed under the contract is evaluated against it
alter table sluice.contract add column promised_hit_rate numeric(7, 6) check (promised_hit_rate between 0 and 1);
alter table sluice.data_product alter column hit_rate type numeric(7, 6);
-- the demo's contracts were taken over with their products, which had the promise alone
update sluice.contract c set promised_hit_rate = p.hit_rate
    from sluice.data_product p where p.id = c.product and c.demo;

-- purchases with an offer of it are affected as well; what nobody has decided yet is left to its own people
alter table sluice.exit_impact drop constraint exit_impact_kind_check;
alter table sluice.exit_impact add check (kind in ('GRANT', 'REQUIREMENT', 'PURCHASE', 'APPLICATION_CASE', 'CONTRACT'));
alter table sluice.exit_impact drop constraint exit_impact_outcome_check;
alter table sluice.exit_impact add check (outcome in ('MOVED', 'REVOKED', 'REPOINTED', 'TAKEN_OUT', 'RETIRED', 'CLOSED', 'SERVED',
    'UNSERVED', 'STILL_OPEN', 'ENDED'));
