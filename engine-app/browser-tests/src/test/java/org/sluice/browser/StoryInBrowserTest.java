package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The guided story as a visitor follows it: from the sign-in page, and from turn to turn in the place of the person whose
 * turn it is, each in that person's language; in a product and on a database that nobody else uses.
 */
class StoryInBrowserTest {

    @RegisterExtension
    static final ProductInBrowser HOUSE = ProductInBrowser.ofItsOwn();

    /** People of these chapters read Chinese, those of the others English. */
    private static final Set<String> IN_CHINESE =
            Set.of("WISH", "INTAKE", "OFFERS", "REFUSAL", "GRADE", "RECTIFICATION");

    private static final Set<String> LOOKED_AT = Set.of("WISH", "REFUSAL", "TEST", "GRADE", "EXIT", "BLACKLIST");

    @Test
    void aVisitorFollowsItToItsEnd(Browser browser, Product product) {
        var story = StoryPage.visits(browser, Language.ZH);
        assertThat(story.marked("Pace.AHEAD")).isEqualTo(12);
        story.begins();
        var chapters = new ArrayList<String>();
        for (var turn = turn(product); !turn.isMissingNode(); turn = turn(product)) {
            var chapter = turn.get("chapter").asText();
            var account = turn.get("account").asText();
            story.comesTo(account);
            if (LOOKED_AT.contains(chapter) && !chapters.contains(chapter)) {
                story.photograph("story-page-" + chapter.toLowerCase(java.util.Locale.ROOT));
            }
            chapters.add(chapter);
            var person = story.takesPlace(
                    account, turn.get("place").asText(), IN_CHINESE.contains(chapter) ? Language.ZH : Language.EN);
            new StorySteps(person, turn, () -> choices(product, account)).take(number(product, chapter));
            story = StoryPage.comesBack(person);
        }
        story.reads("story.state.TOLD").photograph("story-page-told");
        assertThat(story.marked("Pace.DONE")).isEqualTo(12);
        StoryOverApiTest.assertTold(product, chapters);
    }

    /** Whose turn it is; nobody's, once the story is told. */
    static JsonNode turn(Product product) {
        var seen = new AtomicReference<JsonNode>();
        Waiting.until("the story's next turn", () -> {
            var story = product.as("audit").get("story");
            assertThat(story.get("state").asText()).isIn("UNDER_WAY", "WAITING", "TOLD");
            seen.set(story.get("turn").isNull() ? MissingNode.getInstance() : story.get("turn"));
            return !story.get("state").asText().equals("WAITING");
        });
        return seen.get();
    }

    /** The number of the case that a chapter happens in. */
    private static String number(Product product, String chapter) {
        return chapters(product).stream()
                .filter(part -> part.get("chapter").asText().equals(chapter))
                .map(part -> part.get("caseNumber").asText())
                .findFirst()
                .orElseThrow();
    }

    static List<JsonNode> chapters(Product product) {
        return StreamSupport.stream(
                        product.as("audit").get("story").get("chapters").spliterator(), false)
                .toList();
    }

    private static JsonNode choices(Product product, String account) {
        var turn = product.as("audit").get("story").get("turn");
        var id = turn.at("/request/path").asText().replaceAll("^/api/v1/tasks/|/complete$", "");
        return CaseLead.items(
                        product.as(account).get("tasks?key=" + turn.get("task").asText()))
                .stream()
                .filter(task -> task.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .get("choices");
    }
}
