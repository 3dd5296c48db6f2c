package org.sluice.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.Words;
import org.springframework.stereotype.Component;

/** Which language a person reads: the account's, else the one chosen in this browser, else the browser's own. */
@Component
public class Language {

    static final String COOKIE = "sluice-language";
    private static final String CHOSEN = Language.class.getName() + ".chosen";
    private static final int YEAR_IN_SECONDS = 31_536_000;

    private final SessionDesk desk;

    Language(SessionDesk desk) {
        this.desk = desk;
    }

    /** Gives a new screen its language. */
    void greet(UI ui, @Nullable VaadinRequest request) {
        var locale = desk.me()
                .flatMap(me -> Optional.ofNullable(me.language()))
                .or(() -> Optional.ofNullable((Locale) ui.getSession().getAttribute(CHOSEN)))
                .or(() -> Optional.ofNullable(request).flatMap(Language::fromCookie))
                .or(() -> Optional.ofNullable(request).flatMap(Language::fromBrowser))
                .orElse(Words.HOUSE);
        speak(ui, house(locale));
    }

    /** Switches everything the person sees, now and at the next visit; the view is opened anew, as {@link LanguageChosen} tells. */
    void choose(UI ui, Locale locale) {
        if (desk.me().isPresent()) {
            desk.setLanguage(locale);
        }
        ComponentUtil.fireEvent(ui, new LanguageChosen(ui));
        ui.getSession().setAttribute(CHOSEN, locale);
        speak(ui, locale);
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;SameSite=Lax;max-age=' + $2; location.reload()",
                        COOKIE,
                        locale.getLanguage(),
                        YEAR_IN_SECONDS);
    }

    /** The language that a reader of {@code locale} would switch to. */
    static Locale other(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Words.HOUSE : Locale.ENGLISH;
    }

    private static void speak(UI ui, Locale locale) {
        VaadinSession session = ui.getSession();
        session.setLocale(locale);
        ui.setLocale(locale);
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", "en".equals(locale.getLanguage()) ? "en" : "zh-CN");
    }

    private static Optional<Locale> fromCookie(VaadinRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(Locale::forLanguageTag)
                .findFirst();
    }

    private static Optional<Locale> fromBrowser(VaadinRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> locale.getLanguage().equals("zh")
                        || locale.getLanguage().equals("en"))
                .findFirst();
    }

    private static Locale house(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Words.HOUSE;
    }
}
