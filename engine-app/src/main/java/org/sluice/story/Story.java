package org.sluice.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.NotPermitted;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.process.intake.RequirementForm;
import org.sluice.security.DemoSeats;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Json;
import org.sluice.shared.WorkingDays;
import org.sluice.tasks.TaskBoard;
import org.sluice.tasks.TaskView;
import org.sluice.ui.blacklist.BlacklistDesk;
import org.sluice.ui.demo.DemoDesk;
import org.sluice.ui.evaluation.EvaluationDesk;
import org.sluice.ui.intake.IntakeDesk;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.story.Chapter;
import org.sluice.ui.story.Move;
import org.sluice.ui.story.StoryDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Tells the story and plays its turns. A turn is played at the desk where a person would sit, by that person: the story
 * has no right of its own, and knows of a case no more than its tables say.
 */
@Service
@Profile("demo")
public class Story implements StoryDesk {

    private static final String API = "/api/v1";
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int MOST_TASKS = 50;

    private final Plots plots;
    private final Happening happening;
    private final Cast cast;
    private final CaseFiles files;
    private final DemoSeats seats;
    private final Actors actors;
    private final TaskBoard board;
    private final IntakeDesk intake;
    private final EvaluationDesk evaluation;
    private final BlacklistDesk blacklist;
    private final DemoDesk demo;
    private final Json json;
    private final Clock clock;

    Story(
            Plots plots,
            Happening happening,
            Cast cast,
            CaseFiles files,
            DemoSeats seats,
            Actors actors,
            TaskBoard board,
            IntakeDesk intake,
            EvaluationDesk evaluation,
            BlacklistDesk blacklist,
            DemoDesk demo,
            Json json,
            Clock clock) {
        this.plots = plots;
        this.happening = happening;
        this.cast = cast;
        this.files = files;
        this.seats = seats;
        this.actors = actors;
        this.board = board;
        this.intake = intake;
        this.evaluation = evaluation;
        this.blacklist = blacklist;
        this.demo = demo;
        this.json = json;
        this.clock = clock;
    }

    /** Where the story is: whose turn, or what else. */
    private record Standing(
            State state,
            Chapter chapter,
            @Nullable CaseId caseId,
            @Nullable Turn turn) {}

    @Override
    public void begin() {
        var state = plots.latest(Script.REQUESTER)
                .map(plot -> standing(plot, Locale.ENGLISH).state());
        if (state.filter(Story::isUnderWay).isPresent()) {
            return;
        }
        if (plots.suppliers().isEmpty()) {
            throw new Conflict("storyToldHere");
        }
        plots.begin(me());
    }

    private static boolean isUnderWay(State state) {
        return state == State.UNDER_WAY || state == State.WAITING;
    }

    /** A visitor of the demo may look at the story before signing in. */
    private @Nullable PersonId me() {
        try {
            return actors.current().id();
        } catch (NotPermitted e) {
            return null;
        }
    }

    @Override
    public void takeSeat(String account) {
        seats.take(account);
    }

    @Override
    public Telling telling(Locale locale) {
        var plot = plots.latest(Script.REQUESTER).orElse(null);
        if (plot == null) {
            return new Telling(
                    State.UNTOLD,
                    null,
                    plots.suppliers().isPresent(),
                    Stream.of(Chapter.values())
                            .map(each -> new Part(each, Pace.AHEAD, null, null, List.of()))
                            .toList(),
                    null,
                    null);
        }
        var now = standing(plot, locale);
        return new Telling(
                now.state(),
                plot.begunAt(),
                !isUnderWay(now.state()) && plots.suppliers().isPresent(),
                parts(plot, now),
                now.turn(),
                now.state() == State.WAITING || now.state() == State.LOST ? now.caseId() : null);
    }

    @Override
    public void play(String id, Locale locale) {
        plots.latest(Script.REQUESTER)
                .map(plot -> standing(plot, locale).turn())
                .filter(turn -> turn.id().equals(id))
                .ifPresent(turn -> seats.as(turn.account(), () -> {
                    play(turn);
                    return turn;
                }));
    }

    private void play(Turn turn) {
        var body = json.tree(turn.request().body());
        switch (turn.move()) {
            case SEND_REQUIREMENT -> intake.submit(json.posted(body, RequirementForm.class), turn.id());
            case TASK -> board.complete(new TaskId(turn.id()), null, body);
            case PASS_TIME -> demo.advanceTo(quarterIsOver(plot()));
            case RECORD_READING ->
                evaluation.recordReading(product(plot()).code(), json.posted(body, QualityReading.class));
            case START_EVALUATION -> evaluation.start(product(plot()).code());
            case PROPOSE_BLACKLISTING ->
                blacklist.propose(plot().suppliers().admitted(), json.posted(body, ProposeBlacklisting.class));
        }
    }

