package org.sluice.ui.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/**
 * Every text that a person reads comes through here, in the language of the person's screen. A key begins with its
 * subject ({@code tasks.claim}); texts of codes that several subjects show stand in {@code common_*}.
 */
public final class Words {

    /** The language of a visitor of whom nothing is known. */
    public static final Locale HOUSE = Locale.CHINESE;

    private Words() {}

    /** The text of a key, with {0}, {1} … replaced by the arguments. */
    public static String of(String key, Object... arguments) {
        return I18NProvider.translate(locale(), key, arguments);
    }

    public static String of(LocalText text) {
        return text.in(locale());
    }

    /** The name of a constant: {@code role.COMPLIANCE}, {@code Urgency.NORMAL}. */
    public static String of(Enum<?> constant) {
        return of(keyOf(constant));
    }

    /** The name of a state's code, of whatever entity. */
    public static String ofState(String code) {
        return of("state." + code);
    }

    public static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? HOUSE : ui.getLocale();
    }

    /** The key under which the bundles hold a constant's name. */
    public static String keyOf(Enum<?> constant) {
        var type =
                constant instanceof Role ? "role" : constant.getDeclaringClass().getSimpleName();
        return type + "." + constant.name();
    }
}
