package org.sluice.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.sluice.insight.Figures;
import org.sluice.ui.insight.FigureDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/figures")
@Tag(name = "Figures", description = "Where cases wait, how long steps take, what the budget holds")
class FigureController {

    private final Figures figures;

    FigureController(Figures figures) {
        this.figures = figures;
    }

    @GetMapping
    @Operation(
            summary = "Figures over the cases that the caller sees",
            description = "Durations are ISO 8601, from the moment a task was asked; every count is that of"
                    + " /api/v1/cases with the same filter.")
    FigureDesk.Overview overview(
            @Parameter(description = "Length of the window in which ended tasks count, 1 to 366")
                    @RequestParam(defaultValue = "90")
                    int days) {
        return figures.overview(days);
    }
}
