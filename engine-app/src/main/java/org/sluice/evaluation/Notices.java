package org.sluice.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What suppliers were told about their products: to whom, in which words, and until when they may object. */
@Component
class Notices {

    /** @param answerBy null for the last word */
    record Notice(
            int round,
            @Nullable LocalText person,
            @Nullable String email,
            LocalText letter,
            Instant toldAt,
            @Nullable Instant answerBy) {}

    private final SupplierRegister suppliers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(SupplierRegister suppliers, JdbcClient jdbc, Clock clock) {
        this.suppliers = suppliers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when the supplier was told already */
    boolean keep(CaseId caseId, int round, UUID supplier, LocalText letter, @Nullable Instant answerBy) {
        var contact = suppliers.contact(supplier);
        return jdbc.sql("""
                        insert into sluice.grade_notice (case_id, round, contact_zh, contact_en, email, letter_zh, letter_en,
                            told_at, answer_by)
                        values (:case, :round, :zh, :en, :email, :letterZh, :letterEn, :at, :by) on conflict do nothing
                        """)
                        .param("case", caseId.value())
                        .param("round", round)
                        .param(
                                "zh",
                                contact.person() == null
                                        ? null
                                        : contact.person().zh())
                        .param(
                                "en",
                                contact.person() == null
                                        ? null
                                        : contact.person().en())
                        .param("email", contact.email())
                        .param("letterZh", letter.zh())
                        .param("letterEn", letter.en())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", answerBy == null ? null : answerBy.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** In the order in which they went out. */
    List<Notice> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.grade_notice where case_id = ? order by round")
                .param(caseId.value())
                .query((row, n) -> new Notice(
                        row.getInt("round"),
                        row.getString("contact_zh") == null
                                ? null
                                : new LocalText(row.getString("contact_zh"), row.getString("contact_en")),
                        row.getString("email"),
                        new LocalText(row.getString("letter_zh"), row.getString("letter_en")),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("answer_by", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }
}
