package org.sluice.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.insight.Cases;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.shared.web.ApiLanguage;
import org.sluice.ui.cases.CaseDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases", description = "One case with its thread, its decisions and where it stands")
class CaseController {

    /** @param waitsAt ids of the model elements where a token waits, by process */
    record Waiting(String processKey, List<String> waitsAt) {}

    /**
     * A case as the API shows it.
     *
     * @param number what people say: the requirement's number
     * @param outcome how it ended, once it has
     * @param standing where it stands while nobody is asked
     */
    @Schema(name = "Case")
    record CaseSheet(
            CaseId caseId,
            String number,
            String title,
            String state,
            LocalText orgUnitName,
            LocalText initiatorName,
            @Nullable Money amount,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            boolean mayWithdraw,
            List<CaseDesk.Fact> facts,
            List<CaseDesk.Table> tables,
            CaseDesk.@Nullable Standing standing,
            List<CaseDesk.OpenTask> openTasks,
            List<Waiting> processes,
            List<CaseDesk.DecisionView> decisions,
            List<CaseDesk.Entry> thread) {}

    private final Cases cases;

    CaseController(Cases cases) {
        this.cases = cases;
    }

    @GetMapping("/{caseId}")
    @Operation(summary = "One case, for people who may see its unit")
    CaseSheet sheet(@PathVariable String caseId, HttpServletRequest request) {
        var id = CaseId.of(caseId);
        var file = cases.file(id);
        return new CaseSheet(
                id,
                file.number(),
                file.title(),
                file.state(),
                file.orgUnitName(),
                file.initiatorName(),
                file.amount(),
                file.openedAt(),
                file.closedAt(),
                file.outcome(),
                file.mayWithdraw(),
                file.facts(),
                file.tables(),
                file.standing(),
                cases.openTasks(id),
                cases.diagrams(id, ApiLanguage.of(request)).stream()
                        .map(diagram -> new Waiting(diagram.processKey(), diagram.active()))
                        .toList(),
                cases.decisions(id),
                cases.thread(id));
    }
}
