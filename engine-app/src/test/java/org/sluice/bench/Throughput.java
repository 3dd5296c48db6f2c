package org.sluice.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Instances a second of two sides, by rounds in turn, so that whatever the machine does besides meets both. */
final class Throughput {

    private static final int THREADS = 4;
    private static final int WARM_UP = 120;
    private static final int ROUND = 60;
    private static final int ROUNDS = 6;

    private final Side ours;
    private final Side bare;
    private final PrintStream out;

    Throughput(Side ours, Side bare, PrintStream out) {
        this.ours = ours;
        this.bare = bare;
        this.out = out;
    }

    void measure() {
        round(ours, WARM_UP);
        round(bare, WARM_UP);
        var here = new ArrayList<Double>();
        var there = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int n = 0; n < ROUNDS; n++) {
            here.add(round(ours, ROUND));
            there.add(round(bare, ROUND));
            ratios.add(here.get(n) / there.get(n));
        }
        out.printf(
                "Intake, instances a second: %d rounds in turn of %d instances, %d threads, after %d unmeasured%n",
                ROUNDS, ROUND, THREADS, WARM_UP);
        print(ours.name(), here);
        print(bare.name(), there);
        print("ours/bare", ratios);
        var ratio = Spread.of(ratios).median();
        out.printf("  goal 0.80: %s%n%n", ratio >= 0.8 ? "met" : "missed");
    }

    private void print(String name, List<Double> values) {
        var spread = Spread.of(values);
        out.printf("  %-10s min %.2f, median %.2f, max %.2f%n", name, spread.min(), spread.median(), spread.max());
    }

    /** @return instances a second, with all that they have put off */
    private static double round(Side side, int instances) {
        var left = new AtomicInteger(instances);
        Callable<Boolean> worker = () -> {
            while (left.getAndDecrement() > 0) {
                side.lead();
            }
            return true;
        };
        var threads = Executors.newFixedThreadPool(THREADS);
        var start = System.nanoTime();
        try {
            for (var done : threads.invokeAll(List.of(worker, worker, worker, worker))) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
        side.settle();
        return instances * 1e9 / (System.nanoTime() - start);
    }
}
