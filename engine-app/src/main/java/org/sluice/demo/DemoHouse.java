package org.sluice.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.demo.data.DemoData;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.shared.WorkingDays;
import org.sluice.ui.demo.DemoDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a visitor of the demo is told and may do: the accounts, and the clock. */
@Service
@Profile("demo")
class DemoHouse implements DemoDesk {

    private static final Duration FARTHEST = Duration.ofDays(400);
    private static final int MOST_DAYS = 260;

    private final JdbcClient jdbc;
    private final DemoClock clock;
    private final Actors actors;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;

    DemoHouse(
            JdbcClient jdbc,
            DemoClock clock,
            Actors actors,
            WorkingDays workingDays,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.actors = actors;
        this.workingDays = workingDays;
        this.events = events;
    }

    @Override
    public String password() {
        return DemoData.PASSWORD;
    }

    @Override
    public List<Account> accounts() {
        return jdbc.sql("""
                        select a.username, p.name_zh, p.name_en, p.post_zh, p.post_en,
                               u.name_zh as unit_zh, u.name_en as unit_en,
                               (select string_agg(distinct r.role, ',' order by r.role)
                                  from sluice.person_role r where r.person = p.id) as roles
                          from sluice.account a
                          join sluice.person p on p.id = a.person
                          join sluice.org_unit u on u.code = p.org_unit
                         where a.demo and a.enabled and p.active
                         order by case u.tier when 'HEAD_OFFICE' then 0 when 'FIRST_TIER' then 1 else 2 end,
                                  u.code, a.username
                        """)
                .query((row, n) -> new Account(
                        row.getString("username"),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        new LocalText(row.getString("post_zh"), row.getString("post_en")),
                        new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                        roles(row.getString("roles"))))
                .list();
    }

    private static List<Role> roles(@Nullable String names) {
        return names == null
                ? List.of()
                : Stream.of(names.split(",")).map(Role::valueOf).toList();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    @Transactional
    public void advance(Duration duration) {
        new Problems()
                .when(
                        duration.isNegative() || duration.compareTo(FARTHEST) > 0,
                        "duration",
                        "outOfRange",
                        0,
                        FARTHEST.toDays())
                .orThrow();
        var actor = actors.current();
        var until = clock.instant().plus(duration);
        clock.moveBy(duration);
        events.publishEvent(Auditable.of("demo.clockMoved", null, actor, "clock")
                .with("minutes", duration.toMinutes())
                .with("until", until.toString()));
    }

    @Override
    @Transactional
    public void advanceTo(Instant moment) {
        var now = clock.instant();
        if (moment.isAfter(now)) {
            advance(Duration.between(now, moment));
        }
    }

    @Override
    @Transactional
    public void advanceWorkingDays(int days) {
        new Problems().between("days", days, 0, MOST_DAYS).orThrow();
        var now = clock.instant();
        advance(Duration.between(now, workingDays.after(now, days)));
    }
}
