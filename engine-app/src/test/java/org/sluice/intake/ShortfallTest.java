package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.LockWaits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Finance settles a shortfall with a line that is the case's to use, and only when the line still bears it. */
@HouseTest
class ShortfallTest {

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private LockWaits waits;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void offersTheOwnUnitTheOwnBusinessLineAndTheCentralLinesOnly() {
        var caseId = shortAtBranch();

        var offered = new ArrayList<String>();
        task(caseId)
                .get("choices")
                .forEach(choice -> offered.add(choice.get("value").asText()));

        assertThat(offered)
                .hasSize(2)
                .anyMatch(code -> code.endsWith("-CENTRAL"))
                .anyMatch(code -> code.endsWith("-LINE-INCLUSIVE_FINANCE"));
        for (var foreign : List.of("LINE-BANK_CARD", "BRANCH-BR02")) {
            var code = offered.get(0).replaceAll("-(CENTRAL|LINE-.*)$", "-" + foreign);
            assertThat(complete(caseId, code).refused(422).at("/errors/0/field").asText())
                    .isEqualTo("budgetLine");
        }
        intakes.complete(caseId, Map.of("choice", "REFUSE", "comment", "test ends"))
                .ok();
    }

    @Test
    void saysWhatIsMissingAndWhatEachLineHasLeft() {
        var caseId = shortAtBranch();
        var figures = new LinkedHashMap<String, BigDecimal>();
        var task = task(caseId);
        task.get("figures")
                .forEach(figure -> figures.put(
                        figure.get("name").asText(), figure.get("amount").decimalValue()));
        var own = available(
                task.get("choices").get(0).get("value").asText().replaceAll("-(CENTRAL|LINE-.*)$", "-BRANCH-BR01"));

        assertThat(figures.get("asked")).isEqualByComparingTo("3500000");
        assertThat(figures.get("available")).isEqualByComparingTo(own);
        assertThat(figures.get("gap")).isPositive().isEqualByComparingTo(new BigDecimal("3500000").subtract(own));
        task.get("choices").forEach(choice -> assertThat(choice.get("left").decimalValue())
                .isEqualByComparingTo(available(choice.get("value").asText())));
        intakes.complete(caseId, Map.of("choice", "REFUSE", "comment", "test ends"))
                .ok();
    }

    @Test
    void refusesALineThatAnotherCaseDrainsAtTheSameMoment() {
        var caseId = shortAtBranch();
        var line = task(caseId).get("choices").get(0).get("value").asText();
        var available = available(line);

        var answer = transaction.execute(status -> {
            move(line, available.negate());
            var settling = CompletableFuture.supplyAsync(() -> complete(caseId, line));
            waits.awaitOneBehindMe();
            return settling;
        });

        try {
            assertThat(answer).isNotNull();
            var problem = answer.join().refused(422);
            assertThat(problem.at("/errors/0/field").asText()).isEqualTo("budgetLine");
            assertThat(problem.at("/errors/0/message").asText()).contains(line, "Choose one from the list");
            assertThat(intakes.taskKey(caseId)).isEqualTo("settleShortfall");
            assertThat(actions(caseId)).doesNotContain("requirement.budgetMoved");
        } finally {
            transaction.executeWithoutResult(status -> move(line, available));
        }
        complete(caseId, line).ok();
        assertThat(actions(caseId)).contains("requirement.budgetMoved");
    }

    private String shortAtBranch() {
        var form = intakes.form("BR01").put("budgetSource", "BRANCH").put("budgetAmount", 3_500_000);
        var caseId = intakes.submit("br01-business-requester", form);
        intakes.leadTo(caseId, "settleShortfall");
        return caseId;
    }

    private JsonNode task(String caseId) {
        return api.read("finance", "/tasks?caseId=" + caseId).ok().at("/items/0");
    }

    private Api.Answer complete(String caseId, String line) {
        return api.write(
                "finance",
                "/tasks/" + task(caseId).get("id").asText() + "/complete",
                Map.of("choice", "RESERVE_ELSEWHERE", "budgetLine", line));
    }

    private BigDecimal available(String line) {
        return jdbc.sql("select available from sluice.budget_balance where code = ?")
                .param(line)
                .query(BigDecimal.class)
                .single();
    }

    /** What another case's commitment does to a line: it holds the line until its transaction ends. */
    private void move(String line, BigDecimal amount) {
        jdbc.sql("select 1 from sluice.budget_line where code = ? for update")
                .param(line)
                .query(Integer.class)
                .single();
        var entry = jdbc.sql(
                        "insert into sluice.ledger_entry (reference, kind, at) values (?, 'COMMIT', ?) returning id")
                .params("test:" + UUID.randomUUID(), OffsetDateTime.now(java.time.Clock.systemUTC()))
                .query(Long.class)
                .single();
        for (var posting :
                Map.of("AVAILABLE", amount, "COMMITTED", amount.negate()).entrySet()) {
            jdbc.sql("insert into sluice.ledger_posting (entry, budget_line, bucket, amount) values (?, ?, ?, ?)")
                    .params(entry, line, posting.getKey(), posting.getValue())
                    .update();
        }
    }

    private List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid")
                .param(caseId)
                .query(String.class)
                .list();
    }
}
