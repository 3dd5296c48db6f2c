-- Tasks, decisions, audit, and what makes requests and messages idempotent.

-- The inbox: a read model fed by the engine's listeners in the engine's transaction, never by selects on its tables.
create table sluice.task (
    id               text primary key,                      -- the engine's id
    key              text not null,
    process_key      text not null,
    process_instance text not null,
    case_id          uuid not null references sluice.case_file,
    candidate_group  text not null references sluice.role,
    org_unit         text not null references sluice.org_unit,
    assignee         uuid references sluice.person,
    state            text not null check (state in ('OPEN', 'COMPLETED', 'CANCELLED')),
    created_at       timestamptz not null,
    claimed_at       timestamptz,
    reminded_at      timestamptz,                           -- its people were last asked again
    due              timestamptz,
    ended_at         timestamptz,
    completed_by     uuid references sluice.person,
    body             jsonb                                  -- what was posted, to answer a replay with the same
);
create index on sluice.task (candidate_group, org_unit, due) where state = 'OPEN';
create index on sluice.task (assignee, due) where state = 'OPEN';
create index on sluice.task (case_id);

-- From when and how many working days a due date was counted: a changed calendar counts it anew from here. A task is due at
-- the earliest of its terms.
create table sluice.task_term (
    task          text not null references sluice.task,
    counted_from  timestamptz not null,
    working_days  int not null,
    primary key (task, counted_from, working_days)
);

-- The same for the dates at which a process wakes by itself; each stands in the engine as a variable and in its timer.
create table sluice.timer_term (
    case_id       uuid not null references sluice.case_file,
    variable      text not null,
    counted_from  timestamptz not null,
    working_days  int not null,
    at            timestamptz not null,
    primary key (case_id, variable)
);

-- A release of the rule book, as it stood: the texts of its tables and the values of its parameters. Whatever changes one
-- of them makes the next release; a decision names the one that made it.
create table sluice.rule_release (
    number         int generated always as identity primary key,
    content_hash   text not null,                           -- SHA-256 of all that it holds; an older state may return
    in_force_from  timestamptz not null
);

create table sluice.rule_release_table (
    release  int not null references sluice.rule_release,
    key      text not null,
    dmn      text not null,
    primary key (release, key)
);

create table sluice.rule_release_parameter (
    release  int not null references sluice.rule_release,
    key      text not null,
    value    numeric not null,
    unit     text not null,
    what_zh  text not null,
    what_en  text not null,
    primary key (release, key)
);
create trigger rule_release_stays before update or delete on sluice.rule_release
    for each row execute function sluice.refuse_change();
create trigger rule_release_is_not_emptied before truncate on sluice.rule_release
    for each statement execute function sluice.refuse_change();
create trigger rule_release_table_stays before update or delete on sluice.rule_release_table
    for each row execute function sluice.refuse_change();
create trigger rule_release_table_is_not_emptied before truncate on sluice.rule_release_table
    for each statement execute function sluice.refuse_change();
create trigger rule_release_parameter_stays before update or delete on sluice.rule_release_parameter
    for each row execute function sluice.refuse_change();
create trigger rule_release_parameter_is_not_emptied before truncate on sluice.rule_release_parameter
    for each statement execute function sluice.refuse_change();

create table sluice.decision_record (
    id              bigint generated always as identity primary key,
    case_id         uuid not null references sluice.case_file,
    decision        text not null,                          -- key of the table
    release         int not null references sluice.rule_release,
    facts           jsonb not null,
    facts_schema    int not null,
    fired           text[] not null,                        -- row or rule ids that fired, in order
    outcome         jsonb not null,
    at              timestamptz not null,
    element         text not null                           -- the model element that asked
);
create index on sluice.decision_record (case_id);
create index on sluice.decision_record using gin (fired);
create trigger decision_record_stays before update or delete on sluice.decision_record
    for each row execute function sluice.refuse_change();
create trigger decision_record_is_not_emptied before truncate on sluice.decision_record
    for each statement execute function sluice.refuse_change();

create table sluice.audit_event (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    actor       uuid,                                       -- null: the house itself (timer, job)
    actor_name  text,                                       -- as it was called then
    action      text not null,                              -- past tense, a message key: requirement.submitted
    case_id     uuid,
    subject     text not null,                              -- kind and reference: requirement REQ-2026-00001
    details     jsonb not null default '{}'
);
create index on sluice.audit_event (case_id, id);
create index on sluice.audit_event (at);
create trigger audit_event_stays before update or delete on sluice.audit_event
    for each row execute function sluice.refuse_change();
create trigger audit_event_is_not_emptied before truncate on sluice.audit_event
    for each statement execute function sluice.refuse_change();

-- The chain is sealed after commit by one sealer, so that writers never wait for each other.
create table sluice.audit_seal (
    event      bigint primary key references sluice.audit_event,
    seq        bigint not null unique,
    hash       text not null                                -- SHA-256(previous hash || canonical event), hexadecimal
);
create trigger audit_seal_stays before update or delete on sluice.audit_seal
    for each row execute function sluice.refuse_change();
create trigger audit_seal_is_not_emptied before truncate on sluice.audit_seal
    for each statement execute function sluice.refuse_change();

create table sluice.idempotency_key (
    actor         uuid not null,
    key           text not null check (length(key) between 1 and 200),
    operation     text not null,
    request_hash  text not null,
    status        int,
    response      jsonb,
    at            timestamptz not null,
    primary key (actor, key)
);

-- Messages to the engine, written with the state change that causes them and delivered after commit, at least once;
-- delivery is idempotent.
create table sluice.engine_message (
    id            uuid primary key,
    name          text not null,
    case_id       uuid not null references sluice.case_file,
    at            timestamptz not null,
    attempts      int not null default 0,
    tried_at      timestamptz,
    next_at       timestamptz not null,                     -- the next attempt: later each time one fails
    error         text,                                     -- why the last attempt failed
    stuck_at      timestamptz,                              -- given up: it stands before the operator until the retry
    delivered_at  timestamptz,
    result        text,                                     -- DELIVERED, ALREADY_DONE
    unique (name, case_id)
);
create index on sluice.engine_message (next_at) where delivered_at is null;

-- settings that outlive a restart: the demo clock's offset
create table sluice.setting (
    key    text primary key,
    value  text not null
);
