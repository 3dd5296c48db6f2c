package org.sluice.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.SUPPLIER;

import java.util.List;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.Test;
import org.sluice.privacy.process.PartyAddresses;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStepProcess;
import org.sluice.support.HouseTest;
import org.sluice.support.LockWaits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs that several workers of a party share, and the lines over which they run. */
@HouseTest
class PrivacyRangesTest extends PrivacyJobsLed {

    @Autowired
    private PartyAddresses addresses;

    @Autowired
    private PartyLines lines;

    @Autowired
    private LockWaits waits;

    /** The lower of what both have measured of late chooses, and stands in the job. */
    @Test
    void aSlowLineGetsTheProtocolOfSlowLines() {
        jdbc.sql("delete from sluice.party_line").update();
        lines.measured(BANK, SUPPLIER, 900);
        lines.measured(SUPPLIER, BANK, 99.9);
        var slow = requested(form("BANK_LEARNS"));
        assertThat(job("audit", slow).at("/row/method").asText()).isEqualTo("RR22_SEMI_HONEST");
        assertThat(job("audit", slow).at("/line/megabits").asDouble()).isEqualTo(99.9);

        lines.measured(SUPPLIER, BANK, 100);
        // as a busy machine says
        lines.measured(SUPPLIER, BANK, 14);
        assertThat(job("audit", requested(form("BANK_LEARNS")))
                        .at("/row/method")
                        .asText())
                .isEqualTo("RR22_MALICIOUS");
        jdbc.sql("update sluice.party_line set measured_at = measured_at - interval '25 hours'")
                .update();
        lines.measured(SUPPLIER, BANK, 1);
        assertThat(job("audit", requested(form("BANK_LEARNS")))
                        .at("/line/megabits")
                        .asDouble())
                .isEqualTo(1);
        jdbc.sql("update sluice.party_line set measured_at = measured_at - interval '31 days'")
                .update();
        var unmeasured = requested(form("BANK_LEARNS"));
        assertThat(job("audit", unmeasured).at("/row/method").asText()).isEqualTo("RR22_MALICIOUS");
        assertThat(job("audit", unmeasured).get("line").isNull()).isTrue();
        jdbc.sql("delete from sluice.party_line").update();
    }

    /** Several workers of a party take ranges of one run; the run's own task follows when all of them are done. */
    @Test
    void aLargeRunIsGivenOutInRanges() {
        var caseId = ranging();

        assertThat(ranges(caseId, BANK)).hasSize(3);
        assertThat(ranges(caseId, SUPPLIER)).hasSize(3);
        assertThat(ranges(caseId, BANK)).extracting(ExternalTask::getPriority).containsExactly(0L, -1L, -2L);
        assertThat(tasksOf(caseId, BANK, PrivacyOrderTopic.NAME)).isEmpty();
        assertThat(waits(caseId)).isEqualTo("WORKER");
        for (var party : List.of(BANK, SUPPLIER)) {
            var workers = List.of("worker-of-" + party, "worker-of-" + party + "@127.0.0.1:9441");
            var open = ranges(caseId, party);
            for (var index = 0; index < 3; index++) {
                var task = open.get(index);
                assertThat(engine.getVariable(task.getExecutionId(), PrivacyRangeTopic.RANGE.name()))
                        .isEqualTo((long) index);
                assertThat(engine.getVariable(task.getExecutionId(), PrivacyOrderTopic.RANGES.name()))
                        .isEqualTo(3L);
                tasks.lock(task.getId(), workers.get(index % 2), 20_000);
            }
            computing(party, open.get(0), 300_000);
            computing(party, open.get(1), 500_000);
            var side = side(caseId, party);
            assertThat(side.get("state").asText()).isEqualTo("RUNNING");
            assertThat(side.at("/ranges/done").asInt()).isZero();
            assertThat(side.at("/ranges/all").asInt()).isEqualTo(3);
            assertThat(side.at("/progress/done").asLong()).isEqualTo(800_000);
            // the third has not begun and counts as the others
            assertThat(side.at("/progress/total").asLong()).isEqualTo(3_000_000);
            for (var index : new int[] {2, 0, 1}) {
                tasks.complete(open.get(index).getId(), workers.get(index % 2));
                jobs.run();
            }
            assertThat(side(caseId, party).at("/ranges/done").asInt()).isEqualTo(3);
        }
        both(
                caseId,
                ran(BANK, OVERLAP, receipt(caseId, BANK, 20_000)),
                ran(SUPPLIER, null, receipt(caseId, SUPPLIER, 20_000)));
        assertThat(state(caseId)).isEqualTo("HELD");
        assertThat(side(caseId, BANK).get("state").asText()).isEqualTo("DONE");
    }

