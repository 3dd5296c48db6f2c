package org.sluice.privacy;

import static org.sluice.shared.Details.details;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.Page;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.privacy.PrivacyJobForm;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.StopPrivacyJob;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.CaseReaders;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.shared.IdempotentRequests;
import org.sluice.shared.OrgUnits;
import org.sluice.ui.privacy.PrivacyJobDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk at which people ask for privacy jobs, see what each waits for, watch one, and stop it. */
@Service
public class PrivacyJobs implements PrivacyJobDesk {

    private final PrivacyJobStore store;
    private final PrivacyJobSteps steps;
    private final JobPicture picture;
    private final PrivacyJobWatchers watchers;
    private final WorkerParties parties;
    private final Requesters requesters;
    private final OrgUnits units;
    private final CaseFiles files;
    private final CaseReaders readers;
    private final Flow flow;
    private final IdempotentRequests once;
    private final Access access;
    private final Actors actors;
    private final TransactionTemplate reading;

    PrivacyJobs(
            PrivacyJobStore store,
            PrivacyJobSteps steps,
            JobPicture picture,
            PrivacyJobWatchers watchers,
            WorkerParties parties,
            Requesters requesters,
            OrgUnits units,
            CaseFiles files,
            CaseReaders readers,
            Flow flow,
            IdempotentRequests once,
            Access access,
            Actors actors,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.picture = picture;
        this.watchers = watchers;
        this.parties = parties;
        this.requesters = requesters;
        this.units = units;
        this.files = files;
        this.readers = readers;
        this.flow = flow;
        this.once = once;
        this.access = access;
        this.actors = actors;
        // of its own: a watcher is told when the transaction that moved something has just ended
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean mayRequest() {
        return !requesters.unitsOf(actors.current()).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public Choices choices() {
        var actor = actors.current();
        var mine = requesters.requireUnits(actor);
        return new Choices(
                mine.stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .map(unit -> new Option(unit.value(), units.get(unit).name()))
                        .toList(),
                parties.ofBank().map(this::dataSets).orElse(List.of()),
                parties.partners().stream()
                        .map(partner -> new Partner(partner.code(), partner.name(), dataSets(partner.code())))
                        .toList());
    }

    private List<DataSet> dataSets(String party) {
        return parties.dataSets(party).stream()
                .map(set -> new DataSet(set.handle(), set.name(), set.rows(), set.valued(), set.registeredAt()))
                .toList();
    }

    @Override
    @Transactional
    public Receipt request(PrivacyJobForm form, String idempotencyKey) {
        return send(form, idempotencyKey);
    }

    /** As {@link #request}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public Receipt send(PrivacyJobForm form, @Nullable String idempotencyKey) {
        var actor = actors.current();
        return once.once(actor, idempotencyKey, "privacyJob.request", form, Receipt.class, () -> take(actor, form));
    }

    private Receipt take(Actor actor, PrivacyJobForm form) {
        access.requireCatalogue(actor);
        var problems = new Problems();
        form.check(problems);
        var bank = parties.ofBank().orElseThrow(() -> new Conflict("noBankWorker"));
        var partner = parties.partners().stream()
                .filter(each -> each.code().equals(form.partner()))
                .findFirst();
        unknown(problems, "partner", form.partner(), partner.isPresent());
        unknown(
                problems,
                "unitCode",
                form.unitCode(),
                form.unitCode() != null && units.all().containsKey(new UnitCode(form.unitCode())));
        var own = held(problems, bank, "bankDataSet", form.bankDataSet());
        @Nullable
        DataSetChoice others = partner.isEmpty()
                ? null
                : held(problems, partner.get().code(), "partnerDataSet", form.partnerDataSet());
        problems.when(
                form.output() == PrivacyOutput.SUM && own != null && !own.valued(), "bankDataSet", "withoutValues");
        problems.orThrow();
        var unit = new UnitCode(Objects.requireNonNull(form.unitCode()));
        if (!requesters.unitsOf(actor).contains(unit)) {
            throw new NotPermitted("requester");
        }
        var with = partner.orElseThrow();
        return open(actor, form, unit, side(bank, own), side(with.code(), others), with.name());
    }

    private static PrivacyJob.Side side(String party, @Nullable DataSetChoice set) {
        var known = Objects.requireNonNull(set);
        return new PrivacyJob.Side(party, new LocalText(party, party), known.handle(), known.rows());
    }

    private Receipt open(
            Actor actor,
            PrivacyJobForm form,
            UnitCode unit,
            PrivacyJob.Side bank,
            PrivacyJob.Side partner,
            LocalText with) {
        var caseId = CaseId.random();
        var number = store.nextNumber();
        files.open(
                caseId,
                CaseKind.PRIVACY_JOB,
                number,
                new LocalText("与" + with.zh() + "的隐私计算", "Privacy job with " + with.en()),
                unit,
                actor.id(),
                null,
                PrivacyJobState.REQUESTED.name(),
                null);
        store.insert(caseId, number, form, bank, partner, actor.id());
        steps.publish(
                "privacyJob.requested", store.get(caseId), actor, details("party", with, "purpose", form.purpose()));
        flow.start(
                PrivacyJobProcess.KEY,
                caseId,
                Flags.of(PrivacyJobProcess.CASE_ID, caseId)
                        .and(PrivacyJobProcess.BANK_PARTY, bank.party())
                        .and(PrivacyJobProcess.PARTNER_PARTY, partner.party()));
        return new Receipt(caseId, number);
    }

    private @Nullable DataSetChoice held(Problems problems, String party, String field, @Nullable String handle) {
        var found = parties.dataSets(party).stream()
                .filter(set -> set.handle().equals(handle))
                .findFirst();
        problems.when(
                handle != null && !handle.isBlank() && found.isEmpty(), field, "dataSetGone", String.valueOf(handle));
        return found.orElse(null);
    }

    private static void unknown(Problems problems, String field, @Nullable String code, boolean found) {
        problems.when(code != null && !code.isBlank() && !found, field, "unknownCode", String.valueOf(code));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<JobRow> jobs(@Nullable String text, @Nullable PrivacyJobState state, int offset, int limit) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        return store.page(text, state, access.visibleUnits(actor).orElse(null), offset, limit)
                .map(picture::row);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Job> job(CaseId caseId) {
        var actor = actors.current();
        readers.requireReads(actor, caseId);
        return store.find(caseId).map(job -> picture.of(job, seesNumbers(actor, job), mayStop(actor, job)));
    }

    /** Whoever may see the case when the watch begins is told; a page that is opened anew asks anew. */
    @Override
    public Runnable watch(CaseId caseId, Consumer<Job> moved) {
        var actor = actors.current();
        readers.requireReads(actor, caseId);
        return watchers.add(
                caseId,
                () -> moved.accept(Objects.requireNonNull(reading.execute(status -> {
                    var job = store.get(caseId);
                    return picture.of(job, seesNumbers(actor, job), mayStop(actor, job));
                }))));
    }

    /** Before its release a number is for those who judge it, and never for who asked for it. */
    private static boolean seesNumbers(Actor actor, PrivacyJob job) {
        return !job.createdBy().equals(actor.id())
                && (actor.has(Role.PRIVACY_ENGINEER) || actor.has(Role.COMPLIANCE) || actor.has(Role.AUDIT));
    }

    private static boolean mayStop(Actor actor, PrivacyJob job) {
        return PrivacyJobCaseFacts.isStoppable(job.state())
                && (job.createdBy().equals(actor.id()) || actor.has(Role.PRIVACY_ENGINEER));
    }

    @Override
    @Transactional
    public void stop(CaseId caseId, StopPrivacyJob body) {
        var actor = actors.current();
        readers.requireReads(actor, caseId);
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        var job = steps.held(caseId);
        if (!job.createdBy().equals(actor.id()) && !actor.has(Role.PRIVACY_ENGINEER)) {
            throw new NotPermitted("stopPrivacyJob");
        }
        if (job.ending() == PrivacyJobState.STOPPED) {
            return;
        }
        if (!PrivacyJobCaseFacts.isStoppable(job.state())) {
            throw new Conflict("privacyJobState", job.number(), job.state());
        }
        steps.halt(job, actor, Objects.requireNonNull(body.reason()));
        flow.send(PrivacyJobProcess.Message.PRIVACY_JOB_STOPPED, caseId);
    }
}
