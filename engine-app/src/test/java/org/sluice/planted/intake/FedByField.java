package org.sluice.planted.intake;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** A class whose constructor does not tell what it needs. */
class FedByField {

    @Autowired
    Clock clock;
}
