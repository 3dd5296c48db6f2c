package org.sluice.worker.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.sluice.protocol.Column;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.worker.buckets.BucketExchange;
import org.sluice.worker.buckets.BucketPlan;
import org.sluice.worker.buckets.BucketTerms;
import org.sluice.worker.buckets.Ledger;
import org.sluice.worker.buckets.SpreadSet;
import org.sluice.worker.buckets.Spreading;
import org.sluice.worker.buckets.Vault;
import org.sluice.worker.party.WorkerFolder;

/**
 * Two sets that are too large for one piece, bucket by bucket as a privacy job has them: spread on the disk, each bucket
 * sealed there before the next begins, and put together in the end. All of that is in the time.
 */
record DividedContest(String name, int usualSize, Function<Tools, Technique> technique, SetContest.Ceiling ceiling)
        implements Contest {

    private static final int BUCKET = 1 << 20;
    private static final int ONCE = 1;

    @Override
    public Party prepare(Role role, int size, Tools tools) {
        Column elements = MadeUp.elements(role, size);
        Technique chosen = technique.apply(tools);
        return line -> run(role, elements, chosen, line, tools);
    }

    private void run(Role role, Column elements, Technique chosen, MeteredChannel line, Tools tools) {
        int size = elements.count();
        int buckets = BucketPlan.bucketsFor(size, size, BUCKET, Terms.LARGEST_SET);
        byte[] salt = new byte[Terms.SALT_LENGTH];
        try {
            Path folder = Files.createTempDirectory("sluice-bench-buckets");
            try {
                SpreadSet spread = spread(elements, folder, salt, buckets);
                Ledger ledger = new Ledger(folder, Vault.of(folder.resolve("key"), tools.random()));
                BucketTerms terms = new BucketTerms(chosen, Output.ONE_LEARNS, salt, buckets, 0, buckets, ONCE);
                BucketExchange exchange = new BucketExchange(terms, spread, size, ledger, tools.random());
                if (role == Role.RESPONDER) {
                    exchange.respond(line, bucket -> {});
                } else {
                    exchange.learn(line, bucket -> {});
                    check(ledger.positions(0, buckets).length, size);
                }
            } finally {
                WorkerFolder.remove(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SpreadSet spread(Column elements, Path folder, byte[] salt, int buckets) {
        try (Spreading spreading = Spreading.into(folder, salt, buckets)) {
            spreading.add(elements);
            return spreading.finish();
        }
    }

    private void check(int found, int size) {
        if (found != MadeUp.common(size)) {
            throw new IllegalStateException(name + " finds " + found + " of " + MadeUp.common(size));
        }
    }

    @Override
    public Limit limit(Limits limits) throws InterruptedException {
        return ceiling.of(limits);
    }
}
