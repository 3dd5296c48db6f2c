package org.sluice.ui.tasks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sluice.process.TaskId;
import org.springframework.stereotype.Component;

/** All panels of the house, exactly one for each user task key. */
@Component
public class TaskPanels {

    private final Map<String, PanelType<?>> byKey = new TreeMap<>();

    /** @throws IllegalStateException when two subjects claim the same key: the second would never be seen */
    public TaskPanels(List<PanelSource> sources) {
        sources.stream().flatMap(source -> source.panels().stream()).forEach(type -> {
            if (byKey.putIfAbsent(type.key(), type) != null) {
                throw new IllegalStateException("two panels for the task " + type.key());
            }
        });
    }

    /** Key and body of every panel, for the check that models, forms and panels fit together. */
    public List<PanelType<?>> types() {
        return List.copyOf(byKey.values());
    }

    /** A fresh panel for a task of this key. */
    TaskPanel<?> make(String key, TaskId task, TaskDesk.Material material) {
        var type = byKey.get(key);
        if (type == null) {
            throw new IllegalArgumentException("no panel for the task " + key);
        }
        return type.make().apply(task, material);
    }
}
