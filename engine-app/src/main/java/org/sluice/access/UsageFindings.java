package org.sluice.access;

import java.util.List;
import java.util.Map;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.rules.Evaluation;
import org.sluice.rules.Severity;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rules found in a request; kept, because it was decided on. */
@Component
class UsageFindings {

    record Kept(String rule, Severity severity, List<Role> reviewGroups, LocalText text, LocalText remedy) {}

    private final JdbcClient jdbc;
    private final Json json;

    UsageFindings(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(CaseId caseId, Evaluation evaluation) {
        var seq = 0;
        for (var finding : evaluation.findings()) {
            jdbc.sql("""
                            insert into sluice.usage_finding (case_id, seq, rule, severity, layer, review_groups, text_zh, text_en,
                                legal_refs, evidence, remedy_zh, remedy_en)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                            """)
                    .params(
                            caseId.value(),
                            ++seq,
                            finding.id(),
                            finding.severity().name(),
                            finding.layer().name(),
                            finding.reviewGroups().stream().map(Role::name).toArray(String[]::new),
                            finding.text().zh(),
                            finding.text().en(),
                            finding.legalRefs().toArray(String[]::new),
                            json.write(Map.copyOf(finding.evidence())),
                            finding.remedy().zh(),
                            finding.remedy().en())
                    .update();
        }
    }

    List<Kept> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.usage_finding where case_id = ? order by seq")
                .param(caseId.value())
                .query((row, n) -> new Kept(
                        row.getString("rule"),
                        Severity.valueOf(row.getString("severity")),
                        List.of((String[]) row.getArray("review_groups").getArray()).stream()
                                .map(Role::valueOf)
                                .toList(),
                        new LocalText(row.getString("text_zh"), row.getString("text_en")),
                        new LocalText(row.getString("remedy_zh"), row.getString("remedy_en"))))
                .list();
    }
}
