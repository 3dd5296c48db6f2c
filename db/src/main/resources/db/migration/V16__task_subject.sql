-- What a task is about, and who may not do it: read by the inbox, so that a list names its lines apart and offers nobody
-- what the service would refuse.

alter table sluice.task
    add column subject_zh    text,                          -- where the case itself is not what it is about
    add column subject_en    text,
    add column other_eyes    text[] not null default '{}',  -- steps of the case whose takers may not do it
    add column once_for      uuid,                          -- of the tasks with this mark a person does one
    add column once_because  text,                          -- and this is why: a name of NotFor
    add check ((subject_zh is null) = (subject_en is null)),
    add check ((once_for is null) = (once_because is null));

create index on sluice.task (once_for) where once_for is not null;
create index on sluice.case_participation (person, case_id);

-- Whom an open task is not for: because names why, step what the person has done.
create view sluice.task_not_for as
    select t.id as task, p.person, 'SAME_EYES' as because, p.step
    from sluice.task t
    join sluice.case_participation p on p.case_id = t.case_id and p.step = any(t.other_eyes)
    where t.state = 'OPEN'
    union all
    select t.id, d.completed_by, t.once_because, t.key
    from sluice.task t
    join sluice.task d on d.once_for = t.once_for and d.completed_by is not null
    where t.state = 'OPEN';
