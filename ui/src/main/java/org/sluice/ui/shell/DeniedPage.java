package org.sluice.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.sluice.ui.parts.Words;

/** The person may not see this view. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class DeniedPage extends Trouble implements HasErrorParameter<AccessDeniedException> {

    DeniedPage() {
        super("shell.error.denied");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent enter, ErrorParameter<AccessDeniedException> error) {
        tell(Words.of("shell.error.deniedText"));
        return 403;
    }
}
