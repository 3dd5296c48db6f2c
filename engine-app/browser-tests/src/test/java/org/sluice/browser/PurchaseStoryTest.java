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

/**
 * From a requirement to a listed product, each step done by its person on the screens, in a product and on a database
 * that nobody else uses. The rules find something at the supplier and at the product, both committees vote, and the
 * supplier's worker is killed in the middle of the match test.
 */
class PurchaseStoryTest {

    @RegisterExtension
    static final ProductInBrowser HOUSE = ProductInBrowser.ofItsOwn();

    private static final Set<String> READING_ENGLISH = Set.of("DATA_STEWARD", "DATA_TESTER", "ADMISSION_COMMITTEE");
    private static final String SUPPLIER = PurchaseOverApiTest.SUPPLIER;

    @Test
    void aWishBecomesAListedProductThoughAWorkerIsKilledInTheMatchTest(Browser browser, Product product) {
        var requester = Person.signsIn(browser, "business-requester", Language.ZH);
        IntakeSteps.send(requester, Pictures.FOLDER.resolve("purchase-similar-zh-1440.png"))
                .isInState("SUBMITTED");
        var caseId = browser.address().replaceAll(".*/", "");
        var lead = new CaseLead(product, caseId);
        var people = new ScreenLead(browser, lead.number(), PurchaseStoryTest::languageOf);

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
        assertThat(runs(lead.matchTest()))
                .as("one of them had to begin anew")
                .isGreaterThan(2);
        seesWhatCameOfIt(Person.signsIn(browser, "business-requester", Language.ZH), caseId);
        seesWhatCameOfIt(Person.signsIn(browser, "business-owner", Language.EN), caseId);
    }

    private static void work(TaskPage page, JsonNode task, CaseLead lead, Product product) {
        var key = task.get("key").asText();
        if (IntakeSteps.knows(key)) {
            IntakeSteps.fill(page, key).complete(key);
            return;
        }
        var person = page.person();
        var panel = new PanelForm(person, key, body(key, lead.example(task), person.language()));
        new PurchaseSteps(code -> nameOf(product, code, person.language())).fill(panel);
        Pictures.take(person.browser(), "purchase-" + key, person.language());
        if (key.equals("arrangeTest")) {
            completeAndLoseAWorker(page, lead, product);
        } else {
            page.complete(key);
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
                        .put("condition", "补交近12个月完税证明")
                        .put("dueOn", LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(20).toString());
            default -> example;
        };
    }

    private static void completeAndLoseAWorker(TaskPage page, CaseLead lead, Product product) {
        var killed = CompletableFuture.runAsync(() -> {
            Waiting.often(
                    "a match test under way", () -> PurchaseOverApiTest.isUnderWay(lead.matchTest(), "supplier"));
            product.killWorker(SUPPLIER.toLowerCase(Locale.ROOT));
        });
        page.complete("arrangeTest");
        killed.join();
        var tester = page.person();
        var test = tester.caseOf(lead.caseId()).matchTest().showsProgress();
        photograph(tester, "purchase-match-test-running");
        test.comesToAgree().tells("20,000", "50,000", "12,600");
        photograph(tester, "purchase-match-test");
    }

    private static void photograph(Person person, String name) {
        person.browser().lookAt(By.cssSelector("section.match-tests"));
        Pictures.take(person.browser(), Browser.DESKTOP, name, person.language());
    }

    private static void seesWhatCameOfIt(Person reader, String caseId) {
        var browser = reader.browser();
        var page = reader.caseOf(caseId).isInState("FULFILLED");
        assertThat(page.decisions()).hasSizeGreaterThan(8);
        Pictures.take(browser, "purchase-case", reader.language());

        var ofProduct = page.admissions().ofItsProduct();
        browser.reads(reader.text("state.LISTED"));
        assertThat(ofProduct.words()).contains("D-35", reader.text("FindingAnswer.ACCEPT"));
        isAdmitted(reader, ofProduct);
        browser.lookAt(By.cssSelector(".admissions"));
        Pictures.take(browser, "purchase-product", reader.language());

        var ofSupplier = reader.caseOf(caseId).admissions().ofItsSupplier();
        assertThat(ofSupplier.words())
                .contains("S-10", reader.text("FindingAnswer.ACCEPT_WITH_CONDITION"), "补交近12个月完税证明")
                .contains(reader.text("admission.conditionOpen"));
        isAdmitted(reader, ofSupplier);
        browser.lookAt(By.cssSelector(".admissions"));
        Pictures.take(browser, "purchase-supplier", reader.language());
    }

    private static void isAdmitted(Person reader, AdmissionsPart admission) {
        assertThat(admission.words())
                .contains(reader.text("admission.state.ADMITTED"), reader.text("admission.votes"))
                .containsSubsequence(reader.text("admission.inFavour"), reader.text("admission.inFavour"));
        assertThat(admission.fact("admission.validUntil")).containsPattern("20\\d\\d");
    }

    private static long runs(JsonNode test) {
        return test.at("/bank/figures/runs").asLong() + test.at("/supplier/figures/runs").asLong();
    }

    private static Language languageOf(String role) {
        return READING_ENGLISH.contains(role) ? Language.EN : Language.ZH;
    }

    private static String nameOf(Product product, String supplier, Language language) {
        return product.as("audit")
                .get("suppliers/" + supplier)
                .at("/supplier/name/" + language.name().toLowerCase(Locale.ROOT))
                .asText();
    }
}
