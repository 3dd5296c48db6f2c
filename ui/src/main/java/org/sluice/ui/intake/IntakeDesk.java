package org.sluice.ui.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.Withdraw;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;

/** What a requester needs: the form's choices, what the bank already has, sending, following, taking back. */
public interface IntakeDesk {

    record Receipt(CaseId caseId, String requirementNo) {}

    /** A code with its name in both languages. */
    record Option(String code, LocalText name) {}

    /**
     * A scenario proposes its line, classes and impact, so that the form fills itself.
     *
     * @param businessLines all that it serves, the one that is proposed first
     */
    record ScenarioOption(
            String code, LocalText name, List<String> businessLines, List<String> dataClasses, String decisionImpact) {}

    /**
     * @param jrLevel JR/T 0197 level 1 to 5 of the field, proposed as its sensitivity
     * @param ifPerson personal information only where the data is about persons
     */
    record FieldOption(
            String dataClass, String name, LocalText label, int jrLevel, boolean personalInfo, boolean ifPerson) {}

    /**
     * How sensitive the house finds a form, whatever it says of itself.
     *
     * @param jrLevel JR/T 0197 level 1 to 5 that counts from now on
     * @param personalInfo personal information by subjects, classes or fields: compliance approves
     * @param problems what the form says that cannot be, with a remedy; empty when nothing speaks against it
     */
    record Grade(int jrLevel, boolean personalInfo, List<FieldProblem> problems) {}

    /** @param units only those for which the person may ask */
    record Choices(
            List<Option> businessLines,
            List<Option> units,
            List<ScenarioOption> scenarios,
            List<Option> dataClasses,
            List<FieldOption> fields,
            List<Option> regions) {}

    /**
     * What the bank already has or is already asking for.
     *
     * @param score 0 to 1, of class, subject, fields and region together
     */
    record Match(
            boolean product,
            String code,
            LocalText name,
            String state,
            double score,
            double classScore,
            double subjectScore,
            double fieldScore,
            double regionScore,
            boolean reuseAllowed,
            @Nullable CaseId caseId) {}

    record Row(
            CaseId caseId,
            String requirementNo,
            String title,
            RequirementState state,
            LocalText orgUnitName,
            Money budgetAmount,
            Instant createdAt,
            @Nullable String waitingAt,
            @Nullable Instant due) {}

    Choices choices();

    /** What the house makes of a form that may still be incomplete: the same that counts when it is sent. */
    Grade grade(RequirementForm draft);

    /** The best matches of a form that may still be incomplete; at most {@code similarity.kept}, best first. */
    List<Match> similar(RequirementForm draft);

    /** What the form's budget line has left, or null when there is no such line. */
    @Nullable
    Money available(BudgetSource source, @Nullable String businessLine, @Nullable String branchCode);

    /** Sends the form. The same key sent twice gives the same receipt and changes nothing. */
    Receipt submit(RequirementForm form, String idempotencyKey);

    /** Requirements that the person may see, newest first. */
    Page<Row> requirements(@Nullable String text, boolean onlyMine, int offset, int limit);

    /** The initiator takes a requirement back; what was reserved is released, and what had joined it begins anew. */
    void withdraw(CaseId caseId, Withdraw body);
}
