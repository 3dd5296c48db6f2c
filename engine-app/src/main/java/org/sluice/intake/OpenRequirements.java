package org.sluice.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.intake.Similarity.Shape;
import org.sluice.process.CaseId;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.RequirementState;
import org.sluice.process.intake.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requirements that are not served yet, each with all that it carries: what a new wish can be compared with or join. */
@Component
class OpenRequirements {

    /**
     * What others can still join: triaged, not about to be served by a listed product, and no approval asked for yet, so
     * that whoever approves sees all of it.
     */
    private static final String JOINABLE = """
            r.state = 'TRIAGED'
            and not exists (select 1 from sluice.review_step s where s.case_id = r.case_id and s.round = 'REQUIREMENT')
            and not exists (select 1 from sluice.task t
                            where t.case_id = r.case_id and t.state = 'OPEN' and t.key = 'confirmReuse')
            """;

    /** @param shape of all that it asks for, with what it carries */
    record Open(CaseId caseId, String number, String title, RequirementState state, UnitCode unit, Shape shape) {}

    private final JdbcClient jdbc;

    OpenRequirements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All requirements of these classes that others can still join, whenever they came. */
    List<Open> joinable(Collection<String> dataClasses, CaseId except) {
        return open(dataClasses, JOINABLE, except);
    }

    /** All requirements of these classes that are confirmed and not yet served, whether others can join them or not. */
    List<Open> underWay(Collection<String> dataClasses) {
        return open(dataClasses, "r.state in ('TRIAGED', 'APPROVED', 'SOURCING')", null);
    }

    /** @param condition a constant of this class, never a caller's text */
    private List<Open> open(Collection<String> dataClasses, String condition, @Nullable CaseId except) {
        var found = new LinkedHashMap<CaseId, Open>();
        jdbc.sql("""
                        with recursive carried(host, case_id) as (
                            select r.case_id, r.case_id from sluice.requirement r
                            where %s and r.case_id is distinct from ?::uuid
                            union all
                            select c.host, r.case_id from carried c join sluice.requirement r on r.merged_into = c.case_id
                        )
                        select h.case_id, h.requirement_no, h.title, h.state, h.org_unit,
                               r.data_classes, r.subject_type, r.field_names, r.regions
                        from carried c join sluice.requirement h on h.case_id = c.host
                        join sluice.requirement r on r.case_id = c.case_id
                        order by h.requirement_no, r.requirement_no
                        """.formatted(condition))
                .param(except == null ? null : except.value())
                .query((row, n) -> open(row))
                .list()
                .forEach(open -> found.merge(
                        open.caseId(),
                        open,
                        (one, other) -> new Open(
                                one.caseId(),
                                one.number(),
                                one.title(),
                                one.state(),
                                one.unit(),
                                one.shape().with(other.shape()))));
        return found.values().stream()
                .filter(open -> open.shape().classes().stream().anyMatch(dataClasses::contains))
                .toList();
    }

    /** May others still join it? Whether money is reserved for it, only the budget knows. */
    boolean isJoinable(CaseId caseId) {
        return jdbc.sql("select count(*) from sluice.requirement r where r.case_id = ? and " + JOINABLE)
                        .param(caseId.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("requirement_no"),
                row.getString("title"),
                RequirementState.valueOf(row.getString("state")),
                new UnitCode(row.getString("org_unit")),
                new Shape(
                        codes(row, "data_classes"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        codes(row, "field_names"),
                        codes(row, "regions")));
    }

    private static Set<String> codes(ResultSet row, String column) throws SQLException {
        return Set.copyOf(List.of((String[]) row.getArray(column).getArray()));
    }
}
