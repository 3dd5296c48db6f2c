package org.sluice.intake;

import java.util.Optional;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.SubjectType;
import org.sluice.shared.Demand;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the requirements say to the features beside intake. */
@Component
class RequirementDemand implements Demand {

    private final JdbcClient jdbc;
    private final Json json;

    RequirementDemand(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<RequirementForm> form(CaseId caseId) {
        return jdbc.sql("select form from sluice.requirement where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .optional()
                .map(form -> json.read(form, RequirementForm.class));
    }

    @Override
    public Optional<Served> served(CaseId caseId) {
        return jdbc.sql("""
                        select bool_or(r.contains_pi) as contains_pi, max(r.jr_level) as jr_level,
                            case when count(distinct r.subject_type) = 1 then max(r.subject_type) else 'BOTH' end as subject_type,
                            (select amount from sluice.case_file c where c.case_id = s.host) as amount
                        from sluice.served_requirement s join sluice.requirement r on r.case_id = s.case_id
                        where s.host = ? group by s.host
                        """)
                .param(caseId.value())
                .query((row, n) -> new Served(
                        row.getBoolean("contains_pi"),
                        row.getInt("jr_level"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        Optional.ofNullable(row.getBigDecimal("amount")).map(Money::new)))
                .optional();
    }
}
