package org.sluice.process.models;

import java.util.List;
import org.sluice.process.Var;

/** Names of {@code planted/small-model.bpmn}, which has one of everything that the contract speaks of. */
public final class SmallModelProcess {

    public static final String KEY = "small-model";

    public static final List<Var<?>> VARIABLES =
            List.of(Var.flag("agreed"), Var.instant("closeAt"), Var.text("askedRole"), Var.number("heardCount"));

    public static final class Task {
        public static final String ASK_SOMEBODY = "askSomebody";
        public static final String HEAR_EVERYBODY = "hearEverybody";
    }

    public static final class Topic {
        public static final String COUNT_OVERLAP = "count-overlap";
    }

    public static final class Message {
        public static final String SOMETHING_SAID = "somethingSaid";
    }

    public static final class Error {
        public static final String PEER_REFUSED = "peerRefused";
    }

    public static final class Signal {
        public static final String HOUSE_CLOSED = "houseClosed";
    }

    public static final class Decision {
        public static final String SMALL_TABLE = "smallTable";
    }

    private SmallModelProcess() {}
}
