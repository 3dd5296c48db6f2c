package org.sluice.admission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Var;
import org.sluice.process.admission.CastVote;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.NotFor;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;

/**
 * One vote of the admission committee. It passes when the whole quorum is in favour. That a person has one vote is the
 * admission's matter and not the case's: a case may see several admissions, and its committee is the same.
 */
abstract class VoteForm implements TaskForm<CastVote> {

    private final AdmissionStore store;
    private final Votes votes;
    private final Subjects subjects;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    VoteForm(
            AdmissionStore store,
            Votes votes,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.votes = votes;
        this.subjects = subjects;
        this.parameters = parameters;
        this.events = events;
    }

    /** The task at which the dossier was filed: whoever did that has no vote on it. */
    abstract String dossierTask();

    abstract AdmissionKind kind();

    /** The flag that says that nobody has voted against it. */
    abstract Var<Boolean> passed();

    @Override
    public Class<CastVote> body() {
        return CastVote.class;
    }

    @Override
    public CastVote example(CaseId caseId) {
        return new CastVote(true, "In favour.");
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return subjects.of(caseId, kind());
    }

    @Override
    public Once once(CaseId caseId) {
        return new Once(store.open(caseId, kind()).id(), NotFor.VOTED_ALREADY);
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, dossierTask());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return parameters.term("admission.vote.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, CastVote body) {
        var admission = store.open(caseId, kind());
        votes.cast(admission, actor.id(), Boolean.TRUE.equals(body.inFavour()), body.comment());
        events.publishEvent(Auditable.of("admission.voteCast", caseId, actor, "admission " + admission.id())
                .with("inFavour", Boolean.TRUE.equals(body.inFavour()))
                .with("comment", body.comment()));
        return Flags.of(passed(), votes.areInFavour(admission));
    }
}
