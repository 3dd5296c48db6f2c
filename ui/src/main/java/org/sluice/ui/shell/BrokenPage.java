package org.sluice.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.sluice.ui.parts.Notice;

/** Something broke: a number to report, never a stack trace. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class BrokenPage extends Trouble implements HasErrorParameter<Exception> {

    BrokenPage() {
        super("shell.error.broken");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent enter, ErrorParameter<Exception> error) {
        tell(Notice.text(error.getException()));
        return 500;
    }
}
