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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.intake.Withdraw;
import org.sluice.ui.Stage;

class CaseViewTest {

    private static final CaseId ID = new CaseId(new UUID(0, 1));

    private final FakeCaseDesk desk = new FakeCaseDesk();
    private final List<Withdraw> withdrawn = new ArrayList<>();

    @BeforeEach
    void open() {
        Stage.open(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        Stage.close();
    }

    @Test
    void tellsTheWholeCaseOnOnePage() {
        var view = show();
        assertThat(_find(view, Section.class)).hasSize(5);
        assertThat(Stage.texts(view))
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
        assertThat(Stage.texts(show())).contains("Handed over to procurement", "No task is open.");
    }

    @Test
    void isTakenBackOnlyWithAReason() {
        show();
        _click(button("Withdraw"));
        _click(dialogButton());
        assertThat(withdrawn).isEmpty();
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _get(TextArea.class).setValue("No longer needed.");
        _click(dialogButton());
        assertThat(withdrawn).containsExactly(new Withdraw("No longer needed."));
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void isTakenBackByNobodyElse() {
        desk.mayWithdraw = false;
        assertThat(Stage.texts(show())).doesNotContain("Withdraw");
    }

    private CaseView show() {
        var view = new CaseView(
                desk,
                (id, body) -> withdrawn.add(body),
                Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC));
        UI.getCurrent().add(view);
        view.setParameter(null, ID.toString());
        return view;
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static Button dialogButton() {
        return _get(_get(Dialog.class), Button.class, spec -> spec.withText("Withdraw"));
    }
}
