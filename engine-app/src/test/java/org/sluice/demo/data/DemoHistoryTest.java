package org.sluice.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class DemoHistoryTest {

    private static final String TAKEN_OVER = "(select case_id from sluice.audit_event where action = 'case.takenOver')";

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HistoryService engine;

    @Test
    void theFirstStartHasSomethingToMeasure() {
        var steps = api.read("data-head", "/figures?days=365").ok().get("steps");

        for (var key : List.of("confirmNeed", "confirmReuse", "giveOpinion", "writeFeasibilityNote", "approveUsage")) {
            var step = StreamSupport.stream(steps.spliterator(), false)
                    .filter(each -> each.get("step").asText().equals(key))
                    .findFirst()
                    .orElseThrow();
            assertThat(step.get("done").asLong()).as(key).isGreaterThanOrEqualTo(4);
            assertThat(step.get("median").asText()).as(key).startsWith("PT");
            assertThat(step.get("ninetieth").asText()).as(key).startsWith("PT");
        }
    }

    /** Nobody is asked, nothing runs, no money is held, and every page tells the case from its beginning to its end. */
    @Test
    void everyCaseHasEndedAndItsPageTellsIt() {
        var cases = jdbc.sql("select case_id::text from sluice.case_file where case_id in " + TAKEN_OVER)
                .query(String.class)
                .list();
        assertThat(cases).hasSizeBetween(40, 80);

        for (var caseId : cases) {
            var page = api.read("audit", "/cases/" + caseId).ok();
            assertThat(page.get("closedAt").isNull()).as(caseId).isFalse();
            assertThat(page.get("openTasks")).as(caseId).isEmpty();
            assertThat(page.get("facts")).as(caseId).hasSizeGreaterThan(8);
            assertThat(instants(page.get("thread")))
                    .as(caseId)
                    .hasSizeGreaterThan(4)
                    .isSorted()
                    .allMatch(at ->
                            !at.isBefore(Instant.parse(page.get("openedAt").asText())));
            assertThat(engine.createHistoricProcessInstanceQuery()
                            .processInstanceBusinessKey(caseId)
                            .count())
                    .isZero();
        }
        assertThat(count("ledger_entry where case_id in " + TAKEN_OVER)).isZero();
        assertThat(count("task where state = 'OPEN' and case_id in " + TAKEN_OVER))
                .isZero();
    }

    /** What a task measures is what its thread tells, within working hours and by somebody who had the right. */
    @Test
    void tasksAreThoseOfTheirThreads() {
        assertThat(count("task t where case_id in " + TAKEN_OVER + """
                         and (t.created_at > coalesce(t.claimed_at, t.ended_at) or t.claimed_at > t.ended_at
                              or extract(hour from t.ended_at at time zone 'Asia/Shanghai') not between 9 and 17
                              or extract(isodow from t.ended_at at time zone 'Asia/Shanghai') > 5 and not exists (
                                  select 1 from sluice.calendar_day d
                                  where d.working and d.day = (t.ended_at at time zone 'Asia/Shanghai')::date))
                        """)).isZero();
        assertThat(count("task t where case_id in " + TAKEN_OVER + """
                         and t.state = 'COMPLETED' and not exists (
                             select 1 from sluice.audit_event e where e.case_id = t.case_id and e.action = 'task.completed'
                               and e.details ->> 'task' = t.key and e.at = t.ended_at and e.actor = t.completed_by)
                        """)).isZero();
        assertThat(count("task t where case_id in " + TAKEN_OVER + """
                         and t.completed_by is not null and not exists (
                             select 1 from sluice.person_role r where r.person = t.completed_by
                               and r.role = t.candidate_group and r.org_unit = t.org_unit)
                        """)).isZero();
    }

    /** A grant that such a request asked for is for what it asked. */
    @Test
    void grantsAnswerTheirRequests() {
        assertThat(count("usage_request where case_id in " + TAKEN_OVER)).isBetween(10L, 30L);
        assertThat(count("usage_request q where case_id in " + TAKEN_OVER + """
                         and not exists (select 1 from sluice.usage_grant g where g.case_id = q.case_id
                             and g.product = q.product and g.org_unit = q.org_unit and g.scenario = q.scenario
                             and g.purpose = q.purpose and g.granted_at = q.ended_at
                             and g.valid_to <= (q.ended_at + interval '12 months')::date)
                        """))
                .isZero();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from sluice." + rows).query(Long.class).single();
    }

    private static List<Instant> instants(JsonNode thread) {
        return StreamSupport.stream(thread.spliterator(), false)
                .map(entry -> Instant.parse(entry.get("at").asText()))
                .toList();
    }
}
