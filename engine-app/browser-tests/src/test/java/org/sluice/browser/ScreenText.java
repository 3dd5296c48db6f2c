package org.sluice.browser;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a screen says, read for what no person should ever read: keys, places that nobody filled, slips of code. */
final class ScreenText {

    /** The subjects of the message keys; a key is one of these, a dot and a word. */
    private static final String SUBJECTS = Stream.of(
                    "tasks panel cases fact audit outcome route method input bpmn requirement requirements similar",
                    "shell parts demo operations catalog calendar rulebook people common role state task process form",
                    "pricing frequency tier BudgetSource ConsentChannel DecisionImpact Feasibility InterfaceForm",
                    "LegalBasis Opinion RequirementState ShortfallChoice SubjectType Urgency")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.joining("|"));

    private static final Pattern SLIP =
            Pattern.compile("(?<![\\w@./-])(?!bpmn\\.io)(?:" + SUBJECTS + ")\\.[A-Za-z][\\w.-]*"
                    + "|\\{\\d}|\\[object \\w+]|\\bundefined\\b|\\bNaN\\b|!\\{[^}]*}!|\\w+Exception\\b");

    private ScreenText() {}

    /** Everything in the text that is no language. */
    static List<String> slips(String text) {
        return SLIP.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
