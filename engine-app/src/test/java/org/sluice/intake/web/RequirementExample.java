package org.sluice.intake.web;

import java.time.Clock;

/** Opens the example of the API's description to the tests of the feature. */
public final class RequirementExample {

    private RequirementExample() {}

    public static String text(Clock clock) {
        return RequirementController.EXAMPLE.replace("{neededBy}", ExampleDay.neededBy(clock));
    }
}
