package org.sluice.demo.data;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.demo.data.DemoRows.count;
import static org.sluice.demo.data.DemoRows.countsBy;
import static org.sluice.demo.data.DemoRows.texts;

import org.junit.jupiter.api.Test;

class DemoScenariosTest {

    @Test
    void countsOfLinesAreThoseOfTheDomain() {
        assertThat(countsBy("business_line", "sluice.scenario"))
                .containsOnly(
                        entry("INCLUSIVE_FINANCE", 31L),
                        entry("BANK_CARD", 22L),
                        entry("PERSONAL_LOAN", 20L),
                        entry("SETTLEMENT_CASH", 17L),
                        entry("CORPORATE", 15L),
                        entry("RISK_CREDIT", 13L),
                        entry("OPERATION_CONTROL", 8L));
        assertThat(count("sluice.scenario where code = 'COLLECTION_CONTACT'")).isZero();
        assertThat(count("sluice.scenario where base is null")).isGreaterThanOrEqualTo(60);
    }

    @Test
    void namesClassesThatExistAndFormsThatOneOfThemAllows() {
        assertThat(texts("""
                        select s.code from sluice.scenario s where s.demo and not s.data_classes
                            <@ (select array_agg(code) from sluice.data_class)
                        """)).isEmpty();
        assertThat(texts("""
                        select s.code || ' ' || f from sluice.scenario s cross join unnest(s.forms) f
                        where s.demo and s.data_classes <> '{}' and not exists (select 1 from sluice.data_class c
                            where c.code = any(s.data_classes) and f = any(c.forms))
                        """)).isEmpty();
    }

    @Test
    void namesAreUniqueAndInBothLanguages() {
        assertThat(texts("select name_zh from sluice.scenario group by 1 having count(*) > 1"))
                .isEmpty();
        assertThat(texts("select name_en from sluice.scenario group by 1 having count(*) > 1"))
                .isEmpty();
        assertThat(texts("select code from sluice.scenario where name_zh !~ '[一-鿿]' or name_en ~ '[一-鿿]'"))
                .isEmpty();
    }

    @Test
    void casesOfLinesAreThoseOfTheDomain() {
        assertThat(countsBy("business_line", "sluice.application_case where state = 'LISTED'"))
                .containsOnly(
                        entry("INCLUSIVE_FINANCE", 62L),
                        entry("BANK_CARD", 38L),
                        entry("PERSONAL_LOAN", 34L),
                        entry("SETTLEMENT_CASH", 27L),
                        entry("CORPORATE", 26L),
                        entry("RISK_CREDIT", 20L),
                        entry("OPERATION_CONTROL", 13L));
        assertThat(countsBy("org_unit", "sluice.application_case where state = 'LISTED'"))
                .hasSize(7);
    }

    @Test
    void casesUseListedProductsOfTheirScenario() {
        assertThat(texts("""
                        select a.code from sluice.application_case a join sluice.scenario s on s.code = a.scenario
                        where cardinality(a.products) = 0 or a.business_line <> s.business_line or exists (
                            select 1 from unnest(a.products) u left join sluice.data_product p on p.id = u
                            where p.id is null or p.state <> 'LISTED' or not p.data_class = any(s.data_classes)
                               or p.listed_on > a.since)
                        """)).isEmpty();
    }

    @Test
    void casesTellTheirResultInNumbersAndBothLanguages() {
        assertThat(texts("""
                        select code from sluice.application_case
                        where result_zh !~ '[0-9]' or result_en !~ '[0-9]' or result_zh ~ '[{}]' or result_en ~ '[{}]'
                           or title_en ~ '[一-鿿]' or summary_en ~ '[一-鿿]' or result_en ~ '[一-鿿]'
                        """)).isEmpty();
        assertThat(texts("select title_zh from sluice.application_case group by 1 having count(*) > 1"))
                .isEmpty();
    }
}
