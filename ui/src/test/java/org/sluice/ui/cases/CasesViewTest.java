package org.sluice.ui.cases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseKind;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;

class CasesViewTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAddressNamesTheCasesThatAFigureCounts() {
        show("kind=EVALUATION&overdue=true&step=confirmNeed", "en");
        assertThat(rows()).isEqualTo(1);
        var asked = stage.cases.filters.get(stage.cases.filters.size() - 1);
        assertThat(asked.kind()).isEqualTo(CaseKind.EVALUATION);
        assertThat(asked.overdue()).isTrue();
        assertThat(asked.step()).isEqualTo("confirmNeed");
    }

    @Test
    void aStepFromTheAddressCanBeTakenAway() {
        show("step=confirmNeed", "en");
        _click(_get(Button.class, spec -> spec.withText("Only: Confirm need")));
        assertThat(rows()).isEqualTo(2);
        assertThat(stage.cases.filters.get(stage.cases.filters.size() - 1).step())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        show("step=confirmNeed&state=SUBMITTED", language);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    private void show(String query, String language) {
        stage.enterAs(Role.DATA_STEWARD);
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().navigate("cases", QueryParameters.fromString(query));
    }

    private static int rows() {
        return GridKt._size((Grid<?>) _get(Grid.class));
    }
}
