package org.sluice.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.ui.Stage;
import org.sluice.ui.cases.FakeCaseDesk;
import org.sluice.ui.intake.IntakePanels;

class TaskTextsTest {

    private static final Clock CLOCK = Clock.fixed(FakeTaskDesk.NOW, ZoneOffset.UTC);

    private final FakeTaskDesk desk = new FakeTaskDesk();
    private final TaskPanels panels = new TaskPanels(List.of(new IntakePanels()));

    @AfterEach
    void close() {
        Stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void inboxIsWholeInBothLanguages(String language) {
        Stage.open(Locale.forLanguageTag(language));
        ListScope.keep(TaskDesk.Scope.MY_GROUPS);
        UI.getCurrent().add(new InboxView(desk, panels, CLOCK));
        assertThat(Stage.keys(UI.getCurrent())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyTaskIsWholeInBothLanguages(String language) {
        Stage.open(Locale.forLanguageTag(language));
        for (var row : desk.rows()) {
            var view = new TaskView(desk, new FakeCaseDesk(), panels, CLOCK);
            UI.getCurrent().add(view);
            view.setParameter(null, row.id().value());
            assertThat(Stage.texts(view)).hasSizeGreaterThan(40);
            assertThat(Stage.keys(view)).isEmpty();
        }
    }
}
