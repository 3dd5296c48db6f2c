package org.sluice.browser;

import java.time.LocalDate;
import org.openqa.selenium.By;

/** The form of a new requirement, with what the bank already has beside it. */
final class RequirementPage {

    private final Person person;
    private final Browser browser;
    private final Form form;

    RequirementPage(Person person) {
        this.person = person;
        browser = person.browser();
        form = new Form(browser);
        browser.see(Labels.heading(person.text("requirement.view")));
    }

    RequirementPage titled(String title) {
        form.type(label("title"), title);
        return this;
    }

    /** Says what it is for; line, impact and classes are proposed by the scenario. */
    RequirementPage forScenario(String scenario, LocalDate neededBy, String benefit) {
        form.pick(label("scenarioCode"), scenario);
        form.answer(label("automatedDecision"), person.text("requirement.no"));
        form.typeDay(label("neededBy"), person.language().typed(neededBy));
        form.select(label("urgency"), person.text("Urgency.NORMAL"));
        form.type(label("expectedBenefit"), benefit);
        return this;
    }

    RequirementPage aboutFirms() {
        form.select(label("subjectType"), person.text("SubjectType.ENTERPRISE"));
        return this;
    }

    RequirementPage ofClass(String dataClass) {
        form.pickOneMore(label("dataClasses"), dataClass);
        return this;
    }

    /** A field of the catalogue, which brings its level along. */
    RequirementPage needing(String fieldName, String reason) {
        form.pickOneMore(Labels.named(label("fieldsNeeded.propose")), fieldName);
        form.typeInto(label("fieldsNeeded.reason"), reason);
        return this;
    }

    /** A field that the catalogue does not know, in the next row of the table. */
    RequirementPage needingNew(int row, String fieldName, String reason, int level) {
        form.press(label("fieldsNeeded.add"));
        var fields = form.within(Labels.group(person.text("requirement.fieldsNeeded.row", row)));
        fields.typeInto(label("fieldsNeeded.fieldName"), fieldName);
        fields.typeInto(label("fieldsNeeded.reason"), reason);
        fields.selectIn(By.xpath("(.//vaadin-select)[1]"), person.text("requirement.level", level));
        return this;
    }

    RequirementPage byPrivacyComputing(int callsPerYear) {
        form.select(label("interfaceForm"), person.text("InterfaceForm.PRIVACY_COMPUTE"));
        form.type(label("expectedCallsPerYear"), Integer.toString(callsPerYear));
        return this;
    }

    RequirementPage paidByTheLine(int amount) {
        form.select(label("budgetSource"), person.text("BudgetSource.LINE"));
        form.type(label("budgetAmount"), Integer.toString(amount));
        return this;
    }

    /** What stands beside the form once there is something to compare. */
    String similar() {
        browser.until("similar products", () -> browser.sees(By.cssSelector(".similar .match")));
        return browser.see(By.cssSelector(".similar")).getText();
    }

    /** Sends it; the case's page opens. */
    CasePage send() {
        browser.press(person.text("requirement.send"));
        browser.until("the case's page", () -> browser.address().contains("/cases/"));
        browser.settle();
        return new CasePage(person);
    }

    /** Sends it, and is told how many places are wrong. */
    RequirementPage sendInVain() {
        browser.press(person.text("requirement.send"));
        browser.see(By.cssSelector(".error-state[role=alert]"));
        return this;
    }

    private String label(String name) {
        return person.text("requirement." + name);
    }
}
