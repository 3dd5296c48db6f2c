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

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/sluice.svg", "any");
    }
}
