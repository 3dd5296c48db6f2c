package org.sluice.ui.rulebook;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.StatusBadge;

class RulebookViewTest {

    private final Stage stage = new Stage().enterAs(Role.COMPLIANCE);

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyRowSaysInWordsWhyItIsSo(String language) {
        open("", language);

        assertThat(reasonsOf("upTo500k"))
                .contains(language.equals("zh") ? "行内制度：本行自定的规则" : "House policy: the bank’s own rule");
        assertThat(reasonsOf("above500k"))
                .contains(
                        "CN-OUT-37",
                        language.equals("zh") ? "重大外包须报告" : "Report major outsourcing",
                        "Art. 51",
                        language.equals("zh") ? "条款库中没有此条款" : "Not in the list of clauses");
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    @Test
    void whatNobodyHasVerifiedIsMarked() {
        open("", "en");

        assertThat(_find(_get(NativeTableRow.class, spec -> spec.withId("above500k")), StatusBadge.class))
                .as("the second-hand clause and the unknown one, and not the verified one")
                .extracting(StatusBadge::getText)
                .containsExactly("Not verified", "Not verified");
        assertThat(reasonsOf("upTo500k")).doesNotContain("Not verified");
    }

    @Test
    void anOlderReleaseIsShownAsItStood() {
        open("release=2", "en");

        assertThat(String.join("\n", Texts.of(view())))
                .contains("Release 2, made on", "Above, data management approves")
                .doesNotContain("the executive in charge approves too");
    }

    @Test
    void twoReleasesAreComparedSideBySide() {
        open("release=3&against=2", "en");

        assertThat(_find(Tab.class)).extracting(Tab::getLabel).startsWith("Changes");
        assertThat(String.join("\n", Texts.of(view())))
                .contains(
                        "In release 2",
                        "In release 3",
                        "Above, data management approves",
                        "Above, the executive in charge approves too",
                        "important.jrLevel");
    }

    @Test
    void aReleaseThatDoesNotExistIsNotFound() {
        open("release=99", "en");

        assertThat(_find(RulebookView.class)).isEmpty();
    }

    private static void open(String query, String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().navigate("rulebook", QueryParameters.fromString(query));
    }

    private static RulebookView view() {
        return _get(RulebookView.class);
    }

    private static String reasonsOf(String row) {
        var cells = _find(_get(NativeTableRow.class, spec -> spec.withId(row)), NativeTableCell.class);
        return String.join("\n", Texts.of(cells.get(cells.size() - 1)));
    }
}
