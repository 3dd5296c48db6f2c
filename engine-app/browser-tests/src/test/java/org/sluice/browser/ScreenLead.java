package org.sluice.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Leads a case on the screens: whose turn it is signs in, finds the task in the list and opens it. */
final class ScreenLead {

    private final Browser browser;
    private final String number;
    private final Function<String, Language> languageOf;
    private final List<String> turns = new ArrayList<>();

    /** @param languageOf what the holder of a role reads */
    ScreenLead(Browser browser, String number, Function<String, Language> languageOf) {
        this.browser = browser;
        this.number = number;
        this.languageOf = languageOf;
    }

    /** Claims it first and looks at the case beside it. */
    TaskPage claims(JsonNode task) {
        return listOf(task).claim(key(task), number).ofMine().open(number).standsBesideItsCase();
    }

    /** Opens it as it lies there: whoever completes it then holds it. */
    TaskPage opens(JsonNode task) {
        return listOf(task).open(number);
    }

    /** Who has had a turn so far, by task and role. */
    List<String> turns() {
        return List.copyOf(turns);
    }

    private InboxPage listOf(JsonNode task) {
        var account = account(task);
        turns.add(turn(task));
        return Person.signsIn(browser, account, languageOf.apply(role(task)))
                .arrivesAtTasks()
                .ofMyGroups()
                .search(number);
    }

    /** The second vote and the like are a second person's. */
    private String account(JsonNode task) {
        var before = turns.stream().filter(turn(task)::equals).count();
        return role(task).toLowerCase(Locale.ROOT).replace('_', '-') + (before == 0 ? "" : "-" + (before + 1));
    }

    private static String turn(JsonNode task) {
        return key(task) + " " + role(task);
    }

    private static String key(JsonNode task) {
        return task.get("key").asText();
    }

    private static String role(JsonNode task) {
        return task.get("candidateGroup").asText();
    }
}
