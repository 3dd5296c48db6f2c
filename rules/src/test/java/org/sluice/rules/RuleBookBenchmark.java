package org.sluice.rules;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.sluice.rules.facts.CaseFacts;

/** Prints how long the shipped book compiles and how fast it answers; see rules/README.md. No test: it only measures. */
final class RuleBookBenchmark {

    private RuleBookBenchmark() {}

    public static void main(String[] arguments) {
        System.out.printf(
                "Java %s, %d processors%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        var before = computed();
        var start = System.nanoTime();
        var book = RuleBook.shipped();
        System.out.printf(
                "compile, cold JVM: %d ms for %d rules, for which the process computed %d ms%n",
                millis(start), book.rules().size(), computed() - before);
        System.out.printf(
                "compile, warm: %d ms (median of 9)%n",
                Stream.generate(RuleBookBenchmark::compileOnce)
                        .limit(9)
                        .sorted()
                        .skip(4)
                        .findFirst()
                        .orElse(-1L));
        for (var group : RuleGroup.values()) {
            var cases = book.rules().stream()
                    .filter(each -> each.group() == group)
                    .flatMap(rule -> RuleExample.of(rule).stream())
                    .map(RuleExample::facts)
                    .toList();
            ask(book, cases, 3_000);
            System.out.printf(
                    "evaluate, warm, one thread, group %s, %d different cases: %d a second%n",
                    group.folder(), cases.size(), ask(book, cases, 5_000));
        }
    }

    /** Milliseconds of processors that this process has had: what is left when others are busy on the machine too. */
    private static long computed() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
    }

    private static long compileOnce() {
        var start = System.nanoTime();
        RuleBook.shipped();
        return millis(start);
    }

    /** Asks for so many milliseconds and tells how many answers a second there were. */
    private static long ask(RuleBook book, List<CaseFacts> cases, long forMillis) {
        var numbers = ParameterTable.shipped().defaults();
        var start = System.nanoTime();
        long answers = 0;
        while (millis(start) < forMillis) {
            for (var each : cases) {
                book.evaluate(each, numbers, RuleExample.ON);
            }
            answers += cases.size();
        }
        return answers * 1_000 / Math.max(1, millis(start));
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
