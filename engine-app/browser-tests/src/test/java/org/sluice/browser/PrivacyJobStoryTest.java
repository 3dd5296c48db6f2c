package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * A privacy job between the bank's worker and a supplier's, both real: asked for and watched in the browser, its worker
 * killed while it computes, held, released by another person, and purged when it is stopped.
 */
@ExtendWith(ProductInBrowser.class)
class PrivacyJobStoryTest {

    private static final String BANK = "bank";
    private static final String PARTNER = "Beitang Yunrong Enterprise Credit Co., Ltd. (sample)";
    private static final long OVERLAP = 12_600;
    private static final By PANEL = By.cssSelector(".privacy-job");
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Test
    void aResultIsComputedThoughAWorkerIsKilledAndReleasedByAnotherPersonAndPurged(Browser browser, Product product)
            throws IOException, GeneralSecurityException {
        product.awaitData("sup-00108");
        var requester = Person.signsIn(browser, "business-requester", Language.EN);
        var caseId = request(requester);
        var lead = new CaseLead(product, caseId);
        approve(lead, "PRIVACY_ENGINEER");
        approve(lead, "COMPLIANCE");

        Waiting.often("a worker that is in the midst of it", () -> isMasking(product, caseId));
        var before = product.worker(BANK).pid();
        product.killWorker(BANK);
        Waiting.until("another worker of the bank", () -> product.runsAnotherWorker(BANK, before));
        Waiting.until("a run that has begun again", () -> isMasking(product, caseId) || isHeld(product, caseId));
        Waiting.until("a held result", () -> isHeld(product, caseId));
        browser.until(
                "a held result on the page that stays open",
                () -> browser.see(PANEL).getText().contains(requester.text("PrivacyJobState.HELD")));
        browser.lookAt(PANEL);
        browser.photograph(PICTURES.resolve("privacy-job-held-EN.png"));
        assertThat(browser.see(PANEL).getText()).doesNotContain("12,600");

        var held = product.as("privacy-engineer").get("privacy-jobs/" + caseId);
        assertThat(held.get("receiptsAgree").asBoolean()).isTrue();
        var run = step(held, "RUN");
        assertThat(run.at("/bank/report/matched").asLong()).isEqualTo(OVERLAP);
        assertThat(run.at("/bank/report/runs").asLong())
                .as("the one that broke off counts")
                .isGreaterThan(1);
        assertThat(run.at("/partner/report/matched").isNull()).isTrue();
        assertThat(run.at("/bank/receipt").asText()).contains("signature");

        lead.doAsExample(lead.awaitTask());
        Waiting.until("a released result", () -> state(product, caseId).equals("RELEASED"));
        var file = released(product, run.at("/bank/receipt").asText());
        assertThat(Files.readAllLines(file)).hasSize((int) OVERLAP + 1);
        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        var release = step(product.as("business-requester").get("privacy-jobs/" + caseId), "RELEASE");
        assertThat(release.at("/bank/report/resultDigest").asText()).isEqualTo(digest);
        assertThat(release.at("/bank/report/resultRows").asLong()).isEqualTo(OVERLAP);

        stop(requester, caseId);
        Waiting.until("a stopped job", () -> state(product, caseId).equals("STOPPED"));
        assertThat(file).doesNotExist();
        assertThat(step(job(product, caseId), "PURGE").at("/bank/state").asText())
                .isEqualTo("DONE");
        isInTheQueue(browser);
    }

    /** Over real files of both workers: the sum is the one that whoever had both could add up. */
    @Test
    void aSumOfTheBanksOwnValuesIsToldAtItsRelease(Product product) throws IOException {
        product.awaitData("sup-00108");
        var requester = product.as("business-requester");
        var caseId = requester
                .post("privacy-jobs", sum(requester.get("privacy-jobs/choices")))
                .get("caseId")
                .asText();
        var lead = new CaseLead(product, caseId);
        approve(lead, "PRIVACY_ENGINEER");
        Waiting.until("a held sum", () -> isHeld(product, caseId));
        assertThat(step(requester.get("privacy-jobs/" + caseId), "RUN")
                        .at("/bank/report/matched")
                        .isNull())
                .isTrue();

        lead.doAsExample(lead.awaitTask());
        Waiting.until("a released sum", () -> state(product, caseId).equals("RELEASED"));

        var partners = firms(product, "sup-00108", "companies").keySet();
        var common = new HashMap<>(firms(product, BANK, "exposures"));
        common.keySet().retainAll(partners);
        var job = requester.get("privacy-jobs/" + caseId);
        var run = step(job, "RUN");
        assertThat(run.at("/bank/report/matched").asLong()).isEqualTo(common.size());
        assertThat(released(product, run.at("/bank/receipt").asText())).exists();
        assertThat(step(job, "RELEASE").at("/bank/report/resultSum").asLong())
                .isPositive()
                .isEqualTo(common.values().stream().mapToLong(Long::longValue).sum());
        assertThat(step(job, "RELEASE").at("/partner/report/resultSum").isNull())
                .isTrue();
    }

