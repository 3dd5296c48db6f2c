package org.sluice.exit;

/** How far an exit is. */
enum ExitState {
    /** A person is asked how urgent it is. */
    OPEN,
    /** Its signatures are asked for. */
    ASSESSED,
    /** A replacement is looked for. */
    AGREED,
    /** Product and replacement run side by side. */
    COMPARING,
    /** The executive lets it be used on, degraded, until a day. */
    BRIDGED,
    /** Nobody uses the product any more; contract and data are what is left. */
    ENDED,
    ARCHIVED,
    /** An approver said no: the product stays. */
    REFUSED,
    WITHDRAWN;

    boolean isClosed() {
        return this == ARCHIVED || this == REFUSED || this == WITHDRAWN;
    }

    /** True while nothing has been switched. */
    boolean mayTurnBack() {
        return !isClosed() && this != ENDED;
    }
}
