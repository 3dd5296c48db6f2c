package org.sluice.ui.story;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Pre;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.ui.fakes.FakeStory;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.story.StoryDesk.State;

class StoryViewTest {

    private final FakeStory story = new FakeStory();
    private final Stage stage = new Stage(story);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aVisitorBeginsItAndReadsWhoseTurnItIs() {
        open("en");
        _click(button("Begin the story"));

        assertThat(words()).contains("Lin Qing", "procurement", "Some Ltd. (sample)", "Major tax violator", "Mar 2027");
        assertThat(_get(Pre.class).getText())
                .contains("curl -u procurement:demo", "/api/v1/tasks/1/complete", "{\"facts\":{}}");
        _assertNone(Button.class, spec -> spec.withText("Begin the story"));
    }

    @Test
    void whoTakesThePlaceSitsThere() {
        story.state = State.UNDER_WAY;
        open("en");
        _click(button("Take Lin Qing's place"));
        assertThat(story.played).containsExactly("procurement");
    }

    @Test
    void aPlayedTurnIsFollowedByALookForTheNextUntilThereIsOne() {
        story.state = State.UNDER_WAY;
        open("en");
        _click(button("Play this step"));
        assertThat(story.played).containsExactly("turn-1");
        assertThat(words()).contains("The house is at work");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        story.state = State.UNDER_WAY;
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(words()).contains("Lin Qing").doesNotContain("The house is at work");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void isWholeInBothLanguages(State state) {
        story.state = state;
        for (var language : new String[] {"zh", "en"}) {
            open(language);
            assertThat(Texts.keys(UI.getCurrent())).isEmpty();
        }
    }

    /** A task of which the story has more to say says it in both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasWordsForEachTurn(String language) {
        story.state = State.UNDER_WAY;
        for (var task : TurnCard.TOLD) {
            story.task = task;
            open(language);
            assertThat(Texts.keys(UI.getCurrent())).isEmpty();
        }
    }

    private void open(String language) {
        stage.enter();
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().navigate(StoryView.class);
    }

    private static String words() {
        return String.join("\n", Texts.of(UI.getCurrent()));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }
}
