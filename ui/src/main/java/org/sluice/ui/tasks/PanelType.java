package org.sluice.ui.tasks;

import java.util.function.Function;
import org.sluice.process.Body;

/**
 * The panel of one user task key: what it sends and how it is made.
 *
 * @param make builds a fresh panel from the material that the desk gives for the task
 */
public record PanelType<B extends Body>(String key, Class<B> body, Function<TaskDesk.Material, TaskPanel<B>> make) {}
