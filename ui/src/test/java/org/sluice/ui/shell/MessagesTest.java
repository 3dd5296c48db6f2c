package org.sluice.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.FieldProblem;
import org.sluice.process.Role;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.SettleFinding;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.evaluation.RateProduct;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.OpenExit;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.models.ProcessModels;
import org.sluice.process.privacy.PrivacyJobForm;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.procurement.PlanSourcing;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.ui.parts.BpmnNames;
import org.sluice.ui.parts.Words;

class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/sluice/ui");

    private static final Map<String, Class<?>> STAGES = Map.of(
            RequirementIntakeProcess.KEY, RequirementIntakeProcess.Task.class,
            SupplierAdmissionProcess.KEY, SupplierAdmissionProcess.Task.class,
            DataAdmissionProcess.KEY, DataAdmissionProcess.Task.class,
            ProcurementProcess.KEY, ProcurementProcess.Task.class,
            SupplierBlacklistProcess.KEY, SupplierBlacklistProcess.Task.class,
            BlacklistListingProcess.KEY, BlacklistListingProcess.Task.class,
            BlacklistLiftingProcess.KEY, BlacklistLiftingProcess.Task.class,
            DataExitProcess.KEY, DataExitProcess.Task.class,
            EvaluationCycleProcess.KEY, EvaluationCycleProcess.Task.class,
            PrivacyJobProcess.KEY, PrivacyJobProcess.Task.class);

    private final Messages messages = new Messages();

    static List<String> subjects() {
        return Messages.SUBJECTS;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void saysEveryTextInBothLanguages(String subject) {
        var zh = Messages.load(subject, Locale.CHINESE);
        var en = Messages.load(subject, Locale.ENGLISH);

        assertThat(zh.stringPropertyNames()).isNotEmpty().isEqualTo(en.stringPropertyNames());
        assertThat(zh.values()).noneMatch(text -> text.toString().isEmpty());
        assertThat(en.values()).noneMatch(text -> text.toString().isEmpty());
    }

    @Test
    void givesAKeyToOneSubjectOnly() {
        var keys = Messages.SUBJECTS.stream()
                .flatMap(subject -> Messages.load(subject, Locale.CHINESE).stringPropertyNames().stream())
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void fillsTheSamePlacesInBothLanguages(String subject) {
        var zh = Messages.load(subject, Locale.CHINESE);
        var en = Messages.load(subject, Locale.ENGLISH);

        zh.stringPropertyNames()
                .forEach(key -> assertThat(places(zh, key)).as(key).isEqualTo(places(en, key)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void punctuatesChineseAsChineseIs(String subject) {
        assertThat(Messages.load(subject, Locale.CHINESE)).allSatisfy((key, text) -> assertThat((String) text)
                .as((String) key)
                .doesNotContainPattern("[\\p{IsHan}”》）}][,;:?!()]|[,;:?!(][\\p{IsHan}“《]"));
    }

    @Test
    void namesEveryConstantOfTheStages() {
        var constants = new ArrayList<Enum<?>>(List.of(Role.values()));
        new ClassFileImporter()
                        .importPackagesOf(
                                RequirementForm.class,
                                SettleFinding.class,
                                PlanSourcing.class,
                                ProposeBlacklisting.class,
                                OpenExit.class,
                                RateProduct.class,
                                PrivacyJobForm.class)
                        .stream()
                        .filter(JavaClass::isEnum)
                        .forEach(type -> Stream.of(type.reflect().getEnumConstants())
                                .map(constant -> (Enum<?>) constant)
                                .forEach(constants::add));

        assertThat(constants).hasSizeGreaterThan(60);
        assertThat(constants).allSatisfy(c -> assertKnown(Words.keyOf(c)));
    }

    @Test
    void namesEveryUserTask() {
        assertThat(STAGES.values().stream().flatMap(tasks -> Stream.of(tasks.getFields())))
                .hasSize(50)
                .allSatisfy(field -> assertKnown("task." + field.get(null)));
    }

    /** One word per concept: what the diagram calls a step, the inbox calls it too. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void callsEveryUserTaskAsItsModelDoes(String language) {
        var locale = Locale.forLanguageTag(language);
        STAGES.forEach((process, tasks) -> {
            var model = BpmnNames.of(ProcessModels.xml(process, locale));
            assertThat(tasks.getFields()).allSatisfy(field -> {
                var task = (String) field.get(null);
                assertThat(messages.getTranslation("task." + task, locale)).isEqualTo(model.name(task));
            });
        });
    }

    /** Every string that looks like a key of ours is one, so that no screen shows a bare key. */
    @Test
    void knowsEveryKeyThatTheSourcesName() throws IOException {
        var heads =
                keys().stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        var literal = Pattern.compile("\"((?:" + String.join("|", heads) + ")\\.[A-Za-z0-9_.-]*[A-Za-z0-9_])\"");
        var named = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(named::add);
            }
        }

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(keys()).containsAll(named);
    }

    @Test
    void showsTheKeyOfAMissingText() {
        assertThat(messages.getTranslation("shell.noSuchText", Locale.ENGLISH)).isEqualTo("shell.noSuchText");
    }

    @Test
    void speaksChineseToWhomeverDoesNotReadEnglish() {
        assertThat(messages.getTranslation("state.LISTED", Locale.FRENCH)).isEqualTo("已上架");
        assertThat(messages.getTranslation("state.LISTED", Locale.UK)).isEqualTo("Listed");
    }

    /** Refusals come from another module and call a role what the screens call it. */
    @Test
    void callsRolesWhatRefusalsCallThem() {
        for (var role : Role.values()) {
            for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(new FieldProblem("roles", "roleAlone", role).text(locale))
                        .contains("“" + messages.getTranslation(Words.keyOf(role), locale) + "”");
            }
        }
    }

    private void assertKnown(String key) {
        assertThat(keys()).contains(key);
    }

    private static TreeSet<String> keys() {
        return Messages.SUBJECTS.stream()
                .flatMap(subject -> Messages.load(subject, Locale.CHINESE).stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> places(Properties texts, String key) {
        return Pattern.compile("\\{\\d}")
                .matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }
}
