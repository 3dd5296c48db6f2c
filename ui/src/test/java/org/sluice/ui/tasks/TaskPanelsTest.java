package org.sluice.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.intake.IntakePanels;

class TaskPanelsTest {

    private final Stage stage = new Stage().enter();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void haveExactlyOnePanelForEachTaskOfTheIntake() throws IllegalAccessException {
        var keys = new ArrayList<String>();
        for (Field field : Task.class.getDeclaredFields()) {
            keys.add((String) field.get(null));
        }
        assertThat(new TaskPanels(List.of(new IntakePanels())).types())
                .extracting(PanelType::key)
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void readTheBodyThatTheyPromise() {
        new TaskPanels(List.of(new IntakePanels())).types().forEach(type -> {
            var panel = type.make().apply(TaskDesk.Material.NONE);
            assertThat(panel.read()).isInstanceOf(type.body());
            assertThat(panel.key()).isEqualTo(type.key());
        });
    }

    @Test
    void refuseTwoPanelsForOneTask() {
        assertThatThrownBy(() -> new TaskPanels(List.of(new IntakePanels(), new IntakePanels())))
                .isInstanceOf(IllegalStateException.class);
    }
}