    @Test
    void aRangeThatFailedStandsBeforeTheOperatorAndIsTriedAgainWhereThePeerIsNow() {
        var caseId = ranging();
        var task = ranges(caseId, SUPPLIER).get(0);
        var other = ranges(caseId, SUPPLIER).get(1);
        tasks.lock(task.getId(), "worker-of-" + SUPPLIER, 20_000);
        tasks.handleFailure(task.getId(), "worker-of-" + SUPPLIER, "[peer-away] 对方没有应答。 / No answer.", "", 3, 0);
        assertThat(waits(caseId)).isEqualTo("WORKER_SAYS");
        tasks.lock(other.getId(), "worker-of-" + SUPPLIER, 20_000);
        computing(SUPPLIER, other, 1);
        tasks.lock(task.getId(), "worker-of-" + SUPPLIER, 20_000);
        tasks.handleFailure(task.getId(), "worker-of-" + SUPPLIER, "[peer-away] 对方没有应答。 / No answer.", "", 0, 0);

        assertThat(waits(caseId)).isEqualTo("OPERATOR");
        assertThat(side(caseId, SUPPLIER).at("/says/en").asText()).contains("No answer.");
        assertThat(actions(caseId)).containsOnlyOnce("privacyJob.partyFailed");
        var row = people.as("platform-ops", () -> incidents.page(0, 100).items().stream()
                .filter(incident -> caseId.equals(String.valueOf(incident.caseId())))
                .findFirst()
                .orElseThrow());
        people.does("platform-ops", () -> incidents.retry(row.id()));
        assertThat(side(caseId, SUPPLIER).get("state").asText()).isEqualTo("RUNNING");
        addresses.tell(BANK, "127.0.0.1:9555");
        assertThat(engine.getVariable(task.getExecutionId(), PrivacyRangeTopic.PEER_ADDRESSES.name()))
                .asString()
                .endsWith(",127.0.0.1:9555");
    }

    /** The engine repeats both at the same call above; see IncidentsOneByOne for what became of the second. */
    @Test
    void aRangeThatFailsWhileTheOperatorHasAnotherTriedAgainCanBeTriedAgainToo() throws Exception {
        var caseId = ranging();
        var first = ranges(caseId, BANK).get(0);
        var second = ranges(caseId, SUPPLIER).get(0);
        givenUp(BANK, first);
        tasks.lock(second.getId(), "worker-of-" + SUPPLIER, 20_000);

        var worker = Executors.newSingleThreadExecutor();
        try {
            var report = new TransactionTemplate(transactions).execute(status -> {
                people.does("platform-ops", () -> incidents.retry(incidentOf(first)));
                var reported = worker.submit(() -> tasks.handleFailure(
                        second.getId(), "worker-of-" + SUPPLIER, "[peer-away] 无应答。 / No answer.", "", 0, 0));
                waits.awaitOneBehindMe();
                return reported;
            });
            report.get();
        } finally {
            worker.shutdownNow();
        }

        people.does("platform-ops", () -> incidents.retry(incidentOf(second)));
        assertThat(engine.createIncidentQuery().list())
                .as("neither here nor at the calls above")
                .noneMatch(incident -> caseId.equals(String.valueOf(
                        engine.getVariable(incident.getExecutionId(), PrivacyStepProcess.CASE_ID.name()))));
    }

    private void givenUp(String party, ExternalTask task) {
        tasks.lock(task.getId(), "worker-of-" + party, 20_000);
        tasks.handleFailure(task.getId(), "worker-of-" + party, "[peer-away] 无应答。 / No answer.", "", 0, 0);
    }

    private String incidentOf(ExternalTask task) {
        return engine.createIncidentQuery()
                .configuration(task.getId())
                .singleResult()
                .getId();
    }
}
