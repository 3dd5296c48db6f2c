package org.sluice.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Names in models are checked against code; {@link ModelContractBitesTest} proves that each check can fail. */
class ModelContractTest {

    private static final Path MODELS = Path.of("src/main/resources/processes");

    @TestFactory
    Stream<DynamicTest> everyModelKeepsToTheContract() throws IOException {
        return files().stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> {
                    var type = namesOf(path);
                    assertThat(ModelContract.violations(ModelFile.read(path), Vocabulary.of(type)))
                            .isEmpty();
                    assertThat(Vocabulary.unlistedVariables(type)).isEmpty();
                }));
    }

    @Test
    void everyFileIsAKnownModelAndEveryKnownModelIsAFile() throws IOException {
        assertThat(files())
                .extracting(path ->
                        "processes/" + MODELS.relativize(path).toString().replace('\\', '/'))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        ProcessModels.keys().stream().map(ProcessModels::path).toList());
    }

    private static List<Path> files() throws IOException {
        try (var walk = Files.walk(MODELS)) {
            return walk.filter(path -> path.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code intake/requirement-intake.bpmn} belongs to {@code org.sluice.process.intake.RequirementIntakeProcess}. */
    private static Class<?> namesOf(Path path) throws ClassNotFoundException {
        var name = Arrays.stream(
                        path.getFileName().toString().replace(".bpmn", "").split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return Class.forName("org.sluice.process." + path.getParent().getFileName() + "." + name + "Process");
    }
}
