package org.sluice.demo.data;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was measured of the listed products in the last twelve months. Most keep what they promise, one in thirty had a bad
 * quarter, and a handful had a bad year. Chance comes from the product's code and the month, so that it is the same at every
 * load.
 */
final class DemoReadings {

    private static final int MONTHS = 12;

    private final JdbcTemplate jdbc;
    private final LocalDate today;

    DemoReadings(JdbcTemplate jdbc, LocalDate today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Loads them unless there are any; one statement, since there are ten thousand. */
    void load(Instant now) {
        var last = today.withDayOfMonth(1).minusMonths(1);
        jdbc.update(
                """
                with measured as (
                    select p.id, p.code, m.month::date as month, p.hit_rate, p.daily_calls, p.pricing,
                           ('x' || substr(md5(p.code), 1, 8))::bit(32)::bigint %% 1000 as kind,
                           array(select ('x' || substr(md5(p.code || m.month::date || k), 1, 7))::bit(28)::int / 268435456.0
                                 from generate_series(1, 8) k order by k) as u
                    from sluice.data_product p
                    cross join generate_series(?::date - interval '%d months', ?::date, interval '1 month') m(month)
                    where p.demo and p.state = 'LISTED' and p.hit_rate is not null and p.listed_on < m.month
                      and not exists (select 1 from sluice.quality_reading)),
                judged as (
                    select *, kind < 8 or (kind < 40 and month > ?::date - interval '3 months') as bad from measured)
                insert into sluice.quality_reading (product, month, calls, hit_rate, accuracy, freshness, null_rate, psi,
                    availability, response_ms, incidents, incident_level, handling_minutes, change_notice_days,
                    billing_difference, conduct, recorded_at)
                select id, month,
                       round(daily_calls * (27 + 6 * u[1])),
                       least(1, greatest(0, round((hit_rate + case when bad then -0.06 - 0.03 * u[2] else 0.008 * (u[2] - 0.25) end)::numeric, 4))),
                       round((case when bad then 0.955 + 0.015 * u[3] else 0.982 + 0.015 * u[3] end)::numeric, 4),
                       round((case when bad then 0.955 + 0.02 * u[4] else 0.991 + 0.009 * u[4] end)::numeric, 4),
                       round((case when bad then 0.015 + 0.02 * u[5] else 0.001 + 0.008 * u[5] end)::numeric, 4),
                       round((case when bad then 0.12 + 0.2 * u[6] else 0.01 + 0.07 * u[6] end)::numeric, 4),
                       round((case when bad then 0.9945 + 0.004 * u[7] else 0.9991 + 0.0009 * u[7] end)::numeric, 5),
                       round(case when bad then 600 + 700 * u[8] else 120 + 300 * u[8] end),
                       case when bad and u[1] > 0.5 then 1 else 0 end,
                       case when bad and u[1] > 0.5 then 'GENERAL' else 'NONE' end,
                       case when bad and u[1] > 0.5 then round(40 + 120 * u[2]) end,
                       null,
                       case when pricing <> 'FREE' then round((case when bad then 0.002 + 0.004 * u[3] else 0.0009 * u[3] end)::numeric, 5) end,
                       'NONE', ?
                from judged
                """.formatted(MONTHS - 1),
                Date.valueOf(last),
                Date.valueOf(last),
                Date.valueOf(last),
                Timestamp.from(now));
    }
}
