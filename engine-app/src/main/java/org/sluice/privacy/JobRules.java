package org.sluice.privacy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.access.UsageGrants;
import org.sluice.privacy.HiddenLists.HiddenList;
import org.sluice.process.PersonId;
import org.sluice.process.intake.SubjectType;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.rulebook.Parameters;
import org.sluice.rulebook.RuleQuestions;
import org.sluice.rules.Evaluation;
import org.sluice.rules.facts.CryptoProfile;
import org.sluice.rules.facts.EarlierRun;
import org.sluice.rules.facts.JobMethod;
import org.sluice.rules.facts.JobStage;
import org.sluice.rules.facts.JobTechnique;
import org.sluice.rules.facts.OutputRule;
import org.sluice.rules.facts.PrivacyJobFacts;
import org.sluice.rules.facts.Suite;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Asks rules J-01 to J-10 about a job, at its request, before its run and at its release. */
@Component
class JobRules {

    /**
     * What is known of the two sets by now.
     *
     * @param smaller distinct identifiers of the smaller one; before the pre-flight its rows
     * @param common null before the run
     */
    record Sizes(long smaller, @Nullable Long common) {}

    /** Elements of the model that ask. */
    private static final String AT_REQUEST = "screenPrivacyJob";

    private static final String BEFORE_RUN = "judgePreflight";
    private static final String AT_RELEASE = "releasePrivacyResult";

    /** A run longer ago than this is of no rule's interest. */
    private static final Duration LOOKED_BACK = Duration.ofDays(400);

    private final RuleQuestions questions;
    private final PrivacyJobStore store;
    private final JobFindings findings;
    private final UsageGrants grants;
    private final Parameters parameters;
    private final Clock clock;

    JobRules(
            RuleQuestions questions,
            PrivacyJobStore store,
            JobFindings findings,
            UsageGrants grants,
            Parameters parameters,
            Clock clock) {
        this.questions = questions;
        this.store = store;
        this.findings = findings;
        this.grants = grants;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Keeps what they find, and tells it. */
    Evaluation ask(PrivacyJob job, JobStage stage, Sizes sizes, @Nullable PersonId releaser) {
        var element =
                switch (stage) {
                    case REQUEST -> AT_REQUEST;
                    case BEFORE_RUN -> BEFORE_RUN;
                    case RELEASE -> AT_RELEASE;
                };
        var evaluation = questions.ask(job.caseId(), element, facts(job, stage, sizes, releaser));
        findings.keep(job.caseId(), stage, evaluation, since -> store.runsWith(job, since)
                .isEmpty());
        return evaluation;
    }

    /** What they say of a question to a list; no record is kept, since people ask all day. */
    Evaluation ofQuery(HiddenList list, PersonId person) {
        var known = new HashMap<String, @Nullable Object>();
        known.put("jobStage", JobStage.REQUEST);
        known.put("technique", JobTechnique.PIR);
        known.put("method", JobMethod.HIDDEN_QUERY);
        known.put("outputRule", OutputRule.QUERY_ANSWER);
        // whoever asks has looked for the grant already
        known.put("dataSets", 1);
        known.put("grantedDataSets", 1);
        known.put("budgetKept", false);
        known.put("cryptoProfile", profile());
        known.put("curve", JobMethod.HIDDEN_QUERY.curve(Suite.P256_SHA256));
        known.put("hash", Suite.P256_SHA256.hash());
        known.put("cipher", JobMethod.HIDDEN_QUERY.cipher());
        known.put("rsaBits", 0);
        known.put("createdBy", person.toString());
        known.put("creditInformation", list.creditInformation());
        known.put("subjectType", SubjectType.valueOf(list.subjectType()));
        return questions.look(PrivacyJobFacts.of(known));
    }

    CryptoProfile profile() {
        return parameters.whole("privacy.suite.nationalProfile") == 0
                ? CryptoProfile.INTERNATIONAL
                : CryptoProfile.NATIONAL;
    }

    /** The bank's own data needs no grant; the partner's needs one of the unit, for the purpose, on a product of it. */
    private int granted(PrivacyJob job) {
        var partner = store.supplierOf(job.partner().party())
                .filter(supplier -> grants.usesFor(supplier, job.unit(), job.purpose()));
        return partner.isPresent() ? 2 : 1;
    }

    private PrivacyJobFacts facts(PrivacyJob job, JobStage stage, Sizes sizes, @Nullable PersonId releaser) {
        var choice = Objects.requireNonNull(job.choice(), "Nothing was chosen for " + job.number());
        var suite = Suite.valueOf(choice.suite().name());
        var method = method(choice.method(), job.output());
        var known = new HashMap<String, @Nullable Object>();
        known.put("jobStage", stage);
        known.put("technique", JobTechnique.PSI);
        known.put("method", method);
        known.put("outputRule", rule(job.output()));
        if (job.output() == PrivacyOutput.SUM && sizes.common() != null) {
            known.put("leastGroup", (int) Math.min(Integer.MAX_VALUE, sizes.common()));
        }
        known.put("dataSets", 2);
        known.put("grantedDataSets", granted(job));
        known.put("smallerSet", sizes.smaller());
        known.put("intersection", sizes.common());
        known.put("earlierRuns", earlierRuns(job));
        known.put("budgetKept", false);
        known.put("cryptoProfile", profile());
        known.put("curve", method.curve(suite));
        known.put("hash", suite.hash());
        known.put("cipher", method.cipher());
        known.put("rsaBits", 0);
        known.put("createdBy", job.createdBy().toString());
        known.put("releasedBy", releaser == null ? null : releaser.toString());
        return PrivacyJobFacts.of(known);
    }

    private static OutputRule rule(PrivacyOutput output) {
        return switch (output) {
            case BANK_LEARNS, BOTH_LEARN -> OutputRule.MATCHED_ROWS;
            case NUMBER_ONLY -> OutputRule.COUNT;
            case SUM -> OutputRule.SUM;
        };
    }

    /** As the rules name it: a number alone has a method of its own, and so has a sum. */
    static JobMethod method(PrivacyMethod method, PrivacyOutput output) {
        return switch (output) {
            case NUMBER_ONLY -> JobMethod.CARDINALITY;
            case SUM -> JobMethod.SUM;
            case BANK_LEARNS, BOTH_LEARN -> JobMethod.valueOf(method.name());
        };
    }

    private List<EarlierRun> earlierRuns(PrivacyJob job) {
        return store.runsWith(job, clock.instant().minus(LOOKED_BACK)).stream()
                .filter(run ->
                        run.dataSet().replaceFirst("@.*", "").equals(job.bank().dataSetName()))
                .map(run -> new EarlierRun(run.ranAt().atZone(WorkingDays.ZONE).toLocalDate(), overlap(job, run)))
                .toList();
    }

    /**
     * How much of today's input was input then: all of it in the same version; of another version nobody here may look, so
     * it is the most that it can be, what a set that only grew or shrank has in common with itself.
     */
    private static BigDecimal overlap(PrivacyJob job, PrivacyJobStore.Run run) {
        if (run.dataSet().equals(job.bank().dataSet()) || job.bank().rows() == 0) {
            return BigDecimal.ONE;
        }
        var most = Math.min(run.rows(), job.bank().rows());
        return BigDecimal.valueOf(most).divide(BigDecimal.valueOf(job.bank().rows()), 6, RoundingMode.HALF_UP);
    }
}
