package org.sluice.planted.ui.parts;

import org.sluice.planted.ui.calendar.OtherSubject;

/** Planted: a building block that only one subject can use. */
public final class KnowingPart {

    /** The subject that it should not know. */
    public Class<?> subject() {
        return OtherSubject.class;
    }
}
