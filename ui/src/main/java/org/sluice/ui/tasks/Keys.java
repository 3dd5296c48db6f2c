package org.sluice.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;

/** The keyboard's ways through the tasklist, as users of such lists know them. */
enum Keys {
    CLAIM(Key.KEY_C, "Ctrl+Alt+C", KeyModifier.CONTROL, KeyModifier.ALT),
    FIRST_FIELD(Key.KEY_F, "Ctrl+Alt+F", KeyModifier.CONTROL, KeyModifier.ALT),
    FIRST_TASK(Key.KEY_L, "Ctrl+Alt+L", KeyModifier.CONTROL, KeyModifier.ALT),
    COMPLETE(Key.ENTER, "Ctrl+Enter", KeyModifier.CONTROL);

    private final Key key;
    private final String written;
    private final KeyModifier[] modifiers;

    Keys(Key key, String written, KeyModifier... modifiers) {
        this.key = key;
        this.written = written;
        this.modifiers = modifiers;
    }

    /** Runs an action on this key while the owner is shown; what is being typed is taken along. */
    void on(Component owner, Runnable action) {
        Shortcuts.addShortcutListener(owner, action::run, key, modifiers).resetFocusOnActiveElement();
    }

    String written() {
        return written;
    }
}
