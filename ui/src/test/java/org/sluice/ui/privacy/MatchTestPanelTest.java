package org.sluice.ui.privacy;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.ui.fakes.FakeMatchTests.computing;
import static org.sluice.ui.fakes.FakeMatchTests.done;
import static org.sluice.ui.fakes.FakeMatchTests.saying;
import static org.sluice.ui.fakes.FakeMatchTests.test;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.PartyState;
import org.sluice.ui.fakes.FakeMatchTests;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;

class MatchTestPanelTest {

    private final Stage stage = new Stage().enterAs(Role.DATA_TESTER);
    private final FakeMatchTests desk = new FakeMatchTests();

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsNothingWhereThereIsNoTest() {
        assertThat(shown().getContent().isVisible()).isFalse();
    }

    @Test
    void movesWithTheWorkers() {
        desk.move(test(
                MatchTestState.RUNNING,
                computing(5_000),
                saying(PartyState.WAITING, "对方没有应答。", "The peer does not answer."),
                null));
        var panel = shown();

        assertThat(Texts.of(panel))
                .contains(
                        "Hashing and masking: 5,000 of 20,000, 1.5 MB over the line",
                        "The peer does not answer.",
                        "Computing",
                        "Waiting");
        assertThat(_get(panel, ProgressLine.class).getElement().getAttribute("value"))
                .isEqualTo("5000");

        desk.move(test(MatchTestState.RUNNING, computing(20_000), computing(1), null));
        MockVaadin.clientRoundtrip();

        assertThat(_find(panel, ProgressLine.class))
                .extracting(line -> line.getElement().getAttribute("value"))
                .containsExactly("20000", "1");
    }

    @Test
    void showsBothSidesFiguresWhenTheyAgree() {
        desk.move(test(MatchTestState.DONE, done(), done(), null));
        var panel = shown();

        assertThat(Texts.of(panel))
                .contains(
                        "Both sides tell the same: same transcript, same sizes, same number in common.",
                        "20,000",
                        "50,000",
                        "12,600",
                        "63%",
                        "5.1 MB",
                        "12.3",
                        "ab".repeat(8) + "…");
        assertThat(_find(panel, ProgressLine.class)).isEmpty();
    }

    @Test
    void saysWhyThereIsNoResultAndWhatToDo() {
        desk.move(test(MatchTestState.FAILED, done(), done(), new LocalText("摘要不同。", "The transcripts differ.")));
        assertThat(Texts.of(shown())).anyMatch(text -> text.startsWith("The transcripts differ. Order a new test;"));

        desk.move(test(
                MatchTestState.RUNNING,
                done(),
                saying(PartyState.FAILED, "对方不符合协议。", "The peer broke the protocol."),
                null));
        assertThat(Texts.of(shown()))
                .anyMatch(text -> text.startsWith("The peer broke the protocol. It stands among the incidents"));

        desk.move(test(
                MatchTestState.REFUSED,
                saying(PartyState.REFUSED, "数据集太小。", "The data set is too small."),
                saying(PartyState.REFUSED, "对方已拒绝。", "The peer has refused."),
                null));
        assertThat(Texts.of(shown()))
                .contains("The data set is too small.")
                .anyMatch(text -> text.startsWith("A worker has refused the test"));
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
        for (var state : MatchTestState.values()) {
            for (var party : PartyState.values()) {
                desk.move(test(state, saying(party, "话", "word"), computing(1), null));
                assertThat(Texts.keys(shown())).isEmpty();
            }
        }
    }

    private MatchTestPanel shown() {
        UI.getCurrent().removeAll();
        var panel = new MatchTestPanel(desk, new CaseId(new UUID(0, 1)));
        UI.getCurrent().add(panel);
        return panel;
    }
}
