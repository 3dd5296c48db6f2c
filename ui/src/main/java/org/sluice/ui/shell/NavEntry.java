package org.sluice.ui.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluice.process.Role;
import org.sluice.ui.parts.Routes;

/**
 * One line of the navigation.
 *
 * @param group key of the heading below which it stands
 * @param roles who sees it; empty for everybody who is signed in
 * @param nested whether it also stands for the pages below its route
 */
record NavEntry(String group, String label, String route, VaadinIcon icon, Set<Role> roles, boolean nested) {

    private static final String WORK = "shell.nav.work";
    private static final String CATALOGUE = "shell.nav.catalogue";
    private static final String RULES = "shell.nav.rules";
    private static final String OPERATION = "shell.nav.operation";

    private static final Set<Role> INTERNAL =
            Arrays.stream(Role.values()).filter(role -> !role.isExternal()).collect(Collectors.toUnmodifiableSet());

    private static final List<NavEntry> ALL = List.of(
            all(WORK, "shell.nav.tasks", Routes.TASKS, VaadinIcon.TASKS, true),
            all(WORK, "shell.nav.requirements", Routes.REQUIREMENTS, VaadinIcon.FILE_TEXT_O, false),
            all(WORK, "shell.nav.cases", Routes.CASES, VaadinIcon.FOLDER_OPEN_O, true),
            only(
                    Role.BUSINESS_REQUESTER,
                    WORK,
                    "shell.nav.newRequirement",
                    Routes.NEW_REQUIREMENT,
                    VaadinIcon.FILE_ADD),
            new NavEntry(WORK, "shell.nav.dashboard", Routes.DASHBOARD, VaadinIcon.BAR_CHART, INTERNAL, false),
            internal("shell.nav.products", Routes.PRODUCTS, VaadinIcon.DATABASE, true),
            internal("shell.nav.suppliers", Routes.SUPPLIERS, VaadinIcon.BUILDING_O, true),
            internal("shell.nav.applicationCases", Routes.APPLICATION_CASES, VaadinIcon.LIGHTBULB, false),
            internal("shell.nav.grants", Routes.GRANTS, VaadinIcon.KEY_O, true),
            internal("shell.nav.privacyJobs", Routes.PRIVACY_JOBS, VaadinIcon.SHIELD, false),
            internal("shell.nav.hiddenQuery", Routes.HIDDEN_QUERY, VaadinIcon.EYE_SLASH, false),
            all(RULES, "shell.nav.rulebook", Routes.RULEBOOK, VaadinIcon.BOOK, false),
            all(RULES, "shell.nav.calendar", Routes.CALENDAR, VaadinIcon.CALENDAR_O, false),
            only(Role.PLATFORM_OPS, OPERATION, "shell.nav.incidents", Routes.INCIDENTS, VaadinIcon.WARNING),
            only(Role.ADMINISTRATOR, OPERATION, "shell.nav.people", Routes.PEOPLE, VaadinIcon.USERS));

    /** What somebody with these roles sees, in the order in which it is shown. */
    static List<NavEntry> of(Set<Role> held) {
        return ALL.stream()
                .filter(entry -> entry.roles.isEmpty() || entry.roles.stream().anyMatch(held::contains))
                .toList();
    }

    private static NavEntry all(String group, String label, String route, VaadinIcon icon, boolean nested) {
        return new NavEntry(group, label, route, icon, Set.of(), nested);
    }

    /** The catalogue, which people who are not of the bank may not read. */
    private static NavEntry internal(String label, String route, VaadinIcon icon, boolean nested) {
        return new NavEntry(CATALOGUE, label, route, icon, INTERNAL, nested);
    }

    private static NavEntry only(Role role, String group, String label, String route, VaadinIcon icon) {
        return new NavEntry(group, label, route, icon, Set.of(role), false);
    }
}
