package org.sluice.ui.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;

/** What the tasklist needs. Every call works for the person who is signed in and shows only what that person may see. */
public interface TaskDesk {

    /**
     * Which tasks: those claimed by the person, or those unclaimed or claimed in one of the person's groups, without those
     * that the person may not do after what the person has done before.
     */
    enum Scope {
        MINE,
        MY_GROUPS
    }

    /**
     * @param taskKey only tasks of this key, when set
     * @param overdueOnly only tasks whose due date has passed
     */
    record Filter(
            Scope scope, @Nullable String text, @Nullable String taskKey, boolean overdueOnly) {}

    /**
     * One line of the inbox.
     *
     * @param key the task's key in its model; its name is the message {@code task.<key>}
     * @param subject what it is about, where that is not the case itself: a finding, a supplier, a product
     * @param assigneeName null while nobody has claimed it
     * @param remindedAt when its people were last asked again; null while they have not been
     * @param notForReader why the person may not do it after what the person has done before; null where nothing stands
     *     against it
     */
    record Row(
            TaskId id,
            String key,
            String processKey,
            CaseId caseId,
            String caseNumber,
            LocalText caseTitle,
            @Nullable LocalText subject,
            Role candidateGroup,
            UnitCode orgUnit,
            LocalText orgUnitName,
            @Nullable LocalText assigneeName,
            boolean mine,
            @Nullable Money amount,
            Instant createdAt,
            @Nullable Instant due,
            boolean overdue,
            @Nullable Instant remindedAt,
            @Nullable LocalText notForReader) {}

    /** Open tasks by the breach of their due date, then by money. */
    Page<Row> page(Filter filter, int offset, int limit);

    /** @throws org.sluice.process.NotFound when there is no such open task; NotPermitted when it is not the person's */
    Row open(TaskId id);

    /** What a panel of this task offers and shows. */
    Material material(TaskId id);

    /**
     * @param choices by field: candidates of a merge, budget lines …
     * @param figures the amounts to decide on, in the order in which they are read
     */
    record Material(List<Choice> choices, List<Figure> figures) {

        public static final Material NONE = new Material(List.of(), List.of());
    }

    /**
     * @param field the body's field that may take this value
     * @param recommended what the triage proposes; at most one a field
     * @param caseId the case that the value names, if it names one
     * @param left what the value still holds, such as a budget line; null for everything else
     * @param of the choice of another field with which alone it goes, such as the supplier of a product; null for any
     */
    record Choice(
            String field,
            String value,
            LocalText label,
            boolean recommended,
            @Nullable CaseId caseId,
            @Nullable Money left,
            @Nullable String of) {

        public Choice(
                String field,
                String value,
                LocalText label,
                boolean recommended,
                @Nullable CaseId caseId,
                @Nullable Money left) {
            this(field, value, label, recommended, caseId, left, null);
        }
    }

    /**
     * @param name its message is {@code panel.<key>.figure.<name>}
     * @param of what it belongs to, such as a budget line; null for the case itself
     */
    record Figure(String name, @Nullable LocalText of, Money amount) {}

    void claim(TaskId id);

    /** Gives the task back to its group; what nobody holds stays as it is. */
    void unclaim(TaskId id);

    /** Claims the task if nobody has, applies the body and moves the case on; a replay changes nothing. */
    void complete(TaskId id, Body body);
}
