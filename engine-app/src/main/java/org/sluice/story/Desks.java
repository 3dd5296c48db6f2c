package org.sluice.story;

import java.util.Objects;
import org.sluice.process.TaskId;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.process.intake.RequirementForm;
import org.sluice.shared.Json;
import org.sluice.tasks.TaskBoard;
import org.sluice.ui.blacklist.BlacklistDesk;
import org.sluice.ui.demo.DemoDesk;
import org.sluice.ui.evaluation.EvaluationDesk;
import org.sluice.ui.intake.IntakeDesk;
import org.sluice.ui.story.StoryDesk.Turn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Where the turns are taken: the desks at which people sit. */
@Component
@Profile("demo")
class Desks {

    private final TaskBoard board;
    private final IntakeDesk intake;
    private final EvaluationDesk evaluation;
    private final BlacklistDesk blacklist;
    private final DemoDesk demo;
    private final Json json;

    Desks(
            TaskBoard board,
            IntakeDesk intake,
            EvaluationDesk evaluation,
            BlacklistDesk blacklist,
            DemoDesk demo,
            Json json) {
        this.board = board;
        this.intake = intake;
        this.evaluation = evaluation;
        this.blacklist = blacklist;
        this.demo = demo;
        this.json = json;
    }

    /** Takes a turn as whoever acts on this thread. */
    void take(Turn turn, Plot plot) {
        var body = json.tree(turn.request().body());
        switch (turn.move()) {
            case SEND_REQUIREMENT -> intake.submit(json.posted(body, RequirementForm.class), turn.id());
            case TASK -> board.complete(new TaskId(turn.id()), null, body);
            case PASS_TIME -> demo.advanceTo(plot.quarterIsOver());
            case RECORD_READING -> evaluation.recordReading(product(plot), json.posted(body, QualityReading.class));
            case START_EVALUATION -> evaluation.start(product(plot));
            case PROPOSE_BLACKLISTING ->
                blacklist.propose(plot.suppliers().admitted(), json.posted(body, ProposeBlacklisting.class));
        }
    }

    private static String product(Plot plot) {
        return Objects.requireNonNull(plot.product()).code();
    }
}
