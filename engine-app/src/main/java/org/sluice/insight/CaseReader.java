package org.sluice.insight;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.rules.DecisionTable;
import org.sluice.shared.Json;
import org.sluice.shared.NotFor;
import org.sluice.ui.cases.CaseDesk.Clause;
import org.sluice.ui.cases.CaseDesk.Entry;
import org.sluice.ui.cases.CaseDesk.Fact;
import org.sluice.ui.cases.CaseDesk.OpenTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is on record about a case. */
@Component
class CaseReader {

    /**
     * The case's cover with the names of its unit and its initiator.
     *
     * @param initiatorName null when the house itself started it
     */
    record Cover(
            LocalText unitName,
            @Nullable LocalText initiatorName,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            UnitCode unit) {}

    /** A rule as it was kept. */
    record KeptRule(LocalText statement, String severity, List<String> refs) {}

    /**
     * A decision as it was kept.
     *
     * @param element of the model, that asked
     * @param outcome what each row gave; for rules their verdict alone
     */
    record Kept(
            String decision,
            String element,
            int release,
            Instant at,
            Map<String, String> facts,
            List<String> fired,
            List<Map<String, String>> outcome) {}

    /** What the decision of a question to the rules begins with; the group's name follows. */
    static final String RULES = "rules.";

    private static final LocalText UNKNOWN = new LocalText("条款库中没有此条款", "Not in the list of clauses");

    private final JdbcClient jdbc;
    private final Json json;

