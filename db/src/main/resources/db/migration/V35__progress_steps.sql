-- workers called the masking of their own identifiers MASKING and that of the other side's CHECKING
do $$
declare
    progress text;
begin
    foreach progress in array array['match_test_party', 'privacy_order_party', 'privacy_order_range'] loop
        execute format('update sluice.%I set step = case step when ''MASKING'' then ''HASHING'' else ''MASKING'' end '
                       'where step in (''MASKING'', ''CHECKING'')', progress);
        execute format('alter table sluice.%I drop constraint %I', progress, progress || '_step_check');
        execute format('alter table sluice.%I add constraint %I check (step in (''HASHING'', ''MASKING'', ''WAITING''))',
                       progress, progress || '_step_check');
    end loop;
end $$;
