package org.sluice.ui.access;

import java.util.List;
import org.sluice.process.access.ApproveUsage;
import org.sluice.process.access.FileUsageAssessment;
import org.sluice.process.access.UsageAuthorizationProcess.Task;
import org.sluice.process.access.VoteOnUsage;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of the user tasks of usage authorization. */
@Component
public class AccessPanels implements PanelSource {

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(
                        Task.FILE_USAGE_ASSESSMENT, FileUsageAssessment.class, given -> new FileUsageAssessmentPanel()),
                new PanelType<>(Task.APPROVE_USAGE, ApproveUsage.class, ApproveUsagePanel::new),
                new PanelType<>(Task.VOTE_ON_USAGE, VoteOnUsage.class, given -> new VoteOnUsagePanel()));
    }
}
