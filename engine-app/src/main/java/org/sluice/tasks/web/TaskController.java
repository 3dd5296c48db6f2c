package org.sluice.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Page;
import org.sluice.process.Problems;
import org.sluice.process.TaskId;
import org.sluice.shared.web.IdempotencyKey;
import org.sluice.tasks.TaskBoard;
import org.sluice.tasks.TaskView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "Open tasks that the caller may see, claim and complete")
class TaskController {

    /** What a completion answers. */
    record Completed(TaskId taskId, CaseId caseId) {}

    private final TaskBoard board;

    TaskController(TaskBoard board) {
        this.board = board;
    }

    @GetMapping
    @Operation(summary = "Open tasks of the caller's groups, the most urgent first")
    Page<TaskView> tasks(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @Parameter(description = "only tasks of this case") @RequestParam(required = false) @Nullable String caseId,
            @Parameter(description = "only tasks with this key") @RequestParam(required = false) @Nullable String key,
            Locale locale) {
        new Problems()
                .between("page", page, 0, 1_000_000)
                .between("size", size, 1, 200)
                .orThrow();
        return board.page(caseId == null ? null : CaseId.of(caseId), key, page * size, size, locale);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Claim a task", description = "Claiming what is already one's own changes nothing.")
    TaskView claim(
            @PathVariable String id,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Locale locale) {
        return board.claim(new TaskId(id), key, locale);
    }

    @PostMapping("/{id}/unclaim")
    @Operation(
            summary = "Give a claimed task back to its group",
            description = "Only who holds it can. Giving back what nobody holds changes nothing.")
    TaskView unclaim(
            @PathVariable String id,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Locale locale) {
        return board.unclaim(new TaskId(id), key, locale);
    }

    @PostMapping("/{id}/complete")
    @Operation(
            operationId = "completeTask",
            summary = "Complete a task; an unclaimed one is claimed on the way",
            description = "The body is the task's schema; every task shows an example. The same body posted again by"
                    + " the same person changes nothing.")
    Completed complete(
            @PathVariable String id,
            @RequestBody JsonNode body,
            @IdempotencyKey @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        var taskId = new TaskId(id);
        return new Completed(taskId, board.complete(taskId, key, body));
    }
}
