package org.sluice.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.exit.ExitStage.fields;
import static org.sluice.exit.ExitStage.texts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluice.blacklist.SupplierListed;
import org.sluice.evaluation.ExitDecided;
import org.sluice.process.CaseId;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.PathsPassed;
import org.sluice.support.Purchases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through an exit. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExitPathsTest {

    @Autowired
    private Api api;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Purchases purchases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ExitSteps steps;

    private PathsPassed paths;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    private ExitStage stage;

    /** By the house's clock, which another test may have moved ahead. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    }

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @BeforeAll
    void begin() {
        stage = new ExitStage(api, jobs, jdbc);
    }

    @Test
    void whatIsBeingDecidedOrBoughtWithTheProductIsAffected() {
        var subject = stage.inUse();
        jdbc.sql("update sluice.data_product set reuse_allowed = true where id = ?")
                .param(subject.id())
                .update();
        var form = intakes.form("HO");
        Intakes.fields(form, subject.field() + "a", subject.field() + "b");
        var asked = intakes.submit("business-requester", form);
        intakes.leadTo(asked, "confirmReuse");
        var bought = offeredBy(subject, "TAX");
        var otherData = offeredBy(subject, "JUDICIAL");
        var joined = purchases.handedOver();
        intakes.complete(
                        joined,
                        Map.of(
                                "choice",
                                "JOIN",
                                "joinCase",
                                api.read("audit", "/cases/" + bought)
                                        .ok()
                                        .get("number")
                                        .asText(),
                                "comment",
                                "the same data"))
                .ok();
        var caseId = stage.opened(subject, "SOURCE_OFFLINE", "NONE", false, false);

        assertThat(affected(caseId))
                .contains(
                        "REQUIREMENT " + number(asked) + " null",
                        "PURCHASE " + number(bought) + " null",
                        "PURCHASE " + number(joined) + " null")
                .noneMatch(line -> line.contains(number(otherData)));
        purchases.withdraw("business-requester", joined).ok();
        stage.leadTo(caseId, "settleContracts");
        assertThat(affected(caseId))
                .contains(
                        "REQUIREMENT " + number(asked) + " STILL_OPEN",
                        "PURCHASE " + number(bought) + " STILL_OPEN",
                        "PURCHASE " + number(joined) + " ENDED");
    }

    /** A purchase that waits for its choice, with an offer of the product's supplier that names no product. */
    private String offeredBy(ExitStage.Subject subject, String dataClass) {
        var form = intakes.form("HO");
        form.putArray("dataClasses").add(dataClass);
        var caseId = purchases.handedOver(form);
        intakes.complete(caseId, Purchases.plan(3)).ok();
        var suppliers = new ArrayList<>(purchases.suppliers("QUALIFIED", 2));
        suppliers.add(jdbc.sql("select code from sluice.supplier where id = ?")
                .param(subject.supplier())
                .query(String.class)
                .single());
        intakes.complete(caseId, Purchases.quotations(suppliers, 40_000)).ok();
        return caseId;
    }

    private String number(String caseId) {
        return api.read("audit", "/cases/" + caseId).ok().get("number").asText();
    }

    private List<String> affected(String caseId) {
        return StreamSupport.stream(stage.sheet(caseId).get("affected").spliterator(), false)
                .map(row -> row.get("kind").asText() + " " + row.get("code").asText() + " "
                        + row.get("outcome").asText())
                .toList();
    }

    @Test
    void aProductIsReplacedByTheExamplesOfTheTasks() {
        var subject = stage.inUse();
        var twin = stage.twin(subject);
        var requirement = intakes.submitted();
        stage.grant(subject, "BR02", requirement);
        var evaluation = evaluated(subject);
        var caseId = stage.opened(subject, "GRADE_D");

        assertThat(stage.tasks(caseId)).containsExactly("assessExit");
        stage.lead(caseId);
        assertThat(stage.sheet(caseId).at("/line/urgency").asText()).isEqualTo("PLANNED_30");
        assertThat(texts(stage.sheet(caseId).get("affected"), "kind"))
                .containsExactlyInAnyOrder(
                        "GRANT", "GRANT", "GRANT", "REQUIREMENT", "APPLICATION_CASE", "APPLICATION_CASE", "CONTRACT");
        stage.leadTo(caseId, "chooseReplacement");
        assertThat(stage.productState(subject)).isEqualTo("OFFBOARDING");
        stage.lead(caseId);
        assertThat(stage.state(caseId)).isEqualTo("COMPARING");
        assertThat(stage.cover(evaluation).get("state").asText()).isEqualTo("OPEN");
        stage.lead(caseId);
        purchases.deliver(evaluation);

        assertThat(stage.cover(evaluation).get("outcome").asText()).isEqualTo("evaluationStopped");
        assertThat(stage.tasks(evaluation)).isEmpty();
        assertThat(stage.grants(subject)).containsExactly("BR01 REVOKED", "BR02 REVOKED", "HO REVOKED");
        assertThat(stage.grants(twin)).containsExactly("BR01 ACTIVE", "BR02 ACTIVE", "HO ACTIVE");
        assertThat(outcomes(caseId))
                .containsOnly("MOVED", "SERVED", "REPOINTED", "null")
                .doesNotContain("REVOKED");
        assertThat(stage.tasks(caseId)).containsExactly("settleContracts");
        stage.lead(caseId);
        assertThat(stage.holds(subject, "COMMITTED")).isZero();
        assertThat(stage.holds(subject, "SPENT")).isPositive().isLessThan(new java.math.BigDecimal("120000"));
        assertThat(stage.holds(subject, "SPENT").add(stage.holds(subject, "AVAILABLE")))
                .isZero();
        stage.lead(caseId);
        stage.lead(caseId);

        assertThat(stage.productState(subject)).isEqualTo("RETIRED");
        assertThat(stage.state(caseId)).isEqualTo("ARCHIVED");
        var cover = stage.cover(caseId);
        assertThat(cover.get("outcome").asText()).isEqualTo("exitArchived");
        assertThat(texts(cover.get("tables"), "label")).contains("affected", "signatures", "deletionCertificates");
        assertThat(texts(stage.sheet(caseId).get("deletions"), "side")).containsExactly("BANK", "SUPPLIER");
        assertThat(actions(caseId))
                .contains(
                        "exit.opened",
                        "exit.assessed",
                        "exit.impactListed",
                        "exit.approved",
                        "exit.agreed",
                        "exit.replacementChosen",
                        "exit.replacementFits",
                        "access.moved",
                        "exit.useEnded",
                        "contract.closed",
                        "exit.ownDeletionRecorded",
                        "exit.supplierDeletionRecorded",
                        "exit.archived");
        assertPassed(caseId, "useEnded", "exitArchived");

        var sheet = stage.sheet(caseId);
        transaction.executeWithoutResult(status -> steps.archive(id(caseId)));
        assertThat(stage.sheet(caseId)).isEqualTo(sheet);
    }

    @Test
    void aGraveIncidentIsBlockedBeforeAnybodySignsAndStaysSoWithoutASignature() {
        var subject = stage.inUse();
        var twin = stage.twin(subject);
        var caseId = stage.opened(subject, "SECURITY_INCIDENT", "LARGER", false, true);

        assertThat(stage.grants(subject)).containsExactly("BR01 SUSPENDED", "HO SUSPENDED");
        assertThat(stage.productState(subject)).isEqualTo("OFFBOARDING");
        assertThat(withdraw("data-steward", caseId).refused(409).get("detail").asText())
                .contains("blocked");
        stage.lead(caseId);
        assertThat(roles(caseId)).containsExactly("INFO_SECURITY GIVEN", "COMPLIANCE ASKED");
        jobs.due(caseId, "approvalOverdue");
        assertThat(stage.tasks(caseId)).containsExactly("decideOverdueExit");
        assertThat(stage.grants(subject)).containsExactly("BR01 SUSPENDED", "HO SUSPENDED");
        stage.lead(caseId);
        assertThat(stage.sheet(caseId).at("/approvals/1/givenAs").asText()).isEqualTo("CHIEF_COMPLIANCE_OFFICER");
        jobs.due(caseId, "blockDue");
        stage.complete(caseId, replace(twin)).ok();

        // no parallel run of a product that nobody may use
        assertThat(stage.tasks(caseId)).containsExactly("settleContracts");
        assertThat(stage.grants(twin)).containsExactly("BR01 ACTIVE", "HO ACTIVE");
        assertPassed(caseId, "approvalOverdue", "useBlocked", "useEnded");
    }

    @Test
    void anApproverWhoRefusesOpensWhatWasBlocked() {
        var subject = stage.inUse();
        var caseId = stage.opened(subject, "LICENCE_LAPSE", "NONE", false, false);
        assertThat(stage.grants(subject)).containsExactly("BR01 SUSPENDED", "HO SUSPENDED");

        assertThat(fields(stage.complete(caseId, Map.of("approved", false)).refused(422)))
                .containsExactly("comment");
        stage.complete(caseId, Map.of("approved", false, "comment", "the licence was renewed in time"))
                .ok();

        assertThat(stage.state(caseId)).isEqualTo("REFUSED");
        assertThat(stage.grants(subject)).containsExactly("BR01 ACTIVE", "HO ACTIVE");
        assertThat(stage.productState(subject)).isEqualTo("LISTED");
        assertThat(stage.cover(caseId).get("outcome").asText()).isEqualTo("exitRefused");
        assertPassed(caseId, "exitDeclined", "exitRefused");
    }

    @Test
    void theExecutiveBridgesACriticalProductThenStopsItAndASupplierThatKeepsDataIsProposed() {
        var subject = stage.inUse();
        var caseId = stage.opened(subject, "BANKRUPTCY", "NONE", true, false);
        stage.leadTo(caseId, "chooseReplacement");
        stage.complete(caseId, none()).ok();
        assertThat(stage.tasks(caseId)).containsExactly("decideDegradeMode");

        assertThat(fields(stage.complete(caseId, bridge(today().plusYears(2))).refused(422)))
                .containsExactly("until");
        stage.complete(caseId, bridge(today().plusDays(20))).ok();
        assertThat(stage.productState(subject)).isEqualTo("DEGRADED");
        assertThat(stage.grants(subject)).containsExactly("BR01 ACTIVE", "HO ACTIVE");
        assertThat(stage.cover(caseId).toString()).contains("bridged");
        // the bridge holds until its own end
        jobs.due(caseId, "blockDue");
        assertThat(stage.grants(subject)).containsExactly("BR01 ACTIVE", "HO ACTIVE");
        jobs.due(caseId, "bridgeOver");
        assertThat(stage.grants(subject)).containsExactly("BR01 SUSPENDED", "HO SUSPENDED");

        stage.complete(caseId, none()).ok();
        stage.complete(caseId, Map.of("choice", "STOP", "reasons", "assessed by hand"))
                .ok();
        assertThat(stage.grants(subject)).containsExactly("BR01 REVOKED", "HO REVOKED");
        assertThat(outcomes(caseId)).contains("REVOKED", "RETIRED", "TAKEN_OUT");
        stage.leadTo(caseId, "recordSupplierDeletion");
        stage.complete(caseId, Map.of("certified", false, "statement", "no answer to two letters"))
                .ok();
        assertThat(stage.tasks(caseId)).containsExactly("settleRefusedDeletion");
        stage.lead(caseId);

        assertThat(stage.state(caseId)).isEqualTo("ARCHIVED");
        assertThat(jdbc.sql("select reason from sluice.blacklist_entry where supplier = ?")
                        .param(subject.supplier())
                        .query(String.class)
                        .list())
                .containsExactly("NO_DELETION");
        assertPassed(caseId, "useBlocked", "exitArchived");
    }

    @Test
    void noBridgeWhereUseWasStoppedBecauseOfTheLaw() {
        var subject = stage.inUse();
        var caseId = stage.opened(subject, "AUTHORIZATION_LAPSE", "NONE", true, false);
        stage.leadTo(caseId, "chooseReplacement");
        stage.complete(caseId, none()).ok();

        assertThat(fields(stage.complete(caseId, bridge(today().plusDays(5))).refused(422)))
                .containsExactly("choice");
        stage.lead(caseId);
        assertThat(stage.tasks(caseId)).containsExactly("settleContracts");
    }

    @Test
    void useIsBlockedWhenItIsDueAndWhatIsBlockedRunsInNoParallel() {
        var subject = stage.inUse();
        var twin = stage.twin(subject);
        var caseId = stage.opened(subject, "IDLE", "NONE", false, true);
        assertThat(stage.grants(subject)).containsExactly("BR01 ACTIVE", "HO ACTIVE");

        jobs.due(caseId, "blockDue");

        assertThat(stage.grants(subject)).containsExactly("BR01 SUSPENDED", "HO SUSPENDED");
        stage.leadTo(caseId, "chooseReplacement");
        stage.complete(caseId, replace(twin)).ok();
        assertThat(stage.tasks(caseId)).containsExactly("settleContracts");
        assertThat(stage.grants(twin)).containsExactly("BR01 ACTIVE", "HO ACTIVE");
        assertPassed(caseId, "blockDue", "useBlocked");
    }

    @Test
    void aReplacementThatDoesNotFitOrIsGoneIsChosenAnew() {
        var subject = stage.inUse();
        var first = stage.twin(subject);
        var second = stage.twin(subject);
        var third = stage.twin(subject);
        var caseId = stage.opened(subject, "CONTRACT_END", "NONE", false, true);
        stage.leadTo(caseId, "chooseReplacement");
        assertThat(fields(stage.complete(caseId, replace(subject)).refused(422)))
                .containsExactly("product");
        stage.complete(caseId, replace(first)).ok();

        assertThat(fields(
                        stage.complete(caseId, comparison(true, 3.5, 97, 0.05)).refused(422)))
                .containsExactlyInAnyOrder("hitRateGap", "valueAgreement", "ksLoss");
        stage.complete(caseId, comparison(false, 9, 80, null)).ok();
        assertThat(stage.tasks(caseId)).containsExactly("chooseReplacement");
        stage.complete(caseId, replace(second)).ok();
        jdbc.sql("update sluice.data_product set state = 'RETIRED' where id = ?")
                .param(second.id())
                .update();
        jobs.due(caseId, "parallelRunOver");
        assertThat(stage.tasks(caseId)).containsExactly("chooseReplacement");
        assertThat(stage.grants(subject)).containsExactly("BR01 ACTIVE", "HO ACTIVE");
        stage.complete(caseId, replace(third)).ok();
        jobs.due(caseId, "parallelRunOver");

        assertThat(stage.grants(third)).containsExactly("BR01 ACTIVE", "HO ACTIVE");
        assertThat(stage.state(caseId)).isEqualTo("ENDED");
        assertThat(withdraw("data-steward", caseId).status()).isEqualTo(409);
        assertPassed(caseId, "parallelRunOver", "useEnded");
    }

    @Test
    void anExitIsTakenBackWhileNothingWasSwitched() {
        var subject = stage.inUse();
        var caseId = stage.opened(subject, "COST_BENEFIT");
        stage.leadTo(caseId, "chooseReplacement");
        assertThat(stage.productState(subject)).isEqualTo("OFFBOARDING");

        withdraw("data-steward-2", caseId).refused(403);
        var headers = Map.of("Idempotency-Key", "back-" + caseId);
        var path = "/cases/" + caseId + "/exit/withdrawal";
        withdraw("data-steward", caseId).ok();
        withdraw("data-steward", caseId).ok();
        api.write("data-steward", path, Map.of("reason", "still needed"), headers)
                .ok();
        api.write("data-steward", path, Map.of("reason", "another reason"), headers)
                .refused(409);
        purchases.deliver(caseId);

        assertThat(stage.tasks(caseId)).isEmpty();
        assertThat(stage.productState(subject)).isEqualTo("LISTED");
        assertThat(actions(caseId)).containsOnlyOnce("exit.withdrawn");
        assertPassed(caseId, "exitWithdrawn");
        assertThat(stage.opened(subject, "COST_BENEFIT")).isNotEqualTo(caseId);
    }

    @Test
    void onlyStewardsOpenExitsOfProductsInUseOnce() {
        var subject = stage.inUse();
        var body = Map.of("trigger", "IDLE", "reason", "nobody calls it");

        stage.open("data-tester", subject, body).refused(403);
        assertThat(fields(stage.open("data-steward", subject, Map.of("trigger", "IDLE"))
                        .refused(422)))
                .containsExactly("reason");
        assertThat(api.read("data-tester", "/products/" + subject.code() + "/exits")
                        .ok()
                        .get("mayOpen")
                        .asBoolean())
                .isFalse();
        assertThat(api.read("data-head", "/products/" + subject.code() + "/exits")
                        .ok()
                        .get("mayOpen")
                        .asBoolean())
                .isTrue();
        var path = "/products/" + subject.code() + "/exits";
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = api.write("data-head", path, body, key).ok();
        assertThat(api.write("data-head", path, body, key).ok()).isEqualTo(first);
        stage.open("data-steward", subject, body).refused(409);
        var retired = stage.inUse();
        jdbc.sql("update sluice.data_product set state = 'RETIRED' where id = ?")
                .param(retired.id())
                .update();
        stage.open("data-steward", retired, body).refused(409);
    }

    @Test
    void contractsAreSettledWholeAndForNoMoreThanTheirAmount() {
        var subject = stage.inUse();
        var twin = stage.twin(subject);
        var caseId = stage.opened(subject, "BANKRUPTCY", "NONE", false, true);
        stage.leadTo(caseId, "chooseReplacement");
        stage.complete(caseId, replace(twin)).ok();
        stage.leadTo(caseId, "settleContracts");

        assertThat(fields(stage.complete(caseId, settlement("CON-UNKNOWN", 1)).refused(422)))
                .containsExactlyInAnyOrder("settlements[0].contractNo", "settlements");
        assertThat(fields(stage.complete(caseId, settlement("CON-X-" + subject.code(), 120_001))
                        .refused(422)))
                .containsExactly("settlements[0].settled");
        stage.complete(caseId, settlement("CON-X-" + subject.code(), 120_000)).ok();
        assertThat(stage.holds(subject, "SPENT")).isEqualByComparingTo("120000");
        var early = Map.of("certificateNo", "B-1", "deletedOn", "2020-01-01", "scope", "all");
        assertThat(fields(stage.complete(caseId, early).refused(422))).containsExactly("deletedOn");
    }

    @Test
    void anEvaluationOpensTheExitAndAnUrgentOneBlocksAtOnce() {
        var planned = stage.inUse();
        var urgent = stage.inUse();
        var evaluation = id(intakes.submitted());

        publish(new ExitDecided(planned.id(), evaluation, "GRADE_D", false));
        publish(new ExitDecided(planned.id(), evaluation, "GRADE_D", false));
        publish(new ExitDecided(urgent.id(), evaluation, "SOURCE_UNLAWFUL", true));
        jobs.run();

        var ofPlanned = exits(planned);
        assertThat(ofPlanned).hasSize(1);
        assertThat(stage.tasks(ofPlanned.get(0))).containsExactly("assessExit");
        assertThat(stage.cover(ofPlanned.get(0)).toString()).contains(evaluation.toString());
        assertThat(actions(ofPlanned.get(0))).contains("exit.anotherTrigger");
        assertThat(stage.grants(urgent)).containsExactly("BR01 SUSPENDED", "HO SUSPENDED");
        assertThat(stage.tasks(exits(urgent).get(0))).containsExactly("approveExit");
    }

    @Test
    void theProductsOfAListedSupplierLeaveAndNobodyKeepsThem() {
        var subject = stage.inUse();
        var other = stage.product(subject.supplier(), "another");
        var entry = id(intakes.submitted());

        publish(new SupplierListed(subject.supplier(), entry, today().plusYears(1)));
        publish(new SupplierListed(subject.supplier(), entry, today().plusYears(1)));
        jobs.run();
        inForce(subject.supplier());

        assertThat(exits(subject)).hasSize(1);
        assertThat(exits(other)).hasSize(1);
        var caseId = exits(subject).get(0);
        assertThat(withdraw("data-head", caseId).refused(409).get("detail").asText())
                .contains("blacklist");
        stage.lead(caseId);
        assertThat(fields(stage.complete(caseId, Map.of("approved", false, "comment", "we like it"))
                        .refused(422)))
                .containsExactly("approved");
    }

    @AfterAll
    void everyEndAndEveryBoundaryEventWasReached() {
        paths.assertNoneLeftOut(DataExitProcess.KEY, EndEvent.class, BoundaryEvent.class);
    }

    private String evaluated(ExitStage.Subject subject) {
        var caseId = api.write("data-steward", "/products/" + subject.code() + "/evaluations", "")
                .ok()
                .get("caseId")
                .asText();
        jobs.run();
        return caseId;
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    /** The entry that listed the supplier, as the list has it. */
    private void inForce(UUID supplier) {
        var caseId = intakes.submitted();
        jdbc.sql("""
                        insert into sluice.blacklist_entry (case_id, number, supplier, reason, severity, evidence, state, proposed_by,
                            proposed_at, effective_on, ends_on)
                        select ?::uuid, ?, ?, 'NO_DELETION', 'ORDINARY', 'test', 'EFFECTIVE', a.person, now(), current_date,
                            current_date + 300
                        from sluice.account a where a.username = 'legal'
                        """)
                .params(caseId, "BLK-X-" + caseId.substring(0, 8), supplier)
                .update();
    }

    private List<String> exits(ExitStage.Subject subject) {
        return texts(
                api.read("audit", "/products/" + subject.code() + "/exits").ok().get("exits"), "caseId");
    }

    private Api.Answer withdraw(String user, String caseId) {
        var answer = api.write(user, "/cases/" + caseId + "/exit/withdrawal", Map.of("reason", "called off"));
        jobs.run();
        return answer;
    }

    private List<String> outcomes(String caseId) {
        return texts(stage.sheet(caseId).get("affected"), "outcome");
    }

    private List<String> roles(String caseId) {
        return java.util.stream.StreamSupport.stream(
                        stage.sheet(caseId).get("approvals").spliterator(), false)
                .map(each -> each.get("role").asText() + " " + each.get("state").asText())
                .toList();
    }

    private static Map<String, Object> replace(ExitStage.Subject by) {
        return Map.of("choice", "REPLACE", "product", by.code(), "reasons", "covers all fields");
    }

    private static Map<String, Object> none() {
        return Map.of("choice", "NONE", "reasons", "no supplier has it");
    }

    private static Map<String, Object> bridge(LocalDate until) {
        return Map.of("choice", "BRIDGE", "until", until.toString(), "reasons", "for cases under way only");
    }

    private static Map<String, Object> comparison(boolean fits, Object gap, Object agreement, @Nullable Object loss) {
        var body = new LinkedHashMap<String, Object>();
        body.put("fits", fits);
        body.put("hitRateGap", gap);
        body.put("valueAgreement", agreement);
        body.put("ksLoss", loss);
        body.put("comment", "compared");
        return body;
    }

    private static Map<String, Object> settlement(String contractNo, int settled) {
        return Map.of("settlements", List.of(Map.of("contractNo", contractNo, "settled", settled)));
    }

    private List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private static CaseId id(String caseId) {
        return new CaseId(UUID.fromString(caseId));
    }

    private void assertPassed(String caseId, String... elements) {
        paths.assertPassed(DataExitProcess.KEY, caseId, elements);
    }
}
