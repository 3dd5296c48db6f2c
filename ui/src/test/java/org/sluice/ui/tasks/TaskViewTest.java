package org.sluice.ui.tasks;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ShortcutsKt;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.TaskId;
import org.sluice.process.intake.ConfirmNeed;
import org.sluice.process.intake.ShortfallChoice;
import org.sluice.ui.Elsewhere;
import org.sluice.ui.Stage;
import org.sluice.ui.cases.FakeCaseDesk;
import org.sluice.ui.intake.IntakePanels;

class TaskViewTest {

    private static final Clock CLOCK = Clock.fixed(FakeTaskDesk.NOW, ZoneOffset.UTC);

    private final FakeTaskDesk desk = new FakeTaskDesk();
    private final TaskPanels panels = new TaskPanels(List.of(new IntakePanels()));

    @BeforeEach
    void open() {
        Stage.open(Locale.ENGLISH);
        RouteConfiguration.forSessionScope().setRoute("tasks", Elsewhere.class);
    }

    @AfterEach
    void close() {
        Stage.close();
    }

    @Test
    void showsThePanelAndTheCaseBesideIt() {
        show(FakeTaskDesk.FREE);
        assertThat(Stage.texts(UI.getCurrent()))
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
    void claimsByKeyAndGivesBack() {
        show(FakeTaskDesk.FREE);
        ShortcutsKt.fireShortcut(Key.KEY_C, Key.CONTROL, Key.ALT);
        assertThat(desk.open(FakeTaskDesk.FREE).mine()).isTrue();
        _click(button("Give back"));
        assertThat(desk.open(FakeTaskDesk.FREE).mine()).isFalse();
    }

    @Test
    void saysWhatIsMissingAtItsField() {
        show(FakeTaskDesk.FREE);
        radios().get(0).setValue(false);
        _click(button("Complete"));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getErrorMessage()).isNotBlank();
        assertThat(desk.completed).isEmpty();
    }

    @Test
    void putsTheDesksProblemsAtTheirFields() {
        show(FakeTaskDesk.FREE);
        radios().get(0).setValue(false);
        _get(TextArea.class).setValue("no");
        desk.refusal = new Invalid(List.of(new FieldProblem("comment", "tooLong", 2000)));
        _click(button("Complete"));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).getValue()).isEqualTo("no");
    }

    @Test
    void keepsWhatWasTypedWhenSomeoneElseWasFaster() {
        show(FakeTaskDesk.FREE);
        radios().get(0).setValue(false);
        _get(TextArea.class).setValue("We have this already.");
        desk.someoneElseCompletes();
        _click(button("Complete"));
        assertThat(_get(TextArea.class).getValue()).isEqualTo("We have this already.");
        assertThat(Stage.texts(UI.getCurrent())).contains("What you typed still stands below and can be copied.");
    }

    @Test
    void completesByKeyAndGoesToTheNextTaskOfTheList() {
        show(FakeTaskDesk.FREE);
        radios().get(0).setValue(true);
        radios().get(1).setValue(false);
        ShortcutsKt.fireShortcut(Key.ENTER, Key.CONTROL);
        assertThat(desk.completed).containsEntry(FakeTaskDesk.FREE, new ConfirmNeed(true, false, null));
        assertThat(Elsewhere.visited()).isEqualTo("tasks/" + FakeTaskDesk.MINE);
    }

    @Test
    void recommendsAndPreselectsWhatTheTriageProposes() {
        show(new TaskId("t-reuse"));
        radios().get(0).setValue(true);
        assertThat(radios().get(1).getValue()).isEqualTo("DP-0012");
    }

    @Test
    void offersABudgetLineOnlyWhenMoneyComesFromElsewhere() {
        show(new TaskId("t-short"));
        assertThat(_find(RadioButtonGroup.class)).hasSize(1);
        radios().get(0).setValue(ShortfallChoice.RESERVE_ELSEWHERE);
        assertThat(_find(RadioButtonGroup.class)).hasSize(2);
    }

    private void show(TaskId id) {
        var view = new TaskView(desk, new FakeCaseDesk(), panels, CLOCK);
        UI.getCurrent().add(view);
        view.setParameter(null, id.value());
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
