package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A match test whose supplier does not answer: it waits and says so, spends no retry on that, stands before the operator
 * once it has waited long enough, and comes to its result when the supplier is back and the operator has it tried again.
 */
class MatchTestTroubleTest {

    private static final String BANK = "bank";
    private static final String PARTY = PurchaseOverApiTest.SUPPLIER.toLowerCase(Locale.ROOT);
    private static final String OPERATOR = "platform-ops";
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Twice as long as it would take to spend all retries of a worker that is as restless as ours. */
    private static final Map<String, String> SHORT_PATIENCE = Map.of("SLUICE_PRIVACY_PATIENCE", "PT70S");

    @Test
    void aSupplierThatDoesNotAnswerIsWaitedForAndTheOperatorHasItTriedAgain() throws IOException {
        try (var product = Product.ready(SHORT_PATIENCE);
                var browser = new Browser(Chromium.ofThisMachine(), product.address())) {
            for (var party : List.of(BANK, PARTY)) {
                makeRestless(product, party);
            }
            var requirement = product.as("business-requester").sendExample("Operating status of firms", "HO");
            var caseId = requirement.get("caseId").asText();
            var lead = new CaseLead(product, caseId);
            var arrange = leadTo(lead, "arrangeTest");
            signal(product, "-STOP");

            lead.doAsExample(arrange);

            Waiting.until(
                    "a bank that waits and says so",
                    () -> bank(lead).at("/says/en").asText().contains("does not answer"));
            var deadline = Instant.parse(lead.matchTest().get("deadline").asText());
            assertThat(bank(lead).get("state").asText()).isEqualTo("WAITING");
            saysOnItsCase(browser, caseId, bank(lead), "waits");

            Waiting.until(
                    "a bank that has waited long enough",
                    () -> bank(lead).get("state").asText().equals("FAILED"));
            assertThat(Instant.now())
                    .as("it went back to the engine several times, and none of them cost a retry")
                    .isAfterOrEqualTo(deadline);
            assertThat(bank(lead).at("/says/en").asText()).contains("was not there until");
            saysOnItsCase(browser, caseId, bank(lead), "failed");

            operatorSees(browser, bank(lead));
            signal(product, "-CONT");
            operatorRetriesUntilDone(browser, lead);

            var test = lead.matchTest();
            assertThat(test.get("agree").asBoolean()).isTrue();
            assertThat(test.at("/bank/figures/matched").asLong()).isEqualTo(12_600);
            assertThat(test.at("/supplier/figures/matched").asLong()).isEqualTo(12_600);
            assertThat(lead.awaitTask().get("key").asText()).isNotEqualTo("arrangeTest");
            assertThat(browser.troubles()).isEmpty();
        }
    }

    /**
     * The same worker with shorter turns of waiting, as its operator may set them; it is started anew with them. A pause
     * of two seconds is up to six, since the client asks the engine for tasks now and then: a window must be longer than
     * that, else two parties can miss each other for ever.
     */
    private static void makeRestless(Product product, String party) throws IOException {
        var settings = product.workerFolder(party).resolve("worker.properties");
        Waiting.until("settings of " + party, () -> Files.exists(settings));
        Waiting.until("a worker of " + party, () -> product.runsWorker(party));
        var before = product.worker(party).pid();
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("peer\\.window=\\d+", "peer.window=9")
                        .replaceFirst("peer\\.pause=\\d+", "peer.pause=2")
                        .replaceFirst("line\\.connect=\\d+", "line.connect=2"));
        product.killWorker(party);
        Waiting.until("another worker of " + party, () -> product.runsAnotherWorker(party, before));
    }

    private static JsonNode leadTo(CaseLead lead, String key) {
        for (var task = lead.awaitTask(); !task.isMissingNode(); task = lead.awaitTask()) {
            var now = task.get("key").asText();
            if (now.equals(key)) {
                return task;
            }
            switch (now) {
                case "recordQuotations" ->
                    lead.doWith(
                            task,
                            PurchaseOverApiTest.withTheWorkersSupplier(
                                    lead.asReadBy("procurement", task).get("example")));
                case "chooseOffer" ->
                    lead.doWith(
                            task,
                            ((ObjectNode) lead.asReadBy("data-intake", task)
                                            .get("example")
                                            .deepCopy())
                                    .put("supplier", PurchaseOverApiTest.SUPPLIER));
                default -> lead.doAsExample(task);
            }
        }
        throw new AssertionError("The case ended before " + key);
    }

    /** Neither dead nor able to answer, as a machine that hangs; its connections stay open. */
    private static void signal(Product product, String which) {
        var pid = Long.toString(product.worker(PARTY).pid());
        assertThat(Command.run("kill", which, pid).succeeded()).isTrue();
    }

    private static JsonNode bank(CaseLead lead) {
        return lead.matchTest().get("bank");
    }

    /** In both languages, and in words that need no code of ours. */
    private static void saysOnItsCase(Browser browser, String caseId, JsonNode side, String picture) {
        for (var language : Language.values()) {
            var words =
                    side.at("/says/" + language.name().toLowerCase(Locale.ROOT)).asText();
            assertThat(words).isNotBlank().doesNotContain("[", "null");
            Person.signsIn(browser, "data-tester", language).caseOf(caseId).comesToSay(words);
            browser.lookAt(org.openqa.selenium.By.cssSelector(".match-tests"));
            browser.photograph(PICTURES.resolve("match-test-" + picture + "-" + language.name() + ".png"));
        }
    }

    private static void operatorSees(Browser browser, JsonNode side) {
        for (var language : Language.values()) {
            Person.signsIn(browser, OPERATOR, language);
            browser.open("incidents");
            browser.reads(
                    side.at("/says/" + language.name().toLowerCase(Locale.ROOT)).asText());
            browser.photograph(PICTURES.resolve("match-test-incident-" + language.name() + ".png"));
        }
    }

    /** The supplier's side may have given up as well by then, and is tried again like the bank's. */
    private static void operatorRetriesUntilDone(Browser browser, CaseLead lead) {
        var operator = Person.signsIn(browser, OPERATOR, Language.EN);
        browser.open("incidents");
        browser.press(operator.text("operations.retry"));
        browser.reads(operator.text("operations.retried"));
        Waiting.until("a match test that is done", () -> {
            browser.press(operator.text("operations.refresh"));
            if (browser.sees(Labels.button(operator.text("operations.retry")))) {
                browser.press(operator.text("operations.retry"));
            }
            return lead.matchTest().get("state").asText().equals("DONE");
        });
    }
}
