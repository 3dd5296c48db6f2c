-- People, their rights (role x unit) and their accounts; and the parties that compute or deliver.

create table sluice.person (
    id        uuid primary key,
    name_zh   text not null,
    name_en   text not null,
    post_zh   text not null,
    post_en   text not null,
    org_unit  text not null references sluice.org_unit,
    email     text,
    active    boolean not null default true
);

create table sluice.person_role (
    person    uuid not null references sluice.person,
    role      text not null references sluice.role,
    org_unit  text not null references sluice.org_unit,
    primary key (person, role, org_unit)
);
create index on sluice.person_role (role, org_unit);

create table sluice.account (
    username              text primary key check (username = lower(username)),
    person                uuid not null references sluice.person,
    password_hash         text not null,
    must_change_password  boolean not null default false,
    enabled               boolean not null default true,
    demo                  boolean not null default false,
    language              text check (language in ('zh', 'en'))
);

-- a legal party of a computation or a delivery: the bank itself, or a supplier; its code is the engine's tenant
create table sluice.party (
    code      text primary key,
    kind      text not null check (kind in ('BANK', 'SUPPLIER')),
    name_zh   text not null,
    name_en   text not null,
    supplier  uuid,
    demo      boolean not null default false
);
insert into sluice.party (code, kind, name_zh, name_en) values ('BANK', 'BANK', '本行', 'The bank');
