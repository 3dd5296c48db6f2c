package org.sluice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;

/** Stands for whatever view a test is sent to. */
public class Elsewhere extends Div implements HasUrlParameter<String> {

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String parameter) {}

    public static String visited() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }
}
