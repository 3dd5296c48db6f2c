package org.sluice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.PathsPassed;
import org.sluice.support.Purchases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way from a request to a grant, and every way to none. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsagePathsTest {

    private final Set<String> withdrawnAt = new HashSet<>();

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private UsageSteps steps;

    @Autowired
    private Usage usage;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private PathsPassed paths;

    @Autowired
    private Clock clock;

    private UsedProducts products;
    private LocalDate today;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @BeforeEach
    void look() {
        products = new UsedProducts(jdbc);
        today = clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }

    @Test
    void whatTheLineUsesAlreadyIsGrantedOnceItsCostIsReserved() {
        var product = usedProduct(2, false);

        var caseId = requested(products.form(product, today.plusMonths(6)));

        assertThat(intakes.state(caseId)).isEqualTo("GRANTED");
        assertThat(intakes.outcome(caseId)).isEqualTo("usageGranted");
        assertThat(sheet(caseId)).contains("usagePath", "AUTO");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isPositive();
        var grant = grantOf(caseId);
        assertThat(grant.get("state").asText()).isEqualTo("ACTIVE");
        assertThat(grant.get("purpose").asText()).isEqualTo("MARKETING");
        assertThat(grant.get("validTo").asText()).isEqualTo(today.plusMonths(6).toString());
        assertThat(actions(caseId))
                .contains("usage.requested", "budget.preCommitted", "access.granted", "decision.taken");
        assertPassed(caseId, "usageGranted");

        var before = actions(caseId);
        again(() -> assertThat(steps.activate(id(caseId))).isTrue());
        assertThat(actions(caseId)).isEqualTo(before);
    }

    @Test
    void aRuleThatForbidsItEndsItAtOnceAndSaysWhatHelps() {
        var product = usedProduct(2, false);

        var caseId = requested(products.form(product, today.plusMonths(13)));

        assertThat(intakes.state(caseId)).isEqualTo("REFUSED");
        assertThat(intakes.outcome(caseId)).isEqualTo("usageRefusedByRules");
        assertThat(sheet(caseId)).contains("U-05", "Shorten the term");
        assertPassed(caseId, "refusedByRules");
    }

    @Test
    void aProductThatIsNotListedAndASupplierThatIsSuspendedAreNotToBeHad() {
        var product = usedProduct(2, false);
        products.state(product, "DEGRADED");

        var caseId = requested(products.form(product, today.plusMonths(1)));

        assertThat(sheet(caseId)).contains("U-11");
    }

    @Test
    void whatTheBudgetCannotBearIsRefused() {
        var product = products.listed(2, false, "PER_CALL", "900.00");
        products.granted(product, "HO", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        var form = products.form(product, today.plusMonths(6));
        form.put("callsPerDay", 1_000_000);

        var caseId = requested(form);

        assertThat(intakes.outcome(caseId)).isEqualTo("usageRefusedForCost");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertPassed(caseId, "refusedForCost");
    }

    @Test
    void anotherLineAsksItsOwnerAndTheDataSteward() {
        var product = products.listed(2, false, "FREE", null);
        products.granted(product, "HO", "PAYROLL_PROSPECT", "MARKETING", today.plusMonths(3));

        var caseId = requested(products.form(product, today.plusMonths(6)));

        assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo("BUSINESS_OWNER");
        jobs.due(caseId, "usageApproverReminder");
        assertThat(actions(caseId)).contains("usage.approverReminded");
        intakes.lead(caseId);
        assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo("DATA_STEWARD");
        intakes.lead(caseId);
        assertThat(intakes.state(caseId)).isEqualTo("GRANTED");
        assertThat(sheet(caseId)).contains("usageApprovals", "lineUse");
        assertPassed(caseId, "usageApproverReminded");
    }

    @Test
    void anApproverRefusesWithAReasonAndWhatWasReservedIsReleased() {
        var product = products.listed(3, false, "PER_CALL", "1.00");
        products.granted(product, "HO", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        var caseId = requested(products.form(product, today.plusMonths(6)));
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isPositive();

        intakes.complete(caseId, Map.of("approved", false)).refused(422);
        intakes.complete(caseId, Map.of("approved", false, "comment", "not needed"))
                .ok();

        assertThat(intakes.outcome(caseId)).isEqualTo("usageRefused");
        assertThat(sheet(caseId)).contains("not needed");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertPassed(caseId, "refusedByUsageApprover");
    }

    @Test
    void aNewPurposeWantsAnImpactAssessmentAndHoldsForSixMonths() {
        var product = products.listed(1, false, "FREE", null);

        var caseId = requested(products.form(product, today.plusMonths(12)));

        assertThat(intakes.taskKey(caseId)).isEqualTo("fileUsageAssessment");
        intakes.complete(
                        caseId,
                        Map.of(
                                "assessmentNo",
                                "PIA-1",
                                "assessmentOn",
                                today.plusDays(1).toString(),
                                "conclusion",
                                "fine"))
                .refused(422);
        intakes.lead(caseId);
        assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo("COMPLIANCE");
        intakes.lead(caseId);
        assertThat(grantOf(caseId).get("validTo").asText())
                .isEqualTo(today.plusMonths(6).toString());
    }

    @Test
    void anotherLegalPersonIsAnotherHandler() {
        jdbc.sql("update sluice.org_unit set legal_entity = 'Test Wealth Management' where code = 'BR02'")
                .update();
        try {
            var product = usedProduct(2, false);
            var form = products.form(product, today.plusMonths(6));
            form.put("unitCode", "BR02");

            var caseId = requestedBy("br02-business-requester", form);

            assertThat(intakes.taskKey(caseId)).isEqualTo("fileUsageAssessment");
            assertThat(sheet(caseId)).contains("otherLegalEntity");
            assertWithdrawn("br02-business-requester", caseId);
        } finally {
            jdbc.sql("update sluice.org_unit set legal_entity = null where code = 'BR02'")
                    .update();
        }
    }

    @Test
    void theCommitteeIsAQuorumOfDistinctPeople() {
        var product = usedProduct(4, false);
        var caseId = requested(products.form(product, today.plusMonths(6)));

        var open = tasks("admission-committee", caseId);
        assertThat(open).hasSize(2);
        vote("admission-committee", open.get(0), true).ok();
        vote("admission-committee", open.get(1), true).refused(409);
        assertThat(intakes.state(caseId)).isEqualTo("REQUESTED");
        vote("admission-committee-2", open.get(1), true).ok();

        assertThat(intakes.state(caseId)).isEqualTo("GRANTED");
        assertThat(sheet(caseId)).contains("usageVotes");
    }

    @Test
    void oneVoteAgainstIsEnough() {
        var product = usedProduct(4, false);
        var caseId = requested(products.form(product, today.plusMonths(6)));

        var open = tasks("admission-committee", caseId);
        vote("admission-committee-2", open.get(0), false).ok();
        assertThat(intakes.state(caseId)).isEqualTo("REQUESTED");
        vote("admission-committee", open.get(1), true).ok();

        assertThat(intakes.outcome(caseId)).isEqualTo("usageRefusedByCommittee");
        assertPassed(caseId, "refusedByUsageVote");
    }

    @Test
    void whatARuleLeavesToAPersonIsAskedBesideTheTable() {
        var product = usedProduct(3, false);
        var form = products.form(product, today.plusMonths(6));
        form.put("storeResults", true);
        form.put("retentionDays", 90);
        form.put("resultsEncrypted", true);

        var caseId = requested(form);

        assertThat(jdbc.sql("select role from sluice.usage_approval where case_id = ?::uuid order by seq")
                        .param(caseId)
                        .query(String.class)
                        .list())
                .containsExactly("BUSINESS_OWNER", "DATA_STEWARD", "INFO_SECURITY");
    }

    @Test
    void whatIsNoLongerToBeHadWhenEverybodyHasAgreedIsNotGranted() {
        var product = usedProduct(3, false);
        var caseId = requested(products.form(product, today.plusMonths(6)));
        intakes.lead(caseId);
        products.state(product, "OFFBOARDING");

        intakes.lead(caseId);

        assertThat(intakes.outcome(caseId)).isEqualTo("usageNoLongerPossible");
        assertThat(api.read("audit", "/grants?q=" + number(caseId)).ok().get("items"))
                .isEmpty();
        assertPassed(caseId, "refusedForChange");
    }

    @Test
    void theRequesterTakesItBackAtEveryWait() {
        var assessed = requested(products.form(products.listed(1, false, "FREE", null), today.plusMonths(6)));
        var approved = requested(products.form(usedProduct(3, false), today.plusMonths(6)));
        var voted = requested(products.form(usedProduct(4, false), today.plusMonths(6)));

        api.write("finance", "/usage-requests/" + approved + "/withdraw", Map.of("reason", "x"))
                .refused(403);
        assertWithdrawn("business-requester", assessed);
        assertWithdrawn("business-requester", approved);
        assertWithdrawn("business-requester", voted);

        var before = actions(approved);
        api.write("business-requester", "/usage-requests/" + approved + "/withdraw", Map.of("reason", "again"))
                .ok();
        assertThat(actions(approved)).isEqualTo(before);
    }

    @Test
    void aGrantedRequestIsNotTakenBackAndAMessageAloneStopsNothing() {
        var granted = requested(products.form(usedProduct(2, false), today.plusMonths(6)));
        api.write("business-requester", "/usage-requests/" + granted + "/withdraw", Map.of("reason", "late"))
                .refused(409);
        var open = requested(products.form(usedProduct(3, false), today.plusMonths(6)));

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> again(() -> steps.acknowledgeWithdrawal(id(open))));
    }

    @Test
    void nobodyApprovesTheOwnRequestOrTwice() {
        var product = usedProduct(3, false);
        var caseId = requestedBy("business-owner", products.form(product, today.plusMonths(6)));

        intakes.completeAs("business-owner", caseId, Map.of("approved", true)).refused(409);
        intakes.completeAs("data-steward", caseId, Map.of("approved", true)).refused(403);
    }

    @Test
    void theSameIsAskedForOnce() {
        var form = products.form(usedProduct(3, false), today.plusMonths(6));
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = api.write("business-requester", "/usage-requests", form, headers)
                .ok();

        assertThat(api.write("business-requester", "/usage-requests", form, headers)
                        .ok())
                .isEqualTo(first);
        api.write("business-requester", "/usage-requests", form).refused(409);
        jobs.run();
    }

    @Test
    void whatIsGrantedIsNotAskedForAgain() {
        var form = products.form(usedProduct(2, false), today.plusMonths(6));
        requested(form);

        api.write("business-requester", "/usage-requests", form).refused(409);
    }

    @Test
    void theExampleIsTakenAsItStands() {
        var caseId = requestedBy("business-requester", json.convertValue(usage.example(), new TypeReference<>() {}));

        assertThat(intakes.state(caseId)).isIn("REQUESTED", "GRANTED");
        assertThat(sheet(caseId)).contains("usagePath");
    }

    @Test
    void everythingThatIsWrongIsNamedAtItsField() {
        var form = products.form(usedProduct(2, true), today.minusDays(1));
        form.put("scenarioCode", "NONE");
        form.put("fields", List.of("someField", "nobodyHasIt"));
        form.put("costCentre", "BL-0");
        form.put("storeResults", true);

        assertThat(fields(
                        api.write("business-requester", "/usage-requests", form).refused(422)))
                .contains("scenarioCode", "fields[1]", "validTo", "legalBasis", "retentionDays", "resultsEncrypted");
        var other = products.form(usedProduct(2, false), today.plusMonths(1));
        other.put("costCentre", "BL-0");
        assertThat(fields(api.write("business-requester", "/usage-requests", other)
                        .refused(422)))
                .containsExactly("costCentre");
        other = products.form(usedProduct(2, false), today.plusMonths(1));
        other.put("unitCode", "BR01");
        other.put("costCentre", branchLine("BR01"));
        api.write("business-requester", "/usage-requests", other).refused(403);
        api.write("supplier-contact", "/usage-requests", other).refused(403);
    }

    @AfterAll
    void everyEndAndEveryBoundaryWasReachedAndEveryWaitWithdrawnFrom() {
        paths.assertNoneLeftOut(UsageAuthorizationProcess.KEY, EndEvent.class, BoundaryEvent.class);
        assertThat(withdrawnAt).isEqualTo(paths.elements(UsageAuthorizationProcess.KEY, UserTask.class));
    }

    /** A product that the line uses for marketing already, at a price that the line can bear. */
    private UsedProducts.Product usedProduct(int jrLevel, boolean personal) {
        var product = products.listed(jrLevel, personal, "PER_CALL", "0.50");
        products.granted(product, "HO", "SME_PROPENSITY", "MARKETING", today.plusMonths(3));
        return product;
    }

    private String requested(Map<String, Object> form) {
        return requestedBy("business-requester", form);
    }

    private String requestedBy(String user, Map<String, Object> form) {
        var caseId = api.write(user, "/usage-requests", form).ok().get("caseId").asText();
        jobs.run();
        return caseId;
    }

    private void assertWithdrawn(String user, String caseId) {
        withdrawnAt.add(intakes.sheet(caseId).at("/openTasks/0/key").asText());
        api.write(user, "/usage-requests/" + caseId + "/withdraw", Map.of("reason", "called off"))
                .ok();
        purchases.deliver(caseId);
        assertThat(intakes.outcome(caseId)).isEqualTo("withdrawn");
        assertThat(intakes.sheet(caseId).get("openTasks")).isEmpty();
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertPassed(caseId, "usageWithdrawn");
    }

    private List<String> tasks(String user, String caseId) {
        return texts(api.read(user, "/tasks?caseId=" + caseId).ok().get("items"), "id");
    }

    private Api.Answer vote(String user, String task, boolean inFavour) {
        var answer = api.write(
                user, "/tasks/" + task + "/complete", Map.of("inFavour", inFavour, "comment", "I have looked at it"));
        jobs.run();
        return answer;
    }

    private JsonNode grantOf(String caseId) {
        var grants = api.read("audit", "/grants?q=" + number(caseId)).ok().get("items");
        assertThat(grants).hasSize(1);
        return grants.get(0);
    }

    private String number(String caseId) {
        return intakes.sheet(caseId).get("number").asText();
    }

    private String branchLine(String unit) {
        return jdbc.sql(
                        "select code from sluice.budget_line where source = 'BRANCH' and org_unit = ? order by 1 limit 1")
                .param(unit)
                .query(String.class)
                .single();
    }

    private String sheet(String caseId) {
        return intakes.sheet(caseId).toString()
                + api.read("audit", "/cases/" + caseId + "/decisions").json();
    }

    private static CaseId id(String caseId) {
        return new CaseId(UUID.fromString(caseId));
    }

    private void again(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    private List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private static List<String> fields(JsonNode problem) {
        return texts(problem.get("errors"), "field");
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }

    private void assertPassed(String caseId, String... elements) {
        paths.assertPassed(UsageAuthorizationProcess.KEY, caseId, elements);
    }
}
