package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.WebDriverException;

/**
 * Gives each test the one product and the one browser of this run; both end with it, however it ends. After each test
 * nothing may have been met that no person should meet. When a test fails, what was to be seen is kept in
 * {@code target/failures}, and what the product said is printed.
 */
final class ProductInBrowser implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(ProductInBrowser.class);

    private final boolean ofItsOwn;

    /** As {@code @ExtendWith} makes it. */
    ProductInBrowser() {
        this(false);
    }

    private ProductInBrowser(boolean ofItsOwn) {
        this.ofItsOwn = ofItsOwn;
    }

    /** A product, a database and a browser for one test class alone, which end with it. */
    static ProductInBrowser ofItsOwn() {
        return new ProductInBrowser(true);
    }

    /** Both together, since a browser without a product has nothing to show. */
    @SuppressWarnings("deprecation") // the JUnit of Spring Boot 3.5 closes nothing else
    static final class House implements CloseableResource {

        private final Product product;
        private final Browser browser;
        private long loggedBefore;

        private House(Product product, Browser browser) {
            this.product = product;
            this.browser = browser;
        }

        static House open() {
            var chromium = Chromium.ofThisMachine();
            var product = Product.ready();
            try {
                return new House(product, new Browser(chromium, product.address()));
            } catch (RuntimeException e) {
                product.close();
                throw e;
            }
        }

        @Override
        public void close() {
            try {
                browser.close();
            } finally {
                product.close();
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var house = house(context);
        house.browser.forget();
        house.loggedBefore = house.product.logged();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var house = house(context);
        context.getExecutionException().ifPresent(failure -> keep(house, context));
        if (context.getExecutionException().isEmpty()) {
            assertThat(house.browser.troubles())
                    .as("what no person should meet")
                    .isEmpty();
            assertThat(house.product.complaintsSince(house.loggedBefore))
                    .as("what the product complains of")
                    .isEmpty();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Browser.class || type == Product.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var house = house(context);
        return parameter.getParameter().getType() == Browser.class ? house.browser : house.product;
    }

    private House house(ExtensionContext context) {
        // what a class's context keeps is closed with the class
        var keeper = ofItsOwn ? context.getParent().orElseThrow() : context.getRoot();
        // a store also answers with what those above it keep: its own house needs a name of its own
        Object name = ofItsOwn ? context.getRequiredTestClass() : House.class;
        return keeper.getStore(HERE).getOrComputeIfAbsent(name, each -> House.open(), House.class);
    }

    private static void keep(House house, ExtensionContext context) {
        var name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        var folder = Path.of("target", "failures");
        try {
            house.browser.photograph(folder.resolve(name + ".png"));
            Files.writeString(
                    folder.resolve(name + ".txt"),
                    house.browser.address() + "\n\n" + house.browser.words() + "\n\n"
                            + String.join("\n", house.browser.troubles()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WebDriverException e) {
            System.err.println("The browser shows nothing any more: " + e.getMessage());
        }
        System.err.printf(
                "%s failed; see %s/%1$s.png. The product said last:%n%s%n", name, folder, house.product.lastWords());
    }
}
