-- A case is the thread from its start to its end, whatever it is about: a requirement, an evaluation, an exit, a
-- blacklisting, a request to use a product.

alter table sluice.case_file
    add column kind text not null default 'REQUIREMENT'
        check (kind in ('REQUIREMENT', 'EVALUATION', 'EXIT', 'BLACKLIST', 'USAGE')),
    add column title_en text,                               -- null: its title is the same in both languages
    add column origin uuid references sluice.case_file,     -- the case that it came from
    alter column initiator drop not null;                   -- null: the house itself started it
create index on sluice.case_file (kind, opened_at desc);
create index on sluice.case_file (origin) where origin is not null;
comment on column sluice.case_file.number is 'what people say: REQ-, EVA-, EXI-, BLK-, USE-yyyy-nnnnn';
