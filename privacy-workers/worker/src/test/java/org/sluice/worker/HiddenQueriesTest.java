package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluice.worker.QueryParties.LIST;
import static org.sluice.worker.QueryParties.assertFound;
import static org.sluice.worker.QueryParties.company;
import static org.sluice.worker.QueryParties.entries;
import static org.sluice.worker.QueryParties.risk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.sluice.worker.QueryParties.Said;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.served.MeterReport;
import org.sluice.worker.transport.Wire;

/** A list is asked through both workers, from the bank's door to the supplier's disk. */
@Timeout(180)
class HiddenQueriesTest {

    @TempDir
    Path root;

    private QueryParties parties;
    private Worker supplier;
    private Worker bank;

    @BeforeEach
    void open() {
        parties = new QueryParties(root);
        parties.allow(Parties.BANK, 100_000);
        parties.write(entries(500));
        supplier = Parties.open(parties.supplier());
        bank = Parties.open(parties.bank());
    }

    @AfterEach
    void close() {
        bank.close();
        supplier.close();
    }

    @Test
    void findsWhatIsInTheListAndNothingElse() {
        JsonNode list = parties.awaitVersion(1);
        assertThat(list.path("list").asText()).isEqualTo(LIST);
        assertThat(list.path("state").asText()).isEqualTo("READY");
        assertThat(list.path("records").asInt()).isEqualTo(500);
        assertThat(list.path("digest").asText()).matches("[0-9a-f]{64}");

        Said said = parties.ask(company(7), "nobody", " " + company(499).toLowerCase(java.util.Locale.ROOT));
        assertFound(said, risk(7), "", risk(499));
        assertThat(said.body().path("version").asLong()).isEqualTo(1);
        assertThat(said.body().path("digest")).isEqualTo(list.path("digest"));
        assertThat(said.body().path("evaluations").asInt()).isEqualTo(8);
        assertThat(said.body().path("retrievals").asInt()).isEqualTo(8);
        assertThat(said.body().has("milliseconds")).isTrue();
    }

    @Test
    void asksForSixtyFourAtOnce() {
        parties.awaitVersion(1);
        String[] ids = IntStream.range(0, 64).mapToObj(i -> company(i * 9)).toArray(String[]::new);
        String[] risks = IntStream.range(0, 64)
                .mapToObj(i -> i * 9 < 500 ? risk(i * 9) : "")
                .toArray(String[]::new);
        Said said = parties.ask(ids);
        assertFound(said, risks);
        assertThat(said.body().path("evaluations").asInt()).isEqualTo(64);
        assertThat(counted()).containsExactly(64L, 64L);
    }

    /** Byte by byte as many pass in each direction, TLS and all. */
    @Test
    void looksTheSameOnTheLineWhetherFoundOrNot() throws IOException {
        parties.awaitVersion(1);
        try (Wire wire = new Wire(parties.served())) {
            assertFound(parties.askAt(wire.address(), company(1)), risk(1));
            long[] found = passing(wire, () -> assertFound(parties.askAt(wire.address(), company(2)), risk(2)));
            long[] missing = passing(wire, () -> assertFound(parties.askAt(wire.address(), "nobody"), ""));
            assertThat(found[0]).isPositive();
            assertThat(found[1]).isPositive();
            assertThat(missing).isEqualTo(found);
        }
    }

    private static long[] passing(Wire wire, Runnable question) {
        long to = wire.passedToTarget();
        long from = wire.passedFromTarget();
        question.run();
        return new long[] {wire.passedToTarget() - to, wire.passedFromTarget() - from};
    }

