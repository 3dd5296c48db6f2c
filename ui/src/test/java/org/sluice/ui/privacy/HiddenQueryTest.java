package org.sluice.ui.privacy;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Conflict;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.process.access.Purpose;
import org.sluice.ui.fakes.FakeHiddenQueries;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.HiddenQueryDesk.ListState;
import org.sluice.ui.privacy.HiddenQueryDesk.Option;
import org.sluice.ui.privacy.HiddenQueryDesk.SuppliersList;

class HiddenQueryTest {

    private final Stage stage = new Stage();
    private final FakeHiddenQueries desk = stage.hiddenQueries;

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        enter(language);
        _setValue(list(), desk.lists.get(0));
        fill("a\nb\na");
        _click(button("privacy.query.ask"));
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
        assertThat(texts()).contains(Words.of("privacy.query.subtitle"));
        assertThat(texts()).anyMatch(text -> text.contains("P-256"));
    }

    @Test
    void isReachedFromTheMenuAndFromTheQueue() {
        enter("en");
        UI.getCurrent().navigate("privacy");
        assertThat(_get(Anchor.class, spec -> spec.withText("Hidden query")).getHref())
                .isEqualTo("privacy/query");
        var menu = _find(SideNavItem.class).stream().map(SideNavItem::getPath).toList();
        assertThat(menu.get(menu.indexOf("privacy") + 1)).isEqualTo("privacy/query");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        desk.units = List.of(
                new Option("HO", new LocalText("总行", "Head office")),
                new Option("SH", new LocalText("上海", "Shanghai")));
        enter("en");
        _click(button("privacy.query.ask"));
        assertThat(desk.sent).isEmpty();
        assertThat(unit().isInvalid()).isTrue();
        assertThat(purpose().isInvalid()).isTrue();
        assertThat(list().isInvalid()).isTrue();
        assertThat(identifiers().isInvalid()).isTrue();
        assertThat(button("privacy.query.ask").isEnabled()).isTrue();
    }

    @Test
    void blankLinesAndDoublesAreNotAsked() {
        enter("en");
        fill(" a \n\n\nb\na\n  \nc");
        assertThat(identifiers().getHelperText())
                .isEqualTo("To be asked: 3; the supplier counts 8. Written more than once and asked once: 1.");
        _setValue(list(), desk.lists.get(0));
        _click(button("privacy.query.ask"));
        assertThat(desk.sent).singleElement().satisfies(form -> {
            assertThat(form.unitCode()).isEqualTo("HO");
            assertThat(form.purpose()).isEqualTo(Purpose.RISK_MONITORING);
            assertThat(form.list()).isEqualTo("L-1");
            assertThat(form.identifiers()).containsExactly("a", "b", "c");
        });
    }

    @Test
    void moreThanABatchIsSaidBeforeItIsSent() {
        enter("en");
        fill(many(64));
        assertThat(identifiers().isInvalid()).isFalse();
        assertThat(identifiers().getHelperText()).contains("the supplier counts 64");
        _setValue(identifiers(), many(65));
        assertThat(identifiers().isInvalid()).isTrue();
        assertThat(identifiers().getErrorMessage()).contains("At most 64 at once");
        _setValue(list(), desk.lists.get(0));
        _click(button("privacy.query.ask"));
        assertThat(desk.sent).isEmpty();
        assertThat(identifiers().getErrorMessage()).contains("At most 64 at once");
    }

    /** The lines that a person sees are those that are named, also where blank ones and doubles stand between. */
    @Test
    void anIdentifierThatIsWrongIsSaidWithItsLine() {
        enter("en");
        fill("a\n\na\n" + "x".repeat(201) + "\nb\n" + "y".repeat(201));
        _setValue(list(), desk.lists.get(0));
        _click(button("privacy.query.ask"));
        assertThat(desk.sent).isEmpty();
        assertThat(identifiers().isInvalid()).isTrue();
        assertThat(identifiers().getErrorMessage()).startsWith("Lines 4, 6: ").contains("64");
        assertThat(_find(Notification.class)).isEmpty();

        desk.refuses = new Invalid(
                List.of(new FieldProblem("identifiers[1]", "required"), new FieldProblem("list", "unknownList")));
        _setValue(identifiers(), "a\n\nb");
        _click(button("privacy.query.ask"));
        assertThat(identifiers().getErrorMessage()).startsWith("Line 3: ");
        assertThat(list().getErrorMessage()).contains("No list of this id can be asked");
        assertThat(_find(Notification.class)).isEmpty();

        UI.getCurrent().setLocale(Locale.CHINESE);
        _click(_get(Button.class, spec -> spec.withText("Ask")));
        assertThat(identifiers("Identifiers").getErrorMessage()).startsWith("第 3 行：");
    }

    @Test
    void aListThatCannotBeAskedSaysWhyAndIsNotAsked() {
        enter("en");
        fill("a");
        _setValue(list(), desk.lists.get(2));
        assertThat(list().isInvalid()).isTrue();
        assertThat(list().getErrorMessage()).isEqualTo("Away · The supplier’s worker does not answer.");
        _click(button("privacy.query.ask"));
        assertThat(desk.sent).isEmpty();
        assertThat(list().isInvalid()).isTrue();
        assertThat(texts()).contains("Away");

        _setValue(list(), desk.lists.get(1));
        assertThat(list().getErrorMessage()).contains("building this list");
        assertThat(list().getItemLabelGenerator().apply(desk.lists.get(1)))
                .isEqualTo("tax · Dishonoured debtors · Alpha Ltd · Being prepared");

        // it has become ready meanwhile: what was chosen stays chosen
        desk.lists = List.of(desk.lists.get(0), FakeHiddenQueries.list("L-2", "tax", ListState.READY));
        _click(button("privacy.query.look"));
        assertThat(list().isInvalid()).isFalse();
        assertThat(list().getValue()).isEqualTo(desk.lists.get(1));
        _click(button("privacy.query.ask"));
        assertThat(desk.sent).hasSize(1);
    }

    @Test
    void theFactsOfTheChosenListStandBesideIt() {
        enter("en");
        _setValue(list(), desk.lists.get(0));
        assertThat(texts())
                .contains("Alpha Ltd", "Dishonoured debtors", "120,000", "Ready", "0123456789abcdef…")
                .contains(FakeHiddenQueries.DIGEST);
    }

    @Test
    void answersAreShownUntilTheyAreClearedOrLeft() {
        enter("en");
        fill("a\nb\nc");
        _setValue(list(), desk.lists.get(0));
        assertThat(_find(Grid.class)).hasSize(1);
        _click(button("privacy.query.ask"));

        var grid = _find(Grid.class).get(0);
        assertThat(GridKt._size(grid)).isEqualTo(3);
        assertThat(row(grid, 0)).isEqualTo("a Found entry of a");
        assertThat(row(grid, 1)).isEqualTo("b Not found —");
        assertThat(texts()).contains("2 of 3", "8", "412 ms");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("privacy/query");
        assertThat(button("privacy.query.ask").isEnabled()).isTrue();

        _click(button("privacy.query.clear"));
        assertThat(_find(Grid.class)).hasSize(1);
        assertThat(identifiers().getValue()).isEmpty();
        assertThat(texts()).noneMatch(text -> text.contains("entry of"));
        assertThat(_find(Button.class, spec -> spec.withText("Clear"))).isEmpty();

        fill("a");
        _click(button("privacy.query.ask"));
        var view = _get(HiddenQueryView.class);
        assertThat(Texts.of(view)).anyMatch(text -> text.contains("1 of 1"));
        UI.getCurrent().navigate("tasks");
        assertThat(Texts.of(view)).noneMatch(text -> text.contains("1 of 1"));
        UI.getCurrent().navigate("privacy/query");
        assertThat(identifiers().getValue()).isEmpty();
        assertThat(_find(Grid.class)).hasSize(1);
    }

    @Test
    void aRefusalIsShownAndTheListsAreReadAnew() {
        enter("en");
        fill("a");
        _setValue(list(), desk.lists.get(0));
        _click(button("privacy.query.ask"));
        var before = desk.choicesAsked;
        desk.refuses = new Conflict("noQueryDoor");
        _click(button("privacy.query.ask"));
        assertThat(Texts.of(_get(Notification.class)))
                .anyMatch(text -> text.contains("The bank's worker does not answer questions just now"));
        assertThat(desk.choicesAsked).isEqualTo(before + 1);
        assertThat(button("privacy.query.ask").isEnabled()).isTrue();
        assertThat(identifiers().getValue()).isEqualTo("a");
        // the answers of the question before are not those of this one
        assertThat(texts()).noneMatch(text -> text.contains("1 of 1"));
    }

    @Test
    void whoMayNotAskSeesWhatWasAskedAlone() {
        desk.mayAsk = false;
        desk.choicesFail = new NotPermitted("hiddenQueryGrant");
        enter("en");
        assertThat(desk.choicesAsked).isZero();
        assertThat(_find(HiddenQueryFields.class)).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Ask"))).isEmpty();
        var grid = _get(Grid.class);
        assertThat(GridKt._size(grid)).isEqualTo(2);
        assertThat(row(grid, 0)).contains("Zhang San", "debtors", "3 8 412");
        assertThat(row(grid, 1)).contains("quota used up");
    }

    @Test
    void saysWhereThereIsNothingOrNothingIsToBeHad() {
        desk.lists = List.of();
        desk.questions = List.of();
        enter("en");
        assertThat(texts()).anyMatch(text -> text.contains("No supplier has a list"));
        assertThat(texts()).contains("Nothing was asked yet.");
        desk.lists = List.of(FakeHiddenQueries.list("L-1", "debtors", ListState.READY));
        _click(button("privacy.query.look"));
        assertThat(list().getValue()).isEqualTo(desk.lists.get(0));

        desk.choicesFail = new IllegalStateException("the engine is away");
        desk.broken = true;
        UI.getCurrent().navigate("tasks");
        UI.getCurrent().navigate("privacy/query");
        assertThat(_find(HiddenQueryFields.class)).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Try again"))).hasSize(2);
        desk.choicesFail = null;
        _click(_find(Button.class, spec -> spec.withText("Try again")).get(0));
        assertThat(_find(HiddenQueryFields.class)).hasSize(1);
    }

    @Test
    void countsAsTheProtocolFillsItsBatches() {
        assertThat(IntStream.of(0, 1, 2, 8, 9, 64)
                        .map(many -> IdentifierLines.of(many(many)).counted()))
                .containsExactly(0, 1, 8, 8, 64, 64);
        assertThat(IdentifierLines.of("a\r\n　\nb\nb\nb").doubled()).isEqualTo(2);
    }

    private void enter(String language) {
        stage.enterAs(Role.BUSINESS_REQUESTER);
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().navigate("privacy/query");
    }

    private static void fill(String identifiers) {
        _setValue(purpose(), Purpose.RISK_MONITORING);
        _setValue(identifiers(), identifiers);
    }

    private static String many(int many) {
        return IntStream.range(0, many).mapToObj(i -> "id-" + i).collect(Collectors.joining("\n"));
    }

    private static List<String> texts() {
        return Texts.of(UI.getCurrent());
    }

    @SuppressWarnings("unchecked")
    private static String row(Grid<?> grid, int row) {
        var columns = ((Grid<Object>) grid)
                .getColumns().stream().filter(Component::isVisible).toList();
        return columns.stream()
                .map(column -> GridKt._getCellComponent((Grid<Object>) grid, row, column.getKey())
                        .getElement()
                        .getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(Words.of(key)));
    }

    private static <C extends Component> C field(Class<C> type, String name) {
        return _get(type, spec -> spec.withLabel(Words.of("privacy.query." + name)));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Option> unit() {
        return field(ComboBox.class, "unitCode");
    }

    @SuppressWarnings("unchecked")
    private static Select<Purpose> purpose() {
        return field(Select.class, "purpose");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<SuppliersList> list() {
        return field(ComboBox.class, "list");
    }

    private static TextArea identifiers() {
        return field(TextArea.class, "identifiers");
    }

    private static TextArea identifiers(String label) {
        return _get(TextArea.class, spec -> spec.withLabel(label));
    }
}
