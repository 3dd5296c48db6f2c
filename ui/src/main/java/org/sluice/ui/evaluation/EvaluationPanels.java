package org.sluice.ui.evaluation;

import java.util.List;
import org.sluice.process.evaluation.CheckRectification;
import org.sluice.process.evaluation.DecideRenewal;
import org.sluice.process.evaluation.EvaluationCycleProcess.Task;
import org.sluice.process.evaluation.RateProduct;
import org.sluice.process.evaluation.RecordObjection;
import org.sluice.process.evaluation.ReviewObjection;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of evaluation's user tasks. */
@Component
public class EvaluationPanels implements PanelSource {

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(Task.RATE_PRODUCT, RateProduct.class, given -> new RateProductPanel()),
                new PanelType<>(Task.RECORD_OBJECTION, RecordObjection.class, given -> new RecordObjectionPanel()),
                new PanelType<>(Task.REVIEW_OBJECTION, ReviewObjection.class, ReviewObjectionPanel::new),
                new PanelType<>(Task.DECIDE_RENEWAL, DecideRenewal.class, DecideRenewalPanel::new),
                new PanelType<>(
                        Task.CHECK_RECTIFICATION, CheckRectification.class, given -> new CheckRectificationPanel()));
    }
}
