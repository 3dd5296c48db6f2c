package org.sluice.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Findings and admissions, on the page of a case, a supplier or a product. */
final class AdmissionsPart {

    private static final By PART = By.cssSelector(".case-admissions, .admissions");

    private final Person person;
    private final Browser browser;

    AdmissionsPart(Person person) {
        this.person = person;
        browser = person.browser();
        browser.see(PART);
    }

    String words() {
        return browser.see(PART).getText();
    }

    /** What stands at a label, of the newest admission. */
    String fact(String labelKey) {
        return part().findElement(By.xpath(".//dt[normalize-space(.)=%s]/following-sibling::dd[1]"
                        .formatted(Labels.quoted(person.text(labelKey)))))
                .getText();
    }

    /** Goes to the page of the product whose admission is told here. */
    AdmissionsPart ofItsProduct() {
        return follow("products/");
    }

    AdmissionsPart ofItsSupplier() {
        return follow("suppliers/");
    }

    private AdmissionsPart follow(String path) {
        browser.click(By.cssSelector(".case-admissions h3 a[href*='" + path + "']"));
        browser.until("the page at " + path, () -> browser.address().contains("/" + path));
        browser.settle();
        return new AdmissionsPart(person);
    }

    private WebElement part() {
        return browser.see(PART);
    }
}
