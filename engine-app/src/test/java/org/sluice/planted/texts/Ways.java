package org.sluice.planted.texts;

import java.util.List;
import java.util.Locale;
import org.sluice.process.Conflict;

/** Says refusal keys directly, by choice, through a parameter, a method, a constant; and once out of sight. */
class Ways {

    private static final String CONSTANT = "constant";

    Conflict direct() {
        return new Conflict("direct");
    }

    Conflict choice(boolean first) {
        return new Conflict(first ? "first" : ("second"), "argument");
    }

    Conflict through() {
        return parameter(1, "through");
    }

    private Conflict parameter(int number, String key) {
        return new Conflict(key, number);
    }

    Conflict method() {
        return new Conflict(key());
    }

    private static String key() {
        return "method";
    }

    Conflict constant() {
        return new Conflict(CONSTANT);
    }

    Conflict outOfSight() {
        return new Conflict("OUT".toLowerCase(Locale.ROOT));
    }

    List<Conflict> none() {
        return List.of();
    }
}
