package org.sluice.shared;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Problems;

/**
 * The one path by which a user task ends. There is exactly one bean per task key, in the feature whose verb it is;
 * {@code tasks} finds it, checks claim, role x unit and four eyes, calls it and completes the engine's task in the same
 * transaction.
 */
public interface TaskForm<B extends Body> {

    /** The task's key in its model. */
    String key();

    Class<B> body();

    /**
     * The form of one of several tasks with this key that are asked of a case at once; {@code tasks} takes it wherever a
     * task has an item.
     *
     * @param item which one, as the model's listener named it
     */
    default TaskForm<B> about(String item) {
        return this;
    }

    /** A body that is accepted as it stands for this case and leads it forward; the API shows it. */
    B example(CaseId caseId);

    /**
     * Steps of the same case ({@code initiate} or task keys) whose doers may not do this one: four eyes. A key may
     * exclude itself where one task is asked of several people.
     */
    Set<String> notSameEyesAs();

    /**
     * The terms that bind it, at least one; it is due when the first of them ends.
     *
     * @param asked when the task was created
     */
    List<Term> terms(CaseId caseId, Instant asked);

    /**
     * What it is about, where that is not the case itself: one of its findings, its supplier, its product. It is kept
     * when the task is created, and tells the tasks of a case apart.
     */
    default @Nullable LocalText subject(CaseId caseId) {
        return null;
    }

    /** What a person may do only once, asked when the task is created; null where nothing of the kind is asked. */
    default @Nullable Once once(CaseId caseId) {
        return null;
    }

    /**
     * Of all tasks that carry the same mark a person does one.
     *
     * @param because why it is not for whoever has done one already
     */
    record Once(UUID mark, NotFor because) {}

    /** What a field may be, where the choice depends on the case. */
    default List<Choice> choices(CaseId caseId) {
        return List.of();
    }

    /**
     * @param recommended what the house proposes; at most one a field
     * @param left what the value still holds, such as a budget line; null for everything else
     * @param of the choice of another field with which alone it goes, such as the supplier of a product; null for any
     */
    record Choice(
            String field,
            String value,
            LocalText label,
            boolean recommended,
            @Nullable Money left,
            @Nullable String of) {

        public Choice(String field, String value, LocalText label, boolean recommended) {
            this(field, value, label, recommended, null, null);
        }

        public Choice(String field, String value, LocalText label, boolean recommended, @Nullable Money left) {
            this(field, value, label, recommended, left, null);
        }
    }

    /** The amounts that a person must know in order to decide, in the order in which they are read. */
    default List<Figure> figures(CaseId caseId) {
        return List.of();
    }

    /** @param of what it belongs to, such as a budget line; null for the case itself */
    record Figure(String name, @Nullable LocalText of, Money amount) {}

    /**
     * Adds what a look-up finds wrong with a body, which need not be well-formed, so that a person reads everything at once
     * and not the second half after mending the first. It changes nothing, and {@link #apply} looks again.
     */
    default void lookUp(CaseId caseId, B body, Problems problems) {}

    /**
     * Applies a well-formed body: changes the feature's state and returns the flags that the model needs.
     *
     * @throws org.sluice.process.Refusal when the state or a looked-up value forbids it
     */
    Flags apply(Actor actor, CaseId caseId, B body);
}
