package org.sluice.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prices, grades and other suppliers are for the bank's own people; a unit's unfinished cases are for the unit. */
@HouseTest
class CatalogueRightsTest {

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products",
                "products/DP-00001",
                "products/DP-99999",
                "suppliers",
                "suppliers?status=BLACKLISTED",
                "suppliers/SUP-00001",
                "suppliers/SUP-99999",
                "application-cases"
            })
    void aSupplierContactReadsNothingOfOthers(String path) {
        var problem = api.read("supplier-contact", "/" + path).refused(403);

        assertThat(problem.get("type").asText()).isEqualTo("urn:sluice:problem:notPermitted.catalogue");
        api.read("audit", "/suppliers").ok();
    }

    @Test
    void casesThatAreNotListedAreShownToTheirUnitOnly() {
        for (var branch : List.of("BR01", "BR02")) {
            var owner = branch.toLowerCase(Locale.ROOT) + "-business-owner";
            for (var state : List.of("DRAFT", "RETIRED")) {
                var of = "state = '" + state + "'";
                assertThat(total(owner, state)).isEqualTo(count(of + " and org_unit like '" + branch + "%'"));
            }
            assertThat(total(owner, "ALL"))
                    .isLessThan(count("true"))
                    .isEqualTo(count("state = 'LISTED' or org_unit like '" + branch + "%'"));
            assertThat(total(owner, "LISTED"))
                    .as("what is listed is for everybody")
                    .isEqualTo(total("audit", "LISTED"));
        }
        assertThat(total("data-steward", "DRAFT")).isEqualTo(count("state = 'DRAFT'"));
        assertThat(total("audit", "ALL")).isEqualTo(count("true"));
        assertThat(total("administrator", "DRAFT")).isZero();
    }

    private long total(String user, String status) {
        return api.read(user, "/application-cases?status=" + status)
                .ok()
                .get("total")
                .asLong();
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from sluice.application_case where " + condition)
                .query(Long.class)
                .single();
    }
}
