package org.sluice.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether there are people for what a case asks: it would else wait in silence for somebody whom the house does not have,
 * since all who hold the role have taken a step before that rules them out, or too few hold it.
 */
@Component
class MissingPeople {

    /** Tasks of which one person does one at most. */
    private record Round(Role role, UnitCode unit, String mark) {}

    /** @param heldAt where somebody holds the role; null where nobody does */
    private record Candidate(
            TaskId task,
            Round round,
            boolean taken,
            @Nullable UUID person,
            @Nullable UnitCode heldAt,
            boolean isNotFor) {}

    private final JdbcClient jdbc;
    private final Access access;

    MissingPeople(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** How many people are missing, by the task that nobody can take; tasks for which there is somebody are left out. */
    Map<TaskId, Integer> of(CaseId caseId) {
        var free = new LinkedHashMap<Round, List<TaskId>>();
        var tasks = new HashMap<Round, Set<TaskId>>();
        var people = new HashMap<Round, Set<UUID>>();
        for (var candidate : candidates(caseId)) {
            var round = candidate.round();
            var able = people.computeIfAbsent(round, each -> new HashSet<>());
            if (tasks.computeIfAbsent(round, each -> new HashSet<>()).add(candidate.task()) && !candidate.taken()) {
                free.computeIfAbsent(round, each -> new ArrayList<>()).add(candidate.task());
            }
            if (candidate.person() != null && isAble(candidate)) {
                able.add(candidate.person());
            }
        }
        var missing = new HashMap<TaskId, Integer>();
        free.forEach((round, waiting) -> {
            var wanted = tasks.getOrDefault(round, Set.of()).size()
                    - people.getOrDefault(round, Set.of()).size();
            if (wanted > 0) {
                missing.put(waiting.get(0), wanted);
            }
        });
        return missing;
    }

    private boolean isAble(Candidate candidate) {
        var round = candidate.round();
        return candidate.heldAt() != null
                && !candidate.isNotFor()
                && access.gives(new Actor.Right(round.role(), candidate.heldAt()), round.role(), round.unit());
    }

    private List<Candidate> candidates(CaseId caseId) {
        return jdbc.sql("""
                        select t.id, t.candidate_group, t.org_unit, t.assignee is not null as taken,
                               case when t.key = any(t.other_eyes) then t.key
                                    else coalesce(t.once_for::text, t.id) end as mark,
                               r.person, r.org_unit as held_at,
                               exists (select 1 from sluice.task_not_for n
                                       where n.task = t.id and n.person = r.person) as is_not_for
                        from sluice.task t join sluice.case_file c on c.case_id = t.case_id
                        left join (sluice.person_role r join sluice.person p on p.id = r.person and p.active
                                   and exists (select 1 from sluice.account a where a.person = p.id and a.enabled))
                            on r.role = t.candidate_group
                        where t.case_id = ? and t.state = 'OPEN' and c.closed_at is null
                        order by t.created_at, t.id
                        """)
                .param(caseId.value())
                .query((row, n) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        var heldAt = row.getString("held_at");
        return new Candidate(
                new TaskId(row.getString("id")),
                new Round(
                        Role.valueOf(row.getString("candidate_group")),
                        new UnitCode(row.getString("org_unit")),
                        row.getString("mark")),
                row.getBoolean("taken"),
                row.getObject("person", UUID.class),
                heldAt == null ? null : new UnitCode(heldAt),
                row.getBoolean("is_not_for"));
    }
}
