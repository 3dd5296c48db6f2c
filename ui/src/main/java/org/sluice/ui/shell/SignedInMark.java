package org.sluice.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cookie of this browser that says that somebody was signed in and did not sign out. It outlives the session, so that
 * the sign-in page can tell whoever comes there without having asked for it. It gives no right.
 */
final class SignedInMark {

    static final String COOKIE = "sluice-signed-in";

    private SignedInMark() {}

    static void set() {
        write("yes", -1);
    }

    static void remove() {
        write("", 0);
    }

    static boolean isSetIn(@Nullable VaadinRequest request) {
        return request != null
                && request.getCookies() != null
                && Stream.of(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(COOKIE));
    }

    private static void write(String value, int seconds) {
        VaadinResponse response = VaadinService.getCurrentResponse();
        if (response != null) {
            var cookie = new Cookie(COOKIE, value);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge(seconds);
            response.addCookie(cookie);
        }
    }
}
