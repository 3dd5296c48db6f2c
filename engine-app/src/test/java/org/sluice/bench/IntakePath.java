package org.sluice.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sluice.process.Body;
import org.sluice.process.Role;
import org.sluice.process.intake.ApproveRequirement;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.ConfirmNeed;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.Feasibility;
import org.sluice.process.intake.GiveOpinion;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.Opinion;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.process.intake.SubjectType;
import org.sluice.process.intake.Urgency;
import org.sluice.process.intake.WriteFeasibilityNote;

/**
 * The one path through the intake that both sides take: a new wish that weighs on a limit and costs 150 000, so that
 * the owner confirms, risk management advises, the intake desk writes its note, three more people approve, and it is
 * handed over. Six people's steps, three tables.
 */
final class IntakePath {

    static final List<Role> OPINIONS = List.of(Role.RISK_MGMT);

    /** The owner stands on the ladder as well, and has approved by confirming. */
    static final List<Role> APPROVALS = List.of(Role.DATA_HEAD, Role.PROCUREMENT_HEAD, Role.FINANCE);

    static final BigDecimal AMOUNT = new BigDecimal("150000");

    static final String LINE = "INCLUSIVE_FINANCE";

    private static final Map<String, Body> BODIES = Map.of(
            Task.CONFIRM_NEED, new ConfirmNeed(true, false, "The need is real and in our plan."),
            Task.GIVE_OPINION, new GiveOpinion(Opinion.SUPPORT, "No objection from our side."),
            Task.WRITE_FEASIBILITY_NOTE,
                    new WriteFeasibilityNote(Feasibility.PROCEED, false, "Two suppliers offer it."),
            Task.APPROVE_REQUIREMENT, new ApproveRequirement(true, "Approved."));

    private IntakePath() {}

    /** A wish whose fields nobody else asks for, so that it resembles nothing. */
    static RequirementForm form() {
        var unique = "f" + UUID.randomUUID().toString().replace("-", "");
        return new RequirementForm(
                "Figures " + unique.substring(0, 8),
                LINE,
                "HO",
                "SME_PROPENSITY",
                DecisionImpact.LIMIT_OR_PRICE,
                false,
                SubjectType.ENTERPRISE,
                List.of("TAX"),
                List.of(need(unique + "a"), need(unique + "b")),
                List.of(),
                null,
                InterfaceForm.BATCH_FILE,
                1000L,
                null,
                null,
                LocalDate.of(2099, 12, 31),
                Urgency.NORMAL,
                null,
                "better decisions",
                null,
                BudgetSource.LINE,
                AMOUNT,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static RequirementForm.FieldNeed need(String name) {
        return new RequirementForm.FieldNeed(name, "needed for the figures", 1, true);
    }

    /** What the person at this task answers. */
    static Body body(String task) {
        var body = BODIES.get(task);
        if (body == null) {
            throw new IllegalStateException("The path does not lead to " + task);
        }
        return body;
    }
}
