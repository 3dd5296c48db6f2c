package org.sluice.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.People;
import org.sluice.ui.cases.CaseDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** A page knows when the engine is still at work on a case, and when another person has acted in it. */
@HouseTest
class LiveCaseTest {

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Api api;

    @Autowired
    private Jobs jobs;

    @Autowired
    private People people;

    @Test
    void isSettledWhenTheStepsAfterACompletionAreTaken() {
        var caseId = intakes.submitted();
        assertThat(settled(caseId))
                .as("waits for the owner; the reminder is far")
                .isTrue();

        api.write(
                        "business-owner",
                        "/tasks/" + intakes.task(caseId).get("id").asText() + "/complete",
                        Map.of("confirmed", true, "inHouseFeasible", false))
                .ok();
        assertThat(settled(caseId)).as("what follows is a job").isFalse();
        jobs.run();

        assertThat(settled(caseId)).isTrue();
    }

    @Test
    void isSettledWhenAWithdrawalHasReachedTheEngine() {
        var caseId = intakes.submitted();

        api.write("business-requester", "/requirements/" + caseId + "/withdraw", Map.of("reason", "called off"))
                .ok();
        Awaitility.await().untilAsserted(() -> {
            jobs.run();
            assertThat(settled(caseId)).isTrue();
        });

        assertThat(intakes.sheet(caseId).get("processes").get(0).get("waitsAt")).isEmpty();
    }

    @Test
    void tellsWhenAnotherPersonHasActedAndNotAboutOnesOwnSteps() {
        var caseId = intakes.submitted();
        List<LocalText> told = new ArrayList<>();
        var stop = people.as("business-owner", () -> desk.watch(CaseId.of(caseId), told::add));
        List<LocalText> toldTheAuditor = new ArrayList<>();
        var stopTheAuditor = people.as("audit", () -> desk.watch(CaseId.of(caseId), toldTheAuditor::add));

        intakes.lead(caseId);
        assertThat(told)
                .as("the owner's own step, and what the house did after it")
                .isEmpty();
        assertThat(toldTheAuditor).isNotEmpty();

        int before = toldTheAuditor.size();
        stopTheAuditor.run();
        intakes.lead(caseId);
        assertThat(told).as("the intake desk's step").isNotEmpty();
        assertThat(toldTheAuditor).hasSize(before);
        stop.run();
    }

    @Test
    void drawsTheProcessInTheLanguageThatIsAskedFor() {
        var caseId = CaseId.of(intakes.submitted());
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(people.as("audit", () -> desk.diagrams(caseId, Locale.CHINESE)))
                .as("whatever language the browser prefers")
                .singleElement()
                .satisfies(diagram -> assertThat(diagram.xml()).contains("确认需求").doesNotContain("Confirm need"));
        assertThat(people.as("audit", () -> desk.diagrams(caseId, Locale.ENGLISH)))
                .singleElement()
                .satisfies(diagram -> assertThat(diagram.xml()).contains("Confirm need"));
    }

    @Test
    void aCaseIsFoundByItsNumberByWhoeverMaySeeIt() {
        var caseId = intakes.submitted();
        var number = intakes.sheet(caseId).get("number").asText();

        assertThat(people.as("audit", () -> desk.byNumber(number))).isEqualTo(CaseId.of(caseId));
        for (var asked : List.of(number, "REQ-1999-00001")) {
            assertThatExceptionOfType(NotFound.class)
                    .as("one that may not be seen answers as one that does not exist")
                    .isThrownBy(() -> people.as("br01-business-owner", () -> desk.byNumber(asked)));
        }
    }

    @Test
    void theThreadSaysRowsAndBudgetLinesByTheirNames() {
        var caseId = intakes.submitted();
        intakes.leadTo(caseId, "approveRequirement");

        assertThat(details(caseId, "decision.taken", "rows").get(0))
                .as("the row of the triage")
                .containsPattern("[\\p{IsHan}]")
                .doesNotContain("new");
        assertThat(details(caseId, "budget.preCommitted", "budgetLine"))
                .singleElement()
                .asString()
                .containsPattern("[\\p{IsHan}]")
                .doesNotContain("BL-");
    }

    private List<String> details(String caseId, String action, String label) {
        return people.as("audit", () -> desk.thread(CaseId.of(caseId))).stream()
                .filter(entry -> entry.action().equals(action))
                .flatMap(entry -> entry.details().stream())
                .filter(fact -> fact.label().equals(label))
                .map(fact -> fact.value().zh())
                .toList();
    }

    @Test
    void whoMayNotSeeTheCaseMayNotWatchItEither() {
        var caseId = intakes.submitted();

        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> people.as("br01-business-owner", () -> desk.watch(CaseId.of(caseId), who -> {})));
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> people.as("br01-business-owner", () -> desk.settled(CaseId.of(caseId))));
    }

    private boolean settled(String caseId) {
        return people.as("audit", () -> desk.settled(CaseId.of(caseId)));
    }
}
