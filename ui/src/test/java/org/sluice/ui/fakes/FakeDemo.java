package org.sluice.ui.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.ui.demo.DemoDesk;

/** One account per role, and a clock that can be moved. */
public final class FakeDemo implements DemoDesk {

    private Instant now = Instant.parse("2026-11-22T06:05:00Z");

    @Override
    public String password() {
        return "demo";
    }

    @Override
    public List<Account> accounts() {
        return Arrays.stream(Role.values())
                .map(role -> new Account(
                        role.accountName(),
                        new LocalText("林清", "Lin Qing"),
                        new LocalText("专员", "Officer"),
                        role == Role.BRANCH_COMPLIANCE
                                ? new LocalText("海原分行", "Haiyuan branch")
                                : new LocalText("总行", "Head office"),
                        List.of(role)))
                .toList();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void advanceTo(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
    }

    @Override
    public void advanceWorkingDays(int days) {
        now = now.plus(Duration.ofDays(days));
    }
}
