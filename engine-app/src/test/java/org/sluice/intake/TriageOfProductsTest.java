package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.DecisionTable;
import org.sluice.rules.DecisionTables;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A product that may not be reused hides none that can; and the house's numbers agree with its table. */
@HouseTest
class TriageOfProductsTest {

    private final List<UUID> products = new ArrayList<>();

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Parameters parameters;

    @Autowired
    private DecisionTables tables;

    /** Other tests count the products. */
    @AfterEach
    void takeTheProductsAway() {
        jdbc.sql("delete from sluice.data_product where id = any(?)")
                .param(products.toArray(UUID[]::new))
                .update();
    }

    @Test
    void ofTwoAlikeTheReusableOneIsProposed() {
        product("DP-T0001", false, "a", "b", "c", "d");
        product("DP-T0002", true, "a", "b", "c", "d");

        var task = triaged();

        assertThat(task.get("key").asText()).isEqualTo("confirmReuse");
        assertThat(choices(task)).startsWith("DP-T0002").doesNotContain("DP-T0001");
    }

    @Test
    void aBetterOneThatMayNotBeReusedHidesNoneThatIsGoodEnough() {
        product("DP-T0001", false, "a", "b", "c", "d");
        product("DP-T0002", true, "a", "b", "c");

        var task = triaged();

        assertThat(task.get("key").asText()).isEqualTo("confirmReuse");
        assertThat(choices(task)).startsWith("DP-T0002").doesNotContain("DP-T0001");
        assertThat(task.at("/choices/0/label/en").asText())
                .contains("85% alike", "class 100%", "subject 100%", "fields 75%", "region 100%");
        assertThat(task.at("/choices/0/label/zh").asText()).contains("字段 75%", "地区 100%");
    }

    @Test
    void norDoManyBetterOnes() {
        IntStream.range(0, 8).forEach(i -> product("DP-T001" + i, false, "a", "b", "c", "d"));
        product("DP-T0002", true, "a", "b", "c");

        var task = triaged();

        assertThat(task.get("key").asText()).isEqualTo("confirmReuse");
        assertThat(choices(task)).containsExactly("DP-T0002");
    }

    @Test
    void whereTheReusableOneIsNotGoodEnoughTheBestOfAllCounts() {
        product("DP-T0001", false, "a", "b", "c", "d");
        product("DP-T0002", true, "a", "b");

        var caseId = submitted();
        intakes.lead(caseId);

        var triage = intakes.sheet(caseId).at("/decisions/0");
        assertThat(triage.at("/rows/0/row").asText()).isEqualTo("extendExisting");
        assertThat(triage.at("/facts/catalogueSimilarity").asDouble()).isEqualTo(1);
        assertThat(triage.at("/facts/reuseAllowed").asText()).isEqualTo("false");
    }

    @Test
    void theParameterForReuseIsTheLimitOfItsRow() {
        assertThat(parameters.number("similarity.reuse")).isEqualByComparingTo(limit("reuse", "catalogueSimilarity"));
    }

    /** Otherwise other subjects or another region would be proposed after all. */
    @Test
    void whatIsApartReachesNoRowThatAsksForSimilarity() {
        var ceiling = parameters.number("similarity.ceilingApart");

        assertThat(List.of(
                        limit("reuse", "catalogueSimilarity"),
                        limit("extendExisting", "catalogueSimilarity"),
                        limit("merge", "openRequirementMatch")))
                .allSatisfy(limit -> assertThat(limit).isGreaterThan(ceiling));
    }

    private BigDecimal limit(String row, String input) {
        var table = tables.table("intakeTriage");
        var column =
                table.inputs().stream().map(DecisionTable.Column::name).toList().indexOf(input);
        var cell = table.rows().stream()
                .filter(each -> each.id().equals(row))
                .findFirst()
                .orElseThrow()
                .inputs()
                .get(column);
        assertThat(cell).startsWith(">= ");
        return new BigDecimal(cell.substring(3));
    }

    private final String unique = "t" + UUID.randomUUID().toString().replace("-", "");

    private void product(String code, boolean reuseAllowed, String... fields) {
        var id = UUID.randomUUID();
        products.add(id);
        jdbc.sql("""
                        insert into sluice.data_product (id, code, name_zh, name_en, summary_zh, summary_en, data_class,
                            supplier, state, interface_form, subject_type, fields, regions, jr_level, contains_pi,
                            update_frequency, pricing, reuse_allowed)
                        select ?, ?, '测试产品', 'Test product', '测试', 'Test', 'TAX', id, 'LISTED', 'REALTIME_API',
                            'ENTERPRISE', ?, '{}', 3, false, 'DAILY', 'FREE', ?
                        from sluice.supplier order by code limit 1
                        """).params(id, code, names(fields), reuseAllowed).update();
    }

    private String submitted() {
        var form = intakes.form("HO");
        Intakes.fields(form, names("a", "b", "c", "d"));
        return intakes.submit("business-requester", form);
    }

    private JsonNode triaged() {
        var caseId = submitted();
        intakes.lead(caseId);
        return api.read("data-intake", "/tasks?caseId=" + caseId).ok().at("/items/0");
    }

    private static List<String> choices(JsonNode task) {
        return task.get("choices").findValuesAsText("value");
    }

    private String[] names(String... ends) {
        return java.util.Arrays.stream(ends).map(end -> unique + end).toArray(String[]::new);
    }
}
