package org.sluice.ui.catalog;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;

class ProductsViewTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void listsEveryProductPageByPage() {
        open("products");

        assertThat(_size(_get(Grid.class))).isEqualTo(968);
    }

    @Test
    void takesItsFiltersFromTheAddress() {
        open("products", Map.of("q", "DP-00042"));

        assertThat(_get(TextField.class).getValue()).isEqualTo("DP-00042");
        assertThat(_size(_get(Grid.class))).isEqualTo(1);
    }

    @Test
    void filtersByWords() {
        open("products");
        _setValue(_get(TextField.class), "DP-0004");
        MockVaadin.clientRoundtrip();

        assertThat(_size(_get(Grid.class))).isEqualTo(10);
    }

    @Test
    void staysUsableWhenTheCatalogueDoesNotAnswer() {
        stage.catalog.failure = new IllegalStateException("gone");
        open("products");

        _assertNone(Grid.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void opensTheSheetOfARow() {
        open("products");
        GridKt._clickItem((Grid<CatalogDesk.ProductRow>) _get(Grid.class), 0);

        assertThat(_get(H1.class).getText()).contains("云汀版 1");
    }

    private void open(String address) {
        open(address, Map.of());
    }

    private void open(String address, Map<String, String> query) {
        stage.enterAs(Role.DATA_STEWARD);
        UI.getCurrent().navigate(address, QueryParameters.simple(query));
        MockVaadin.clientRoundtrip();
    }
}
