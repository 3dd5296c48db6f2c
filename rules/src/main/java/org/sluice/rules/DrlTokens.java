package org.sluice.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A rule text cut into words, variables, texts, numbers and signs; comments are gone from {@link #plain}, which keeps
 * every line where it was. Only what was cut here is compiled, so what the compiler would take for a comment, and we
 * would not, cannot differ.
 */
final class DrlTokens {

    enum Kind {
        WORD,
        VARIABLE,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /** @param text without the quotes, for a {@link Kind#TEXT} */
    record Token(Kind kind, String text, int line) {

        boolean is(String sign) {
            return kind != Kind.TEXT && text.equals(sign);
        }
    }

    /** Longest first. */
    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "(", ")", ",", ".", ":", ";", "<", ">", "!", "@", "*", "+", "-", "/",
            "%", "=", "[", "]", "{", "}", "?", "&", "|", "^", "~");

    private final String text;
    private final BiConsumer<Integer, String> refuse;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private int line = 1;

    /** @param refuse is told line and character of what cannot stand in a rule text at all */
    DrlTokens(String text, BiConsumer<Integer, String> refuse) {
        this.text = text.replace("\r\n", "\n");
        this.refuse = refuse;
        while (at < this.text.length()) {
            next();
        }
        tokens.add(new Token(Kind.END, "", line));
    }

    List<Token> tokens() {
        return tokens;
    }

    String plain() {
        return plain.toString();
    }

    private void next() {
        var c = text.charAt(at);
        if (c == '\n') {
            plain.append(c);
            line++;
            at++;
        } else if (c == ' ' || c == '\t') {
            plain.append(c);
            at++;
        } else if (text.startsWith("//", at)) {
            comment(text.indexOf('\n', at), "");
        } else if (text.startsWith("/*", at)) {
            comment(text.indexOf("*/", at + 2), "*/");
        } else if (c == '"') {
            quoted();
        } else if (c == '$' || isLetter(c)) {
            take(c == '$' ? Kind.VARIABLE : Kind.WORD, wordEnd());
        } else if (c >= '0' && c <= '9') {
            take(Kind.NUMBER, numberEnd());
        } else {
            sign();
        }
    }

    /** Without an end it is no comment, and the rest of the text not examined: refused. */
    private void comment(int end, String mark) {
        if (end < 0 && !mark.isEmpty()) {
            refuse("/*");
            at = text.length();
            return;
        }
        var stop = end < 0 ? text.length() : end + mark.length();
        for (; at < stop; at++) {
            var c = text.charAt(at);
            if (c == '\\'
                    || (c < ' ' && c != '\n' && c != '\t')
                    || c == 0x7f
                    || c == 0x85
                    || c == 0x2028
                    || c == 0x2029) {
                refuse(String.valueOf(c));
            }
            if (c == '\n') {
                plain.append(c);
                line++;
            } else {
                plain.append(' ');
            }
        }
    }

    private void quoted() {
        var end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end++;
        }
        if (end >= text.length() || text.charAt(end) == '\n') {
            refuse("\"");
            at = end;
            return;
        }
        var content = text.substring(at + 1, end);
        if (!content.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\')) {
            refuse("\"" + content + "\"");
        }
        tokens.add(new Token(Kind.TEXT, content, line));
        plain.append(text, at, end + 1);
        at = end + 1;
    }

    private void sign() {
        for (var sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                take(Kind.SIGN, at + sign.length());
                return;
            }
        }
        refuse(text.substring(at, text.offsetByCodePoints(at, 1)));
        plain.append(' ');
        at = text.offsetByCodePoints(at, 1);
    }

    private void take(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), line));
        plain.append(text, at, end);
        at = end;
    }

    private int wordEnd() {
        var end = at + 1;
        while (end < text.length()
                && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)) || text.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private int numberEnd() {
        var end = at + 1;
        while (end < text.length() && (isDigit(text.charAt(end)) || isLetter(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private void refuse(String what) {
        refuse.accept(line, what);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
