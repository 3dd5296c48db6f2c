-- Whoever has thousands of open tasks reads the first page of them by when they are due, and not all of them to sort them.
create index on sluice.task (due) where state = 'OPEN';
