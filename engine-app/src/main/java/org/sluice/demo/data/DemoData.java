package org.sluice.demo.data;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.shared.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StopWatch;

/** Loads the demo's data once, whole or not at all. */
@Component
@Profile("demo")
@NamedInterface("data")
public class DemoData {

    /** The one password of all demo accounts. */
    public static final String PASSWORD = "demo";

    private static final String SETTING = "demo.data";

    /** What is counted in the log line of the start. */
    private static final List<String> TABLES = List.of(
            "region",
            "org_unit",
            "person",
            "person_role",
            "account",
            "supplier",
            "data_product",
            "scenario",
            "application_case",
            "quality_reading",
            "contract",
            "case_file",
            "task",
            "budget_line",
            "ledger_entry",
            "ledger_posting");

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;
    private final Clock clock;

    DemoData(JdbcTemplate jdbc, PlatformTransactionManager transactions, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Loads the data unless that has been done, and logs how long it took.
     *
     * @return whether this call loaded it
     */
    public boolean load() {
        var watch = new StopWatch();
        watch.start();
        var before = rows();
        var loaded = Boolean.TRUE.equals(transaction.execute(status -> claim() && fill()));
        new DemoParties(jdbc).load();
        new DemoGrants(jdbc).load(clock.instant());
        transaction.executeWithoutResult(status -> new DemoHistory(jdbc).load(clock.instant()));
        new DemoReadings(jdbc, LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE)).load(clock.instant());
        watch.stop();
        if (loaded) {
            LOG.info(
                    "Demo data loaded: {} rows in {} s",
                    rows() - before,
                    "%.1f".formatted(watch.getTotalTimeSeconds()));
        }
        return loaded;
    }

    private long rows() {
        return TABLES.stream()
                .mapToLong(table -> jdbc.query("select count(*) from sluice." + table, row -> {
                    row.next();
                    return row.getLong(1);
                }))
                .sum();
    }

    /** The row is the guard: a second loader waits here for the first and then finds it. */
    private boolean claim() {
        return jdbc.update(
                        "insert into sluice.setting (key, value) values (?, ?) on conflict do nothing",
                        SETTING,
                        clock.instant().toString())
                == 1;
    }

    private boolean fill() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, WorkingDays.ZONE);
        new DemoPlaces(jdbc).load();
        new DemoPeople(jdbc, passwords.encode(PASSWORD)).load();
        var taxonomy = new DemoTaxonomy(jdbc);
        var suppliers = new DemoSuppliers(jdbc, taxonomy, today).load();
        var products = new DemoProducts(jdbc, taxonomy, today).load(suppliers);
        var scenarios = new DemoScenarios(jdbc).load();
        new DemoApplicationCases(jdbc, taxonomy, today).load(scenarios, products);
        new DemoBudget(jdbc, taxonomy).load(today.getYear(), now);
        new DemoBlacklist(jdbc, today).load();
        new DemoContracts(jdbc, today).load(now);
        return true;
    }
}
