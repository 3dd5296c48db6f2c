package org.sluice.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.security.DemoSeats;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Json;
import org.sluice.shared.WorkingDays;
import org.sluice.tasks.TaskBoard;
import org.sluice.tasks.TaskView;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.story.Chapter;
import org.sluice.ui.story.Move;
import org.sluice.ui.story.StoryDesk.Answer;
import org.sluice.ui.story.StoryDesk.Request;
import org.sluice.ui.story.StoryDesk.State;
import org.sluice.ui.story.StoryDesk.Turn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds whose turn it is, and what that person does. */
@Component
@Profile("demo")
class Turns {

    private static final String API = "/api/v1";
    private static final int MOST_TASKS = 50;

    private final Happening happening;
    private final Cast cast;
    private final CaseFiles files;
    private final DemoSeats seats;
    private final TaskBoard board;
    private final Json json;
    private final Clock clock;

    Turns(Happening happening, Cast cast, CaseFiles files, DemoSeats seats, TaskBoard board, Json json, Clock clock) {
        this.happening = happening;
        this.cast = cast;
        this.files = files;
        this.seats = seats;
        this.board = board;
        this.json = json;
        this.clock = clock;
    }

    Standing standing(Plot plot, Locale locale) {
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
        if (clock.instant().isBefore(plot.quarterIsOver())) {
            return Optional.of(new Standing(State.UNDER_WAY, Chapter.QUARTER, null, passTime(plot)));
        }
        var unread = plot.unread();
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
                                new Answer(
                                        "evaluation.month", null, unread.get(0).toString()),
                                new Answer("evaluation.hitRate", null, "41 %")),
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
        var until = plot.quarterIsOver();
        return turn(
                "pass " + until,
                Chapter.QUARTER,
                Move.PASS_TIME,
                Script.STEWARD,
                Role.DATA_STEWARD,
                Routes.DEMO_CLOCK,
                List.of(new Answer(
                        "story.until", null, day(plot.quarterIsOver()).toString())),
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

    private static Plot.Product product(Plot plot) {
        return Objects.requireNonNull(plot.product());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingDays.ZONE);
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}
