package org.sluice.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.ui.parts.Words;
import org.springframework.stereotype.Component;

/**
 * All texts of the screens in both languages: one pair of bundles per subject, looked up as one. A key that is missing
 * shows itself and is logged.
 */
@Component
public class Messages implements I18NProvider {

    /** One pair of files each, {@code messages/<subject>_zh.properties} and {@code _en}. */
    static final List<String> SUBJECTS = List.of(
            "common",
            "shell",
            "parts",
            "tasks",
            "insight",
            "intake",
            "cases",
            "catalog",
            "operations",
            "calendar",
            "rulebook",
            "people",
            "privacy",
            "admission",
            "procurement",
            "blacklist",
            "evaluation",
            "access",
            "exit",
            "story",
            "demo");

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final transient Map<String, Properties> texts =
            getProvidedLocales().stream().collect(Collectors.toMap(Locale::getLanguage, Messages::load));

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Words.HOUSE, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        var language = locale.getLanguage().equals("en") ? "en" : "zh";
        var text = texts.getOrDefault(language, new Properties()).getProperty(key);
        if (text == null) {
            LOG.warn("No text for {} in {}", key, language);
            return key;
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** The texts of one subject in one language; none while the subject has no file. */
    static Properties load(String subject, Locale locale) {
        var properties = new Properties();
        var file = "/messages/" + subject + "_" + locale.getLanguage() + ".properties";
        try (var stream = Messages.class.getResourceAsStream(file)) {
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return properties;
    }

    private static Properties load(Locale locale) {
        var all = new Properties();
        SUBJECTS.forEach(subject -> all.putAll(load(subject, locale)));
        return all;
    }
}
