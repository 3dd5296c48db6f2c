-- what the values of one party add up to over the identifiers that both hold
alter table sluice.privacy_job drop constraint privacy_job_output_check;
alter table sluice.privacy_job add constraint privacy_job_output_check
    check (output in ('BANK_LEARNS', 'BOTH_LEARN', 'NUMBER_ONLY', 'SUM'));

-- whether its worker says that a value stands beside each identifier
alter table sluice.worker_data_set add valued boolean not null default false;
