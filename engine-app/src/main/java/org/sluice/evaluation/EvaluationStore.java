package org.sluice.evaluation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.process.evaluation.DecideRenewal;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.shared.CaseNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of evaluations. */
@Component
class EvaluationStore {

    /** A product whose evaluation is due. */
    record Due(UUID product, Evaluation.Trigger trigger) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseNumbers numbers;

    EvaluationStore(JdbcClient jdbc, Clock clock, CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
    }

    String nextNumber() {
        return numbers.next("EVA", "sluice.evaluation_number");
    }

    void open(CaseId caseId, String number, UUID product, UUID supplier, Evaluation.Trigger trigger) {
        jdbc.sql("""
                        insert into sluice.evaluation (case_id, number, product, supplier, trigger, state, previous_grade, opened_at)
                        values (:case, :no, :product, :supplier, :trigger, 'OPEN',
                            (select e.grade from sluice.evaluation e
                             where e.product = :product and e.state = 'CONFIRMED' order by e.opened_at desc limit 1), :at)
                        """)
                .param("case", caseId.value())
                .param("no", number)
                .param("product", product)
                .param("supplier", supplier)
                .param("trigger", trigger.name())
                .param("at", now())
                .update();
    }

    /** Waits for whoever starts an evaluation of the product at the same time. */
    void lockProduct(UUID product) {
        jdbc.sql("select 1 from sluice.data_product where id = ? for no key update")
                .param(product)
                .query(Integer.class)
                .optional();
    }

