package org.sluice.ui.tasks;

import java.util.List;

/** A subject that brings panels for its user tasks. */
@FunctionalInterface
public interface PanelSource {

    List<PanelType<?>> panels();
}
