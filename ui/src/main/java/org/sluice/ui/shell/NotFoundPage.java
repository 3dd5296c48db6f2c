package org.sluice.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.sluice.ui.parts.Words;

/** No view has this address. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundPage extends Trouble implements HasErrorParameter<NotFoundException> {

    NotFoundPage() {
        super("shell.error.notFound");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent enter, ErrorParameter<NotFoundException> error) {
        tell(Words.of("shell.error.notFoundText"));
        return 404;
    }
}
