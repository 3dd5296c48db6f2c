package org.sluice.worker.query.asked;

import java.util.List;
import java.util.Optional;

/**
 * What a question came to. Its string shows sizes alone.
 *
 * @param digest of the publication that was used, lower-case hex
 * @param values in the order of the identifiers; nothing for one that is not in the list
 * @param evaluations what the supplier has counted, dummies included
 */
public record Answers(long version, String digest, List<Optional<String>> values, int evaluations, int retrievals) {

    @Override
    public String toString() {
        return values.size() + " answers from version " + version;
    }
}
