package org.sluice.intake.web;

/** Opens the example of the API's description to the tests of the feature. */
public final class RequirementExample {

    private RequirementExample() {}

    public static String text() {
        return RequirementController.EXAMPLE;
    }
}
