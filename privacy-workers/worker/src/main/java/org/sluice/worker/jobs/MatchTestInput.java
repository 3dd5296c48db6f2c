package org.sluice.worker.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.protocol.psi.Terms;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.PartyId;

/** A match test as one party sees it. */
record MatchTestInput(
        UUID job,
        PartyId own,
        PartyId peer,
        Address peerAddress,
        DataHandle data,
        Role role,
        String group,
        int least,
        int greatest,
        Instant deadline) {

    /** @throws org.sluice.worker.notice.Problem naming the variable that is missing or wrong */
    static MatchTestInput read(Map<String, Object> variables) {
        TaskReader task = new TaskReader(variables);
        return new MatchTestInput(
                task.value(MatchTestTopic.JOB, Function.identity()),
                task.value(MatchTestTopic.PARTY, TaskReader::party),
                task.value(MatchTestTopic.PEER_PARTY, TaskReader::party),
                task.value(MatchTestTopic.PEER_ADDRESS, Address::parse),
                task.value(MatchTestTopic.DATA_SET, DataHandle::parse),
                task.value(MatchTestTopic.ROLE, Role::of),
                task.value(MatchTestTopic.GROUP, Groups::known),
                task.value(MatchTestTopic.LEAST_SET, MatchTestInput::size),
                task.value(MatchTestTopic.GREATEST_SET, MatchTestInput::size),
                task.value(MatchTestTopic.DEADLINE, date -> date.toInstant()));
    }

    /** Whom it meets. */
    Appointment appointment() {
        return new Appointment(
                job, job, "sluice/match-test/v2", "", own, peer, List.of(peerAddress), data, role, deadline);
    }

    private static int size(long number) {
        if (number < 0 || number > Terms.LARGEST_SET) {
            throw new IllegalArgumentException("it must be a number from 0 to " + Terms.LARGEST_SET);
        }
        return Math.toIntExact(number);
    }
}
