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

    /** By the names of the rules' catalogue; empty for a case without a requirement. */
    Map<String, Object> of(CaseId caseId) {
        return jdbc.sql("""
                        select r.contains_pi, r.jr_level, r.subject_type, c.amount
                        from sluice.requirement r join sluice.case_file c on c.case_id = r.case_id where r.case_id = ?
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
