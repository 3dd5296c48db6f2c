package org.sluice.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures count what the list of cases shows, and only what their reader sees. */
@HouseTest
class FiguresTest {

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void everyOpenCountIsThatOfTheListThatItLeadsTo() {
        var caseId = intakes.submitted();
        jdbc.sql("update sluice.task set due = '2001-01-01' where case_id = ?::uuid")
                .param(caseId)
                .update();

        var figures = api.read("data-head", "/figures").ok();

        var stages = figures.get("stages");
        assertThat(stages).isNotEmpty();
        for (var stage : stages) {
            var filter = "kind=" + stage.get("kind").asText() + "&state="
                    + stage.get("state").asText() + "&open=true";
            assertThat(total(filter)).isEqualTo(stage.get("open").asLong());
            assertThat(total(filter + "&overdue=true"))
                    .isEqualTo(stage.get("overdue").asLong());
        }
        var steps = figures.get("steps");
        assertThat(step(steps, "confirmNeed").get("overdue").asLong()).isPositive();
        for (var step : steps) {
            var filter = "step=" + step.get("step").asText() + "&open=true";
            assertThat(total(filter)).isEqualTo(step.get("open").asLong());
            assertThat(total(filter + "&overdue=true"))
                    .isEqualTo(step.get("overdue").asLong());
        }
    }

    @Test
    void durationsAreThoseOfTheTasksThatPeopleCompletedInTheWindow() {
        for (int hours = 1; hours <= 11; hours++) {
            ended("measured", hours, "interval '1 day'");
        }
        ended("measured", 1_000, "interval '40 days'");

        var within = step(api.read("data-head", "/figures?days=30").ok().get("steps"), "measured");
        assertThat(within.get("done").asLong()).isEqualTo(11);
        assertThat(within.get("median").asText()).isEqualTo("PT6H");
        assertThat(within.get("ninetieth").asText()).isEqualTo("PT10H");
        assertThat(within.get("waited").asText()).isEqualTo("PT3H");
        var longer = step(api.read("data-head", "/figures?days=60").ok().get("steps"), "measured");
        assertThat(longer.get("done").asLong()).isEqualTo(12);
    }

    @Test
    void aBranchGetsNoFiguresOfOthers() {
        ended("unseen", 5, "interval '1 hour'");
        var figures = api.read("br01-business-requester", "/figures").ok();
        assertThat(figures.get("steps"))
                .noneMatch(step -> step.get("step").asText().equals("unseen"));
        assertThat(figures.get("budget"))
                .noneMatch(line -> line.get("code").asText().contains("CENTRAL"));
    }

    @Test
    void aWindowOfNoLengthIsRefused() {
        var problem = api.read("data-head", "/figures?days=0").refused(422);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("days");
    }

    /** A task of a head-office case that took so many hours, half of them lying unclaimed. */
    private void ended(String key, int hours, String ago) {
        var caseId = intakes.submitted();
        jdbc.sql("""
                        insert into sluice.task (id, key, process_key, process_instance, case_id, candidate_group,
                                                 org_unit, state, created_at, claimed_at, ended_at)
                        select gen_random_uuid()::text, :key, 'requirement-intake', 'none', c.case_id, 'LEGAL', 'HO',
                               'COMPLETED', at - :hours * interval '1 hour', at - :hours * interval '30 minutes', at
                        from sluice.case_file c, (select (:now)::timestamptz - %s as at) t where c.case_id = :case::uuid
                        """.formatted(ago))
                .param("key", key)
                .param("hours", hours)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("case", caseId)
                .update();
    }

    private long total(String filter) {
        return api.read("data-head", "/cases?" + filter).ok().get("total").asLong();
    }

    private static JsonNode step(JsonNode steps, String key) {
        return StreamSupport.stream(steps.spliterator(), false)
                .filter(step -> step.get("step").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
