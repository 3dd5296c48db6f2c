package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.sluice.privacy.MatchTests;
import org.sluice.privacy.WorkerParties;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.admission.FileProductDossier;
import org.sluice.process.admission.FileSupplierDossier;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.support.HouseTest;
import org.sluice.support.People;
import org.sluice.ui.admission.AdmissionDesk;
import org.sluice.ui.admission.AdmissionDesk.Fact;
import org.sluice.ui.admission.AdmissionDesk.FactKind;
import org.sluice.ui.tasks.TaskDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What the screens show of admissions, and what they ask for. */
@HouseTest
class AdmissionBoardTest extends SupplierStage {

    @Autowired
    private AdmissionDesk desk;

    @Autowired
    private TaskDesk tasks;

    @Autowired
    private People people;

    @Autowired
    private MatchTests tests;

    @Autowired
    private WorkerParties parties;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ExternalTaskService externalTasks;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void asksOnlyForWhatTheHouseDoesNotKnowOfASupplier() {
        var supplier = supplier();
        var caseId = begun(supplier);
        var facts = byName(dossier("procurement", caseId, "fileSupplierDossier").facts());

        assertThat(fact(facts, "supplierType").known()).isInstanceOf(String.class);
        assertThat(fact(facts, "uscc").known())
                .isEqualTo(jdbc.sql("select uscc from sluice.supplier where id = ?")
                        .param(supplier)
                        .query(String.class)
                        .single());
        assertThat(fact(facts, "registrationStatus").known()).isNull();
        assertThat(fact(facts, "registrationStatus").kind()).isEqualTo(FactKind.CHOICE);
        assertThat(fact(facts, "registrationStatus").codes()).contains("EXISTING", "REVOKED");
        assertThat(facts).as("a lot is another matter, people's data nobody's").doesNotContainKeys("bidders", "lotNo");
    }

    /** As the panel sends it: the values that are asked for, in plain form. */
    @Test
    void leadsFromTheFactsOnTheScreenToAFinding() {
        var caseId = begun(supplier());
        var task = taskId("procurement", caseId, "fileSupplierDossier");
        var asked = byName(dossier("procurement", caseId, "fileSupplierDossier").facts());
        var example = task("procurement", caseId, "fileSupplierDossier")
                .get("example")
                .get("facts");
        var said = new LinkedHashMap<String, Object>();
        asked.forEach((name, fact) -> {
            if (fact.known() == null && example.has(name)) {
                said.put(name, plain(fact, example.get(name)));
            }
        });
        said.put("abnormalOperation", true);
        people.does("procurement", () -> tasks.complete(task, new FileSupplierDossier(said, "As seen.")));
        jobs.run();

        var review = taskId("procurement-head", caseId, "settleSupplierFinding");
        var finding = people.as("procurement-head", () -> desk.finding(review));
        assertThat(finding.text().en()).isNotBlank();
        assertThat(finding.remedy().zh()).isNotBlank();
        assertThat(finding.evidence()).anySatisfy(evidence -> {
            assertThat(evidence.label().en()).isEqualTo("In the abnormal-operation list");
            assertThat(evidence.kind()).isEqualTo(FactKind.BOOLEAN);
            assertThat(evidence.value()).isEqualTo("true");
        });
        assertThat(finding.reviews()).singleElement().satisfies(asking -> {
            assertThat(asking.group()).isEqualTo(Role.PROCUREMENT_HEAD);
            assertThat(asking.answer()).isNull();
        });
        assertThatThrownBy(() -> people.as("finance", () -> desk.finding(review)))
                .isInstanceOf(NotPermitted.class);

        complete(
                        "procurement-head",
                        caseId,
                        "settleSupplierFinding",
                        Map.of("answer", "SUPPLEMENT", "comment", "Show the removal from the list."))
                .ok();
        assertThatThrownBy(() -> people.as("procurement-head", () -> desk.finding(review)))
                .isInstanceOf(NotFound.class);
        var turn = of("audit", () -> desk.ofCase(CaseId.of(caseId)));
        assertThat(turn.round()).isEqualTo(1);
        assertThat(turn.findings())
                .as("while the dossier is supplemented, what it lacked still stands")
                .singleElement()
                .satisfies(each -> assertThat(each.reviews()).singleElement().satisfies(answered -> {
                    assertThat(answered.answer()).isEqualTo(FindingAnswer.SUPPLEMENT);
                    assertThat(answered.comment()).isEqualTo("Show the removal from the list.");
                }));
        var again = dossier("procurement", caseId, "fileSupplierDossier");
        assertThat(again.note()).isEqualTo("As seen.");
        assertThat(fact(byName(again.facts()), "abnormalOperation").filed()).isEqualTo(true);
    }

