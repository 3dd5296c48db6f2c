package org.sluice.ui.parts;

import org.sluice.process.CaseId;
import org.sluice.process.TaskId;

/** Addresses of the views, so that one subject can point to another without importing it. */
public final class Routes {

    public static final String TASKS = "tasks";
    public static final String REQUIREMENTS = "requirements";
    public static final String NEW_REQUIREMENT = "requirements/new";
    public static final String CASES = "cases";
    public static final String DASHBOARD = "dashboard";
    public static final String PRODUCTS = "products";
    public static final String SUPPLIERS = "suppliers";
    public static final String APPLICATION_CASES = "application-cases";
    public static final String GRANTS = "grants";
    public static final String PRIVACY_JOBS = "privacy";
    public static final String NEW_PRIVACY_JOB = "privacy/request";
    public static final String HIDDEN_QUERY = "privacy/query";
    public static final String INCIDENTS = "incidents";
    public static final String CALENDAR = "calendar";
    public static final String RULEBOOK = "rulebook";
    public static final String PEOPLE = "people";
    public static final String LOGIN = "login";
    public static final String PASSWORD = "password";
    public static final String DEMO_ACCOUNTS = "demo-accounts";
    public static final String DEMO_CLOCK = "demo-clock";
    public static final String STORY = "story";

    private Routes() {}

    public static String caseOf(CaseId id) {
        return CASES + "/" + id;
    }

    public static String task(TaskId id) {
        return TASKS + "/" + id;
    }

    /** @param number what people say: the requirement's number */
    public static String caseNumbered(String number) {
        return CASES + "/" + number;
    }

    public static String release(int number) {
        return RULEBOOK + "?release=" + number;
    }

    public static String product(String code) {
        return PRODUCTS + "/" + code;
    }

    /** Where the use of a product is asked for. */
    public static String requestUse(String productCode) {
        return GRANTS + "/request/" + productCode;
    }

    public static String supplier(String code) {
        return SUPPLIERS + "/" + code;
    }
}
