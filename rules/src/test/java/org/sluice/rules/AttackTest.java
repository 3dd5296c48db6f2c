package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * DRL is code, and these are ways to make it do something. Each is planted in an otherwise good text, as the whole text
 * ({@code #}), at the head, in the condition or in the consequence; each must be refused by the screen, with its line
 * and what to write instead, so that no compiler ever sees it.
 */
class AttackTest {

    private static final String GOOD = """
            package org.sluice.rules.drl.supplier
            import org.sluice.rules.facts.Findings
            import org.sluice.rules.facts.PublicLists
            import org.sluice.rules.facts.Today
            import org.sluice.rules.facts.RuleParameters
            import org.sluice.rules.facts.Bidder
            //HEAD
            // 失信被执行人
            rule "S-03 dishonest judgment debtor"
              @severity(REJECT) @layer(POLICY)
              @refs("house policy")
              //ATTRIBUTE
            when
              $today : Today()
              $p : RuleParameters()
              $b : Bidder()
              $l : PublicLists(dishonestJudgmentDebtor == true) //CONDITION
              $findings : Findings()
            then
              $findings.found($l, "dishonestJudgmentDebtor");
              //CONSEQUENCE
            end
            //TAIL
            """;

    @Test
    void theTextAroundTheAttacksIsGood() {
        assertThat(RuleBook.compile(Map.of("supplier/try.drl", GOOD)).rules())
                .extracting(RuleBook.Rule::id)
                .containsExactly("S-03");
    }

    @TestFactory
    Stream<DynamicTest> everyAttackIsRefusedWithLineRuleAndRemedy() throws IOException {
        var text = Files.readString(Path.of("src/test/resources/attacks.txt"));
        return Stream.of(text.split("\n===\n"))
                .map(String::stripTrailing)
                .filter(each -> !each.isBlank())
                .map(each -> DynamicTest.dynamicTest(each.replace('\n', ' '), () -> assertRefused(each)));
    }

    private static void assertRefused(String attack) {
        var place = attack.substring(0, attack.indexOf('\n'));
        var code = unescaped(attack.substring(attack.indexOf('\n') + 1));
        var whole = place.equals("WHOLE");
        assertThat(whole || GOOD.contains("//" + place)).as(place).isTrue();
        var text = whole ? code : GOOD.replace("//" + place, code);

        var screen = new DrlScreen(
                "supplier/try.drl", RuleGroup.SUPPLIER, text, FactTable.shipped(), ParameterKeys.shipped());

        assertThat(screen.problems()).as(text).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.what().zh()).containsPattern("\\p{IsHan}");
            assertThat(problem.what().en()).isNotBlank();
            assertThat(problem.remedy().zh()).containsPattern("\\p{IsHan}");
            assertThat(problem.remedy().en()).isNotBlank();
        });
        if (!whole) {
            var from = lineOf(GOOD, place);
            var to = from + code.split("\n", -1).length + 1;
            assertThat(screen.problems()).as("the line").anyMatch(each -> each.line() >= from && each.line() <= to);
            if (place.equals("CONDITION") || place.equals("CONSEQUENCE") || place.equals("ATTRIBUTE")) {
                assertThat(screen.problems()).as("the rule").anyMatch(each -> each.rule()
                        .equals("S-03 dishonest judgment debtor"));
            }
        }
        assertThat(catchThrowableOfType(
                        RuleBookRefused.class, () -> RuleBook.compile(Map.of("supplier/try.drl", text))))
                .isNotNull();
    }

    private static int lineOf(String text, String place) {
        return text.substring(0, text.indexOf("//" + place)).split("\n", -1).length;
    }

    /** Characters that an editor would hide: {@code {u0000}}. */
    private static String unescaped(String code) {
        return java.util.regex.Pattern.compile("\\{u([0-9a-f]{4})}")
                .matcher(code)
                .replaceAll(each -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(each.group(1), 16))));
    }

    /** Not only refused in word: had it run, there would be a file. */
    @Test
    void nothingOfARefusedTextRuns(@TempDir Path folder) {
        var traces = folder.resolve("traces");
        var code = "java.nio.file.Files.createFile(java.nio.file.Path.of(\"" + traces + "\"));";
        for (var text : new String[] {
            GOOD.replace("//HEAD", "function boolean f() { " + code + " return true; }\neval(f())"),
            GOOD.replace("//CONDITION", "eval(" + code + " true)"),
            GOOD.replace("//CONSEQUENCE", code)
        }) {
            assertThat(catchThrowableOfType(
                            RuleBookRefused.class, () -> RuleBook.compile(Map.of("supplier/try.drl", text))))
                    .isNotNull();
        }
        assertThat(traces).doesNotExist();
    }

    @Test
    void everyProblemIsToldNotOnlyTheFirst() {
        var refused = catchThrowableOfType(
                RuleBookRefused.class,
                () -> RuleBook.compile(Map.of(
                        "supplier/one.drl", GOOD.replace("//HEAD", "import java.lang.Runtime"),
                        "supplier/two.drl", GOOD.replace("REJECT", "WARN").replace("//CONDITION", "eval(true)"),
                        "elsewhere/three.drl", GOOD)));
        assertThat(refused.problems())
                .extracting(RuleProblem::file)
                .contains("supplier/one.drl", "supplier/two.drl", "elsewhere/three.drl");
        assertThat(refused)
                .hasMessageContaining("Import of java.lang.Runtime is not allowed")
                .hasMessageContaining("@severity contradicts the rules' table: 'WARN' instead of 'REJECT'")
                .hasMessageContaining("S-03 stands already in supplier/one.drl, line 9")
                .hasMessageContaining("No such group of rules");
    }

    @Test
    void aRuleThatTheTableDoesNotKnowIsRefused() {
        assertThat(catchThrowableOfType(
                        RuleBookRefused.class,
                        () -> RuleBook.compile(Map.of("supplier/try.drl", GOOD.replace("S-03", "S-99")))))
                .hasMessageContaining("The rules' table has no S-99 in this group");
        assertThat(catchThrowableOfType(
                        RuleBookRefused.class,
                        () -> RuleBook.compile(Map.of("supplier/try.drl", GOOD.replace("S-03", "D-03")))))
                .hasMessageContaining("The rules' table has no D-03 in this group");
    }

    @Test
    void whatTheCompilerDoesNotUnderstandIsToldWithItsLine() {
        var refused = catchThrowableOfType(
                RuleBookRefused.class,
                () -> RuleBook.compile(
                        Map.of("supplier/try.drl", GOOD.replace("dishonestJudgmentDebtor == true", "uscc == \"X\""))));
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(17);
            assertThat(problem.rule()).isEqualTo("S-03 dishonest judgment debtor");
            assertThat(problem.what().zh()).startsWith("无法编译");
        });
        // on this one the compiler throws instead of naming an error
        var givenUp = catchThrowableOfType(
                RuleBookRefused.class,
                () -> RuleBook.compile(
                        Map.of("supplier/try.drl", GOOD.replace("dishonestJudgmentDebtor ==", "banUntil =="))));
        assertThat(givenUp.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("S-03 dishonest judgment debtor");
            assertThat(problem.line()).isEqualTo(9);
        });
        var open = catchThrowableOfType(
                RuleBookRefused.class,
                () -> RuleBook.compile(Map.of("supplier/try.drl", GOOD.replace("== true)", "== true"))));
        assertThat(open.problems()).anyMatch(each -> each.line() >= 17 && each.line() <= 21);
    }

    @Test
    void windowsLineEndsAreTheSameText() {
        assertThat(RuleBook.compile(Map.of("supplier/try.drl", GOOD.replace("\n", "\r\n")))
                        .rules())
                .hasSize(1);
    }
}
