package org.sluice.ui.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.HiddenQueryForm;

/**
 * Looking identifiers up in suppliers' lists, by which a supplier learns how many and nothing else; what was asked and
 * what was answered is kept nowhere in the house.
 */
public interface HiddenQueryDesk {

    /** A code with its words. */
    record Option(String code, LocalText label) {}

    /** Whether a list can be asked now. */
    enum ListState {
        READY,
        /** Its owner is building it. */
        PREPARING,
        /** Its owner's worker, or the bank's, does not answer. */
        AWAY
    }

    /**
     * A list that can be asked.
     *
     * @param name as its owner calls it
     * @param records null unless it is ready, as {@code version} and {@code digest}
     * @param digest SHA-256 of what all clients of this version hold, in lower-case hex: to be compared with the owner by
     *     another way
     * @param says why it cannot be asked
     */
    record SuppliersList(
            String id,
            String name,
            LocalText supplier,
            LocalText product,
            ListState state,
            @Nullable Long version,
            @Nullable Long records,
            @Nullable String digest,
            @Nullable LocalText says) {}

    /**
     * What a question can say.
     *
     * @param units those for which the person asks
     */
    record Choices(List<Option> units, List<SuppliersList> lists) {}

    /** @param value null where it was not found */
    record Answer(
            String identifier, boolean found, @Nullable String value) {}

    /**
     * @param answers in the order of the identifiers
     * @param evaluations how many the supplier counts, since batches are filled up to 1, 8 or 64; as {@code retrievals}
     * @param milliseconds at the bank's worker
     */
    record Answers(
            List<Answer> answers, long version, String digest, int evaluations, int retrievals, long milliseconds) {}

    /**
     * What was asked, by whom and when, and how many; not what.
     *
     * @param refused why it came to nothing, if it did
     */
    record Asked(
            Instant at,
            LocalText person,
            LocalText unit,
            Purpose purpose,
            String list,
            LocalText supplier,
            int identifiers,
            @Nullable Integer evaluations,
            @Nullable Long milliseconds,
            @Nullable LocalText refused) {}

    /** Whether the person may ask. */
    boolean mayAsk();

    /** @throws org.sluice.process.NotPermitted when the person asks for no unit */
    Choices choices();

    /**
     * Asks; every question counts, also one that was asked before.
     *
     * @throws org.sluice.process.Refusal when no grant stands, rule J-10 forbids it, the quota is used up, or a worker is away
     */
    Answers ask(HiddenQueryForm form);

    /** Questions of units that the person sees, newest first. */
    Page<Asked> asked(int offset, int limit);
}
