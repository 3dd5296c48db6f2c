package org.sluice.planted.intake;

import com.vaadin.flow.component.UI;

/** A feature that draws. */
class ScreenInFeature {

    void reload(UI ui) {
        ui.getPage().reload();
    }
}
