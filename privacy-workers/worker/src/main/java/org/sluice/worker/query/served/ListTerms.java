package org.sluice.worker.query.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.party.PartyId;

/**
 * Who may ask a list, and how much.
 *
 * @param peers by name
 * @param evaluations for each peer and day, dummies included; as many retrievals
 */
record ListTerms(Set<String> peers, long evaluations) {

    static final String PEERS = "peers";
    static final String EVALUATIONS = "evaluations.perDay";

    private static final Logger LOG = LoggerFactory.getLogger(ListTerms.class);
    private static final ListTerms NOBODY = new ListTerms(Set.of(), 0);

    boolean admit(PartyId peer) {
        return peers.contains(peer.name());
    }

    /** Nobody may ask by a file that is not there, or says anything else than it should. */
    static ListTerms read(Path file) {
        if (!Files.exists(file)) {
            return NOBODY;
        }
        Properties properties = new Properties();
        try (var content = Files.newBufferedReader(file)) {
            properties.load(content);
            String most = properties.getProperty(EVALUATIONS, "").strip();
            if (!most.matches("\\d{1,15}")) {
                throw new IllegalArgumentException(EVALUATIONS + " must be a whole number");
            }
            return new ListTerms(peers(properties.getProperty(PEERS, "")), Long.parseLong(most));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error("{} cannot be read, so that nobody may ask: {}", file, unreadable.getMessage());
            return NOBODY;
        }
    }

    private static Set<String> peers(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
