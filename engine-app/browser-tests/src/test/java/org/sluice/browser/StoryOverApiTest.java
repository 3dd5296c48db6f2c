package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The guided story over the API: the account that the story names sends the request that it shows, and nothing else is
 * known here. In a product and on a database that nobody else uses, with both workers as processes of their own.
 */
class StoryOverApiTest {

    @Test
    void itsOwnRequestsLeadToItsEnd() {
        try (var product = Product.ready()) {
            product.awaitData(PurchaseOverApiTest.SUPPLIER.toLowerCase(Locale.ROOT));
            assertThat(product.as("audit").get("story").get("state").asText()).isEqualTo("UNTOLD");
            product.as("data-steward").post("story", JsonNodeFactory.instance.objectNode());
            var chapters = new ArrayList<String>();
            for (var turn = StoryInBrowserTest.turn(product);
                    !turn.isMissingNode();
                    turn = StoryInBrowserTest.turn(product)) {
                chapters.add(turn.get("chapter").asText());
                var request = turn.get("request");
                product.as(turn.get("account").asText())
                        .post(request.get("path").asText().replaceFirst("^/api/v1/", ""), request.get("body"));
            }
            assertTold(product, chapters);
            assertThat(product.as("audit").posts("story", JsonNodeFactory.instance.objectNode()))
                    .as("its supplier is blacklisted: it is told once")
                    .isFalse();
        }
    }

    /** What the story is about has really happened, as the features tell it themselves. */
    static void assertTold(Product product, List<String> chapters) {
        assertThat(new LinkedHashSet<>(chapters))
                .containsExactly(
                        "WISH",
                        "INTAKE",
                        "OFFERS",
                        "REFUSAL",
                        "ADMISSION",
                        "TEST",
                        "CONTRACT",
                        "QUARTER",
                        "GRADE",
                        "RECTIFICATION",
                        "EXIT",
                        "BLACKLIST");
        var audit = product.as("audit");
        var requirement = "cases/" + caseOf(product, "CONTRACT");
        assertThat(audit.get(requirement).get("state").asText()).isEqualTo("FULFILLED");
        var admissions = all(audit.get(requirement + "/admissions"));
        assertThat(admissions)
                .extracting(each -> each.get("state").asText())
                .as("the first supplier, the second, the product")
                .containsExactlyInAnyOrder("REFUSED", "ADMITTED", "ADMITTED");
        assertThat(admissions.toString()).contains("S-04", "S-10", "ACCEPT_WITH_CONDITION");
        assertThat(audit.get(requirement + "/match-tests").at("/0/state").asText())
                .isEqualTo("DONE");
        var evaluation = audit.get("cases/" + caseOf(product, "GRADE") + "/evaluation");
        assertThat(evaluation.at("/evaluation/grade").asText()).isEqualTo("C");
        assertThat(evaluation.at("/rectification/state").asText()).isEqualTo("FAILED");
        var exit = audit.get("cases/" + caseOf(product, "EXIT"));
        assertThat(exit.get("state").asText()).isEqualTo("ARCHIVED");
        var entry = audit.get("cases/" + caseOf(product, "BLACKLIST") + "/blacklist");
        assertThat(entry.get("state").asText()).isEqualTo("EFFECTIVE");
        assertThat(entry.get("endsOn").asText()).startsWith("20");
    }

    private static String caseOf(Product product, String chapter) {
        return StoryInBrowserTest.chapters(product).stream()
                .filter(part -> part.get("chapter").asText().equals(chapter))
                .map(part -> part.get("caseId").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
