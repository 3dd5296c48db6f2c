package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as a person types them. */
@Timeout(120)
class CommandsTest {

    @TempDir
    Path root;

    @Test
    void makeTwoWorkersThatTrustEachOtherAndHaveData() throws Exception {
        JsonNode bank = json("init", at("bank"), "--party", "bank");
        JsonNode supplier = json("init", at("supplier"), "--party", "supplier-a", "--listen", "127.0.0.1:9442");

        JsonNode trusted =
                json("trust", at("bank"), supplier.path("certificate").asText());
        assertThat(trusted.path("trusts").asText()).isEqualTo("supplier-a");
        assertThat(trusted.path("fingerprint")).isEqualTo(supplier.path("fingerprint"));
        json("trust", at("supplier"), bank.path("certificate").asText());

        JsonNode set = json("demo-data", at("bank"), "--name", "companies", "--rows", "250");
        assertThat(set.path("size").asInt()).isEqualTo(250);
        assertThat(set.path("valued")).isEqualTo(BooleanNode.FALSE);
        assertThat(json("data", at("bank"))).isEqualTo(set);

        JsonNode owed = json("demo-data", at("supplier"), "--values", "--name", "owed", "--rows", "250");
        assertThat(owed.path("valued")).isEqualTo(BooleanNode.TRUE);
        assertThat(owed.path("size").asInt()).isEqualTo(250);
        assertThat(json("data", at("supplier"))).isEqualTo(owed);
    }

    @Test
    void trustOneEngine() throws Exception {
        Parties parties = new Parties(root.resolve("parties"));
        Path key = new SigningEngine().publicKey(root);
        String bank = parties.bank().root().toString();

        JsonNode trusted = json("trust-engine", bank, key.toString());
        assertThat(trusted.path("fingerprint").asText()).matches("[0-9a-f]{64}");
        assertThat(json("trust-engine", bank, key.toString())).isEqualTo(trusted);

        Path others = new SigningEngine().publicKey(root.resolve("parties"));
        assertThat(WorkerProcess.command("trust-engine", bank, others.toString()))
                .startsWith("64 ")
                .contains("--replace");
        assertThat(json("trust-engine", bank, others.toString(), "--replace").path("fingerprint"))
                .isNotEqualTo(trusted.path("fingerprint"));
        assertThat(WorkerProcess.command(
                        "trust-engine", bank, parties.bank().certificate().toString()))
                .startsWith("64 ")
                .contains("Ed25519");
    }

    /** A byte of a receipt is altered, and one that its owner has signed anew says something else. */
    @Test
    void verifyReceiptsOfBothParties() throws Exception {
        Parties parties = new Parties(root.resolve("parties"));
        String certificates =
                parties.bank().certificate() + "," + parties.supplier().certificate();
        UUID job = UUID.randomUUID();
        Path banks = written(parties.receipt(parties.bank(), job, 20));
        Path suppliers = written(parties.receipt(parties.supplier(), job, 20));
        Path others = written(parties.receipt(parties.supplier(), job, 21));
        Path altered = written(Files.readString(banks).replace("\"common\":20", "\"common\":30"));

        assertThat(verified(banks, suppliers, "--key", certificates))
                .startsWith("0 ")
                .contains("receipts-agree");
        assertThat(verified(banks, suppliers, "--trust", parties.bank().root())).startsWith("0 ");
        assertThat(verified(banks, others, "--key", certificates))
                .startsWith("2 ")
                .contains("\"field\":\"common\"");
        assertThat(verified(altered, suppliers, "--key", certificates))
                .startsWith("3 ")
                .contains("receipt-altered");
        assertThat(verified(suppliers, "--key", parties.bank().certificate()))
                .startsWith("3 ")
                .contains("receipt-of-stranger");
        assertThat(verified(banks, banks, "--key", certificates))
                .startsWith("64 ")
                .contains("\"bank\"");
        assertThat(verified(banks)).startsWith("64 ").contains("--trust");
    }

