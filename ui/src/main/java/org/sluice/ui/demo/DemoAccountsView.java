package org.sluice.ui.demo;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.sluice.process.LocalText;
import org.sluice.ui.demo.DemoDesk.Account;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;
import org.springframework.beans.factory.ObjectProvider;

/** The demo's accounts by unit, for everybody who opens the demo; no page at all outside of it. */
@Route(value = Routes.DEMO_ACCOUNTS, layout = MainLayout.class)
@AnonymousAllowed
class DemoAccountsView extends Screen implements BeforeEnterObserver {

    private final ObjectProvider<DemoDesk> desk;

    DemoAccountsView(ObjectProvider<DemoDesk> desk) {
        super("demo.accounts");
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        var demo = desk.getIfAvailable();
        if (demo == null) {
            enter.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        add(new PageHeader(title()).subtitle(Words.of("demo.accounts.purpose", demo.password())));
        demo.accounts().stream()
                .collect(Collectors.groupingBy(Account::unitName, LinkedHashMap::new, Collectors.toList()))
                .forEach((unit, accounts) -> add(unit(unit, accounts)));
    }

    private static Div unit(LocalText name, List<Account> accounts) {
        return new Div(
                new H2(Words.of(name)),
                DataGrid.of("demo.accounts.none", accounts)
                        .column("demo.username", DemoAccountsView::username)
                        .local("demo.name", Account::name)
                        .local("demo.post", Account::post)
                        .text("demo.roles", DemoAccountsView::roles)
                        .grow());
    }

    private static Div username(Account account) {
        var name = new Span(account.username());
        name.addClassName("code");
        var copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        copy.setAriaLabel(Words.of("demo.copy", account.username()));
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard?.writeText($0)", account.username());
            Notice.success("demo.copied", account.username());
        });
        var cell = new Div(name, copy);
        cell.addClassName("username");
        return cell;
    }

    private static String roles(Account account) {
        return account.roles().stream().map(Words::of).collect(Collectors.joining(Words.of("demo.comma")));
    }
}
