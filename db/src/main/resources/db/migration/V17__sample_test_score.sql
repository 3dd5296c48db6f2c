-- What a tester reports of a sample test beyond its rate, what it scores, and that the rules hear of it. Rules are asked
-- again within a round once there is a report; an answer about what has not changed since stands.

alter table sluice.product_test add column figures jsonb;           -- by the names of the rules' facts; null of a match test
alter table sluice.product_test add column points jsonb;            -- what each item weighs and has earned
alter table sluice.product_test add column score numeric(5, 2) check (score between 0 and 100);
alter table sluice.product_test add column superseded boolean not null default false;  -- it is to be made anew
update sluice.product_test set score = percent;
alter table sluice.product_test add check ((score is null) = (band is null));
alter table sluice.product_test add check ((figures is null) = (points is null));

alter table sluice.admission_screening add column heard int not null default 0;  -- attempt of the reported test; 0 before
alter table sluice.admission_screening add column facts jsonb;      -- as the rules were asked; null before they were kept
alter table sluice.admission_screening drop constraint admission_screening_pkey;
alter table sluice.admission_screening add primary key (admission, round, heard);

alter table sluice.admission_finding add column heard int not null default 0;
alter table sluice.admission_finding drop constraint admission_finding_admission_round_seq_key;
alter table sluice.admission_finding drop constraint admission_finding_admission_round_rule_key;
alter table sluice.admission_finding add unique (admission, round, heard, seq);
alter table sluice.admission_finding add unique (admission, round, heard, rule);

alter table sluice.finding_review add column kept_from uuid references sluice.finding_review;

-- the findings that count: of each round those of its last screening
create view sluice.present_finding as
select f.* from sluice.admission_finding f
where f.heard = (select max(s.heard) from sluice.admission_screening s
                 where s.admission = f.admission and s.round = f.round);