    /** @throws NotFound when the case is no evaluation */
    Evaluation get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("evaluation", caseId.toString()));
    }

    Optional<Evaluation> find(CaseId caseId) {
        return query("where case_id = ?", caseId.value()).stream().findFirst();
    }

    /** The one of this product that has not ended. */
    Optional<Evaluation> openOf(UUID product) {
        return query("where product = ? and ended_at is null", product).stream().findFirst();
    }

    /** All of a product, the newest first. */
    List<Evaluation> ofProduct(UUID product) {
        return query("where product = ? order by opened_at desc, number desc", product);
    }

    /** All of a supplier's products, the newest first. */
    List<Evaluation> ofSupplier(UUID supplier) {
        return query("where supplier = ? order by opened_at desc, number desc", supplier);
    }

    /** All of a supplier's products that have not ended. */
    List<Evaluation> openOfSupplier(UUID supplier) {
        return query("where supplier = ? and ended_at is null order by number", supplier);
    }

    /** The last confirmed one of each of these products. */
    List<Evaluation> lastConfirmed(List<UUID> products) {
        return query(
                "where case_id in (select distinct on (product) case_id from sluice.evaluation"
                        + " where product = any(?) and state = 'CONFIRMED' order by product, opened_at desc)",
                (Object) products.toArray(UUID[]::new));
    }

    /**
     * What is due and not under way: contracts that end first, then what was evaluated longest ago. One whose contract ends
     * is not started again for the same contract.
     *
     * @param ending products whose contract ends within so many days, with that end
     */
    List<Due> due(LocalDate today, int everyMonths, int contractDays, Map<UUID, LocalDate> ending, int limit) {
        var products = List.copyOf(ending.keySet());
        return jdbc.sql("""
                        with last as (
                            select product, max(opened_at) as opened_at from sluice.evaluation
                            where state <> 'STOPPED' group by product),
                        ending as (
                            select * from unnest(:products::uuid[], :ends::date[]) as given (product, ends_on))
                        select p.id, n.ends_on is not null and coalesce(l.opened_at < n.ends_on - :days * interval '1 day', true)
                                   as contract_ends
                        from sluice.data_product p
                        left join last l on l.product = p.id
                        left join ending n on n.product = p.id
                        where p.state in ('LISTED', 'DEGRADED')
                          and not exists (select 1 from sluice.evaluation e where e.product = p.id and e.ended_at is null)
                          and (coalesce(l.opened_at, p.listed_on) < :longAgo
                               or n.ends_on is not null and coalesce(l.opened_at < n.ends_on - :days * interval '1 day', true))
                        order by n.ends_on nulls last, coalesce(l.opened_at, p.listed_on), p.code
                        limit :limit
                        """)
                .param("products", products.toArray(UUID[]::new))
                .param(
                        "ends",
                        products.stream()
                                .map(product -> String.valueOf(ending.get(product)))
                                .toArray(String[]::new))
                .param("days", contractDays)
                .param("longAgo", today.minusMonths(everyMonths))
                .param("limit", limit)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getBoolean("contract_ends")
                                ? Evaluation.Trigger.CONTRACT_ENDING
                                : Evaluation.Trigger.LONG_AGO))
                .list();
    }

    void window(CaseId caseId, LocalDate from, LocalDate to) {
        jdbc.sql("update sluice.evaluation set window_from = ?, window_to = ? where case_id = ?")
                .params(from, to, caseId.value())
                .update();
    }

    void veto(CaseId caseId, @Nullable String veto) {
        jdbc.sql("update sluice.evaluation set veto = ? where case_id = ?")
                .params(veto, caseId.value())
                .update();
    }

    void scored(CaseId caseId, BigDecimal score, int weight) {
        jdbc.sql("update sluice.evaluation set score = ?, weight = ? where case_id = ?")
                .params(score, weight, caseId.value())
                .update();
    }

    void graded(CaseId caseId, String grade, String sharePolicy, String inspection) {
        jdbc.sql(
                        "update sluice.evaluation set grade = ?, share_policy = ?, inspection = ?, state = 'SCORED' where case_id = ?")
                .params(grade, sharePolicy, inspection, caseId.value())
                .update();
    }

    void state(CaseId caseId, Evaluation.State state) {
        jdbc.sql("update sluice.evaluation set state = ? where case_id = ?")
                .params(state.name(), caseId.value())
                .update();
    }

    /** Scored once more, with what the objection has put right. */
    void secondRound(CaseId caseId) {
        jdbc.sql("""
                        update sluice.evaluation set round = 2, state = 'OPEN', score = null, weight = null, grade = null,
                            share_policy = null, inspection = null
                        where case_id = ?
                        """).param(caseId.value()).update();
    }

    void proposed(CaseId caseId, RenewalOutcome outcome, boolean review, int noticeDays) {
        jdbc.sql("update sluice.evaluation set proposed = ?, proposed_review = ?, notice_days = ? where case_id = ?")
                .params(outcome.name(), review, noticeDays, caseId.value())
                .update();
    }

    void decided(CaseId caseId, DecideRenewal body, PersonId by) {
        jdbc.sql("""
                        update sluice.evaluation set decided = ?, decided_review = ?, reasons = ?, decided_by = ?, decided_at = ?
                        where case_id = ?
                        """)
                .params(
                        String.valueOf(body.outcome()),
                        Boolean.TRUE.equals(body.blacklistReview()),
                        body.reasons(),
                        by.value(),
                        now(),
                        caseId.value())
                .update();
    }

    void end(CaseId caseId) {
        jdbc.sql("update sluice.evaluation set ended_at = ? where case_id = ? and ended_at is null")
                .params(now(), caseId.value())
                .update();
    }

    private List<Evaluation> query(String where, Object... params) {
        return jdbc.sql("select * from sluice.evaluation " + where)
                .params(params)
                .query(EvaluationStore::evaluation)
                .list();
    }

    private static Evaluation evaluation(ResultSet row, int n) throws SQLException {
        var decidedBy = row.getObject("decided_by", UUID.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var weight = row.getObject("weight", Integer.class);
        return new Evaluation(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getObject("product", UUID.class),
                row.getObject("supplier", UUID.class),
                Evaluation.Trigger.valueOf(row.getString("trigger")),
                Evaluation.State.valueOf(row.getString("state")),
                row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class),
                row.getInt("round"),
                row.getString("previous_grade"),
                row.getString("veto"),
                row.getBigDecimal("score"),
                weight,
                row.getString("grade"),
                row.getString("share_policy"),
                row.getString("inspection"),
                outcome(row.getString("proposed")),
                row.getBoolean("proposed_review"),
                row.getInt("notice_days"),
                outcome(row.getString("decided")),
                row.getBoolean("decided_review"),
                row.getString("reasons"),
                decidedBy == null ? null : new PersonId(decidedBy),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static @Nullable RenewalOutcome outcome(@Nullable String code) {
        return code == null ? null : RenewalOutcome.valueOf(code);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
