package org.sluice.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.ui.Stage;

class IntakeTextsTest {

    private final FakeIntakeDesk desk = new FakeIntakeDesk();

    @AfterEach
    void close() {
        Stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void formIsWholeInBothLanguages(String language) {
        Stage.open(Locale.forLanguageTag(language));
        new Draft(RequirementFormViewTest.full(), "key").keep();
        UI.getCurrent().add(new RequirementFormView(desk));
        assertThat(Stage.texts(UI.getCurrent())).hasSizeGreaterThan(60);
        assertThat(Stage.keys(UI.getCurrent())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void listIsWholeInBothLanguages(String language) {
        Stage.open(Locale.forLanguageTag(language));
        UI.getCurrent().add(new RequirementsView(desk, Clock.fixed(FakeIntakeDesk.NOW, ZoneOffset.UTC)));
        assertThat(Stage.keys(UI.getCurrent())).isEmpty();
    }
}
