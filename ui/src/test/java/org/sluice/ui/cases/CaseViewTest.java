package org.sluice.ui.cases;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseId;
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
