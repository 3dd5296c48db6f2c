package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
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

    /** As {@link #success}, for what the person should know and has not done. */
    public static void note(String key, Object... arguments) {
        Notification.show(Words.of(key, arguments), SHORT, Notification.Position.BOTTOM_START);
    }

    /**
     * Shows why it did not work; stays until it is closed, or until the next failure takes its place. A form says what is
     * wrong with its fields at the fields, by {@link FormFields#attempt}.
     */
    public static void failure(Throwable cause) {
        if (cause instanceof Invalid invalid) {
            var fields = new UnorderedList();
            invalid.problems().stream()
                    .map(problem -> problem.text(Words.locale()))
                    .distinct()
                    .forEach(problem -> fields.add(new ListItem(problem)));
            stay(new Div(new Span(Words.of("parts.notAccepted")), fields));
        } else {
            stay(new Div(new Span(text(cause))));
        }
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
        // at the edge, so that it does not cover the dialog whose action it answers
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setAssertive(true);
        var ui = UI.getCurrent();
        var before = ComponentUtil.getData(ui, Notification.class);
        if (before != null) {
            before.close();
        }
        ComponentUtil.setData(ui, Notification.class, notification);
        notification.open();
    }
}
