package org.sluice.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.catalog.DemoCatalogue;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.NotFound;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CatalogueControllerTest {

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new CatalogueController(DemoCatalogue.open()))
            .build();

    @ParameterizedTest
    @CsvSource({"products,968", "suppliers,355", "application-cases,220"})
    void answersATotalAndTwentyItems(String list, int total) throws Exception {
        http.perform(get("/api/v1/" + list))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$.total").value(total))
                .andExpect(jsonPath("$.items.length()").value(20));
    }

    @Test
    void namesThingsInBothLanguages() throws Exception {
        http.perform(get("/api/v1/products?size=1&q=纳税信用等级"))
                .andExpect(jsonPath("$.items[0].name.zh").isNotEmpty())
                .andExpect(jsonPath("$.items[0].name.en").isNotEmpty())
                .andExpect(jsonPath("$.items[0].dataClass").value("TAX"))
                .andExpect(jsonPath("$.items[0].supplierName.en").isNotEmpty());
    }

    @Test
    void givesTheLastPageItsRest() throws Exception {
        http.perform(get("/api/v1/application-cases?page=2&size=100"))
                .andExpect(jsonPath("$.total").value(220))
                .andExpect(jsonPath("$.items.length()").value(20));
        http.perform(get("/api/v1/products?page=1000000&size=200"))
                .andExpect(jsonPath("$.total").value(968))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1,page",
        "page=one,page",
        "page=99999999999,page",
        "size=0,size",
        "size=201,size",
        "size=1.5,size",
        "status=listed,status",
        "status=NOSUCH,status"
    })
    void refusesWhatIsWrongByItsName(String query, String field) {
        for (var list : new String[] {"products", "suppliers", "application-cases"}) {
            assertThatThrownBy(() -> http.perform(get("/api/v1/" + list + "?" + query)))
                    .cause()
                    .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.problems())
                            .extracting(FieldProblem::field)
                            .containsExactly(field));
        }
    }

    @Test
    void showsOneProductAndOneSupplier() throws Exception {
        http.perform(get("/api/v1/products/DP-00001"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.product.code").value("DP-00001"))
                .andExpect(jsonPath("$.fields").isNotEmpty());
        http.perform(get("/api/v1/suppliers/SUP-00001"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.supplier.code").value("SUP-00001"))
                .andExpect(jsonPath("$.supplier.contactPhone").doesNotExist());
    }

    @ParameterizedTest
    @ValueSource(strings = {"products/DP-99999", "suppliers/nobody"})
    void doesNotFindWhatIsNotThere(String path) {
        assertThatThrownBy(() -> http.perform(get("/api/v1/" + path))).hasCauseInstanceOf(NotFound.class);
    }
}
