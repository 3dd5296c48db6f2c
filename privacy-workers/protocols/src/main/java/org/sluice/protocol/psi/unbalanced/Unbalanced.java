package org.sluice.protocol.psi.unbalanced;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.group.BatchedGroup.Listener;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;
import org.sluice.protocol.session.Turn;

/**
 * A small set looked up in a large list whose masks the client keeps. Terms of a run name this {@link #method}, the output
 * {@link Output#ONE_LEARNS}, and the list's salt as the job's; their greatest size bounds how many items a client may have
 * evaluated in a run.
 */
public final class Unbalanced {

    private static final Frame HELD = new Frame("HELD", 21);
    private static final Frame ANNOUNCED = new Frame("ANNOUNCED", 22);
    private static final Frame REMOVED = new Frame("REMOVED", 23);
    private static final Frame ADDED = new Frame("ADDED", 24);
    private static final Frame BLINDED = new Frame("BLINDED", 25);
    private static final Frame EVALUATED = new Frame("EVALUATED", 26);

    private final ListFunction function;
    private final Cores cores;
    private final SecureRandom random;
    private final Listener listener;
    private final Method method;

    public Unbalanced(ListFunction function, Cores cores, SecureRandom random) {
        this(function, cores, random, (step, rows, total) -> {});
    }

    /** @param listener hears after each batch how many of the own items are looked up, or of the peer's are evaluated */
    public Unbalanced(ListFunction function, Cores cores, SecureRandom random, Listener listener) {
        this("unbalanced/v1", function, cores, random, listener);
    }

    Unbalanced(String technique, ListFunction function, Cores cores, SecureRandom random, Listener listener) {
        this.function = function;
        this.cores = cores;
        this.random = random;
        this.listener = listener;
        this.method = new Method(technique, function.suite());
    }

    /** What the terms of a run must name. */
    public Method method() {
        return method;
    }

    /**
     * The client, which gets to know which of its items are on the list; confirms first.
     *
     * @param held the masks that a run before led to; {@link Masks#awaited} at the first time; null to
     *     accept a list under whatever key
     * @throws IllegalArgumentException if terms or masks are of another function or salt
     */
    public Turn<Found> learner(ItemSet items, @Nullable Masks held) {
        return learner(items, held, found -> found);
    }

    <R> Turn<R> learner(ItemSet items, @Nullable Masks held, Function<Found, R> result) {
        Terms terms = checked(items.terms());
        if (held != null && !held.isOf(function.suite(), terms)) {
            throw new IllegalArgumentException("The masks at hand are of another list than the terms");
        }
        Masks.Stamp stamp = held == null ? Masks.Stamp.NONE : held.stamp();
        return new Opening(terms, Opening.Side.LEARNER)
                .exchange(
                        items.count(),
                        random,
                        peers -> new Turn.Send<>(
                                HELD.of(stamp.bytes()),
                                () -> followed(items, held, peers, masks -> lookedUp(items, masks, result))));
    }

    private <R> Turn<R> followed(ItemSet items, @Nullable Masks held, int peers, Function<Masks, Turn<R>> then) {
        return new Turn.Receive<>(frame -> {
            Announcement announced = Announcement.read(ANNOUNCED.open(frame, Announcement.length(function)));
            Following following = new Following(function, items.terms(), held, announced);
            following.check(items.count(), peers);
            int width = announced.width();
            return rows(REMOVED, items.terms())
                    .receive(announced.removed(), width, removed -> rows(ADDED, items.terms())
                            .receive(announced.added(), width, added -> then.apply(following.masks(removed, added))));
        });
    }

    private <R> Turn<R> lookedUp(ItemSet items, Masks masks, Function<Found, R> result) {
        int count = items.count();
        return new Questions(function, items, masks, cores, random, done -> listener.done(Step.OWN, done, count))
                .ask(
                        BLINDED,
                        EVALUATED,
                        tags -> new Turn.Finished<>(result.apply(
                                new Found(items.intersection(masks.tags().find(tags), masks.count()), masks))));
    }

    /**
     * The server, which gets to know the number of the client's items; confirms second.
     *
     * @param list under a key of this function
     * @throws IllegalArgumentException if the terms are of another method or salt, or do not allow the list's size
     */
    public Turn<Learned> responder(MaskedList list, Terms terms) {
        if (!list.masks().isOf(function.suite(), checked(terms)) || !terms.allow(list.count())) {
            throw new IllegalArgumentException("The terms are not those of the list");
        }
        return responder(list.count(), terms, peers -> list);
    }

    Turn<Learned> responder(int count, Terms terms, IntFunction<MaskedList> lists) {
        return new Opening(checked(terms), Opening.Side.RESPONDER)
                .exchange(
                        count,
                        random,
                        peers -> new Turn.Receive<>(frame -> {
                            Masks.Stamp held = Masks.Stamp.read(HELD.open(frame, Masks.Stamp.LENGTH));
                            MaskedList list = lists.apply(peers);
                            return caughtUp(list, held, terms, () -> answer(list, terms, 0, peers));
                        }));
    }

    private <R> Turn<R> caughtUp(MaskedList list, Masks.Stamp held, Terms terms, Supplier<Turn<R>> then) {
        Masks masks = list.masks();
        Optional<Changes> since = list.since(held);
        Changes changes = since.orElse(new Changes(TagSet.empty(masks.width()), masks.tags()));
        Column removed = changes.removed().column();
        Column added = changes.added().column();
        return new Turn.Send<>(
                ANNOUNCED.of(Announcement.of(masks, since.isEmpty(), changes)), () -> rows(REMOVED, terms)
                        .send(removed, () -> rows(ADDED, terms).send(added, then)));
    }

    private Turn<Learned> answer(MaskedList list, Terms terms, int from, int count) {
        if (from == count) {
            return new Turn.Finished<>(new Answered(list.count(), count));
        }
        int some = Math.min(Questions.batch(terms), count - from);
        return new Turn.Receive<>(frame -> {
            byte[] request = new byte[some * function.elementLength()];
            BLINDED.open(frame, request.length).get(request);
            byte[] answer = list.key().evaluator().answer(request, random, cores);
            listener.done(Step.PEERS, from + some, count);
            return new Turn.Send<>(EVALUATED.of(answer), () -> answer(list, terms, from + some, count));
        });
    }

    private static Rows rows(Frame kind, Terms terms) {
        return new Rows(kind, terms.rowsPerFrame());
    }

    private Terms checked(Terms terms) {
        if (!terms.method().equals(method) || terms.output() != Output.ONE_LEARNS) {
            throw new IllegalArgumentException(
                    "Terms for " + terms.method() + " and " + terms.output() + " are none for " + method);
        }
        return terms;
    }

    /**
     * What exactly goes over the line.
     *
     * @param learners distinct items of the client
     * @param width bytes of a mask
     * @param removed masks that the client's version has and the list's has not; 0 for a client that holds none
     * @param added masks that the list's version has and the client's has not
     */
    public Traffic traffic(int learners, int width, int removed, int added, Terms terms) {
        int element = function.elementLength();
        Rows items = new Rows(BLINDED, Questions.batch(terms));
        long proofs = items.bytes(learners, 1) - learners;
        return new Traffic(
                Opening.BYTES + Frame.HEADER + Masks.Stamp.LENGTH + items.bytes(learners, element),
                Opening.BYTES
                        + Frame.HEADER
                        + Announcement.length(function)
                        + rows(REMOVED, terms).bytes(removed, width)
                        + rows(ADDED, terms).bytes(added, width)
                        + items.bytes(learners, element)
                        + proofs * function.proofLength());
    }
}
