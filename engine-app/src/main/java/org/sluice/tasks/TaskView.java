package org.sluice.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;

/** An open task as the API shows it. */
@Schema(name = "Task")
public record TaskView(
        @Schema(description = "the task's id, for claim and complete")
        String id,

        @Schema(description = "the task's key in its model", example = "confirmNeed")
        String key,

        @Schema(description = "the task's name in the caller's language")
        String name,

        @Schema(description = "the case that the task belongs to")
        CaseId caseId,

        @Schema(example = "REQ-2026-00001") String caseNumber,
        LocalText caseTitle,
        @Schema(example = "requirement-intake") String processKey,

        @Schema(description = "which one, where a task is asked several times at once: the review's id; else null")
        @Nullable
        String item,

        @Schema(description = "what it is about, where that is not the case itself: a finding, a supplier, a product")
        @Nullable
        LocalText subject,

        @Schema(description = "roles whose people may do it, at orgUnit", example = "[\"BUSINESS_OWNER\"]")
        List<String> candidateGroups,

        @Schema(description = "the unit at which the role must be held", example = "HO")
        String orgUnit,

        LocalText orgUnitName,

        @Schema(description = "who has claimed it: a username; null while nobody has") @Nullable
        String assignee,

        Instant created,
        @Nullable Instant due,

        @Schema(description = "when its people were last reminded; null while they have not been") @Nullable
        Instant remindedAt,

        @Schema(
                description = "why the caller may not do it, such as four eyes or a vote that was cast already, in the"
                        + " caller's language; null where nothing stands against it")
        @Nullable
        String notForYou,

        @Schema(description = "name of the body's schema in components/schemas", example = "ConfirmNeed")
        String schema,

        @Schema(description = "a body that is accepted as it stands and leads the case forward")
        JsonNode example,

        @Schema(description = "values that a field of the body may take in this case")
        List<ChoiceView> choices,

        @Schema(description = "amounts to decide on, such as what a budget line has left")
        List<FigureView> figures) {

    @Schema(name = "Choice")
    public record ChoiceView(
            String field,
            String value,
            LocalText label,
            boolean recommended,

            @Schema(description = "what the value still holds, such as a budget line") @Nullable
            Money left,

            @Schema(
                    description =
                            "the choice of another field with which alone it goes, such as the supplier of a product",
                    example = "SUP-00007")
            @Nullable
            String of) {}

    @Schema(name = "Figure")
    public record FigureView(
            @Schema(example = "gap") String name,

            @Schema(description = "what it belongs to, such as a budget line; null for the case itself") @Nullable
            LocalText of,

            Money amount) {}
}
