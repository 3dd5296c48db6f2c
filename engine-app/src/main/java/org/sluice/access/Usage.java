package org.sluice.access;

import static org.sluice.shared.Details.details;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.access.UsageGrants.Grant;
import org.sluice.budget.Budget;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Page;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.Withdraw;
import org.sluice.process.access.ConsentProof;
import org.sluice.process.access.StopReason;
import org.sluice.process.access.StopUse;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.process.access.UsageForm;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.shared.IdempotentRequests;
import org.sluice.shared.OrgUnits;
import org.sluice.ui.access.UsageDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk at which people ask for the use of a product, see who uses what, and take a use away. */
@Service
public class Usage implements UsageDesk {

    private final UsageRequests requests;
    private final UsageStore store;
    private final UsageGauge gauge;
    private final GrantStore grantStore;
    private final UsageGrants grants;
    private final ProductRegister products;
    private final Taxonomy taxonomy;
    private final OrgUnits units;
    private final Budget budget;
    private final Parameters parameters;
    private final CaseFiles files;
    private final Flow flow;
    private final IdempotentRequests once;
    private final Access access;
    private final Actors actors;

    Usage(
            UsageRequests requests,
            UsageStore store,
            UsageGauge gauge,
            GrantStore grantStore,
            UsageGrants grants,
            ProductRegister products,
            Taxonomy taxonomy,
            OrgUnits units,
            Budget budget,
            Parameters parameters,
            CaseFiles files,
            Flow flow,
            IdempotentRequests once,
            Access access,
            Actors actors) {
        this.requests = requests;
        this.store = store;
        this.gauge = gauge;
        this.grantStore = grantStore;
        this.grants = grants;
        this.products = products;
        this.taxonomy = taxonomy;
        this.units = units;
        this.budget = budget;
        this.parameters = parameters;
        this.files = files;
        this.flow = flow;
        this.once = once;
        this.access = access;
        this.actors = actors;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRequest(String productCode) {
        return !asksFor(actors.current()).isEmpty()
                && products.byCode(productCode)
                        .filter(product -> product.state().equals("LISTED"))
                        .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Choices choices(String productCode) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        var mine = asksFor(actor);
        if (mine.isEmpty()) {
            throw new NotPermitted("requester");
        }
        var product = product(productCode);
        var delivery = products.delivery(product.id());
        var labels = taxonomy.labels(List.of(delivery.dataClass()));
        return new Choices(
                product.code(),
                product.name(),
                mine.stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .map(unit -> new Option(unit.value(), units.get(unit).name()))
                        .toList(),
                taxonomy.scenarios().stream()
                        .map(scenario -> new Option(scenario.code(), scenario.name()))
                        .toList(),
                delivery.fields().stream()
                        .map(name -> new Option(name, labels.getOrDefault(name, new LocalText(name, name))))
                        .toList(),
                gauge.today().plusMonths(parameters.whole("usage.termMonths")));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CostCentre> costCentres(String unitCode, String scenarioCode) {
        var unit = new UnitCode(unitCode);
        requireAsks(actors.current(), unit);
        return budget.linesWith(Money.ZERO, gauge.scenario(scenarioCode).businessLine(), unit).stream()
                .map(line -> new CostCentre(line.code(), line.name(), line.available()))
                .toList();
    }

    @Override
    @Transactional
    public Receipt request(UsageForm form, String idempotencyKey) {
        return send(form, idempotencyKey);
    }

    /** As {@link #request}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public Receipt send(UsageForm form, @Nullable String idempotencyKey) {
        var actor = actors.current();
        return once.once(actor, idempotencyKey, "usage.request", form, Receipt.class, () -> take(actor, form));
    }

    private Receipt take(Actor actor, UsageForm form) {
        access.requireCatalogue(actor);
        var problems = new Problems();
        form.check(problems);
        lookUp(form, problems);
        problems.orThrow();
        var unit = new UnitCode(Objects.requireNonNull(form.unitCode()));
        requireAsks(actor, unit);
        var product = product(Objects.requireNonNull(form.productCode()));
        var stands = grants.standingOf(product.id()).stream()
                .anyMatch(grant -> grant.unit().equals(unit)
                        && grant.scenario().equals(form.scenarioCode())
                        && grant.purpose() == form.purpose()
                        && Objects.equals(grant.callingSystem(), form.callingSystem()));
        if (stands) {
            throw new Conflict("usageGranted", product.code());
        }
        var caseId = CaseId.random();
        var number = store.nextNumber();
        var scenario =
                gauge.scenario(Objects.requireNonNull(form.scenarioCode())).name();
        files.open(
                caseId,
                CaseKind.USAGE,
                number,
                new LocalText(
                        "使用" + product.name().zh() + "：" + scenario.zh(),
                        "Use of " + product.name().en() + ": " + scenario.en()),
                unit,
                actor.id(),
                null,
                UsageRequest.State.REQUESTED.name(),
                null);
        store.insert(caseId, number, product.id(), form, actor.id());
        requests.publish(
                "usage.requested",
                store.get(caseId),
                actor,
                details("product", product.code(), "scenario", scenario, "purpose", form.purpose()));
        flow.start(UsageAuthorizationProcess.KEY, caseId, Flags.of(UsageAuthorizationProcess.CASE_ID, caseId));
        return new Receipt(caseId, number);
    }

    /** A complete request; sent as it stands by a requester of head office it is taken, once. */
    @Transactional(readOnly = true)
    public UsageForm example() {
        var scenario = "NEW_CUSTOMER_ACQUISITION";
        var line = gauge.scenario(scenario).businessLine();
        var product = store.exampleProduct(line).flatMap(products::byCode).orElse(null);
        var centres = budget.linesWith(Money.ZERO, line, UnitCode.HEAD_OFFICE);
        return new UsageForm(
                product == null ? "DP-00001" : product.code(),
                UnitCode.HEAD_OFFICE.value(),
                scenario,
                "SME-LOAN-2",
                grants.purposeOf(scenario),
                null,
                ConsentProof.NONE,
                product == null
                        ? List.of("uscc")
                        : products.delivery(product.id()).fields().subList(0, 1),
                20L,
                null,
                gauge.today().plusMonths(6),
                false,
                null,
                null,
                false,
                centres.isEmpty() ? "BL" : centres.get(0).code(),
                false,
                true);
    }

    /** Every code must be known; what only the house can say is looked up and not asked. */
    private void lookUp(UsageForm form, Problems problems) {
        var product = form.productCode() == null
                ? null
                : products.byCode(form.productCode()).orElse(null);
        var scenario = form.scenarioCode() == null
                ? null
                : taxonomy.scenario(form.scenarioCode()).orElse(null);
        var unit = form.unitCode() == null || !units.all().containsKey(new UnitCode(form.unitCode()))
                ? null
                : new UnitCode(form.unitCode());
        unknown(problems, "productCode", form.productCode(), product);
        unknown(problems, "scenarioCode", form.scenarioCode(), scenario);
        unknown(problems, "unitCode", form.unitCode(), unit);
        problems.when(
                form.validTo() != null && form.validTo().isBefore(gauge.today()),
                "validTo",
                "inThePast",
                gauge.today());
        if (product != null) {
            var delivered = products.delivery(product.id()).fields();
            for (int i = 0; i < form.fields().size(); i++) {
                var name = form.fields().get(i);
                problems.when(!delivered.contains(name), "fields[" + i + "]", "unknownCode", name);
            }
            problems.when(
                    form.legalBasis() == null && gauge.containsPersonalInfo(product.id(), form.fields()),
                    "legalBasis",
                    "requiredForPersons");
        }
        if (unit != null && scenario != null && form.costCentre() != null) {
            problems.when(
                    budget.linesWith(Money.ZERO, scenario.businessLine(), unit).stream()
                            .noneMatch(line -> line.code().equals(form.costCentre())),
                    "costCentre",
                    "unknownCode",
                    form.costCentre());
        }
    }

    private static void unknown(Problems problems, String field, @Nullable String code, @Nullable Object found) {
        problems.when(code != null && !code.isBlank() && found == null, field, "unknownCode", String.valueOf(code));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<GrantRow> grants(
            @Nullable String text, @Nullable String state, @Nullable String productCode, int offset, int limit) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        return grantStore
                .page(text, state, productCode, access.visibleUnits(actor).orElse(null), offset, limit)
                .map(grant -> row(actor, grant));
    }

    /** A grant as this person sees it. */
    @Transactional(readOnly = true)
    public GrantRow grant(UUID id) {
        var actor = actors.current();
        return row(actor, seen(actor, id));
    }

    private GrantRow row(Actor actor, Grant grant) {
        var stop = grant.ended() == null ? grant.suspended() : grant.ended();
        var active = grant.state().equals("ACTIVE");
        var suspended = grant.state().equals("SUSPENDED");
        return new GrantRow(
                grant.id(),
                grant.productCode(),
                grant.productName(),
                grant.unitName(),
                grant.scenarioName(),
                grant.purpose(),
                grant.callingSystem(),
                grant.callsPerDay(),
                grant.state(),
                grant.validTo(),
                grant.caseId(),
                grant.caseNumber(),
                stop == null ? null : stop.reason(),
                stop == null ? null : stop.comment(),
                active && keepsWatch(actor),
                suspended && keepsWatch(actor) && !isBlocked(grant) && !isSuspender(actor, grant),
                grant.stands() && mayRevoke(actor, grant));
    }

    @Override
    @Transactional
    public void suspend(UUID grant, StopUse why) {
        suspend(grant, why, null);
    }

    /** As {@link #suspend(UUID, StopUse)}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public void suspend(UUID grant, StopUse why, @Nullable String idempotencyKey) {
        var actor = actors.current();
        requireWatch(actor, seen(actor, grant));
        once(actor, idempotencyKey, "grant.suspend", grant, why, () -> grants.suspend(grant, ending(actor, why)));
    }

    @Override
    @Transactional
    public void resume(UUID grant, StopUse why) {
        resume(grant, why, null);
    }

    /** As {@link #resume(UUID, StopUse)}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public void resume(UUID grant, StopUse why, @Nullable String idempotencyKey) {
        var actor = actors.current();
        var found = seen(actor, grant);
        requireWatch(actor, found);
        once(actor, idempotencyKey, "grant.resume", grant, why, () -> {
            // held until this transaction ends, so that nobody suspends it anew between the look and the deed
            grantStore.lock(grant);
            if (isBlocked(grants.get(grant))) {
                throw new Conflict("useBlocked", found.productCode());
            }
            if (isSuspender(actor, found)) {
                throw new Conflict("resumeSameEyes");
            }
            grants.resume(grant, ending(actor, why));
        });
    }

    @Override
    @Transactional
    public void revoke(UUID grant, StopUse why) {
        revoke(grant, why, null);
    }

    /** As {@link #revoke(UUID, StopUse)}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public void revoke(UUID grant, StopUse why, @Nullable String idempotencyKey) {
        var actor = actors.current();
        var found = seen(actor, grant);
        if (!mayRevoke(actor, found)) {
            throw new NotPermitted("revokeUse", found.unitName());
        }
        once(actor, idempotencyKey, "grant.revoke", grant, why, () -> grants.revoke(grant, ending(actor, why)));
    }

    private void once(Actor actor, @Nullable String key, String operation, UUID grant, StopUse why, Runnable effect) {
        once.once(actor, key, operation, List.of(grant, why), UUID.class, () -> {
            effect.run();
            return grant;
        });
    }

    private static Ending ending(Actor actor, StopUse why) {
        if (!why.problems().isEmpty()) {
            throw new Invalid(why.problems());
        }
        return new Ending(actor, null, Objects.requireNonNull(why.reason()), why.comment());
    }

    private Grant seen(Actor actor, UUID id) {
        access.requireCatalogue(actor);
        var grant = grants.get(id);
        access.requireSees(actor, grant.unit());
        return grant;
    }

    /** Data stewards and compliance watch over all uses of the bank. */
    private boolean keepsWatch(Actor actor) {
        return access.acts(actor, Role.DATA_STEWARD, UnitCode.HEAD_OFFICE)
                || access.acts(actor, Role.COMPLIANCE, UnitCode.HEAD_OFFICE);
    }

    private void requireWatch(Actor actor, Grant grant) {
        if (!keepsWatch(actor)) {
            throw new NotPermitted("suspendUse", grant.unitName());
        }
    }

    private boolean mayRevoke(Actor actor, Grant grant) {
        return keepsWatch(actor) || access.acts(actor, Role.BUSINESS_OWNER, grant.unit());
    }

    /** The product leaves use: that is opened again in its exit, by whose signature it takes, and not use by use. */
    private static boolean isBlocked(Grant grant) {
        return grant.suspended() != null && grant.suspended().reason() == StopReason.PRODUCT_EXIT;
    }

    private boolean isSuspender(Actor actor, Grant grant) {
        return grantStore
                .suspendedBy(grant.id())
                .filter(person -> person.equals(actor.id().value()))
                .isPresent();
    }

    /** Only who sent it takes it back, until it is decided; doing it twice changes nothing. */
    @Override
    @Transactional
    public void withdraw(CaseId caseId, Withdraw body) {
        var actor = actors.current();
        var request = store.get(caseId);
        if (!request.createdBy().equals(actor.id())) {
            access.requireSees(actor, request.unit());
            throw new NotPermitted("withdraw", request.number());
        }
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        files.lock(caseId);
        request = store.get(caseId);
        if (request.state() == UsageRequest.State.WITHDRAWN) {
            return;
        }
        request.mustBe(UsageRequest.State.REQUESTED);
        requests.end(request, UsageRequest.State.WITHDRAWN, "withdrawn", body.reason());
        requests.publish("usage.withdrawn", request, actor, details("reason", body.reason()));
        flow.send(UsageAuthorizationProcess.Message.USAGE_WITHDRAWN, caseId);
    }

    /** As {@link #withdraw}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public Receipt takeBack(CaseId caseId, Withdraw body, @Nullable String idempotencyKey) {
        var request = List.of(caseId, body);
        return once.once(actors.current(), idempotencyKey, "usage.withdraw", request, Receipt.class, () -> {
            withdraw(caseId, body);
            return new Receipt(caseId, store.get(caseId).number());
        });
    }

    private ProductRegister.Registered product(String code) {
        return products.byCode(code).orElseThrow(() -> new NotFound("product", code));
    }

    private void requireAsks(Actor actor, UnitCode unit) {
        if (!mayAsk(actor, unit)) {
            throw new NotPermitted("requester");
        }
    }

    private boolean mayAsk(Actor actor, UnitCode unit) {
        return access.acts(actor, Role.BUSINESS_REQUESTER, unit) || access.acts(actor, Role.BUSINESS_OWNER, unit);
    }

    private Set<UnitCode> asksFor(Actor actor) {
        return actor.rights().stream()
                .map(Actor.Right::unit)
                .filter(unit -> mayAsk(actor, unit))
                .collect(Collectors.toUnmodifiableSet());
    }
}
