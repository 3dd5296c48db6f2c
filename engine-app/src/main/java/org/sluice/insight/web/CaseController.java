package org.sluice.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.insight.Cases;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.shared.web.ApiLanguage;
import org.sluice.shared.web.PageNumber;
import org.sluice.shared.web.PageRequest;
import org.sluice.shared.web.PageSize;
import org.sluice.ui.cases.CaseDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
     * @param kind what it is about
     * @param number what people say
     * @param initiatorName null when the house itself started it
     * @param outcome how it ended, once it has
     * @param standing where it stands while nobody is asked
     */
    @Schema(name = "Case")
    record CaseSheet(
            CaseId caseId,
            CaseKind kind,
            String number,
            LocalText title,
            String state,
            LocalText orgUnitName,
            @Nullable LocalText initiatorName,
            @Nullable Money amount,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            boolean mayWithdraw,
            List<CaseDesk.Related> related,
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

    @GetMapping
    @Operation(summary = "Cases of all kinds that the caller may see, newest first")
    Page<CaseDesk.Line> list(
            @PageNumber @RequestParam(required = false) @Nullable String page,
            @PageSize @RequestParam(required = false) @Nullable String size,
            @Parameter(description = "Part of number or title") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable CaseKind kind,
            @Parameter(description = "Code of a state") @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "Key of a task that is open") @RequestParam(required = false) @Nullable
                    String step,
            @Parameter(description = "Only with a task whose term is over") @RequestParam(defaultValue = "false")
                    boolean overdue,
            @Parameter(description = "Only those that run") @RequestParam(defaultValue = "false") boolean open,
            @Parameter(description = "Only those that the caller started") @RequestParam(defaultValue = "false")
                    boolean mine) {
        var part = PageRequest.of(page, size);
        return cases.cases(new CaseDesk.Filter(q, kind, state, step, overdue, open, mine), part.offset(), part.size());
    }

    @GetMapping("/{caseId}")
    @Operation(summary = "One case, for people who may see its unit")
    CaseSheet sheet(@PathVariable String caseId, HttpServletRequest request) {
        var id = CaseId.of(caseId);
        var file = cases.file(id);
        return new CaseSheet(
                id,
                file.kind(),
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
                file.related(),
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
