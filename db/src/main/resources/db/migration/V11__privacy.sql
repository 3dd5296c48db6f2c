-- Computing without seeing: the parties' workers, what data they hold by name, and the match tests between two of them.
-- No column of these tables holds an identifier, a key or a row of anybody's data.

-- A party is named alike everywhere: in the engine as tenant, in its worker's certificate, in the names of files.
update sluice.party set code = 'bank' where code = 'BANK';
alter table sluice.party add check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$');

-- the worker of a party: where its peers reach it, and what it proves itself with to us
create table sluice.worker_party (
    party       text primary key references sluice.party,
    address     text not null check (address ~ '^\S+:[0-9]{1,5}$'),            -- host:port, as its peers reach it
    token_hash  text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),    -- SHA-256 of its access token, hexadecimal
    enabled     boolean not null default true,
    seen_at     timestamptz                                                    -- its last request, to some seconds
);

-- what a worker says it holds; a handle changes with the content
create table sluice.worker_data_set (
    party          text not null references sluice.worker_party,
    handle         text not null check (length(handle) <= 130),                -- name@version
    name           text not null check (length(name) between 1 and 63),
    data_class     text references sluice.data_class,                          -- if known
    row_count      bigint not null check (row_count >= 0),
    registered_at  timestamptz not null,
    primary key (party, handle)
);

create table sluice.match_test (
    job            uuid primary key,
    case_id        uuid not null references sluice.case_file,
    attempt        text not null,                           -- which of the case's tests; the same is ordered once
    purpose        text not null check (purpose in ('DATA_ADMISSION')),
    curve          text not null check (curve in ('curve25519', 'p256')),
    least_set      bigint not null,
    greatest_set   bigint not null check (greatest_set >= least_set),
    deadline       timestamptz not null,                    -- a retry of the operator sets a new one
    state          text not null check (state in ('ORDERED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED')),
    disagreement   text,                                    -- why two answers are no result
    ordered_at     timestamptz not null,
    ended_at       timestamptz,
    unique (case_id, attempt),
    check (disagreement is null or state = 'FAILED')
);

create table sluice.match_test_party (
    job              uuid not null references sluice.match_test,
    party            text not null references sluice.party,
    role             text not null check (role in ('learner', 'responder')),
    data_set         text not null,
    state            text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED')),
    process_instance text unique,                           -- the engine's ids: of the party's process,
    external_task    text unique,                           -- and of the task that its worker fetches
    says_zh          text,                                  -- what its worker says: why it waits, refuses, or has failed
    says_en          text,
    refusal          text,                                  -- the refusal's code
    step             text check (step in ('HASHING', 'MASKING', 'CHECKING', 'WAITING')),
    step_done        bigint,
    step_total       bigint,
    step_bytes       bigint,
    step_at          timestamptz,
    own_size         bigint,
    peer_size        bigint,
    matched          bigint,
    match_rate       double precision,
    bytes            bigint,
    seconds          double precision,
    runs             bigint,
    transcript_hash  text,
    ended_at         timestamptz,
    primary key (job, party),
    unique (job, role)
);
