package org.sluice.ui.parts;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that is not easily undone. */
public final class Confirm {

    private Confirm() {}

    /**
     * @param title of the question, readable alone
     * @param text what will happen
     * @param action word of the button that does it, a verb
     */
    public static void ask(String title, String text, String action, Runnable then) {
        var dialog = new ConfirmDialog(title, text, action, confirmed -> Notice.attempt(then));
        dialog.setCancelable(true);
        dialog.setCancelText(Words.of("parts.cancel"));
        dialog.open();
    }
}
