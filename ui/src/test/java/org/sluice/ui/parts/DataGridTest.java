package org.sluice.ui.parts;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.ui.fakes.Stage;

class DataGridTest {

    private final Stage stage = new Stage();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void enter() {
        stage.enter();
        UI.getCurrent().navigate("login");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void fetchesOnlyThePageThatIsSeen() {
        show(new DataGrid<Integer>("catalog.products.none", this::numbers).text("catalog.code", String::valueOf));

        assertThat(_size(grid())).isEqualTo(968);
        assertThat(GridKt._get(grid(), 500)).isEqualTo(500);
        assertThat(asked).allMatch(question -> question.endsWith("+50") || question.equals("500+1"));
        assertThat(_get(Span.class, spec -> spec.withClasses("data-grid-count")).getText())
                .isEqualTo("共 968 条");
    }

    @Test
    void saysThatThereIsNothing() {
        show(new DataGrid<Integer>("catalog.products.none", (offset, limit) -> new Page<>(0, List.of())));

        _assertNone(Grid.class);
        assertThat(_get(EmptyState.class).isVisible()).isTrue();
    }

    @Test
    void saysWhyItFailedAndTriesAgain() {
        var broken = new boolean[] {true};
        show(new DataGrid<Integer>("catalog.products.none", (offset, limit) -> {
            if (broken[0]) {
                throw new NotFound("product", "DP-1");
            }
            return numbers(offset, limit);
        }));
        _assertNone(Grid.class);
        _assertNone(EmptyState.class);

        broken[0] = false;
        _click(_get(Button.class, spec -> spec.withText("重试")));
        MockVaadin.clientRoundtrip();

        assertThat(_size(grid())).isEqualTo(968);
        _assertNone(Button.class, spec -> spec.withText("重试"));
    }

    @Test
    void survivesAFailureInTheMiddleOfTheList() {
        var broken = new boolean[1];
        show(new DataGrid<Integer>("catalog.products.none", (offset, limit) -> {
            if (broken[0]) {
                throw new IllegalStateException("the database is gone");
            }
            return numbers(offset, limit);
        }));
        assertThat(_size(grid())).isEqualTo(968);

        broken[0] = true;
        grid().getDataProvider().refreshAll();
        MockVaadin.clientRoundtrip();

        _assertNone(Grid.class);
        assertThat(_get(Button.class, spec -> spec.withText("重试")).isVisible()).isTrue();
    }

    @Test
    void opensTheRowThatIsClicked() {
        var opened = new ArrayList<Integer>();
        show(new DataGrid<Integer>("catalog.products.none", this::numbers)
                .text("catalog.code", String::valueOf)
                .opens(opened::add));

        GridKt._clickItem(grid(), 7);

        assertThat(opened).containsExactly(7);
    }

    private Page<Integer> numbers(int offset, int limit) {
        asked.add(offset + "+" + limit);
        return new Page<>(
                968,
                IntStream.range(offset, Math.min(968, offset + limit)).boxed().toList());
    }

    private static void show(DataGrid<Integer> list) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(list);
        MockVaadin.clientRoundtrip();
    }

    @SuppressWarnings("unchecked")
    private static Grid<Integer> grid() {
        return _get(Grid.class);
    }
}
