package org.sluice.privacy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.privacy.PrivacyJob.Choice;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.facts.CryptoProfile;
import org.sluice.rules.facts.SizeClass;
import org.sluice.rules.facts.WantedOutput;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/**
 * Asks the table which protocol and suite a job takes; what the requester has forced goes before it, and is then judged
 * by rule J-06 as everything else. The line between two parties is as it was measured last, see {@link PartyLines}.
 */
@Component
class CryptoSuiteStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(String cryptoProfile, String wantedOutput, String sizeClass, boolean lpnAccepted, String lineClass) {}

    /** The table names as methods what are outputs here; all are by Diffie-Hellman. */
    private static final Set<String> OUTPUTS = Set.of("CARDINALITY", "SUM");

    /** It has none to name, and whatever is taken falls under rule J-06. */
    private static final String NONE = "MANUAL";

    private final PrivacyJobStore store;
    private final JobRules rules;
    private final Parameters parameters;
    private final PartyLines lines;

    CryptoSuiteStep(PrivacyJobStore store, JobRules rules, Parameters parameters, PartyLines lines) {
        this.store = store;
        this.rules = rules;
        this.parameters = parameters;
        this.lines = lines;
    }

    @Override
    public String element() {
        return "cryptoSuite";
    }

    @Override
    public String decision() {
        return PrivacyJobProcess.Decision.CRYPTO_SUITE;
    }

    @Override
    public Record facts(CaseId caseId) {
        var job = store.get(caseId);
        return new Facts(
                rules.profile().name(),
                wanted(job.output()).name(),
                sizes(job).name(),
                parameters.whole("privacy.suite.lpnAccepted") != 0,
                lines.classOf(job.bank().party(), job.partner().party()).name());
    }

    private static WantedOutput wanted(PrivacyOutput output) {
        return switch (output) {
            case BANK_LEARNS -> WantedOutput.ONE_SIDE;
            case BOTH_LEARN -> WantedOutput.BOTH_SIDES;
            case NUMBER_ONLY -> WantedOutput.COUNT;
            case SUM -> WantedOutput.SUM;
        };
    }

    /** The bank learns, and who learns is who looks up: a large set of its own is no list for others. */
    private SizeClass sizes(PrivacyJob job) {
        var sizes = SizeClass.of(
                job.bank().rows(),
                job.partner().rows(),
                parameters.whole("privacy.suite.smallSetMost"),
                parameters.whole("privacy.suite.unbalancedRatio"));
        return sizes == SizeClass.UNBALANCED
                        && job.bank().rows() > job.partner().rows()
                ? SizeClass.BALANCED_LARGE
                : sizes;
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var job = store.get(caseId);
        if (job.choice() != null || job.state() != PrivacyJobState.REQUESTED) {
            return Flags.NONE;
        }
        store.choose(caseId, chosen(job, rows.get(0)));
        return Flags.NONE;
    }

    private Choice chosen(PrivacyJob job, Row row) {
        var named = String.valueOf(row.outputs().get("jobMethod"));
        var method = job.forcedMethod() != null ? job.forcedMethod() : named(named);
        if (!method.tellsBoth()) {
            return new Choice(method, CryptoSuite.P256_SHA256);
        }
        if (job.forcedSuite() != null) {
            return new Choice(method, job.forcedSuite());
        }
        if (named.equals(NONE)) {
            return new Choice(method, usual());
        }
        var suite =
                Objects.requireNonNull(row.outputs().get("suite"), row.row()).toString();
        return new Choice(method, method == named(named) ? CryptoSuite.valueOf(suite) : usual());
    }

    private static PrivacyMethod named(String named) {
        return OUTPUTS.contains(named) || named.equals(NONE) ? PrivacyMethod.ECDH : PrivacyMethod.valueOf(named);
    }

    /** The table's suite belongs to the method that it names; who forces another gets the one of its usual rows. */
    private CryptoSuite usual() {
        return rules.profile() == CryptoProfile.NATIONAL ? CryptoSuite.SM2_SM3 : CryptoSuite.CURVE25519_SHA256;
    }
}
