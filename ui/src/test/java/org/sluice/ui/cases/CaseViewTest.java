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
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.intake.Withdraw;
import org.sluice.ui.fakes.FakeCases;
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
        assertThat(_find(view, Section.class)).hasSize(5);
        assertThat(Texts.of(view))
                .contains(
                        "Riverside Branch",
                        "Submitted",
                        "Confirm the need",
                        "waits for Business owner · Riverside Branch",
                        "Owner confirmed the need",
                        "Needed for this quarter’s lending.",
                        "42%",
                        "New, with impact on customers",
                        "Data intake, Risk management");
    }

    @Test
    void saysHowItEnded() {
        desk.outcome = "handedOver";
        assertThat(Texts.of(show())).contains("Handed over to procurement", "No task is open.");
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

    @Test
    void showsTheNewStateByItselfOnceTheEngineHasSettled() {
        desk.settledAfter = 3;
        show();
        desk.outcome = "withdrawn";
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        poll();
        assertThat(texts()).as("the engine is still at work").contains("Confirm the need");
        poll();
        assertThat(texts()).contains("No task is open.").doesNotContain("waits for Business owner");
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