    private Plot plot() {
        return plots.latest(Script.REQUESTER).orElseThrow();
    }

    private static Plot.Product product(Plot plot) {
        return Objects.requireNonNull(plot.product());
    }

    private Standing standing(Plot plot, Locale locale) {
        if (plot.requirement() == null) {
            return new Standing(State.UNDER_WAY, Chapter.WISH, null, send(plot, locale));
        }
        return purchase(plot, plot.requirement(), locale)
                .or(() -> quarter(plot))
                .or(() -> grading(plot, locale))
                .orElseGet(() -> ending(plot, locale));
    }

    /** Until the requirement's product is listed. */
    private Optional<Standing> purchase(Plot plot, CaseId requirement, Locale locale) {
        var file = files.get(requirement);
        if (!file.closed()) {
            return Optional.of(inCase(plot, requirement, Chapter.INTAKE, locale));
        }
        return plot.product() == null || !file.state().equals("FULFILLED")
                ? Optional.of(new Standing(State.LOST, Chapter.INTAKE, requirement, null))
                : Optional.empty();
    }

    /** Three bad months, when they are over, and an evaluation after them. */
    private Optional<Standing> quarter(Plot plot) {
        if (plot.evaluation() != null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(quarterIsOver(plot))) {
            return Optional.of(new Standing(State.UNDER_WAY, Chapter.QUARTER, null, passTime(plot)));
        }
        var unread = plot.unread(WorkingDays.ZONE);
        var product = product(plot);
        var path = API + "/products/" + product.code();
        var turn = unread.isEmpty()
                ? turn(
                        "evaluate " + product.code(),
                        Chapter.GRADE,
                        Move.START_EVALUATION,
                        Script.STEWARD,
                        Role.DATA_STEWARD,
                        Routes.product(product.code()),
                        List.of(new Answer("story.product", null, product.code())),
                        new Request("POST", path + "/evaluations", "{}"))
                : turn(
                        "read " + unread.get(0),
                        Chapter.QUARTER,
                        Move.RECORD_READING,
                        Script.STEWARD,
                        Role.DATA_STEWARD,
                        Routes.product(product.code()),
                        List.of(
                                new Answer("story.product", null, product.code()),
                                new Answer("reading.month", null, unread.get(0).toString()),
                                new Answer("reading.hitRate", null, "41 %")),
                        new Request("POST", path + "/readings", json.write(Script.reading(unread.get(0)))));
        return Optional.of(new Standing(State.UNDER_WAY, turn.chapter(), null, turn));
    }

    /** From the evaluation to the exit that it asks for. */
    private Optional<Standing> grading(Plot plot, Locale locale) {
        var asked = Objects.requireNonNull(plot.evaluation());
        if (!files.get(asked).closed()) {
            return Optional.of(inCase(plot, asked, Chapter.GRADE, locale));
        }
        return plot.exit() == null
                ? Optional.of(new Standing(State.LOST, Chapter.RECTIFICATION, asked, null))
                : Optional.empty();
    }

    private Standing ending(Plot plot, Locale locale) {
        var exit = Objects.requireNonNull(plot.exit());
        var left = files.get(exit);
        if (!left.closed()) {
            return inCase(plot, exit, Chapter.EXIT, locale);
        }
        if (!left.state().equals("ARCHIVED")) {
            return new Standing(State.LOST, Chapter.EXIT, exit, null);
        }
        if (plot.entry() == null) {
            return new Standing(State.UNDER_WAY, Chapter.BLACKLIST, null, propose(plot, locale));
        }
        var entry = files.get(plot.entry());
        if (entry.state().equals("EFFECTIVE")) {
            return new Standing(State.TOLD, Chapter.BLACKLIST, plot.entry(), null);
        }
        return entry.closed()
                ? new Standing(State.LOST, Chapter.BLACKLIST, plot.entry(), null)
                : inCase(plot, plot.entry(), Chapter.BLACKLIST, locale);
    }

    private Standing inCase(Plot plot, CaseId caseId, Chapter otherwise, Locale locale) {
        var asked = happening.asked(caseId).orElse(null);
        if (asked == null) {
            return new Standing(State.WAITING, latest(plot, caseId, otherwise), caseId, null);
        }
        var turn = task(plot, caseId, asked, locale);
        return turn == null
                ? new Standing(State.WAITING, latest(plot, caseId, otherwise), caseId, null)
                : new Standing(State.UNDER_WAY, turn.chapter(), caseId, turn);
    }

