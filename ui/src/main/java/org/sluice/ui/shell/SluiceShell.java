package org.sluice.ui.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/**
 * What holds for every page: the theme, and that the server may push. Requests go over plain HTTP, so that each one
 * passes the security filters.
 */
@Theme("sluice")
@Push(transport = Transport.WEBSOCKET_XHR)
public class SluiceShell implements AppShellConfigurator {

    /** A gate in the accent's colour; inline, so that a browser asks for nothing that is not there. */
    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                    + "%3Crect width='16' height='16' rx='3' fill='%23094857'/%3E"
                    + "%3Cpath d='M4 3v10M8 3v6M12 3v10' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", ICON, "any");
    }
}
