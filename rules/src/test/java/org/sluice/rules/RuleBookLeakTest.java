package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A book that is let go takes its classes with it: compliance may release as often as it likes. */
class RuleBookLeakTest {

    private static final int SWAPS = 100;
    private static final int KEPT = 10;

    @Test
    void swappingTheBookManyTimesLeavesNoClassesBehind() {
        swap(2 * KEPT, book -> {}); // what is loaded once, is loaded now
        var before = loadedClasses();
        swap(SWAPS, book -> {});
        var grown = loadedClasses() - before;

        var kept = new ArrayList<RuleBook>();
        swap(KEPT, kept::add);
        var grownByKept = loadedClasses() - before - grown;

        System.out.printf(
                "Classes grown by %d after %d swaps; %d for %d books that were kept%n",
                grown, SWAPS, grownByKept, KEPT);
        assertThat(kept).hasSize(KEPT);
        assertThat(grownByKept).as("what a leak would look like").isGreaterThan(KEPT);
        assertThat(grown).as("less than one class for every other swap").isLessThan(SWAPS / 2);
    }

    /** Asked more than twenty times each, since the engine makes classes of conditions that are asked often. */
    private static void swap(int times, Consumer<RuleBook> keep) {
        var texts = Map.of("supplier/ties.drl", RuleBook.shippedTexts().get("supplier/ties.drl"));
        var facts = RuleExamplesTest.rules()
                .filter(each -> each.file().equals("supplier/ties.drl"))
                .flatMap(rule -> RuleExample.of(rule).stream())
                .map(RuleExample::facts)
                .toList();
        for (int i = 0; i < times; i++) {
            var book = RuleBook.compile(texts);
            for (int asked = 0; asked < 3; asked++) {
                facts.forEach(each -> book.evaluate(each, RuleExamplesTest.NUMBERS, RuleExample.ON));
            }
            keep.accept(book);
        }
    }

    /** Collecting is a request, and one class holds the next; so it is made until the count has stood still for a while. */
    private static long loadedClasses() {
        var classes = ManagementFactory.getClassLoadingMXBean();
        var least = Long.MAX_VALUE;
        for (int still = 0; still < 3; still++) {
            System.gc();
            var now = classes.getLoadedClassCount();
            if (now < least) {
                least = now;
                still = 0;
            }
        }
        return least;
    }
}
