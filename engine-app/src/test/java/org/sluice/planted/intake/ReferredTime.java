package org.sluice.planted.intake;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Reads the time past the injected clock, by a method reference. */
class ReferredTime {

    Supplier<LocalDate> today = LocalDate::now;
}
