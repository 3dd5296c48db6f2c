-- Privacy jobs: asked for, judged by rules, approved, run at both parties, held, released by another person, purged.
-- No column of these tables holds an identifier, a key or a row of anybody's data.

create sequence sluice.privacy_job_number;                  -- gaps are accepted

alter table sluice.case_file drop constraint case_file_kind_check;
alter table sluice.case_file add check
    (kind in ('REQUIREMENT', 'EVALUATION', 'EXIT', 'BLACKLIST', 'USAGE', 'PRIVACY_JOB'));

create table sluice.privacy_job (
    case_id           uuid primary key references sluice.case_file,
    number            text not null unique,                 -- PRV-yyyy-nnnnn
    job               uuid not null unique,                 -- under which both parties keep results and receipts
    state             text not null check (state in ('REQUESTED', 'PREFLIGHT', 'RUNNING', 'TROUBLED', 'HELD', 'RELEASED',
                          'PURGING', 'REFUSED', 'STOPPED', 'FAILED', 'CLOSED', 'WITHHELD')),
    org_unit          text not null references sluice.org_unit,
    purpose           text not null,
    bank_party        text not null references sluice.worker_party,
    partner_party     text not null references sluice.worker_party,
    bank_data_set     text not null,                        -- name@version
    partner_data_set  text not null,
    bank_rows         bigint not null check (bank_rows >= 0),   -- as its worker said when it was asked for
    partner_rows      bigint not null check (partner_rows >= 0),
    output            text not null check (output in ('BANK_LEARNS', 'BOTH_LEARN', 'NUMBER_ONLY')),
    forced_method     text,                                 -- what the requester would not leave to the house
    forced_suite      text,
    method            text check (method in ('ECDH', 'KKRT16', 'RR22_SEMI_HONEST', 'RR22_MALICIOUS')),
    suite             text check (suite in ('CURVE25519_SHA256', 'P256_SHA256', 'SM2_SM3')),
    keep_days         int not null check (keep_days between 1 and 3650),
    reason            text not null,
    step              uuid,                                 -- what both parties are ordered to do now
    ending            text check (ending in ('STOPPED', 'FAILED', 'CLOSED', 'WITHHELD')),   -- its state once all is purged
    receipts_agree    boolean,                              -- null before both sides have reported a run
    trouble_zh        text,                                 -- what went wrong
    trouble_en        text,
    ran_at            timestamptz,                          -- when it last ran to its end
    released_at       timestamptz,
    purge_at          timestamptz,                          -- when what was released is purged
    created_by        uuid not null references sluice.person,
    requested_at      timestamptz not null,
    ended_at          timestamptz,
    check (bank_party <> partner_party),
    check ((method is null) = (suite is null)),
    check ((trouble_zh is null) = (trouble_en is null)),
    check ((state in ('REFUSED', 'STOPPED', 'FAILED', 'CLOSED', 'WITHHELD')) = (ended_at is not null))
);
create index on sluice.privacy_job (requested_at desc);
create index on sluice.privacy_job (partner_party, ran_at);

create table sluice.privacy_finding (
    case_id        uuid not null references sluice.privacy_job,
    stage          text not null check (stage in ('REQUEST', 'BEFORE_RUN', 'RELEASE')),
    rule           text not null,
    severity       text not null,
    review_groups  text[] not null,
    text_zh        text not null,
    text_en        text not null,
    remedy_zh      text not null,
    remedy_en      text not null,
    judged         boolean not null default false,          -- a person has taken it on himself
    at             timestamptz not null,
    primary key (case_id, stage, rule)
);

-- whose approval the house or a finding asked for, in order; one role is asked once in a round
create table sluice.privacy_approval (
    case_id  uuid not null references sluice.privacy_job,
    seq      int not null,
    round    int not null,                                  -- pre-flights ordered before it was asked
    role     text not null references sluice.role,
    basis    text not null,                                 -- what asked: method, rows, J-02
    state    text not null check (state in ('WAITING', 'ASKED', 'APPROVED', 'REFUSED')),
    person   uuid references sluice.person,
    comment  text,
    at       timestamptz,
    primary key (case_id, seq),
    unique (case_id, round, role),
    check ((state in ('APPROVED', 'REFUSED')) = (person is not null))
);

-- what both parties were ordered to do; the very text that was signed
create table sluice.privacy_order (
    step        uuid primary key,
    case_id     uuid not null references sluice.privacy_job,
    seq         int not null,
    what        text not null check (what in ('PREFLIGHT', 'RUN', 'RELEASE', 'PURGE')),
    order_text  text not null,
    signature   text not null,                              -- Ed25519, base 64
    deadline    timestamptz not null,                       -- a retry of the operator sets a new one
    ranges      int not null default 0 check (ranges between 0 and 256),   -- into which a run is given out; 0 for none
    done        boolean,                                    -- null while it is under way; false when a party did not do it
    ordered_at  timestamptz not null,
    ended_at    timestamptz,
    unique (case_id, seq)
);

create table sluice.privacy_order_party (
    order_step        uuid not null references sluice.privacy_order,
    party             text not null references sluice.party,
    state             text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED')),
    process_instance  text unique,                          -- the engine's ids: of the party's process,
    external_task     text unique,                          -- and of the task that its worker fetches
    says_zh           text,                                 -- what its worker says: why it waits, refuses, or has failed
    says_en           text,
    refusal           text,                                 -- the refusal's code
    step              text check (step in ('HASHING', 'MASKING', 'CHECKING', 'WAITING')),
    step_done         bigint,
    step_total        bigint,
    step_bytes        bigint,
    step_at           timestamptz,
    report            jsonb,                                -- figures of the step, as the worker gave them
    receipt           text,                                 -- as the party signed it
    ended_at          timestamptz,
    primary key (order_step, party)
);

-- a range of a run's buckets at a party: a task that any of its workers may take
create table sluice.privacy_order_range (
    range_id          uuid not null,                        -- the same for both parties
    order_step        uuid not null,
    party             text not null,
    range_index       int not null check (range_index >= 0),
    state             text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    external_task     text unique,                          -- the engine's id
    says_zh           text,
    says_en           text,
    refusal           text,
    step              text check (step in ('HASHING', 'MASKING', 'CHECKING', 'WAITING')),
    step_done         bigint,
    step_total        bigint,
    step_bytes        bigint,
    step_at           timestamptz,
    ended_at          timestamptz,
    primary key (range_id, party),
    unique (order_step, party, range_index),
    foreign key (order_step, party) references sluice.privacy_order_party
);

-- how fast a party's worker has found the line to a peer, when it measured it last
create table sluice.party_line (
    party        text not null references sluice.worker_party,
    peer         text not null references sluice.worker_party,
    megabits     double precision not null check (megabits > 0),   -- a second, the slower direction
    measured_at  timestamptz not null,
    primary key (party, peer),
    check (party <> peer)
);

-- hosts beside that of its worker on which a party may have further ones; the house sets it, as it does the address
alter table sluice.worker_party add further_hosts text[] not null default '{}';

-- where further workers of a party say that peers reach them; one that is not heard of for long is left out
create table sluice.worker_address (
    party    text not null references sluice.worker_party,
    address  text not null,                                 -- host:port
    seen_at  timestamptz not null,
    primary key (party, address)
);
