package org.sluice.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;

class RequirementsViewTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsAllThatOneMaySeeOrOnlyOnesOwn() {
        show(Role.BUSINESS_REQUESTER, "en");
        assertThat(rows()).isEqualTo(3);
        _setValue(_get(Checkbox.class), true);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void offersANewOneToRequestersOnly() {
        show(Role.FINANCE, "en");
        assertThat(_find(Button.class, spec -> spec.withText("New requirement")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        show(Role.BUSINESS_REQUESTER, language);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    private void show(Role role, String language) {
        stage.enterAs(role);
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().navigate("requirements");
    }

    private static int rows() {
        return GridKt._size((Grid<?>) _get(Grid.class));
    }
}
