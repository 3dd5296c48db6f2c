package org.sluice.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;

/**
 * A supplier as its products need it.
 *
 * @param shortName what stands in the names of its products when they are not tied to a region
 * @param regional its products cover its own region only
 * @param classes the classes of data that it can deliver
 * @param admittedOn null before it is admitted
 */
record DemoSupplier(
        UUID id,
        String state,
        DemoPlaces.Region region,
        LocalText shortName,
        boolean regional,
        boolean actsByLaw,
        Set<String> classes,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate endsOn) {

    /** The states in which a supplier may deliver; a list, because chance is drawn in its order. */
    static final List<String> DELIVERING = List.of("QUALIFIED", "PREFERRED", "RESTRICTED");

    boolean delivers() {
        return DELIVERING.contains(state);
    }
}
