package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.Invalid;
import org.sluice.process.Refusal;

/** Tells a person how an action ended: done, refused with the reason, or broken with a number to report. */
public final class Notice {

    private static final Logger LOG = LoggerFactory.getLogger(Notice.class);
    private static final int SHORT = 4000;

    private Notice() {}

    /** @param key message key of the sentence, filled with the arguments */
    public static void success(String key, Object... arguments) {
        var notification = Notification.show(Words.of(key, arguments), SHORT, Notification.Position.BOTTOM_START);
        notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    /** Shows why it did not work; stays until it is closed. */
    public static void failure(Throwable cause) {
        var text = new Div(new Span(text(cause)));
        if (cause instanceof Invalid invalid) {
            var fields = new UnorderedList();
            invalid.problems().forEach(p -> fields.add(new ListItem(p.text(Words.locale()))));
            text.add(fields);
        }
        stay(text);
    }

    /**
     * Does something that the house may refuse.
     *
     * @return whether it was done; if not, the person has been told why
     */
    public static boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            failure(e);
            return false;
        }
    }

    /** A refusal in the reader's words; for anything else a reference number that also stands in the log. */
    public static String text(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal.text(Words.locale());
        }
        return Words.of("parts.unexpected", reference(cause));
    }

    /** Logs what happened and gives the number under which it is found. */
    public static String reference(Throwable cause) {
        var number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Unexpected error {}", number, cause);
        return number;
    }

    private static void stay(Component text) {
        var notification = new Notification();
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(Words.of("parts.close"));
        var line = new Div(text, close);
        line.addClassName("notice");
        notification.add(line);
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notification.setPosition(Notification.Position.MIDDLE);
        notification.setAssertive(true);
        notification.open();
    }
}
