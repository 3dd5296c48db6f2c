package org.sluice.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.LinkedHashMap;
import java.util.List;
import org.sluice.ui.parts.Words;

/** The navigation: one short list per heading; Ctrl+Alt+1 to 9 open the first nine entries. */
final class Navigation extends Nav {

    Navigation(List<NavEntry> entries) {
        addClassName("navigation");
        setAriaLabel(Words.of("shell.menu"));
        var groups = new LinkedHashMap<String, SideNav>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var item = new SideNavItem(
                    Words.of(entry.label()), entry.route(), entry.icon().create());
            item.setMatchNested(entry.nested());
            if (i < 9) {
                shortcut(item, entry, i + 1);
            }
            groups.computeIfAbsent(entry.group(), key -> new SideNav(Words.of(key)))
                    .addItem(item);
        }
        groups.values().forEach(this::add);
    }

    private void shortcut(SideNavItem item, NavEntry entry, int digit) {
        item.getElement().setAttribute("aria-keyshortcuts", "Control+Alt+" + digit);
        item.getElement().setAttribute("title", "Ctrl+Alt+" + digit);
        Shortcuts.addShortcutListener(
                this,
                () -> getUI().ifPresent(ui -> ui.navigate(entry.route())),
                Key.of("Digit" + digit),
                KeyModifier.CONTROL,
                KeyModifier.ALT);
    }
}
