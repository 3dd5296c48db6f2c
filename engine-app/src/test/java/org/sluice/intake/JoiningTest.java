package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.process.CaseId;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whoever joins is carried with money and needs, and begins anew when the host comes to nothing. */
@HouseTest
class JoiningTest {

    /** How a host that carries another can come to nothing, with the outcome that the other one is told. */
    private enum End {
        WITHDRAWN("withdrawn"),
        NOT_FEASIBLE("notFeasible"),
        BUILT_IN_HOUSE("builtInHouse"),
        REFUSED_FOR_BUDGET("refusedForBudget"),
        REFUSED_BY_APPROVER("refusedByApprover");

        private final String outcome;

        End(String outcome) {
            this.outcome = outcome;
        }
    }

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Jobs jobs;

    @Autowired
    private OpenRequirements openOnes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void twoWishesTogetherAreApprovedByWhoeverApprovesTheSum() {
        var host = host(form("HO", 90_000));
        var joined = joined(host.form());

        assertThat(amount(host.caseId())).isEqualByComparingTo("180000");
        intakes.leadTo(host.caseId(), "approveRequirement");

        assertThat(held(host.caseId())).isEqualByComparingTo("180000");
        assertThat(new BigDecimal(decided(host.caseId(), "approvalLadder")
                        .at("/facts/amount")
                        .asText()))
                .isEqualByComparingTo("180000");
        lead(host.caseId());
        assertThat(intakes.state(host.caseId())).isEqualTo("APPROVED");
        assertThat(jdbc.sql("select amount from sluice.sourcing_request where case_id = ?::uuid")
                        .param(host.caseId())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("180000");
        assertThat(intakes.state(joined)).isEqualTo("MERGED");
        assertThat(row(host.caseId()).get("budgetAmount").decimalValue()).isEqualByComparingTo("180000");
    }

    @Test
    void theHostTakesInFieldsRegionsCallsLevelAndPersons() {
        var form = form("HO", 90_000);
        form.putArray("regionScope").add("990100");
        var host = host(form);
        var wish = form.deepCopy().put("branchCode", "BR01").put("legalBasis", "CONSENT");
        wish.putArray("regionScope").add("990100").add("990200");
        wish.withArray("fieldsNeeded").add(need("personStatus", 4));

        var joined = joined(wish);

        assertThat(intakes.sheet(host.caseId()).at("/tables/0/rows").toString()).contains("personStatus");
        assertThat(fact(host.caseId(), "regions")).contains("Yunxi", "Qingyu");
        assertThat(fact(host.caseId(), "expectedCallsPerYear")).isEqualTo("2000");
        assertThat(fact(host.caseId(), "jrLevel")).isEqualTo("4");
        assertThat(fact(host.caseId(), "containsPersonalInfo")).isEqualTo("true");
        assertThat(fact(host.caseId(), "legalBasis")).isEqualTo("CONSENT");
        assertThat(fact(host.caseId(), "budgetAmount")).isEqualTo("180000.00");
        assertThat(fact(host.caseId(), "carried")).contains(number(joined), "90000.00");
        assertThat(fact(joined, "mergedInto")).isEqualTo(number(host.caseId()));
        intakes.leadTo(host.caseId(), "approveRequirement");
        assertThat(decided(host.caseId(), "approvalAddOn")
                        .at("/facts/containsPI")
                        .asText())
                .isEqualTo("true");
        assertThat(decided(host.caseId(), "approvalAddOn").at("/facts/jrLevel").asText())
                .isEqualTo("4");
    }

    @Test
    void bothThreadsTellOfIt() {
        var host = host(form("HO", 90_000));
        var joined = joined(host.form());

        var taken = event(host.caseId(), "requirement.absorbed");
        assertThat(detail(taken, "requirementNo")).isEqualTo(number(joined));
        assertThat(detail(taken, "amount")).startsWith("90000");
        assertThat(detail(taken, "budgetAmount")).startsWith("180000");
        assertThat(detail(event(joined, "requirement.mergeAccepted"), "mergedInto"))
                .isEqualTo(number(host.caseId()));
    }

    @Test
    void nothingJoinsOnceMoneyIsReservedOrApprovalsHaveBegun() {
        var form = form("HO", 90_000);
        var reserved = host(form);
        var free = form.deepCopy().put("budgetSource", "NONE");
        free.remove("budgetAmount");
        var approved = intakes.submit("business-requester", free);
        intakes.lead(approved);
        decline(approved);
        var open = intakes.submit("business-requester", form);
        intakes.lead(open);
        decline(open);
        intakes.leadTo(reserved.caseId(), "approveRequirement");
        assertThat(openOnes.underWay(List.of("TAX")))
                .extracting(OpenRequirements.Open::number)
                .contains(number(reserved.caseId()), number(open));
        intakes.leadTo(approved, "approveRequirement");

        var caseId = atMerge(form);

        assertThat(choices(caseId)).contains(number(open)).doesNotContain(number(reserved.caseId()), number(approved));
        for (var late : List.of(reserved.caseId(), approved)) {
            var problem = intakes.complete(caseId, Map.of("accepted", true, "requirementNo", number(late)))
                    .refused(422);
            assertThat(problem.at("/errors/0/field").asText()).isEqualTo("requirementNo");
        }
        assertThat(held(reserved.caseId())).isEqualByComparingTo("90000");
        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmMerge");
    }

    /** What is about to be served by a listed product was looked at without whoever joins now. */
    @Test
    void nothingJoinsWhatMayBeServedByAListedProduct() {
        var form = form("HO", 90_000);
        var host = host(form);
        var caseId = atMerge(form);
        jdbc.sql("update sluice.task set key = 'confirmReuse' where case_id = ?::uuid and state = 'OPEN'")
                .param(host.caseId())
                .update();

        intakes.complete(caseId, Map.of("accepted", true, "requirementNo", number(host.caseId())))
                .refused(422);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverJoinedBeginsAnewWhenTheHostComesToNothing(End end) {
        var host = host(form("HO", end == End.REFUSED_FOR_BUDGET ? 9_000_000 : 90_000));
        var joined = joined(host.form().deepCopy().put("budgetAmount", 90_000));

        end(host.caseId(), end);

        assertThat(intakes.outcome(host.caseId())).isEqualTo(end.outcome);
        assertThat(held(host.caseId())).isZero();
        assertThat(intakes.state(joined)).isEqualTo("SUBMITTED");
        assertThat(intakes.sheet(joined).get("closedAt").isNull()).isTrue();
        assertThat(intakes.sheet(joined).get("outcome").isNull()).isTrue();
        assertThat(intakes.taskKey(joined)).isEqualTo("confirmNeed");
        var why = event(joined, "requirement.reopened");
        assertThat(detail(why, "hostOutcome")).isEqualTo(end.outcome);
        assertThat(detail(why, "mergedInto")).isEqualTo(number(host.caseId()));
        assertThat(detail(event(host.caseId(), "requirement.letGo"), "requirementNo"))
                .isEqualTo(number(joined));

        lead(joined);

        assertThat(intakes.state(joined)).isEqualTo("APPROVED");
        assertThat(held(joined)).isEqualByComparingTo("90000");
    }

    @Test
    void aHostThatIsWithdrawnTwiceOpensWhatJoinedItOnce() {
        var host = host(form("HO", 90_000));
        var joined = joined(host.form());

        withdraw(host.caseId());
        withdraw(host.caseId());
        jobs.run();

        assertThat(events(joined, "requirement.reopened")).hasSize(1);
        assertThat(intakes.sheet(joined).get("openTasks")).hasSize(1);
    }

    @Test
    void whatIsCarriedByAJoinedOneStaysWithIt() {
        var form = form("HO", 90_000);
        var top = host(form);
        var middle = atMerge(form);
        var lowest = atMerge(form);
        intakes.complete(lowest, Map.of("accepted", true, "requirementNo", number(middle)))
                .ok();
        assertThat(amount(middle)).isEqualByComparingTo("180000");

        intakes.complete(middle, Map.of("accepted", true, "requirementNo", number(top.caseId())))
                .ok();

        assertThat(amount(top.caseId())).isEqualByComparingTo("270000");
        assertThat(fact(top.caseId(), "carried")).contains(number(middle), number(lowest));
        withdraw(top.caseId());
        jobs.run();
        assertThat(intakes.state(middle)).isEqualTo("SUBMITTED");
        assertThat(amount(middle)).isEqualByComparingTo("180000");
        assertThat(intakes.state(lowest)).isEqualTo("MERGED");

        intakes.complete(middle, Map.of("confirmed", false, "comment", "not any more"))
                .ok();
        assertThat(intakes.taskKey(lowest)).isEqualTo("confirmNeed");
        assertThat(detail(event(lowest, "requirement.reopened"), "hostOutcome")).isEqualTo("declinedByOwner");
    }

    /** The engine ends the one and starts the other within one job. */
    @Test
    void aSilentOwnerLetsGoWhatTheReopenedWishCarries() {
        var form = form("HO", 1_000);
        var top = host(form);
        var middle = atMerge(form);
        var lowest = atMerge(form);
        intakes.complete(lowest, Map.of("accepted", true, "requirementNo", number(middle)))
                .ok();
        intakes.complete(middle, Map.of("accepted", true, "requirementNo", number(top.caseId())))
                .ok();
        withdraw(top.caseId());
        jobs.run();

        jobs.due(middle, "ownerSilent");

        assertThat(intakes.outcome(middle)).isEqualTo("closedUnanswered");
        assertThat(intakes.taskKey(lowest)).isEqualTo("confirmNeed");
        assertThat(detail(event(lowest, "requirement.reopened"), "hostOutcome")).isEqualTo("closedUnanswered");
    }

    @Test
    void whoWishedForWhatJoinedDecidesNothingAboutTheHost() {
        var host = host(form("HO", 90_000));
        var intake = person("data-intake");
        jdbc.sql("insert into sluice.person_role (person, role, org_unit) values (?::uuid, 'BUSINESS_REQUESTER', 'HO')")
                .param(intake)
                .update();
        try {
            var wish = intakes.submit("data-intake", host.form());
            intakes.lead(wish);
            intakes.completeAs("data-intake-2", wish, Map.of("accepted", true, "requirementNo", number(host.caseId())))
                    .ok();

            var note = Map.of("conclusion", "PROCEED", "freeChannel", false, "note", "looked at");
            intakes.completeAs("data-intake", host.caseId(), note).refused(409);
            intakes.completeAs("data-intake-2", host.caseId(), note).ok();
        } finally {
            jdbc.sql("delete from sluice.person_role where person = ?::uuid and role = 'BUSINESS_REQUESTER'")
                    .param(intake)
                    .update();
        }
    }

    @Test
    void ofTwoThatJoinEachOtherAtOnceOneWins() throws Exception {
        for (int turn = 0; turn < 3; turn++) {
            var form = form("HO", 1_000);
            host(form);
            var one = atMerge(form);
            var other = atMerge(form);

            var answers = atOnce(List.of(() -> joins(one, other), () -> joins(other, one)));

            assertThat(answers).containsExactlyInAnyOrder(200, 422);
            jobs.run();
            assertThat(List.of(intakes.state(one), intakes.state(other)))
                    .containsExactlyInAnyOrder("MERGED", "TRIAGED");
        }
    }

    @Test
    @Transactional // the many are rolled back
    void theNewestIsFoundAmongAnyNumberOfOlderOnes() {
        var host = host(form("HO", 1_000));
        jdbc.sql("""
                        insert into sluice.case_file (case_id, number, title, org_unit, initiator, amount, state, opened_at)
                        select md5('many' || i)::uuid, 'MANY-' || i, title, org_unit, initiator, amount, state, '2020-01-01'
                        from sluice.case_file, generate_series(1, 600) i where case_id = ?::uuid
                        """).param(host.caseId()).update();
        jdbc.sql("""
                        insert into sluice.requirement
                        select (jsonb_populate_record(r, jsonb_build_object('case_id', md5('many' || i)::uuid,
                            'requirement_no', 'MANY-' || i, 'created_at', '2020-01-01'))).*
                        from sluice.requirement r, generate_series(1, 600) i where r.case_id = ?::uuid
                        """).param(host.caseId()).update();

        assertThat(openOnes.joinable(List.of("TAX"), CaseId.random()))
                .hasSizeGreaterThan(600)
                .extracting(OpenRequirements.Open::caseId)
                .contains(CaseId.of(host.caseId()));
    }

    @Test
    void aThreadNamesNoRequirementOfAnotherBranch() {
        var form = form("BR01", 90_000);
        var foreign = intakes.submit("br01-business-requester", form);
        intakes.lead(foreign);
        var caseId = intakes.submit("br02-business-requester", form.deepCopy().put("branchCode", "BR02"));
        intakes.lead(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmMerge");

        var seen = api.read("br02-business-requester", "/cases/" + caseId).ok();

        assertThat(seen.toString()).doesNotContain(number(foreign)).doesNotContain(foreign);
        var matched = event(caseId, "requirement.matched");
        assertThat(Integer.parseInt(detail(matched, "similarRequirements"))).isPositive();
        assertThat(detail(matched, "score")).isEqualTo("100%");
    }

    private record Host(String caseId, ObjectNode form) {}

    /** Waits for its feasibility note. */
    private Host host(ObjectNode form) {
        var caseId = intakes.submit("business-requester", form);
        intakes.lead(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("writeFeasibilityNote");
        return new Host(caseId, form);
    }

    /** Waits for the decision on merging. */
    private String atMerge(ObjectNode form) {
        var caseId = intakes.submit("business-requester", form);
        intakes.lead(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmMerge");
        return caseId;
    }

    /** A branch's wish like this one, which joins what the desk recommends. */
    private String joined(ObjectNode form) {
        var caseId = intakes.submit("br01-business-requester", form.deepCopy().put("branchCode", "BR01"));
        intakes.lead(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmMerge");
        intakes.lead(caseId);
        assertThat(intakes.state(caseId)).isEqualTo("MERGED");
        return caseId;
    }

    private void decline(String caseId) {
        intakes.complete(caseId, Map.of("accepted", false, "comment", "another purpose"))
                .ok();
    }

    private void end(String host, End end) {
        switch (end) {
            case WITHDRAWN -> {
                intakes.leadTo(host, "approveRequirement");
                withdraw(host);
            }
            case NOT_FEASIBLE, BUILT_IN_HOUSE ->
                intakes.complete(
                                host,
                                Map.of(
                                        "conclusion",
                                        end == End.NOT_FEASIBLE ? "NOT_FEASIBLE" : "BUILD_IN_HOUSE",
                                        "freeChannel",
                                        false,
                                        "note",
                                        "looked at"))
                        .ok();
            case REFUSED_FOR_BUDGET -> {
                intakes.leadTo(host, "settleShortfall");
                intakes.complete(host, Map.of("choice", "REFUSE", "comment", "too much"))
                        .ok();
            }
            case REFUSED_BY_APPROVER -> {
                intakes.leadTo(host, "approveRequirement");
                intakes.complete(host, Map.of("approved", false, "comment", "no benefit"))
                        .ok();
            }
        }
        jobs.run();
    }

    private void withdraw(String caseId) {
        api.write("business-requester", "/requirements/" + caseId + "/withdraw", Map.of("reason", "called off"))
                .ok();
    }

    /** Leads a case to its end. */
    /** To the end of the intake; procurement goes on from there. */
    private void lead(String caseId) {
        for (int i = 0; i < 20 && Set.of("SUBMITTED", "TRIAGED").contains(intakes.state(caseId)); i++) {
            intakes.lead(caseId);
        }
    }

    private int joins(String caseId, String host) {
        var task = intakes.task(caseId).get("id").asText();
        return api.write(
                        "data-intake",
                        "/tasks/" + task + "/complete",
                        Map.of("accepted", true, "requirementNo", number(host)))
                .status();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var pool = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new java.util.ArrayList<Integer>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private ObjectNode form(String unit, long amount) {
        return intakes.form(unit).put("budgetAmount", amount);
    }

    private static ObjectNode need(String name, int level) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("fieldName", name)
                .put("reason", "needed for the test")
                .put("sensitivity", level)
                .put("mandatory", true);
    }

    private List<String> choices(String caseId) {
        return api.read("data-intake", "/tasks?caseId=" + caseId)
                .ok()
                .at("/items/0/choices")
                .findValuesAsText("value");
    }

    private String person(String account) {
        return jdbc.sql("select person from sluice.account where username = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private String number(String caseId) {
        return intakes.sheet(caseId).get("number").asText();
    }

    private BigDecimal amount(String caseId) {
        return jdbc.sql("select amount from sluice.case_file where case_id = ?::uuid")
                .param(caseId)
                .query(BigDecimal.class)
                .single();
    }

    private JsonNode row(String caseId) {
        return StreamSupport.stream(
                        api.read("audit", "/requirements?q=" + number(caseId))
                                .ok()
                                .get("items")
                                .spliterator(),
                        false)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode decided(String caseId, String decision) {
        return StreamSupport.stream(intakes.sheet(caseId).get("decisions").spliterator(), false)
                .filter(each -> each.get("decision").asText().equals(decision))
                .findFirst()
                .orElseThrow();
    }

    private String fact(String caseId, String label) {
        return detail(intakes.sheet(caseId), "facts", label);
    }

    private List<JsonNode> events(String caseId, String action) {
        return StreamSupport.stream(intakes.sheet(caseId).get("thread").spliterator(), false)
                .filter(event -> event.get("action").asText().equals(action))
                .toList();
    }

    private JsonNode event(String caseId, String action) {
        var events = events(caseId, action);
        assertThat(events).as(action).hasSize(1);
        return events.get(0);
    }

    private static String detail(JsonNode event, String label) {
        return detail(event, "details", label);
    }

    private static String detail(JsonNode from, String list, String label) {
        return StreamSupport.stream(from.get(list).spliterator(), false)
                .filter(fact -> fact.get("label").asText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + label + " in " + from.get(list)))
                .at("/value/en")
                .asText();
    }

    private BigDecimal held(String caseId) {
        return jdbc.sql("""
                        select coalesce(sum(p.amount), 0) from sluice.ledger_posting p
                        join sluice.ledger_entry e on e.id = p.entry
                        where e.case_id = ?::uuid and p.bucket = 'PRE_COMMITTED'
                        """).param(caseId).query(BigDecimal.class).single();
    }
}
