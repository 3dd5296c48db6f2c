package org.sluice.exit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates of deletion of both sides. */
@Repository
class Deletions {

    enum Side {
        BANK,
        SUPPLIER
    }

    /**
     * @param certified false: the side refused
     * @param kept what the law makes the bank keep
     * @param measures of the legal department, where the supplier refused
     */
    record Deletion(
            Side side,
            boolean certified,
            @Nullable String certificateNo,
            @Nullable LocalDate deletedOn,
            String statement,
            @Nullable String kept,
            @Nullable String measures,
            @Nullable CaseId proposal) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Deletions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(CaseId caseId, Deletion deletion, PersonId by) {
        jdbc.sql("""
                        insert into sluice.exit_deletion (case_id, side, certified, certificate_no, deleted_on, statement, kept,
                            recorded_by, recorded_at)
                        values (:case, :side, :certified, :no, :on, :statement, :kept, :by, :at)
                        """)
                .param("case", caseId.value())
                .param("side", deletion.side().name())
                .param("certified", deletion.certified())
                .param("no", deletion.certificateNo())
                .param("on", deletion.deletedOn())
                .param("statement", deletion.statement())
                .param("kept", deletion.kept())
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What came of a refusal. */
    void settle(
            CaseId caseId,
            @Nullable String certificateNo,
            @Nullable LocalDate deletedOn,
            String measures,
            @Nullable CaseId proposal) {
        jdbc.sql("""
                        update sluice.exit_deletion set certified = :certified, certificate_no = :no, deleted_on = :on,
                            measures = :measures, proposal = :proposal
                        where case_id = :case and side = 'SUPPLIER'
                        """)
                .param("case", caseId.value())
                .param("certified", certificateNo != null)
                .param("no", certificateNo)
                .param("on", deletedOn)
                .param("measures", measures)
                .param("proposal", proposal == null ? null : proposal.value())
                .update();
    }

    /** The bank's own first. */
    List<Deletion> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.exit_deletion where case_id = ? order by side")
                .param(caseId.value())
                .query((row, n) -> {
                    var proposal = row.getObject("proposal", UUID.class);
                    return new Deletion(
                            Side.valueOf(row.getString("side")),
                            row.getBoolean("certified"),
                            row.getString("certificate_no"),
                            row.getObject("deleted_on", LocalDate.class),
                            row.getString("statement"),
                            row.getString("kept"),
                            row.getString("measures"),
                            proposal == null ? null : new CaseId(proposal));
                })
                .list();
    }
}
