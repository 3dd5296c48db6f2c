package org.sluice.ui.rulebook;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.ui.fakes.FakeRulebook;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | from ¥100,000 to below ¥500,000 | anything but Single source | ¥500,000 and above | Yes",
                "zh | ¥100,000（含）至 ¥500,000（不含） | 除 单一来源 以外 | ¥500,000 及以上 | 是"
            })
    void everyCellIsSaidInWordsAndStandsAsWrittenInItsTooltip(
            String language, String range, String method, String above, String personal) {
        open("", language);

        assertThat(cellsOf("upTo500k")).contains(range, method, language.equals("zh") ? "任意" : "any");
        assertThat(cellsOf("above500k")).contains(above, personal);
        assertThat(cellsOf("upTo500k"))
                .contains(language.equals("zh") ? "需求部门负责人、数据管理部负责人" : "Business owner, Head of data management");
        assertThat(_find(_get(NativeTableBody.class, spec -> spec.withId("upTo500k")), NativeTableCell.class))
                .extracting(cell -> cell.getElement().getAttribute("title"))
                .contains("[100000..500000)", "not(\"SINGLE_SOURCE\")", "\"BUSINESS_OWNER, DATA_HEAD\"");
    }

    @Test
    void whatNobodyHasVerifiedIsMarked() {
        open("", "en");

        assertThat(_find(_get(NativeTableBody.class, spec -> spec.withId("above500k")), StatusBadge.class))
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
                        "Rules",
                        "Penalties, the older text",
                        "important.jrLevel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Many penalties | A person settles it | House policy | Compliance and personal-information protection",
                "zh | 处罚次数较多 | 人工处理 | 行内制度 | 合规/个人信息保护"
            })
    void rulesAreFilteredAndTheAddressSaysSo(
            String language, String statement, String severity, String layer, String settledBy) {
        open("group=supplier&severity=MANUAL", language);

        assertThat(_get(Tabs.class).getSelectedTab().getLabel()).isEqualTo(language.equals("zh") ? "准入规则" : "Rules");
        assertThat(GridKt._size(rules())).isEqualTo(1);
        assertThat(rowOf(0)).contains("S-26", severity, layer).anyMatch(cell -> cell.startsWith(settledBy));
        assertThat(rowOf(0)).contains(statement);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    @Test
    void aRuleSaysItsGroundsAndShowsItsText() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        var clauses = new FakeRulebook()
                .clauses(3).stream().collect(Collectors.toMap(RulebookDesk.Clause::ref, Function.identity()));
        var all = new FakeRulebook().rules(3);
        var list = new RuleList("rulebook.rules.none", all, clauses);

        assertThat(String.join("\n", Texts.of(list.whole(all.get(0)))))
                .contains(
                        "rule \"S-15 personal credit information\"",
                        "supplier/licences.drl, line 12",
                        "CN-PIPL-51 · Duties of a personal-information handler",
                        "Obtain it from a licensed body",
                        "Supplier admission");
        assertThat(_find(list.whole(all.get(0)), StatusBadge.class))
                .as("the verified clause and the unknown one")
                .extracting(StatusBadge::getText)
                .containsExactly("Verified", "Not verified");
        assertThat(_find(list.whole(all.get(1)), StatusBadge.class))
                .as("house policy is nothing to verify")
                .isEmpty();
        assertThat(String.join("\n", Texts.of(list.whole(all.get(2)))))
                .contains("Supervisory practice, no clause known", "Not verified");
    }

    @Test
    void aReleaseWithoutRulesSaysSo() {
        open("release=2&group=supplier", "en");

        assertThat(Texts.of(view())).contains("This release holds no rule.");
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

    @SuppressWarnings("unchecked")
    private static Grid<RulebookDesk.Rule> rules() {
        return _get(Grid.class);
    }

    private static List<String> rowOf(int row) {
        return rules().getColumns().stream()
                .filter(column -> column.getKey() != null)
                .flatMap(column -> Texts.of(GridKt._getCellComponent(rules(), row, column.getKey())).stream())
                .toList();
    }

    private static RulebookView view() {
        return _get(RulebookView.class);
    }

    private static List<String> cellsOf(String row) {
        return _find(_get(NativeTableBody.class, spec -> spec.withId(row)), NativeTableCell.class).stream()
                .map(NativeTableCell::getText)
                .toList();
    }

    private static String reasonsOf(String row) {
        var cells = _find(_get(NativeTableBody.class, spec -> spec.withId(row)), NativeTableCell.class);
        return String.join("\n", Texts.of(cells.get(cells.size() - 1)));
    }
}
