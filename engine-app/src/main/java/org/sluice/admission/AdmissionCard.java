package org.sluice.admission;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/** One turn of an admission as people read it. */
@Schema(name = "Admission")
public record AdmissionCard(
        UUID id,
        CaseId caseId,
        @Schema(example = "REQ-2026-00001") String caseNumber,
        AdmissionKind kind,

        @Schema(description = "code of the supplier or the product", example = "SUP-00001")
        String code,

        LocalText name,

        @Schema(description = "which one of this subject in this case, from 1")
        int turn,

        @Schema(description = "OPEN, ADMITTED, REFUSED or CANCELLED")
        String state,

        @Schema(description = "how often the dossier was supplemented")
        int round,

        @Schema(description = "what the outcome's table said last", example = "QUALIFIED") @Nullable
        String outcome,

        @Schema(description = "why it was refused", example = "VOTED_DOWN") @Nullable
        String refusedFor,

        @Nullable LocalDate validUntil,
        Instant openedAt,
        @Nullable Instant endedAt,

        @Schema(description = "votes that the committee is asked for; 0 when it is not asked")
        int votesWanted,

        List<Dossier> dossiers,

        @Schema(description = "of every round, round by round, gravest first")
        List<Finding> findings,

        @Schema(description = "of a product, attempt by attempt")
        List<Test> tests,

        List<Condition> conditions,
        List<Vote> votes) {

    /** @param round 0 for the first, then how often it was supplemented */
    @Schema(name = "AdmissionDossier")
    public record Dossier(
            int round, List<Fact> facts, @Nullable String note, LocalText filedBy, Instant filedAt) {}

    @Schema(name = "AdmissionFact")
    public record Fact(String name, LocalText label, Object value) {}

    /**
     * @param settledBy who settles it, or may waive it; empty for what nobody settles
     * @param housePolicy the bank itself wants it
     */
    @Schema(name = "AdmissionFinding")
    public record Finding(
            int round,
            @Schema(example = "S-06") String rule,
            String severity,
            String layer,
            boolean waivable,
            LocalText text,
            boolean housePolicy,
            List<Clause> clauses,
            Map<String, String> evidence,
            List<Role> settledBy,
            LocalText remedy,
            List<Review> reviews) {}

    /** @param mark how the summary was checked */
    @Schema(name = "AdmissionClause")
    public record Clause(
            String ref,
            @Nullable String article,
            @Nullable LocalText summary,
            @Nullable String mark) {}

    /** @param id the item of its task */
    @Schema(name = "AdmissionReview")
    public record Review(
            UUID id,
            Role role,

            @Schema(description = "null while it is open") @Nullable
            String answer,

            @Nullable LocalText person,
            @Nullable String comment,
            @Nullable String condition,
            @Nullable LocalDate dueOn,
            @Nullable Instant at,

            @Schema(
                    description =
                            "given about the same finding of an earlier screening; nothing it was about has changed")
            boolean kept) {}

    /**
     * @param reportNo of the tester's report; null of the workers' match test
     * @param matchPercent what share of the sample the supplier knows
     * @param points what makes up the score; none of a match test, whose score is its rate
     * @param problem why it gave no result
     * @param superseded a reviewer wanted it made anew
     */
    @Schema(name = "AdmissionTest")
    public record Test(
            int attempt,
            @Nullable String reportNo,
            @Nullable LocalDate conductedOn,
            @Nullable Long sampleSize,
            @Nullable Long matched,
            @Nullable BigDecimal matchPercent,
            List<Fact> figures,
            List<Points> points,

            @Schema(description = "of 100", example = "82.50") @Nullable
            BigDecimal score,

            @Schema(description = "LT60, B60_75 or GE75") @Nullable
            String band,

            @Nullable LocalText problem,
            boolean superseded) {}

    @Schema(name = "AdmissionTestPoints")
    public record Points(
            @Schema(description = "ACCURACY, COVERAGE, COMPLETENESS, FRESHNESS or EFFECT")
            String item,

            BigDecimal weight,
            BigDecimal earned) {}

    @Schema(name = "AdmissionCondition")
    public record Condition(
            LocalText text, LocalDate dueOn, @Nullable Instant metAt) {}

    @Schema(name = "AdmissionVote")
    public record Vote(
            LocalText person, boolean inFavour, @Nullable String comment, Instant at) {}
}
