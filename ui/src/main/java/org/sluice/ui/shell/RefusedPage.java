package org.sluice.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Refusal;
import org.sluice.ui.parts.Words;

/** The view exists, but what it should show is refused, with the reason. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class RefusedPage extends Trouble implements HasErrorParameter<Refusal> {

    RefusedPage() {
        super("shell.error.refused");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent enter, ErrorParameter<Refusal> error) {
        var refusal = error.getException();
        tell(refusal.text(Words.locale()));
        return refusal instanceof NotPermitted ? 403 : refusal instanceof NotFound ? 404 : 409;
    }
}
