package org.sluice.rules;

import java.util.ArrayList;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.rules.DrlTokens.Kind;
import org.sluice.rules.DrlTokens.Token;

/** Goes through the pieces of one text and writes down what is refused, with its line and its rule. */
final class DrlReader {

    /** What helps against most things. */
    static final LocalText REWRITE = new LocalText(
            "只能匹配本组事实、比较其字段，并调用 found(...)；需要别的能力时，请在事实中增加字段。",
            "Match facts of this group, compare their fields and call found(...); for anything else, add a field to the facts.");

    private final String file;
    private final List<RuleProblem> problems = new ArrayList<>();
    private List<Token> tokens = List.of(new Token(Kind.END, "", 1));
    private String rule = "";
    private int at;

    DrlReader(String file) {
        this.file = file;
    }

    void read(List<Token> pieces) {
        tokens = pieces;
        at = 0;
    }

    /** The rule that is being read; empty between rules. */
    void enter(String name) {
        rule = name;
    }

    String rule() {
        return rule;
    }

    List<RuleProblem> problems() {
        return problems;
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** A piece that was read already; 1 is the last one. */
    Token back(int by) {
        return tokens.get(Math.max(0, at - by));
    }

    Token next() {
        var token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Reads the word or sign if it comes next. */
    boolean accept(String word) {
        if (!peek().is(word) || atEnd()) {
            return false;
        }
        next();
        return true;
    }

    /** Leaves out at least one piece, and all up to that word. */
    void skipTo(String word) {
        do {
            next();
        } while (!atEnd() && !peek().is(word));
    }

    void refuse(Token token, String zh, String en) {
        refuse(token.line(), zh, en, REWRITE);
    }

    void refuse(Token token, String zh, String en, String remedyZh, String remedyEn) {
        refuse(token.line(), zh, en, new LocalText(remedyZh, remedyEn));
    }

    void refuse(int line, String zh, String en, LocalText remedy) {
        problems.add(new RuleProblem(file, line, rule, new LocalText(zh, en), remedy));
    }
}
