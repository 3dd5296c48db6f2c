package org.sluice.ui.tasks;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.ShortcutsKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.intake.ConfirmNeed;
import org.sluice.process.intake.ShortfallChoice;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.process.procurement.QuotationResult;
import org.sluice.process.procurement.RecordQuotations;
import org.sluice.ui.cases.CaseDossier;
import org.sluice.ui.fakes.FakeTasks;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;

class TaskViewTest {

    private final Stage stage = new Stage().enterAs(Role.values());
    private final FakeTasks desk = stage.tasks;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsThePanelAndTheCaseBesideIt() {
        show(FakeTasks.FREE);
        assertThat(Texts.of(UI.getCurrent()))
                .contains(
                        "Do you confirm this need?",
                        "Confirm: our unit needs this data",
                        "Inclusive finance",
                        "New data that decides on customers",
                        "PIPL-24",
                        "unverified",
                        "▶ Confirm need");
    }

    @Test
    void saysWhatItIsAboutAndLeadsThereFromItsCase() {
        desk.isAbout(FakeTasks.FREE, new LocalText("准入材料缺失", "A paper is missing · SUP-00045"));
        show(FakeTasks.FREE);
        assertThat(_get(TaskWork.class).getContent().getElement().getTextRecursively())
                .contains("A paper is missing · SUP-00045");
        assertThat(openTasks()).contains("Tax profile of firms");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("tasks/" + FakeTasks.FREE);
    }

    @Test
    void offersNobodyWhatTheHouseWouldRefuse() {
        desk.isNotForReader(FakeTasks.FREE, new LocalText("您已投票。", "You have voted."));
        stage.cases.notForReader = new LocalText("您已投票。", "You have voted.");
        show(FakeTasks.FREE);
        assertThat(Texts.of(_get(TaskWork.class))).contains("Not for you. You have voted.");
        assertThat(openTasks()).contains("Not for you. You have voted.");
        assertThat(button("Complete").isEnabled()).isFalse();
        _assertNone(Button.class, spec -> spec.withText("Claim"));

        show(FakeTasks.MINE);
        desk.isNotForReader(FakeTasks.MINE, new LocalText("您已投票。", "You have voted."));
        UI.getCurrent().navigate("tasks", QueryParameters.of("task", "confirmNeed"));
        ShortcutsKt.fireShortcut(Key.KEY_L, Key.CONTROL, Key.ALT);
        assertThat(at()).isEqualTo("tasks");
    }

    @Test
    void claimsByKeyAndGivesBack() {
        show(FakeTasks.FREE);
        ShortcutsKt.fireShortcut(Key.KEY_C, Key.CONTROL, Key.ALT);
        assertThat(desk.open(FakeTasks.FREE).mine()).isTrue();
        _click(button("Give back"));
        assertThat(desk.open(FakeTasks.FREE).mine()).isFalse();
    }

    @Test
    void saysThatItsPeopleWereReminded() {
        show(FakeTasks.FREE);
        assertThat(Texts.of(UI.getCurrent())).doesNotContain("Reminded");
        show(FakeTasks.MINE);
        assertThat(Texts.of(UI.getCurrent())).contains("Reminded");
    }

