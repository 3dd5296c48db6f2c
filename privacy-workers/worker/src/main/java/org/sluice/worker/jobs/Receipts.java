package org.sluice.worker.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.psi.Method;
import org.sluice.worker.party.Identity;
import org.sluice.worker.receipt.CodeVersion;
import org.sluice.worker.receipt.Receipt;
import org.sluice.worker.receipt.SignedReceipt;

/** Signs, for this worker's party, what it answers for when a run is over. */
public record Receipts(Identity signer, CodeVersion code, Clock clock, SecureRandom random) {

    /**
     * What the run was for, and by which terms.
     *
     * @param order SHA-256 of the signed order, if there was one
     */
    public record Terms(
            UUID job, String purpose, @Nullable String order, Method method, String output, int least, int greatest) {}

    /**
     * The text of the signed receipt; its end is now.
     *
     * @param learned how many common identifiers this party knows of; null where the output does not let it know
     * @param attempts runs that this side has begun
     * @param began when this side began the run that ended the job, or asked the peer for its end
     */
    public String of(
            Terms terms, Agreement agreement, @Nullable Integer learned, Role role, int attempts, Instant began) {
        Receipt receipt = new Receipt(
                terms.job(),
                terms.purpose(),
                terms.order(),
                terms.method().technique(),
                terms.method().suite(),
                terms.output().toLowerCase(Locale.ROOT),
                terms.least(),
                terms.greatest(),
                new Receipt.Side(agreement.learner(), agreement.learnerData(), agreement.learnerSize()),
                new Receipt.Side(agreement.responder(), agreement.responderData(), agreement.responderSize()),
                learned,
                agreement.bytes(),
                agreement.transcriptHash(),
                role.word(),
                attempts,
                code.text(),
                began.truncatedTo(ChronoUnit.MILLIS),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        String text = SignedReceipt.sign(receipt, signer, random).text();
        if (text.length() >= SignedReceipt.LONGEST) {
            throw new IllegalStateException(
                    "A receipt of " + text.length() + " characters is longer than an engine keeps");
        }
        return text;
    }
}
