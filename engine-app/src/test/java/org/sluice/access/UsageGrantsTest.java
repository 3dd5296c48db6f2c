package org.sluice.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.access.StopReason;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.Purchases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a grant after it was given. */
@HouseTest
class UsageGrantsTest {

    private static final Map<String, String> WHY = Map.of("reason", "MISUSE", "comment", "used for something else");

    @Autowired
    private Api api;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Purchases purchases;

    @Autowired
    private UsageGrants grants;

    @Autowired
    private GrantTerms terms;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UsedProducts products;
    private LocalDate today;

    @BeforeEach
    void look() {
        products = new UsedProducts(jdbc);
        today = clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }

    @Test
    void whoKeepsWatchSuspendsItAndAnotherLetsItGoOn() {
        var grant = grant("BR01");

        act("br01-business-owner", grant, "suspend").refused(403);
        act("procurement", grant, "suspend").refused(403);
        assertThat(act("data-steward", grant, "suspend").ok().get("state").asText())
                .isEqualTo("SUSPENDED");
        act("data-steward", grant, "suspend").ok();
        act("data-steward", grant, "resume").refused(409);
        assertThat(act("compliance", grant, "resume").ok().get("state").asText())
                .isEqualTo("ACTIVE");
        assertThat(actions(grant)).containsExactly("access.suspended", "access.resumed");
    }

    @Test
    void aLateRepeatWithItsKeyUndoesNothingThatCameAfter() {
        var grant = grant("BR01");
        var key = Map.of("Idempotency-Key", "stop-" + grant);
        api.write("data-steward", "/grants/" + grant + "/suspend", WHY, key).ok();
        act("compliance", grant, "resume").ok();
        var late = api.write("data-steward", "/grants/" + grant + "/suspend", WHY, key)
                .ok();
        assertThat(late.get("state").asText()).isEqualTo("ACTIVE");
        api.write("data-steward", "/grants/" + grant + "/revoke", WHY, key).refused(409);

        act("data-steward", grant, "suspend").ok();
        var goOn = Map.of("Idempotency-Key", "go-on-" + grant);
        api.write("compliance", "/grants/" + grant + "/resume", WHY, goOn).ok();
        act("data-steward", grant, "suspend").ok();
        assertThat(api.write("compliance", "/grants/" + grant + "/resume", WHY, goOn)
                        .ok()
                        .get("state")
                        .asText())
                .isEqualTo("SUSPENDED");
    }