    CaseReader(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Cover cover(CaseId caseId) {
        return jdbc.sql("""
                        select c.*, u.name_zh as unit_zh, u.name_en as unit_en, p.name_zh, p.name_en
                        from sluice.case_file c join sluice.org_unit u on u.code = c.org_unit
                        left join sluice.person p on p.id = c.initiator where c.case_id = ?
                        """)
                .param(caseId.value())
                .query((row, n) -> new Cover(
                        new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                        row.getString("name_zh") == null
                                ? null
                                : new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        instant(row, "opened_at"),
                        row.getObject("closed_at") == null ? null : instant(row, "closed_at"),
                        row.getString("outcome"),
                        new UnitCode(row.getString("org_unit"))))
                .single();
    }

    List<Entry> thread(CaseId caseId) {
        return jdbc.sql("select at, action, actor_name, details from sluice.audit_event where case_id = ? order by id")
                .param(caseId.value())
                .query((row, n) -> new Entry(
                        instant(row, "at"),
                        row.getString("action"),
                        row.getString("actor_name") == null
                                ? null
                                : json.read(row.getString("actor_name"), LocalText.class),
                        facts(json.tree(row.getString("details")))))
                .list();
    }

    List<Kept> decisions(CaseId caseId) {
        return jdbc.sql("select * from sluice.decision_record where case_id = ? order by id")
                .param(caseId.value())
                .query((row, n) -> kept(row))
                .list();
    }

    /** The table as it stood in the release that decided. */
    DecisionTable table(int release, String decision) {
        return DecisionTable.read(jdbc.sql("select dmn from sluice.rule_release_table where release = ? and key = ?")
                .params(release, decision)
                .query(String.class)
                .single());
    }

    /** What a row or a rule of that release says, by its id; for a missing fact there is none. */
    Map<String, LocalText> texts(int release, String decision) {
        var texts = new TreeMap<String, LocalText>();
        if (decision.startsWith(RULES)) {
            rules(release, decision).forEach((id, rule) -> texts.put(id, rule.statement()));
        } else {
            table(release, decision).rows().forEach(row -> texts.put(row.id(), row.text()));
        }
        return texts;
    }

    /** The rules of the group as they stood in the release that was asked, by id. */
    Map<String, KeptRule> rules(int release, String decision) {
        var rules = new TreeMap<String, KeptRule>();
        jdbc.sql("select * from sluice.rule_release_rule where release = ? and rule_group = ?")
                .params(release, decision.substring(RULES.length()))
                .query(row -> {
                    rules.put(
                            row.getString("id"),
                            new KeptRule(
                                    new LocalText(row.getString("statement_zh"), row.getString("statement_en")),
                                    row.getString("severity"),
                                    strings(row.getArray("refs"))));
                });
        return rules;
    }

    Optional<LocalText> budgetLine(String code) {
        return jdbc.sql("select name_zh, name_en from sluice.budget_line where code = ?")
                .param(code)
                .query((row, n) -> new LocalText(row.getString("name_zh"), row.getString("name_en")))
                .optional();
    }

    /** A message to the engine that is still to be delivered; one that was given up waits for an operator. */
    boolean hasMessageUnderWay(CaseId caseId) {
        return jdbc.sql(
                        "select exists (select 1 from sluice.engine_message where case_id = ? and delivered_at is null and stuck_at is null)")
                .param(caseId.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Nobody waits in a closed case, also in the moment before the engine has taken its tasks away.
     *
     * @param may whether the person who reads may open a task of this role at this unit
     * @param missing how many people are missing for a task, where any are
     */
    List<OpenTask> openTasks(
            CaseId caseId, PersonId reader, BiPredicate<Role, UnitCode> may, Map<TaskId, Integer> missing) {
        return jdbc.sql("""
                        select t.*, (select array[n.because, n.step] from sluice.task_not_for n
                                     where n.task = t.id and n.person = :reader limit 1) as not_for, u.name_zh as unit_zh, u.name_en as unit_en, p.name_zh, p.name_en
                        from sluice.task t join sluice.org_unit u on u.code = t.org_unit
                        join sluice.case_file c on c.case_id = t.case_id
                        left join sluice.person p on p.id = t.assignee
                        where t.case_id = :case and t.state = 'OPEN' and c.closed_at is null
                        order by t.created_at, t.id
                        """)
                .param("case", caseId.value())
                .param("reader", reader.value())
                .query((row, n) -> new OpenTask(
                        new TaskId(row.getString("id")),
                        row.getString("key"),
                        row.getString("subject_zh") == null
                                ? null
                                : new LocalText(row.getString("subject_zh"), row.getString("subject_en")),
                        Role.valueOf(row.getString("candidate_group")),
                        new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                        row.getString("name_zh") == null
                                ? null
                                : new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        instant(row, "created_at"),
                        row.getObject("due") == null ? null : instant(row, "due"),
                        may.test(
                                Role.valueOf(row.getString("candidate_group")),
                                new UnitCode(row.getString("org_unit"))),
                        notForReader(row),
                        missing.getOrDefault(new TaskId(row.getString("id")), 0)))
                .list();
    }

    /** The words with which the service would refuse it. */
    private static @Nullable LocalText notForReader(ResultSet row) throws SQLException {
        var notFor = row.getArray("not_for");
        if (notFor == null) {
            return null;
        }
        var said = (String[]) notFor.getArray();
        var refusal = NotFor.valueOf(said[0]).refusal(said[1]);
        return new LocalText(refusal.text(Locale.CHINESE), refusal.text(Locale.ENGLISH));
    }

    /** The clauses and standards with these refs, in their order; one that is in no list is shown as such. */
    List<Clause> clauses(List<String> refs) {
        var found = new TreeMap<String, Clause>();
        jdbc.sql(
                        "select ref, summary_zh, summary_en, verified from sluice.regulation_clause where ref = any(?::text[])"
                                + " union all select code, name_zh, name_en, verified from sluice.standard where code = any(?::text[])")
                .params(refs.toArray(String[]::new), refs.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("ref"),
                            new Clause(
                                    row.getString("ref"),
                                    new LocalText(row.getString("summary_zh"), row.getString("summary_en")),
                                    row.getBoolean("verified")));
                });
        return refs.stream()
                .map(ref -> found.getOrDefault(ref, new Clause(ref, UNKNOWN, false)))
                .toList();
    }

    private Kept kept(ResultSet row) throws SQLException {
        var outcome = new ArrayList<Map<String, String>>();
        var answer = json.tree(row.getString("outcome"));
        if (answer.isArray()) {
            answer.forEach(outputs -> outcome.add(texts(outputs)));
        } else {
            outcome.add(Map.of("verdict", answer.get("verdict").asText()));
        }
        return new Kept(
                row.getString("decision"),
                row.getString("element"),
                row.getInt("release"),
                instant(row, "at"),
                texts(json.tree(row.getString("facts"))),
                strings(row.getArray("fired")),
                outcome);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new java.util.LinkedHashMap<String, String>();
        object.properties().forEach(field -> texts.put(field.getKey(), CaseFactTexts.plain(field.getValue())));
        return texts;
    }

    private List<Fact> facts(JsonNode details) {
        var facts = new ArrayList<Fact>();
        details.properties().forEach(field -> facts.add(new Fact(field.getKey(), CaseFactTexts.of(field.getValue()))));
        return facts;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
