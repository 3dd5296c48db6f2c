package org.sluice.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.UnitCode;
import org.sluice.shared.CaseFiles;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of all kinds in one list, each to those who may see it; and which came from which. */
@HouseTest
class CaseListTest {

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private CaseFiles files;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCaseThatTheHouseStartedHasNoInitiatorAndTellsWhereItCameFrom() {
        var origin = intakes.submitted();
        var followUp = opened("HO", CaseId.of(origin));

        var line = lines("data-steward", "kind=EVALUATION&size=200").stream()
                .filter(each -> each.get("caseId").asText().equals(followUp.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(line.at("/title/zh").asText()).isEqualTo("税务数据");
        assertThat(line.at("/title/en").asText()).isEqualTo("Tax data");
        var sheet = api.read("data-steward", "/cases/" + followUp).ok();
        assertThat(sheet.get("initiatorName").isNull()).isTrue();
        assertThat(sheet.at("/related/0/caseId").asText()).isEqualTo(origin);
        assertThat(sheet.at("/related/0/origin").asBoolean()).isTrue();
        var back = api.read("data-steward", "/cases/" + origin).ok();
        assertThat(back.at("/related/0/caseId").asText()).isEqualTo(followUp.toString());
        assertThat(back.at("/related/0/origin").asBoolean()).isFalse();
    }

    @Test
    void aBranchSeesNoCaseOfHeadOffice() {
        var ours = opened("HO", null).toString();

        assertThat(numbers(lines("br01-business-requester", "kind=EVALUATION&size=200")))
                .doesNotContain(ours);
        assertThat(numbers(lines("data-steward", "kind=EVALUATION&size=200"))).contains(ours);
    }

    @Test
    void whatWaitsAtAStepAndWhatIsLateIsCounted() {
        var caseId = intakes.submitted();
        assertThat(numbers(lines("data-steward", "step=confirmNeed&open=true&size=200")))
                .contains(caseId);
        assertThat(numbers(lines("data-steward", "step=confirmNeed&overdue=true&size=200")))
                .doesNotContain(caseId);
        jdbc.sql("update sluice.task set due = '2001-01-01' where case_id = ?::uuid")
                .param(caseId)
                .update();
        assertThat(numbers(lines("data-steward", "step=confirmNeed&overdue=true&size=200")))
                .contains(caseId);
        assertThat(numbers(lines("data-steward", "step=giveOpinion&size=200"))).doesNotContain(caseId);
    }

    @Test
    void aPageThatIsNoNumberIsRefusedByItsName() {
        var problem = api.read("data-steward", "/cases?page=first").refused(422);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("page");
    }

    private CaseId opened(String unit, CaseId origin) {
        var id = new CaseId(UUID.randomUUID());
        files.open(
                id,
                CaseKind.EVALUATION,
                "EVA-TEST-" + id,
                new LocalText("税务数据", "Tax data"),
                new UnitCode(unit),
                null,
                null,
                "OPEN",
                origin);
        return id;
    }

    private List<JsonNode> lines(String user, String query) {
        return StreamSupport.stream(
                        api.read(user, "/cases?" + query).ok().get("items").spliterator(), false)
                .toList();
    }

    private static List<String> numbers(List<JsonNode> lines) {
        return lines.stream().map(line -> line.get("caseId").asText()).toList();
    }
}
