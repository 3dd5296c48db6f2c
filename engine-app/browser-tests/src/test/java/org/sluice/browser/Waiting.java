package org.sluice.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.support.ui.FluentWait;

/** Waits for what the product does by itself. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Waiting() {}

    static void until(String what, BooleanSupplier condition) {
        new FluentWait<>(condition)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(300))
                .withMessage(what)
                .until(BooleanSupplier::getAsBoolean);
    }
}
