package org.sluice.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.kie.internal.io.ResourceFactory;
import org.sluice.process.LocalText;

/** Turns screened texts into something that can be asked; keeps nothing of them anywhere else. */
final class RuleCompiler {

    private static final Pattern PLACE = Pattern.compile("[Ll]ine:? ?(\\d+)");

    private RuleCompiler() {}

    /**
     * @param plain path to text, without comments
     * @param rules what the screen has seen in them
     * @throws RuleBookRefused when the compiler does not understand a text, or reads it otherwise than the screen did
     */
    static KieBase compile(Map<String, String> plain, List<RuleText> rules) {
        var problems = new ArrayList<RuleProblem>();
        plain.forEach((file, text) -> problems.addAll(readTwice(file, text, rules)));
        if (!problems.isEmpty()) {
            throw new RuleBookRefused(problems);
        }
        try {
            var builder = build(plain);
            if (builder.hasErrors()) {
                throw new RuleBookRefused(problems(builder, rules));
            }
            return builder.newKieBase();
        } catch (RuleBookRefused e) {
            throw e;
        } catch (RuntimeException e) { // the compiler gives up on some texts instead of naming an error
            throw new RuleBookRefused(List.of(culprit(plain, rules, e)));
        }
    }

    private static KnowledgeBuilder build(Map<String, String> plain) {
        var configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
        configuration.setProperty("drools.dialect.default", "mvel"); // no Java compiler: half the time
        var builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        var batch = builder.batch();
        plain.forEach((file, text) -> batch.add(
                ResourceFactory.newByteArrayResource(text.getBytes(StandardCharsets.UTF_8))
                        .setSourcePath(file),
                ResourceType.DRL));
        batch.build();
        return builder;
    }

    /** Compiles rule by rule, until one makes the compiler give up in the same way. */
    private static RuleProblem culprit(Map<String, String> plain, List<RuleText> rules, RuntimeException failure) {
        var message = String.valueOf(failure.getMessage());
        for (var rule : rules) {
            try {
                build(Map.of(rule.file(), alone(rule, plain.getOrDefault(rule.file(), ""), rules)));
            } catch (RuntimeException e) {
                return problem(rule.file(), rule.line(), message, List.of(rule));
            }
        }
        return problem("", 1, message, List.of());
    }

    /** The text with all other rules of the file blanked out. */
    private static String alone(RuleText rule, String text, List<RuleText> rules) {
        var starts = rules.stream()
                .filter(each -> each.file().equals(rule.file()))
                .map(RuleText::line)
                .sorted()
                .toList();
        var end = starts.stream().filter(each -> each > rule.line()).findFirst().orElse(Integer.MAX_VALUE);
        var first = starts.get(0);
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = i + 1;
            if (line >= first && (line < rule.line() || line >= end)) {
                lines[i] = "";
            }
        }
        return String.join("\n", lines);
    }

    /** A second lock: whatever the screen let pass, the compiler's own reader must have found the same and no more. */
    private static List<RuleProblem> readTwice(String file, String text, List<RuleText> rules) {
        var own = rules.stream().filter(each -> each.file().equals(file)).toList();
        try {
            var parser = new DrlParser(LanguageLevelOption.DRL6);
            var read = parser.parse(false, text);
            if (parser.hasErrors() || read == null) {
                return parser.getErrors().stream()
                        .map(each -> problem(file, line(each.getMessage(), 1), each.getMessage(), own))
                        .toList();
            }
            var names = new HashSet<String>();
            own.forEach(each -> names.add(each.name()));
            var same = read.getRules().stream().allMatch(each -> names.remove(each.getName())) && names.isEmpty();
            var bare = read.getFunctions().isEmpty()
                    && read.getFunctionImports().isEmpty()
                    && read.getGlobals().isEmpty()
                    && read.getTypeDeclarations().isEmpty()
                    && read.getEnumDeclarations().isEmpty()
                    && read.getAccumulateImports().isEmpty()
                    && read.getWindowDeclarations().isEmpty()
                    && read.getEntryPointDeclarations().isEmpty()
                    && read.getAttributes().isEmpty()
                    && read.getRules().stream()
                            .allMatch(each -> each.getAttributes().isEmpty() && each.getParentName() == null);
            return same && bare
                    ? List.of()
                    : List.of(problem(file, 1, "It is read in two ways: as its rules, and as something else.", own));
        } catch (DroolsParserException e) {
            return List.of(problem(file, 1, String.valueOf(e.getMessage()), own));
        }
    }

    private static List<RuleProblem> problems(KnowledgeBuilder builder, List<RuleText> rules) {
        var problems = new ArrayList<RuleProblem>();
        for (KnowledgeBuilderError error : builder.getErrors()) {
            var source =
                    error.getResource() == null ? null : error.getResource().getSourcePath();
            var file = source == null ? "" : source;
            var lines = error.getLines();
            var line = line(error.getMessage(), lines.length == 0 ? 1 : Math.max(1, lines[0]));
            problems.add(problem(
                    file,
                    line,
                    error.getMessage(),
                    rules.stream().filter(each -> each.file().equals(file)).toList()));
        }
        return problems;
    }

    private static int line(String message, int otherwise) {
        var place = PLACE.matcher(message);
        return place.find() ? Integer.parseInt(place.group(1)) : otherwise;
    }

    private static RuleProblem problem(String file, int line, String message, List<RuleText> rules) {
        var rule = rules.stream()
                .filter(each -> each.line() <= line)
                .reduce((first, second) -> second)
                .map(RuleText::name)
                .orElse("");
        var shortly = message.strip().replaceAll("\\s+", " ");
        return new RuleProblem(
                file,
                line,
                rule,
                new LocalText("无法编译：" + shortly, "It cannot be compiled: " + shortly),
                new LocalText("按提示检查该行的字段名、类型和括号。", "Check names, types and parentheses on that line."));
    }
}