    @Test
    void stopsAtTheQuotaOfTheDay() {
        parties.awaitVersion(1);
        parties.allow(Parties.BANK, 9);
        assertFound(parties.ask(company(1), company(2)), risk(1), risk(2));
        assertFound(parties.ask(company(3)), risk(3));
        Said spent = parties.ask(company(4));
        assertThat(spent.status()).isEqualTo(429);
        assertThat(spent.code()).isEqualTo("query-quota-spent");
        assertThat(spent.body().path("zh").asText()).contains(Parties.SUPPLIER).containsPattern("[\\u4e00-\\u9fff]");
        assertThat(spent.body().path("en").asText()).contains(LIST).doesNotContain(company(4));
        assertThat(counted()).containsExactly(9L, 9L);
        parties.allow(Parties.BANK, 10);
        assertFound(parties.ask(company(4)), risk(4));
    }

    @Test
    void hidesAListFromWhoMayNotAskIt() {
        parties.awaitVersion(1);
        parties.allow("bank-b", 100);
        assertThat(parties.lists(parties.served()).body().path("lists").size()).isZero();
        Said refused = parties.ask(company(1));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("query-list-unknown");
        parties.allow("bank-b, bank", 100);
        assertFound(parties.ask(company(1)), risk(1));
    }

    @Test
    void refusesWhoIsNotTrusted() throws IOException {
        parties.awaitVersion(1);
        Files.delete(parties.supplier().trusted(new PartyId(Parties.BANK)));
        // the line that was opened in time may stay; a new one must not come about
        bank.close();
        bank = Parties.open(parties.bank());
        Said refused = parties.ask(company(1));
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.code()).isEqualTo("peer-not-proven");

