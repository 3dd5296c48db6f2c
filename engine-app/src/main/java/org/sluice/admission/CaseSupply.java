package org.sluice.admission;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sluice.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the requirement of a case says about the data that is to be supplied. It is read from the requirement's row, since
 * the two features know nothing of each other.
 */
@Component
class CaseSupply {

    private final JdbcClient jdbc;

    CaseSupply(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By the names of the rules' catalogue; empty for a case without a requirement. What was merged into the case or joins
     * its purchase counts as well: the most sensitive of all that is served.
     */
    Map<String, Object> of(CaseId caseId) {
        return jdbc.sql("""
                        select bool_or(r.contains_pi) as contains_pi, max(r.jr_level) as jr_level,
                            case when count(distinct r.subject_type) = 1 then max(r.subject_type) else 'BOTH' end as subject_type,
                            (select amount from sluice.case_file c where c.case_id = s.host) as amount
                        from sluice.served_requirement s join sluice.requirement r on r.case_id = s.case_id
                        where s.host = ? group by s.host
                        """)
                .param(caseId.value())
                .query((row, n) -> {
                    Map<String, Object> known = new LinkedHashMap<>();
                    known.put("containsPersonalInfo", row.getBoolean("contains_pi"));
                    known.put("subjectType", row.getString("subject_type"));
                    known.put("jrLevel", row.getInt("jr_level"));
                    BigDecimal amount = row.getBigDecimal("amount");
                    if (amount != null) {
                        known.put("contractAmount", amount);
                    }
                    return known;
                })
                .optional()
                .orElse(Map.of());
    }
}
