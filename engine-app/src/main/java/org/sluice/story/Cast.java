package org.sluice.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sluice.process.LocalText;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the demo's people for the turns of the story. */
@Repository
@Profile("demo")
class Cast {

    record Player(String account, LocalText name, LocalText post, LocalText unit) {}

    private static final String PLAYER = """
            select a.username, p.name_zh, p.name_en, p.post_zh, p.post_en, u.name_zh as unit_zh, u.name_en as unit_en
              from sluice.account a
              join sluice.person p on p.id = a.person
              join sluice.org_unit u on u.code = p.org_unit
             where a.demo and a.enabled and p.active
            """;

    private final JdbcClient jdbc;

    Cast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Player named(String account) {
        return jdbc.sql(PLAYER + " and a.username = ?")
                .param(account)
                .query((row, n) -> player(row))
                .single();
    }

    /**
     * Who may do a task: whoever holds it already, else those of its role whom nothing done before keeps from it; its own
     * unit's people first.
     */
    List<Player> of(Happening.Asked task) {
        return jdbc.sql(PLAYER + """
                           and exists (select 1 from sluice.task t join sluice.person_role r on r.role = t.candidate_group
                                        where t.id = :task and r.person = p.id
                                          and (t.assignee is null or t.assignee = p.id))
                           and not exists (select 1 from sluice.task_not_for n where n.task = :task and n.person = p.id)
                         order by (p.org_unit = (select org_unit from sluice.task where id = :task)) desc,
                                  length(a.username), a.username
                        """)
                .param("task", task.id())
                .query((row, n) -> player(row))
                .list();
    }

    private static Player player(ResultSet row) throws SQLException {
        return new Player(
                row.getString("username"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                new LocalText(row.getString("post_zh"), row.getString("post_en")),
                new LocalText(row.getString("unit_zh"), row.getString("unit_en")));
    }
}
