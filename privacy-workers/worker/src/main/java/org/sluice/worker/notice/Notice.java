package org.sluice.worker.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** One thing said in plain words; its details are names, numbers and settings, never an identifier of a data set. */
public record Notice(NoticeCode code, List<String> details) {

    private static final Properties CHINESE = read("zh");
    private static final Properties ENGLISH = read("en");

    public static Notice of(NoticeCode code, Object... details) {
        return new Notice(code, List.of(details).stream().map(Object::toString).toList());
    }

    public String chinese() {
        return text(CHINESE);
    }

    public String english() {
        return text(ENGLISH);
    }

    /** {@code [code] Chinese / English}, for places that hold one text. */
    public String both() {
        return "[" + code.word() + "] " + chinese() + " / " + english();
    }

    @Override
    public String toString() {
        return "[" + code.word() + "] " + english();
    }

    private String text(Properties texts) {
        String pattern = Objects.requireNonNull(texts.getProperty(code.word()), code.word());
        return new MessageFormat(pattern, Locale.ROOT).format(details.toArray());
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (var file =
                Objects.requireNonNull(Notice.class.getResourceAsStream("notices_" + language + ".properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