    /** While the house works, the story is where somebody last did something. */
    private Chapter latest(Plot plot, CaseId caseId, Chapter otherwise) {
        return happening.done(List.of(caseId)).stream()
                .map(done -> Chapters.of(done.processKey(), done.key(), done.createdAt(), plot))
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    /** Null while nobody whom it is for sees it. */
    private @Nullable Turn task(Plot plot, CaseId caseId, Happening.Asked asked, Locale locale) {
        for (var player : cast.of(asked)) {
            var seen = seats.as(player.account(), () -> seen(caseId, asked, locale));
            if (seen.isPresent()) {
                var body = Script.answer(asked.key(), seen.get().example(), plot, today(), locale);
                var type = Objects.requireNonNull(board.bodies().get(asked.key()));
                return new Turn(
                        asked.id(),
                        Chapters.of(asked.processKey(), asked.key(), asked.createdAt(), plot),
                        Move.TASK,
                        asked.key(),
                        asked.subject(),
                        asked.role(),
                        player.account(),
                        player.name(),
                        player.post(),
                        player.unit(),
                        Routes.task(new TaskId(asked.id())),
                        Answers.of(asked.key(), type, body),
                        new Request("POST", API + "/tasks/" + asked.id() + "/complete", json.write(body)));
            }
        }
        return null;
    }

    private Optional<TaskView> seen(CaseId caseId, Happening.Asked asked, Locale locale) {
        return board.page(caseId, asked.key(), 0, MOST_TASKS, locale).items().stream()
                .filter(task -> task.id().equals(asked.id()) && task.notForYou() == null)
                .findFirst();
    }

    private Turn send(Plot plot, Locale locale) {
        var body = Script.wish(today(), locale);
        return turn(
                "send " + plot.begunAt(),
                Chapter.WISH,
                Move.SEND_REQUIREMENT,
                Script.REQUESTER,
                Role.BUSINESS_REQUESTER,
                Routes.NEW_REQUIREMENT,
                List.of(
                        new Answer("requirement.title", null, body.path("title").asText()),
                        new Answer(
                                "requirement.expectedBenefit",
                                null,
                                body.path("expectedBenefit").asText())),
                new Request("POST", API + "/requirements", json.write(body)));
    }

    private Turn passTime(Plot plot) {
        var until = quarterIsOver(plot);
        return turn(
                "pass " + until,
                Chapter.QUARTER,
                Move.PASS_TIME,
                Script.STEWARD,
                Role.DATA_STEWARD,
                Routes.DEMO_CLOCK,
                List.of(new Answer(
                        "story.until",
                        null,
                        plot.quarterIsOver(WorkingDays.ZONE).toString())),
                new Request(
                        "POST",
                        API + "/demo-clock",
                        json.write(JsonNodeFactory.instance.objectNode().put("until", until.toString()))));
    }

    private Turn propose(Plot plot, Locale locale) {
        var supplier = plot.suppliers().admitted();
        JsonNode body = Script.proposal(locale);
        return turn(
                "propose " + supplier,
                Chapter.BLACKLIST,
                Move.PROPOSE_BLACKLISTING,
                Script.PROPOSER,
                Role.PROCUREMENT,
                Routes.supplier(supplier),
                List.of(
                        new Answer("story.supplier", null, supplier),
                        new Answer("blacklist.reason", "BlacklistReason.POOR_PERFORMANCE", null),
                        new Answer(
                                "blacklist.evidence",
                                null,
                                body.path("evidence").asText())),
                new Request("POST", API + "/suppliers/" + supplier + "/blacklist", json.write(body)));
    }

    private Turn turn(
            String id,
            Chapter chapter,
            Move move,
            String account,
            Role role,
            String place,
            List<Answer> answers,
            Request request) {
        var player = cast.named(account);
        return new Turn(
                id,
                chapter,
                move,
                null,
                null,
                role,
                account,
                player.name(),
                player.post(),
                player.unit(),
                place,
                answers,
                request);
    }

    private List<Part> parts(Plot plot, Standing now) {
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
                    .filter(read -> plot.quarter(WorkingDays.ZONE).contains(read.month()))
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

    private static Instant quarterIsOver(Plot plot) {
        return plot.quarterIsOver(WorkingDays.ZONE)
                .atTime(MORNING)
                .atZone(WorkingDays.ZONE)
                .toInstant();
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}
