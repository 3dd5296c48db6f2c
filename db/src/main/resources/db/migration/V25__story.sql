-- The guided story of the demo: when it was begun. Everything else about it is read from the cases that it leads through.
create table sluice.story (
    id        uuid primary key,
    begun_by  uuid references sluice.person,                -- null: a visitor who had not signed in
    begun_at  timestamptz not null
);
