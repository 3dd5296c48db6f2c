package org.sluice.worker.bench;

import java.util.function.Function;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.unbalanced.ListFunction;
import org.sluice.protocol.psi.unbalanced.Unbalanced;

/**
 * A thousand elements looked up in a list whose masks the learner holds. {@code seconds} is a look-up from the first turn until
 * transcripts agree; what comes before it once, masking the list and loading what a learner keeps, has figures of its own.
 * The rate is in elements looked up.
 */
record UnbalancedContest(String name, int usualSize, Function<Tools, ListFunction> function, SetContest.Ceiling ceiling)
        implements Contest {

    private static final int ASKED = 1000;

    @Override
    public Party prepare(Role role, int size, Tools tools) {
        ListFunction chosen = function.apply(tools);
        return role == Role.RESPONDER ? new MasksServer(size, chosen, tools) : new MasksClient(size, chosen, tools);
    }

    static Terms terms(Unbalanced protocol) {
        return new Terms(protocol.method(), Output.ONE_LEARNS, new byte[Terms.SALT_LENGTH], 0, Terms.LARGEST_SET);
    }

    private static int count(int size) {
        return Math.min(ASKED, size / 2);
    }

    /** What is looked up in a list of the responder's elements. */
    static Column asked(int size) {
        int first = size / 3 - count(size) / 3;
        Column all = MadeUp.elements(Role.LEARNER, first + count(size));
        return all.slice(first, all.count());
    }

    /** How many of these are on the list. */
    static int common(int size) {
        return count(size) - count(size) / 3;
    }

    @Override
    public double rate(int size, Run run) {
        return count(size) / run.seconds();
    }

    @Override
    public Limit limit(Limits limits) throws InterruptedException {
        return ceiling.of(limits);
    }
}
