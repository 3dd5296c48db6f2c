package org.sluice.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.shared.CaseFiles;
import org.sluice.ui.story.Chapter;
import org.sluice.ui.story.Move;
import org.sluice.ui.story.StoryDesk.Pace;
import org.sluice.ui.story.StoryDesk.Part;
import org.sluice.ui.story.StoryDesk.State;
import org.sluice.ui.story.StoryDesk.Step;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What has been done so far, chapter by chapter. */
@Component
@Profile("demo")
class Chronicle {

    private final Happening happening;
    private final CaseFiles files;

    Chronicle(Happening happening, CaseFiles files) {
        this.happening = happening;
        this.files = files;
    }

    /** All chapters before the story was begun. */
    static List<Part> unwritten() {
        return Stream.of(Chapter.values())
                .map(each -> new Part(each, Pace.AHEAD, null, null, List.of()))
                .toList();
    }

    List<Part> parts(Plot plot, Standing now) {
        var steps = steps(plot);
        var parts = new ArrayList<Part>();
        for (var chapter : Chapter.values()) {
            var caseId = caseOf(plot, chapter);
            parts.add(new Part(
                    chapter,
                    pace(chapter, now),
                    caseId,
                    caseId == null ? null : files.get(caseId).number(),
                    steps.getOrDefault(chapter, List.of())));
        }
        return parts;
    }

    private static Pace pace(Chapter chapter, Standing now) {
        if (now.state() == State.TOLD) {
            return Pace.DONE;
        }
        int order = chapter.compareTo(now.chapter());
        return order < 0 ? Pace.DONE : order == 0 ? Pace.NOW : Pace.AHEAD;
    }

    private static @Nullable CaseId caseOf(Plot plot, Chapter chapter) {
        return switch (chapter) {
            case WISH, INTAKE, OFFERS, REFUSAL, ADMISSION, TEST, CONTRACT -> plot.requirement();
            case QUARTER -> null;
            case GRADE, RECTIFICATION -> plot.evaluation();
            case EXIT -> plot.exit();
            case BLACKLIST -> plot.entry();
        };
    }

    private Map<Chapter, List<Step>> steps(Plot plot) {
        var steps = new EnumMap<Chapter, List<Step>>(Chapter.class);
        begun(steps, Chapter.WISH, Move.SEND_REQUIREMENT, plot.requirement());
        if (plot.product() != null) {
            happening.read(plot.product().id()).stream()
                    .filter(read -> plot.quarter().contains(read.month()))
                    .forEach(read -> add(
                            steps,
                            Chapter.QUARTER,
                            new Step(Move.RECORD_READING, null, null, read.person(), read.at())));
        }
        begun(steps, Chapter.GRADE, Move.START_EVALUATION, plot.evaluation());
        begun(steps, Chapter.BLACKLIST, Move.PROPOSE_BLACKLISTING, plot.entry());
        var cases = Stream.of(plot.requirement(), plot.evaluation(), plot.exit(), plot.entry())
                .filter(Objects::nonNull)
                .toList();
        for (var done : happening.done(cases)) {
            add(
                    steps,
                    Chapters.of(done.processKey(), done.key(), done.createdAt(), plot),
                    new Step(Move.TASK, done.key(), done.subject(), done.person(), done.at()));
        }
        return steps;
    }

    private void begun(Map<Chapter, List<Step>> steps, Chapter chapter, Move move, @Nullable CaseId caseId) {
        if (caseId != null) {
            var begun = happening.begun(caseId);
            add(steps, chapter, new Step(move, null, null, begun.person(), begun.at()));
        }
    }

    private static void add(Map<Chapter, List<Step>> steps, Chapter chapter, Step step) {
        steps.computeIfAbsent(chapter, each -> new ArrayList<>()).add(step);
    }
}
