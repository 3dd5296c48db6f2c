package org.sluice.browser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Photographs the main screens at a desk's and a phone's size into {@code target/screenshots}, for people to look at, and
 * makes sure of what no picture needs a person for: a phone's page never scrolls sideways.
 */
@ExtendWith(ProductInBrowser.class)
class PicturesTest {

    @ParameterizedTest
    @CsvSource({
        "business-requester, requirements/new",
        "business-requester, requirements",
        "business-requester, application-cases",
        "business-requester, products",
        "business-requester, suppliers",
        "business-requester, rulebook",
        "business-requester, calendar",
        "business-requester, demo-clock",
        "business-requester, nowhere",
        "platform-ops, incidents",
        "administrator, people",
        "administrator, demo-accounts",
    })
    void showsAScreenAtBothSizes(String account, String route, Browser browser) {
        Person.signsIn(browser, account, Language.ZH);
        photograph(browser, route, route.replace('/', '-'), Language.ZH);
    }

    @ParameterizedTest
    @CsvSource({"business-requester, products", "business-requester, requirements/new", "audit, rulebook"})
    void showsAScreenInEnglishToo(String account, String route, Browser browser) {
        Person.signsIn(browser, account, Language.EN);
        photograph(browser, route, route.replace('/', '-'), Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"ZH", "EN"})
    void showsTheSignIn(Language language, Browser browser) {
        browser.open("login");
        Person.visits(browser, language);
        photograph(browser, "login", "login", language);
    }

    @ParameterizedTest
    @CsvSource({"ZH", "EN"})
    void showsATaskItsListAndItsCase(Language language, Browser browser, Product product) {
        var sent = product.as("business-requester").sendExample("Tax data of small firms " + language, "HO");
        var task = firstTask(product, sent);
        var owner = Person.signsIn(browser, "business-owner", language);
        owner.inbox().ofMyGroups();
        Pictures.take(browser, "tasks", language);
        photograph(browser, "tasks/" + task, "task", language);
        photograph(browser, "cases/" + sent.get("caseId").asText(), "case", language);
    }

    private static String firstTask(Product product, JsonNode sent) {
        var path = "tasks?caseId=" + sent.get("caseId").asText();
        var owner = product.as("business-owner");
        Waiting.until("a first task", () -> owner.get(path).get("total").asInt() > 0);
        return owner.get(path).at("/items/0/id").asText();
    }

    private static void photograph(Browser browser, String route, String name, Language language) {
        for (var size : new Browser.Size[] {Browser.DESKTOP, Browser.PHONE}) {
            browser.size(size);
            browser.open(route);
            Pictures.take(browser, size, name, language);
        }
    }
}
