package org.sluice.ui.tasks;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.ui.fakes.FakeTasks;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.tasks.TaskDesk.Row;

class InboxViewTest {

    private final Stage stage = new Stage().enterAs(Role.DATA_HEAD);

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate("requirements");
        UI.getCurrent().navigate("tasks");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsOwnTasksFirstAndThoseOfTheGroupsOnTheOtherTab() {
        assertThat(rows()).isEqualTo(1);
        tabs().setSelectedIndex(1);
        assertThat(rows()).isEqualTo(7);
    }

    @Test
    void saysOnItsTabsHowMuchWaits() {
        assertThat(tabs().getTabAt(0).getLabel()).isEqualTo("Mine (1)");
        assertThat(tabs().getTabAt(1).getLabel()).isEqualTo("My groups (7)");
    }

    @Test
    void keepsOnlyWhatIsOverdue() {
        tabs().setSelectedIndex(1);
        _setValue(_get(Checkbox.class), true);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void findsByWordsOfTheTitle() {
        tabs().setSelectedIndex(1);
        _setValue(_get(TextField.class), "税务");
        assertThat(rows()).isEqualTo(7);
        _setValue(_get(TextField.class), "nothing like that");
        assertThat(_find(Grid.class)).isEmpty();
    }

    @Test
    void remembersTheTabForTheNextVisit() {
        tabs().setSelectedIndex(1);
        UI.getCurrent().navigate("requirements");
        UI.getCurrent().navigate("tasks");
        assertThat(tabs().getSelectedIndex()).isEqualTo(1);
    }

    @Test
    void opensTheTabThatHoldsSomething() {
        stage.tasks.unclaim(FakeTasks.MINE);
        UI.getCurrent().navigate("requirements");
        UI.getCurrent().navigate("tasks");
        assertThat(tabs().getSelectedIndex()).isEqualTo(1);
        assertThat(rows()).isEqualTo(7);
    }

    @Test
    void opensTheTabThatTheAddressNames() {
        UI.getCurrent().navigate("tasks", QueryParameters.of("tab", "my-groups"));
        assertThat(tabs().getSelectedIndex()).isEqualTo(1);
    }

    @Test
    void leadsFromAnEmptyTabToTheOther() {
        stage.tasks.unclaim(FakeTasks.MINE);
        tabs().setSelectedIndex(1);
        tabs().setSelectedIndex(0);
        _click(_get(Button.class, spec -> spec.withText("Go to the tasks of my groups (7)")));
        assertThat(tabs().getSelectedIndex()).isEqualTo(1);
        assertThat(rows()).isEqualTo(7);
    }

    @Test
    void marksWhatPeopleWereRemindedOf() {
        tabs().setSelectedIndex(1);
        assertThat(Texts.of(GridKt._getCellComponent(grid(), 0, "tasks.due"))).contains("Reminded");
        assertThat(Texts.of(GridKt._getCellComponent(grid(), 1, "tasks.due"))).doesNotContain("Reminded");
    }

    @Test
    void tellsTasksOfOneCaseApart() {
        stage.tasks.isAbout(FakeTasks.FREE, new LocalText("准入材料缺失", "A paper is missing"));
        tabs().setSelectedIndex(1);
        assertThat(Texts.of(GridKt._getCellComponent(grid(), 1, "tasks.subject")))
                .contains("A paper is missing");
        var claim = (Button) GridKt._getCellComponent(grid(), 1, "tasks.assignee");
        assertThat(claim.getAriaLabel().orElseThrow()).contains("A paper is missing");
    }

    @Test
    void claimsFromTheRow() {
        tabs().setSelectedIndex(1);
        _click((Button) GridKt._getCellComponent(grid(), 1, "tasks.assignee"));
        assertThat(stage.tasks.open(FakeTasks.FREE).mine()).isTrue();
        assertThat(tabs().getTabAt(0).getLabel()).isEqualTo("Mine (2)");
    }

    @Test
    void showsItsKeys() {
        assertThat(Texts.of(_get(KeyHelp.class))).contains("j · k", "Ctrl+Alt+C", "Ctrl+Enter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().navigate("requirements");
        UI.getCurrent().navigate("tasks");
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    private static int rows() {
        return GridKt._size(grid());
    }

    private static Tabs tabs() {
        return _get(Tabs.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Grid<Row> grid() {
        return (Grid<Row>) _get(Grid.class);
    }
}
