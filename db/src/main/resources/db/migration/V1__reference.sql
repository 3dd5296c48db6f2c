-- Reference tables. Law, thresholds and calendars are data with validity and an honest mark of who verified them.
-- Their rows come from the CSV files in reference/, which V7 loads.

create table sluice.regulation (
    code     text primary key,                     -- CN-PIPL
    name_zh  text not null,
    name_en  text not null,
    seq      int not null
);

create table sluice.regulation_clause (
    ref                text primary key,           -- CN-PIPL-28
    regulation         text not null references sluice.regulation,
    article            text not null,
    summary_zh         text not null,
    summary_en         text not null,
    product_hook       text,
    mark               text not null,              -- where the paraphrase comes from, as the domain table says it
    verified           boolean not null default false,
    verified_on        date,
    valid_from         date,
    valid_to           date,
    numbering_version  text
);

create table sluice.standard (
    code         text primary key,
    name_zh      text not null,
    name_en      text not null,
    used_for_zh  text not null,
    used_for_en  text not null,
    mark         text not null,
    verified     boolean not null default false
);

-- statutory and house periods; value stays text because some are pairs ("3 / 3") or a day of the year ("03-31")
create table sluice.clock (
    code        text primary key,
    what_zh     text not null,
    what_en     text not null,
    value       text not null,
    unit_zh     text not null,
    unit_en     text not null,
    legal_refs  text[] not null default '{}',
    mark        text not null,
    verified    boolean not null default false
);

create table sluice.role (
    id              text primary key,
    name_zh         text not null,
    name_en         text not null,
    who_zh          text not null,
    who_en          text not null,
    does_zh         text not null,
    does_en         text not null,
    held_alone      boolean not null,               -- nobody holds another role beside it
    not_also_zh     text,
    not_also_en     text
);

create table sluice.org_unit (
    code     text primary key check (code = upper(code)),
    parent   text references sluice.org_unit,
    tier     text not null check (tier in ('HEAD_OFFICE', 'FIRST_TIER', 'SECOND_TIER')),
    name_zh  text not null,
    name_en  text not null
);

create table sluice.data_class (
    code          text primary key,
    name_zh       text not null,
    name_en       text not null,
    public_data   boolean not null,
    authority_zh  text,
    authority_en  text,
    subjects      text[] not null,                 -- ENTERPRISE, PERSON
    jr_min        int not null check (jr_min between 1 and 5),
    jr_max        int not null check (jr_max between 1 and 5),
    forms         text[] not null,                 -- REALTIME_API, BATCH_FILE, PRIVACY_COMPUTE, PORTAL_QUERY
    hot           boolean not null default false,
    seq           int not null
);

create table sluice.data_field (
    data_class     text not null references sluice.data_class,
    name           text not null,
    type           text not null,
    label_zh       text not null,
    label_en       text not null,
    unit           text,
    jr_level       int not null,
    personal_info  boolean not null,
    if_person      boolean not null,                -- personal only where the data is about persons; else of the class's lowest level
    seq            int not null,
    primary key (data_class, name),
    check (personal_info or not if_person)
);

create table sluice.business_line (
    code     text primary key,
    name_zh  text not null,
    name_en  text not null,
    seq      int not null
);

create table sluice.scenario (
    code             text primary key,
    name_zh          text not null,
    name_en          text not null,
    business_line    text not null references sluice.business_line,   -- the line that counts it as its own
    further_lines    text[] not null default '{}',  -- lines that it serves besides
    data_classes     text[] not null,
    forms            text[] not null,
    decision_impact  text not null,
    base             text references sluice.scenario,   -- the scenario that this one is a variant of
    demo             boolean not null default false
);

create table sluice.state (
    entity   text not null,                         -- Requirement, Supplier, DataProduct …
    code     text not null,
    name_zh  text not null,
    name_en  text not null,
    seq      int not null,
    primary key (entity, code)
);

create table sluice.supplier_type (
    code               text primary key,
    name_zh            text not null,
    name_en            text not null,
    admission_path_zh  text not null,
    admission_path_en  text not null,
    acts_by_law        boolean not null,            -- bodies acting by law: short path, no price per query
    seq                int not null
);

create table sluice.region (
    code     text primary key,
    name_zh  text not null,
    name_en  text not null,
    demo     boolean not null default false
);

-- every number that a rule, a table or a timer uses; a change is a new row, never an update of value
create table sluice.rule_parameter (
    key          text not null,
    value        numeric not null,
    unit         text not null,
    valid_from   date not null,
    valid_to     date,
    set_by       text not null,
    approved_by  text,
    basis        text not null,
    verified     boolean not null default false,
    what_zh      text not null,
    what_en      text not null,
    primary key (key, valid_from)
);

-- Days that differ from Monday-to-Friday: public holidays, make-up working days (调休). Editable.
create table sluice.calendar_day (
    day        date primary key,
    working    boolean not null,
    note_zh    text not null,
    note_en    text not null,
    verified   boolean not null default false,
    edited_by  uuid,
    edited_at  timestamptz
);
