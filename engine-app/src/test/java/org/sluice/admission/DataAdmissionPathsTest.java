package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.admission.ProductAdmissions.ARRANGE;
import static org.sluice.admission.ProductAdmissions.DOSSIER;
import static org.sluice.admission.ProductAdmissions.FINDING;
import static org.sluice.admission.ProductAdmissions.PAPERS;
import static org.sluice.admission.ProductAdmissions.REPORT;
import static org.sluice.admission.ProductAdmissions.VOTE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.privacy.MatchTestStage;
import org.sluice.privacy.MatchTests;
import org.sluice.privacy.WorkerParties;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.shared.Flow;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.Blacklistings;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.People;
import org.sluice.support.Purchases;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through {@code data-admission}, to each of its ends. */
@HouseTest
class DataAdmissionPathsTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Admissions admissions;

    @Autowired
    private MatchTests tests;

    @Autowired
    private WorkerParties parties;

    @Autowired
    private Flow flow;

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Jobs jobs;

    @Autowired
    private IncidentDesk incidents;

    @Autowired
    private People people;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private HistoryService history;

    @Autowired
    private ExternalTaskService tasks;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private ProductAdmission admission;

    @Autowired
    private ProductOutcomeStep outcome;

    @Autowired
    private Blacklistings blacklistings;

    @Autowired
    private Purchases purchases;

    private ProductAdmissions stories;

    @BeforeEach
    void stage() {
        stories = new ProductAdmissions(
                jdbc, admissions, tests, parties, flow, api, intakes, jobs, engine, history, tasks, transactions);
    }

    @Test
    void aGoodMatchOfBothWorkersAdmitsForTwoYears() {
        var story = stories.withWorker();
        assertThat(story.row()).containsEntry("state", "UNDER_REVIEW");
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        assertThat(story.row()).containsEntry("state", "IN_TEST");
        assertThat(story.open()).isEmpty();
        story.match(16_800);

        assertThat(story.ends()).containsExactly("productAdmitted");
        assertThat(story.flag("admitted")).isEqualTo(true);
        assertThat(story.row())
                .containsEntry("state", "ADMITTED")
                .containsEntry("technique", "PSI")
                .containsEntry("jr_level", 3)
                .containsEntry("admission_ends_on", java.sql.Date.valueOf(today().plusMonths(24)));
        assertThat(story.passed().stream().filter("sensitivityGrading"::equals)).hasSize(2);
        assertThat(story.actions())
                .containsSubsequence(
                        "admission.opened",
                        "admission.dossierFiled",
                        "product.graded",
                        "product.testPapersFiled",
                        "product.testArranged",
                        "product.testAssessed",
                        "admission.granted");
    }

    /** What the two demo workers come to: 12,600 of 20,000. */
    @Test
    void sixtyThreePercentGoToTheCommitteeAndHoldForHalfAYear() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.match(12_600);

        assertThat(story.openKeys()).containsExactly(VOTE, VOTE);
        story.vote("admission-committee", true);
        assertThat(story.openKeys()).containsExactly(VOTE);
        story.complete("admission-committee", VOTE, Map.of("inFavour", true)).refused(409);
        story.vote("admission-committee-2", true);

        assertThat(story.ends()).containsExactly("productAdmittedForNow");
        assertThat(story.flag("admitted")).isEqualTo(true);
        assertThat(story.row())
                .containsEntry("state", "CONDITIONALLY_ADMITTED")
                .containsEntry("admission_ends_on", java.sql.Date.valueOf(today().plusMonths(6)));
        assertThat(jdbc.sql("""
                        select c.text_en || ' by ' || c.due_on from sluice.admission_condition c
                        join sluice.admission a on a.id = c.admission where a.case_id = ?
                        """).param(story.caseId.value()).query(String.class).list())
                .containsExactly("The match rate of 63.00 % is below 75 %: test it again by " + today().plusDays(90));
    }

    @Test
    void aTieOfTheCommitteeRefuses() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.match(12_600);
        story.vote("admission-committee", true);
        story.vote("admission-committee-2", false);

        assertThat(story.ends()).containsExactly("productTurnedDown");
        assertThat(story.admission()).containsEntry("state", "REFUSED").containsEntry("reason", "VOTED_DOWN");
        assertThat(story.row()).containsEntry("state", "REJECTED");
    }

    @Test
    void oneMatchTooFewRefuses() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.match(11_999);

        assertThat(story.ends()).containsExactly("productTurnedDown");
        assertThat(story.flag("admitted")).isEqualTo(false);
    }

    @Test
    void aRefusedTestIsArrangedAgainAndThePapersAreNotAskedForAgain() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.refuse(MatchTestStage.SUPPLIER, "set-too-small", "[set-too-small] 数据集太小。 / The data set is too small.");
        story.refuse(MatchTestStage.BANK, "peer-refused", "[peer-refused] 对方拒绝。 / The peer has refused.");

        assertThat(story.openKeys()).containsExactly(ARRANGE);
        assertThat(jdbc.sql("""
                        select t.problem_en from sluice.product_test t join sluice.admission a on a.id = t.admission
                        where a.case_id = ?
                        """).param(story.caseId.value()).query(String.class).single())
                .isEqualTo("The data set is too small.");
        story.lead("data-tester", ARRANGE);
        story.match(16_000);
        assertThat(story.ends()).containsExactly("productAdmitted");
    }

    /** However many processes have called the one that is stuck, the operator reads one line and retries once. */
    @Test
    void aWorkerThatGivesUpIsOneLineForTheOperatorAndGoesOnAfterItsRetry() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.giveUp(MatchTestStage.BANK, "[deadline-passed] 对方没有到场。 / The peer was not there.");

        var rows = people.as("platform-ops", () -> incidents.page(0, 200).items().stream()
                .filter(row -> story.caseId.equals(row.caseId()))
                .toList());
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.message()).isEqualTo(new LocalText("对方没有到场。", "The peer was not there."));
            assertThat(row.retryable()).isTrue();
        });
        people.does("platform-ops", () -> incidents.retry(rows.get(0).id()));
        story.match(16_000);

        assertThat(story.ends()).containsExactly("productAdmitted");
    }

    @Test
    void afterAsManyTestsWithoutResultAsAreAllowedTheTesterReports() {
        var story = stories.withWorker();
        story.leadToTest();
        for (int attempt = 1; attempt <= 3; attempt++) {
            story.lead("data-tester", ARRANGE);
            story.done(MatchTestStage.BANK, 12_600);
            story.done(MatchTestStage.SUPPLIER, 12_601);
        }

        assertThat(story.openKeys()).containsExactly(REPORT);
        assertThat(story.actions().stream().filter("product.testUnusable"::equals))
                .hasSize(3);
        story.lead("data-tester", REPORT);
        assertThat(story.ends()).containsExactly("productAdmitted");
    }

    @Test
    void withoutAWorkerTheTesterReports() {
        var story = stories.withoutWorker();
        story.leadToTest();
        var report = story.example("data-tester", REPORT);
        story.complete("data-tester", REPORT, report.put("matched", 5001)).refused(422);
        var fair = report.put("matched", 4600);
        facts(fair).put("accuracyRate", 0.96);
        story.complete("data-tester", REPORT, fair).ok();

        assertThat(story.openKeys()).containsExactly(VOTE, VOTE);
        assertThat(story.waitsAt()).containsExactly(VOTE);
        assertThat(story.passed()).doesNotContain("orderMatchTest");
        story.vote("admission-committee", true);
        story.vote("admission-committee-2", true);
        assertThat(story.ends()).containsExactly("productAdmittedForNow");
        assertThat(jdbc.sql("""
                        select c.text_en from sluice.admission_condition c
                        join sluice.admission a on a.id = c.admission where a.case_id = ?
                        """).param(story.caseId.value()).query(String.class).list())
                .containsExactly("The test's score of 72.50 is below 75: test it again");

        var test = story.card().get("tests").get(0);
        assertThat(test.get("score").decimalValue()).isEqualByComparingTo("72.5");
        assertThat(test.get("band").asText()).isEqualTo("B60_75");
        assertThat(test.get("points")).hasSize(5);
        assertThat(test.get("points").get(0).get("item").asText()).isEqualTo("ACCURACY");
        assertThat(test.get("points").get(0).get("earned").asInt()).isEqualTo(15);
        assertThat(test.get("figures").toString()).contains("freshnessDays", "dupRate", "accuracy");
    }

    @Test
    void aReportThatIsNotWholeSaysWhatIsMissing() {
        var story = stories.withoutWorker();
        story.leadToTest();
        var report = story.example("data-tester", REPORT);
        facts(report).remove(java.util.List.of("accuracyRate", "dupRate", "ks", "hitRate"));
        var refused = story.complete("data-tester", REPORT, report).refused(422).toString();
        assertThat(refused)
                .contains("facts.accuracyRate", "facts.dupRate", "facts.ks")
                .as("which only lists of names have")
                .doesNotContain("hitRate");
        facts(report).put("jrLevel", 3);
        assertThat(story.complete("data-tester", REPORT, report).refused(422).toString())
                .contains("facts.jrLevel");
    }

    @Test
    void theRulesHearOfTheReportAndWhatWasSettledStaysSettled() {
        var story = stories.withoutWorker();
        var dossier = story.example("data-steward", DOSSIER);
        facts(dossier).put("benefitCost", 1.0);
        story.complete("data-steward", DOSSIER, dossier).ok();
        story.settleAll(Map.of("answer", "ACCEPT", "comment", "It pays later."));
        story.lead("compliance", PAPERS);
        var report = story.example("data-tester", REPORT);
        facts(report).put("accuracyRate", 0.94);
        story.complete("data-tester", REPORT, report).ok();

        assertThat(story.openKeys()).as("D-25 alone").containsExactly(FINDING);
        assertThat(story.task(FINDING).get("candidateGroup").asText()).isEqualTo("ADMISSION_COMMITTEE");
        assertThat(story.finding("D-35").get("reviews").get(0).get("kept").asBoolean())
                .isTrue();
        story.settleAll(Map.of("answer", "ACCEPT", "comment", "The errors are in a field that nobody uses."));
        assertThat(story.openKeys()).as("70 points").containsExactly(VOTE, VOTE);
    }

    @Test
    void whoeverWantsMoreOfATestHasItMadeAnew() {
        var story = stories.withoutWorker();
        story.leadToTest();
        var report = story.example("data-tester", REPORT);
        facts(report).put("keyNullRate", 0.02);
        story.complete("data-tester", REPORT, report).ok();
        assertThat(story.openKeys()).containsExactly(FINDING);
        story.settleAll(Map.of("answer", "SUPPLEMENT", "comment", "Fill the gaps and test again."));

        assertThat(story.openKeys()).containsExactly(DOSSIER);
        story.lead("data-steward", DOSSIER);
        assertThat(story.openKeys()).containsExactly(REPORT);
        story.lead("data-tester", REPORT);
        assertThat(story.ends()).containsExactly("productAdmitted");
        var all = story.card().get("tests");
        assertThat(all).hasSize(2);
        assertThat(all.get(0).get("superseded").asBoolean()).isTrue();
        assertThat(all.get(1).get("superseded").asBoolean()).isFalse();
    }

    @Test
    void aSupplementAsksOnlyAboutWhatItChanges() {
        var story = stories.withWorker();
        var complete = story.example("data-steward", DOSSIER);
        facts(complete).put("benefitCost", 1.0);
        var dossier = complete.deepCopy();
        facts(dossier).remove("hops");
        story.complete("data-steward", DOSSIER, dossier).ok();
        assertThat(story.openKeys()).as("hops and benefit").containsExactly(FINDING, FINDING);
        acceptTheBenefitOnly(story);
        story.complete("data-steward", DOSSIER, complete).ok();

        assertThat(story.openKeys()).as("the benefit is what it was").containsExactly(PAPERS);
        var kept = story.finding("D-35").get("reviews").get(0);
        assertThat(kept.get("answer").asText()).isEqualTo("ACCEPT");
        assertThat(kept.get("kept").asBoolean()).isTrue();
        assertThat(story.admission()).containsEntry("round", 1);
    }

    private void acceptTheBenefitOnly(ProductAdmissions.Story story) {
        for (var task : story.open()) {
            var owner = task.get("candidateGroup").asText().equals("BUSINESS_OWNER");
            api.write(
                            owner ? "business-owner" : "data-steward-2",
                            "/tasks/" + task.get("id").asText() + "/complete",
                            Map.of("answer", owner ? "ACCEPT" : "SUPPLEMENT", "comment", "seen"))
                    .ok();
            jobs.run();
        }
    }

    @Test
    void aFindingWhoseFactsChangeIsAskedAgain() {
        var story = stories.withWorker();
        var complete = story.example("data-steward", DOSSIER);
        facts(complete).put("benefitCost", 1.0);
        var dossier = complete.deepCopy();
        facts(dossier).remove("hops");
        story.complete("data-steward", DOSSIER, dossier).ok();
        acceptTheBenefitOnly(story);
        facts(complete).put("benefitCost", 0.9);
        story.complete("data-steward", DOSSIER, complete).ok();

        assertThat(story.openKeys()).containsExactly(FINDING);
        assertThat(story.finding("D-35").get("reviews").get(0).get("kept").asBoolean())
                .isFalse();
    }

    @Test
    void aFinalRejectionIsRefusedWithoutReviewAndWithoutTest() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        facts(dossier).put("supplierKeepsRequests", true);
        story.complete("data-steward", DOSSIER, dossier).ok();

        assertThat(story.ends()).containsExactly("productTurnedDown");
        assertThat(story.passed()).doesNotContain(FINDING, PAPERS, ARRANGE);
        assertThat(story.admission()).containsEntry("reason", "REJECTED");
    }

    @Test
    void whatIsMissingIsSupplementedAndThenTested() {
        var story = stories.withWorker();
        var complete = story.example("data-steward", DOSSIER);
        var dossier = complete.deepCopy();
        facts(dossier).remove("hops");
        story.complete("data-steward", DOSSIER, dossier).ok();
        assertThat(story.openKeys()).contains(FINDING);
        assertThat(story.task(FINDING).get("candidateGroup").asText()).isEqualTo("DATA_STEWARD");
        story.settleAll(Map.of("answer", "SUPPLEMENT", "comment", "The source chain is missing."));

        assertThat(story.openKeys()).containsExactly(DOSSIER);
        assertThat(story.passed()).doesNotContain(PAPERS);
        story.complete("data-steward", DOSSIER, complete).ok();
        story.settleAll(Map.of("answer", "ACCEPT", "comment", "on file"));
        assertThat(story.openKeys()).containsExactly(PAPERS);
        assertThat(story.admission()).containsEntry("round", 1);
    }

    @Test
    void supplementedTooOftenIsRefused() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        facts(dossier).remove("hops");
        for (int round = 0; round <= 2; round++) {
            story.complete("data-steward", DOSSIER, dossier).ok();
            story.settleAll(Map.of("answer", "SUPPLEMENT", "comment", "The source chain is missing."));
        }

        assertThat(story.ends()).containsExactly("productTurnedDown");
        assertThat(story.admission()).containsEntry("reason", "SUPPLEMENTED_TOO_OFTEN");
    }

    @Test
    void aConditionGoesToTheCommitteeAndStaysWithItsDay() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        facts(dossier).put("benefitCost", 1.0);
        story.complete("data-steward", DOSSIER, dossier).ok();
        assertThat(story.task(FINDING).get("candidateGroup").asText()).isEqualTo("BUSINESS_OWNER");
        story.settleAll(Map.of(
                "answer",
                "ACCEPT_WITH_CONDITION",
                "condition",
                "Show the benefit after a quarter.",
                "dueOn",
                today().plusDays(60).toString()));
        story.lead("compliance", PAPERS);
        story.lead("data-tester", ARRANGE);
        story.match(16_800);
        story.vote("admission-committee", true);
        story.vote("admission-committee-3", true);

        assertThat(story.ends()).containsExactly("productAdmittedForNow");
        assertThat(jdbc.sql("""
                        select c.due_on from sluice.admission_condition c join sluice.admission a on a.id = c.admission
                        where a.case_id = ?
                        """)
                        .param(story.caseId.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today().plusDays(60));
    }

    @Test
    void aRefusedFindingRefusesTheProduct() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        facts(dossier).put("benefitCost", 1.0);
        story.complete("data-steward", DOSSIER, dossier).ok();
        story.settleAll(Map.of("answer", "REFUSE", "comment", "It does not pay."));

        assertThat(story.ends()).containsExactly("productTurnedDown");
    }

    @Test
    void openRegistrationDataIsNotTested() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        facts(dossier).put("lawfullyPublic", true);
        tag(dossier, "PUBLIC_REGISTRATION");
        story.complete("data-steward", DOSSIER, dossier).ok();

        assertThat(story.ends()).containsExactly("productAdmitted");
        assertThat(story.row()).containsEntry("jr_level", 1);
    }

    @Test
    void importantDataIsRefusedWithoutTest() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        tag(dossier, "IMPORTANT_CATALOGUE");
        story.complete("data-steward", DOSSIER, dossier).ok();

        assertThat(story.ends()).containsExactly("productTurnedDown");
    }

    @Test
    void oneSensitiveFieldMakesTheProductSensitiveAndTheCommitteeVotes() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        var facts = facts(dossier);
        facts.put("piaRequired", true).put("nfraGrade", "SENSITIVE_GENERAL").put("jrtPfi", "C2");
        facts.put("productPersonCount", 800_000);
        ((ObjectNode) dossier.get("fields").get(1)).put("tag", "PI_SENSITIVE");
        story.complete("data-steward", DOSSIER, dossier).ok();
        story.settleAll(Map.of("answer", "ACCEPT", "comment", "on file"));
        story.lead("compliance", PAPERS);
        story.lead("data-tester", ARRANGE);
        story.match(16_800);
        story.vote("admission-committee", true);
        story.vote("admission-committee-2", true);

        assertThat(story.row()).containsEntry("jr_level", 4).containsEntry("contains_pi", true);
        assertThat(story.ends()).containsExactly("productAdmitted");
    }

    @Test
    void whoeverHasAnotherRoleOrFiledTheDossierIsRefused() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        story.complete("data-tester", DOSSIER, dossier).refused(403);
        facts(dossier).remove("hops");
        story.complete("data-steward", DOSSIER, dossier).ok();

        story.complete("data-steward", FINDING, Map.of("answer", "ACCEPT", "comment", "mine"))
                .refused(409);
    }

    @Test
    void whatTheRegisterNamesMustBeTaggedAndEveryFactMustFit() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        ((ArrayNode) dossier.get("fields")).remove(0);
        var answer = story.complete("data-steward", DOSSIER, dossier).refused(422);
        assertThat(answer.toString()).contains("\"fields\"");

        var other = story.example("data-steward", DOSSIER);
        facts(other).put("benefitCost", "much");
        assertThat(story.complete("data-steward", DOSSIER, other).refused(422).toString())
                .contains("facts.benefitCost");
    }

    @Test
    void papersOfTomorrowOrOfLongAgoAreRefused() {
        var story = stories.withWorker();
        story.lead("data-steward", DOSSIER);
        story.settleAll(Map.of("answer", "ACCEPT", "comment", "on file"));
        var papers = story.example("compliance", PAPERS);
        papers.put("agreementOn", today().plusDays(1).toString());
        papers.put("assessmentOn", today().minusMonths(13).toString());

        assertThat(story.complete("compliance", PAPERS, papers).refused(422).toString())
                .contains("agreementOn", "assessmentOn");

        papers.remove("agreementNo");
        assertThat(story.complete("compliance", PAPERS, papers).refused(422).toString())
                .as("at once with what is missing")
                .contains("agreementNo", "agreementOn", "assessmentOn");
    }

    @Test
    void aDataSetThatNobodyHoldsIsSaidToWhoeverChoseIt() {
        var story = stories.withWorker();
        story.leadToTest();
        var arranged = story.example("data-tester", ARRANGE);
        arranged.put("supplierDataSet", "gone@1");

        assertThat(story.complete("data-tester", ARRANGE, arranged).refused(422).toString())
                .contains("supplierDataSet");
        assertThat(story.openKeys()).containsExactly(ARRANGE);
    }

    @Test
    void theExamplesOfReviewAndVoteAreAcceptedAsTheyStand() {
        var story = stories.withoutWorker();
        var dossier = story.example("data-steward", DOSSIER);
        facts(dossier).put("benefitCost", 1.0);
        story.complete("data-steward", DOSSIER, dossier).ok();
        story.lead("business-owner", FINDING);
        story.lead("compliance", PAPERS);
        var report = story.example("data-tester", REPORT);
        facts(report).put("accuracyRate", 0.96);
        story.complete("data-tester", REPORT, report.put("matched", 4600)).ok();
        story.lead("admission-committee-2", VOTE);
        story.lead("admission-committee-3", VOTE);

        assertThat(story.ends()).containsExactly("productAdmittedForNow");
    }

    /** Every class of the demo has a listed product, so that they are taken away for as long as is looked. */
    @Test
    void theFirstProductOfAClassOfPublicDataIsToldToTheTable() {
        var story = stories.withoutWorker();
        story.leadToTest();
        assertThat(((ProductOutcomeStep.Facts) outcome.facts(story.caseId)).firstTimePublicData())
                .isFalse();

        var first = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("update sluice.data_product set state = 'RETIRED' where data_class = 'TAX' and id <> ?")
                    .param(story.product)
                    .update();
            return ((ProductOutcomeStep.Facts) outcome.facts(story.caseId)).firstTimePublicData();
        });
        assertThat(first).isTrue();
    }

    @Test
    void noProductIsAdmittedLongerThanItsSourceMayGiveIt() {
        var story = stories.withWorker();
        var dossier = story.example("data-steward", DOSSIER);
        var ends = today().plusMonths(5);
        facts(dossier).put("sourceAuthorizationValidTo", ends.toString());
        story.complete("data-steward", DOSSIER, dossier).ok();
        story.lead("compliance", PAPERS);
        story.lead("data-tester", ARRANGE);
        story.match(16_800);

        assertThat(story.ends()).containsExactly("productAdmitted");
        assertThat(story.row()).containsEntry("admission_ends_on", java.sql.Date.valueOf(ends));
        assertThat(story.card().get("validUntil").asText()).isEqualTo(ends.toString());
    }

    @Test
    void anAuthorizationThatHasEndedIsRefusedAndOneThatEndsOnTheWayIsAskedFor() {
        var late = stories.withWorker();
        var dossier = late.example("data-steward", DOSSIER);
        facts(dossier).put("sourceAuthorizationValidTo", today().minusDays(1).toString());
        late.complete("data-steward", DOSSIER, dossier).ok();
        assertThat(late.ends()).containsExactly("productTurnedDown");
        assertThat(late.finding("D-01b").get("severity").asText()).isEqualTo("REJECT");

        var story = stories.withWorker();
        story.leadToTest();
        assertThat(((ProductOutcomeStep.Facts) outcome.facts(story.caseId)).manualOpen())
                .isZero();
        var open = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            update sluice.admission_dossier d
                            set facts = jsonb_set(d.facts, '{sourceAuthorizationValidTo}', to_jsonb(?::text))
                            from sluice.admission a where a.id = d.admission and a.case_id = ?
                            """)
                    .params(today().minusDays(1).toString(), story.caseId.value())
                    .update();
            return ((ProductOutcomeStep.Facts) outcome.facts(story.caseId)).manualOpen();
        });
        assertThat(open).isEqualTo(1);
    }

    @Test
    void aRetiredProductIsAdmittedAnewOrIsAgainWhatItWas() {
        var story = stories.retired();
        assertThat(story.row()).containsEntry("state", "UNDER_REVIEW");
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.match(16_800);
        assertThat(story.row()).containsEntry("state", "ADMITTED");

        var other = stories.retired();
        other.cancel();
        assertThat(other.row()).containsEntry("state", "RETIRED");
    }

    @Test
    void theProductsPageOfTheApiShowsTheAdmission() {
        var story = stories.withWorker();
        story.leadToTest();
        var code = story.row().get("code");

        var seen = api.read("data-steward", "/products/" + code + "/admissions").ok();
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("state").asText()).isEqualTo("OPEN");
        assertThat(seen.get(0).get("kind").asText()).isEqualTo("PRODUCT");
        var sheet = api.read("data-tester", "/cases/" + story.caseId).ok();
        assertThat(sheet.get("tables").toString()).contains("productFields", "UNTAGGED");
        assertThat(sheet.get("facts").toString()).contains("testAgreement", "TEST-NDA-001");
    }

    @Test
    void aCancelledAdmissionLeavesTheProductAsItWasAndNoTestRunning() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.cancel();
        story.cancel();

        assertThat(story.admission()).containsEntry("state", "CANCELLED");
        assertThat(story.row()).containsEntry("state", "DRAFT");
        assertThat(tests.result(story.job()).state()).isEqualTo(MatchTestState.CANCELLED);
    }

    @Test
    void aJobThatIsRunAgainChangesNothing() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        story.match(16_800);
        var before = story.row().get("version");
        var actions = story.actions();
        new TransactionTemplate(transactions).executeWithoutResult(status -> admission.admit(story.caseId));

        assertThat(story.row()).containsEntry("version", before);
        assertThat(story.actions()).isEqualTo(actions);
    }

    /** Wherever it stands, also while the workers compute. */
    @Test
    void aBlacklistedSupplierStopsTheAdmissionOfItsProductsAndTheirTests() {
        var story = stories.withWorker();
        story.leadToTest();
        story.lead("data-tester", ARRANGE);
        var supplier = jdbc.sql("""
                        select s.code from sluice.supplier s join sluice.data_product p on p.supplier = s.id where p.id = ?
                        """).param(story.product).query(String.class).single();
        var entry = blacklistings.list(supplier);
        try {
            purchases.deliver(story.caseId.toString());

            assertThat(story.ends()).contains("dataAdmissionStopped");
            assertThat(story.flag("admitted")).isEqualTo(false);
            assertThat(story.open()).isEmpty();
            assertThat(story.admission()).containsEntry("state", "REFUSED").containsEntry("reason", "BLACKLISTED");
            assertThat(story.row()).containsEntry("state", "REJECTED");
            assertThat(tests.result(story.job()).state()).isEqualTo(MatchTestState.CANCELLED);
            assertThat(story.actions()).contains("admission.stopped");
        } finally {
            blacklistings.revoke(entry);
        }
    }

    private static ObjectNode facts(ObjectNode dossier) {
        return (ObjectNode) dossier.get("facts");
    }

    private static void tag(ObjectNode dossier, String tag) {
        dossier.get("fields").forEach(field -> ((ObjectNode) field).put("tag", tag));
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }
}
