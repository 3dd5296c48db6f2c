package org.sluice.demo.data;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.demo.data.DemoRows.count;
import static org.sluice.demo.data.DemoRows.countsBy;
import static org.sluice.demo.data.DemoRows.texts;

import org.junit.jupiter.api.Test;

class DemoProductsTest {

    private static final String LISTED = "sluice.data_product where state = 'LISTED'";

    @Test
    void countsOfClassesAreThoseOfTheDomain() {
        assertThat(countsBy("data_class", LISTED))
                .containsOnly(
                        entry("TAX", 96L),
                        entry("PROVIDENT_FUND", 84L),
                        entry("BUSINESS_REGISTRATION", 78L),
                        entry("SOCIAL_SECURITY", 61L),
                        entry("REAL_ESTATE", 57L),
                        entry("JUDICIAL", 48L),
                        entry("ADMIN_PENALTY", 27L),
                        entry("INVOICE", 24L),
                        entry("UTILITIES", 23L),
                        entry("LAND_AGRICULTURE", 19L),
                        entry("CUSTOMS", 17L),
                        entry("IDENTITY_PSB", 15L),
                        entry("VEHICLE", 14L),
                        entry("BID_TENDER", 13L),
                        entry("MEDICAL_INSURANCE", 12L),
                        entry("INTELLECTUAL_PROPERTY", 11L),
                        entry("QUALIFICATION_LICENSE", 10L),
                        entry("CIVIL_AFFAIRS", 9L),
                        entry("EDUCATION", 8L),
                        entry("ENVIRONMENT", 8L),
                        entry("SCI_TECH", 6L),
                        entry("ENTERPRISE_CREDIT", 61L),
                        entry("ANTI_FRAUD", 45L),
                        entry("PERSONAL_CREDIT", 42L),
                        entry("TELECOM_VERIFY", 38L),
                        entry("MARKET_DATA", 31L),
                        entry("NEWS_SENTIMENT", 26L),
                        entry("PLATFORM_TRADE", 24L),
                        entry("PAYMENT_FLOW", 21L),
                        entry("SUPPLY_CHAIN", 19L),
                        entry("GEO_POI", 12L),
                        entry("ESG_CLIMATE", 9L));
        assertThat(count(LISTED + " and data_class in (select code from sluice.data_class where public_data)"))
                .isEqualTo(640);
        assertThat(count(LISTED)).isEqualTo(968);
    }

    @Test
    void countsOfFormsAndStatesAreThoseOfTheDomain() {
        assertThat(countsBy("interface_form", LISTED))
                .containsOnly(
                        entry("REALTIME_API", 610L),
                        entry("BATCH_FILE", 214L),
                        entry("PRIVACY_COMPUTE", 74L),
                        entry("PORTAL_QUERY", 70L));
        assertThat(countsBy("state", "sluice.data_product"))
                .containsOnly(
                        entry("LISTED", 968L),
                        entry("DRAFT", 22L),
                        entry("IN_TEST", 31L),
                        entry("REJECTED", 40L),
                        entry("RETIRED", 75L));
    }

    @Test
    void fitsItsClass() {
        assertThat(texts("""
                        select p.code from sluice.data_product p join sluice.data_class c on c.code = p.data_class
                        where not p.interface_form = any(c.forms)
                           or p.jr_level not between c.jr_min and c.jr_max
                           or (p.subject_type <> 'BOTH' and not p.subject_type = any(c.subjects))
                           or (p.subject_type = 'BOTH' and cardinality(c.subjects) < 2)
                           or (p.subject_type <> 'ENTERPRISE' and not p.contains_pi)
                        """)).isEmpty();
    }

    @Test
    void deliversOnlyFieldsOfTheDictionaryWhereThereIsOne() {
        assertThat(texts("""
                        select p.code || ' ' || f from sluice.data_product p cross join unnest(p.fields) f
                        where p.data_class in (select data_class from sluice.data_field)
                          and not exists (select 1 from sluice.data_field d
                                          where d.data_class = p.data_class and d.name = f)
                        """)).isEmpty();
        assertThat(count("sluice.data_product where cardinality(fields) = 0")).isZero();
    }

    @Test
    void answersOnlyYesOrNoAtLevelFour() {
        assertThat(texts("""
                        select code from sluice.data_product
                        where jr_level >= 4 and (fields <> '{verifyResult}' or name_zh not like '%核验%')
                        """)).isEmpty();
    }

    @Test
    void isListedOnlyFromSuppliersThatMayDeliver() {
        assertThat(texts("""
                        select p.code from sluice.data_product p join sluice.supplier s on s.id = p.supplier
                        where p.state = 'LISTED' and (s.state not in ('QUALIFIED', 'PREFERRED', 'RESTRICTED')
                           or p.listed_on is null or p.listed_on < s.admitted_on or p.listed_on > date '2026-03-11'
                           or p.daily_calls < 0 or p.hit_rate is null)
                        """)).isEmpty();
    }

    @Test
    void comesFromItsOwnRegionWhenAnAuthorityOrOperatorDelivers() {
        assertThat(texts("""
                        select p.code from sluice.data_product p join sluice.supplier s on s.id = p.supplier
                        where s.supplier_type in ('GOV_DEPARTMENT', 'PUBLIC_INSTITUTION', 'PUBLIC_DATA_OPERATOR')
                          and p.regions <> array[s.region]
                        """)).isEmpty();
    }

    @Test
    void costsNothingExactlyWhenABodyActsByLaw() {
        assertThat(texts("""
                        select p.code from sluice.data_product p join sluice.supplier s on s.id = p.supplier
                            join sluice.supplier_type t on t.code = s.supplier_type
                        where t.acts_by_law <> (p.pricing = 'FREE') or (p.pricing = 'FREE') <> (p.unit_price is null)
                           or p.unit_price <= 0
                        """)).isEmpty();
        assertThat(count(LISTED + " and pricing = 'FREE'")).isPositive();
    }

    @Test
    void namesAreUniqueAndInBothLanguages() {
        assertThat(texts("select name_zh from sluice.data_product group by 1 having count(*) > 1"))
                .isEmpty();
        assertThat(texts("select name_en from sluice.data_product group by 1 having count(*) > 1"))
                .isEmpty();
        assertThat(texts("""
                        select code from sluice.data_product where name_en ~ '[一-鿿]' or summary_en ~ '[一-鿿]'
                           or name_zh !~ '[一-鿿]' or summary_zh !~ '[一-鿿]'
                        """)).isEmpty();
    }

    @Test
    void mayMostlyBeReused() {
        assertThat(count(LISTED + " and reuse_allowed")).isBetween(750L, 900L);
    }
}
