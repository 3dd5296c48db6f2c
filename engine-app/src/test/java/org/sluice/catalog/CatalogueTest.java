package org.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.ui.catalog.CatalogDesk.Field;
import org.sluice.ui.catalog.CatalogDesk.ProductRow;
import org.sluice.ui.catalog.CatalogDesk.Query;

class CatalogueTest {

    private static final Query LISTED = new Query(null, null, null);

    private final Catalogue catalogue = DemoCatalogue.open();

    @Test
    void showsTheListedOnesUnlessAsked() {
        assertThat(catalogue.products(LISTED, 0, 1).total()).isEqualTo(968);
        assertThat(catalogue.suppliers(LISTED, 0, 1).total()).isEqualTo(355);
        assertThat(catalogue.applicationCases(LISTED, 0, 1).total()).isEqualTo(220);
        assertThat(catalogue.products(new Query(null, "ALL", null), 0, 1).total())
                .isEqualTo(1136);
        assertThat(catalogue
                        .suppliers(new Query(null, "BLACKLISTED", null), 0, 10)
                        .items())
                .hasSize(6)
                .allMatch(row -> row.state().equals("BLACKLISTED") && row.listedProducts() == 0);
    }

    @Test
    void pagesThroughEverythingOnce() {
        var codes = new HashSet<String>();
        for (int offset = 0; offset < 1000; offset += 200) {
            catalogue.products(LISTED, offset, 200).items().forEach(row -> codes.add(row.code()));
        }
        assertThat(codes).hasSize(968);
        assertThat(catalogue.products(LISTED, 2000, 20))
                .matches(page -> page.items().isEmpty() && page.total() == 968);
    }

    @Test
    void findsRowsThatHaveAllWordsInEitherLanguage() {
        var chinese = catalogue.products(new Query("云溪 纳税", null, null), 0, 50);
        assertThat(chinese.items())
                .isNotEmpty()
                .allMatch(
                        row -> row.name().zh().contains("云溪") && row.name().zh().contains("纳税"));

        var english = catalogue.products(new Query("  YUNXI　tax ", null, null), 0, 50);
        assertThat(english.items()).isNotEmpty().allMatch(row -> {
            var name = row.name().en().toLowerCase(Locale.ROOT);
            return name.contains("yunxi") && name.contains("tax");
        });
    }

    @Test
    void takesWildcardsAsOrdinaryCharacters() {
        for (var q : List.of("%", "_", "\\", "a%b", "'", "\u0000x%")) {
            assertThat(catalogue.products(new Query(q, "ALL", null), 0, 1).total())
                    .as(q)
                    .isZero();
        }
        assertThat(catalogue.products(new Query("\u0000 ", null, null), 0, 1).total())
                .isEqualTo(968);
    }

    @Test
    void narrowsToAGroup() {
        assertThat(catalogue.products(new Query(null, null, "TAX"), 0, 1).total())
                .isEqualTo(96);
        assertThat(catalogue
                        .applicationCases(new Query(null, null, "BANK_CARD"), 0, 1)
                        .total())
                .isEqualTo(38);
        assertThat(catalogue
                        .suppliers(new Query(null, "ALL", "TECH_SERVICE"), 0, 1)
                        .total())
                .isEqualTo(71);
    }

    @Test
    void refusesAnUnknownStateAndAnEndlessSearchByName() {
        assertThatThrownBy(() -> catalogue.products(new Query("x".repeat(201), "NOSUCH", null), 0, 1))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .containsExactly("q", "status"));
        assertThatThrownBy(() -> catalogue.applicationCases(new Query(null, "IN_TEST", null), 0, 1))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void showsOneProductWithItsCases() {
        var used = catalogue.caseCards(LISTED, 0, 1).items().get(0);
        var sheet = catalogue.product(used.products().get(0));

        assertThat(sheet.fields()).isNotEmpty();
        assertThat(sheet.summary().zh()).isNotBlank();
        assertThat(sheet.usedBy()).extracting("code").contains(used.code());
        var tax = catalogue
                .products(new Query(null, "LISTED", "TAX"), 0, 1)
                .items()
                .get(0)
                .code();
        assertThat(catalogue.product(tax).fields())
                .as("as the dictionary of its class calls them")
                .contains(new Field("uscc", new LocalText("统一社会信用代码", "Unified social credit code")));
        assertThatThrownBy(() -> catalogue.product("DP-99999")).isInstanceOf(NotFound.class);
    }

    @Test
    void showsOneSupplierWithItsProducts() {
        var supplier = catalogue.suppliers(LISTED, 0, 200).items().stream()
                .filter(row -> row.listedProducts() > 0)
                .findFirst()
                .orElseThrow();
        var sheet = catalogue.supplier(supplier.code());

        assertThat(sheet.products().stream().filter(row -> row.state().equals("LISTED")))
                .hasSize((int) supplier.listedProducts());
        assertThat(sheet.products()).extracting(ProductRow::supplierCode).containsOnly(supplier.code());
        assertThat(sheet.contactPhone()).startsWith("199-0000-");
        assertThatThrownBy(() -> catalogue.supplier("SUP-99999")).isInstanceOf(NotFound.class);
    }

    @Test
    void givesListedProductsForComparison() {
        var listed = catalogue.listed(List.of("TAX", "PROVIDENT_FUND"));

        assertThat(listed).hasSize(96 + 84).allMatch(product -> !product.fields()
                .isEmpty());
        assertThat(listed).anyMatch(product -> product.regions().isEmpty());
        assertThat(listed).anyMatch(product -> !product.reuseAllowed());
        assertThat(catalogue.listed(List.of())).isEmpty();
        assertThat(catalogue.productByCode(listed.get(0).code())).hasValueSatisfying(card -> assertThat(card.id())
                .isEqualTo(listed.get(0).id()));
    }
}
