package org.sluice.demo.data;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The entries behind the suppliers that are on the blacklist when the demo begins, one that has expired, and who stands
 * behind whom. Those in force are permanent: no process waits for their end, and their time to appeal is over.
 */
final class DemoBlacklist {

    private static final int PERMANENT = 1200;
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private record Supplier(UUID id, String zh, String en) {}

    private final JdbcTemplate jdbc;
    private final LocalDate today;

    DemoBlacklist(JdbcTemplate jdbc, LocalDate today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    void load() {
        var listed = suppliers("BLACKLISTED");
        for (int i = 0; i < listed.size(); i++) {
            var ruled = i % 2 == 0;
            var from = today.minusMonths(4L + 3L * i);
            entry(
                    listed.get(i),
                    ruled ? "UNLAWFUL_SOURCE" : "FAKE_DATA",
                    ruled ? "AUTHORITY_RULING" : "ORDINARY",
                    ruled
                            ? "The authority's ruling on the origin of the data is on file."
                            : "Two deliveries in a row were made up; the comparison with the source is on file.",
                    from,
                    PERMANENT,
                    null);
            jdbc.update(
                    "insert into sluice.supplier_bar (supplier, state_before) values (?, 'QUALIFIED')",
                    listed.get(i).id());
        }
        suppliers("EXITED").stream().findFirst().ifPresent(once -> {
            var from = today.minusMonths(32);
            entry(
                    once,
                    "POOR_PERFORMANCE",
                    "ORDINARY",
                    "Available for 91 % of the time in two quarters; the rectification failed twice.",
                    from,
                    12,
                    from.plusMonths(12).plusDays(1));
        });
        var restricted = suppliers("RESTRICTED");
        relate(listed.get(0), restricted.get(0), "LEGAL_REPRESENTATIVE", null);
        relate(restricted.get(1), listed.get(1), "BENEFICIAL_OWNER", 0.3);
        jdbc.update("""
                insert into sluice.related_party (supplier, related, tie, share, since)
                select a.id, b.id, 'CONTROLLED', null, ? from sluice.supplier a, lateral (
                    select id from sluice.supplier where state = 'QUALIFIED' and code > a.code order by code limit 1) b
                where a.code = 'SUP-00045'
                """, today.minusYears(3));
    }

    private List<Supplier> suppliers(String state) {
        return jdbc.query(
                "select id, name_zh, name_en from sluice.supplier where state = ? order by code",
                (row, n) -> new Supplier(
                        row.getObject("id", UUID.class), row.getString("name_zh"), row.getString("name_en")),
                state);
    }

    private void entry(
            Supplier supplier,
            String reason,
            String severity,
            String evidence,
            LocalDate from,
            int months,
            @Nullable LocalDate endedOn) {
        var caseId = Draw.id("blacklist", supplier.id().toString());
        var by = Draw.id("person", "procurement");
        var number = jdbc.queryForObject(
                "select 'BLK-' || ? || '-' || lpad(nextval('sluice.blacklist_number')::text, 5, '0')",
                String.class,
                from.getYear());
        var proposed = at(from.minusDays(35));
        jdbc.update(
                """
                insert into sluice.case_file (case_id, kind, number, title, title_en, org_unit, initiator, state, opened_at,
                    closed_at, outcome)
                values (?, 'BLACKLIST', ?, ?, ?, 'HO', ?, ?, ?, ?, ?)
                """,
                caseId,
                number,
                "黑名单：" + supplier.zh(),
                "Blacklist: " + supplier.en(),
                by,
                endedOn == null ? "EFFECTIVE" : "EXPIRED",
                proposed,
                endedOn == null ? null : at(endedOn),
                endedOn == null ? null : "blacklistExpired");
        jdbc.update(
                """
                insert into sluice.blacklist_entry (case_id, number, supplier, state, reason, severity, evidence, proposed_by,
                    proposed_at, notice, noticed_on, repeat36m, months, effective_on, ends_on, conditions_met, ended_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                caseId,
                number,
                supplier.id(),
                endedOn == null ? "EFFECTIVE" : "EXPIRED",
                reason,
                severity,
                evidence,
                by,
                proposed,
                "What is held against the supplier, and that it may answer within seven working days.",
                from.minusDays(15),
                reason.equals("FAKE_DATA"),
                months,
                from,
                from.plusMonths(months),
                endedOn == null ? null : true,
                endedOn == null ? null : at(endedOn));
    }

    private void relate(Supplier supplier, Supplier related, String tie, @Nullable Double share) {
        jdbc.update(
                "insert into sluice.related_party (supplier, related, tie, share, since) values (?, ?, ?, ?, ?)",
                supplier.id(),
                related.id(),
                tie,
                share,
                today.minusYears(3));
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(MORNING).atZone(WorkingDays.ZONE).toOffsetDateTime();
    }
}
