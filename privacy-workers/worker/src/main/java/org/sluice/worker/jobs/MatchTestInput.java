package org.sluice.worker.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.protocol.psi.Terms;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
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

    /** @throws Problem naming the variable that is missing or wrong */
    static MatchTestInput read(Map<String, Object> variables) {
        Reader task = new Reader(variables);
        return new MatchTestInput(
                task.value(MatchTestTopic.JOB, Function.identity()),
                task.value(MatchTestTopic.PARTY, MatchTestInput::party),
                task.value(MatchTestTopic.PEER_PARTY, MatchTestInput::party),
                task.value(MatchTestTopic.PEER_ADDRESS, Address::parse),
                task.value(MatchTestTopic.DATA_SET, DataHandle::parse),
                task.value(MatchTestTopic.ROLE, Role::of),
                task.value(MatchTestTopic.GROUP, Groups::known),
                task.value(MatchTestTopic.LEAST_SET, MatchTestInput::size),
                task.value(MatchTestTopic.GREATEST_SET, MatchTestInput::size),
                task.value(MatchTestTopic.DEADLINE, date -> date.toInstant()));
    }

    PartyId learner() {
        return role == Role.LEARNER ? own : peer;
    }

    PartyId responder() {
        return role == Role.LEARNER ? peer : own;
    }

    private static PartyId party(String name) {
        try {
            return new PartyId(name);
        } catch (Problem wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static int size(long number) {
        if (number < 0 || number > Terms.LARGEST_SET) {
            throw new IllegalArgumentException("it must be a number from 0 to " + Terms.LARGEST_SET);
        }
        return Math.toIntExact(number);
    }

    private record Reader(Map<String, Object> variables) {

        <S, T> T value(Var<S> variable, Function<S, T> read) {
            Object stored = variables.get(variable.name());
            if (stored == null) {
                throw new Problem(NoticeCode.INPUT_MISSING, variable.name());
            }
            try {
                return read.apply(variable.decode(stored));
            } catch (IllegalArgumentException | ClassCastException wrong) {
                throw new Problem(NoticeCode.INPUT_WRONG, variable.name(), String.valueOf(wrong.getMessage()));
            }
        }
    }
}
