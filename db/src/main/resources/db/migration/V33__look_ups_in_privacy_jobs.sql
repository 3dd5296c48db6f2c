-- a small set looked up in a large one
alter table sluice.privacy_job drop constraint privacy_job_method_check;
alter table sluice.privacy_job add constraint privacy_job_method_check
    check (method in ('ECDH', 'KKRT16', 'RR22_SEMI_HONEST', 'RR22_MALICIOUS', 'UNBALANCED'));
