package org.sluice.admission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.SettleFinding;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.NotFor;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;

/** One reviewer's answer to one finding of an admission; the task's item is the review. */
abstract class SettleFindingForm implements TaskForm<SettleFinding> {

    private final AdmissionStore store;
    private final Findings findings;
    private final FindingReviews reviews;
    private final Subjects subjects;
    private final Parameters parameters;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SettleFindingForm(
            AdmissionStore store,
            Findings findings,
            FindingReviews reviews,
            Subjects subjects,
            Parameters parameters,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.findings = findings;
        this.reviews = reviews;
        this.subjects = subjects;
        this.parameters = parameters;
        this.clock = clock;
        this.events = events;
    }

    /** The task at which the dossier was filed: whoever did that settles no finding about it. */
    abstract String dossierTask();

    abstract AdmissionKind kind();

    @Override
    public Class<SettleFinding> body() {
        return SettleFinding.class;
    }

    @Override
    public SettleFinding example(CaseId caseId) {
        return new SettleFinding(
                FindingAnswer.ACCEPT, null, null, "The documents on file settle it: it does not stand in the way.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, dossierTask());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return parameters.term("admission.review.due", asked);
    }

    @Override
    public TaskForm<SettleFinding> about(String item) {
        return new OfReview(UUID.fromString(item));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, SettleFinding body) {
        throw new IllegalStateException("Task " + key() + " does not say which finding it is about");
    }

    private void settle(Actor actor, CaseId caseId, UUID item, SettleFinding body) {
        var admission = store.open(caseId, kind());
        var review = reviews.get(item);
        if (!review.admission().equals(admission.id()) || review.round() != admission.round()) {
            throw new Conflict("findingSettled");
        }
        checkDay(body.dueOn());
        reviews.answer(review, actor.id(), body);
        var finding = findings.get(review.finding());
        events.publishEvent(Auditable.of("admission.findingSettled", caseId, actor, "finding " + finding.rule())
                .with("finding", finding.text())
                .with("role", review.group().name())
                .with("answer", String.valueOf(body.answer()))
                .with("condition", body.condition())
                .with("dueOn", body.dueOn() == null ? null : body.dueOn().toString())
                .with("comment", body.comment()));
    }

    private void checkDay(@org.jspecify.annotations.Nullable LocalDate dueOn) {
        var today = WorkingDays.today(clock);
        var last = today.plusDays(parameters.whole("admission.condition.maxDays"));
        new Problems()
                .when(
                        dueOn != null && (dueOn.isBefore(today) || dueOn.isAfter(last)),
                        "dueOn",
                        "conditionDay",
                        today,
                        last)
                .orThrow();
    }

    /** The form of one review. */
    private final class OfReview implements TaskForm<SettleFinding> {

        private final UUID item;

        OfReview(UUID item) {
            this.item = item;
        }

        @Override
        public String key() {
            return SettleFindingForm.this.key();
        }

        @Override
        public Class<SettleFinding> body() {
            return SettleFindingForm.this.body();
        }

        @Override
        public SettleFinding example(CaseId caseId) {
            return SettleFindingForm.this.example(caseId);
        }

        /** The finding first: that is what tells it from its neighbours in a list. */
        @Override
        public LocalText subject(CaseId caseId) {
            var found = findings.get(reviews.get(item).finding()).text();
            var of = subjects.of(caseId, kind());
            return new LocalText(found.zh() + " · " + of.zh(), found.en() + " · " + of.en());
        }

        @Override
        public Once once(CaseId caseId) {
            return new Once(reviews.get(item).finding(), NotFor.SAME_FINDING);
        }

        @Override
        public Set<String> notSameEyesAs() {
            return SettleFindingForm.this.notSameEyesAs();
        }

        @Override
        public List<Term> terms(CaseId caseId, Instant asked) {
            return SettleFindingForm.this.terms(caseId, asked);
        }

        @Override
        public Flags apply(Actor actor, CaseId caseId, SettleFinding body) {
            settle(actor, caseId, item, body);
            return Flags.NONE;
        }
    }
}