    @Test
    void tellsOfASupplierUntilWhenItsAdmissionHolds() {
        var supplier = supplier();
        var caseId = begun(supplier);
        file(caseId, "importantOutsourcing", true);
        complete("admission-committee", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .ok();
        complete("admission-committee-2", caseId, "voteOnSupplier", Map.of("inFavour", true))
                .ok();
        var code = jdbc.sql("select code from sluice.supplier where id = ?")
                .param(supplier)
                .query(String.class)
                .single();

        var turn = of("audit", () -> desk.ofSupplier(code));
        assertThat(turn.state()).isEqualTo("ADMITTED");
        assertThat(turn.outcome()).isEqualTo("QUALIFIED");
        assertThat(turn.validUntil()).isEqualTo(today().plusMonths(12));
        assertThat(turn.screenedAt()).isNotNull();
        assertThat(turn.votes()).hasSize(2).allMatch(AdmissionDesk.Vote::inFavour);
        assertThatThrownBy(() -> people.as("supplier-contact", () -> desk.ofSupplier(code)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void beginsAProductsDossierWithTheFieldsOfTheRegister() {
        var products = new ProductAdmissions(
                jdbc,
                admissions,
                tests,
                parties,
                flow,
                api,
                intakes,
                jobs,
                engine,
                history,
                externalTasks,
                transactions);
        var story = products.withoutWorker();
        var caseId = story.caseId.toString();
        var dossier = dossier("data-steward", caseId, ProductAdmissions.DOSSIER);

        assertThat(dossier.fields()).hasSize(2).allSatisfy(field -> assertThat(field.tag())
                .isNotNull());
        assertThat(dossier.need()).isNull();
        var facts = byName(dossier.facts());
        assertThat(fact(facts, "dataClass").known())
                .as("nobody reads a code")
                .isInstanceOfSatisfying(
                        LocalText.class, name -> assertThat(name.en()).startsWith("Tax"));
        assertThat(fact(facts, "interfaceForm").known()).isEqualTo("BATCH_FILE");
        assertThat(facts).as("what a test measures is the tester's to report").doesNotContainKeys("testState", "ks");
        assertThat(facts).as("the table of fields says it").doesNotContainKey("fields");
        assertThat(fact(facts, "hops").elements())
                .extracting(Fact::name)
                .containsExactly("hopPosition", "hopDocumented");

        var example = story.example("data-steward", ProductAdmissions.DOSSIER).get("facts");
        var said = new LinkedHashMap<String, Object>();
        facts.forEach((name, fact) -> {
            if (fact.known() == null && example.has(name)) {
                said.put(name, plain(fact, example.get(name)));
            }
        });
        var task = new TaskId(story.task(ProductAdmissions.DOSSIER).get("id").asText());
        people.does(
                "data-steward",
                () -> tasks.complete(
                        task, new FileProductDossier(said, dossier.fields(), PrivacyNeed.OVERLAP, false, null)));
        jobs.run();
        var code = (String) Objects.requireNonNull(story.row().get("code"));
        assertThat(of("audit", () -> desk.ofProduct(code)))
                .isEqualTo(of("audit", () -> desk.ofCase(story.caseId)))
                .satisfies(turn -> {
                    assertThat(turn.product()).isTrue();
                    assertThat(turn.screenedAt()).isNotNull();
                });
        story.cancel();
    }

    private AdmissionDesk.Dossier dossier(String user, String caseId, String key) {
        var id = taskId(user, caseId, key);
        return people.as(user, () -> desk.dossier(id));
    }

    private TaskId taskId(String user, String caseId, String key) {
        return new TaskId(task(user, caseId, key).get("id").asText());
    }

    private AdmissionDesk.Turn of(String user, Supplier<List<AdmissionDesk.Turn>> turns) {
        return people.as(user, turns).get(0);
    }

    private static Map<String, Fact> byName(List<Fact> facts) {
        return facts.stream().collect(Collectors.toMap(Fact::name, fact -> fact));
    }

    private static Fact fact(Map<String, Fact> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    /** What the field of its kind reads. */
    private static Object plain(Fact fact, JsonNode value) {
        return switch (fact.kind()) {
            case BOOLEAN -> value.booleanValue();
            case WHOLE -> value.longValue();
            case NUMBER -> value.decimalValue();
            case DATE, TEXT, CHOICE -> value.asText();
            case CHOICES, TEXTS ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
            case RECORDS ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(record -> fact.elements().stream()
                                .filter(each -> record.has(each.name()))
                                .collect(Collectors.toMap(Fact::name, each -> plain(each, record.get(each.name())))))
                        .toList();
        };
    }
}
