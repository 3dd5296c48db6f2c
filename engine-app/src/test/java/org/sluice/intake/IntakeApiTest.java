package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sluice.process.NotPermitted;
import org.sluice.process.intake.RequirementForm;
import org.sluice.shared.Json;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.People;
import org.sluice.ui.intake.IntakeDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the API refuses and why; what sent twice happens once; and that branches do not see each other. */
@HouseTest
class IntakeApiTest {

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private java.time.Clock clock;

    @Autowired
    private IntakeDesk desk;

    @Autowired
    private People people;

    @Autowired
    private Json json;

    @Test
    void theExampleOfTheDescriptionIsAcceptedAsItStands() {
        var example = org.sluice.intake.web.RequirementExample.text(clock);

        var receipt = api.write("business-requester", "/requirements", example);

        assertThat(receipt.status()).isEqualTo(201);
        assertThat(receipt.json().get("requirementNo").asText()).matches("REQ-\\d{4}-\\d{5}");
        assertThat(api.read(
                                "business-requester",
                                "/cases/" + receipt.json().get("caseId").asText())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSameKeySentTwiceMakesOneRequirement() {
        var form = intakes.form("HO");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var first = api.write("business-requester", "/requirements", form, key).ok();
        var second = api.write("business-requester", "/requirements", form, key).ok();

        assertThat(second).isEqualTo(first);
        assertThat(titled(form.get("title").asText())).isEqualTo(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        api.write("business-requester", "/requirements", intakes.form("HO"), key)
                .ok();

        api.write("business-requester", "/requirements", intakes.form("HO"), key)
                .refused(409);
    }

    @Test
    void everyWrongFieldIsNamed() {
        var form = intakes.form("HO");
        form.remove("title");
        form.put("businessLine", "NO_SUCH_LINE").put("budgetAmount", -1).put("neededBy", "2001-01-01");
        Intakes.fields(form, "");

        var problem = api.write("business-requester", "/requirements", form).refused(422);

        assertThat(fields(problem))
                .contains("title", "businessLine", "budgetAmount", "neededBy", "fieldsNeeded[0].fieldName");
    }

    @Test
    void anUnknownFieldAndAWrongValueAreNamed() {
        assertThat(fields(api.write(
                                "business-requester",
                                "/requirements",
                                intakes.form("HO").put("colour", "red"))
                        .refused(422)))
                .containsExactly("colour");
        assertThat(fields(api.write(
                                "business-requester",
                                "/requirements",
                                intakes.form("HO").put("urgency", "SOON"))
                        .refused(422)))
                .containsExactly("urgency");
    }

    @Test
    void brokenJsonIsABadRequest() {
        api.write("business-requester", "/requirements", "{\"title\": ").refused(400);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        api.read("audit", "/cases/" + UUID.randomUUID()).refused(404);
        api.read("audit", "/cases/nonsense").refused(404);
        api.write("data-intake", "/tasks/nonsense/claim", Map.of()).refused(404);
        api.write("data-intake", "/tasks/nonsense/complete", Map.of()).refused(404);
        api.read("audit", "/nonsense").refused(404);
    }

    @Test
    void nobodyAsksForAnotherUnit() {
        api.write("br01-business-requester", "/requirements", intakes.form("BR02"))
                .refused(403);
        api.write("finance", "/requirements", intakes.form("HO")).refused(403);
    }

    @Test
    void aWrongRoleNeitherClaimsNorCompletes() {
        var caseId = intakes.submitted();
        var task = "/tasks/" + intakes.task(caseId).get("id").asText();

        api.write("finance", task + "/claim", Map.of()).refused(403);
        api.write("finance", task + "/complete", Map.of("confirmed", true, "inHouseFeasible", false))
                .refused(403);
        // nor learns what the body should look like
        api.write("finance", task + "/complete", Map.of("colour", "red")).refused(403);
    }

    @Test
    void aTakingBackSentTwiceWithTheSameKeyHappensOnce() {
        var path = "/requirements/" + intakes.submitted() + "/withdraw";
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var first = api.write("business-requester", path, Map.of("reason", "called off"), key)
                .ok();
        assertThat(api.write("business-requester", path, Map.of("reason", "called off"), key)
                        .ok())
                .isEqualTo(first);
        api.write("business-requester", path, Map.of("reason", "another reason"), key)
                .refused(409);
    }

    @Test
    void nobodyConfirmsTheOwnWish() {
        var caseId = intakes.submit("business-owner", intakes.form("HO"));
        var body = Map.of("confirmed", true, "inHouseFeasible", false);

        intakes.completeAs("business-owner", caseId, body).refused(409);
        intakes.completeAs("business-owner-2", caseId, body).ok();
    }

    @Test
    void aTaskClaimedByOneIsRefusedToTheOther() {
        var caseId = intakes.submitted();
        var task = "/tasks/" + intakes.task(caseId).get("id").asText();

        assertThat(api.write("business-owner", task + "/claim", Map.of())
                        .ok()
                        .get("assignee")
                        .asText())
                .isEqualTo("business-owner");
        api.write("business-owner", task + "/claim", Map.of()).ok();
        assertThat(api.write("business-owner-2", task + "/claim", Map.of())
                        .refused(409)
                        .get("detail")
                        .asText())
                .startsWith(name("business-owner"));
    }

    @Test
    void aReplayedCompletionChangesNothingAndAnotherOneIsRefused() {
        var caseId = intakes.submitted();
        var task = "/tasks/" + intakes.task(caseId).get("id").asText() + "/complete";
        var body = Map.of("confirmed", true, "inHouseFeasible", false);

        api.write("business-owner", task, body).ok();
        var events = events(caseId);
        api.write("business-owner", task, body).ok();

        assertThat(events(caseId)).isEqualTo(events);
        assertThat(api.write("business-owner", task, Map.of("confirmed", false, "comment", "changed my mind"))
                        .refused(409)
                        .get("detail")
                        .asText())
                .startsWith("You have completed this task already, with other answers");
        assertThat(api.write("business-owner-2", task, body)
                        .refused(409)
                        .get("detail")
                        .asText())
                .contains(name("business-owner"));
    }

    @Test
    void aWrongBodyLeavesTheTaskOpen() {
        var caseId = intakes.submitted();

        var problem = intakes.complete(caseId, Map.of("confirmed", false)).refused(422);

        assertThat(fields(problem)).containsExactly("comment");
        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmNeed");
    }

    @Test
    void oneBranchNeitherSeesNorApprovesAnothers() {
        var caseId = intakes.submit("br01-business-requester", intakes.form("BR01"));
        var task = "/tasks/" + intakes.task(caseId).get("id").asText();

        api.read("br02-business-owner", "/cases/" + caseId).refused(403);
        api.write("br02-business-owner", task + "/claim", Map.of()).refused(403);
        assertThat(cases(api.read("br02-business-owner", "/tasks?size=200").ok()))
                .doesNotContain(caseId);
        assertThat(cases(api.read("br02-business-owner", "/requirements?size=200")
                        .ok()))
                .doesNotContain(caseId);
        // head office as a business unit is not the branches' owner either
        api.write("business-owner", task + "/claim", Map.of()).refused(403);

        assertThat(cases(api.read("br01-business-owner", "/tasks?size=200").ok()))
                .contains(caseId);
        assertThat(cases(api.read("br01-business-owner", "/requirements?size=200")
                        .ok()))
                .contains(caseId);
        api.read("data-intake", "/cases/" + caseId).ok();
    }

    @Test
    void aFirstTierBranchSeesItsSecondTierAndNotTheOtherWayRound() {
        var below = intakes.submit("br0101-business-requester", intakes.form("BR0101"));
        var above = intakes.submit("br01-business-requester", intakes.form("BR01"));

        api.read("br01-business-owner", "/cases/" + below).ok();
        api.read("br0101-business-owner", "/cases/" + above).refused(403);
    }

    /** What the bank has is not for its suppliers; the screens ask the same service. */
    @Test
    void aSupplierLearnsNeitherWhatIsThereNorWhatCanBeAsked() {
        var form = json.posted(intakes.form("HO"), RequirementForm.class);

        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> people.as("supplier-contact", () -> desk.similar(form)));
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> people.as("supplier-contact", () -> desk.choices()));
        assertThat(people.as("finance", () -> desk.choices()).regions()).isNotEmpty();
    }

    @Test
    void theRefusalSpeaksTheCallersLanguage() {
        var caseId = intakes.submitted();
        var task = "/tasks/" + intakes.task(caseId).get("id").asText();

        var problem = api.write("finance", task + "/claim", Map.of()).refused(403);

        assertThat(problem.get("detail").asText()).contains("“Business owner”").doesNotContain("BUSINESS_OWNER", "HO");
        assertThat(problem.get("status").asInt()).isEqualTo(403);
    }

    private String name(String username) {
        return jdbc.sql(
                        "select name_en from sluice.person p join sluice.account a on a.person = p.id where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private static java.util.List<String> fields(JsonNode problem) {
        return StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("field").asText())
                .toList();
    }

    private static java.util.List<String> cases(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("caseId").asText())
                .toList();
    }

    private long titled(String title) {
        return jdbc.sql("select count(*) from sluice.requirement where title = ?")
                .param(title)
                .query(Long.class)
                .single();
    }

    private long events(String caseId) {
        return jdbc.sql("select count(*) from sluice.audit_event where case_id = ?::uuid")
                .param(caseId)
                .query(Long.class)
                .single();
    }
}
