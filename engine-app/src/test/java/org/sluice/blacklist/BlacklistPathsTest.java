package org.sluice.blacklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.process.blacklist.SupplierSuspensionProcess;
import org.sluice.shared.Flow;
import org.sluice.shared.WorkingDays;
import org.sluice.support.HouseTest;
import org.sluice.support.PathsPassed;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way of an entry, taken by the people of the demo over the API; at the end: none was left out. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlacklistPathsTest extends BlacklistStage {

    private static final Map<String, Object> NO = Map.of("inFavour", false, "comment", "the papers do not carry it");

    private static final List<String> MODELS = List.of(
            SupplierBlacklistProcess.KEY,
            BlacklistListingProcess.KEY,
            BlacklistLiftingProcess.KEY,
            SupplierSuspensionProcess.KEY);

    private PathsPassed paths;

    @Autowired
    private BlacklistSteps steps;

    @Autowired
    private Blacklist blacklist;

    @Autowired
    private ManagementService timers;

    @Autowired
    private Flow flow;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @Test
    void confirmedAnsweredAndApprovedItIsListedAndEndsWithItsTerm() {
        var code = supplier();
        var caseId = proposed(code, "POOR_PERFORMANCE", "ORDINARY");
        assertThat(openTasks(caseId))
                .containsExactly("investigateSupplier SUPPLIER_REVIEWER", "investigateSupplier SUPPLIER_REVIEWER");
        assertThat(state(code)).as("nothing happens to it before").isEqualTo("QUALIFIED");
        asExample("supplier-reviewer", caseId, "investigateSupplier");
        assertThat(entryState(caseId)).isEqualTo("INVESTIGATING");
        complete("supplier-reviewer", caseId, "investigateSupplier", Map.of("confirmed", true, "finding", "again"))
                .refused(409);
        asExample("supplier-reviewer-2", caseId, "investigateSupplier");
        asExample("compliance", caseId, "noticeSupplier");
        assertThat(entryState(caseId)).isEqualTo("NOTICED");
        asExample("compliance", caseId, "recordReply");
        assertThat(openTasks(caseId)).containsExactly("approveListing COMPLIANCE");
        complete("compliance", caseId, "approveListing", Map.of("inFavour", true))
                .refused(409);
        asExample("compliance-2", caseId, "approveListing");
        assertThat(openTasks(caseId)).containsExactly("approveListing CHIEF_COMPLIANCE_OFFICER");
        asExample("chief-compliance-officer", caseId, "approveListing");

        assertThat(state(code)).isEqualTo("BLACKLISTED");
        assertThat(blacklist.isListed(id(code))).isTrue();
        assertThat(entryState(caseId)).isEqualTo("EFFECTIVE");
        assertThat(entry(caseId).get("endsOn").asText())
                .isEqualTo(today().plusMonths(12).toString());
        assertThat(openTasks(caseId)).containsExactly("recordAppeal COMPLIANCE");
        assertThat(actions(caseId)).contains("blacklist.proposed", "blacklist.noticed", "blacklist.listed");
        keep(caseId, "supplierOnTheList");

        jobs.due(caseId, "appealOverdue");
        jobs.due(caseId, "reviewTime");
        complete("compliance", caseId, "reviewListing", Map.of("conditionsMet", false, "comment", "not all of it"))
                .ok();
        jobs.due(caseId, "termEnds");
        assertThat(entryState(caseId)).isEqualTo("EXPIRED");
        assertThat(state(code)).as("it is admitted anew").isEqualTo("POTENTIAL");
        assertThat(blacklist.isListed(id(code))).isFalse();
        assertThat(intakes.outcome(caseId)).isEqualTo("blacklistExpired");
        keep(caseId, "appealOverdue", "listingExpired");
        again(() -> steps.expire(CaseId.of(caseId)));
        again(() -> steps.list(CaseId.of(caseId)));
        assertThat(entryState(caseId)).isEqualTo("EXPIRED");
    }

    @Test
    void silenceEndsTheWaitAndAnUnreviewedEntryEndsAllTheSame() {
        var code = supplier();
        var caseId = noticed(code, "DATA_LEAK", "GENERAL");
        jobs.due(caseId, "replyOverdue");
        assertThat(actions(caseId)).contains("blacklist.notAnswered");
        asExample("compliance-2", caseId, "approveListing");
        asExample("chief-compliance-officer", caseId, "approveListing");
        jobs.due(caseId, "appealOverdue");
        jobs.due(caseId, "reviewTime");
        jobs.due(caseId, "reviewOverdue");

        assertThat(entryState(caseId)).isEqualTo("EXPIRED");
        keep(caseId, "replyOverdue", "noteSilence", "reviewOverdue");
    }

    @Test
    void whatTheInvestigatorsDoNotBothConfirmIsClosedWithTheReason() {
        for (var second : List.of(true, false)) {
            var code = supplier();
            var caseId = proposed(code, "FAKE_DATA", "ORDINARY");
            complete(
                            "supplier-reviewer",
                            caseId,
                            "investigateSupplier",
                            Map.of("confirmed", false, "finding", "nothing to be found"))
                    .ok();
            complete(
                            "supplier-reviewer-2",
                            caseId,
                            "investigateSupplier",
                            Map.of("confirmed", second, "finding", "as I see it"))
                    .ok();

            assertThat(entryState(caseId)).isEqualTo("CLOSED");
            assertThat(state(code)).isEqualTo("QUALIFIED");
            assertThat(intakes.sheet(caseId).get("facts").toString())
                    .contains(second ? "INVESTIGATORS_DISAGREE" : "NOT_CONFIRMED");
            keep(caseId, "proposalClosed");
        }
    }

    @Test
    void eitherApproverCanRefuse() {
        for (var refuser : List.of("compliance-2", "chief-compliance-officer")) {
            var code = supplier();
            var caseId = noticed(code, "BRIBERY", "ORDINARY");
            asExample("compliance", caseId, "recordReply");
            if (!refuser.equals("compliance-2")) {
                asExample("compliance-2", caseId, "approveListing");
            }
            complete(refuser, caseId, "approveListing", Map.of("inFavour", false))
                    .refused(422);
            complete(refuser, caseId, "approveListing", NO).ok();

            assertThat(entryState(caseId)).isEqualTo("CLOSED");
            assertThat(intakes.sheet(caseId).get("facts").toString()).contains("NOT_APPROVED");
            assertThat(state(code)).isEqualTo("QUALIFIED");
        }
    }

    @Test
    void aPermanentEntryNeedsTheWholeCommittee() {
        var code = supplier();
        var caseId = approved(code, "UNLAWFUL_SOURCE", "AUTHORITY_RULING");
        assertThat(openTasks(caseId))
                .containsExactly("voteOnListing ADMISSION_COMMITTEE", "voteOnListing ADMISSION_COMMITTEE");
        assertThat(state(code)).isEqualTo("QUALIFIED");
        asExample("admission-committee", caseId, "voteOnListing");
        complete("admission-committee", caseId, "voteOnListing", Map.of("inFavour", true))
                .refused(409);
        asExample("admission-committee-2", caseId, "voteOnListing");
        assertThat(state(code)).isEqualTo("BLACKLISTED");
        assertThat(entry(caseId).get("permanent").asBoolean()).isTrue();
        keep(caseId, "voteOnListing", "supplierOnTheList");

        var other = supplier();
        var lost = approved(other, "UNLAWFUL_SOURCE", "AUTHORITY_RULING");
        asExample("admission-committee", lost, "voteOnListing");
        complete("admission-committee-2", lost, "voteOnListing", NO).ok();
        assertThat(entryState(lost)).isEqualTo("CLOSED");
        assertThat(intakes.sheet(lost).get("facts").toString()).contains("VOTED_DOWN");
        assertThat(state(other)).isEqualTo("QUALIFIED");
    }

    @Test
    void whoeverWasListedBeforeIsListedForLonger() {
        var code = supplier();
        var first = approved(code, "REFUSE_CONTRACT", "ORDINARY");
        assertThat(entry(first).get("endsOn").asText())
                .isEqualTo(today().plusMonths(12).toString());
        var second = approved(code, "REFUSE_CONTRACT", "ORDINARY");
        assertThat(entry(second).get("endsOn").asText())
                .isEqualTo(today().plusMonths(24).toString());

        expire(first);
        assertThat(state(code)).as("the second one is still in force").isEqualTo("BLACKLISTED");
        expire(second);
        assertThat(state(code)).isEqualTo("POTENTIAL");
    }

    private void expire(String caseId) {
        jobs.due(caseId, "appealOverdue");
        jobs.due(caseId, "reviewTime");
        asExample("compliance", caseId, "reviewListing");
        jobs.due(caseId, "termEnds");
    }

    @Test
    void anUpheldAppealGivesTheSupplierBackWhatItWas() {
        var code = supplier();
        var caseId = approved(code, "NO_DELETION", "ORDINARY");
        asExample("compliance", caseId, "recordAppeal");
        assertThat(entryState(caseId)).isEqualTo("APPEALED");
        assertThat(state(code)).as("an appeal suspends nothing").isEqualTo("BLACKLISTED");
        complete(
                        "exec-approver",
                        caseId,
                        "decideAppeal",
                        Map.of("upheld", true, "reasons", "another company's records"))
                .ok();

        assertThat(entryState(caseId)).isEqualTo("REVOKED");
        assertThat(state(code)).isEqualTo("QUALIFIED");
        assertThat(openTasks(caseId)).isEmpty();
        keep(caseId, "listingRevoked");
        again(() -> steps.revoke(CaseId.of(caseId)));
        assertThat(state(code)).isEqualTo("QUALIFIED");
    }

    @Test
    void aRejectedAppealLeavesTheEntryInForce() {
        var code = supplier();
        var caseId = approved(code, "NO_DELETION", "ORDINARY");
        asExample("compliance", caseId, "recordAppeal");
        asExample("exec-approver", caseId, "decideAppeal");

        assertThat(entryState(caseId)).isEqualTo("EFFECTIVE");
        assertThat(intakes.sheet(caseId).get("standing").toString()).contains("blacklistInForce");
        keep(caseId, "appealDecided");
    }

    @Test
    void aBanEndsWithItsTermThoughNobodyHasDecidedTheAppeal() {
        var code = supplier();
        var caseId = approved(code, "REFUSE_CONTRACT", "ORDINARY");
        asExample("compliance", caseId, "recordAppeal");
        var decision = task("exec-approver", caseId, "decideAppeal");
        assertThat(goesOff(caseId, "appealUndecided"))
                .as("the day after its last one, whether it is worked on that day or not")
                .isEqualTo(startOf(
                        LocalDate.parse(entry(caseId).get("endsOn").asText()).plusDays(1)));
        jobs.due(caseId, "appealUndecided");

        assertThat(entryState(caseId)).isEqualTo("EXPIRED");
        assertThat(state(code)).isEqualTo("POTENTIAL");
        assertThat(intakes.outcome(caseId)).isEqualTo("blacklistExpired");
        assertThat(intakes.sheet(caseId).get("facts").toString()).contains("APPEAL_UNDECIDED");
        api.write("exec-approver", "/tasks/" + decision.get("id").asText() + "/complete", decision.get("example"))
                .refused(409);
        keep(caseId, "appealUndecided", "listingExpired");

        var next = approved(code, "REFUSE_CONTRACT", "ORDINARY");
        assertThat(entry(next).get("endsOn").asText())
                .as("what was never decided does not make the next one longer")
                .isEqualTo(today().plusMonths(12).toString());
    }

    @Test
    void nobodyIsAskedAboutAnEntryThatHasEnded() {
        var code = supplier();
        var behind = supplier();
        relate(code, behind, "CONTROLLED", null);
        var caseId = approved(code, "POOR_PERFORMANCE", "ORDINARY");
        jobs.due(caseId, "appealOverdue");
        jdbc.sql(
                        "update sluice.blacklist_entry set effective_on = effective_on - interval '7 months' where case_id = ?::uuid")
                .param(caseId)
                .update();
        lifting("procurement", caseId).ok();
        assertThat(openTasks(caseId))
                .containsExactly("approveLifting CHIEF_COMPLIANCE_OFFICER", "reviewRelatedParty COMPLIANCE");
        jobs.due(caseId, "reviewTime");
        jobs.due(caseId, "reviewOverdue");

        assertThat(entryState(caseId)).isEqualTo("EXPIRED");
        MODELS.forEach(model -> ended(caseId, model));
        assertThat(jdbc.sql("select key from sluice.task where case_id = ?::uuid and state = 'OPEN'")
                        .param(caseId)
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(actions(caseId)).contains("blacklist.liftingOvertaken", "blacklist.relatedReviewsOver");
        assertThat(state(behind)).isEqualTo("QUALIFIED");
        keep(caseId, "liftingPointless", "reviewsNotNeeded");
    }

    @Test
    void aRelatedPartyThatIsSuspendedIsRestrictedOnceThatEnds() {
        var code = supplier();
        var behind = supplier();
        relate(code, behind, "CONTROLLED", null);
        var other = proposed(behind, "DATA_LEAK", "LARGER");
        suspend("compliance", other, 5).ok();
        var caseId = approved(code, "FORGERY", "ORDINARY");
        asExample("compliance", caseId, "reviewRelatedParty");
        assertThat(state(behind)).isEqualTo("SUSPENDED");

        api.write("compliance", "/cases/" + other + "/suspension/end", Map.of("reason", "it cooperates"))
                .ok();
        assertThat(state(behind)).isEqualTo("RESTRICTED");
    }

    @Test
    void aSuspensionEndsOnItsDayAlsoWhereNobodyWorks() {
        var caseId = proposed(supplier(), "DATA_LEAK", "LARGER");
        var saturday = today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        suspend("compliance", caseId, (int) ChronoUnit.DAYS.between(today(), saturday))
                .ok();

        assertThat(goesOff(caseId, "suspensionTimeOver")).isEqualTo(startOf(saturday));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkingDays.ZONE).toInstant();
    }

    private Instant goesOff(String caseId, String timer) {
        var instance = engine.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
                .flatMap(each ->
                        timers.createJobQuery().processInstanceId(each.getId()).activityId(timer).list().stream())
                .findFirst()
                .orElseThrow();
        return instance.getDuedate().toInstant();
    }

    @Test
    void whoStandsBehindAListedSupplierIsLookedAt() {
        var code = supplier();
        var behind = supplier();
        var before = supplier();
        var hardly = supplier();
        relate(code, behind, "LEGAL_REPRESENTATIVE", null);
        relate(before, code, "BENEFICIAL_OWNER", 0.25);
        relate(code, hardly, "BENEFICIAL_OWNER", 0.24);
        assertThat(blacklist.ties(id(behind)).representative()).isFalse();
        var caseId = approved(code, "FORGERY", "ORDINARY");
        assertThat(openTasks(caseId))
                .containsExactly(
                        "recordAppeal COMPLIANCE", "reviewRelatedParty COMPLIANCE", "reviewRelatedParty COMPLIANCE");
        assertThat(blacklist.ties(id(behind)).representative()).isTrue();
        assertThat(blacklist.ties(id(before)).ownership()).isEqualByComparingTo("0.25");

        asExample("compliance", caseId, "reviewRelatedParty");
        complete("compliance", caseId, "reviewRelatedParty", Map.of("restrict", false, "comment", "no influence"))
                .ok();
        assertThat(List.of(state(behind), state(before))).containsExactlyInAnyOrder("RESTRICTED", "QUALIFIED");
        assertThat(state(hardly)).isEqualTo("QUALIFIED");
        keep(caseId, "reviewRelatedParty", "supplierOnTheList");
    }

    private void relate(String supplier, String related, String tie, Double share) {
        jdbc.sql("insert into sluice.related_party (supplier, related, tie, share, since) values (?, ?, ?, ?, now())")
                .params(id(supplier), id(related), tie, share)
                .update();
    }

    @Test
    void aSuspensionEndsByItselfOrBySignatureOrWithTheCase() {
        var code = supplier();
        var caseId = proposed(code, "DATA_LEAK", "LARGER");
        suspend("compliance", caseId, 1).ok();
        assertThat(state(code)).isEqualTo("SUSPENDED");
        suspend("chief-compliance-officer", caseId, 5).refused(409);
        jobs.due(caseId, "suspensionTimeOver");
        assertThat(state(code)).isEqualTo("QUALIFIED");
        keep(caseId, "suspensionExpired");

        suspend("chief-compliance-officer", caseId, 5).ok();
        assertThat(state(code)).isEqualTo("SUSPENDED");
        api.write("compliance", "/cases/" + caseId + "/suspension/end", Map.of("reason", "it cooperates"))
                .ok();
        assertThat(state(code)).isEqualTo("QUALIFIED");
        ended(caseId, SupplierSuspensionProcess.KEY);
        keep(caseId, "suspensionCutShort");

        suspend("compliance", caseId, 5).ok();
        complete(
                        "supplier-reviewer",
                        caseId,
                        "investigateSupplier",
                        Map.of("confirmed", false, "finding", "nothing to be found"))
                .ok();
        complete(
                        "supplier-reviewer-2",
                        caseId,
                        "investigateSupplier",
                        Map.of("confirmed", false, "finding", "nothing to be found"))
                .ok();
        assertThat(state(code)).isEqualTo("QUALIFIED");
        ended(caseId, SupplierSuspensionProcess.KEY);
        suspend("compliance", caseId, 5).refused(409);
    }

    @Test
    void aSuspendedSupplierThatIsListedIsNotGivenBackByTheEndOfTheSuspension() {
        var code = supplier();
        var caseId = proposed(code, "DATA_LEAK", "MAJOR");
        suspend("chief-compliance-officer-2", caseId, 30).ok();
        asExample("supplier-reviewer", caseId, "investigateSupplier");
        asExample("supplier-reviewer-2", caseId, "investigateSupplier");
        asExample("compliance", caseId, "noticeSupplier");
        asExample("compliance", caseId, "recordReply");
        asExample("compliance-2", caseId, "approveListing");
        asExample("chief-compliance-officer", caseId, "approveListing");

        assertThat(state(code)).isEqualTo("BLACKLISTED");
        ended(caseId, SupplierSuspensionProcess.KEY);
        assertThat(state(code)).isEqualTo("BLACKLISTED");
        asExample("compliance", caseId, "recordAppeal");
        complete("exec-approver", caseId, "decideAppeal", Map.of("upheld", true, "reasons", "wrong company"))
                .ok();
        assertThat(state(code)).as("what it was before the suspension").isEqualTo("QUALIFIED");
    }

    private org.sluice.support.Api.Answer suspend(String user, String caseId, int days) {
        var answer = api.write(
                user,
                "/cases/" + caseId + "/suspension",
                Map.of("endsOn", today().plusDays(days).toString(), "reason", "until it is known what leaked"));
        jobs.run();
        return answer;
    }

    @Test
    void onlySomeReasonsAreLiftedEarlyAndOnlyAfterTheirMonths() {
        var code = supplier();
        var caseId = approved(code, "POOR_PERFORMANCE", "ORDINARY");
        jobs.due(caseId, "appealOverdue");
        lifting("procurement", caseId).ok();
        assertThat(actions(caseId)).as("its months are not over").contains("blacklist.liftingRefused");
        assertThat(entryState(caseId)).isEqualTo("EFFECTIVE");
        keep(caseId, "liftingRefused");

        jdbc.sql(
                        "update sluice.blacklist_entry set effective_on = effective_on - interval '7 months' where case_id = ?::uuid")
                .param(caseId)
                .update();
        lifting("procurement", caseId).ok();
        lifting("compliance", caseId).refused(409);
        complete("chief-compliance-officer", caseId, "approveLifting", NO).ok();
        assertThat(entryState(caseId)).isEqualTo("EFFECTIVE");

        lifting("procurement", caseId).ok();
        asExample("chief-compliance-officer", caseId, "approveLifting");
        assertThat(openTasks(caseId)).containsExactly("approveLifting EXEC_APPROVER");
        asExample("exec-approver", caseId, "approveLifting");
        assertThat(entryState(caseId)).isEqualTo("LIFTED");
        assertThat(state(code)).isEqualTo("POTENTIAL");
        ended(caseId, BlacklistListingProcess.KEY);
        keep(caseId, "listingLiftedEarly", "listingEndedEarly");

        var never = approved(supplier(), "FAKE_DATA", "ORDINARY");
        jdbc.sql(
                        "update sluice.blacklist_entry set effective_on = effective_on - interval '30 months' where case_id = ?::uuid")
                .param(never)
                .update();
        lifting("procurement", never).ok();
        assertThat(actions(never)).contains("blacklist.liftingRefused");
    }

    private org.sluice.support.Api.Answer lifting(String user, String caseId) {
        var answer =
                api.write(user, "/cases/" + caseId + "/lifting", Map.of("grounds", "the rectification is verified"));
        jobs.run();
        return answer;
    }

    @Test
    void aDoubledMessageEndsNothing() {
        var code = supplier();
        var caseId = approved(code, "NO_DELETION", "ORDINARY");
        transaction.executeWithoutResult(
                status -> flow.send(SupplierSuspensionProcess.Message.SUSPENSION_ENDED, CaseId.of(caseId)));
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(jdbc.sql(
                                "select result from sluice.engine_message where case_id = ?::uuid and name = 'suspensionEnded'")
                        .param(caseId)
                        .query(String.class)
                        .single())
                .isEqualTo("ALREADY_DONE"));
        assertThat(state(code)).isEqualTo("BLACKLISTED");
    }

    /** Runs last: JUnit calls it after every test of this class. */
    @AfterAll
    void noPathWasLeftOut() {
        for (var key : MODELS) {
            var elements = paths.elements(key, FlowNode.class);
            elements.removeAll(paths.elements(key, SubProcess.class));
            paths.assertAllPassed(key, elements);
        }
    }

    private void keep(String caseId, String... elements) {
        paths.assertPassed(MODELS, caseId, elements);
    }

    private void again(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }
}
