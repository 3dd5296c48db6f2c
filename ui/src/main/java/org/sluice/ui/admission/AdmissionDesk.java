package org.sluice.ui.admission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.process.admission.ProductField;

/** Admissions with their findings, for whoever sees the case, or reads the catalogue. */
public interface AdmissionDesk {

    /** What a fact's value is. */
    enum FactKind {
        BOOLEAN,
        /** A number without decimals. */
        WHOLE,
        NUMBER,
        DATE,
        TEXT,
        /** One of the codes. */
        CHOICE,
        /** Any of the codes. */
        CHOICES,
        TEXTS,
        /** Any number of records, each with facts of its own. */
        RECORDS
    }

    /**
     * What a number counts, and between which bounds the desk takes it.
     *
     * @param unit message key below {@code factUnit.}; of a {@link #SHARE} people read and write the percentage
     * @param least null when there is no bound; so is the following
     */
    record Measure(
            String unit,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {

        /** The unit of a part of one, such as 0.63. */
        public static final String SHARE = "SHARE";

        /** No unit: a number such as KS. */
        public static final String FIGURE = "FIGURE";

        public boolean isShare() {
            return unit.equals(SHARE);
        }
    }

    /**
     * A fact that the rules look at.
     *
     * @param part message key below {@code factPart.}; facts of a part come one after the other
     * @param type head of the message keys that name the codes
     * @param measure of a number; null for everything else
     * @param known what the house knows by itself, which nobody may enter; null when a person has to say it
     * @param filed what was said last; null when nothing was
     * @param elements the facts of each record; none of what is no record
     */
    record Fact(
            String part,
            String name,
            LocalText label,
            FactKind kind,
            String type,
            List<String> codes,
            @Nullable Measure measure,
            @Nullable Object known,
            @Nullable Object filed,
            List<Fact> elements) {}

    /**
     * What is on file already when a dossier is asked for.
     *
     * @param fields of a product; none for a supplier
     */
    record Dossier(
            List<Fact> facts,
            List<ProductField> fields,
            @Nullable PrivacyNeed need,
            @Nullable Boolean platformTrusted,
            @Nullable String note) {}

    record Clause(String ref, LocalText summary, boolean verified) {}

    /**
     * A fact that led to a finding.
     *
     * @param type head of the message keys that name a choice
     * @param measure of a number; null for everything else
     * @param value its text, or its name in both languages
     */
    record Evidence(
            LocalText label,
            FactKind kind,
            String type,
            @Nullable Measure measure,
            Object value) {}

    /**
     * One role's part in a finding.
     *
     * @param answer null while it is waited for; so are the following
     * @param kept given about the same finding of an earlier screening; nothing that it was about has changed
     */
    record Review(
            Role group,
            @Nullable FindingAnswer answer,
            @Nullable LocalText person,
            @Nullable String condition,
            @Nullable LocalDate dueOn,
            @Nullable String comment,
            @Nullable Instant at,
            boolean kept) {}

    /**
     * What stands against a subject, or what nobody knows of it yet.
     *
     * @param rule id of the rule
     * @param severity message key below {@code Severity.}
     * @param layer message key below {@code Layer.}
     * @param housePolicy the bank itself wants it, not or not only a law
     * @param reviews who settles it; nobody settles what only takes note, and what nobody may waive
     */
    record Finding(
            String rule,
            String severity,
            String layer,
            boolean waivable,
            boolean housePolicy,
            LocalText text,
            List<Clause> clauses,
            List<Evidence> evidence,
            LocalText remedy,
            List<Review> reviews) {}

    /**
     * An attempt at a test.
     *
     * @param reportNo of the tester's report; null of a match test between the two workers
     * @param matchPercent what share of the sample the supplier knows
     * @param figures that the tester has measured
     * @param points what makes up the score; none of a match test, whose score is its rate
     * @param score of 100; null while there is no result
     * @param band message key below {@code testBand.}; null while there is no result
     * @param problem why it gave no result
     * @param superseded a reviewer wants it made anew
     */
    record Test(
            int attempt,
            @Nullable String reportNo,
            @Nullable LocalDate conductedOn,
            @Nullable Long sampleSize,
            @Nullable Long matched,
            @Nullable BigDecimal matchPercent,
            List<Evidence> figures,
            List<Points> points,
            @Nullable BigDecimal score,
            @Nullable String band,
            @Nullable LocalText problem,
            boolean superseded) {}

    /** @param item message key below {@code testItem.} */
    record Points(String item, BigDecimal weight, BigDecimal earned) {}

    /** @param metAt null while it is not met */
    record Condition(
            LocalText text, LocalDate dueOn, @Nullable Instant metAt) {}

    record Vote(
            LocalText person, boolean inFavour, @Nullable String comment, Instant at) {}

    /**
     * One turn of an admission.
     *
     * @param product whether a data product is admitted; else a supplier
     * @param subjectCode code of the supplier or product
     * @param state message key below {@code admission.state.}
     * @param round how often the dossier was supplemented
     * @param outcome message key below {@code admissionOutcome.}; null before the table was asked
     * @param reason why it was refused, when it was: message key below {@code admissionOutcome.}
     * @param findings of the last dossier, gravest first
     * @param screenedAt when the rules looked at the last dossier; null before
     * @param tests of a product, in the order in which they were made
     */
    record Turn(
            CaseId caseId,
            String caseNumber,
            boolean product,
            String subjectCode,
            LocalText subject,
            String state,
            int round,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable LocalDate validUntil,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable Instant screenedAt,
            List<Finding> findings,
            List<Test> tests,
            List<Condition> conditions,
            List<Vote> votes) {}

    /**
     * What a task asks for: the facts of a dossier, or what a test may measure.
     *
     * @throws org.sluice.process.NotFound when the task is no open one that asks for facts
     */
    Dossier dossier(TaskId task);

    /** @throws org.sluice.process.NotFound when the task is no open one that asks to settle a finding */
    Finding finding(TaskId task);

    /** The newest first. */
    List<Turn> ofCase(CaseId caseId);

    /** The newest first. */
    List<Turn> ofSupplier(String code);

    /** The newest first. */
    List<Turn> ofProduct(String code);
}
