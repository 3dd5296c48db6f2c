package org.sluice.ui.privacy;

import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.Waits;

/** For what a job waits, as a sentence. */
final class WaitsWords {

    private WaitsWords() {}

    static String of(Waits waits) {
        return switch (waits.cause()) {
            case APPROVAL ->
                waits.role() == null
                        ? Words.of("privacy.job.waits.APPROVAL")
                        : Words.of("privacy.job.waits.APPROVAL.role", Words.of(waits.role()));
            case WORKER -> Words.of("privacy.job.waits.WORKER", party(waits));
            case WORKER_SAYS -> Words.of("privacy.job.waits.WORKER_SAYS", party(waits), words(waits.says()));
            case OPERATOR -> Words.of("privacy.job.waits.OPERATOR", party(waits));
            case HOUSE, COMPUTING, SETTLEMENT, RELEASE, PURGE, NOTHING ->
                Words.of("privacy.job.waits." + waits.cause().name());
        };
    }

    private static String party(Waits waits) {
        return waits.party() == null ? Words.of("privacy.job.aParty") : Words.of(waits.party());
    }

    private static String words(@Nullable LocalText says) {
        return says == null ? Words.of("parts.none") : Words.of(says);
    }
}
