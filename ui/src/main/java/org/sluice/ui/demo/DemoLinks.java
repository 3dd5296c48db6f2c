package org.sluice.ui.demo;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.FrameGuest;
import org.springframework.beans.factory.ObjectProvider;

/** Says on every page that this is the demo, and leads to its accounts and its clock. */
@org.springframework.stereotype.Component
class DemoLinks implements FrameGuest {

    private final ObjectProvider<DemoDesk> desk;

    DemoLinks(ObjectProvider<DemoDesk> desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> inHeader() {
        return Optional.ofNullable(desk.getIfAvailable()).map(demo -> badge());
    }

    @Override
    public Optional<Component> atSignIn() {
        return Optional.ofNullable(desk.getIfAvailable())
                .map(demo -> new RouterLink(Words.of("demo.atSignIn"), DemoAccountsView.class));
    }

    private static Component badge() {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        menu.addClassName("demo-badge");
        var entries = menu.addItem(Words.of("demo.badge")).getSubMenu();
        entries.addItem(new Anchor(Routes.STORY, Words.of("story.title")));
        entries.addItem(new Anchor(Routes.DEMO_ACCOUNTS, Words.of("demo.accounts")));
        entries.addItem(new Anchor(Routes.DEMO_CLOCK, Words.of("demo.clock")));
        return menu;
    }
}
