package org.sluice.protocol.psi.unbalanced;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.conscrypt.OpenSSLProvider;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.PlatformLadder;
import org.sluice.protocol.group.PlatformP256;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;

/** A function with one key, and lists under it, whose masks do for a thousand items. */
record Lists(ListFunction function, Secret scalar, ListKey key, Unbalanced protocol, Terms terms) {

    static final SecureRandom RANDOM = new SecureRandom();
    static final Cores CORES = new Cores(ForkJoinPool.commonPool(), 1);

    static Lists of(ListFunction function) {
        Secret scalar = function.draw(RANDOM);
        Unbalanced protocol = new Unbalanced(function, CORES, RANDOM);
        Terms terms = Samples.terms(protocol.method(), Output.ONE_LEARNS);
        return new Lists(function, scalar, function.key(scalar), protocol, terms);
    }

    static Stream<ListFunction> functions() {
        return Stream.of(
                new CoordinateTwin(new PlatformLadder(new OpenSSLProvider())),
                new VerifiableFunction(new PlatformP256(new OpenSSLProvider())));
    }

    ItemSet items(int from, int to) {
        return items(Samples.numbered(from, to));
    }

    ItemSet items(List<byte[]> items) {
        return ItemSet.of(items, terms);
    }

    MaskedList list(int from, int to, long version) {
        return MaskedList.of(items(from, to), function, key, Masks.width(1000), version, CORES);
    }

    Run<Found, Learned> run(ItemSet items, @Nullable Masks held, MaskedList list) {
        return Run.of(protocol.learner(items, held), protocol.responder(list, terms));
    }

    @Override
    public String toString() {
        return function.suite();
    }
}
