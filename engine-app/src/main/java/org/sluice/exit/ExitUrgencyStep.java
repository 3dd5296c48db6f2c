package org.sluice.exit;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks the table how fast the product leaves use, and who signs. */
@Component
class ExitUrgencyStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(
            String trigger, String incidentLevel, boolean sourceLawful, boolean critical, boolean replacementReady) {}

    private final ExitStore store;
    private final ExitApprovals approvals;
    private final CaseFiles files;
    private final Clock clock;

    ExitUrgencyStep(ExitStore store, ExitApprovals approvals, CaseFiles files, Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String element() {
        return "exitUrgency";
    }

    @Override
    public String decision() {
        return DataExitProcess.Decision.EXIT_URGENCY;
    }

    @Override
    public Record facts(CaseId caseId) {
        var exit = store.get(caseId);
        var facts = exit.assessed();
        return new Facts(
                exit.trigger().name(),
                facts.incidentLevel().name(),
                facts.sourceLawful(),
                facts.critical(),
                facts.replacementReady());
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        var hours = row.whole("blockHours");
        var urgency = new Exit.Urgency(
                String.valueOf(row.outputs().get("urgency")),
                hours,
                row.whole("parallelRunDays"),
                Boolean.TRUE.equals(row.outputs().get("degradeMode")),
                clock.instant().plus(Duration.ofHours(hours)));
        store.urgency(caseId, urgency);
        files.state(caseId, ExitState.ASSESSED.name());
        approvals.want(
                caseId,
                Arrays.stream(String.valueOf(row.outputs().get("approvers")).split("\\s*,\\s*"))
                        .map(Role::valueOf)
                        .toList());
        return Flags.of(DataExitProcess.IMMEDIATE, urgency.isImmediate())
                .and(DataExitProcess.BLOCK_AT, Date.from(urgency.blockAt()));
    }
}
