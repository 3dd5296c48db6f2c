package org.sluice.ui;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockInstantiator;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sluice.ui.shell.Messages;

/** A browser's worth of Vaadin without a browser, in one language. */
public final class Stage {

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z_]+)+");

    private Stage() {}

    public static UI open(Locale locale) {
        MockVaadin.setup(MockedUI::new, new Servlet());
        VaadinSession.getCurrent().setLocale(locale);
        UI.getCurrent().setLocale(locale);
        return UI.getCurrent();
    }

    public static void close() {
        MockVaadin.tearDown();
    }

    /** Every text below a component: contents, labels, titles, placeholders, helpers. */
    public static List<String> texts(Component root) {
        var found = new ArrayList<String>();
        all(root).forEach(component -> {
            var element = component.getElement();
            if (component instanceof HasText text) {
                found.add(text.getText());
            }
            Stream.of("label", "placeholder", "helperText", "errorMessage", "accessibleName")
                    .forEach(name -> found.add(element.getProperty(name, "")));
            Stream.of("aria-label", "title").forEach(name -> found.add(element.getAttribute(name)));
            if (component.getChildren().findAny().isEmpty()) {
                found.add(element.getTextRecursively());
            }
        });
        return found.stream()
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .toList();
    }

    /** Texts that look like a message key: what is left when a bundle lacks it. */
    public static List<String> keys(Component root) {
        return texts(root).stream().filter(text -> KEY.matcher(text).matches()).toList();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(Stage::all));
    }

    private static final class Servlet extends MockVaadinServlet {

        Servlet() {
            super(new Routes());
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = new MockService(this, configuration, MockedUI::new) {
                @Override
                public Instantiator getInstantiator() {
                    return new Speaking(super.getInstantiator());
                }
            };
            service.init();
            getRoutes().register((VaadinServletContext) service.getContext());
            return service;
        }
    }

    private static final class Speaking extends MockInstantiator {

        Speaking(Instantiator delegate) {
            super(delegate);
        }

        @Override
        public I18NProvider getI18NProvider() {
            return new Messages();
        }
    }
}
