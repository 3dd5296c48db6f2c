package org.sluice.ui.cases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.Withdraw;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.ui.fakes.FakeCases;
import org.sluice.ui.fakes.FakeMatchTests;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;

class CaseViewTest {

    private static final CaseId ID = new CaseId(new UUID(0, 1));

    private final Stage stage = new Stage().enterAs(Role.BUSINESS_REQUESTER);
    private final FakeCases desk = stage.cases;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void tellsTheWholeCaseOnOnePage() {
        var view = show();
        assertThat(_find(view, Section.class)).hasSize(6);
        assertThat(Texts.of(view))
                .contains(
                        "Riverside Branch",
                        "Submitted",
                        "Confirm need",
                        "waits for Business owner · Riverside Branch",
                        "Owner confirmed the need",
                        "Needed for this quarter’s lending.",
                        "42%",
                        "New, with impact on customers",
                        "Data intake, Risk management");
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    void speaksOfAdmissionsOnlyWhereSomethingIsBought(CaseKind kind) {
        desk.kind = kind;
        assertThat(_find(show(), Section.class, spec -> spec.withClasses("case-admissions")))
                .hasSize(kind == CaseKind.REQUIREMENT ? 1 : 0);
    }

    @Test
    void aTableMovesInItsOwnFrameAndKeepsWordsAndLinesWhole() {
        var grid = table("opinions");
        var frame = grid.getParent().orElseThrow();
        assertThat(frame.getStyle().get("overflow-x")).isEqualTo("auto");
        assertThat(frame.getElement().getAttribute("tabindex")).isEqualTo("0");
        assertThat(_find(grid, NativeTableCell.class)).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.getStyle().get("overflow-wrap")).isEqualTo("break-word");
            var isShort = !cell.getElement().getTextRecursively().contains(" ");
            assertThat(cell.getStyle().get("white-space")).isEqualTo(isShort ? "nowrap" : "pre-line");
        });
    }

    @Test
    void tellsTheMatchTestsOfItsCaseFromTheMomentThatThereIsOne() {
        var view = show();
        assertThat(_find(view, Section.class, spec -> spec.withClasses("match-tests")))
                .isEmpty();

        stage.matchTests.move(FakeMatchTests.test(
                MatchTestState.RUNNING, FakeMatchTests.computing(5_000), FakeMatchTests.computing(1), null));
        MockVaadin.clientRoundtrip();
        assertThat(Texts.of(_get(view, Section.class, spec -> spec.withClasses("match-tests"))))
                .contains("Match tests", "Hashing and masking: 5,000 of 20,000, 1.5 MB over the line");

        UI.getCurrent().navigate("calendar");
        assertThat(stage.matchTests.watchers).isEmpty();
    }

    @Test
    void saysHowItEnded() {
        desk.outcome = "handedOver";
        assertThat(Texts.of(show()))
                .contains("Handed over to procurement", "Closed on 21 Nov 2026: Handed over to procurement.");
    }

    @ParameterizedTest
    @CsvSource({
        "zh, handedOver, 已于 2027年1月4日 移交采购。",
        "zh, nextQuarter, 等待预算，至 2027年1月4日。",
        "en, handedOver, Handed over to procurement on 4 Jan 2027.",
        "en, nextQuarter, Waits for budget until 4 Jan 2027."
    })
    void saysWhyNobodyIsAsked(String language, String what, String sentence) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        desk.standing = new CaseDesk.Standing(what, Instant.parse("2027-01-03T16:00:00Z"));
        assertThat(Texts.of(show())).contains(sentence);
    }

    @Test
    void saysOfEachFieldWhyItIsNeededAndOfEachOpinionWhose() {
        assertThat(rows("fieldsNeeded"))
                .containsExactly(
                        "Field | Why it is needed | Data security level | Mandatory",
                        "Tax credit grade (taxCreditGrade) | A hard condition of loan admission | 2 | Yes",
                        "insured_count_of_last_quarter | To check the firm’s size | 2 | No");
        assertThat(rows("opinions"))
                .containsExactly(
                        "Role | Person | Opinion | Comment",
                        "Risk management | Demo risk | Support with condition | For credit decisions only.",
                        "Compliance and personal-information protection | Demo compliance | Support | —");
    }

    @Test
    void isFoundByTheNumberThatPeopleSay() {
        UI.getCurrent().navigate("cases/REQ-2026-00017");
        assertThat(Texts.of(_get(CaseView.class))).contains("Riverside Branch");

        UI.getCurrent().navigate("cases/REQ-2026-99999");
        assertThat(_find(CaseView.class)).isEmpty();
    }

    @Test
    void leadsFromACodeToWhatItNames() {
        assertThat(_find(show(), Anchor.class))
                .extracting(Anchor::getHref)
                .contains("products/DP-00042", "cases/REQ-2026-00016")
                .as("what a person wrote is left alone")
                .doesNotContain("products/DP-00001");
    }

    @Test
    void leadsToCasesOfEveryKindAndToSuppliersFromFactsAndTables() {
        var value = new LocalText(
                "甲（SUP-00268），EXI-2026-00001，CON-2026-00001", "A (SUP-00268), EXI-2026-00001, CON-2026-00001");
        for (var label : List.of("supplier", "replacement", "code")) {
            assertThat(FactValue.of(label, value)
                            .getChildren()
                            .filter(Anchor.class::isInstance)
                            .map(link -> ((Anchor) link).getHref()))
                    .as(label)
                    .containsExactly("suppliers/SUP-00268", "cases/EXI-2026-00001");
        }
        var table = new FactTable(new CaseDesk.Table(
                "affected",
                List.of(List.of(new CaseDesk.Fact("code", new LocalText("USE-2026-00002", "USE-2026-00002"))))));
        assertThat(_find(table, Anchor.class)).extracting(Anchor::getHref).containsExactly("cases/USE-2026-00002");
    }

    @Test
    void foldsATaskThatHasEndedIntoOneLine() {
        assertThat(lines("Task completed"))
                .singleElement()
                .asString()
                .contains("Demo owner", "Confirm", "Business owner", "Asked on18 Nov 2026, 09:12");
        assertThat(lines("Task created"))
                .as("of the task that is still open")
                .singleElement()
                .asString()
                .contains("Risk management");
    }

    private static List<String> lines(String action) {
        return _find(show(), ListItem.class).stream()
                .map(line -> line.getElement().getTextRecursively())
                .filter(line -> line.contains(action))
                .toList();
    }

    private static List<String> rows(String table) {
        return _find(table(table), NativeTableRow.class).stream()
                .map(row -> row.getChildren()
                        .map(cell -> cell.getElement().getTextRecursively())
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static NativeTable table(String table) {
        return _get(
                show(),
                NativeTable.class,
                spec -> spec.withPredicate(
                        it -> ("case-table-" + table).equals(it.getElement().getAttribute("aria-labelledby"))));
    }

    @Test
    void isTakenBackOnlyWithAReason() {
        show();
        _click(button("Withdraw"));
        _click(dialogButton());
        assertThat(stage.intake.withdrawn).isEmpty();
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _get(TextArea.class).setValue("No longer needed.");
        _click(dialogButton());
        assertThat(stage.intake.withdrawn).containsEntry(ID, new Withdraw("No longer needed."));
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void isTakenBackByNobodyElse() {
        desk.mayWithdraw = false;
        assertThat(Texts.of(show())).doesNotContain("Withdraw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        assertThat(Texts.of(show())).hasSizeGreaterThan(60);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zh, ▶ 确认需求", "en, ▶ Confirm need"})
    void drawsTheProcessInTheLanguageOfTheScreen(String language, String waitsAt) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        assertThat(Texts.of(show())).contains(waitsAt);
    }

    @Test
    void showsTheNewStateByItselfOnceTheEngineHasSettled() {
        desk.settledAfter = 3;
        show();
        desk.outcome = "withdrawn";
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        poll();
        assertThat(texts()).as("the engine is still at work").contains("Confirm need");
        poll();
        assertThat(texts()).contains(": Withdrawn.").doesNotContain("waits for Business owner");
        assertThat(UI.getCurrent().getPollInterval())
                .as("then nothing is asked any more")
                .isNegative();
    }

    @Test
    void givesUpWaitingAfterAWhile() {
        desk.settledAfter = Integer.MAX_VALUE;
        show();
        for (int i = 0; i < Settling.MOST_QUESTIONS; i++) {
            assertThat(UI.getCurrent().getPollInterval()).isPositive();
            poll();
        }
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void waitsNoMoreWhenThePersonHasGone() {
        desk.settledAfter = Integer.MAX_VALUE;
        show();
        UI.getCurrent().navigate("calendar");

        assertThat(UI.getCurrent().getPollInterval()).isNegative();
        assertThat(desk.watchers).isEmpty();
    }

    @Test
    void asksNothingWhenNothingIsUnderWay() {
        show();
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void saysThatSomebodyElseHasActedAndShowsItOnRequest() {
        show();
        assertThat(_find(Button.class, spec -> spec.withText("Show it as it is now")))
                .isEmpty();

        desk.outcome = "declinedByOwner";
        desk.watchers.forEach(told -> told.accept(new LocalText("演示负责人", "Demo owner")));
        MockVaadin.clientRoundtrip();
        assertThat(texts())
                .contains("Demo owner has just acted in this case.")
                .as("the page does not change by itself")
                .contains("waits for Business owner");

        _click(button("Show it as it is now"));
        assertThat(texts()).contains("Declined by the owner").doesNotContain("has just acted");
        assertThat(desk.watchers).hasSize(1);
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    /** What can be seen now. */
    private static String texts() {
        return _find(_get(CaseView.class), Component.class).stream()
                .filter(component -> component instanceof HasText)
                .map(component -> ((HasText) component).getText())
                .collect(Collectors.joining("\n"));
    }

    private static CaseView show() {
        UI.getCurrent().navigate("cases/" + ID);
        return _get(CaseView.class);
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static Button dialogButton() {
        return _get(_get(Dialog.class), Button.class, spec -> spec.withText("Withdraw"));
    }
}
