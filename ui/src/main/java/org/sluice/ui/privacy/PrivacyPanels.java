package org.sluice.ui.privacy;

import java.util.List;
import org.sluice.process.privacy.ApprovePrivacyJob;
import org.sluice.process.privacy.PrivacyJobProcess.Task;
import org.sluice.process.privacy.ReleasePrivacyResult;
import org.sluice.process.privacy.SettlePrivacyJob;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of the user tasks of privacy jobs. */
@Component
public class PrivacyPanels implements PanelSource {

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(
                        Task.APPROVE_PRIVACY_JOB, ApprovePrivacyJob.class, given -> new ApprovePrivacyJobPanel()),
                new PanelType<>(
                        Task.RELEASE_PRIVACY_RESULT,
                        ReleasePrivacyResult.class,
                        given -> new ReleasePrivacyResultPanel()),
                new PanelType<>(Task.SETTLE_PRIVACY_JOB, SettlePrivacyJob.class, given -> new SettlePrivacyJobPanel()));
    }
}
