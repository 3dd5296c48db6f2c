package org.sluice.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;

/**
 * A line of the inbox projection with the cover of its case, as one person reads it.
 *
 * @param subject what it is about, where that is not the case itself
 * @param notForReader why the person who reads may not do it; null when nothing stands against it
 */
record TaskRow(
        TaskId id,
        String key,
        String processKey,
        @Nullable String item,
        @Nullable LocalText subject,
        CaseId caseId,
        String caseNumber,
        LocalText caseTitle,
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
        @Nullable String body,
        @Nullable Conflict notForReader) {

    enum State {
        OPEN,
        COMPLETED,
        CANCELLED
    }
}
