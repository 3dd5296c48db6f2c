package org.sluice.ui.privacy;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.ui.fakes.FakePrivacyJobs.bank;
import static org.sluice.ui.fakes.FakePrivacyJobs.computing;
import static org.sluice.ui.fakes.FakePrivacyJobs.done;
import static org.sluice.ui.fakes.FakePrivacyJobs.inRanges;
import static org.sluice.ui.fakes.FakePrivacyJobs.job;
import static org.sluice.ui.fakes.FakePrivacyJobs.partner;
import static org.sluice.ui.fakes.FakePrivacyJobs.row;
import static org.sluice.ui.fakes.FakePrivacyJobs.saying;
import static org.sluice.ui.fakes.FakePrivacyJobs.step;
import static org.sluice.ui.fakes.FakePrivacyJobs.waits;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.ui.fakes.FakePrivacyJobs;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.privacy.PrivacyJobDesk.Cause;
import org.sluice.ui.privacy.PrivacyJobDesk.Job;
import org.sluice.ui.privacy.PrivacyJobDesk.Side;

class PrivacyJobPanelTest {

    private final Stage stage = new Stage().enterAs(Role.PRIVACY_ENGINEER);
    private final FakePrivacyJobs desk = stage.privacyJobs;

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsNothingWhereTheCaseIsNoPrivacyJob() {
        assertThat(shown().getContent().isVisible()).isFalse();
        var guest = new PrivacyJobOfCase(desk);
        assertThat(guest.concerns(CaseKind.PRIVACY_JOB)).isTrue();
        assertThat(guest.concerns(CaseKind.USAGE)).isFalse();
    }

    @Test
    void saysFirstWhoLearnsWhatAndAgainstWhomItHolds() {
        desk.move(job(row(PrivacyJobState.RUNNING, waits(Cause.COMPUTING)), List.of(), null, null));

        assertThat(Texts.of(shown()))
                .containsSubsequence(
                        "The bank learns",
                        "Which of its identifiers the partner holds.",
                        "Alpha Ltd learns",
                        "How many identifiers the bank brings.",
                        "Holds against",
                        "A malicious peer.",
                        "Running",
                        "Waits for nothing: both parties are at it.",
                        "Forbids",
                        "J-06 · Too small.",
                        "What to do: Check.",
                        "Forbids unless waived",
                        "J-03 · Ran lately.",
                        "Waived",
                        "J-09 · A weak model.",
                        "Notes",
                        "Given",
                        "Compliance and personal-information protection",
                        "Refused",
                        "too wide",
                        "Awaited");
    }

    @Test
    void movesWithTheWorkersAndTellsWhenTheyWillBeDone() {
        desk.move(running(computing(1_000, 0)));
        var panel = shown();
        assertThat(Texts.of(panel)).contains("Hashing and masking: 1,000 of 20,000, 1.5 MB over the line");
        assertThat(Texts.of(panel)).noneMatch(text -> text.startsWith("At the present rate"));

        desk.move(running(computing(11_000, 600)));
        MockVaadin.clientRoundtrip();

        assertThat(_get(panel, ProgressLine.class).getElement().getAttribute("value"))
                .isEqualTo("11000");
        // ten minutes for the first half, nine more for what is left
        assertThat(Texts.of(panel))
                .contains("At the present rate, “Hashing and masking” is over at about 22 Nov 2026, 10:19.");
    }

    @Test
    void tellsWhatTheLineCarriesOrThatNobodyHasMeasuredIt() {
        desk.move(running(inRanges(0)));
        assertThat(Texts.of(shown())).anyMatch(text -> text.startsWith("843 Mbit/s, measured 22 Nov 2026"));

        desk.move(job(row(PrivacyJobState.REQUESTED, waits(Cause.HOUSE)), List.of(), null, null));
        assertThat(Texts.of(shown())).contains("not measured of late; counts as fast");
    }

    @Test
    void tellsHowManyRangesOfALargeRunAreDone() {
        desk.move(running(inRanges(1)));
        var panel = shown();
        assertThat(Texts.of(panel))
                .contains("1 of 3 ranges of buckets are done; any worker of the party may take one.");

        desk.move(running(inRanges(2)));
        MockVaadin.clientRoundtrip();

        assertThat(Texts.of(panel)).anyMatch(text -> text.startsWith("2 of 3 ranges"));
    }

    @Test
    void leavesAloneWhatTheNewsAreNotAbout() {
        desk.move(running(computing(1_000, 0)));
        var panel = shown();
        var stop = stop(panel);

        desk.move(running(computing(2_000, 1)));
        MockVaadin.clientRoundtrip();

        assertThat(stop(panel)).isSameAs(stop);
    }

