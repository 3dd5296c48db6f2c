package org.sluice.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.OrderStore.Part;
import org.sluice.privacy.RangeStore.Range;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.PartyState;
import org.sluice.ui.privacy.PrivacyJobDesk.Ranges;

/**
 * Where a party stands in a step, all of its workers together: while ranges of a run are under way, they are what it does.
 *
 * @param ranges how many are done, of how many; null where the step has none
 * @param says the words of the worker that needs somebody most
 */
record PartStanding(
        PartyState state,
        @Nullable Ranges ranges,
        PartRows.@Nullable Progress progress,
        @Nullable LocalText says) {

    /** @param holds which of some external tasks a worker holds: the engine alone knows, and is asked once */
    static PartStanding of(Part part, List<Range> ranges, UnaryOperator<Set<String>> holds) {
        var tasks = Stream.concat(
                        Stream.of(new Told(part.state(), part.says(), part.externalTask())),
                        ranges.stream().map(each -> new Told(each.state(), each.says(), each.externalTask())))
                .flatMap(each -> each.task().stream())
                .collect(Collectors.toSet());
        return standing(part, ranges, holds.apply(tasks)::contains);
    }

    private static PartStanding standing(Part part, List<Range> ranges, Predicate<String> isHeld) {
        if (ranges.isEmpty()) {
            return new PartStanding(
                    new Told(part.state(), part.says(), part.externalTask()).seen(isHeld),
                    null,
                    part.progress(),
                    part.says());
        }
        var done =
                ranges.stream().filter(each -> each.state() == PartyState.DONE).count();
        var counted = new Ranges((int) done, ranges.size());
        if (part.state().isEnd() || done == ranges.size()) {
            return new PartStanding(
                    new Told(part.state(), part.says(), part.externalTask()).seen(isHeld),
                    counted,
                    part.progress() == null ? progress(ranges) : part.progress(),
                    part.says());
        }
        var states = ranges.stream()
                .map(each -> new Told(each.state(), each.says(), each.externalTask()).seen(isHeld))
                .toList();
        return new PartStanding(first(states), counted, progress(ranges), says(ranges));
    }

    /** A part or range as its tables tell it; of one that waits without a word the engine knows more. */
    private record Told(
            PartyState state,
            @Nullable LocalText says,
            @Nullable String externalTask) {

        Optional<String> task() {
            return state == PartyState.WAITING && says == null ? Optional.ofNullable(externalTask) : Optional.empty();
        }

        PartyState seen(Predicate<String> isHeld) {
            return task().filter(isHeld).isPresent() ? PartyState.FETCHED : state;
        }
    }

    /** A failure wants somebody, whatever else goes on; otherwise what moves counts. */
    private static PartyState first(List<PartyState> states) {
        for (var each : List.of(PartyState.FAILED, PartyState.RUNNING, PartyState.FETCHED)) {
            if (states.contains(each)) {
                return each;
            }
        }
        return PartyState.WAITING;
    }

    /** Of one that has failed; and why one waits only where none computes. */
    private static @Nullable LocalText says(List<Range> ranges) {
        for (var state : List.of(PartyState.FAILED, PartyState.RUNNING, PartyState.WAITING)) {
            var those = ranges.stream().filter(each -> each.state() == state).toList();
            var words = those.stream().map(Range::says).filter(Objects::nonNull).findFirst();
            if (words.isPresent() || (state == PartyState.RUNNING && !those.isEmpty())) {
                return words.orElse(null);
            }
        }
        return null;
    }

    /** All ranges together; one that has not begun counts as large as those that have are on average. */
    private static PartRows.@Nullable Progress progress(List<Range> ranges) {
        var begun = ranges.stream()
                .filter(each -> each.progress() != null && each.progress().total() > 0)
                .toList();
        if (begun.isEmpty()) {
            return null;
        }
        var total = 0L;
        var done = 0L;
        var bytes = 0L;
        for (var range : begun) {
            var progress = Objects.requireNonNull(range.progress());
            total += progress.total();
            done += range.state() == PartyState.DONE ? progress.total() : progress.done();
            bytes += progress.bytes();
        }
        var newest = newest(begun);
        return new PartRows.Progress(newest.step(), done, total * ranges.size() / begun.size(), bytes, newest.at());
    }

    /** Of one that is being computed, if any is. */
    private static PartRows.Progress newest(List<Range> begun) {
        var running = begun.stream()
                .filter(each -> each.state() == PartyState.RUNNING)
                .toList();
        return (running.isEmpty() ? begun : running)
                .stream()
                        .map(each -> Objects.requireNonNull(each.progress()))
                        .max(Comparator.comparing(PartRows.Progress::at))
                        .orElseThrow();
    }
}
