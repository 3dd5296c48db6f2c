package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.sluice.ui.parts.Format;

/**
 * From a requirement to a listed product, each step done by its person on the screens, in a product and on a database
 * that nobody else uses. The rules find something at the supplier and at the product, both committees vote, and the
 * supplier's worker is killed in the middle of the match test.
 */
class PurchaseStoryInBrowserTest {

    @RegisterExtension
    static final ProductInBrowser HOUSE = ProductInBrowser.ofItsOwn();

    private static final Set<String> READING_ENGLISH = Set.of("DATA_STEWARD", "DATA_TESTER", "ADMISSION_COMMITTEE");
    private static final String CONDITION = "补交近12个月完税证明";
    private static final String SUPPLIER = PurchaseOverApiTest.SUPPLIER;

    @Test
    void aWishBecomesAListedProductThoughAWorkerIsKilledInTheMatchTest(Browser browser, Product product) {
        var requester = Person.signsIn(browser, "business-requester", Language.ZH);
        IntakeSteps.send(requester, Pictures.FOLDER.resolve("purchase-similar-zh-1440.png"))
                .isInState("SUBMITTED");
        var caseId = browser.address().replaceAll(".*/", "");
        var lead = new CaseLead(product, caseId);
        var people = new ScreenLead(browser, lead.number(), PurchaseStoryInBrowserTest::languageOf);

        for (var task = lead.awaitTask(); !task.isMissingNode(); task = lead.awaitTask()) {
            work(people.opens(task), task, lead, product);
        }

        assertThat(people.turns())
                .containsSubsequence("fileSupplierDossier PROCUREMENT", "settleSupplierFinding PROCUREMENT_HEAD")
                .containsSubsequence("voteOnSupplier ADMISSION_COMMITTEE", "voteOnSupplier ADMISSION_COMMITTEE")
                .containsSubsequence("fileProductDossier DATA_STEWARD", "settleProductFinding BUSINESS_OWNER")
                .containsSubsequence("fileTestPapers COMPLIANCE", "arrangeTest DATA_TESTER")
                .containsSubsequence("voteOnProduct ADMISSION_COMMITTEE", "voteOnProduct ADMISSION_COMMITTEE")
                .containsSubsequence("approveContract FINANCE", "registerContract PROCUREMENT");
        assertThat(people.turns().stream().filter("arrangeTest DATA_TESTER"::equals))
                .hasSize(1);
        assertThat(runs(lead.matchTest())).as("one of them had to begin anew").isGreaterThan(2);
        seesItsProduct(Person.signsIn(browser, "business-requester", Language.ZH), caseId);
        seesItsSupplier(Person.signsIn(browser, "business-owner", Language.EN), caseId);
    }

    static void work(TaskPage page, JsonNode task, CaseLead lead, Product product) {
        var key = task.get("key").asText();
        if (IntakeSteps.knows(key)) {
            IntakeSteps.fill(page, key).complete(key);
            return;
        }
        var person = page.person();
        var panel = new PanelForm(person, key, body(key, lead.example(task), person.language()));
        new PurchaseSteps(lead.choices(task)).fill(panel);
        Pictures.take(person.browser(), "purchase-" + key, person.language());
        switch (key) {
            // not every fact of the catalogue is one that this supplier and this product have
            case "fileSupplierDossier", "fileProductDossier" -> page.completeAllTheSame(key, "admission.facts.send");
            case "arrangeTest" -> completeAndLoseAWorker(page, lead, product);
            default -> page.complete(key);
        }
    }

    /** What is typed: the example, but for what the rules shall find and what the story is about. */
    private static JsonNode body(String key, ObjectNode example, Language language) {
        return switch (key) {
            case "recordQuotations" -> PurchaseOverApiTest.withTheWorkersSupplier(example);
            case "chooseOffer" -> example.put("supplier", SUPPLIER);
            case "fileSupplierDossier" -> {
                example.withObject("/facts").put("taxProof", false);
                yield example;
            }
            case "fileProductDossier" -> {
                example.withObject("/facts").put("benefitCost", 0.5);
                yield example;
            }
            case "settleSupplierFinding" ->
                example.put("answer", "ACCEPT_WITH_CONDITION")
                        .put("condition", CONDITION)
                        .put("dueOn", LocalDate.now(Format.ZONE).plusDays(20).toString());
            default -> example;
        };
    }

    private static void completeAndLoseAWorker(TaskPage page, CaseLead lead, Product product) {
        var killed = CompletableFuture.runAsync(() -> {
            Waiting.often("a match test under way", () -> PurchaseOverApiTest.isUnderWay(lead.matchTest(), "supplier"));
            product.killWorker(SUPPLIER.toLowerCase(Locale.ROOT));
        });
        page.complete("arrangeTest");
        killed.join();
        var tester = page.person();
        var test = tester.caseOf(lead.caseId()).matchTest().showsProgress();
        photograph(tester, "section.match-tests", "purchase-match-test-running");
        test.comesToAgree().tells("20,000", "50,000", "12,600");
        photograph(tester, "section.match-tests", "purchase-match-test");
    }

    private static void photograph(Person person, String part, String name) {
        person.browser().lookAt(By.cssSelector(part));
        Pictures.take(person.browser(), Browser.DESKTOP, name, person.language());
    }

    static void seesItsProduct(Person reader, String caseId) {
        var page = fulfilled(reader, caseId);
        assertThat(page.decisions()).hasSizeGreaterThan(8);
        Pictures.take(reader.browser(), "purchase-case", reader.language());
        var admission = page.admissions().ofItsProduct();
        reader.browser().reads(reader.text("state.LISTED"));
        assertThat(admission.words()).contains("D-35", reader.text("FindingAnswer.ACCEPT"));
        isAdmitted(reader, admission);
        photograph(reader, ".admissions", "purchase-product");
    }

    static void seesItsSupplier(Person reader, String caseId) {
        var admission = fulfilled(reader, caseId).admissions().ofItsSupplier();
        assertThat(admission.words())
                .contains("S-10", reader.text("FindingAnswer.ACCEPT_WITH_CONDITION"), CONDITION)
                .contains(reader.text("admission.conditionOpen"));
        isAdmitted(reader, admission);
        photograph(reader, ".admissions", "purchase-supplier");
    }

    private static CasePage fulfilled(Person reader, String caseId) {
        return reader.caseOf(caseId).isInState("FULFILLED");
    }

    private static void isAdmitted(Person reader, AdmissionsPart admission) {
        assertThat(admission.words())
                .contains(reader.text("admission.state.ADMITTED"), reader.text("admission.votes"))
                .containsSubsequence(reader.text("admission.inFavour"), reader.text("admission.inFavour"));
        assertThat(admission.fact("admission.validUntil")).containsPattern("20\\d\\d");
    }

    private static long runs(JsonNode test) {
        return test.at("/bank/figures/runs").asLong()
                + test.at("/supplier/figures/runs").asLong();
    }

    static Language languageOf(String role) {
        return READING_ENGLISH.contains(role) ? Language.EN : Language.ZH;
    }
}
