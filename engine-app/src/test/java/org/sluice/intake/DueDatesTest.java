package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.sluice.shared.WorkingDays;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.People;
import org.sluice.ui.demo.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By when people must have answered: what the tables promise for the whole, and not for each step again. */
@HouseTest
class DueDatesTest {

    /** Between a decision and the task that follows it. */
    private static final TemporalUnitOffset A_MOMENT = within(30, ChronoUnit.SECONDS);

    @Autowired
    private Intakes intakes;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private DemoDesk demo;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyRungOfTheLadderIsDueByTheOneDeadlineOfTheRound() {
        var caseId = submit(form().put("budgetAmount", 2_500_000));
        intakes.leadTo(caseId, "approveRequirement");

        var dues = duesOfTheRound(caseId, 2);

        assertThat(dues).hasSize(5);
        assertThat(Set.copyOf(dues)).singleElement(INSTANT).isCloseTo(after(startOf(caseId, "APPROVAL"), 15), A_MOMENT);
    }

    @Test
    void whatRiskAddsLengthensTheWholeRound() {
        var form = form();
        form.withArray("fieldsNeeded").forEach(field -> ((ObjectNode) field).put("sensitivity", 4));
        var caseId = submit(form);
        intakes.leadTo(caseId, "approveRequirement");

        var dues = duesOfTheRound(caseId, 0);

        assertThat(dues)
                .as("the head of data management, and two for the level")
                .hasSize(3);
        assertThat(Set.copyOf(dues))
                .singleElement(INSTANT)
                .isCloseTo(after(startOf(caseId, "APPROVAL"), 3 + 5), A_MOMENT);
    }

    @Test
    void anUrgentWishHasFiveDaysForOpinionsAndNoteTogether() {
        var caseId = submit(form().put("urgency", "URGENT").put("urgencyReason", "the campaign starts"));
        intakes.lead(caseId);
        var triaged = startOf(caseId, "ROUTE");
        assertThat(due(caseId)).as("the first opinion").isCloseTo(after(triaged, 2), A_MOMENT);

        advanceWorkingDays(4);
        intakes.lead(caseId);
        assertThat(due(caseId)).as("the second opinion").isCloseTo(after(triaged, 5), A_MOMENT);
        intakes.lead(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("writeFeasibilityNote");
        assertThat(due(caseId)).as("the note").isCloseTo(after(triaged, 5), A_MOMENT);
    }

    @Test
    void aStepIsNotDueLaterThanItsOwnTerm() {
        var caseId = submit(form());
        intakes.leadTo(caseId, "writeFeasibilityNote");

        assertThat(due(caseId)).isCloseTo(after(createdAt(caseId), 3), A_MOMENT);
    }

    @Test
    void whetherToMergeHasTheFiveDaysOfItsRow() {
        var form = form();
        intakes.lead(submit(form));
        var caseId = submit(form);
        intakes.lead(caseId);

        assertThat(intakes.taskKey(caseId)).isEqualTo("confirmMerge");
        assertThat(due(caseId)).isCloseTo(after(startOf(caseId, "ROUTE"), 5), A_MOMENT);
    }

    @Test
    void aRefusedProposalGivesWayToTheDaysOfANewWish() {
        var form = form();
        intakes.lead(submit(form));
        var caseId = submit(form);
        intakes.lead(caseId);
        advanceWorkingDays(6);
        intakes.complete(caseId, Map.of("accepted", false, "comment", "another purpose"))
                .ok();

        assertThat(intakes.taskKey(caseId)).isEqualTo("writeFeasibilityNote");
        assertThat(due(caseId)).isCloseTo(after(createdAt(caseId), 3), A_MOMENT);
        assertThat(due(caseId)).isBefore(after(startOf(caseId, "ROUTE"), 15));
    }

    private ObjectNode form() {
        return intakes.form("HO");
    }

    private String submit(ObjectNode form) {
        return intakes.submit("business-requester", form);
    }

    /** Leads the round to its end; between two rungs some days pass. */
    private List<Instant> duesOfTheRound(String caseId, int daysBetween) {
        var dues = new ArrayList<Instant>();
        while (intakes.state(caseId).equals("TRIAGED")) {
            dues.add(due(caseId));
            advanceWorkingDays(daysBetween);
            intakes.lead(caseId);
        }
        return dues;
    }

    private Instant due(String caseId) {
        return Instant.parse(intakes.task(caseId).get("due").asText());
    }

    private Instant createdAt(String caseId) {
        return Instant.parse(intakes.task(caseId).get("createdAt").asText());
    }

    private Instant after(Instant from, int days) {
        return workingDays.after(from, days);
    }

    /** When a clock that several steps share was started, which is when its table decided. */
    private Instant startOf(String caseId, String clock) {
        return jdbc.sql("select started_at from sluice.case_clock where case_id = ?::uuid and clock = ?")
                .params(caseId, clock)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void advanceWorkingDays(int days) {
        people.does("platform-ops", () -> demo.advanceWorkingDays(days));
    }
}
