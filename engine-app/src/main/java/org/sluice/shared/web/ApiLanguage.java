package org.sluice.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The language in which the API answers: the first of Chinese and English that the caller accepts, else English. */
public final class ApiLanguage {

    private ApiLanguage() {}

    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        for (var accepted : Collections.list(request.getLocales())) {
            if ("zh".equals(accepted.getLanguage())) {
                return Locale.CHINESE;
            }
            if ("en".equals(accepted.getLanguage())) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }
}
