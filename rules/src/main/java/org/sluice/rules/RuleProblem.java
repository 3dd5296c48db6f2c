package org.sluice.rules;

import org.sluice.process.LocalText;

/**
 * Why a text of the rule book is refused.
 *
 * @param file path of the text
 * @param line in the text, counted from 1
 * @param rule name of the rule around the place; empty outside of rules
 * @param what what is wrong there
 * @param remedy what to write instead
 */
public record RuleProblem(String file, int line, String rule, LocalText what, LocalText remedy) {

    @Override
    public String toString() {
        return file + ":" + line + (rule.isEmpty() ? "" : " rule \"" + rule + "\"") + ": " + what.en() + " "
                + remedy.en();
    }
}
