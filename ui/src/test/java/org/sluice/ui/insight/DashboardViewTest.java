package org.sluice.ui.insight;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import elemental.json.JsonValue;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.BpmnDiagram;

class DashboardViewTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void eachCountOfAStageLeadsToItsCases() {
        show("", "en");
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .contains(
                        "cases?kind=REQUIREMENT&state=SUBMITTED&open=true",
                        "cases?kind=REQUIREMENT&state=SUBMITTED&open=true&overdue=true",
                        "cases?kind=EVALUATION&state=OPEN&open=true")
                .doesNotContain("cases?kind=EVALUATION&state=OPEN&open=true&overdue=true");
    }

    @Test
    void theAddressSaysWhichWindowCounts() {
        show("days=30", "en");
        show("days=7", "en");
        assertThat(stage.figures.asked).endsWith(30, 90);
    }

    @Test
    void atAStepWhereNobodyWaitsOnlyTheMedianStands() {
        show("", "en");
        var picture = _get(BpmnDiagram.class).getElement().getChild(0);
        assertThat(((JsonValue) picture.getPropertyRaw("figures")).toJson())
                .contains("4 waiting", "\"median 5")
                .doesNotContain("0 waiting", "giveOpinion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        show("", language);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void saysSoWhenThereIsNothing(String language) {
        stage.figures.empty = true;
        show("", language);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
        assertThat(Texts.of(UI.getCurrent())).contains(language.equals("en") ? "No case is open." : "目前没有办理中的事项。");
    }

    private void show(String query, String language) {
        if (UI.getCurrent() == null) {
            stage.enterAs(Role.DATA_HEAD);
        }
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent()
                .navigate("dashboard", query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }
}
