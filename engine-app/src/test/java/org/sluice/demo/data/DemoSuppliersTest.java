package org.sluice.demo.data;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.demo.data.DemoRows.count;
import static org.sluice.demo.data.DemoRows.countsBy;
import static org.sluice.demo.data.DemoRows.texts;

import org.junit.jupiter.api.Test;

class DemoSuppliersTest {

    @Test
    void countsOfTypesAndStatesAreThoseOfTheDomain() {
        assertThat(countsBy("supplier_type", "sluice.supplier"))
                .containsOnly(
                        entry("TECH_SERVICE", 71L),
                        entry("PUBLIC_DATA_OPERATOR", 67L),
                        entry("ENTERPRISE_CREDIT_AGENCY", 58L),
                        entry("GOV_DEPARTMENT", 41L),
                        entry("INDUSTRY_CHAIN", 28L),
                        entry("FINANCIAL_INFO_VENDOR", 27L),
                        entry("INTERNET_PLATFORM", 16L),
                        entry("PUBLIC_INSTITUTION", 15L),
                        entry("DATA_EXCHANGE", 12L),
                        entry("TELECOM_OPERATOR", 9L),
                        entry("PAYMENT_CLEARING", 8L),
                        entry("PERSONAL_CREDIT_BUREAU", 3L));
        assertThat(countsBy("state", "sluice.supplier"))
                .containsOnly(
                        entry("QUALIFIED", 228L),
                        entry("POTENTIAL", 41L),
                        entry("PREFERRED", 29L),
                        entry("RESTRICTED", 18L),
                        entry("UNDER_REVIEW", 17L),
                        entry("EXITED", 11L),
                        entry("BLACKLISTED", 6L),
                        entry("SUSPENDED", 5L));
        assertThat(count("sluice.supplier")).isEqualTo(355);
    }

    @Test
    void gradesAgreeWithStates() {
        assertThat(countsBy("grade", "sluice.supplier where grade is not null"))
                .containsOnly(entry("A", 52L), entry("B", 168L), entry("C", 43L), entry("D", 12L));
        assertThat(countsBy("state || ' ' || grade", "sluice.supplier where grade is not null"))
                .containsOnlyKeys(
                        "PREFERRED A", "QUALIFIED A", "QUALIFIED B", "QUALIFIED C", "RESTRICTED C", "RESTRICTED D");
        assertThat(count("""
                        sluice.supplier
                        where (grade is not null) <> (state in ('QUALIFIED', 'PREFERRED', 'RESTRICTED'))
                        """)).isZero();
    }

    @Test
    void bodiesActingByLawAndExchangesAreNoCompanies() {
        assertThat(texts("""
                        select name_zh from sluice.supplier
                        where (supplier_type in ('GOV_DEPARTMENT', 'PUBLIC_INSTITUTION', 'DATA_EXCHANGE'))
                              = (name_zh like '%有限公司%' or name_en like '%Co., Ltd.%')
                        """)).isEmpty();
    }

    @Test
    void cannotBeReal() {
        assertThat(texts("""
                        select code from sluice.supplier where name_zh not like '%（示例）' or name_en not like '%(sample)'
                           or name_en ~ '[一-鿿]' or substr(uscc, 3, 6) <> '990000' or not demo
                           or contact_phone !~ '^199-0000-[0-9]{4}$' or contact_email not like '%@example.com'
                        """)).isEmpty();
        for (var column : new String[] {"name_zh", "name_en", "uscc", "contact_phone", "contact_email", "contact_zh"}) {
            assertThat(texts("select " + column + " from sluice.supplier group by 1 having count(*) > 1"))
                    .as(column)
                    .isEmpty();
        }
    }

    @Test
    void creditCodesPassTheirCheck() {
        assertThat(texts("select uscc from sluice.supplier"))
                .hasSize(355)
                .allMatch(uscc -> uscc.length() == 18 && CreditCode.check(uscc) == uscc.charAt(17));
    }

    @Test
    void isAdmittedForATimeThatFitsItsState() {
        assertThat(texts("""
                        select code || ' ' || state from sluice.supplier where case
                            when state in ('QUALIFIED', 'PREFERRED', 'RESTRICTED')
                                then admitted_on is null or admitted_on > date '2026-03-11'
                                    or admission_ends_on < date '2026-03-11'
                            when state in ('POTENTIAL', 'UNDER_REVIEW')
                                then admitted_on is not null or admission_ends_on is not null
                            else admitted_on is null or admission_ends_on <= admitted_on end
                        """)).isEmpty();
    }
}
