package org.sluice.planted.intake;

import org.springframework.beans.factory.annotation.Value;

/** A class whose constructor does not tell which setting it needs. */
class FedByValue {

    @Value("${sluice.home}")
    String home;
}
