package org.sluice.privacy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.ui.privacy.MatchTestDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(
        name = "Match tests",
        description = "How many identifiers two parties have in common, and how far their workers are")
class MatchTestController {

    private final MatchTestDesk desk;

    MatchTestController(MatchTestDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/{caseId}/match-tests")
    @Operation(
            summary = "The match tests of a case, for people who may see it",
            description = "Both sides' progress and figures; they are a result only where agree is true.")
    List<MatchTestDesk.MatchTest> matchTests(@PathVariable String caseId) {
        return desk.matchTests(CaseId.of(caseId));
    }
}
