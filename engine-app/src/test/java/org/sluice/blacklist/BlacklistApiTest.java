package org.sluice.blacklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluice.support.HouseTest;

/** Who may do what with the blacklist, and what is said to everybody else. */
@HouseTest
class BlacklistApiTest extends BlacklistStage {

    @Test
    void departmentsProposeAndNobodyElse() {
        var code = supplier();
        var path = "/suppliers/" + code + "/blacklist";
        var body = proposal("NO_DELETION", "ORDINARY");
        for (var user : java.util.List.of("business-requester", "administrator", "audit", "supplier-contact")) {
            api.write(user, path, body).refused(403);
        }
        api.write("data-steward", "/suppliers/SUP-99999/blacklist", body).refused(404);
        assertThat(api.read("business-requester", path).ok().get("mayPropose").asBoolean())
                .isFalse();
        assertThat(api.read("data-steward", path).ok().get("mayPropose").asBoolean())
                .isTrue();
        api.write("data-steward", path, body).ok();
        assertThat(api.write("compliance", path, body)
                        .refused(409)
                        .get("detail")
                        .asText())
                .contains("BLK-");
        assertThat(api.read("data-steward", path).ok().get("mayPropose").asBoolean())
                .as("one at a time")
                .isFalse();
    }

    @Test
    void aProposalSaysWhatIsWrongWithIt() {
        var path = "/suppliers/" + supplier() + "/blacklist";
        var empty = api.write("compliance", path, Map.of()).refused(422);
        assertThat(empty.get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("reason", "severity", "evidence");
        var wrong = api.write("compliance", path, proposal("BRIBERY", "MAJOR")).refused(422);
        assertThat(wrong.at("/errors/0/field").asText()).isEqualTo("severity");
    }

    @Test
    void sentTwiceWithOneKeyItIsOneProposal() {
        var path = "/suppliers/" + supplier() + "/blacklist";
        var key = Map.of("Idempotency-Key", "proposal-1");
        var body = proposal("NO_DELETION", "ORDINARY");
        var first = api.write("legal", path, body, key).ok();
        assertThat(api.write("legal", path, body, key).ok()).isEqualTo(first);
        assertThat(api.read("legal", path).ok().get("entries")).hasSize(1);
    }

    @Test
    void onlyComplianceSignsSuspensionsAndNobodyItsOwnProposal() {
        var code = supplier();
        var caseId = api.write("compliance", "/suppliers/" + code + "/blacklist", proposal("DATA_LEAK", "MAJOR"))
                .ok()
                .get("caseId")
                .asText();
        var path = "/cases/" + caseId + "/suspension";
        api.write("procurement", path, until(10)).refused(403);
        api.write("compliance", path, until(10)).refused(409);
        api.write("compliance-2", path, until(0)).refused(422);
        api.write("compliance-2", path, until(91)).refused(422);
        api.write("compliance-2", path, until(90)).ok();
        assertThat(entry(caseId).get("suspendedUntil").asText())
                .isEqualTo(today().plusDays(90).toString());
        api.write("procurement", path + "/end", Map.of("reason", "enough")).refused(403);
        api.write("compliance", path + "/end", Map.of("reason", "enough")).ok();
        api.write("compliance", path + "/end", Map.of("reason", "enough")).refused(409);
    }

    private Map<String, Object> until(int days) {
        return Map.of("endsOn", today().plusDays(days).toString(), "reason", "until it is known what leaked");
    }

    @Test
    void aLateRepeatWithItsKeyUndoesNothingThatCameAfter() {
        var code = supplier();
        var caseId = proposed(code, "DATA_LEAK", "MAJOR");
        var path = "/cases/" + caseId + "/suspension";
        var key = Map.of("Idempotency-Key", "suspend-" + caseId);
        var ending = Map.of("Idempotency-Key", "end-" + caseId);
        api.write("compliance", path, until(10), key).ok();
        api.write("compliance-2", path + "/end", Map.of("reason", "enough"), ending)
                .ok();
        api.write("compliance", path, until(10), key).ok();
        assertThat(state(code)).as("not suspended anew").isEqualTo("QUALIFIED");
        api.write("compliance", path, until(11), key).refused(409);
        api.write("compliance", path, until(11)).ok();
        api.write("compliance-2", path + "/end", Map.of("reason", "enough"), ending)
                .ok();
        assertThat(state(code)).as("not ended anew").isEqualTo("SUSPENDED");

        var listed = approved(supplier(), "POOR_PERFORMANCE", "ORDINARY");
        var lifting = Map.of("Idempotency-Key", "lift-" + listed);
        var grounds = Map.of("grounds", "the rectification is verified");
        for (int n = 0; n < 2; n++) {
            api.write("procurement", "/cases/" + listed + "/lifting", grounds, lifting)
                    .ok();
            jobs.run();
        }
        assertThat(actions(listed)).containsOnlyOnce("blacklist.liftingProposed");
    }

    @Test
    void whatIsNotShownYetIsNotToldToTheWholeBank() {
        var code = supplier();
        var path = "/suppliers/" + code + "/blacklist";
        var caseId = proposed(code, "NO_DELETION", "ORDINARY");
        assertThat(api.read("br01-business-owner", path).ok().get("entries")).isEmpty();
        assertThat(api.read("audit", path).ok().at("/entries/0/mayOpenCase").asBoolean())
                .isTrue();

        asExample("supplier-reviewer", caseId, "investigateSupplier");
        asExample("supplier-reviewer-2", caseId, "investigateSupplier");
        asExample("compliance", caseId, "noticeSupplier");
        asExample("compliance", caseId, "recordReply");
        asExample("compliance-2", caseId, "approveListing");
        asExample("chief-compliance-officer", caseId, "approveListing");
        var told = api.read("br01-business-owner", path).ok().get("entries");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/mayOpenCase").asBoolean()).isFalse();
        api.read("br01-business-owner", "/cases/" + caseId + "/blacklist").refused(403);

        asExample("compliance", caseId, "recordAppeal");
        complete("exec-approver", caseId, "decideAppeal", Map.of("upheld", true, "reasons", "another company's"))
                .ok();
        assertThat(api.read("br01-business-owner", path).ok().get("entries"))
                .as("an appeal has undone it")
                .isEmpty();
    }

    @Test
    void theCaseSaysWhenThereIsNobodyToInvestigate() {
        var caseId = api.write(
                        "supplier-reviewer", "/suppliers/" + supplier() + "/blacklist", proposal("FORGERY", "ORDINARY"))
                .ok()
                .get("caseId")
                .asText();
        assertThat(missing(caseId)).as("two others are there").containsExactly(0, 0);
        enabled("supplier-reviewer-3", false);
        try {
            assertThat(missing(caseId)).containsExactlyInAnyOrder(0, 1);
            asExample("supplier-reviewer-2", caseId, "investigateSupplier");
            assertThat(missing(caseId)).containsExactly(1);
        } finally {
            enabled("supplier-reviewer-3", true);
        }
        assertThat(missing(caseId)).containsExactly(0);
        asExample("supplier-reviewer-3", caseId, "investigateSupplier");
    }

    private java.util.List<Integer> missing(String caseId) {
        return intakes.sheet(caseId).get("openTasks").findValues("missing").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    private void enabled(String username, boolean enabled) {
        jdbc.sql("update sluice.account set enabled = ? where username = ?")
                .params(enabled, username)
                .update();
    }

    @Test
    void whoeverSignedASuspensionDoesNotDecideTheAppeal() {
        var code = supplier();
        var caseId = proposed(code, "DATA_LEAK", "MAJOR");
        jdbc.sql("""
                        insert into sluice.person_role (person, role, org_unit)
                        select person, 'CHIEF_COMPLIANCE_OFFICER', 'HO' from sluice.account where username = 'exec-approver-2'
                        """).update();
        try {
            api.write("exec-approver-2", "/cases/" + caseId + "/suspension", until(10))
                    .ok();
        } finally {
            jdbc.sql("""
                            delete from sluice.person_role where role = 'CHIEF_COMPLIANCE_OFFICER'
                            and person = (select person from sluice.account where username = 'exec-approver-2')
                            """).update();
        }
        asExample("supplier-reviewer", caseId, "investigateSupplier");
        asExample("supplier-reviewer-2", caseId, "investigateSupplier");
        asExample("compliance", caseId, "noticeSupplier");
        asExample("compliance", caseId, "recordReply");
        asExample("compliance-2", caseId, "approveListing");
        asExample("chief-compliance-officer", caseId, "approveListing");
        asExample("compliance", caseId, "recordAppeal");
        var task = task("exec-approver-2", caseId, "decideAppeal");

        assertThat(complete("exec-approver-2", caseId, "decideAppeal", task.get("example"))
                        .refused(409)
                        .get("detail")
                        .asText())
                .contains("Sign a suspension");
        asExample("exec-approver", caseId, "decideAppeal");
    }

    @Test
    void whoProposedDoesNotInvestigate() {
        var code = supplier();
        var caseId = api.write(
                        "supplier-reviewer", "/suppliers/" + code + "/blacklist", proposal("FORGERY", "ORDINARY"))
                .ok()
                .get("caseId")
                .asText();
        var task = task("supplier-reviewer", caseId, "investigateSupplier");
        assertThat(task.get("notForYou").asText()).isNotEmpty();
        complete("supplier-reviewer", caseId, "investigateSupplier", task.get("example"))
                .refused(409);
        asExample("supplier-reviewer-2", caseId, "investigateSupplier");
        assertThat(entryState(caseId)).isEqualTo("INVESTIGATING");
    }

    @Test
    void aNoticeIsOfNoDayToComeAndALateAnswerIsRefused() {
        var caseId = proposed(supplier(), "FORGERY", "ORDINARY");
        asExample("supplier-reviewer", caseId, "investigateSupplier");
        asExample("supplier-reviewer-2", caseId, "investigateSupplier");
        complete(
                        "compliance",
                        caseId,
                        "noticeSupplier",
                        Map.of("notice", "told", "sentOn", today().plusDays(1).toString()))
                .refused(422);
        asExample("compliance", caseId, "noticeSupplier");
        var reply = task("compliance", caseId, "recordReply");
        jobs.due(caseId, "replyOverdue");
        assertThat(api.write("compliance", "/tasks/" + reply.get("id").asText() + "/complete", reply.get("example"))
                        .status())
                .as("the wait is over")
                .isEqualTo(409);
    }

    @Test
    void onlySomeDepartmentsProposeLiftingsAndOnlyOfEntriesInForce() {
        var code = supplier();
        var caseId = proposed(code, "POOR_PERFORMANCE", "ORDINARY");
        var body = Map.of("grounds", "the rectification is verified");
        api.write("procurement", "/cases/" + caseId + "/lifting", body).refused(409);
        api.write("finance", "/cases/" + caseId + "/lifting", body).refused(403);
        api.write("procurement", "/cases/" + caseId + "/lifting", Map.of()).refused(422);
    }

    @Test
    void theBanksOwnPeopleReadTheListAndOthersDoNot() {
        var listed = api.read("finance", "/blacklist").ok();
        assertThat(listed).hasSizeGreaterThanOrEqualTo(6);
        assertThat(listed.get(0).get("state").asText()).isEqualTo("EFFECTIVE");
        api.read("supplier-contact", "/blacklist").refused(403);
        var caseId = listed.get(0).get("caseId").asText();
        api.read("br01-business-owner", "/cases/" + caseId + "/blacklist").refused(403);
        assertThat(intakes.sheet(caseId).get("facts").toString()).contains("blacklistReason", "evidence");
    }
}
