package org.sluice.walls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachingTextsTest {

    @Test
    void followsChoicesParametersMethodsAndConstantsAndSaysWhatItLoses() {
        var ways = Sources.trees(Sources.files(Sources.PLANTED.resolve("texts")).stream());

        var texts = ReachingTexts.of(ways, Argument.ofNew("Conflict", 0));

        assertThat(texts.texts())
                .containsExactlyInAnyOrder("direct", "first", "second", "through", "method", "constant");
        assertThat(texts.lost()).singleElement().asString().contains("OUT");
        assertThat(texts.calls()).isEqualTo(6);
    }
}
