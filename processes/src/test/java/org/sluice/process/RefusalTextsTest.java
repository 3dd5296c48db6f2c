package org.sluice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.sluice.process.intake.RequirementState;
import org.sluice.process.models.ProcessModels;

class RefusalTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    /** Between two Chinese characters or at the end of what one says; codes and figures keep theirs. */
    private static final Pattern HALF_WIDTH = Pattern.compile("[\\p{IsHan}”》）}][,;:?!()]|[,;:?!(][\\p{IsHan}“《]");

    @Test
    void haveTheSameKeysAndArgumentsInBothLanguages() throws IOException {
        var chinese = texts("zh");
        var english = texts("en");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : chinese.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(chinese.getProperty(key)).as(key).containsPattern("\\p{IsHan}");
            assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void existForEveryProblemThatABodyCanHave() throws IOException {
        assertThat(texts("zh").stringPropertyNames())
                .contains(
                        "field.required",
                        "field.tooLong",
                        "field.outOfRange",
                        "field.amount",
                        "field.reasonForNo",
                        "field.sourceForAmount",
                        "field.requiredForPersons",
                        "notFound.case",
                        "notFound.process",
                        "invalid");
    }

    @Test
    void repeatWhatWasAskedFor() {
        var refusal = new NotFound("product", "4711");
        assertThat(refusal.text(Locale.CHINESE)).contains("4711").doesNotContain("notFound");
        assertThat(refusal.text(Locale.ENGLISH)).contains("4711").doesNotContain("notFound");
    }

    /** Cases, tasks and people have ids that nobody reads; no text shows one. */
    @Test
    void showNobodyAnId() {
        var id = "0e4c5d5a-8a4e-4b8c-9f0e-2f7f6a4b1c11";
        for (var what : List.of("case", "task", "requirement", "person", "account", "incident")) {
            for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(new NotFound(what, id).text(locale)).as(what).doesNotContain(id, "notFound");
            }
        }
    }

    @Test
    void sayNamesInTheReadersLanguageAndRolesInWords() {
        var refusal = new NotPermitted("task", Role.FINANCE, new LocalText("总行", "head office"));
        assertThat(refusal.text(Locale.ENGLISH)).isEqualTo("This task is for the role “Finance” at head office.");
        assertThat(refusal.text(Locale.CHINESE)).isEqualTo("此任务由总行的“财务”办理。");
    }

    @Test
    void nameEachWrongFieldOnce() {
        var refusal = new Invalid(
                List.of(new FieldProblem("password", "required"), new FieldProblem("password", "passwordIsUsername")));
        assertThat(refusal.text(Locale.ENGLISH)).endsWith(": password");
    }

    @Test
    void sayStepsAndStatesInWords() {
        var sameEyes = new Conflict("sameEyes", "initiate");
        assertThat(sameEyes.text(Locale.ENGLISH)).contains("Start the case").doesNotContain("initiate");
        assertThat(sameEyes.text(Locale.CHINESE)).contains("发起").doesNotContain("initiate");
        assertThat(new Conflict("requirementState", "REQ-2026-00001", RequirementState.WITHDRAWN).text(Locale.CHINESE))
                .contains("REQ-2026-00001", "已撤回")
                .doesNotContain("WITHDRAWN");
    }

    /** The words for steps are the models' names: one word per concept. */
    @Test
    void nameStepsAsTheModelsDo() throws IOException {
        var english = texts("en");
        var chinese = texts("zh");
        int tasks = 0;
        for (var key : ProcessModels.keys()) {
            for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                var model = Bpmn.readModelFromStream(
                        new ByteArrayInputStream(ProcessModels.xml(key, locale).getBytes(StandardCharsets.UTF_8)));
                var words = locale == Locale.ENGLISH ? english : chinese;
                var steps = model.getModelElementsByType(UserTask.class);
                assertThat(steps).allSatisfy(task -> assertThat(words.getProperty("word." + task.getId()))
                        .isEqualTo(task.getName()));
                tasks += steps.size();
            }
        }
        assertThat(tasks).isPositive();
    }

    @Test
    void nameEveryStateOfARequirement() throws IOException {
        assertThat(texts("en").stringPropertyNames())
                .containsAll(Arrays.stream(RequirementState.values())
                        .map(state -> "word." + state)
                        .toList());
    }

    @Test
    void arePunctuatedAsChineseIs() throws IOException {
        assertThat(texts("zh"))
                .allSatisfy((key, text) ->
                        assertThat((String) text).as((String) key).doesNotContainPattern(HALF_WIDTH));
    }

    /** What a person does with a task has one name on the screens and in the refusals. */
    @Test
    void sayClaimAsTheScreensDo() throws IOException {
        assertThat(texts("zh").getProperty("conflict.taskClaimed")).contains("领取");
        assertThat(texts("zh").values())
                .noneSatisfy(text -> assertThat((String) text).contains("认领"));
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(each -> each.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = Refusal.class.getResourceAsStream("refusals_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
