package org.sluice.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sluice.process.PersonId;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.process.evaluation.SupplierConduct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of monthly readings. */
@Component
class ReadingStore {

    /** What came of a reading. */
    enum Change {
        ADDED,
        PUT_RIGHT,
        NONE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is on record already in the same words stays whose it was. */
    Change put(UUID product, LocalDate month, QualityReading reading, PersonId by) {
        return jdbc.sql("""
                        insert into sluice.quality_reading (product, month, calls, hit_rate, accuracy, freshness, null_rate, psi,
                            availability, response_ms, incidents, incident_level, handling_minutes, change_notice_days,
                            billing_difference, conduct, recorded_by, recorded_at)
                        values (:product, :month, :calls, :hit, :accuracy, :freshness, :nulls, :psi, :availability, :response,
                            :incidents, :level, :handling, :notice, :billing, :conduct, :by, :at)
                        on conflict (product, month) do update set calls = :calls, hit_rate = :hit, accuracy = :accuracy,
                            freshness = :freshness, null_rate = :nulls, psi = :psi, availability = :availability,
                            response_ms = :response, incidents = :incidents, incident_level = :level,
                            handling_minutes = :handling, change_notice_days = :notice, billing_difference = :billing,
                            conduct = :conduct, recorded_by = :by, recorded_at = :at
                        where (quality_reading.calls, quality_reading.hit_rate, quality_reading.accuracy, quality_reading.freshness,
                                quality_reading.null_rate, quality_reading.psi, quality_reading.availability,
                                quality_reading.response_ms, quality_reading.incidents, quality_reading.incident_level,
                                quality_reading.handling_minutes, quality_reading.change_notice_days, quality_reading.billing_difference,
                                quality_reading.conduct)
                            is distinct from (excluded.calls, excluded.hit_rate, excluded.accuracy, excluded.freshness, excluded.null_rate,
                                excluded.psi, excluded.availability, excluded.response_ms, excluded.incidents,
                                excluded.incident_level, excluded.handling_minutes, excluded.change_notice_days,
                                excluded.billing_difference, excluded.conduct)
                        returning xmax = 0
                        """)
                .param("product", product)
                .param("month", month)
                .param("calls", reading.calls())
                .param("hit", reading.hitRate())
                .param("accuracy", reading.accuracy())
                .param("freshness", reading.freshness())
                .param("nulls", reading.nullRate())
                .param("psi", reading.psi())
                .param("availability", reading.availability())
                .param("response", reading.responseMs())
                .param("incidents", reading.incidents())
                .param("level", (reading.incidentLevel() == null ? IncidentLevel.NONE : reading.incidentLevel()).name())
                .param("handling", reading.handlingMinutes())
                .param("notice", reading.changeNoticeDays())
                .param("billing", reading.billingDifference())
                .param("conduct", (reading.conduct() == null ? SupplierConduct.NONE : reading.conduct()).name())
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .map(added -> added ? Change.ADDED : Change.PUT_RIGHT)
                .orElse(Change.NONE);
    }

    /** Those of these months, both included, the latest first. */
    List<Reading> between(UUID product, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select * from sluice.quality_reading where product = ? and month between ? and ? order by month desc")
                .params(product, from, to)
                .query(ReadingStore::reading)
                .list();
    }

    private static Reading reading(ResultSet row, int n) throws SQLException {
        return new Reading(
                row.getObject("month", LocalDate.class),
                row.getLong("calls"),
                row.getBigDecimal("hit_rate"),
                row.getBigDecimal("accuracy"),
                row.getBigDecimal("freshness"),
                row.getBigDecimal("null_rate"),
                row.getBigDecimal("psi"),
                row.getBigDecimal("availability"),
                row.getObject("response_ms", Integer.class),
                row.getInt("incidents"),
                IncidentLevel.valueOf(row.getString("incident_level")),
                row.getObject("handling_minutes", Integer.class),
                row.getObject("change_notice_days", Integer.class),
                row.getBigDecimal("billing_difference"),
                SupplierConduct.valueOf(row.getString("conduct")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
