package org.sluice.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import java.util.List;

/**
 * One of the keyboard's ways through the tasklist, as users of such lists know them.
 *
 * @param written as it stands on the screen
 * @param does message key of what it does
 */
record Hotkey(Key key, String written, String does, List<KeyModifier> modifiers) {

    private static final List<KeyModifier> CONTROL_ALT = List.of(KeyModifier.CONTROL, KeyModifier.ALT);

    static final Hotkey CLAIM = new Hotkey(Key.KEY_C, "Ctrl+Alt+C", "tasks.claim", CONTROL_ALT);
    static final Hotkey FIRST_FIELD = new Hotkey(Key.KEY_F, "Ctrl+Alt+F", "tasks.help.firstField", CONTROL_ALT);
    static final Hotkey FIRST_TASK = new Hotkey(Key.KEY_L, "Ctrl+Alt+L", "tasks.help.firstTask", CONTROL_ALT);
    static final Hotkey COMPLETE = new Hotkey(Key.ENTER, "Ctrl+Enter", "tasks.complete", List.of(KeyModifier.CONTROL));

    /** Runs an action on this key while the owner is shown; what is being typed is taken along. */
    void on(Component owner, Runnable action) {
        Shortcuts.addShortcutListener(owner, action::run, key, modifiers.toArray(KeyModifier[]::new))
                .resetFocusOnActiveElement();
    }

    /** As a browser tells it to a screen reader. */
    String forScreenReader() {
        return written.replace("Ctrl", "Control");
    }
}
