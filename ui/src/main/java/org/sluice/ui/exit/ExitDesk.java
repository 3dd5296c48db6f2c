package org.sluice.ui.exit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Withdraw;
import org.sluice.process.exit.ExitTrigger;
import org.sluice.process.exit.OpenExit;

/** What the pages of products and suppliers need of exits. Every call works for the person who is signed in. */
public interface ExitDesk {

    /**
     * One exit; what it affects and how it was decided stands in its case.
     *
     * @param state message key below {@code state.}
     * @param urgency message key below {@code Urgency.}; null before it was assessed
     * @param blocked whether use is stopped while it is open
     * @param replacement code of the product that takes over
     */
    record Line(
            CaseId caseId,
            String number,
            String productCode,
            LocalText product,
            ExitTrigger trigger,
            String state,
            @Nullable String urgency,
            boolean blocked,
            @Nullable String replacement,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    /**
     * @param mayOpen whether the person may open one now
     * @param critical what the house proposes to say of it; so is the next
     */
    record OfProduct(List<Line> exits, boolean mayOpen, boolean critical, boolean replacementReady) {}

    /** The newest first. */
    OfProduct ofProduct(String code);

    /** Of all products of a supplier, the newest first. */
    List<Line> ofSupplier(String code);

    /** @return the case that was opened */
    CaseId open(String productCode, OpenExit body);

    /** Nobody wants the exit any more. */
    void withdraw(CaseId caseId, Withdraw body);
}
