package org.sluice.demo.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to a supplier's list over the API, through the real worker of the bank to that of the supplier. */
@HouseTest
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenQueriesTest {

    private static final Path PROGRAM = Path.of("..", "privacy-workers", "worker", "target");
    private static final Path CREDENTIAL = Path.of("target", "query-credential");
    private static final String NOBODY = "http://127.0.0.1:1";
    private static final String SUPPLIER = "sup-00108";
    private static final String LIST = "enterprise-risk";
    private static final String REQUESTER = "business-requester";
    private static final int ROWS = 2_000;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    private final List<Process> running = new ArrayList<>();
    private WorkerProgram program;
    private WorkerFolder bank;
    private WorkerFolder supplier;
    private List<String> listed;

    @BeforeAll
    void work(@TempDir Path home, @Autowired WorkerRegistration registration) throws Exception {
        program = WorkerProgram.find(PROGRAM, home).orElseThrow().ofLists();
        bank = new WorkerFolder("bank", home.resolve("bank"));
        supplier = new WorkerFolder(SUPPLIER, home.resolve(SUPPLIER));
        for (var folder : List.of(bank, supplier)) {
            folder.create(program, NOBODY);
            registration.register(folder.party(), folder.address(), folder.tokenHash(new SecureRandom()));
        }
        bank.trust(program, supplier);
        supplier.trust(program, bank);
        supplier.list(program, LIST, ROWS);
        registration.registerDoor(bank.party(), bank.place("queries.door"));
        registration.registerList(SUPPLIER, LIST, supplier.place("queries.listen"));
        try (var lines = Files.lines(supplier.root().resolve("lists").resolve(LIST + ".csv"))) {
            listed = lines.skip(1).map(line -> line.split(",", 2)[0]).toList();
        }
        start(bank);
        start(supplier);
        var token = bank.root().resolve("query-credential");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(token));
        Files.copy(token, CREDENTIAL, StandardCopyOption.REPLACE_EXISTING);
        awaitReady();
    }

    @AfterAll
    void end() {
        running.forEach(Process::destroyForcibly);
        jdbc.sql("delete from sluice.hidden_query").update();
        jdbc.sql("delete from sluice.hidden_list").update();
        jdbc.sql("update sluice.worker_party set query_door = null").update();
    }

    private void start(WorkerFolder folder) throws IOException {
        running.add(program.start(List.of(
                "run",
                folder.root().toString(),
                "--engine",
                NOBODY,
                "--listen",
                folder.address(),
                "--end-with-stdin")));
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> list().get("state").asText().equals("READY"));
    }

    @Test
    void whatIsInTheListIsFoundAndNothingOfTheQuestionStays() {
        var answers =
                ask(form(listed.get(7), "91990000NOBODY0001", listed.get(1999))).ok();

        assertThat(texts(answers.get("answers"), "found")).containsExactly("true", "false", "true");
        assertThat(answers.at("/answers/0/value").asText()).isNotBlank();
        assertThat(answers.at("/answers/1/value").isNull()).isTrue();
        assertThat(answers.get("evaluations").asInt())
                .as("a batch of three is one of eight")
                .isEqualTo(8);
        assertThat(answers.get("retrievals").asInt()).isEqualTo(8);
        assertThat(answers.get("digest").asText())
                .isEqualTo(list().get("digest").asText());

        var asked = api.read("audit", "/hidden-queries").ok().at("/items/0");
        assertThat(asked.get("identifiers").asInt()).isEqualTo(3);
        assertThat(asked.get("evaluations").asInt()).isEqualTo(8);
        assertThat(asked.at("/unit/en").asText()).isEqualTo("Head office");
        var kept = jdbc.sql("select details::text from sluice.audit_event where action = 'hiddenQuery.asked'")
                .query(String.class)
                .list();
        assertThat(kept).isNotEmpty().noneMatch(text -> text.contains(listed.get(7)));
        assertThat(columns("hidden_query")).doesNotContain("identifier", "value", "answer");
    }

    @Test
    void aWholeBatchIsAskedAtOnceAndOneMoreIsNamed() {
        var many = IntStream.range(0, 64).mapToObj(listed::get).toArray(String[]::new);

        var answers = ask(form(many)).ok();
        assertThat(texts(answers.get("answers"), "found")).hasSize(64).containsOnly("true");
        assertThat(answers.get("evaluations").asInt()).isEqualTo(64);

        var tooMany = IntStream.range(0, 65).mapToObj(listed::get).toArray(String[]::new);
        assertThat(ask(form(tooMany)).refused(422).toString()).contains("identifiers", "64");
        assertThat(ask(form(" ")).refused(422).toString()).contains("identifiers[0]");
        assertThat(ask(form("9".repeat(65))).refused(422).toString()).contains("identifiers[0]", "64");
    }

    @Test
    void withoutAGrantARightOrAgainstARuleNobodyAsks() {
        var form = form(listed.get(0));
        form.put("purpose", "LEGAL_DUTY");
        assertThat(ask(form).refused(403).toString()).contains("grant");
        api.write("finance", "/hidden-queries", form(listed.get(0))).refused(403);
        api.read("finance", "/hidden-queries/choices").refused(403);
        api.read("supplier-contact", "/hidden-queries").refused(403);
        form = form(listed.get(0));
        form.put("list", "00000000-0000-0000-0000-000000000000");
        assertThat(ask(form).refused(422).toString()).contains("list");

        subjects("PERSON");
        try {
            assertThat(ask(form(listed.get(0))).refused(409).toString()).contains("J-10");
        } finally {
            subjects("ENTERPRISE");
        }
    }

    @Test
    void aSupplierThatIsAwayIsNamedAndTheQuestionIsOnRecord() throws Exception {
        running.get(1).destroyForcibly().waitFor();
        try {
            ask(form(listed.get(0))).refused(409);
            assertThat(api.read("audit", "/hidden-queries")
                            .ok()
                            .at("/items/0/refused/en")
                            .asText())
                    .isNotBlank();
            assertThat(list().get("state").asText()).isEqualTo("AWAY");
            assertThat(list().at("/says/zh").asText()).isNotBlank();
        } finally {
            running.remove(1);
            start(supplier);
            awaitReady();
        }
        ask(form(listed.get(0))).ok();
    }

    private Api.Answer ask(Map<String, Object> form) {
        return api.write(REQUESTER, "/hidden-queries", form);
    }

    private Map<String, Object> form(String... identifiers) {
        return new HashMap<>(Map.of(
                "unitCode",
                "HO",
                "purpose",
                "MARKETING",
                "list",
                list().get("id").asText(),
                "identifiers",
                List.of(identifiers)));
    }

    private JsonNode list() {
        return api.read(REQUESTER, "/hidden-queries/choices").ok().at("/lists/0");
    }

    private void subjects(String type) {
        jdbc.sql("update sluice.data_product set subject_type = ? where id in (select product from sluice.hidden_list)")
                .param(type)
                .update();
    }

    private List<String> columns(String table) {
        return jdbc.sql(
                        "select column_name from information_schema.columns where table_schema = 'sluice' and table_name = ?")
                .param(table)
                .query(String.class)
                .list();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(each -> each.get(field).asText())
                .toList();
    }
}
