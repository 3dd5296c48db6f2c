package org.sluice.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A listed product as application cases need it.
 *
 * @param regions codes of the regions that it covers; empty means nation-wide
 */
record DemoProduct(UUID id, String dataClass, List<String> regions, LocalDate listedOn) {

    boolean covers(String region) {
        return regions.isEmpty() || regions.contains(region);
    }
}
