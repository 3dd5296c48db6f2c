package org.sluice.ui.fakes;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.ui.insight.FigureDesk;

/** A desk with few figures. */
public final class FakeFigures implements FigureDesk {

    /** Windows that were asked for. */
    public final List<Integer> asked = new ArrayList<>();

    public boolean empty;

    @Override
    public Overview overview(int days) {
        asked.add(days);
        var since = LocalDate.of(2026, 11, 22).minusDays(days);
        if (empty) {
            return new Overview(since, List.of(), List.of(), List.of());
        }
        return new Overview(
                since,
                List.of(
                        new Stage(CaseKind.REQUIREMENT, "SUBMITTED", 4, 1),
                        new Stage(CaseKind.EVALUATION, "OPEN", 2, 0)),
                List.of(
                        new Step(
                                RequirementIntakeProcess.KEY,
                                "confirmNeed",
                                4,
                                1,
                                17,
                                Duration.ofHours(30),
                                Duration.ofDays(6),
                                Duration.ofMinutes(35)),
                        new Step(RequirementIntakeProcess.KEY, "giveOpinion", 0, 0, 0, null, null, null),
                        new Step(
                                RequirementIntakeProcess.KEY,
                                "settleShortfall",
                                0,
                                0,
                                3,
                                Duration.ofHours(5),
                                Duration.ofHours(9),
                                null)),
                List.of(new BudgetFigure(
                        "BL-2026-CENTRAL",
                        new LocalText("总行统筹", "Head office"),
                        Money.of(5_000_000),
                        Money.of(3_200_000),
                        Money.of(800_000),
                        Money.of(900_000),
                        Money.of(100_000))));
    }
}
