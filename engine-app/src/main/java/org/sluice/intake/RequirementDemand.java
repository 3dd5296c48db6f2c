package org.sluice.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Money;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementIntakeProcess;
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

    @Override
    public List<CaseId> mayBeServedBy(UUID product) {
        return jdbc.sql("""
                        select r.case_id from sluice.requirement r
                        join sluice.requirement_match m on m.case_id = r.case_id
                        where m.kind = 'PRODUCT' and m.reference = ? and m.reuse_allowed
                          and exists (select 1 from sluice.task t
                                      where t.case_id = r.case_id and t.state = 'OPEN' and t.key = ?)
                        order by r.requirement_no
                        """)
                .params(product, RequirementIntakeProcess.Task.CONFIRM_REUSE)
                .query((row, n) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }
}
