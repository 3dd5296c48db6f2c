package org.sluice.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sluice.support.Purchases.choose;
import static org.sluice.support.Purchases.plan;
import static org.sluice.support.Purchases.quotation;
import static org.sluice.support.Purchases.quotations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.NotPermitted;
import org.sluice.process.TaskId;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.Flow;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.Blacklistings;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.PathsPassed;
import org.sluice.support.People;
import org.sluice.support.Purchases;
import org.sluice.ui.procurement.QuotationDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through procurement; the two admissions that it calls are answered at once. */
@HouseTest
@Import(StandIns.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcurementPathsTest {

    private final Set<String> withdrawnAt = new HashSet<>();

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Purchases purchases;

    @Autowired
    private People people;

    @Autowired
    private QuotationDesk quotations;

    @Autowired
    private PurchaseSteps steps;

    @Autowired
    private Blacklistings blacklistings;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Clock clock;

    @Autowired
    private Flow flow;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private PathsPassed paths;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private RepositoryService repository;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @BeforeAll
    void deployStandIns() {
        StandIns.deploy(repository);
    }

    @BeforeEach
    void admitEverybody() {
        StandIns.REFUSED.clear();
    }

    @Test
    void fromAnApprovedRequirementToAListedProductByTheExamplesOfTheTasks() {
        var caseId = purchases.handedOver();
        var tasks = new ArrayList<String>();
        while (!intakes.sheet(caseId).get("openTasks").isEmpty()) {
            tasks.add(intakes.taskKey(caseId));
            intakes.lead(caseId);
        }

        assertThat(tasks)
                .containsExactly(
                        "planSourcing",
                        "recordQuotations",
                        "chooseOffer",
                        "approveContract",
                        "approveContract",
                        "registerContract");
        assertThat(intakes.state(caseId)).isEqualTo("FULFILLED");
        assertThat(intakes.outcome(caseId)).isEqualTo("productListed");
        var sheet = purchases.sheet(caseId);
        assertThat(sheet.get("number").asText()).matches("PUR-\\d{4}-\\d{5}");
        assertThat(sheet.get("state").asText()).isEqualTo("LISTED");
        assertThat(sheet.get("method").asText()).isEqualTo("INQUIRY");
        assertThat(sheet.get("quotations")).hasSize(3);
        assertThat(texts(sheet.get("quotations"), "state")).containsExactly("CHOSEN", "STANDING", "STANDING");
        assertThat(sheet.get("admittedUntil").isNull()).isFalse();
        assertThat(sheet.at("/contract/amount").decimalValue()).isEqualByComparingTo("40000");
        assertThat(sheet.get("grants")).hasSize(1);
        assertThat(sheet.at("/grants/0/state").asText()).isEqualTo("ACTIVE");
        assertThat(productState(sheet)).isEqualTo("LISTED");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertThat(purchases.holds(caseId, "COMMITTED")).isEqualByComparingTo("40000");
        assertThat(actions(caseId)).contains("purchase.admissionSkipped", "budget.committed", "access.granted");
        assertThat(intakes.sheet(caseId).get("facts").toString()).contains("purchaseNo", "contractNo");
        assertThat(texts(intakes.sheet(caseId).get("tables"), "label"))
                .contains("quotations", "contractApprovals", "grants");
        assertPassed(caseId, "productListed");

        again(() -> steps.list(new CaseId(java.util.UUID.fromString(caseId))));
        assertThat(purchases.sheet(caseId)).isEqualTo(sheet);
    }

    /** The contract's promise is what the product's evaluation measures against; only without one the item is left out. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheContractPromisesIsWhatTheProductIsEvaluatedAgainst(boolean promised) {
        var caseId = purchases.handedOver();
        intakes.leadTo(caseId, "registerContract");
        var example = api.read("procurement", "/tasks?caseId=" + caseId).ok().at("/items/0/example");
        var contract = ((ObjectNode) example).deepCopy();
        if (promised) {
            assertThat(fields(intakes.complete(caseId, contract.deepCopy().put("promisedHitRate", 95))
                            .refused(422)))
                    .containsExactly("promisedHitRate");
            contract.put("promisedHitRate", 0.93);
        } else {
            contract.remove("promisedHitRate");
        }
        intakes.complete(caseId, contract).ok();

        var sheet = purchases.sheet(caseId);
        assertThat(sheet.at("/contract/promisedHitRate").isNumber()).isEqualTo(promised);
        var product = sheet.at("/grants/0/productCode").asText();
        api.write(
                        "data-steward",
                        "/products/" + product + "/readings",
                        Map.of(
                                "month",
                                YearMonth.from(clock.instant().atZone(WorkingDays.ZONE))
                                        .minusMonths(1)
                                        .toString(),
                                "calls",
                                1000,
                                "hitRate",
                                0.91,
                                "incidents",
                                0))
                .ok();
        var evaluation = api.write("data-steward", "/products/" + product + "/evaluations", "")
                .ok()
                .get("caseId")
                .asText();
        jobs.run();
        var item = StreamSupport.stream(
                        api.read("audit", "/cases/" + evaluation + "/evaluation")
                                .ok()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(each -> each.get("item").asText().equals("HIT_RATE"))
                .findFirst()
                .orElseThrow();
        if (promised) {
            assertThat(item.get("figure").decimalValue()).isEqualByComparingTo("-2");
        } else {
            assertThat(item.get("notApplicable").asText()).isEqualTo("NO_PROMISE");
        }
    }

    @Test
    void aMarketThatNobodyKnowsIsSurveyedFirst() {
        var caseId = purchases.handedOver();

        intakes.complete(caseId, plan(0)).ok();

        assertThat(intakes.taskKey(caseId)).isEqualTo("planSourcing");
        assertThat(facts(caseId)).contains("surveyFirst");
        intakes.complete(caseId, plan(3)).ok();
        assertThat(intakes.taskKey(caseId)).isEqualTo("recordQuotations");
        assertThat(facts(caseId)).doesNotContain("surveyFirst");
        assertThat(intakes.state(caseId)).isEqualTo("SOURCING");
    }

    @Test
    void procurementGivesUpAndTheBudgetIsReleased() {
        var caseId = purchases.handedOver();

        intakes.complete(caseId, Map.of("choice", "GIVE_UP", "comment", "nobody sells it"))
                .ok();

        assertThat(intakes.state(caseId)).isEqualTo("REJECTED");
        assertThat(intakes.outcome(caseId)).isEqualTo("sourcingGivenUp");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertPassed(caseId, "sourcingGivenUp");
    }

    @Test
    void asManySuppliersAsTheMethodAsksForAndNoneThatIsBarred() {
        var caseId = planned();
        var good = purchases.suppliers("QUALIFIED", 3);

        assertThat(fields(intakes.complete(caseId, quotations(good.subList(0, 2), 40_000))
                        .refused(422)))
                .containsExactly("quotations");
        assertThat(fields(intakes.complete(caseId, quotations(List.of(good.get(0), good.get(1), good.get(1)), 40_000))
                        .refused(422)))
                .containsExactly("quotations[2].supplier", "quotations");
        for (var state : List.of("BLACKLISTED", "SUSPENDED", "REJECTED")) {
            var barred = purchases.suppliers(state, 1).get(0);
            assertThat(fields(intakes.complete(caseId, quotations(List.of(good.get(0), good.get(1), barred), 40_000))
                            .refused(422)))
                    .containsExactly("quotations[2].supplier");
        }
        assertThat(fields(intakes.complete(caseId, quotations(List.of(good.get(0), good.get(1), "SUP-nobody"), 40_000))
                        .refused(422)))
                .containsExactly("quotations[2].supplier");
        intakes.complete(caseId, quotations(good, 40_000)).ok();
        assertThat(intakes.taskKey(caseId)).isEqualTo("chooseOffer");
    }

    @Test
    void aListedProductOrAnothersIsNotBought() {
        var caseId = planned();
        var good = purchases.suppliers("QUALIFIED", 3);
        var listed = jdbc.sql("select code from sluice.data_product where state = 'LISTED' order by code limit 1")
                .query(String.class)
                .single();
        var first = new java.util.HashMap<>(quotation(good.get(0), "x", 40_000));
        first.put("productCode", listed);
        var body = Map.of(
                "result",
                "COMPLETE",
                "quotations",
                List.of(first, quotation(good.get(1), "y", 40_000), quotation(good.get(2), "z", 40_000)));

        assertThat(fields(intakes.complete(caseId, body).refused(422))).containsExactly("quotations[0].productCode");
    }

    /** Not the second half after the first is mended: what is looked up is said with what is not well-formed. */
    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var caseId = planned();
        var good = purchases.suppliers("QUALIFIED", 2);
        var first = new java.util.HashMap<>(quotation(good.get(0), "x", 40_000));
        first.put("productCode", "DP-99999");
        first.put("unitPrice", -3);
        first.put("quotedOn", "2099-01-01");
        var free = new java.util.HashMap<>(quotation(good.get(1), "y", 0));
        free.put("pricing", "FREE");
        free.put("unitPrice", null);
        free.put("amount", null);

        assertThat(fields(intakes.complete(caseId, Map.of("result", "COMPLETE", "quotations", List.of(first, free)))
                        .refused(422)))
                .as("what is free needs no amount")
                .containsExactlyInAnyOrder(
                        "quotations[0].unitPrice", "quotations[0].quotedOn", "quotations[0].productCode", "quotations");
    }

    @Test
    void tooFewOffersLeadBackToThePlan() {
        var caseId = planned();
        var good = purchases.suppliers("QUALIFIED", 1);

        intakes.complete(
                        caseId,
                        Map.of(
                                "result",
                                "TOO_FEW",
                                "quotations",
                                List.of(quotation(good.get(0), "x", 40_000)),
                                "comment",
                                "two were silent"))
                .ok();

        assertThat(intakes.taskKey(caseId)).isEqualTo("planSourcing");
        assertThat(facts(caseId)).contains("tooFewQuotations");
        assertThat(purchases.sheet(caseId).get("quotations")).hasSize(1);
    }

    @Test
    void whenNoneFitsItIsPlannedAgain() {
        var caseId = offered(40_000);

        intakes.complete(caseId, Map.of("choice", "NONE_FITS", "reasons", "coverage too low"))
                .ok();

        assertThat(intakes.taskKey(caseId)).isEqualTo("planSourcing");
        assertThat(texts(purchases.sheet(caseId).get("quotations"), "state")).containsOnly("SUPERSEDED");
        intakes.complete(caseId, plan(3)).ok();
        intakes.lead(caseId);
        assertThat(purchases.sheet(caseId).get("quotations")).hasSize(6);
    }

    @Test
    void anOfferThatDoesNotStandIsNotChosen() {
        var caseId = offered(40_000);

        assertThat(fields(intakes.complete(caseId, choose("SUP-99999")).refused(422)))
                .containsExactly("supplier");
    }

    @Test
    void anOfferBeyondTheBudgetIsPaidWhereTheLineBearsIt() {
        var caseId = chosen(60_000);
        assertThat(intakes.taskKey(caseId)).isEqualTo("settleOverrun");
        assertThat(StreamSupport.stream(figures("finance", caseId).spliterator(), false)
                        .map(figure -> figure.get("name").asText()))
                .containsExactly("offered", "reserved", "gap", "available");

        intakes.lead(caseId);

        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isEqualByComparingTo("60000");
        assertThat(intakes.taskKey(caseId)).isEqualTo("approveContract");
        while (!intakes.sheet(caseId).get("openTasks").isEmpty()) {
            intakes.lead(caseId);
        }
        assertThat(purchases.holds(caseId, "COMMITTED")).isEqualByComparingTo("60000");
    }

    /** A budget below the limit of a negotiation must not buy above it by inquiry. */
    @Test
    void aPriceThatAsksForAnotherMethodIsPlannedAgain() {
        var caseId = chosen(210_000);
        assertThat(purchases.sheet(caseId).get("method").asText()).isEqualTo("INQUIRY");

        intakes.complete(caseId, Map.of("choice", "RAISE")).ok();

        assertThat(intakes.taskKey(caseId)).isEqualTo("planSourcing");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isEqualByComparingTo("210000");
        assertThat(actions(caseId)).contains("purchase.methodChanged");
        intakes.complete(caseId, plan(3)).ok();
        assertThat(purchases.sheet(caseId).get("method").asText()).isEqualTo("COMPETITIVE_NEGOTIATION");
        intakes.complete(caseId, quotations(purchases.suppliers("QUALIFIED", 3), 200_000))
                .ok();
        intakes.complete(caseId, choose(purchases.suppliers("QUALIFIED", 1).get(0)))
                .ok();
        assertThat(intakes.taskKey(caseId)).isEqualTo("approveContract");
    }

    @Test
    void aContractIsNotSignedBeforeItsApprovalsNorWithASupplierWhoIsBarred() {
        var caseId = chosen(40_000);
        while (!intakes.taskKey(caseId).equals("registerContract")) {
            intakes.lead(caseId);
        }
        var contract = example(caseId);
        var early = contract.deepCopy().put("signedOn", "2020-01-02");
        assertThat(fields(intakes.complete(caseId, early).refused(422))).contains("signedOn");

        var supplier = purchases.suppliers("QUALIFIED", 1).get(0);
        state(supplier, "SUSPENDED");
        try {
            intakes.complete(caseId, contract).refused(409);
        } finally {
            state(supplier, "QUALIFIED");
        }
        assertThat(purchases.holds(caseId, "COMMITTED")).isZero();
        intakes.complete(caseId, contract).ok();
    }

    private ObjectNode example(String caseId) {
        return api.read(intakes.person(caseId), "/tasks?caseId=" + caseId)
                .ok()
                .at("/items/0/example")
                .deepCopy();
    }

    private void state(String supplier, String state) {
        jdbc.sql("update sluice.supplier set state = ? where code = ?")
                .params(state, supplier)
                .update();
    }

    @Test
    void nobodyJoinsAPurchaseWhoseOfferIsChosen() {
        var host = chosen(40_000);
        var late = purchases.handedOver();

        assertThat(fields(intakes.complete(late, join(host)).refused(422))).containsExactly("joinCase");
    }

    @Test
    void anOfferThatNoLineBearsIsNegotiatedAgain() {
        var caseId = chosen(90_000_000);

        assertThat(fields(intakes.complete(caseId, Map.of("choice", "RAISE")).refused(422)))
                .containsExactly("choice");
        intakes.lead(caseId);

        assertThat(intakes.taskKey(caseId)).isEqualTo("recordQuotations");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isEqualByComparingTo("50000");
        intakes.lead(caseId);
        intakes.lead(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("approveContract");
    }

    @Test
    void financeRefusesAnOfferForItsPrice() {
        var caseId = chosen(60_000);

        intakes.complete(caseId, Map.of("choice", "REFUSE", "comment", "not worth it"))
                .ok();

        assertThat(intakes.state(caseId)).isEqualTo("REJECTED");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertPassed(caseId, "refusedForOverrun");
    }

    @Test
    void whoIsNotAdmittedIsStruckAndTheOthersStand() {
        var caseId = planned();
        var unknown = purchases.suppliers("POTENTIAL", 2);
        var good = purchases.suppliers("QUALIFIED", 1).get(0);
        StandIns.REFUSED.add(unknown.get(0));
        StandIns.REFUSED.add("Product of " + good);
        intakes.complete(caseId, quotations(List.of(unknown.get(0), unknown.get(1), good), 40_000))
                .ok();

        intakes.complete(caseId, choose(unknown.get(0))).ok();
        assertThat(intakes.taskKey(caseId)).isEqualTo("chooseOffer");
        assertThat(struck(caseId)).containsExactly("SUPPLIER");
        intakes.complete(caseId, choose(good)).ok();
        assertThat(intakes.taskKey(caseId)).isEqualTo("chooseOffer");
        assertThat(struck(caseId)).containsExactlyInAnyOrder("SUPPLIER", "PRODUCT");
        intakes.complete(caseId, choose(unknown.get(1))).ok();

        assertThat(intakes.taskKey(caseId)).isEqualTo("approveContract");
        assertPassed(caseId, "strikeOffer", "supplierAdmission", "dataAdmission");
    }

    @Test
    void whenNoOfferIsLeftItIsPlannedAgain() {
        var caseId = planned();
        var good = purchases.suppliers("QUALIFIED", 3);
        intakes.complete(caseId, quotations(good, 40_000)).ok();
        good.forEach(supplier -> StandIns.REFUSED.add("Product of " + supplier));

        good.forEach(supplier -> intakes.complete(caseId, choose(supplier)).ok());

        assertThat(intakes.taskKey(caseId)).isEqualTo("planSourcing");
        assertThat(facts(caseId)).contains("offersExhausted");
        assertThat(texts(purchases.sheet(caseId).get("quotations"), "state")).containsOnly("STRUCK");
    }

    @Test
    void aContractThatIsRefusedEndsThePurchase() {
        var caseId = chosen(40_000);

        intakes.complete(caseId, Map.of("approved", false, "comment", "not at these terms"))
                .ok();

        assertThat(intakes.state(caseId)).isEqualTo("REJECTED");
        assertThat(intakes.outcome(caseId)).isEqualTo("contractRefused");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertPassed(caseId, "contractRefused");
    }

    @Test
    void importantDataIsReportedToTheSupervisorBeforeSignature() {
        var caseId = purchases.handedOver();
        jdbc.sql("update sluice.requirement set jr_level = 5 where case_id = ?::uuid")
                .param(caseId)
                .update();
        intakes.leadTo(caseId, "registerContract");
        var body = example(caseId);
        var threeWeeksBefore =
                LocalDate.parse(body.get("signedOn").asText()).minusDays(21).toString();

        body.remove("supervisorReportedOn");
        assertThat(fields(intakes.complete(caseId, body).refused(422))).containsExactly("supervisorReportedOn");
        body.put("supervisorReportedOn", threeWeeksBefore);
        assertThat(fields(intakes.complete(caseId, body).refused(422))).containsExactly("supervisorReportedOn");
        intakes.lead(caseId);

        assertThat(intakes.state(caseId)).isEqualTo("FULFILLED");
        assertThat(purchases.sheet(caseId).at("/contract/supervisorReportedOn").isNull())
                .isFalse();
    }

    @Test
    void whoeverRecordsOffersFindsEverySupplierByNameOrCodePageByPage() {
        var caseId = purchases.handedOver();
        intakes.leadTo(caseId, "recordQuotations");
        var task = new TaskId(api.read("procurement", "/tasks?caseId=" + caseId)
                .ok()
                .at("/items/0/id")
                .asText());
        var all = people.as("procurement", () -> quotations.suppliers(task, "", 0, 1_000));
        var last = all.get(all.size() - 1);

        assertThat(all).as("more than any list of proposals").hasSizeGreaterThan(30);
        assertThat(all)
                .hasSize(jdbc.sql("select count(*) from sluice.supplier")
                        .query(Integer.class)
                        .single());
        assertThat(people.as("procurement", () -> quotations.suppliers(task, "", 30, 5)))
                .isEqualTo(all.subList(30, 35));
        for (var text : List.of(last.code(), last.name().zh(), last.name().en().toUpperCase(Locale.ROOT))) {
            assertThat(people.as("procurement", () -> quotations.suppliers(task, text, 0, 50)))
                    .as(text)
                    .contains(last);
        }
        assertThat(people.as("procurement", () -> quotations.products(task, "SUP-99999")))
                .isEmpty();
        assertThatThrownBy(() -> people.as("finance", () -> quotations.suppliers(task, "", 0, 50)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void everythingThatIsWrongWithAContractIsSaidAtOnce() {
        var caseId = purchases.handedOver();
        intakes.leadTo(caseId, "registerContract");
        var body = example(caseId);
        body.remove("contractNo");
        var tooLate = LocalDate.parse(body.get("signedOn").asText()).plusDays(3).toString();
        body.put("signedOn", tooLate).put("startsOn", tooLate);
        assertThat(fields(intakes.complete(caseId, body).refused(422)))
                .as("what is missing, and what only a look-up can tell")
                .containsExactlyInAnyOrder("contractNo", "signedOn");
        intakes.lead(caseId);
        assertThat(intakes.state(caseId)).isEqualTo("FULFILLED");
    }

    @Test
    void twoRequirementsAreServedByOnePurchase() {
        var host = purchases.handedOver();
        var joined = purchases.handedOver(intakes.form("BR01"));

        intakes.complete(joined, join(host)).ok();

        assertThat(intakes.sheet(joined).get("openTasks")).isEmpty();
        assertThat(intakes.sheet(joined).at("/standing/what").asText()).isEqualTo("joinedPurchase");
        assertThat(purchases.sheet(joined).get("joinedTo").asText()).isEqualTo(number(host));
        assertThat(purchases.sheet(host).get("servesAlso").get(0).asText()).isEqualTo(number(joined));
        assertPassed(joined, "joinedOtherPurchase");
        while (!intakes.sheet(host).get("openTasks").isEmpty()) {
            intakes.lead(host);
        }

        assertThat(List.of(intakes.state(host), intakes.state(joined))).containsOnly("FULFILLED");
        assertThat(List.of(intakes.outcome(host), intakes.outcome(joined))).containsOnly("productListed");
        assertThat(texts(purchases.sheet(host).get("grants"), "state")).containsExactly("ACTIVE", "ACTIVE");
        assertThat(purchases.sheet(joined).get("grants")).hasSize(1);
        assertThat(purchases.holds(joined, "PRE_COMMITTED")).isZero();
        assertThat(purchases.holds(joined, "COMMITTED")).isZero();
    }

    @Test
    void whatWasMergedAtIntakeMayUseTheProductToo() {
        var form = intakes.form("HO");
        var host = intakes.submit("business-requester", form);
        intakes.lead(host);
        var merged = intakes.submit("business-requester", form);
        intakes.leadTo(merged, "confirmMerge");
        intakes.lead(merged);
        intakes.leadTo(host, "approveRequirement");
        while (intakes.state(host).equals("TRIAGED")) {
            intakes.lead(host);
        }
        purchases.deliver(host);
        while (!intakes.sheet(host).get("openTasks").isEmpty()) {
            intakes.lead(host);
        }

        assertThat(purchases.sheet(host).get("grants")).hasSize(2);
        assertThat(actions(merged)).contains("requirement.servedByHost", "access.granted");
    }

    @Test
    void whoJoinedAPurchaseThatComesToNothingBeginsAnew() {
        var host = purchases.handedOver();
        var joined = purchases.handedOver();
        intakes.complete(joined, join(host)).ok();

        intakes.complete(host, Map.of("choice", "GIVE_UP", "comment", "nobody sells it"))
                .ok();
        purchases.deliver(joined);

        assertThat(intakes.state(joined)).isEqualTo("APPROVED");
        assertThat(intakes.taskKey(joined)).isEqualTo("planSourcing");
        assertThat(purchases.sheet(joined).get("joinedTo").isNull()).isTrue();
        assertThat(purchases.holds(joined, "PRE_COMMITTED")).isEqualByComparingTo("50000");
        assertThat(actions(joined)).contains("purchase.reopened");
    }

    @Test
    void whoHasJoinedIsNoHostAndNobodyJoinsOneself() {
        var host = purchases.handedOver();
        var joined = purchases.handedOver();
        var third = purchases.handedOver();
        intakes.complete(joined, join(host)).ok();

        assertThat(fields(intakes.complete(third, join(joined)).refused(422))).containsExactly("joinCase");
        assertThat(fields(intakes.complete(third, join(third)).refused(422))).containsExactly("joinCase");
        assertThat(fields(intakes.complete(third, Map.of("choice", "JOIN", "joinCase", "REQ-0000", "comment", "same"))
                        .refused(422)))
                .containsExactly("joinCase");
        // a host that joins takes those along that had joined it
        intakes.complete(host, join(third)).ok();
        assertThat(purchases.sheet(joined).get("joinedTo").asText()).isEqualTo(number(third));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planSourcing",
                "recordQuotations",
                "chooseOffer",
                "settleOverrun",
                "approveContract",
                "registerContract"
            })
    void theInitiatorTakesItBackAtAnyWait(String wait) {
        var caseId = wait.equals("settleOverrun") ? chosen(60_000) : purchases.handedOver();
        intakes.leadTo(caseId, wait);
        assertThat(intakes.sheet(caseId).get("mayWithdraw").asBoolean()).isFalse();
        assertThat(api.read("business-requester", "/cases/" + caseId)
                        .ok()
                        .get("mayWithdraw")
                        .asBoolean())
                .isTrue();
        withdrawnAt.add(wait);

        purchases.withdraw("business-requester", caseId).ok();
        purchases.withdraw("business-requester", caseId).ok();

        assertThat(intakes.state(caseId)).isEqualTo("WITHDRAWN");
        assertThat(intakes.sheet(caseId).get("openTasks")).isEmpty();
        assertThat(purchases.sheet(caseId).get("state").asText()).isEqualTo("ENDED");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertPassed(caseId, "purchaseWithdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approveContract", "registerContract"})
    void aChosenSupplierThatIsBlacklistedIsDroppedAndAnotherOfferIsChosen(String wait) {
        var caseId = purchases.handedOver();
        intakes.leadTo(caseId, "chooseOffer");
        var offers = purchases.sheet(caseId).get("quotations");
        var chosen = offers.get(0).get("supplierCode").asText();
        intakes.complete(caseId, choose(chosen)).ok();
        intakes.leadTo(caseId, wait);
        var entry = blacklistings.list(chosen);
        purchases.deliver(caseId);
        purchases.deliver(caseId);

        try {
            assertThat(intakes.taskKey(caseId)).isEqualTo("chooseOffer");
            var sheet = purchases.sheet(caseId);
            assertThat(texts(sheet.get("quotations"), "state")).containsExactly("STRUCK", "STANDING", "STANDING");
            assertThat(sheet.at("/quotations/0/struckFor").asText()).isEqualTo("BLACKLISTING");
            assertThat(facts(caseId)).contains("supplierListed");
            assertThat(actions(caseId)).contains("purchase.begunAnew");
            intakes.complete(caseId, choose(chosen)).refused(422);
            assertPassed(caseId, "dropBarredOffer", "purchaseBegunAnew");

            while (!intakes.sheet(caseId).get("openTasks").isEmpty()) {
                intakes.lead(caseId);
            }
            assertThat(intakes.outcome(caseId)).isEqualTo("productListed");
            assertThat(purchases.sheet(caseId).at("/quotations/1/state").asText())
                    .isEqualTo("CHOSEN");
        } finally {
            blacklistings.revoke(entry);
        }
    }

    @Test
    void anOfferThatStandsIsOutTooWhenItsSupplierIsBlacklistedOrSuspended() {
        var caseId = purchases.handedOver();
        intakes.leadTo(caseId, "chooseOffer");
        var offers = purchases.sheet(caseId).get("quotations");
        var listed = offers.get(1).get("supplierCode").asText();
        var suspended = offers.get(2).get("supplierCode").asText();
        var entry = blacklistings.list(listed);
        try {
            assertThat(texts(purchases.sheet(caseId).get("quotations"), "state"))
                    .containsExactly("STANDING", "STRUCK", "STANDING");
            assertThat(intakes.taskKey(caseId)).isEqualTo("chooseOffer");
            jdbc.sql("update sluice.supplier set state = 'SUSPENDED' where code = ?")
                    .param(suspended)
                    .update();
            assertThat(intakes.complete(caseId, choose(suspended))
                            .refused(409)
                            .get("detail")
                            .asText())
                    .contains("suspended");
        } finally {
            jdbc.sql("update sluice.supplier set state = 'QUALIFIED' where code = ?")
                    .param(suspended)
                    .update();
            blacklistings.revoke(entry);
        }
    }

    @Test
    void aMessageAloneDropsNoOffer() {
        var caseId = purchases.handedOver();
        intakes.leadTo(caseId, "approveContract");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> again(() -> steps.dropBarredOffer(CaseId.of(caseId))));
        assertThat(intakes.taskKey(caseId)).isEqualTo("approveContract");
    }

    @Test
    void whoJoinedAWithdrawnPurchaseBeginsAnewAndWhoHasJoinedMayLeave() {
        var host = purchases.handedOver();
        var joined = purchases.handedOver();
        var leaving = purchases.handedOver();
        intakes.complete(joined, join(host)).ok();
        intakes.complete(leaving, join(host)).ok();

        purchases.withdraw("business-requester", leaving).ok();
        assertThat(purchases.sheet(host).get("servesAlso")).hasSize(1);
        assertThat(intakes.taskKey(host)).isEqualTo("planSourcing");
        purchases.withdraw("business-requester", host).ok();
        purchases.deliver(joined);

        assertThat(intakes.taskKey(joined)).isEqualTo("planSourcing");
        assertThat(intakes.state(leaving)).isEqualTo("WITHDRAWN");
    }

    @Test
    void afterTheSignatureNobodyTakesItBack() {
        var caseId = purchases.handedOver();
        var joined = purchases.handedOver();
        intakes.complete(joined, join(caseId)).ok();
        intakes.leadTo(caseId, "registerContract");
        var task = api.read("procurement", "/tasks?caseId=" + caseId).ok().at("/items/0");
        // what follows is a job that has not run yet
        api.write("procurement", "/tasks/" + task.get("id").asText() + "/complete", task.get("example"))
                .ok();

        purchases.withdrawNow("business-requester", caseId).refused(409);
        purchases.withdrawNow("business-requester", joined).refused(409);

        assertThat(intakes.state(caseId)).isEqualTo("SOURCING");
        purchases.deliver(caseId);
        assertThat(intakes.state(caseId)).isEqualTo("FULFILLED");
    }

    @Test
    void aRequestThatWasTakenBackBeforeItArrivesBuysNothing() {
        var caseId = intakes.submitted();
        purchases.withdraw("business-requester", caseId).ok();

        askForSourcing(caseId);

        assertThat(intakes.sheet(caseId).get("openTasks")).isEmpty();
        api.read("audit", "/cases/" + caseId + "/purchase").refused(404);
        assertPassed(caseId, "noLongerWanted");
    }

    @Test
    void aRequestThatArrivesTwiceIsTakenUpOnce() {
        var caseId = purchases.handedOver();

        again(() -> flow.send(
                ProcurementProcess.Message.SOURCING_REQUESTED, new CaseId(java.util.UUID.fromString(caseId))));
        Awaitility.await()
                .until(() -> jdbc.sql("""
                                select attempts from sluice.engine_message
                                where case_id = ?::uuid and name = ? and delivered_at is null
                                """)
                                .params(caseId, ProcurementProcess.Message.SOURCING_REQUESTED)
                                .query(Integer.class)
                                .single()
                        > 0);

        assertThat(engine.createProcessInstanceQuery()
                        .processDefinitionKey(ProcurementProcess.KEY)
                        .processInstanceBusinessKey(caseId)
                        .count())
                .isEqualTo(1);
        assertThat(actions(caseId)).containsOnlyOnce("purchase.opened");
    }

    @Test
    void jobsThatRunAgainChangeNothing() {
        var caseId = chosen(40_000);
        var id = new CaseId(java.util.UUID.fromString(caseId));
        var before = actions(caseId);

        again(() -> steps.takeUp(id));
        again(() -> steps.openSupplierAdmission(id));
        again(() -> steps.nextApproval(id));

        assertThat(actions(caseId)).isEqualTo(before);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> again(() -> steps.acknowledgeWithdrawal(id)));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> again(() -> steps.list(id)));
    }

    @Test
    void nobodyActsForAnotherRoleOrOnTheOwnWork() {
        var caseId = planned();
        intakes.completeAs("finance", caseId, Map.of()).refused(403);
        intakes.completeAs("data-intake", caseId, Map.of()).refused(403);
        intakes.lead(caseId);
        jdbc.sql("insert into sluice.person_role (person, role, org_unit) values (?, 'DATA_INTAKE', 'HO')")
                .param(people.idOf("procurement").value())
                .update();
        try {
            var offer = purchases.sheet(caseId).at("/quotations/0/supplierCode").asText();
            intakes.completeAs("procurement", caseId, choose(offer)).refused(409);
        } finally {
            jdbc.sql("delete from sluice.person_role where person = ? and role = 'DATA_INTAKE'")
                    .param(people.idOf("procurement").value())
                    .update();
        }
        intakes.lead(caseId);
        assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo("BUSINESS_OWNER");
    }

    @Test
    void thePurchaseIsForWhoMaySeeTheCase() {
        var caseId = purchases.handedOver(intakes.form("BR01"));

        api.read("br02-business-owner", "/cases/" + caseId + "/purchase").refused(403);
        api.read("br01-business-requester", "/cases/" + caseId + "/purchase").ok();
        api.read("audit", "/cases/" + intakes.submitted() + "/purchase").refused(404);
    }

    @AfterAll
    void everyEndWasReachedAndEveryWaitWithdrawnFrom() {
        paths.assertNoneLeftOut(ProcurementProcess.KEY, EndEvent.class);
        assertThat(withdrawnAt).isEqualTo(paths.elements(ProcurementProcess.KEY, UserTask.class));
    }

    /** Waits for quotations of three suppliers. */
    private String planned() {
        var caseId = purchases.handedOver();
        intakes.complete(caseId, plan(3)).ok();
        return caseId;
    }

    private String offered(int amount) {
        var caseId = planned();
        intakes.complete(caseId, quotations(purchases.suppliers("QUALIFIED", 3), amount))
                .ok();
        return caseId;
    }

    private String chosen(int amount) {
        var caseId = offered(amount);
        intakes.complete(caseId, choose(purchases.suppliers("QUALIFIED", 1).get(0)))
                .ok();
        return caseId;
    }

    private Map<String, Object> join(String host) {
        return Map.of("choice", "JOIN", "joinCase", number(host), "comment", "the same data");
    }

    private void askForSourcing(String caseId) {
        again(() -> flow.send(
                ProcurementProcess.Message.SOURCING_REQUESTED, new CaseId(java.util.UUID.fromString(caseId))));
        purchases.deliver(caseId);
    }

    private void again(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    private String number(String caseId) {
        return intakes.sheet(caseId).get("number").asText();
    }

    private String facts(String caseId) {
        return intakes.sheet(caseId).get("facts").toString();
    }

    private JsonNode figures(String user, String caseId) {
        return api.read(user, "/tasks?caseId=" + caseId).ok().at("/items/0/figures");
    }

    private List<String> struck(String caseId) {
        return texts(purchases.sheet(caseId).get("quotations"), "struckFor").stream()
                .filter(why -> !why.equals("null"))
                .toList();
    }

    private String productState(JsonNode sheet) {
        return jdbc.sql("select state from sluice.data_product where code = ?")
                .param(sheet.at("/quotations/0/productCode").asText())
                .query(String.class)
                .single();
    }

    private List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }

    private static List<String> fields(JsonNode problem) {
        return texts(problem.get("errors"), "field");
    }

    /** Remembers what the case's procurement has passed, and insists on some of it. */
    private void assertPassed(String caseId, String... elements) {
        paths.assertPassed(ProcurementProcess.KEY, caseId, elements);
    }
}