    @Test
    void saysWhatIsMissingAtItsField() {
        show(FakeTasks.FREE);
        radios().get(0).setValue(false);
        _click(button("Complete"));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getErrorMessage()).isNotBlank();
        assertThat(desk.completed).isEmpty();
    }

    @Test
    void putsTheDesksProblemsAtTheirFields() {
        show(FakeTasks.FREE);
        radios().get(0).setValue(false);
        _get(TextArea.class).setValue("no");
        desk.refusal = new Invalid(List.of(new FieldProblem("comment", "tooLong", 2000)));
        _click(button("Complete"));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("no");
    }

    @Test
    void keepsWhatWasTypedWhenSomeoneElseWasFaster() {
        show(FakeTasks.FREE);
        radios().get(0).setValue(false);
        _get(TextArea.class).setValue("We have this already.");
        desk.someoneElseCompletes(FakeTasks.FREE);
        stage.cases.outcome = "withdrawn";
        _click(button("Complete"));
        assertThat(_get(TextArea.class).getValue()).isEqualTo("We have this already.");
        assertThat(Texts.of(UI.getCurrent()))
                .contains(
                        "What you typed still stands below and can be copied.",
                        "Zhou Mu has completed this task in the meantime. Nothing of yours was applied.",
                        "This task is no longer open",
                        "Closed on 21 Nov 2026: Withdrawn.")
                .doesNotContain("Free for Business owner; completing it claims it");
        assertThat(button("Complete").isEnabled()).isFalse();
        _assertNone(Button.class, spec -> spec.withText("Claim"));
    }

    @Test
    void saysWhoHasItWhenAClaimIsRefused() {
        show(FakeTasks.FREE);
        _get(TextArea.class).setValue("Half a thought");
        desk.someoneElseClaims(FakeTasks.FREE);
        _click(button("Claim"));
        assertThat(Texts.of(UI.getCurrent()))
                .contains(
                        "Zhou Mu has claimed this task. Ask for it to be given back first.", "Zhou Mu holds this task");
        assertThat(button("Complete").isEnabled()).isFalse();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("Half a thought");
    }

    @Test
    void showsInTheCaseBesideItWhoHasClaimed() {
        show(FakeTasks.FREE);
        assertThat(openTasks()).contains("waits for");
        stage.cases.holder = new LocalText("林清", "Lin Qing");
        _click(button("Claim"));
        assertThat(openTasks()).contains("Lin Qing");
    }

    @Test
    void completesByKeyAndGoesToTheNextTaskOfTheList() {
        show(FakeTasks.FREE);
        radios().get(0).setValue(true);
        radios().get(1).setValue(false);
        ShortcutsKt.fireShortcut(Key.ENTER, Key.CONTROL);
        assertThat(desk.completed).containsEntry(FakeTasks.FREE, new ConfirmNeed(true, false, null));
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("tasks/" + FakeTasks.MINE);
        assertThat(Texts.of(UI.getCurrent()))
                .contains("“Confirm need” of REQ-2026-00017 is completed. This is the next task of your list:"
                        + " Approve requirement, REQ-2026-00017");
        show(FakeTasks.MINE);
        assertThat(Texts.of(UI.getCurrent())).noneMatch(text -> text.contains("the next task of your list"));
    }

    @Test
    void goesOnInTheListAsItWasFilteredAndBackToItWhenItIsDone() {
        UI.getCurrent().navigate("tasks", QueryParameters.of("task", "settleShortfall"));
        show(new TaskId("t-short"));
        radios().get(0).setValue(ShortfallChoice.NEXT_QUARTER);
        _click(button("Complete"));

        var here = UI.getCurrent().getInternals().getActiveViewLocation();
        assertThat(here.getPath()).isEqualTo("tasks");
        assertThat(here.getQueryParameters().getParameters())
                .containsEntry("task", List.of("settleShortfall"))
                .containsEntry("tab", List.of("my-groups"));
    }

    @Test
    void goesOnWithATaskThatNobodyElseHolds() {
        desk.someoneElseClaims(new TaskId("t-reuse"));
        desk.refusal = null;
        UI.getCurrent().navigate("tasks", QueryParameters.of("task", "confirmReuse"));
        ShortcutsKt.fireShortcut(Key.KEY_L, Key.CONTROL, Key.ALT);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("tasks");
    }

    @Test
    void leadsBackToTheListFromATaskThatIsNoLongerOpen() {
        desk.someoneElseCompletes(FakeTasks.FREE);
        show(FakeTasks.FREE);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("tasks");
        NotificationsKt.expectNotifications("That task is no longer open: it has been done or cancelled");
    }

    @Test
    void goesOnWhenTheEngineHasMadeTheNextStep() {
        show(FakeTasks.FREE);
        stage.cases.settledAfter = 2;
        radios().get(0).setValue(true);
        radios().get(1).setValue(false);
        ShortcutsKt.fireShortcut(Key.ENTER, Key.CONTROL);
        assertThat(desk.completed).containsKey(FakeTasks.FREE);
        assertThat(at()).as("the engine is still at work").isEqualTo("tasks/" + FakeTasks.FREE);
        assertThat(button("Complete").isEnabled()).isFalse();

        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(at()).isEqualTo("tasks/" + FakeTasks.FREE);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(at()).isEqualTo("tasks/" + FakeTasks.MINE);
    }

    @Test
    void saysThatSomebodyElseHasActedAndKeepsWhatWasTyped() {
        show(FakeTasks.FREE);
        radios().get(0).setValue(false);
        _get(TextArea.class).setValue("We have this already.");
        stage.cases.active = List.of("findSimilar");
        stage.cases.watchers.forEach(told -> told.accept(new LocalText("演示负责人", "Demo owner")));
        MockVaadin.clientRoundtrip();

        _click(button("Show it as it is now"));

        assertThat(_get(TextArea.class).getValue()).isEqualTo("We have this already.");
        assertThat(Texts.of(UI.getCurrent())).contains("▶ Find similar data");
    }

    @Test
    void keepsWhatWasTypedWhenTheLanguageIsSwitched() {
        var quotations = desk.add(ProcurementProcess.Task.RECORD_QUOTATIONS, Role.PROCUREMENT);
        show(quotations);
        _click(button("Add a quotation"));
        radios().get(0).setValue(QuotationResult.COMPLETE);
        _get(TextArea.class).setValue("All have answered.");
        _get(TextField.class, spec -> spec.withLabel("Name of the product, if it is new"))
                .setValue("Tax history");
        var before = _get(TaskPanel.class).read();

        // the frame was made before this test's language was set, and names the other one
        _click(button("English"));
        show(FakeTasks.FREE);
        assertThat(_get(TextArea.class).getValue())
                .as("another task has nothing of it")
                .isEmpty();
        show(quotations);

        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.CHINESE);
        assertThat(_get(TaskPanel.class).read()).isEqualTo(before);
        assertThat(((RecordQuotations) before).quotations().get(0).productName())
                .isEqualTo("Tax history");
        show(FakeTasks.FREE);
        show(quotations);
        assertThat(_get(TextArea.class).getValue()).as("it was kept for once").isEmpty();
    }

    @Test
    void asksBeforeADossierWithGapsIsSent() {
        var dossier = desk.add(SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER, Role.PROCUREMENT);
        show(dossier);
        _click(button("Complete"));
        assertThat(_find(SendingQuestion.class))
                .as("an empty one is refused at once")
                .isEmpty();

        _get(TextField.class, spec -> spec.withLabel("name as stated")).setValue("Zhaoxi Data");
        _click(button("Complete"));
        assertThat(Texts.of(_get(SendingQuestion.class))).contains("7 facts are not filled in. Send all the same?");
        assertThat(desk.completed).isEmpty();
        _click(button("Back to the form"));
        assertThat(desk.completed).isEmpty();
        assertThat(_find(SendingQuestion.class)).isEmpty();

        _click(button("Complete"));
        _click(button("Send all the same"));
        assertThat(desk.completed).containsKey(dossier);
    }

    private static String at() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    @Test
    void recommendsAndPreselectsWhatTheTriageProposes() {
        show(new TaskId("t-reuse"));
        radios().get(0).setValue(true);
        assertThat(radios().get(1).getValue()).isEqualTo("DP-00012");
    }

    @Test
    void namesACandidateOnceAndLeadsToItInAnotherTab() {
        show(new TaskId("t-reuse"));
        radios().get(0).setValue(true);
        assertThat(choiceTexts())
                .containsExactly(
                        "DP-00012 Small-business tax profile — recommended",
                        "DP-00007 Taxpayer credit query (71% alike)");
        assertThat(links()).containsExactly("products/DP-00012", "products/DP-00007");

        show(new TaskId("t-merge"));
        radios().get(0).setValue(true);
        assertThat(links()).containsExactly("cases/" + FakeTasks.CASE);
    }

    @Test
    void showsTheGapAndWhatEachLineHasLeft() {
        show(new TaskId("t-short"));
        assertThat(Texts.of(_get(TaskPanel.class)))
                .containsSubsequence(
                        "Asked for",
                        "¥5,400,000.00",
                        "Left on Riverside line",
                        "¥1,250,000.00",
                        "Missing",
                        "¥4,150,000.00",
                        "Left on Corporate line, which is not enough",
                        "¥300,000.00");
        radios().get(0).setValue(ShortfallChoice.RESERVE_ELSEWHERE);
        assertThat(choiceTexts())
                .containsExactly(
                        "Central budget · ¥22,000,000.00 left — recommended",
                        "Inclusive-finance line · ¥5,900,000.00 left");
    }

    @Test
    void offersABudgetLineOnlyWhenMoneyComesFromElsewhere() {
        show(new TaskId("t-short"));
        assertThat(_find(RadioButtonGroup.class)).hasSize(1);
        radios().get(0).setValue(ShortfallChoice.RESERVE_ELSEWHERE);
        assertThat(_find(RadioButtonGroup.class)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyTaskIsWholeInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        for (var row : desk.rows()) {
            show(row.id());
            assertThat(Texts.of(_get(TaskView.class))).hasSizeGreaterThan(40);
            assertThat(Texts.keys(UI.getCurrent())).isEmpty();
        }
    }

    private static void show(TaskId id) {
        UI.getCurrent().navigate("tasks/" + id);
    }

    private static String openTasks() {
        return String.join(" ", Texts.of(_get(CaseDossier.class)));
    }

    private static List<String> choiceTexts() {
        return _find(ChoiceLabel.class).stream()
                .map(label -> label.getElement().getTextRecursively())
                .toList();
    }

    private static List<String> links() {
        return _find(ChoiceLabel.class).stream()
                .flatMap(label -> _find(label, Anchor.class).stream())
                .filter(link -> link.getTarget().equals(Optional.of("_blank")))
                .map(Anchor::getHref)
                .toList();
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<RadioButtonGroup<Object>> radios() {
        return _find(RadioButtonGroup.class).stream()
                .map(group -> (RadioButtonGroup<Object>) group)
                .toList();
    }
}
