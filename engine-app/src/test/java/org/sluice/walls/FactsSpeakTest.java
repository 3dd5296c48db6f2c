package org.sluice.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.Layer;
import org.sluice.rules.Measure;
import org.sluice.rules.RuleGroup;
import org.sluice.rules.Severity;
import org.sluice.rules.Verdict;
import org.sluice.ui.shell.Messages;

/** Whatever a fact of the rules may be has its word in both languages, and so has what the rules answer. */
class FactsSpeakTest {

    private static final Messages MESSAGES = new Messages();

    private final List<String> silent = new ArrayList<>();

    @Test
    void everyChoiceAndEveryPart() {
        for (var group : RuleGroup.values()) {
            for (var fact : FactCatalogue.of(group)) {
                word("factPart." + fact.part());
                fact.codes().forEach(code -> word(fact.type() + "." + code));
                var measure = fact.measure();
                if (measure != null && measure.unit() != Measure.Unit.FIGURE) {
                    word("factUnit." + measure.unit());
                    // shares and amounts are written as such
                    if (measure.unit() != Measure.Unit.SHARE && measure.unit() != Measure.Unit.CNY) {
                        word("factUnit." + measure.unit() + ".of");
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void everyGroupAndEveryAnswer() {
        for (var group : RuleGroup.values()) {
            word("RuleGroup." + group.folder());
            word("decision.rules." + group.folder());
            for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(MESSAGES.getTranslation("decision.rules." + group.folder(), locale))
                        .isEqualTo(group.label().in(locale));
            }
        }
        for (var severity : Severity.values()) {
            word("Severity." + severity);
        }
        for (var verdict : Verdict.values()) {
            word("Verdict." + verdict);
        }
        for (var layer : Layer.values()) {
            word("Layer." + layer);
        }
        assertThat(silent).isEmpty();
    }

    private void word(String key) {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            if (MESSAGES.getTranslation(key, locale).equals(key)) {
                silent.add(key + " in " + locale);
            }
        }
    }
}
