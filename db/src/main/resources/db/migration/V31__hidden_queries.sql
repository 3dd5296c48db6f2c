-- Hidden queries: which lists of suppliers can be asked, and how often somebody did. No column holds what was asked or
-- what was answered.

alter table sluice.worker_party add column query_door text;   -- of the bank's worker: where the house asks it, http://host:port

create table sluice.hidden_list (
    id                  uuid primary key default gen_random_uuid(),
    party               text not null references sluice.worker_party,
    name                text not null,                        -- as its owner calls it
    address             text not null,                        -- where peers ask for it, host:port
    product             uuid not null references sluice.data_product,   -- a grant on which lets a unit ask
    credit_information  boolean not null,                     -- rule J-10
    unique (party, name)
);

create table sluice.hidden_query (
    id            bigint generated always as identity primary key,
    list          uuid not null references sluice.hidden_list,
    org_unit      text not null references sluice.org_unit,
    purpose       text not null,
    person        uuid not null references sluice.person,
    asked_at      timestamptz not null,
    identifiers   int not null check (identifiers between 1 and 64),
    evaluations   int check (evaluations >= identifiers),      -- as the supplier counts them; null while it is not answered
    retrievals    int,
    version       bigint,
    milliseconds  bigint,
    refused_zh    text,                                       -- why it came to nothing
    refused_en    text,
    check ((refused_zh is null) = (refused_en is null)),
    check (refused_zh is null or evaluations is null)
);
create index on sluice.hidden_query (org_unit, asked_at desc);
create index on sluice.hidden_query (asked_at desc);
