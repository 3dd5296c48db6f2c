package org.sluice.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.ui.operations.IncidentDesk;

/** Two incidents; one can be retried. */
public final class FakeIncidents implements IncidentDesk {

    public final List<String> retried = new ArrayList<>();

    @Override
    public Page<Row> page(int offset, int limit) {
        var since = Instant.parse("2026-11-20T03:15:00Z");
        var rows = List.of(
                new Row(
                        "incident-1",
                        CaseId.of("7b0f6f0e-3c52-4a3e-9a53-0a1f1f4f5a01"),
                        "REQ-2026-00042",
                        "requirement-intake",
                        "reserveBudget",
                        new LocalText("连接台账超时（30 秒）", "Connection to the ledger timed out after 30 s"),
                        since,
                        true),
                new Row(
                        "incident-2",
                        null,
                        null,
                        "requirement-intake",
                        "findSimilar",
                        new LocalText("没有适用的表行", "No row of the table applies"),
                        since,
                        false));
        return new Page<>(rows.size(), offset == 0 ? rows : List.of());
    }

    @Override
    public void retry(String incident) {
        retried.add(incident);
    }
}
