package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From a requirement to a listed product over the API, with both workers as processes of their own, in a product and on
 * a database that nobody else uses. In the middle of the match test the worker of either side is killed.
 */
class PurchaseOverApiTest {

    static final String SUPPLIER = "SUP-00045";

    @ParameterizedTest
    @ValueSource(strings = {"supplier", "bank"})
    void aWishBecomesAListedProductThoughAWorkerIsKilledInTheMatchTest(String side) {
        try (var product = Product.ready()) {
            product.awaitData(SUPPLIER.toLowerCase(Locale.ROOT));
            var requirement = product.as("business-requester").sendExample("Operating status of firms", "HO");
            var caseId = requirement.get("caseId").asText();
            var lead = new CaseLead(product, caseId);
            var done = new ArrayList<String>();
            for (var task = lead.awaitTask(); !task.isMissingNode(); task = lead.awaitTask()) {
                var key = task.get("key").asText();
                done.add(key);
                switch (key) {
                    case "recordQuotations" ->
                        lead.doWith(
                                task,
                                withTheWorkersSupplier(
                                        lead.asReadBy("procurement", task).get("example")));
                    case "chooseOffer" ->
                        lead.doWith(
                                task,
                                ((ObjectNode) lead.asReadBy("data-intake", task)
                                                .get("example")
                                                .deepCopy())
                                        .put("supplier", SUPPLIER));
                    case "arrangeTest" -> {
                        lead.doAsExample(task);
                        Waiting.often("a match test under way", () -> isUnderWay(lead.matchTest(), side));
                        product.killWorker(side.equals("bank") ? "bank" : SUPPLIER.toLowerCase(Locale.ROOT));
                    }
                    default -> lead.doAsExample(task);
                }
            }

            assertThat(done)
                    .contains("fileSupplierDossier", "fileProductDossier", "fileTestPapers", "arrangeTest")
                    .contains("voteOnProduct", "approveContract", "registerContract");
            assertThat(done.stream().filter("arrangeTest"::equals)).hasSize(1);
            assertThat(lead.state()).isEqualTo("FULFILLED");
            var test = lead.matchTest();
            assertThat(test.get("state").asText()).isEqualTo("DONE");
            assertThat(test.get("agree").asBoolean()).isTrue();
            var figures = test.at("/bank/figures");
            assertThat(figures.get("ownSize").asLong()).isEqualTo(20_000);
            assertThat(figures.get("peerSize").asLong()).isEqualTo(50_000);
            assertThat(figures.get("matched").asLong()).isEqualTo(12_600);
            assertThat(test.at("/supplier/figures/matched").asLong()).isEqualTo(12_600);
            assertThat(figures.get("runs").asLong()
                            + test.at("/supplier/figures/runs").asLong())
                    .as("one of them had to begin anew")
                    .isGreaterThan(2);
            var listed =
                    product.as("audit").get("cases/" + caseId + "/purchase").at("/grants/0/productCode");
            assertThat(product.as("audit")
                            .get("products/" + listed.asText())
                            .at("/product/state")
                            .asText())
                    .isEqualTo("LISTED");
        }
    }

    static boolean isUnderWay(JsonNode test, String side) {
        return test.at("/" + side + "/state").asText().equals("RUNNING")
                && test.at("/" + side + "/progress/done").asLong() > 0;
    }

    /** The example's offers, the first of them made by the supplier that has a worker. */
    static JsonNode withTheWorkersSupplier(JsonNode example) {
        ObjectNode body = example.deepCopy();
        var seen = new HashSet<String>();
        ((ObjectNode) body.at("/quotations/0")).put("supplier", SUPPLIER);
        for (Iterator<JsonNode> each = ((ArrayNode) body.get("quotations")).elements(); each.hasNext(); ) {
            if (!seen.add(each.next().get("supplier").asText())) {
                each.remove();
            }
        }
        return body;
    }
}