    @Test
    void showsFiguresAndReceiptsOfBothPartiesAndWhetherTheyAgree() {
        desk.move(job(row(PrivacyJobState.HELD, waits(Cause.RELEASE)), List.of(done()), true, null));
        var panel = shown();

        assertThat(Texts.of(panel))
                .contains(
                        "Receipts agree",
                        "{\"party\":\"BANK\"}",
                        "{\"party\":\"ALPHA\"}",
                        "12,600",
                        "5.1 MB",
                        "ab".repeat(8) + "…")
                .doesNotContain("Expected seconds", "Rows of the result");
        assertThat(_find(panel, Anchor.class))
                .extracting(anchor -> anchor.getElement().getAttribute("download"))
                .containsExactly("PRV-2026-00001-1-run-bank.receipt.json", "PRV-2026-00001-1-run-partner.receipt.json");

        desk.move(job(row(PrivacyJobState.TROUBLED, waits(Cause.SETTLEMENT)), List.of(done()), false, null));
        MockVaadin.clientRoundtrip();
        assertThat(Texts.of(panel)).contains("Receipts do not agree").doesNotContain("Receipts agree");
    }

    @Test
    void saysWhatWentWrongAndWhatToDoAboutIt() {
        var failed = step(PrivacyStep.RUN, bank(PartyState.RUNNING), saying(PartyState.FAILED));
        var trouble = new LocalText("对方中断。", "The peer broke off.");
        desk.move(job(row(PrivacyJobState.TROUBLED, waits(Cause.SETTLEMENT)), List.of(failed), null, trouble));
        assertThat(Texts.of(shown()))
                .anyMatch(text -> text.startsWith("The peer broke off. Mend the cause;"))
                .anyMatch(text -> text.startsWith("Too little memory. It stands among the incidents"));

        desk.move(job(row(PrivacyJobState.FAILED, waits(Cause.NOTHING)), List.of(failed), null, trouble));
        var over = shown();
        assertThat(Texts.of(over)).anyMatch(text -> text.contains("ask for a new job"));
        assertThat(_find(over, Button.class, spec -> spec.withText("Stop the job")))
                .isEmpty();
    }

    @Test
    void isStoppedWithAReason() {
        desk.move(running(computing(1_000, 0)));
        _click(stop(shown()));
        var dialog = _get(StopPrivacyJobDialog.class);
        var reason = _get(dialog, TextArea.class);
        var confirm = _get(dialog, Button.class, spec -> spec.withText("Stop the job"));

        _click(confirm);
        assertThat(reason.isInvalid()).isTrue();
        _setValue(reason, "asked for the wrong partner");
        desk.refuses = true;
        _click(confirm);
        assertThat(dialog.isOpened()).isTrue();
        assertThat(desk.stopped).isEmpty();

        desk.refuses = false;
        _click(confirm);
        assertThat(dialog.isOpened()).isFalse();
        assertThat(desk.stopped).containsExactly("asked for the wrong partner");
    }

    @Test
    void watchesOnlyWhileItIsShown() {
        var panel = shown();
        assertThat(desk.watchers).hasSize(1);

        UI.getCurrent().remove(panel);
        MockVaadin.clientRoundtrip();
        assertThat(desk.watchers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasEveryTextInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        for (var state : PrivacyJobState.values()) {
            assertTexts(state, Cause.HOUSE, PrivacyStep.RUN);
        }
        for (var cause : Cause.values()) {
            assertTexts(PrivacyJobState.RUNNING, cause, PrivacyStep.RUN);
        }
        for (var what : PrivacyStep.values()) {
            assertTexts(PrivacyJobState.PURGING, Cause.WORKER, what);
        }
    }

    private void assertTexts(PrivacyJobState state, Cause cause, PrivacyStep what) {
        desk.move(job(
                row(state, waits(cause)),
                List.of(step(what, computing(1, 0), partner(PartyState.WAITING)), done()),
                true,
                new LocalText("错", "wrong")));
        assertThat(Texts.keys(shown())).isEmpty();
    }

    private static Job running(Side bank) {
        return job(
                row(PrivacyJobState.RUNNING, waits(Cause.COMPUTING)),
                List.of(step(PrivacyStep.RUN, bank, partner(PartyState.FETCHED))),
                null,
                null);
    }

    private static Button stop(PrivacyJobPanel panel) {
        return _get(panel, Button.class, spec -> spec.withText("Stop the job"));
    }

    private PrivacyJobPanel shown() {
        UI.getCurrent().removeAll();
        // what is gone is detached, and ends its watch, with the next round trip alone
        MockVaadin.clientRoundtrip();
        var panel = new PrivacyJobPanel(desk, FakePrivacyJobs.CASE);
        UI.getCurrent().add(panel);
        return panel;
    }
}
