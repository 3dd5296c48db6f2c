package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.PathsPassed;
import org.sluice.ui.demo.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Every path of the model, taken by the people of the demo over the API; and at the end: none was left out. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakePathsTest {

    private final Set<String> withdrawnAt = new HashSet<>();

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Jobs jobs;

    @Autowired
    private DemoDesk demo;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HistoryService history;

    private PathsPassed paths;

    @Autowired
    private RepositoryService repository;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @Test
    void deploys() {
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(RequirementIntakeProcess.KEY)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aNewWishGoesThroughItsApprovalsToProcurement() {
        var caseId = intakes.submitted();

        intakes.leadTo(caseId, "approveRequirement");
        assertThat(intakes.state(caseId)).isEqualTo("TRIAGED");
        assertThat(held(caseId)).isEqualByComparingTo("50000");
        intakes.lead(caseId);

        assertThat(intakes.state(caseId)).isEqualTo("APPROVED");
        assertThat(sourcingRequests(caseId)).isEqualTo(1);
        deliverMessages(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("planSourcing");
        assertThat(held(caseId)).isEqualByComparingTo("50000");
        assertPassed(caseId, "handedOver");
    }

    @Test
    void whoDecidesReadsWhyEachFieldIsNeededAndWhatTheOthersAdvised() {
        var form = intakes.form("HO").put("urgency", "REGULATORY");
        form.withArray("fieldsNeeded")
                .addObject()
                .put("fieldName", "taxCreditGrade")
                .put("reason", "a hard condition")
                .put("sensitivity", 2)
                .put("mandatory", false);
        var caseId = intakes.submit("business-requester", form);

        var fields = intakes.sheet(caseId).at("/tables/0");
        assertThat(fields.get("label").asText()).isEqualTo("fieldsNeeded");
        assertThat(fields.get("rows")).hasSize(3);
        var field = fields.at("/rows/2");
        assertThat(field.at("/0/value/zh").asText()).isEqualTo("纳税信用等级（taxCreditGrade）");
        assertThat(field.toString()).contains("a hard condition", "\"jrLevel\"", "\"mandatory\"");

        intakes.leadTo(caseId, "giveOpinion");
        intakes.complete(caseId, Map.of("opinion", "SUPPORT_WITH_CONDITION", "comment", "delete it after a year"))
                .ok();
        var opinions = intakes.sheet(caseId).at("/tables/1");
        assertThat(opinions.get("label").asText()).isEqualTo("opinions");
        assertThat(opinions.get("rows")).as("only what has been said").hasSize(1);
        assertThat(opinions.at("/rows/0").toString())
                .contains("COMPLIANCE", "\"person\"", "SUPPORT_WITH_CONDITION", "delete it after a year");

        intakes.leadTo(caseId, "approveRequirement");
        assertThat(intakes.sheet(caseId).get("facts").toString())
                .contains("\"feasibility\"", "PROCEED", "\"feasibilityNote\"");
    }

    @Test
    void theLadderGrowsWithTheAmountAndTheOwnersConfirmationCountsAsItsFirstRung() {
        var form = intakes.form("HO").put("budgetAmount", 2_500_000);
        var caseId = intakes.submit("business-requester", form);

        intakes.leadTo(caseId, "approveRequirement");
        var asked = new java.util.ArrayList<String>();
        while (intakes.state(caseId).equals("TRIAGED")) {
            asked.add(intakes.task(caseId).get("candidateGroup").asText());
            intakes.lead(caseId);
        }

        assertThat(asked)
                .containsExactly("DATA_HEAD", "PROCUREMENT_HEAD", "FINANCE", "PROCUREMENT_COMMITTEE", "EXEC_APPROVER");
    }

    @Test
    void dataAboutPersonsAddsComplianceToTheLadder() {
        var form = intakes.form("HO").put("subjectType", "PERSON").put("legalBasis", "CONSENT");
        form.putArray("dataClasses").add("PROVIDENT_FUND");
        var caseId = intakes.submit("business-requester", form);

        intakes.leadTo(caseId, "approveRequirement");
        intakes.lead(caseId);

        assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo("COMPLIANCE");
    }

    @Test
    void theOwnerDeclines() {
        var caseId = intakes.submitted();

        intakes.complete(caseId, Map.of("confirmed", false, "comment", "not in our plan"))
                .ok();

        assertThat(intakes.state(caseId)).isEqualTo("REJECTED");
        assertPassed(caseId, "declinedByOwner");
    }

    @Test
    void aSilentOwnerIsRemindedAfterFiveAndTheCaseClosesAfterTenWorkingDays() {
        var caseId = intakes.submitted();

        advanceWorkingDays(5);
        assertThat(actions(caseId)).contains("requirement.ownerReminded");
        assertThat(intakes.state(caseId)).isEqualTo("SUBMITTED");
        advanceWorkingDays(5);

        assertThat(intakes.state(caseId)).isEqualTo("CLOSED");
        assertThat(intakes.outcome(caseId)).isEqualTo("closedUnanswered");
        assertPassed(caseId, "ownerReminder", "ownerReminded", "ownerSilent", "closedUnanswered");
    }

    @Test
    void aListedProductThatCoversTheNeedIsReused() {
        var caseId = intakes.submit("business-requester", formLikeAProduct());
        intakes.lead(caseId);

        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmReuse");
        intakes.lead(caseId);

        assertThat(intakes.state(caseId)).isEqualTo("FULFILLED");
        assertPassed(caseId, "servedByExisting");
    }

    @Test
    void aProposedReuseCanBeRefused() {
        var caseId = intakes.submit("business-requester", formLikeAProduct());
        intakes.lead(caseId);

        intakes.complete(caseId, Map.of("accepted", false, "comment", "too old for us"))
                .ok();

        assertThat(intakes.taskKey(caseId)).isIn("giveOpinion", "writeFeasibilityNote");
        assertPassed(caseId);
    }

    @Test
    void aWishLikeAnOpenOneJoinsIt() {
        var form = intakes.form("HO");
        var host = intakes.submit("business-requester", form);
        intakes.lead(host);
        var caseId = intakes.submit("br01-business-requester", form.deepCopy().put("branchCode", "BR01"));
        intakes.lead(caseId);

        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmMerge");
        intakes.lead(caseId);

        assertThat(intakes.state(caseId)).isEqualTo("MERGED");
        assertThat(actions(host)).contains("requirement.absorbed");
        assertPassed(caseId, "mergedIntoOther");
    }

    @Test
    void aProposedMergeCanBeRefused() {
        var form = intakes.form("HO");
        intakes.lead(intakes.submit("business-requester", form));
        var caseId = intakes.submit("business-requester", form);
        intakes.lead(caseId);

        intakes.complete(caseId, Map.of("accepted", false, "comment", "another purpose"))
                .ok();

        assertThat(intakes.taskKey(caseId)).isIn("giveOpinion", "writeFeasibilityNote");
        assertPassed(caseId);
    }

    @Test
    void aRegulatoryDutyIsHeardByComplianceAndLegalBeforeTheNote() {
        var caseId = intakes.submit("business-requester", intakes.form("HO").put("urgency", "REGULATORY"));
        intakes.lead(caseId);

        assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo("COMPLIANCE");
        intakes.lead(caseId);
        assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo("LEGAL");
        intakes.lead(caseId);

        assertThat(intakes.taskKey(caseId)).isEqualTo("writeFeasibilityNote");
        assertPassed(caseId);
    }

    @Test
    void whatTheBankCanBuildItselfIsNotBought() {
        var caseId = intakes.submitted();
        intakes.leadTo(caseId, "writeFeasibilityNote");

        intakes.complete(caseId, note("BUILD_IN_HOUSE")).ok();

        assertThat(intakes.outcome(caseId)).isEqualTo("builtInHouse");
        assertPassed(caseId, "builtInHouse");
    }

    @Test
    void whatIsNotFeasibleEnds() {
        var caseId = intakes.submitted();
        intakes.leadTo(caseId, "writeFeasibilityNote");

        intakes.complete(caseId, note("NOT_FEASIBLE")).ok();

        assertThat(intakes.state(caseId)).isEqualTo("REJECTED");
        assertPassed(caseId, "notFeasible");
    }

    @Test
    void anotherBudgetLineCanBearIt() {
        var caseId = shortOfBudget();

        intakes.lead(caseId);

        assertThat(intakes.taskKey(caseId)).isEqualTo("approveRequirement");
        assertThat(held(caseId)).isEqualByComparingTo("9000000");
        assertPassed(caseId);
        intakes.complete(caseId, Map.of("approved", false, "comment", "test ends"))
                .ok();
    }

    @Test
    void aDeferredWishAsksAgainInTheNextQuarter() {
        var caseId = shortOfBudget();

        intakes.complete(caseId, Map.of("choice", "NEXT_QUARTER")).ok();
        assertThat(intakes.sheet(caseId).get("openTasks")).isEmpty();
        var standing = intakes.sheet(caseId).get("standing");
        assertThat(standing.get("what").asText()).isEqualTo("nextQuarter");
        assertThat(OffsetDateTime.parse(standing.get("at").asText()).toInstant())
                .as("the date of its timer")
                .isEqualTo(wakesAt(caseId));
        advance(Duration.ofDays(100));
        assertThat(intakes.sheet(caseId).path("standing").isObject())
                .as("it waits no more")
                .isFalse();

        assertThat(intakes.taskKey(caseId)).isEqualTo("settleShortfall");
        assertPassed(caseId, "nextQuarter");
        intakes.complete(caseId, Map.of("choice", "REFUSE", "comment", "still too much"))
                .ok();
    }

    @Test
    void financeRefuses() {
        var caseId = shortOfBudget();

        intakes.complete(caseId, Map.of("choice", "REFUSE", "comment", "too much"))
                .ok();

        assertThat(intakes.outcome(caseId)).isEqualTo("refusedForBudget");
        assertPassed(caseId, "refusedForBudget");
    }

    @Test
    void aRefusalReleasesWhatWasReserved() {
        var caseId = intakes.submitted();
        intakes.leadTo(caseId, "approveRequirement");

        intakes.complete(caseId, Map.of("approved", false, "comment", "no benefit"))
                .ok();

        assertThat(intakes.state(caseId)).isEqualTo("REJECTED");
        assertThat(held(caseId)).isZero();
        assertPassed(caseId, "refusedByApprover");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confirmNeed",
                "confirmReuse",
                "confirmMerge",
                "giveOpinion",
                "writeFeasibilityNote",
                "settleShortfall",
                "nextQuarter",
                "approveRequirement"
            })
    void theInitiatorWithdrawsAtAnyWaitAndTheReservationIsReleased(String wait) {
        var caseId = waitingAt(wait);

        withdraw(caseId).ok();
        withdraw(caseId).ok();
        deliverMessages(caseId);

        assertThat(intakes.state(caseId)).isEqualTo("WITHDRAWN");
        assertThat(intakes.sheet(caseId).get("openTasks")).isEmpty();
        assertThat(held(caseId)).isZero();
        assertPassed(caseId, "withdrawn");
    }

    /** Where a requirement waits, for a person or for a day; the model's own list of waits is compared below. */
    private String waitingAt(String wait) {
        var caseId =
                switch (wait) {
                    case "confirmReuse" -> intakes.submit("business-requester", formLikeAProduct());
                    case "confirmMerge" -> likeAnOpenOne();
                    case "giveOpinion" ->
                        intakes.submit("business-requester", intakes.form("HO").put("urgency", "REGULATORY"));
                    case "settleShortfall", "nextQuarter" -> shortOfBudget();
                    default -> intakes.submitted();
                };
        if (wait.equals("nextQuarter")) {
            intakes.complete(caseId, Map.of("choice", "NEXT_QUARTER")).ok();
        } else if (!wait.equals("confirmNeed")) {
            intakes.leadTo(caseId, wait);
        }
        withdrawnAt.add(wait);
        return caseId;
    }

    private String likeAnOpenOne() {
        var form = intakes.form("HO");
        intakes.lead(intakes.submit("business-requester", form));
        return intakes.submit("business-requester", form);
    }

    @Test
    void nobodyElseWithdraws() {
        var caseId = intakes.submitted();

        api.write("business-owner", "/requirements/" + caseId + "/withdraw", Map.of("reason", "x"))
                .refused(403);
    }

    @AfterAll
    void everyEndAndBoundaryEventWasReached() {
        paths.assertNoneLeftOut(RequirementIntakeProcess.KEY, EndEvent.class, BoundaryEvent.class);
        var waits = paths.elements(RequirementIntakeProcess.KEY, UserTask.class);
        waits.addAll(paths.elements(RequirementIntakeProcess.KEY, IntermediateCatchEvent.class));
        assertThat(withdrawnAt).isEqualTo(waits);
    }

    /**
     * A serialized object is readable to one class path only, and for nobody who looks at the table. Integers are the
     * engine's own, of tasks that are asked several times at once.
     */
    @AfterAll
    void noVariableIsASerializedObject() {
        assertThat(jdbc.sql("""
                                select distinct name_ || ' ' || var_type_ from camunda.act_hi_varinst
                                where var_type_ not in ('string', 'long', 'double', 'boolean', 'date', 'null', 'integer')
                                """).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select count(*) from camunda.act_hi_varinst")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    /** Remembers what the case has passed, and insists on some of it. */
    private void assertPassed(String caseId, String... elements) {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(RequirementIntakeProcess.KEY)
                        .processInstanceBusinessKey(caseId)
                        .count())
                .isEqualTo(1);
        paths.assertPassed(RequirementIntakeProcess.KEY, caseId, elements);
    }

    private String shortOfBudget() {
        var caseId = intakes.submit("business-requester", intakes.form("HO").put("budgetAmount", 9_000_000));
        intakes.leadTo(caseId, "settleShortfall");
        return caseId;
    }

    private com.fasterxml.jackson.databind.node.ObjectNode formLikeAProduct() {
        var form = intakes.form("HO");
        jdbc.sql("""
                        select subject_type, data_class, fields, regions from sluice.data_product
                        where state = 'LISTED' and reuse_allowed and subject_type = 'ENTERPRISE'
                          and cardinality(fields) >= 3 order by code limit 1
                        """)
                .query((row, n) -> {
                    form.put("subjectType", row.getString("subject_type"));
                    form.putArray("dataClasses").add(row.getString("data_class"));
                    var regions = form.putArray("regionScope");
                    for (var region : (String[]) row.getArray("regions").getArray()) {
                        regions.add(region);
                    }
                    Intakes.fields(form, (String[]) row.getArray("fields").getArray());
                    return form;
                })
                .single();
        return form;
    }

    private static Map<String, Object> note(String conclusion) {
        return Map.of("conclusion", conclusion, "freeChannel", false, "note", "looked at");
    }

    private Api.Answer withdraw(String caseId) {
        return api.write("business-requester", "/requirements/" + caseId + "/withdraw", Map.of("reason", "called off"));
    }

    private void deliverMessages(String caseId) {
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql(
                                        "select count(*) from sluice.engine_message where case_id = ?::uuid and delivered_at is null")
                                .param(caseId)
                                .query(Long.class)
                                .single()
                        == 0);
        jobs.run();
    }

    private BigDecimal held(String caseId) {
        return jdbc.sql("""
                        select coalesce(sum(p.amount), 0) from sluice.ledger_posting p
                        join sluice.ledger_entry e on e.id = p.entry
                        where e.case_id = ?::uuid and p.bucket = 'PRE_COMMITTED'
                        """).param(caseId).query(BigDecimal.class).single();
    }

    private Instant wakesAt(String caseId) {
        return jdbc.sql("select at from sluice.timer_term where case_id = ?::uuid and variable = 'nextQuarterAt'")
                .param(caseId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private long sourcingRequests(String caseId) {
        return jdbc.sql("select count(*) from sluice.sourcing_request where case_id = ?::uuid")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    private java.util.List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private void advanceWorkingDays(int days) {
        asOperator(() -> demo.advanceWorkingDays(days));
    }

    private void advance(Duration duration) {
        asOperator(() -> demo.advance(duration));
    }

    private void asOperator(Runnable move) {
        var person = people.loadUserByUsername("platform-ops");
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        try {
            move.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
        jobs.run();
    }
}
