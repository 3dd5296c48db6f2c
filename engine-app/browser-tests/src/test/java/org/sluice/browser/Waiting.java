package org.sluice.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.support.ui.FluentWait;

/** Waits for what the product does by itself. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Waiting() {}

    static void until(String what, BooleanSupplier condition) {
        until(what, Duration.ofMillis(300), condition);
    }

    /** Looks so often that what lasts for a moment is not missed. */
    static void often(String what, BooleanSupplier condition) {
        until(what, Duration.ofMillis(20), condition);
    }

    private static void until(String what, Duration pause, BooleanSupplier condition) {
        new FluentWait<>(condition)
                .withTimeout(PATIENCE)
                .pollingEvery(pause)
                .withMessage(what)
                .until(BooleanSupplier::getAsBoolean);
    }
}
