package org.sluice.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.TaskId;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.ui.access.AccessPanels;
import org.sluice.ui.admission.AdmissionPanels;
import org.sluice.ui.fakes.FakeAdmissions;
import org.sluice.ui.fakes.FakeQuotations;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.intake.IntakePanels;
import org.sluice.ui.privacy.PrivacyPanels;
import org.sluice.ui.procurement.ProcurementPanels;

class TaskPanelsTest {

    private final Stage stage = new Stage().enter();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void haveExactlyOnePanelForEachTask() throws IllegalAccessException {
        var keys = new ArrayList<String>();
        for (var stage : List.of(
                RequirementIntakeProcess.Task.class,
                SupplierAdmissionProcess.Task.class,
                DataAdmissionProcess.Task.class,
                ProcurementProcess.Task.class,
                UsageAuthorizationProcess.Task.class,
                PrivacyJobProcess.Task.class)) {
            for (Field field : stage.getDeclaredFields()) {
                keys.add((String) field.get(null));
            }
        }
        assertThat(panels().types()).extracting(PanelType::key).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void readTheBodyThatTheyPromise() {
        panels().types().forEach(type -> {
            var panel = type.make().apply(new TaskId("t-1"), TaskDesk.Material.NONE);
            assertThat(panel.read()).isInstanceOf(type.body());
            assertThat(panel.key()).isEqualTo(type.key());
        });
    }

    private static TaskPanels panels() {
        return new TaskPanels(List.of(
                new IntakePanels(),
                new AdmissionPanels(new FakeAdmissions()),
                new ProcurementPanels(new FakeQuotations()),
                new AccessPanels(),
                new PrivacyPanels()));
    }

    @Test
    void refuseTwoPanelsForOneTask() {
        assertThatThrownBy(() -> new TaskPanels(List.of(new IntakePanels(), new IntakePanels())))
                .isInstanceOf(IllegalStateException.class);
    }
}
