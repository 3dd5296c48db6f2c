package org.sluice.privacy.process;

import java.util.List;
import java.util.Optional;
import org.sluice.process.Var;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.PrivacyJobPartyProcess;
import org.sluice.process.privacy.PrivacyOrderPartyProcess;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyRangeTopic;

/**
 * A topic that a party's worker may serve, with what goes over it in both directions.
 *
 * @param process key of the process of one party that has the task
 * @param party the variable of that process that names the party
 * @param result all of which a worker hands in
 * @param extra of which a worker hands in what there is
 * @param refused code of the BPMN error
 */
public record WorkerTopic(
        String topic,
        String process,
        Var<String> party,
        List<Var<?>> input,
        List<Var<?>> result,
        List<Var<?>> extra,
        String refused,
        Var<String> reason) {

    private static final List<WorkerTopic> ALL = List.of(
            new WorkerTopic(
                    MatchTestTopic.NAME,
                    PrivacyJobPartyProcess.KEY,
                    PrivacyJobPartyProcess.PARTY_ID,
                    MatchTestTopic.INPUT,
                    MatchTestTopic.RESULT,
                    List.of(MatchTestTopic.RECEIPT),
                    MatchTestTopic.REFUSED,
                    MatchTestTopic.REASON),
            new WorkerTopic(
                    PrivacyOrderTopic.NAME,
                    PrivacyOrderPartyProcess.KEY,
                    PrivacyOrderPartyProcess.PARTY_ID,
                    PrivacyOrderTopic.INPUT,
                    List.of(),
                    PrivacyOrderTopic.RESULT,
                    PrivacyOrderTopic.REFUSED,
                    PrivacyOrderTopic.REASON),
            new WorkerTopic(
                    PrivacyRangeTopic.NAME,
                    PrivacyOrderPartyProcess.KEY,
                    PrivacyOrderPartyProcess.PARTY_ID,
                    PrivacyRangeTopic.INPUT,
                    List.of(),
                    List.of(),
                    PrivacyOrderTopic.REFUSED,
                    PrivacyOrderTopic.REASON));

    public WorkerTopic {
        input = List.copyOf(input);
        result = List.copyOf(result);
        extra = List.copyOf(extra);
    }

    public static Optional<WorkerTopic> named(String topic) {
        return ALL.stream().filter(each -> each.topic.equals(topic)).findFirst();
    }

    static Optional<WorkerTopic> ofProcess(String key) {
        return ALL.stream().filter(each -> each.process.equals(key)).findFirst();
    }
}
