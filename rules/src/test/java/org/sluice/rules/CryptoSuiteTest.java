package org.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluice.rules.facts.CryptoProfile;
import org.sluice.rules.facts.JobMethod;
import org.sluice.rules.facts.LineClass;
import org.sluice.rules.facts.PrivacyJobFacts;
import org.sluice.rules.facts.SizeClass;
import org.sluice.rules.facts.Suite;
import org.sluice.rules.facts.WantedOutput;

/** The table {@code cryptoSuite} answers every question, with what exists, and never against J-06. */
class CryptoSuiteTest {

    private static final String BY_HAND = "MANUAL";
    private static final Tables ENGINE = new Tables();

    /** A question and its answer. */
    private record Choice(
            CryptoProfile profile, WantedOutput output, SizeClass sizes, boolean lpn, String suite, String method) {}

    @Test
    void everyQuestionHasAnAnswerThatFitsIt() {
        var methods = new HashSet<String>();
        for (var choice : choices()) {
            methods.add(choice.method());
            if (choice.method().equals(BY_HAND)) {
                assertThat(choice.suite()).isEmpty();
                assertThat(choice.profile()).isEqualTo(CryptoProfile.NATIONAL);
                continue;
            }
            var method = JobMethod.valueOf(choice.method());
            assertThat(Suite.valueOf(choice.suite()) == Suite.SM2_SM3)
                    .as(choice.toString())
                    .isEqualTo(choice.profile() == CryptoProfile.NATIONAL);
            assertThat(fitting(choice.output())).as(choice.toString()).contains(method);
            assertThat(choice.lpn() || !method.name().startsWith("RR22"))
                    .as(choice.toString())
                    .isTrue();
        }
        methods.remove(BY_HAND);
        assertThat(methods)
                .as("no method without a row")
                .hasSameSizeAs(JobMethod.values())
                .allSatisfy(each -> assertThat(JobMethod.valueOf(each)).isNotNull());
    }

    @Test
    void whatTheTableChoosesPassesTheRules() {
        for (var choice : choices()) {
            if (!choice.method().equals(BY_HAND)) {
                assertThat(fired(choice.profile(), JobMethod.valueOf(choice.method()), Suite.valueOf(choice.suite())))
                        .as(choice.toString())
                        .isEmpty();
            }
        }
    }

    /** The choice can be forced; then the rules look at what the method is built on and not at the suite's name. */
    @Test
    void aForcedChoiceIsJudgedByWhatItIsBuiltOn() {
        for (var method : EnumSet.allOf(JobMethod.class)) {
            var own = EnumSet.of(JobMethod.ECDH, JobMethod.CARDINALITY);
            assertThat(fired(CryptoProfile.NATIONAL, method, Suite.SM2_SM3))
                    .as(method.name())
                    .isEqualTo(own.contains(method) ? List.of() : List.of("J-06"));
            assertThat(fired(CryptoProfile.NATIONAL, method, Suite.P256_SHA256)).containsExactly("J-06");
            assertThat(fired(CryptoProfile.NATIONAL, method, Suite.CURVE25519_SHA256))
                    .containsExactly("J-06");
            for (var suite : Suite.values()) {
                assertThat(fired(CryptoProfile.INTERNATIONAL, method, suite)).isEmpty();
            }
        }
    }

    @Test
    void sizesAreClassedByTheLargerSetFirst() {
        assertThat(SizeClass.of(16_384, 1, 16_384, 100)).isEqualTo(SizeClass.BALANCED_SMALL);
        assertThat(SizeClass.of(16_385, 164, 16_384, 100)).isEqualTo(SizeClass.BALANCED_LARGE);
        assertThat(SizeClass.of(164, 16_385, 16_384, 100)).isEqualTo(SizeClass.BALANCED_LARGE);
        assertThat(SizeClass.of(163, 16_385, 16_384, 100)).isEqualTo(SizeClass.UNBALANCED);
        assertThat(SizeClass.of(1_000, 100_000, 16_384, 100)).isEqualTo(SizeClass.UNBALANCED);
        assertThat(SizeClass.of(1_000, 99_999, 16_384, 100)).isEqualTo(SizeClass.BALANCED_LARGE);
        assertThat(SizeClass.of(0, 0, 16_384, 100)).isEqualTo(SizeClass.BALANCED_SMALL);
        assertThat(SizeClass.of(0, 16_385, 16_384, 100)).isEqualTo(SizeClass.UNBALANCED);
        assertThatThrownBy(() -> SizeClass.of(-1, 5, 16_384, 100)).hasMessageContaining("-1 items");
        assertThat(LineClass.of(9.99, 10)).isEqualTo(LineClass.SLOW);
        assertThat(LineClass.of(10, 10)).isEqualTo(LineClass.FAST);
    }

    private static List<String> fired(CryptoProfile profile, JobMethod method, Suite suite) {
        var given = new HashMap<>(RuleExample.baseline(RuleGroup.PRIVACY_JOB));
        given.put("cryptoProfile", profile);
        given.put("method", method);
        given.put("curve", method.curve(suite));
        given.put("hash", suite.hash());
        given.put("cipher", method.cipher());
        var evaluation =
                RuleExamplesTest.BOOK.evaluate(PrivacyJobFacts.of(given), RuleExamplesTest.NUMBERS, RuleExample.ON);
        assertThat(evaluation.findings()).noneMatch(Finding::isMissingFact);
        return evaluation.fired();
    }

    private static Set<JobMethod> fitting(WantedOutput output) {
        return switch (output) {
            case ONE_SIDE ->
                EnumSet.of(
                        JobMethod.ECDH,
                        JobMethod.RR22_SEMI_HONEST,
                        JobMethod.RR22_MALICIOUS,
                        JobMethod.KKRT16,
                        JobMethod.UNBALANCED);
            case BOTH_SIDES -> EnumSet.of(JobMethod.ECDH);
            case COUNT -> EnumSet.of(JobMethod.CARDINALITY);
            case SUM -> EnumSet.of(JobMethod.SUM);
            case HIDDEN_QUERY -> EnumSet.of(JobMethod.HIDDEN_QUERY);
        };
    }

    private static List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        for (var profile : CryptoProfile.values()) {
            for (var output : WantedOutput.values()) {
                for (var sizes : SizeClass.values()) {
                    for (var line : LineClass.values()) {
                        for (var lpn : List.of(true, false)) {
                            var answer = ENGINE.ask(
                                    DecisionTables.CRYPTO_SUITE,
                                    Map.of(
                                            "cryptoProfile", profile.name(),
                                            "wantedOutput", output.name(),
                                            "sizeClass", sizes.name(),
                                            "lineClass", line.name(),
                                            "lpnAccepted", lpn));
                            assertThat(answer.rows()).hasSize(1);
                            var outputs = answer.outputs().get(0);
                            choices.add(new Choice(
                                    profile,
                                    output,
                                    sizes,
                                    lpn,
                                    outputs.get("suite").toString(),
                                    outputs.get("jobMethod").toString()));
                        }
                    }
                }
            }
        }
        return choices;
    }
}
