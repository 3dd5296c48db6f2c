package org.sluice.tasks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.shared.TaskForm;
import org.springframework.stereotype.Component;

/** The forms of all user tasks by key; exactly one each. */
@Component
class TaskForms {

    private final Map<String, TaskForm<?>> byKey;

    TaskForms(List<TaskForm<?>> forms) {
        byKey = forms.stream().collect(Collectors.toUnmodifiableMap(TaskForm::key, Function.identity()));
    }

    /** @throws IllegalStateException when no feature has a form for this key: the model and the code disagree */
    @SuppressWarnings("unchecked") // a form's body type is checked by read() and by the panel that made the body
    TaskForm<Body> get(String key) {
        var form = byKey.get(key);
        if (form == null) {
            throw new IllegalStateException("No form for user task " + key);
        }
        return (TaskForm<Body>) form;
    }

    /** The form of this very task: of its item, where it has one. */
    TaskForm<Body> of(TaskRow task) {
        return of(task.key(), task.item());
    }

    TaskForm<Body> of(String key, @Nullable String item) {
        var form = get(key);
        return item == null ? form : form.about(item);
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Iterable<TaskForm<?>> all() {
        return byKey.values();
    }
}
