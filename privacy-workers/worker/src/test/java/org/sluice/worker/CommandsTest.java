package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(json("data", at("bank"))).isEqualTo(set);
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
                "run x | belongs to no worker"
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

    private static JsonNode json(String... command) throws Exception {
        String said = WorkerProcess.command(command);
        assertThat(said).startsWith("0 ");
        return new ObjectMapper().readTree(said.substring(2));
    }

    private String at(String name) {
        return root.resolve(name).toString();
    }
}
