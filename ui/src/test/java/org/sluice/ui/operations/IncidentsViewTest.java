package org.sluice.ui.operations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;

class IncidentsViewTest {

    private final Stage stage = new Stage().enterAs(Role.PLATFORM_OPS);

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({"zh, 预占预算", "en, Reserve budget"})
    void namesTheStepThatIsStuckAsTheModelDoes(String language, String name) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().navigate(IncidentsView.class);

        @SuppressWarnings("unchecked")
        var grid = (Grid<IncidentDesk.Row>) _get(Grid.class);
        var cell = GridKt._getCellComponent(grid, 0, "operations.element");
        assertThat(cell.getElement().getText()).isEqualTo(name);
        assertThat(cell.getElement().getAttribute("title")).isEqualTo("reserveBudget");
    }
}
