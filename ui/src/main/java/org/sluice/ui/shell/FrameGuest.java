package org.sluice.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What a subject may add to the frame, if it is there at all: the frame knows no subject. */
public interface FrameGuest {

    /** Beside the person in the header of every view. */
    Optional<Component> inHeader();

    /** Below the form of the sign-in page. */
    Optional<Component> atSignIn();
}
