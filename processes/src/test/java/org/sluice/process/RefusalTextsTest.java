package org.sluice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void haveTheSameKeysAndArgumentsInBothLanguages() throws IOException {
        var chinese = texts("zh");
        var english = texts("en");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : chinese.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(chinese.getProperty(key)).as(key).containsPattern("\\p{IsHan}");
            assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void existForEveryProblemThatABodyCanHave() throws IOException {
        assertThat(texts("zh").stringPropertyNames())
                .contains(
                        "field.required",
                        "field.tooLong",
                        "field.outOfRange",
                        "field.amount",
                        "field.reasonForNo",
                        "field.sourceForAmount",
                        "field.requiredForPersons",
                        "notFound.case",
                        "notFound.process",
                        "invalid");
    }

    @Test
    void repeatWhatWasAskedFor() {
        var refusal = new NotFound("case", "4711");
        assertThat(refusal.text(Locale.CHINESE)).contains("4711").doesNotContain("notFound");
        assertThat(refusal.text(Locale.ENGLISH)).contains("4711").doesNotContain("notFound");
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(each -> each.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = Refusal.class.getResourceAsStream("refusals_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
