package org.sluice.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;

/** A line of the inbox projection with the cover of its case. */
record TaskRow(
        TaskId id,
        String key,
        String processKey,
        @Nullable String item,
        CaseId caseId,
        String caseNumber,
        String caseTitle,
        Role candidateGroup,
        UnitCode unit,
        LocalText unitName,
        @Nullable PersonId assignee,
        @Nullable LocalText assigneeName,
        @Nullable Money amount,
        State state,
        Instant createdAt,
        @Nullable Instant due,
        @Nullable Instant remindedAt,
        @Nullable PersonId completedBy,
        @Nullable LocalText completedByName,
        @Nullable String body) {

    enum State {
        OPEN,
        COMPLETED,
        CANCELLED
    }
}