    private static ObjectNode sum(JsonNode choices) {
        var form = JsonNodeFactory.instance
                .objectNode()
                .put("unitCode", choices.at("/units/0/code").asText())
                .put("purpose", "MARKETING")
                .put("partner", "sup-00108")
                .put("output", "SUM")
                .put("keepDays", 30)
                .put("reason", "What do firms owe us that the agency knows?");
        for (var set : choices.get("bankDataSets")) {
            if (set.get("valued").asBoolean()) {
                form.put("bankDataSet", set.get("handle").asText());
            }
        }
        for (var partner : choices.get("partners")) {
            if (partner.get("code").asText().equals("sup-00108")) {
                form.put("partnerDataSet", partner.at("/dataSets/0/handle").asText());
            }
        }
        return form;
    }

    /** By identifier, with its value where one stands beside it; spelled as everybody agrees to spell it. */
    private static Map<String, Long> firms(Product product, String party, String name) throws IOException {
        var file = product.workerFolder(party).resolve("data").resolve(name + ".csv");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Normalizer.normalize(line, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .split(","))
                .collect(Collectors.toMap(
                        cells -> cells[0].strip(),
                        cells -> cells.length > 1 ? Long.parseLong(cells[1].strip()) : 0L,
                        Long::sum));
    }

    /** By the slowest method and suite, so that there is time to kill somebody. */
    private static String request(Person requester) {
        var browser = requester.browser();
        browser.open("privacy/request");
        var form = new Form(browser);
        form.select(requester.text("privacy.form.purpose"), requester.text("Purpose.MARKETING"));
        form.pick(requester.text("privacy.form.partner"), PARTNER);
        form.pick(requester.text("privacy.form.bankDataSet"), "companies");
        form.answerWhatSays(requester.text("privacy.form.output"), requester.text("PrivacyOutput.BANK_LEARNS"));
        form.type(requester.text("privacy.form.reason"), "Which of our firms does the agency know?");
        browser.click(By.cssSelector("summary, vaadin-details-summary"));
        form.select(requester.text("privacy.form.method"), requester.text("PrivacyMethod.ECDH"));
        form.select(requester.text("privacy.form.suite"), requester.text("CryptoSuite.P256_SHA256"));
        browser.photograph(PICTURES.resolve("privacy-job-request-EN.png"));
        browser.press(requester.text("privacy.form.send"));
        browser.until("the case's page", () -> browser.address().contains("/cases/"));
        browser.settle();
        return browser.address().replaceFirst(".*/cases/", "").replaceFirst("[?#].*", "");
    }

    private static void approve(CaseLead lead, String role) {
        Waiting.until(
                "a question to " + role,
                () -> lead.awaitTask().get("candidateGroup").asText().equals(role));
        lead.doAsExample(lead.awaitTask());
    }

    private static JsonNode job(Product product, String caseId) {
        return product.as("audit").get("privacy-jobs/" + caseId);
    }

    /** Not a moment earlier: then nothing would be lost that must be done again. */
    private static boolean isMasking(Product product, String caseId) {
        var job = job(product, caseId);
        return job.at("/row/state").asText().equals("RUNNING")
                && step(job, "RUN").at("/bank/progress/step").asText().equals("HASHING");
    }

    private static boolean isHeld(Product product, String caseId) {
        return state(product, caseId).equals("HELD");
    }

    private static String state(Product product, String caseId) {
        return job(product, caseId).at("/row/state").asText();
    }

    private static JsonNode step(JsonNode job, String what) {
        for (var step : job.get("steps")) {
            if (step.get("what").asText().equals(what)) {
                return step;
            }
        }
        throw new AssertionError("No step " + what + " in " + job);
    }

    /** Where the bank's worker puts what it releases of the job that the receipt is of. */
    private static Path released(Product product, String receipt) throws IOException {
        var job = new ObjectMapper().readTree(receipt).at("/receipt/job").asText();
        return product.workerFolder(BANK).resolve("released").resolve(job + ".csv");
    }

    private static void stop(Person requester, String caseId) {
        var browser = requester.browser();
        requester.caseOf(caseId);
        browser.press(requester.text("privacy.stop"));
        new Form(browser).type(requester.text("privacy.stop.reason"), "The campaign is called off.");
        browser.click(Labels.buttonOfDialog(requester.text("privacy.stop")));
    }

    private static void isInTheQueue(Browser browser) {
        for (var language : List.of(Language.ZH, Language.EN)) {
            var reader = Person.signsIn(browser, "privacy-engineer", language);
            browser.open("privacy");
            browser.reads(reader.text("PrivacyJobState.STOPPED"));
            browser.photograph(PICTURES.resolve("privacy-jobs-" + language.name() + ".png"));
        }
    }
}
