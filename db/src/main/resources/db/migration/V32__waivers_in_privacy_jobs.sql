-- a rule that forbids a job may be one that its review group can waive
alter table sluice.privacy_finding add column waivable boolean not null default false;
