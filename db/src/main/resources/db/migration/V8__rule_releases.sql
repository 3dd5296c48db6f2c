-- The rules of a release, beside its tables and parameters: their texts, and each rule as people read it. Releases that are
-- older than this have none.
create table sluice.rule_release_text (
    release  int not null references sluice.rule_release,
    path     text not null,                                 -- supplier/standing.drl
    drl      text not null,
    primary key (release, path)
);

create table sluice.rule_release_rule (
    release        int not null,
    id             text not null,                           -- S-01
    seq            int not null,                            -- its place in the rules' table
    rule_group     text not null,                           -- supplier, data
    severity       text not null,
    layer          text not null,
    waivable       boolean not null,
    review_groups  text[] not null,                         -- roles that settle it or may waive it
    refs           text[] not null,                         -- clauses, standards, house policy
    basis          text not null,
    statement_zh   text not null,
    statement_en   text not null,
    remedy_zh      text not null,
    remedy_en      text not null,
    path           text not null,
    line           int not null,                            -- on which it begins there
    drl            text not null,                           -- the rule alone
    primary key (release, id),
    foreign key (release, path) references sluice.rule_release_text
);

create trigger rule_release_text_stays before update or delete on sluice.rule_release_text
    for each row execute function sluice.refuse_change();
create trigger rule_release_text_is_not_emptied before truncate on sluice.rule_release_text
    for each statement execute function sluice.refuse_change();
create trigger rule_release_rule_stays before update or delete on sluice.rule_release_rule
    for each row execute function sluice.refuse_change();
create trigger rule_release_rule_is_not_emptied before truncate on sluice.rule_release_rule
    for each statement execute function sluice.refuse_change();
