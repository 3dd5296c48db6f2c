package org.sluice.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.demo.data.DemoDatabase;

class TaxonomyTest {

    private final Taxonomy taxonomy = new Taxonomy(DemoDatabase.shared());

    @Test
    void knowsLinesClassesScenariosAndRegions() {
        assertThat(taxonomy.lines()).hasSize(7);
        assertThat(taxonomy.dataClasses()).hasSize(32);
        assertThat(taxonomy.dataClasses())
                .filteredOn(Taxonomy.DataClass::publicData)
                .hasSize(21);
        assertThat(taxonomy.scenarios()).hasSize(126);
        assertThat(taxonomy.regions()).hasSize(7);
        assertThat(taxonomy.supplierTypes()).hasSize(12);
    }

    @Test
    void findsOneByItsCode() {
        assertThat(taxonomy.line("BANK_CARD"))
                .hasValueSatisfying(line -> assertThat(line.name().zh()).isEqualTo("银行卡"));
        assertThat(taxonomy.dataClass("MEDICAL_INSURANCE"))
                .hasValueSatisfying(found -> assertThat(found.jrMin()).isEqualTo(4));
        assertThat(taxonomy.scenario("LOAN_ADMISSION_SOLE_TRADER"))
                .hasValueSatisfying(found -> assertThat(found.base()).isEqualTo("LOAN_ADMISSION"));
        assertThat(taxonomy.scenario("LIMIT_CALC")).hasValueSatisfying(found -> assertThat(found.lines())
                .containsExactly("INCLUSIVE_FINANCE", "PERSONAL_LOAN"));
        assertThat(taxonomy.region("990100")).isPresent();
        assertThat(taxonomy.region("NOSUCH")).isEmpty();
        assertThat(taxonomy.dataClass("NOSUCH")).isEmpty();
    }

    @Test
    void hasADictionaryForTheClassesInMostUse() {
        assertThat(taxonomy.fields("TAX")).extracting(Taxonomy.Field::name).contains("uscc", "taxCreditGrade");
        assertThat(taxonomy.fields("ESG_CLIMATE")).isEmpty();
    }
}
