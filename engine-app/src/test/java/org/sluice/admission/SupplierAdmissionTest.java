package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Date;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.Blacklistings;
import org.sluice.support.HouseTest;
import org.sluice.support.PathsPassed;
import org.sluice.support.Purchases;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of a supplier's admission, taken by the people of the demo over the API; at the end: none was left out. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupplierAdmissionTest extends SupplierStage {

    private static final Map<String, Object> ACCEPT = Map.of("answer", "ACCEPT", "comment", "looked at");

    @Autowired
    private Clock clock;

    private PathsPassed paths;

    @Autowired
    private SupplierAdmission supplierAdmission;

    @Autowired
    private Blacklistings blacklistings;

    @Autowired
    private Purchases purchases;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @Test
    void aSoundSupplierIsAdmittedForTwoYearsAndNobodyIsAsked() {
        var supplier = supplier();
        var caseId = begun(supplier);
        assertThat(row(supplier).get("state")).isEqualTo("UNDER_REVIEW");
        assertThat(admissions.supplierValidUntil(supplier)).isEmpty();

        file(caseId);

        assertThat(openTasks(caseId)).isEmpty();
        assertThat(row(supplier).get("state")).isEqualTo("QUALIFIED");
        assertThat(row(supplier).get("admitted_on")).isEqualTo(Date.valueOf(today()));
        assertThat(row(supplier).get("admission_ends_on")).isEqualTo(Date.valueOf(today().plusMonths(24)));
        assertThat(admissions.supplierValidUntil(supplier)).contains(today().plusMonths(24));
        var admission = admission(caseId);
        assertThat(admission.get("state").asText()).isEqualTo("ADMITTED");
        assertThat(admission.get("outcome").asText()).isEqualTo("QUALIFIED");
        assertThat(admission.get("findings")).isEmpty();
        assertThat(flag(caseId, "admitted")).isTrue();
        keep(caseId, "supplierAdmitted");
    }

    @Test
    void importantOutsourcingIsVotedOnByTwo() {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId, "importantOutsourcing", true);
        assertThat(openTasks(caseId))
                .containsExactly("voteOnSupplier ADMISSION_COMMITTEE", "voteOnSupplier ADMISSION_COMMITTEE");
        var first = task("admission-committee", caseId, "voteOnSupplier");
        assertThat(first.at("/subject/en").asText()).contains("SUP-");
        assertThat(first.get("notForYou").isNull()).isTrue();
        for (var task :
                api.read("admission-committee", "/tasks?caseId=" + caseId).ok().get("items")) {
            claim("admission-committee", task).ok();
        }

        completeTask("admission-committee", first.get("id").asText(), first.get("example"))
                .ok();
        assertThat(openTasks(caseId)).hasSize(1);
        var other = task("admission-committee", caseId, "voteOnSupplier");
        assertThat(other.get("assignee").isNull())
                .as("given back with the vote")
                .isTrue();
        assertThat(other.get("notForYou").asText()).contains("You have voted on this already");
        assertThat(task("admission-committee-2", caseId, "voteOnSupplier")
                        .get("notForYou")
                        .isNull())
                .isTrue();
        assertThat(claim("admission-committee", other)
                        .refused(409)
                        .get("detail")
                        .asText())
                .contains("voted");
        assertThat(complete("admission-committee", caseId, "voteOnSupplier", Map.of("inFavour", true))
                        .refused(409)
                        .get("detail")
                        .asText())
                .contains("voted");
        complete("admission-committee-2", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .ok();

        assertThat(row(supplier).get("admission_ends_on")).isEqualTo(Date.valueOf(today().plusMonths(12)));
        assertThat(admission(caseId).get("votes")).hasSize(2);
        keep(caseId, "voteOnSupplier", "supplierAdmitted");
    }

    private Api.Answer claim(String user, JsonNode task) {
        return api.write(user, "/tasks/" + task.get("id").asText() + "/claim", Map.of());
    }

    @Test
    void votesAtTheSameMomentAllCount() throws Exception {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId, "importantOutsourcing", true);
        var open = api.read("admission-committee", "/tasks?caseId=" + caseId + "&key=voteOnSupplier")
                .ok()
                .get("items")
                .findValuesAsText("id");
        var members = List.of("admission-committee", "admission-committee-2");
        var pool = Executors.newFixedThreadPool(2);
        try {
            var votes = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 2; i++) {
                var member = members.get(i);
                var task = open.get(i);
                votes.add(() -> api.write(member, "/tasks/" + task + "/complete", Map.of("inFavour", true))
                        .status());
            }
            for (var answer : pool.invokeAll(votes)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
        jobs.run();

        assertThat(row(supplier).get("state")).isEqualTo("QUALIFIED");
        assertThat(admission(caseId).get("votes")).hasSize(2);
    }

    @Test
    void aTieIsNoMajority() {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId, "importantOutsourcing", true);

        complete("admission-committee-2", caseId, "voteOnSupplier", Map.of("inFavour", false))
                .refused(422);
        complete("admission-committee-2", caseId, "voteOnSupplier", Map.of("inFavour", false, "comment", "too new"))
                .ok();
        complete("admission-committee", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .ok();

        assertThat(row(supplier).get("state")).isEqualTo("REJECTED");
        assertThat(admission(caseId).get("refusedFor").asText()).isEqualTo("VOTED_DOWN");
        assertThat(flag(caseId, "admitted")).isFalse();
        keep(caseId, "voteOnSupplier", "supplierTurnedDown");
    }

    @Test
    void aRejectionThatNobodyMayWaiveAsksNobody() {
        var supplier = supplier();
        var caseId = begun(supplier);

        file(caseId, "dishonestJudgmentDebtor", true, "abnormalOperation", true);

        assertThat(openTasks(caseId)).isEmpty();
        assertThat(row(supplier).get("state")).isEqualTo("REJECTED");
        var findings = admission(caseId).get("findings");
        assertThat(findings.findValuesAsText("rule")).contains("S-03", "S-06");
        assertThat(findings.get(0).at("/text/zh").asText()).isEqualTo("被列为失信被执行人");
        assertThat(findings.get(0).at("/text/en").asText()).isEqualTo("Listed as dishonest judgment debtor");
        assertThat(findings.get(0).get("remedy").get("en").asText()).isNotEmpty();
        assertThat(findings.get(0).get("housePolicy").asBoolean()).isTrue();
        keep(caseId, "supplierTurnedDown");
    }

    @Test
    void aRejectionIsWaivedByItsReviewGroupOrNot() {
        var waived = begun(supplier());
        file(waived, "majorIllegalCount36m", 1);
        assertThat(openTasks(waived)).containsExactly("settleSupplierFinding ADMISSION_COMMITTEE");
        complete("admission-committee", waived, "settleSupplierFinding", ACCEPT).ok();
        assertThat(admission(waived).get("state").asText()).isEqualTo("ADMITTED");

        var refused = begun(supplier());
        file(refused, "majorIllegalCount36m", 1);
        complete("admission-committee", refused, "settleSupplierFinding", Map.of("answer", "REFUSE"))
                .refused(422);
        complete(
                        "admission-committee",
                        refused,
                        "settleSupplierFinding",
                        Map.of("answer", "REFUSE", "comment", "not rectified"))
                .ok();
        assertThat(admission(refused).get("state").asText()).isEqualTo("REFUSED");
        keep(waived, "settleSupplierFinding");
        keep(refused, "settleSupplierFinding");
    }

    @Test
    void eachRoleOfAFindingIsAskedAtOnceAndTwoPeopleAnswer() {
        var caseId = begun(supplier());
        file(caseId, "underCriminalInvestigation", true);
        assertThat(openTasks(caseId))
                .containsExactly("settleSupplierFinding COMPLIANCE", "settleSupplierFinding LEGAL");
        var ofLegal = task("legal", caseId, "settleSupplierFinding");
        assertThat(ofLegal.get("item").asText())
                .isEqualTo(
                        admission(caseId)
                                        .at("/findings/0/reviews")
                                        .findValuesAsText("role")
                                        .get(0)
                                        .equals("LEGAL")
                                ? admission(caseId)
                                        .at("/findings/0/reviews/0/id")
                                        .asText()
                                : admission(caseId)
                                        .at("/findings/0/reviews/1/id")
                                        .asText());

        completeTask("legal", ofLegal.get("id").asText(), ofLegal.get("example"))
                .ok();
        assertThat(admission(caseId).get("state").asText()).isEqualTo("OPEN");
        withRole("legal", "COMPLIANCE", () -> complete("legal", caseId, "settleSupplierFinding", ACCEPT)
                .refused(409));
        complete("compliance", caseId, "settleSupplierFinding", ACCEPT).ok();

        assertThat(admission(caseId).get("state").asText()).isEqualTo("ADMITTED");
    }

    @Test
    void aMissingFactSendsTheDossierBackUntilItIsThere() {
        var caseId = begun(supplier());
        file(caseId, "taxProof", null);
        assertThat(openTasks(caseId)).containsExactly("settleSupplierFinding SUPPLIER_REVIEWER");

        supplement(caseId);
        assertThat(openTasks(caseId)).containsExactly("fileSupplierDossier PROCUREMENT");
        assertThat(admission(caseId).get("round").asInt()).isEqualTo(1);
        complete(
                        "procurement-2",
                        caseId,
                        "fileSupplierDossier",
                        task("procurement-2", caseId, "fileSupplierDossier").get("example"))
                .ok();

        assertThat(admission(caseId).get("state").asText()).isEqualTo("ADMITTED");
        assertThat(admission(caseId).get("dossiers")).hasSize(2);
        keep(caseId, "settleSupplierFinding");
    }

    @Test
    void aSupplementAsksOnlyWhomItTouches() {
        var caseId = begun(supplier());
        file(caseId, "taxProof", null, "abnormalOperation", true);
        complete("procurement-head", caseId, "settleSupplierFinding", condition(30))
                .ok();
        supplement(caseId);

        file(caseId);
        assertThat(openTasks(caseId))
                .as("the condition stands, and the committee votes")
                .containsExactly("voteOnSupplier ADMISSION_COMMITTEE", "voteOnSupplier ADMISSION_COMMITTEE");
        vote(caseId, true);
        var admission = admission(caseId);
        assertThat(admission.at("/conditions/0/text/en").asText()).isEqualTo("off the list");
        assertThat(admission.get("conditions")).hasSize(1);
    }

    @Test
    void aRestrictedSupplierIsAdmittedForOneOrderAndStaysRestricted() {
        var supplier = supplier();
        become(supplier, "RESTRICTED");
        var caseId = begun(supplier);
        assertThat(row(supplier).get("state")).isEqualTo("RESTRICTED");
        file(caseId);

        assertThat(flag(caseId, "admitted")).isTrue();
        assertThat(row(supplier).get("state"))
                .as("rectification lifts it, and no admission")
                .isEqualTo("RESTRICTED");
        assertThat(admissions.isRefused(CaseId.of(caseId), supplier)).isFalse();
        assertThat(admissions.supplierValidUntil(supplier))
                .as("the next order asks for one of its own")
                .isEmpty();
    }

    @Test
    void aSupplierThatIsSuspendedOnTheWayIsRefused() {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId, "abnormalOperation", true);
        become(supplier, "SUSPENDED");
        complete("procurement-head", caseId, "settleSupplierFinding", ACCEPT).ok();

        assertThat(flag(caseId, "admitted")).isFalse();
        assertThat(row(supplier).get("state")).isEqualTo("SUSPENDED");
        assertThat(admission(caseId).get("refusedFor").asText()).isEqualTo("BARRED");
        assertThat(admissions.isRefused(CaseId.of(caseId), supplier)).isTrue();
    }

    @Test
    void aSuspensionGivesBackWhatTheAdmissionHasMadeOfTheSupplier() {
        var refused = supplier();
        var caseId = begun(refused);
        var bar = suspended(refused);
        file(caseId, "dishonestJudgmentDebtor", true);
        assertThat(admission(caseId).get("state").asText()).isEqualTo("REFUSED");
        assertThat(row(refused).get("state")).isEqualTo("SUSPENDED");
        endSuspension(bar);
        assertThat(row(refused).get("state")).as("refused by a rule").isEqualTo("REJECTED");

        var barred = supplier();
        var otherCase = begun(barred);
        var otherBar = suspended(barred);
        file(otherCase);
        assertThat(admission(otherCase).get("refusedFor").asText()).isEqualTo("BARRED");
        endSuspension(otherBar);
        assertThat(row(barred).get("state"))
                .as("nothing but the suspension stood against it")
                .isEqualTo("POTENTIAL");

        var cancelled = supplier();
        var lastCase = begun(cancelled);
        var lastBar = suspended(cancelled);
        transaction.executeWithoutResult(status -> admissions.cancel(CaseId.of(lastCase)));
        endSuspension(lastBar);
        assertThat(row(cancelled).get("state")).isEqualTo("POTENTIAL");

        var late = supplier();
        var lateBar = suspended(late);
        var lateCase = begun(late);
        endSuspension(lateBar);
        assertThat(row(late).get("state")).as("its admission is still open").isEqualTo("UNDER_REVIEW");
        file(lateCase);
        assertThat(row(late).get("state")).isEqualTo("QUALIFIED");
    }

    /** @return the case of the proposal */
    private String suspended(UUID supplier) {
        var proposal = Map.of("reason", "DATA_LEAK", "severity", "LARGER", "evidence", "The authority has written.");
        var bar = api.write("procurement", "/suppliers/" + code(supplier) + "/blacklist", proposal)
                .ok()
                .get("caseId")
                .asText();
        var until = WorkingDays.today(clock).plusDays(20).toString();
        api.write("compliance", "/cases/" + bar + "/suspension", Map.of("endsOn", until, "reason", "until it is known"))
                .ok();
        assertThat(row(supplier).get("state")).isEqualTo("SUSPENDED");
        return bar;
    }

    private String code(UUID supplier) {
        return jdbc.sql("select code from sluice.supplier where id = ?")
                .param(supplier)
                .query(String.class)
                .single();
    }

    /** And nothing of the proposal is left for the next test. */
    private void endSuspension(String bar) {
        api.write("compliance", "/cases/" + bar + "/suspension/end", Map.of("reason", "it cooperates"))
                .ok();
        jobs.run();
        jdbc.sql("update sluice.blacklist_entry set state = 'CLOSED', ended_at = now() where case_id = ?::uuid")
                .param(bar)
                .update();
    }

    private void become(UUID supplier, String state) {
        jdbc.sql("update sluice.supplier set state = ? where id = ?")
                .params(state, supplier)
                .update();
    }

    @Test
    void whatIsStillMissingAfterTheLastSupplementIsRefused() {
        var caseId = begun(supplier());
        for (int round = 0; round < 3; round++) {
            file(caseId, "taxProof", null);
            supplement(caseId);
        }

        assertThat(openTasks(caseId)).isEmpty();
        assertThat(admission(caseId).get("state").asText()).isEqualTo("REFUSED");
        assertThat(admission(caseId).get("refusedFor").asText()).isEqualTo("SUPPLEMENTED_TOO_OFTEN");
    }

    @Test
    void aConditionHasADayAndAShortAdmission() {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId, "abnormalOperation", true);
        assertThat(openTasks(caseId)).containsExactly("settleSupplierFinding PROCUREMENT_HEAD");

        assertThat(complete("procurement-head", caseId, "settleSupplierFinding", condition(91))
                        .refused(422)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("dueOn");
        complete("procurement-head", caseId, "settleSupplierFinding", Map.of("answer", "ACCEPT_WITH_CONDITION"))
                .refused(422);
        complete("procurement-head", caseId, "settleSupplierFinding", condition(30))
                .ok();
        complete("admission-committee", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .ok();
        complete("admission-committee-2", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .ok();

        var admission = admission(caseId);
        assertThat(admission.get("outcome").asText()).isEqualTo("CONDITIONALLY_QUALIFIED");
        assertThat(admission.at("/conditions/0/text/en").asText()).isEqualTo("off the list");
        assertThat(admission.at("/conditions/0/dueOn").asText())
                .isEqualTo(today().plusDays(30).toString());
        assertThat(row(supplier).get("admission_ends_on")).isEqualTo(Date.valueOf(today().plusMonths(3)));
        keep(caseId, "voteOnSupplier");
    }

    @Test
    void whoFiledNeitherSettlesNorVotesAndTheInitiatorDoesNothing() {
        var caseId = begun(supplier());
        withRole("business-requester", "PROCUREMENT", () -> complete(
                        "business-requester", caseId, "fileSupplierDossier", dossier(caseId))
                .refused(409));
        file(caseId, "abnormalOperation", true, "importantOutsourcing", true);
        withRole("procurement", "PROCUREMENT_HEAD", () -> complete(
                        "procurement", caseId, "settleSupplierFinding", ACCEPT)
                .refused(409));
        withRole("business-requester", "PROCUREMENT_HEAD", () -> complete(
                        "business-requester", caseId, "settleSupplierFinding", ACCEPT)
                .refused(409));
        complete("procurement-head", caseId, "settleSupplierFinding", ACCEPT).ok();
        withRole("procurement", "ADMISSION_COMMITTEE", () -> complete(
                        "procurement", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .refused(409));
        withRole("business-requester", "ADMISSION_COMMITTEE", () -> complete(
                        "business-requester", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .refused(409));
        assertThat(openTasks(caseId)).hasSize(2);
    }

    @Test
    void aWrongRoleIsRefused() {
        var caseId = begun(supplier());
        var dossier = task("procurement", caseId, "fileSupplierDossier");
        completeTask("finance", dossier.get("id").asText(), dossier.get("example"))
                .refused(403);
        file(caseId, "abnormalOperation", true);
        var finding = task("procurement-head", caseId, "settleSupplierFinding");
        completeTask("legal", finding.get("id").asText(), ACCEPT).refused(403);
        complete("procurement-head", caseId, "settleSupplierFinding", condition(1))
                .ok();
        var vote = task("admission-committee", caseId, "voteOnSupplier");
        completeTask("procurement-head", vote.get("id").asText(), Map.of("inFavour", true))
                .refused(403);
    }

    @Test
    void aDossierNamesEveryFactThatDoesNotFit() {
        var caseId = begun(supplier());
        var problem = complete(
                        "procurement",
                        caseId,
                        "fileSupplierDossier",
                        dossier(
                                caseId,
                                "colour",
                                "red",
                                "taxProof",
                                "yes",
                                "mlpsLevel",
                                2.5,
                                "classShare",
                                "much",
                                "checkedOn",
                                "2026-13-01",
                                "registrationStatus",
                                "FINE",
                                "creditPermits",
                                "ENTERPRISE_FILED",
                                "bidders",
                                List.of()))
                .refused(422);

        assertThat(problem.get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "facts.colour",
                        "facts.taxProof",
                        "facts.mlpsLevel",
                        "facts.classShare",
                        "facts.checkedOn",
                        "facts.registrationStatus",
                        "facts.creditPermits",
                        "facts.bidders");
        assertThat(openTasks(caseId)).containsExactly("fileSupplierDossier PROCUREMENT");
    }

    @Test
    void whatTheHouseKnowsTakesThePlaceOfWhatIsEntered() {
        var supplier = supplier();
        jdbc.sql("update sluice.supplier set state = 'BLACKLISTED' where id = ?")
                .param(supplier)
                .update();
        var caseId = begun(supplier);

        file(caseId, "blacklisted", false);

        assertThat(admission(caseId).get("findings").findValuesAsText("rule")).contains("S-11");
        assertThat(row(supplier).get("state"))
                .as("refusing takes nobody off the list")
                .isEqualTo("BLACKLISTED");
    }

    @Test
    void aJobThatRunsAgainChangesNothing() {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId, "abnormalOperation", true);
        var screened = state(caseId);
        transaction.executeWithoutResult(status ->
                assertThat(supplierAdmission.screen(CaseId.of(caseId))).isEqualTo(1));
        assertThat(state(caseId)).isEqualTo(screened);
        complete("procurement-head", caseId, "settleSupplierFinding", ACCEPT).ok();
        var admitted = state(caseId);

        transaction.executeWithoutResult(status -> {
            supplierAdmission.admit(CaseId.of(caseId));
            supplierAdmission.refuse(CaseId.of(caseId));
        });

        assertThat(state(caseId)).isEqualTo(admitted);
        assertThat(row(supplier).get("state")).isEqualTo("QUALIFIED");
    }

    @Test
    void oneIsOpenInACaseAtATimeAndACancelledOneLeavesTheSupplierAsItWas() {
        var supplier = supplier();
        var other = supplier();
        var caseId = begun(supplier);
        var open = open(caseId, supplier);

        assertThat(open(caseId, supplier)).isEqualTo(open);
        assertThatThrownBy(() -> open(caseId, other)).isInstanceOf(Conflict.class);
        transaction.executeWithoutResult(status -> admissions.cancel(CaseId.of(caseId)));

        assertThat(row(supplier).get("state")).isEqualTo("POTENTIAL");
        assertThat(admission(caseId).get("state").asText()).isEqualTo("CANCELLED");
        assertThat(open(caseId, other)).isNotEqualTo(open);
    }

    @Test
    void theSamePeopleVoteOnTheNextSupplierOfTheCase() {
        var caseId = begun(supplier());
        file(caseId, "importantOutsourcing", true);
        vote(caseId, false);
        var next = supplier();
        begin(caseId, next);
        file(caseId, "importantOutsourcing", true);
        vote(caseId, true);

        assertThat(row(next).get("state")).isEqualTo("QUALIFIED");
        assertThat(api.read("audit", "/cases/" + caseId + "/admissions").ok()).hasSize(2);
    }

    @Test
    void aSuppliersAdmissionsAreForTheBanksOwnPeople() {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId);
        var code = admission(caseId).get("code").asText();

        assertThat(api.read("finance", "/suppliers/" + code + "/admissions")
                        .ok()
                        .get(0)
                        .get("caseId")
                        .asText())
                .isEqualTo(caseId);
        api.read("supplier-contact", "/suppliers/" + code + "/admissions").refused(403);
        api.read("supplier-contact", "/cases/" + caseId + "/admissions").refused(403);
        api.read("br01-business-owner", "/cases/" + caseId + "/admissions").refused(403);
        api.read("finance", "/suppliers/SUP-99999/admissions").refused(404);
    }

    @Test
    void aBlacklistedSupplierStopsTheAdmissionAndNoNewOneBegins() {
        var supplier = supplier();
        var code = jdbc.sql("select code from sluice.supplier where id = ?")
                .param(supplier)
                .query(String.class)
                .single();
        var caseId = begun(supplier);
        assertThat(openTasks(caseId)).containsExactly("fileSupplierDossier PROCUREMENT");
        var dossier = dossier(caseId);
        var task = task("procurement", caseId, "fileSupplierDossier").get("id").asText();
        var entry = blacklistings.list(code);
        purchases.deliver(caseId);

        assertThat(openTasks(caseId)).isEmpty();
        completeTask("procurement", task, dossier).refused(409);
        assertThat(admission(caseId).get("state").asText()).isEqualTo("REFUSED");
        assertThat(admission(caseId).get("refusedFor").asText()).isEqualTo("BLACKLISTED");
        assertThat(flag(caseId, "admitted")).isFalse();
        assertThat(row(supplier).get("state")).isEqualTo("BLACKLISTED");
        keep(caseId, "supplierAdmissionStopped");
        var another = handedOver();
        assertThatThrownBy(() -> open(another, supplier))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("conflict.supplierListed"));

        blacklistings.revoke(entry);
        assertThat(row(supplier).get("state")).as("nobody reviews it any more").isEqualTo("POTENTIAL");
        assertThat(open(another, supplier)).isNotNull();
    }

    @Test
    void whoeverStandsBehindABlacklistedSupplierIsLookedAtByTheCommittee() {
        var supplier = supplier();
        var listed = supplier();
        jdbc.sql("""
                        insert into sluice.related_party (supplier, related, tie, share, since)
                        values (?, ?, 'BENEFICIAL_OWNER', 0.4, now())
                        """).params(listed, supplier).update();
        var entry = blacklistings.list(jdbc.sql("select code from sluice.supplier where id = ?")
                .param(listed)
                .query(String.class)
                .single());
        var caseId = begun(supplier);
        file(caseId, "blacklistedOwnership", 0);

        assertThat(admission(caseId).get("findings").findValuesAsText("rule")).contains("S-12");
        blacklistings.revoke(entry);
    }

    @Test
    void aMessageAloneStopsNoAdmission() {
        var supplier = supplier();
        var caseId = begun(supplier);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> admissions.acknowledgeStop(CaseId.of(caseId), AdmissionKind.SUPPLIER)))
                .isInstanceOf(Conflict.class);
        file(caseId);
        assertThat(row(supplier).get("state")).isEqualTo("QUALIFIED");
    }

    /** Runs last: JUnit calls it after every test of this class. */
    @AfterAll
    void noPathWasLeftOut() {
        paths.assertNoneLeftOut(SupplierAdmissionProcess.KEY, FlowNode.class);
    }

    private void keep(String caseId, String... elements) {
        paths.assertPassed(SupplierAdmissionProcess.KEY, caseId, elements);
    }

    private void vote(String caseId, boolean inFavour) {
        for (var member : Set.of("admission-committee", "admission-committee-2")) {
            complete(member, caseId, "voteOnSupplier", Map.of("inFavour", inFavour, "comment", "so be it"))
                    .ok();
        }
    }

    private void supplement(String caseId) {
        complete(
                        "supplier-reviewer",
                        caseId,
                        "settleSupplierFinding",
                        Map.of("answer", "SUPPLEMENT", "comment", "the tax office's certificate"))
                .ok();
    }

    private Map<String, Object> condition(int days) {
        return Map.of(
                "answer", "ACCEPT_WITH_CONDITION",
                "condition", "off the list",
                "dueOn", today().plusDays(days).toString());
    }

    private UUID open(String caseId, UUID supplier) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> admissions.openSupplier(CaseId.of(caseId), supplier)));
    }

    private boolean flag(String caseId, String name) {
        return (Boolean) history.createHistoricVariableInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .processDefinitionKey(SupplierAdmissionProcess.KEY)
                        .singleResult()
                        .getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    private String state(String caseId) {
        return jdbc.sql("""
                        select (select json_agg(a order by a.id)::text from sluice.admission a where a.case_id = c.case_id)
                            || (select count(*) from sluice.admission_finding f join sluice.admission a on a.id = f.admission
                                where a.case_id = c.case_id)
                            || '/' || (select count(*) from sluice.audit_event e where e.case_id = c.case_id)
                            || '/' || (select count(*) from sluice.decision_record d where d.case_id = c.case_id)
                            || '/' || (select count(*) from sluice.admission_condition k join sluice.admission a on a.id = k.admission
                                where a.case_id = c.case_id)
                        from sluice.case_file c where c.case_id = ?::uuid
                        """).param(caseId).query(String.class).single();
    }
}
