package org.sluice.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.springframework.beans.factory.ObjectProvider;

/** The frame around every view: what one may open at the side, who one is at the top. */
@AnonymousAllowed
public class MainLayout extends AppLayout implements RouterLayout {

    private final ObjectProvider<AuthenticationContext> authentication;

    MainLayout(
            SessionDesk desk,
            Language language,
            List<FrameGuest> guests,
            ObjectProvider<AuthenticationContext> authentication) {

        this.authentication = authentication;
        setPrimarySection(Section.NAVBAR);
        var end = new Div();
        end.addClassName("header-end");
        guests.forEach(guest -> guest.inHeader().ifPresent(end::add));
        end.add(new LanguageSwitch(language));
        desk.me()
                .ifPresentOrElse(
                        me -> {
                            addToNavbar(banner(skipLink(), toggle(), brand(), end));
                            addToDrawer(new Scroller(new Navigation(NavEntry.of(me.roles()))));
                            end.add(person(me));
                        },
                        () -> {
                            addToNavbar(banner(brand(), end));
                            setDrawerOpened(false);
                            end.add(new Anchor(Routes.LOGIN, Words.of("shell.login")));
                        });
    }

    /** A new page begins at its top, wherever the one before was left. */
    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        Screen.toTop(content.getElement());
    }

    /** A landmark for screen readers; its parts lie in the bar as if it were not there. */
    private static Header banner(Component... parts) {
        var banner = new Header(parts);
        banner.getStyle().set("display", "contents");
        return banner;
    }

    private static Component skipLink() {
        var link = new Anchor("#content", Words.of("shell.skip"));
        link.setRouterIgnore(true);
        link.addClassName("skip-link");
        return link;
    }

    private static Component toggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(Words.of("shell.toggle"));
        return toggle;
    }

    private static Component brand() {
        var brand = new Anchor("", Words.of("common.brand"));
        brand.addClassName("brand");
        return brand;
    }

    private Component person(SessionDesk.Me me) {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        var name = new Span(Words.of(me.name()));
        name.addClassName("person-name");
        var place = new Span(Words.of(me.post()) + " · " + Words.of(me.unitName()));
        place.addClassNames("person-place", "quiet");
        var who = menu.addItem(new Div(VaadinIcon.USER.create(), name, place));
        who.setAriaLabel(Words.of("shell.account") + ": " + Words.of(me.name()));
        entries(who.getSubMenu(), me);
        return menu;
    }

    private void entries(SubMenu entries, SessionDesk.Me me) {
        entries.addItem(Words.of(me.name()) + " · " + Words.of(me.post()) + " · " + Words.of(me.unitName()))
                .setEnabled(false);
        entries.addItem(
                Words.of("shell.password"), click -> getUI().ifPresent(ui -> ui.navigate(ChangePasswordView.class)));
        entries.addItem(Words.of("shell.signOut"), click -> {
            SignedInMark.remove();
            authentication.ifAvailable(AuthenticationContext::logout);
        });
    }
}
