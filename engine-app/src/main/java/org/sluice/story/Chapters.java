package org.sluice.story;

import java.time.Instant;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.process.blacklist.SupplierSuspensionProcess;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.ui.story.Chapter;

/** Which chapter a task belongs to. */
final class Chapters {

    private Chapters() {}

    /** @param asked when the task was created: the first supplier's admission is another chapter than the second's */
    static Chapter of(String process, String task, Instant asked, Plot plot) {
        var before = plot.refusedAt() == null || asked.isBefore(plot.refusedAt());
        return switch (process) {
            case RequirementIntakeProcess.KEY -> Chapter.INTAKE;
            case ProcurementProcess.KEY -> ofPurchase(task, before);
            case SupplierAdmissionProcess.KEY -> before ? Chapter.REFUSAL : Chapter.ADMISSION;
            case DataAdmissionProcess.KEY -> Chapter.TEST;
            case EvaluationCycleProcess.KEY ->
                task.equals(EvaluationCycleProcess.Task.CHECK_RECTIFICATION) ? Chapter.RECTIFICATION : Chapter.GRADE;
            case DataExitProcess.KEY -> Chapter.EXIT;
            case SupplierBlacklistProcess.KEY,
                    SupplierSuspensionProcess.KEY,
                    BlacklistListingProcess.KEY,
                    BlacklistLiftingProcess.KEY -> Chapter.BLACKLIST;
            default -> throw new IllegalArgumentException("The story has no chapter for " + process + " " + task);
        };
    }

    private static Chapter ofPurchase(String task, boolean before) {
        return switch (task) {
            case ProcurementProcess.Task.APPROVE_CONTRACT,
                    ProcurementProcess.Task.REGISTER_CONTRACT,
                    ProcurementProcess.Task.SETTLE_OVERRUN -> Chapter.CONTRACT;
            default -> before ? Chapter.OFFERS : Chapter.ADMISSION;
        };
    }
}
