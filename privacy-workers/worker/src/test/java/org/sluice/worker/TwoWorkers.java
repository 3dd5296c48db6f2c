package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.worker.SigningEngine.Wanted;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.receipt.SignedReceipt;

/** Both workers in this process, with everything between them real; the engine signs, and is left out otherwise. */
abstract class TwoWorkers {

    static final Address NOBODY = new Address("127.0.0.1", 1);

    @TempDir
    Path root;

    final SigningEngine engine = new SigningEngine();

    /** The bank's first. */
    final List<Worker> open = new ArrayList<>();

    Parties parties;

    @BeforeEach
    final void introduce() {
        parties = new Parties(root);
        engine.introduce(parties.bank(), parties.supplier());
    }

    @AfterEach
    final void part() {
        open.forEach(Worker::close);
        open.clear();
    }

    Worker opened(WorkerFolder folder) {
        return opened(Parties.open(folder));
    }

    /** Closes it in the end. */
    Worker opened(Worker worker) {
        open.add(worker);
        return worker;
    }

    /** If none is open. */
    void openBoth() {
        if (open.isEmpty()) {
            opened(parties.bank());
            opened(parties.supplier());
        }
    }

    List<Outcome> both(Wanted wanted) {
        return both(wanted, wanted);
    }

    List<Outcome> both(Wanted banks, Wanted suppliers) {
        openBoth();
        CompletableFuture<Outcome> responds = CompletableFuture.supplyAsync(() -> one(1, suppliers));
        return List.of(one(0, banks), responds.join());
    }

    /** A task of one of the two that are open. */
    Outcome one(int index, Wanted wanted) {
        Address peer = open.size() > 1 ? open.get(1 - index).address() : NOBODY;
        return orders(open.get(index), engine.task(wanted, index == 0 ? Parties.BANK : Parties.SUPPLIER, peer));
    }

    static Outcome orders(Worker worker, Map<String, Object> task) {
        return run(worker, PrivacyOrderTopic.NAME, task);
    }

    static Outcome run(Worker worker, String topic, Map<String, Object> task) {
        return run(worker, topic, task, new Parties.Heard());
    }

    static Outcome run(Worker worker, String topic, Map<String, Object> task, Progress progress) {
        return worker.jobs().stream()
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .run(task, progress);
    }

    static NoticeCode code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).notice().code();
    }

    static Map<String, Object> results(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).results();
    }

    static SignedReceipt receipt(Map<String, Object> results) {
        return SignedReceipt.parse((String) results.get("receipt"));
    }

    /** Which files of the folder hold this text. */
    static List<String> anywhere(WorkerFolder folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder.root())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .map(file -> folder.root().relativize(file).toString())
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
