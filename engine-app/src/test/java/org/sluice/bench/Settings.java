package org.sluice.bench;

import java.util.Arrays;
import java.util.List;

/** How the product is started for the figures: as the README says, and by nothing that a developer has exported. */
final class Settings {

    /** What the README's command gives the JVM; {@code -Dfigures.product.flags} tries others. */
    static final List<String> PRODUCT_FLAGS = Arrays.stream(
                    System.getProperty("figures.product.flags", "").split(" "))
            .filter(flag -> !flag.isBlank())
            .toList();

    private Settings() {}

    static boolean steersAStart(String variable) {
        return variable.startsWith("SPRING_")
                || variable.startsWith("SLUICE_")
                || variable.startsWith("SERVER_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }
}
