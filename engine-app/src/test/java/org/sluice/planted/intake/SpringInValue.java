package org.sluice.planted.intake;

import org.springframework.util.StringUtils;

/** A fact that needs a container's library to be one. */
record SpringInValue(String title) {

    boolean isEmpty() {
        return !StringUtils.hasText(title);
    }
}