    @Test
    void nobodyOpensUseByUseWhatAnExitHasBlocked() {
        var product = products.listed(2, false, "FREE", null);
        var grant = products.granted(product, "BR01", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        var exit = new CaseId(UUID.fromString(intakes.submitted()));
        transaction.executeWithoutResult(
                status -> grants.suspendAll(product.id(), Ending.by(exit, StopReason.PRODUCT_EXIT)));

        assertThat(api.read("data-steward", "/grants?product=" + product.code())
                        .ok()
                        .at("/items/0/mayResume")
                        .asBoolean())
                .isFalse();
        assertThat(act("data-steward", grant, "resume")
                        .refused(409)
                        .get("detail")
                        .asText())
                .contains(product.code(), "exit");
        assertThat(grants.get(grant).state()).isEqualTo("SUSPENDED");
    }

    @Test
    void peopleGiveNoReasonByWhichTheHouseKnowsItsOwnDeeds() {
        var grant = grant("BR01");
        for (var reason : List.of("MOVED", "PRODUCT_EXIT", "TERM_OVER")) {
            var why = Map.of("reason", reason, "comment", "no longer wanted");
            assertThat(api.write("data-steward", "/grants/" + grant + "/suspend", why)
                            .refused(422)
                            .at("/errors/0/field")
                            .asText())
                    .isEqualTo("reason");
            api.write("br01-business-owner", "/grants/" + grant + "/revoke", why)
                    .refused(422);
        }
        assertThat(grants.get(grant).state()).isEqualTo("ACTIVE");
    }

    @Test
    void theOwnerOfTheUnitTakesItAwayAndNobodyElsesDoes() {
        var grant = grant("BR01");

        act("br02-business-owner", grant, "revoke").refused(403);
        act("br01-business-requester", grant, "revoke").refused(403);
        api.write("br01-business-owner", "/grants/" + grant + "/revoke", Map.of("reason", "MISUSE"))
                .refused(422);
        var revoked = act("br01-business-owner", grant, "revoke").ok();
        assertThat(revoked.get("state").asText()).isEqualTo("REVOKED");
        assertThat(revoked.get("comment").asText()).isEqualTo("used for something else");
        act("br01-business-owner", grant, "revoke").ok();
        act("compliance", grant, "resume").ok();

        assertThat(actions(grant)).containsExactly("access.revoked");
        api.write("compliance", "/grants/" + UUID.randomUUID() + "/revoke", WHY).refused(404);
    }

    @Test
    void whatWasReservedIsReleasedWhenTheUseEnds() {
        var product = products.listed(2, false, "PER_CALL", "0.50");
        products.granted(product, "HO", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        var caseId = api.write("business-requester", "/usage-requests", products.form(product, today.plusMonths(2)))
                .ok()
                .get("caseId")
                .asText();
        jobs.run();
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isPositive();
        var grant = grants.of(List.of(new CaseId(UUID.fromString(caseId)))).get(0);

        act("compliance", grant.id(), "revoke").ok();

        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertThat(intakes.sheet(caseId).get("state").asText()).isEqualTo("GRANTED");
    }

    @Test
    void aGrantEndsWithItsTimeAndItsEndIsAnnouncedOnce() {
        var product = products.listed(2, false, "FREE", null);
        var over = products.granted(product, "HO", "SME_PROPENSITY", "MARKETING", today.minusDays(1));
        var last = products.granted(product, "BR01", "SME_PROPENSITY", "MARKETING", today);
        var later = products.granted(product, "BR02", "SME_PROPENSITY", "MARKETING", today.plusDays(31));

        terms.run();
        terms.run();

        assertThat(grants.get(over).state()).isEqualTo("EXPIRED");
        assertThat(actions(over)).containsExactly("access.expired");
        assertThat(grants.get(last).state()).isEqualTo("ACTIVE");
        assertThat(actions(last)).containsExactly("access.endsSoon");
        assertThat(actions(later)).isEmpty();
    }

    @Test
    void allUsesOfAProductMoveToAnotherAndKeepWhatItDelivers() {
        var from = products.listed(2, false, "FREE", null);
        var to = products.listed(2, false, "FREE", null);
        var whole = products.granted(from, "HO", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        var part = products.granted(from, "BR01", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        var other = products.granted(from, "BR02", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        fields(part, "someField", "goneField");
        fields(other, "goneField");
        act("data-steward", part, "suspend").ok();
        var why = new CaseId(UUID.fromString(intakes.submitted()));

        var moved = move(from, to, why);

        assertThat(moved.moved()).extracting(grant -> grant.unit().value()).containsExactlyInAnyOrder("HO", "BR01");
        assertThat(moved.left()).extracting(UsageGrants.Grant::id).containsExactly(other);
        assertThat(grants.get(whole).state()).isEqualTo("REVOKED");
        var standing = grants.standingOf(to.id());
        assertThat(standing).hasSize(2);
        assertThat(standing)
                .filteredOn(grant -> grant.unit().value().equals("BR01"))
                .allSatisfy(grant -> {
                    assertThat(grant.state()).isEqualTo("SUSPENDED");
                    assertThat(grant.fields()).containsExactly("someField");
                });
        assertThat(grants.activeOf(to.id())).hasSize(1);

        assertThat(move(from, to, why).moved()).isEmpty();
        assertThat(grants.standingOf(to.id())).isEqualTo(standing);
        var ended = transaction.execute(status -> grants.revokeAll(from.id(), Ending.by(why, StopReason.PRODUCT_EXIT)));
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void peopleSeeTheGrantsOfTheirUnits() {
        var grant = grant("BR01");
        var code = grants.get(grant).productCode();

        assertThat(api.read("br01-business-owner", "/grants?product=" + code)
                        .ok()
                        .get("items"))
                .hasSize(1);
        assertThat(api.read("br02-business-owner", "/grants?product=" + code)
                        .ok()
                        .get("items"))
                .isEmpty();
        api.read("supplier-contact", "/grants").refused(403);
        assertThat(api.read("audit", "/grants?state=ACTIVE").ok().get("total").asInt())
                .isGreaterThan(200);
    }

    private UsageGrants.Moved move(UsedProducts.Product from, UsedProducts.Product to, CaseId why) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> grants.move(from.id(), to.id(), why)));
    }

    private UUID grant(String unit) {
        return products.granted(
                products.listed(2, false, "FREE", null), unit, "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
    }

    private void fields(UUID grant, String... names) {
        jdbc.sql("update sluice.usage_grant set fields = ? where id = ?")
                .params(names, grant)
                .update();
    }

    private Api.Answer act(String user, UUID grant, String what) {
        return api.write(user, "/grants/" + grant + "/" + what, WHY);
    }

    private List<String> actions(UUID grant) {
        return jdbc.sql("select action from sluice.audit_event where subject = ? order by id")
                .param("grant " + grant)
                .query(String.class)
                .list();
    }
}
