package org.sluice.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the units that use a product say about it: one rating a unit, in the order in which they are asked. */
@Component
class Ratings {

    enum State {
        ASKED,
        GIVEN,
        /** Its time was over. */
        MISSING
    }

    record Rating(
            UUID id,
            UnitCode unit,
            LocalText unitName,
            State state,
            @Nullable Integer score,
            @Nullable String comment) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks each unit once; asked again nothing changes. */
    void ask(CaseId caseId, List<UnitCode> units) {
        for (int i = 0; i < units.size(); i++) {
            jdbc.sql("""
                            insert into sluice.service_rating (id, case_id, place, org_unit, state) values (?, ?, ?, ?, 'ASKED')
                            on conflict do nothing
                            """)
                    .params(UUID.randomUUID(), caseId.value(), i, units.get(i).value())
                    .update();
        }
    }

    List<Rating> of(CaseId caseId) {
        return jdbc.sql("""
                        select r.*, u.name_zh, u.name_en from sluice.service_rating r
                        join sluice.org_unit u on u.code = r.org_unit where r.case_id = ? order by r.place
                        """).param(caseId.value()).query(Ratings::rating).list();
    }

    /** @throws Conflict when it was given already, or is not waited for any more */
    void give(CaseId caseId, UUID rating, int score, @Nullable String comment, PersonId by) {
        var given = jdbc.sql("""
                        update sluice.service_rating set state = 'GIVEN', score = ?, comment = ?, person = ?, at = ?
                        where id = ? and case_id = ? and state = 'ASKED'
                        """)
                .params(score, comment, by.value(), clock.instant().atOffset(ZoneOffset.UTC), rating, caseId.value())
                .update();
        if (given == 0) {
            throw new Conflict("ratingGiven");
        }
    }

    /** @return how many are not waited for any more */
    int close(CaseId caseId) {
        return jdbc.sql("update sluice.service_rating set state = 'MISSING' where case_id = ? and state = 'ASKED'")
                .param(caseId.value())
                .update();
    }

    /** The mean of what was said so far; null when nobody has said anything. */
    @Nullable
    BigDecimal mean(CaseId caseId) {
        OptionalDouble mean = of(caseId).stream()
                .map(Rating::score)
                .filter(score -> score != null)
                .mapToInt(Integer::intValue)
                .average();
        return mean.isEmpty() ? null : BigDecimal.valueOf(mean.getAsDouble()).setScale(2, RoundingMode.HALF_UP);
    }

    private static Rating rating(ResultSet row, int n) throws SQLException {
        return new Rating(
                row.getObject("id", UUID.class),
                new UnitCode(row.getString("org_unit")),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                State.valueOf(row.getString("state")),
                row.getObject("score", Integer.class),
                row.getString("comment"));
    }
}
