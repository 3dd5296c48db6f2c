package org.sluice.ui.tasks;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.sluice.process.Body;
import org.sluice.process.TaskId;

/**
 * The panel of one user task key: what it sends and how it is made.
 *
 * @param make builds a fresh panel for a task from the material that the desk gives for it
 */
public record PanelType<B extends Body>(
        String key, Class<B> body, BiFunction<TaskId, TaskDesk.Material, TaskPanel<B>> make) {

    /** For a panel that needs the material alone. */
    public PanelType(String key, Class<B> body, Function<TaskDesk.Material, TaskPanel<B>> make) {
        this(key, body, (task, material) -> make.apply(material));
    }
}