        WorkerFolder stranger = WorkerFolder.create(root.resolve("stranger"));
        Identity.create(stranger, new PartyId(Parties.SUPPLIER), Instant.now(), new SecureRandom());
        new Trust(parties.bank()).add(stranger.certificate(), true);
        assertThat(parties.ask(company(1)).code()).isEqualTo("peer-not-proven");
        Files.delete(parties.bank().trusted(new PartyId(Parties.SUPPLIER)));
        assertThat(parties.ask(company(1)).code()).isEqualTo("peer-unknown");
    }

    @Test
    void saysThatAPeerIsAway() {
        parties.awaitVersion(1);
        assertFound(parties.ask(company(1)), risk(1));
        supplier.close();
        Said away = parties.ask(company(1));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("query-peer-away");
    }

    @Test
    void goesOnAfterTheLineWentDown() throws IOException {
        parties.awaitVersion(1);
        try (Wire wire = new Wire(parties.served())) {
            assertFound(parties.askAt(wire.address(), company(1)), risk(1));
            wire.cut();
            assertFound(parties.askAt(wire.address(), company(2)), risk(2));
        }
    }

    /** Those for the silent one hold four lines and twenty places in line; the rest hear at once that it is busy. */
    @Test
    void answersForOthersWhileASupplierIsSilent() throws IOException {
        parties.awaitVersion(1);
        ExecutorService askers = Executors.newCachedThreadPool();
        try (Wire silent = new Wire(parties.served())) {
            assertFound(parties.askAt(silent.address(), company(1)), risk(1));
            silent.hold();
            Queue<Said> heard = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 120; i++) {
                askers.execute(() -> heard.add(parties.askAt(silent.address(), company(1))));
            }
            await().until(() -> heard.size() >= 96);

            assertFound(parties.ask(company(2)), risk(2));
            assertThat(heard).allSatisfy(said -> assertThat(said.status()).isEqualTo(503));
            assertThat(heard).anySatisfy(said -> assertThat(said.code()).isEqualTo("query-peer-busy"));
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void opensItsDoorToNobodyWithoutTheToken() throws IOException {
        String token = Files.readString(parties.bank().queryCredential());
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(Files.getPosixFilePermissions(parties.bank().queryCredential()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        for (String shown :
                List.of("Bearer " + "0".repeat(64), "Bearer", "Basic " + token, token, "Bearer " + token + "0")) {
            Said said = parties.send("lists", shown, "{}");
            assertThat(said.status()).as(shown).isEqualTo(401);
            assertThat(said.code()).isEqualTo("query-token-wrong");
        }
    }

    @Test
    void namesTheFieldThatIsWrongAndRepeatsNothing() {
        Map<String, Object> right = new TreeMap<>(Map.of(
                "peer",
                Parties.SUPPLIER,
                "address",
                parties.served().toString(),
                "list",
                LIST,
                "identifiers",
                List.of("one")));
        assertWrong(right, "peer", "Not A Party");
        assertWrong(right, "address", "nowhere-at-all");
        assertWrong(right, "list", "../secret");
        assertWrong(right, "identifiers", List.of());
        assertWrong(right, "identifiers", new ArrayList<>(java.util.Collections.nCopies(65, "secret")));
        assertWrong(right, "identifiers", "secret");
        Map<String, Object> second = new TreeMap<>(right);
        second.put("identifiers", List.of("one", "s".repeat(65)));
        assertThat(parties.post("answers", second).body().path("field").asText())
                .isEqualTo("identifiers[1]");
        assertThat(parties.post("elsewhere", right).status()).isEqualTo(404);
        assertThat(parties.post("answers", "no object").body().path("field").asText())
                .isEqualTo("body");
    }

    private void assertWrong(Map<String, Object> right, String field, Object value) {
        Map<String, Object> wrong = new TreeMap<>(right);
        wrong.put(field, value);
        Said said = parties.post("answers", wrong);
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.code()).isEqualTo("query-body-wrong");
        assertThat(said.body().path("field").asText()).isEqualTo(field);
        assertThat(said.body().toString()).doesNotContain("secret", "Not A Party", "nowhere");
    }

    @Test
    void followsAChangedListByAnUpdate() {
        JsonNode before = parties.awaitVersion(1);
        assertFound(parties.ask(company(5), company(6), company(900)), risk(5), risk(6), "");
        Map<String, String> next = entries(500);
        next.put(company(5), "LIFTED");
        next.remove(company(6));
        next.put(company(900), "NEW");
        parties.write(next);
        JsonNode after = parties.awaitVersion(2);
        assertThat(after.path("records").asInt()).isEqualTo(500);
        assertThat(after.path("digest")).isNotEqualTo(before.path("digest"));

        Said said = parties.ask(company(5), company(6), company(900), company(7));
        assertFound(said, "LIFTED", "", "NEW", risk(7));
        assertThat(said.body().path("version").asLong()).isEqualTo(2);
        assertThat(said.body().path("digest")).isEqualTo(after.path("digest"));
        // What the supplier found outdated it has not counted.
        assertThat(said.body().path("evaluations").asInt()).isEqualTo(8);
        assertThat(parties.supplier().queries().resolve("served/" + LIST + "/update-2"))
                .exists();
        assertThat(parties.supplier().queries().resolve("served/" + LIST + "/list-1"))
                .doesNotExist();
    }

    @Test
    void goesOnWithWhatIsServedWhereANewFileIsFaulty() {
        parties.awaitVersion(1);
        Future<?> isSaid = logged("has a value above 64");
        Map<String, String> faulty = entries(500);
        faulty.put(company(1), "x".repeat(65));
        parties.write(faulty);
        await().until(isSaid::isDone);
        assertThat(parties.described().path("version").asLong()).isEqualTo(1);
        parties.write(entries(501));
        parties.awaitVersion(2);
        assertFound(parties.ask(company(500)), risk(500));
    }

    /** Done once what is said about lists holds this text; no log is written in tests. */
    private static Future<?> logged(String text) {
        CompletableFuture<ILoggingEvent> logged = new CompletableFuture<>();
        Logger lists = (Logger) LoggerFactory.getLogger("org.sluice.worker.query.served.ServedList");
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getFormattedMessage().contains(text)) {
                    logged.complete(event);
                }
            }
        };
        appender.start();
        lists.setLevel(Level.ERROR);
        lists.addAppender(appender);
        return logged.whenComplete((event, never) -> {
            lists.detachAppender(appender);
            lists.setLevel(null);
        });
    }

    @Test
    void needsNoSecondSetUpAfterARestart() throws IOException {
        JsonNode before = parties.awaitVersion(1);
        assertFound(parties.ask(company(1)), risk(1));
        supplier.close();
        supplier = Parties.open(parties.supplier());
        await().until(() -> parties.described().path("state").asText().equals("READY"));
        assertThat(parties.described()).isEqualTo(before);
        assertFound(parties.ask(company(1)), risk(1));
        assertThat(counted()).containsExactly(2L, 2L);
        for (String name : List.of("key", "list-1", "content-1", "counter")) {
            Path file =
                    parties.supplier().queries().resolve("served").resolve(LIST).resolve(name);
            assertThat(Files.getPosixFilePermissions(file))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Whatever number was given out stays used up, though nothing came of it. */
    @Test
    void passesOverANumberThatCameToNothing() throws IOException {
        parties.awaitVersion(1);
        assertFound(parties.ask(company(5)), risk(5));
        Files.writeString(parties.supplier().queries().resolve("served/" + LIST + "/counter"), "3");
        Map<String, String> next = entries(500);
        next.put(company(5), "LIFTED");
        parties.write(next);
        parties.awaitVersion(4);
        assertFound(parties.ask(company(5), company(6)), "LIFTED", risk(6));
    }

    @Test
    void setsUpAnewWhatWasAlteredOnTheDisk() throws IOException {
        parties.awaitVersion(1);
        supplier.close();
        Path list = parties.supplier().queries().resolve("served/" + LIST + "/list-1");
        byte[] bytes = Files.readAllBytes(list);
        bytes[bytes.length - 100] ^= 1;
        Files.write(list, bytes);
        supplier = Parties.open(parties.supplier());
        parties.awaitVersion(2);
        assertFound(parties.ask(company(1)), risk(1));
    }

    @Test
    void refusesAPublicationThatIsNotTheOneExpected() {
        JsonNode list = parties.awaitVersion(1);
        Path expected = parties.bank().lists().resolve("expected.properties");
        QueryParties.write(expected, Parties.SUPPLIER + "/" + LIST + "=" + "0".repeat(64) + "\n");
        Said refused = parties.ask(company(1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("query-digest-unexpected");
        assertThat(refused.body().path("en").asText())
                .contains(list.path("digest").asText());
        assertThat(counted()).isEmpty();
        QueryParties.write(
                expected,
                Parties.SUPPLIER + "/" + LIST + "=" + "0".repeat(64) + ","
                        + list.path("digest").asText() + "\n");
        assertFound(parties.ask(company(1)), risk(1));
    }

    /** One's own copy is fetched again; another one from the supplier under the same number is not taken. */
    @Test
    void noticesAPublicationThatWasAltered() throws IOException {
        parties.awaitVersion(1);
        assertFound(parties.ask(company(1)), risk(1));
        Path kept = parties.bank().queries().resolve("published/" + Parties.SUPPLIER + "/" + LIST + "/1");
        byte[] right = Files.readAllBytes(kept);
        byte[] bytes = right.clone();
        bytes[bytes.length - 1] ^= 1;
        Files.write(kept, bytes);
        bank.close();
        bank = Parties.open(parties.bank());
        assertFound(parties.ask(company(1)), risk(1));
        assertThat(kept).hasBinaryContent(right);

        supplier.close();
        deleteServed();
        supplier = Parties.open(parties.supplier());
        parties.awaitVersion(1);
        bank.close();
        Files.delete(kept);
        bank = Parties.open(parties.bank());
        Said refused = parties.ask(company(1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("query-digest-changed");
    }

    private void deleteServed() throws IOException {
        try (var files = Files.list(parties.supplier().queries().resolve("served/" + LIST))) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
    }

    /** Evaluations and retrievals, if anything was counted. */
    private List<Long> counted() {
        List<Long> counted = new ArrayList<>();
        new MeterReport(parties.supplier()).run(line -> {
            counted.add((Long) line.get("evaluations"));
            counted.add((Long) line.get("retrievals"));
        });
        return counted;
    }
}
