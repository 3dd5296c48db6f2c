package org.sluice.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Proves that each check of the contract can fail: {@code planted/small-model.bpmn} keeps to it, and each line of
 * {@code planted/violations.csv} changes one place of it and names the violation that must then be found.
 */
class ModelContractBitesTest {

    @Test
    void leavesAModelThatKeepsToItInPeace() throws IOException {
        assertThat(violations("small-model", text("small-model.bpmn"))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvFileSource(
            resources = "/planted/violations.csv",
            useHeadersInDisplayName = true,
            delimiter = ';',
            quoteCharacter = '\'')
    void findsWhatWasPlanted(String place, String becomes, String violation) throws IOException {
        var sound = text("small-model.bpmn");
        assertThat(sound).contains(place);
        var planted = sound.replace(place, becomes == null ? "" : becomes);
        assertThat(violations("small-model", planted)).contains(violation);
    }

    @Test
    void findsAFileThatIsNotCalledLikeItsProcess() throws IOException {
        assertThat(violations("big-model", text("small-model.bpmn")))
                .containsExactly("file name big-model is not process id small-model");
    }

    @Test
    void findsAVariableThatTheListForgot() {
        assertThat(Vocabulary.unlistedVariables(Forgetful.class)).containsExactly("forgotten");
    }

    /** Declares a variable and forgets to list it. */
    static final class Forgetful {
        public static final org.sluice.process.Var<String> FORGOTTEN = org.sluice.process.Var.text("forgotten");
        public static final List<org.sluice.process.Var<?>> VARIABLES = List.of();
    }

    private static List<String> violations(String name, String xml) throws IOException {
        var chinese = ModelContractBitesTest.class.getResourceAsStream("/planted/small-model_zh.properties");
        return ModelContract.violations(ModelFile.of(name, xml, chinese), Vocabulary.of(SmallModelProcess.class));
    }

    private static String text(String name) throws IOException {
        try (var in = ModelContractBitesTest.class.getResourceAsStream("/planted/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
