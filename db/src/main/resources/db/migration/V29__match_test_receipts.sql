-- What each party has signed about its part in a match test: canonical JSON with its signature, no identifier in it.
alter table sluice.match_test_party add column receipt text check (length(receipt) <= 4000);
