package org.sluice.insight;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.sluice.rules.Finding;
import org.sluice.ui.cases.CaseDesk.Entry;
import org.sluice.ui.cases.CaseDesk.Fact;

/**
 * Lines of the thread as people read them: a row or a rule of a decision by its text, a budget line by its name.
 * On record are the codes; what is found in no table stays one.
 */
final class ReadableEntries {

    private final CaseReader reader;
    private final Map<String, Optional<LocalText>> budgetLines = new HashMap<>();

    ReadableEntries(CaseReader reader) {
        this.reader = reader;
    }

    Entry of(Entry entry) {
        return new Entry(
                entry.at(),
                entry.action(),
                entry.person(),
                entry.details().stream().map(fact -> readable(entry, fact)).toList());
    }

    private Fact readable(Entry entry, Fact fact) {
        return switch (fact.label()) {
            case "budgetLine" -> named(fact, budgetLine(fact.value().zh()));
            case "rows" -> rows(entry, fact);
            default -> fact;
        };
    }

    private Optional<LocalText> budgetLine(String code) {
        return budgetLines.computeIfAbsent(code, reader::budgetLine);
    }

    private Fact rows(Entry entry, Fact fact) {
        var ids = fact.value().zh();
        var decision = value(entry, "decision");
        var release = value(entry, "release");
        if (ids.isBlank() || decision.isEmpty() || release.isEmpty()) {
            return fact;
        }
        var rows = reader.texts(Integer.parseInt(release.get()), decision.get());
        var texts = Arrays.stream(ids.split("\\s*,\\s*"))
                .map(id -> with(Optional.ofNullable(rows.get(id)).or(() -> missing(decision.get(), id)), id))
                .toList();
        return new Fact(fact.label(), joined(texts));
    }

    private static Optional<LocalText> missing(String decision, String id) {
        return decision.startsWith(CaseReader.RULES) && id.startsWith(Finding.MISSING)
                ? Optional.of(RuleDecisions.missingText(RuleDecisions.group(decision), id))
                : Optional.empty();
    }

    private static Optional<String> value(Entry entry, String label) {
        return entry.details().stream()
                .filter(fact -> fact.label().equals(label))
                .map(fact -> fact.value().zh())
                .findFirst();
    }

    private static Fact named(Fact fact, Optional<LocalText> name) {
        return new Fact(fact.label(), with(name, fact.value().zh()));
    }

    private static LocalText with(Optional<LocalText> name, String code) {
        return name.orElse(new LocalText(code, code));
    }

    private static LocalText joined(List<LocalText> texts) {
        return new LocalText(
                texts.stream().map(LocalText::zh).collect(Collectors.joining("\n")),
                texts.stream().map(LocalText::en).collect(Collectors.joining("\n")));
    }
}
