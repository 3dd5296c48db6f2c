package org.sluice.admission;

import java.util.Optional;
import org.sluice.process.CaseId;
import org.sluice.process.intake.RequirementForm;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the requirement of a case asks for; read from its row, since the two features know nothing of each other. */
@Component
class RequirementForms {

    private final JdbcClient jdbc;
    private final Json json;

    RequirementForms(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As it was sent; empty when the case is about no requirement. */
    Optional<RequirementForm> of(CaseId caseId) {
        return jdbc.sql("select form from sluice.requirement where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .optional()
                .map(form -> json.read(form, RequirementForm.class));
    }
}
