package org.sluice.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.NotFound;
import org.sluice.security.DemoSeats;
import org.sluice.shared.Actors;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Jobs;
import org.sluice.support.Purchases;
import org.sluice.tasks.TaskBoard;
import org.sluice.ui.shell.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** How the story begins, is led, and is lost; that it comes to its end is seen in the packed product. */
@HouseTest
@RecordApplicationEvents
class StoryTest {

    private static final String WITH_WORKER = """
            update sluice.supplier set state = ?
             where id = (select supplier from sluice.party where demo and kind = 'SUPPLIER' order by code limit 1)
            """;

    private static final Messages MESSAGES = new Messages();

    @Autowired
    private Story story;

    @Autowired
    private DemoSeats seats;

    @Autowired
    private Actors actors;

    @Autowired
    private TaskBoard board;

    @Autowired
    private Api api;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Purchases purchases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private String before = "";

    @BeforeEach
    void setTheStage() {
        jdbc.sql("delete from sluice.story").update();
        before = jdbc.sql(
                        "select state from sluice.supplier where id = (select supplier from sluice.party where demo and kind = 'SUPPLIER' order by code limit 1)")
                .query(String.class)
                .single();
        jdbc.sql(WITH_WORKER).param("POTENTIAL").update();
    }

    @AfterEach
    void clearTheStage() {
        jdbc.sql(WITH_WORKER).param(before).update();
        jdbc.sql("delete from sluice.story").update();
    }

    @Test
    void isBegunOnceAndLedByThePersonWhoseTurnItIs() {
        assertThat(sheet().get("state").asText()).isEqualTo("UNTOLD");
        begin();
        begin();
        assertThat(jdbc.sql("select count(*) from sluice.story")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        var first = sheet().get("turn");
        assertThat(first.get("account").asText()).isEqualTo(Script.REQUESTER);
        assertThat(first.at("/request/path").asText()).isEqualTo("/api/v1/requirements");

        var sent = first();
        story.play(sent, Locale.ENGLISH);
        story.play(sent, Locale.ENGLISH);
        jobs.run();

        var second = sheet().get("turn");
        assertThat(second.get("task").asText()).isEqualTo("confirmNeed");
        assertThat(second.get("account").asText()).isEqualTo("br01-business-owner");
        assertThat(requirements()).as("an old turn is not played again").isEqualTo(1);
        story.play(id(second), Locale.ENGLISH);
        assertThat(jdbc.sql("""
                                select a.username from sluice.task t join sluice.account a on a.person = t.completed_by
                                 where t.id = ?
                                """).param(id(second)).query(String.class).single()).isEqualTo("br01-business-owner");
    }

    @Test
    void whoHasDoneAStepIsNotAskedForTheNextThatNeedsOtherEyes() {
        begin();
        story.play(first(), Locale.ENGLISH);
        jobs.run();
        // the deputy confirms; whoever is asked next is somebody else
        var task = id(sheet().get("turn"));
        api.write("br01-business-owner-2", "/tasks/" + task + "/claim", Map.of())
                .ok();
        assertThat(sheet().at("/turn/account").asText())
                .as("whoever holds it has the turn")
                .isEqualTo("br01-business-owner-2");
    }

    @Test
    void aCaseThatGoesAnotherWayIsLostAndTheStoryCanBeginAnew() {
        begin();
        story.play(first(), Locale.ENGLISH);
        jobs.run();
        var requirement = sheet().at("/chapters/0/caseId").asText();
        purchases.withdraw(Script.REQUESTER, requirement).ok();

        var lost = sheet();
        assertThat(lost.get("state").asText()).isEqualTo("LOST");
        assertThat(lost.get("caseId").asText()).isEqualTo(requirement);
        assertThat(lost.get("mayBegin").asBoolean()).isTrue();
        begin();
        assertThat(sheet().at("/turn/move").asText()).isEqualTo("SEND_REQUIREMENT");
    }

    @Test
    void cannotBeginWhereItsSuppliersAreNotAsItNeedsThem() {
        jdbc.sql(WITH_WORKER).param("BLACKLISTED").update();
        assertThat(sheet().get("mayBegin").asBoolean()).isFalse();
        var problem = api.write("data-steward", "/story", Map.of()).refused(409);
        assertThat(problem.get("detail").asText()).contains(".sluice");
    }

    @Test
    void onlySeatsOfTheDemosPeopleCanBeTaken() {
        assertThat(seats.as("legal", () -> actors.current().username())).isEqualTo("legal");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> seats.as("nobody", () -> "in vain"));
        jdbc.sql("update sluice.account set demo = false where username = 'legal-2'")
                .update();
        try {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> seats.as("legal-2", () -> "in vain"));
        } finally {
            jdbc.sql("update sluice.account set demo = true where username = 'legal-2'")
                    .update();
        }
    }

    @Test
    void theClockGoesToAMomentAndNeverBack() {
        var now = api.read("data-steward", "/demo-clock").ok().get("now").asText();
        var past = api.write("data-steward", "/demo-clock", Map.of("until", "2020-01-01T00:00:00Z"))
                .ok();
        assertThat(past.get("now").asText()).isGreaterThanOrEqualTo(now);
        assertThat(past.get("now").asText()).startsWith(now.substring(0, 10));
        api.write("data-steward", "/demo-clock", Map.of()).refused(422);
        api.write("data-steward", "/demo-clock", Map.of("until", "2099-01-01T00:00:00Z"))
                .refused(422);
    }

    /** Each answer that a reader is shown has its field in the task's body, and its words in both languages. */
    @Test
    void whatItShowsHasItsWords() {
        Script.allShown().forEach((task, fields) -> {
            var body = board.bodies().get(task);
            assertThat(body).as(task).isNotNull();
            for (var field : fields) {
                var part = Stream.of(body.getRecordComponents())
                        .filter(each -> each.getName().equals(field))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(task + " has no " + field));
                var label = "panel." + task + "." + field;
                assertSaid(label);
                if (part.getType() == Boolean.class) {
                    assertSaid(label + ".yes");
                    assertSaid(label + ".no");
                }
                if (part.getType().isEnum()) {
                    Stream.of(part.getType().getEnumConstants())
                            .forEach(each -> assertSaid(part.getType().getSimpleName() + "." + each));
                }
            }
        });
        Stream.of(
                        "requirement.title",
                        "requirement.expectedBenefit",
                        "panel.recordQuotations.quotations.supplier",
                        "evaluation.month",
                        "evaluation.hitRate",
                        "blacklist.reason",
                        "blacklist.evidence")
                .forEach(StoryTest::assertSaid);
    }

    private static void assertSaid(String key) {
        for (var locale : MESSAGES.getProvidedLocales()) {
            assertThat(MESSAGES.getTranslation(key, locale)).isNotEqualTo(key);
        }
    }

    private JsonNode sheet() {
        return api.read("audit", "/story").ok();
    }

    private String first() {
        return Objects.requireNonNull(story.telling(Locale.ENGLISH).turn()).id();
    }

    private void begin() {
        api.write("data-steward", "/story", Map.of()).ok();
    }

    private static String id(JsonNode turn) {
        return turn.at("/request/path").asText().replaceAll("^/api/v1/tasks/|/complete$", "");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private long requirements() {
        return jdbc.sql("""
                        select count(*) from sluice.case_file c join sluice.account a on a.person = c.initiator
                         where a.username = ? and c.opened_at >= (select max(begun_at) from sluice.story)
                        """).param(Script.REQUESTER).query(Long.class).single();
    }
}
