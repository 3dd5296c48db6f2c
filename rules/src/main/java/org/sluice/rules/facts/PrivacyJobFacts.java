package org.sluice.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known about a privacy job, at one stage of its life. */
public record PrivacyJobFacts(
        JobPlan plan,
        JobSets sets,
        JobProtection protection,
        JobCrypto crypto,
        JobModel model,
        JobPeople people,
        JobSubject subject)
        implements CaseFacts {

    /**
     * Reads facts by name, each as its type or as its text; what is not named is unknown.
     *
     * @throws IllegalArgumentException when a name is no fact of a job, or a value does not fit
     */
    public static PrivacyJobFacts of(Map<String, ? extends @Nullable Object> known) {
        var facts = new KnownFacts(known);
        var read = new PrivacyJobFacts(
                facts.part(JobPlan.class),
                facts.part(JobSets.class),
                facts.part(JobProtection.class),
                facts.part(JobCrypto.class),
                facts.part(JobModel.class),
                facts.part(JobPeople.class),
                facts.part(JobSubject.class));
        facts.requireAllRead();
        return read;
    }

    @Override
    public List<Record> parts() {
        var parts = new ArrayList<Record>(List.of(plan, sets, protection, crypto, model, people, subject));
        if (sets.earlierRuns() != null) {
            parts.addAll(sets.earlierRuns());
        }
        return List.copyOf(parts);
    }
}
