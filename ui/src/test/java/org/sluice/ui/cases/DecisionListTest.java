package org.sluice.ui.cases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.ui.cases.CaseDesk.DecisionView;
import org.sluice.ui.cases.CaseDesk.Entry;
import org.sluice.ui.cases.CaseDesk.Fact;
import org.sluice.ui.cases.CaseDesk.FiredRow;
import org.sluice.ui.fakes.Stage;

class DecisionListTest {

    private final Stage stage = new Stage().enterAs(Role.AUDIT);

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void foldsTheQuestionsOfOneStepIntoOneEntryThatTellsEachOfThem() {
        var list = shown(
                item("HIT_RATE", 3),
                item("ACCURACY", 3),
                decision("grade", 3, Map.of("score", "82.5")),
                item("PSI", 3));

        assertThat(_find(list, H3.class)).extracting(H3::getText).containsExactly("scorecard", "grade", "scorecard");
        var fold = _get(list, NativeDetails.class);
        assertThat(fold.isOpen()).isFalse();
        assertThat(fold.getSummaryText()).isEqualTo("Questions to this table: 2");
        assertThat(_get(fold, OrderedList.class).getChildren())
                .extracting(question -> question.getElement().getTextRecursively())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Hit rate against contract", "row of HIT_RATE"),
                        second -> assertThat(second).contains("Accuracy", "row of ACCURACY"));
    }

    @Test
    void keepsApartWhatTwoReleasesSaid() {
        assertThat(_find(shown(item("HIT_RATE", 3), item("ACCURACY", 4)), H3.class))
                .hasSize(2);
    }

    @Test
    void keepsApartWhatTwoStepsAskedOfOneTable() {
        var list = shown(
                decision("grade", "grade", 3, Map.of("score", "82.5")),
                decision("grade", "supplierGrade", 3, Map.of("score", "71")));

        assertThat(_find(list, H3.class)).hasSize(2);
    }

    @Test
    void isOneLineOfTheThreadAsWell() {
        var thread = new CaseThread(List.of(taken("scorecard"), taken("scorecard"), taken("grade")));
        UI.getCurrent().add(thread);

        assertThat(_find(thread, ListItem.class))
                .extracting(line -> line.getElement().getTextRecursively())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("Scorecard of a product", "Questions2")
                                .doesNotContain("full"),
                        second -> assertThat(second).contains("Grade", "full").doesNotContain("Questions"));
    }

    private static Entry taken(String decision) {
        return new Entry(
                Instant.parse("2026-11-18T01:00:00Z"),
                "decision.taken",
                null,
                List.of(fact("decision", decision), fact("release", "3"), fact("rows", "full")));
    }

    private static Fact fact(String label, String value) {
        return new Fact(label, new LocalText(value, value));
    }

    private static DecisionList shown(DecisionView... decisions) {
        var list = new DecisionList(List.of(decisions));
        UI.getCurrent().add(list);
        return list;
    }

    private static DecisionView item(String item, int release) {
        return decision("scorecard", release, Map.of("item", item));
    }

    private static DecisionView decision(String name, int release, Map<String, String> facts) {
        return decision(name, name, release, facts);
    }

    private static DecisionView decision(String name, String element, int release, Map<String, String> facts) {
        var row = "row of " + facts.values().iterator().next();
        return new DecisionView(
                name,
                element,
                new LocalText(name, name),
                release,
                Instant.parse("2026-11-18T01:00:00Z"),
                facts,
                List.of(new FiredRow("r", new LocalText(row, row), Map.of(), false, List.of())));
    }
}