    private static String verified(Object... arguments) throws Exception {
        return WorkerProcess.command(
                Stream.concat(Stream.of("verify-receipts"), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
    }

    private Path written(String receipt) throws IOException {
        return Files.writeString(Files.createTempFile(root, "receipt", ".json"), receipt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dance | There is no command \"dance\"",
                "init | \"folder\" is missing",
                "init x | \"--party\" is missing",
                "init x --party Bank! | A party is named by",
                "init x --party bank --listen here | it must look like host:port",
                "init x --partei bank | \"option\" cannot be \"--partei\"",
                "run x | belongs to no worker",
                "run x --further | \"--listen\" is missing",
                "run x --further --listen 0.0.0.0:9441 | at which peers reach this worker"
            })
    void sayInBothLanguagesWhatIsWrong(String line, String said) throws Exception {
        List<String> words = List.of(line.split(" "));
        String[] command =
                words.stream().map(word -> word.equals("x") ? at("x") : word).toArray(String[]::new);

        assertThat(WorkerProcess.command(command))
                .startsWith("64 ")
                .contains(said)
                .containsPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void measureHiddenQueriesByTheServersClock() throws Exception {
        JsonNode line = measured("hidden-query", "500", "1");

        assertThat(line.path("setUpSeconds").asDouble()).isPositive();
        assertThat(line.path("publicationBytes").asInt()).isBetween(10_813_440, 10_820_000);
        assertThat(line.path("queryBytes").asInt()).isEqualTo(8 + 4 * 24);
        assertThat(line.path("scanSeconds").asDouble()).isPositive();
        assertThat(line.path("ratio").asDouble()).isPositive();
    }

    /** The first line that the bench says. */
    private static JsonNode measured(String protocol, String size, String rounds) throws Exception {
        String said = WorkerProcess.command("bench", "--protocol", protocol, "--size", size, "--rounds", rounds);
        assertThat(said).startsWith("0 ");
        return new ObjectMapper().readTree(said.substring(2).lines().findFirst().orElseThrow());
    }

    @Test
    void measureAProtocolAgainstItsLimit() throws Exception {
        String said = WorkerProcess.command("bench", "--protocol", "ecdh-curve25519", "--size", "600", "--rounds", "1");
        assertThat(said).startsWith("0 ");
        List<String> lines = said.substring(2).lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        JsonNode machine = new ObjectMapper().readTree(lines.get(1));

        assertThat(machine.path("laddersPerSecond").asInt()).isPositive();
        assertThat(machine.path("aesCtrGBPerSecond").asDouble()).isPositive();
        assertThat(machine.path("streamReadGBPerSecond").asDouble()).isPositive();

        assertThat(line.path("protocol").asText()).isEqualTo("ecdh-curve25519");
        assertThat(line.path("jvm").asText()).isEqualTo("cold");
        assertThat(line.path("bytesPerElement").asDouble()).isBetween(72.0, 74.0);
        assertThat(line.path("peakRssMiB").asInt()).isPositive();
        assertThat(line.path("limit").asInt()).isPositive();
        assertThat(line.path("ratio").asDouble()).isPositive();
        assertThat(line.path("elementsPerSecond").asInt()).isPositive();
    }

    @Test
    void measureBucketsWithWhatTheyTakeOnTheDisk() throws Exception {
        JsonNode line = measured("rr22-buckets", "600", "2");

        assertThat(line.path("protocol").asText()).isEqualTo("rr22-buckets");
        assertThat(line.path("seconds").asDouble()).isPositive();
    }

    @Test
    void measureASumThatComesCloseToItsBound() throws Exception {
        JsonNode line = measured("sum", "600", "1");

        assertThat(line.path("protocol").asText()).isEqualTo("sum");
        assertThat(line.path("bytesPerElement").asDouble()).isBetween(138.0, 142.0);
        assertThat(line.path("ratio").asDouble()).isPositive();
    }

    @Test
    void measureALookUpInMasksAtHandByItsOwnClock() throws Exception {
        String said = WorkerProcess.command(
                "bench", "--protocol", "unbalanced,unbalanced-rfc9497", "--size", "900", "--rounds", "2");
        assertThat(said).startsWith("0 ");
        List<String> lines = said.substring(2).lines().toList();
        assertThat(lines).hasSize(5);
        for (int i = 0; i < 4; i++) {
            JsonNode line = new ObjectMapper().readTree(lines.get(i));
            int element = i < 2 ? 64 : 66;
            int fixed = (i < 2 ? 32 : 33 + 64) + 2 * 102 + 41 + 51 + 2 + 2 * 65;

            assertThat(line.path("offlineSeconds").asDouble()).isPositive();
            assertThat(line.path("cacheBytes").asInt()).isBetween(900 * 8, 900 * 8 + 150);
            assertThat(line.path("onlineBytes").asInt()).isEqualTo(450 * element + fixed);
            assertThat(line.path("ratio").asDouble()).isPositive();
        }
    }

    @Test
    void measureAQuestionToAListThroughBothWorkers() throws Exception {
        JsonNode line = measured("hidden-query-service", "800", "4");

        assertThat(line.path("protocol").asText()).isEqualTo("hidden-query-service");
        assertThat(line.path("questions").asInt()).isEqualTo(4);
        assertThat(line.path("p50Milliseconds").asDouble()).isPositive();
        assertThat(line.path("p95Milliseconds").asDouble())
                .isGreaterThanOrEqualTo(line.path("p50Milliseconds").asDouble());
        assertThat(WorkerProcess.command("bench", "--protocol", "hidden-query-service,sum"))
                .startsWith("64 ")
                .contains("hidden-query-service, or some of");
    }

    private static JsonNode json(String... command) throws Exception {
        String said = WorkerProcess.command(command);
        assertThat(said).startsWith("0 ");
        return new ObjectMapper().readTree(said.substring(2));
    }

    private String at(String name) {
        return root.resolve(name).toString();
    }
}
