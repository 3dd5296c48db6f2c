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
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.ui.Stage;
import org.sluice.ui.intake.IntakePanels;
import org.sluice.ui.tasks.TaskDesk.Row;

class InboxViewTest {

    private static final Clock CLOCK = Clock.fixed(FakeTaskDesk.NOW, ZoneOffset.UTC);

    private final FakeTaskDesk desk = new FakeTaskDesk();

    @BeforeEach
    void open() {
        Stage.open(Locale.ENGLISH);
        UI.getCurrent().add(new InboxView(desk, new TaskPanels(List.of(new IntakePanels())), CLOCK));
    }

    @AfterEach
    void close() {
        Stage.close();
    }

    @Test
    void showsOwnTasksFirstAndThoseOfTheGroupsOnTheOtherTab() {
        assertThat(rows()).isEqualTo(1);
        _get(Tabs.class).setSelectedIndex(1);
        assertThat(rows()).isEqualTo(7);
    }

    @Test
    void saysOnItsTabsHowMuchWaits() {
        assertThat(_get(Tabs.class).getTabAt(0).getLabel()).isEqualTo("Mine (1)");
        assertThat(_get(Tabs.class).getTabAt(1).getLabel()).isEqualTo("My groups (7)");
    }

    @Test
    void keepsOnlyWhatIsOverdue() {
        _get(Tabs.class).setSelectedIndex(1);
        _setValue(_get(Checkbox.class), true);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void findsByWordsOfTheTitle() {
        _get(Tabs.class).setSelectedIndex(1);
        _setValue(_get(TextField.class), "nothing like that");
        assertThat(_find(Grid.class)).isEmpty();
        _setValue(_get(TextField.class), "税务");
        assertThat(rows()).isEqualTo(7);
    }

    @Test
    void remembersTheTabForTheNextVisit() {
        _get(Tabs.class).setSelectedIndex(1);
        assertThat(new InboxView(desk, new TaskPanels(List.of(new IntakePanels())), CLOCK)
                        .getChildren()
                        .filter(Tabs.class::isInstance)
                        .map(tabs -> ((Tabs) tabs).getSelectedIndex()))
                .containsExactly(1);
    }

    @Test
    void claimsFromTheRow() {
        _get(Tabs.class).setSelectedIndex(1);
        var cell = GridKt._getCellComponent(grid(), 1, "tasks.assignee");
        _click(_get(cell, Button.class));
        assertThat(desk.open(FakeTaskDesk.FREE).mine()).isTrue();
        assertThat(_get(Tabs.class).getTabAt(0).getLabel()).isEqualTo("Mine (2)");
    }

    private int rows() {
        return GridKt._size(grid());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Grid<Row> grid() {
        return (Grid<Row>) _get(Grid.class);
    }
}
