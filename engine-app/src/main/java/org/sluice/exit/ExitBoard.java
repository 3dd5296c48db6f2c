package org.sluice.exit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.Catalogue;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.Withdraw;
import org.sluice.process.exit.OpenExit;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseReaders;
import org.sluice.shared.IdempotentRequests;
import org.sluice.ui.exit.ExitDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens exits, shows them and takes them back, for people. */
@Service
public class ExitBoard implements ExitDesk {

    @Schema(name = "ExitOpened")
    public record Receipt(
            CaseId caseId,
            @Schema(example = "EXI-2026-00001") String number) {}

    /**
     * An exit with all that was found and decided.
     *
     * @param blockedAt null while use goes on
     */
    @Schema(name = "Exit")
    public record Sheet(
            Line line,
            String reason,
            @Nullable Assessment assessment,

            @Schema(description = "when use is blocked at the latest") @Nullable
            Instant blockAt,

            @Nullable Instant blockedAt,
            List<Approval> approvals,

            @Schema(description = "what stood on the product, and what became of it")
            List<Affected> affected,

            @Nullable String replacementReasons,
            @Nullable LocalDate bridgeUntil,
            @Nullable String bridgeReasons,
            @Nullable Comparison comparison,
            @Nullable Instant useEndedAt,
            List<Deletion> deletions,
            @Nullable String endReason) {}

    @Schema(name = "ExitAssessment")
    public record Assessment(
            String incidentLevel,
            boolean sourceLawful,
            boolean critical,
            boolean replacementReady,
            @Nullable String comment) {}

    @Schema(name = "ExitApproval")
    public record Approval(
            Role role,

            @Schema(description = "WAITING, ASKED, GIVEN or REFUSED")
            String state,

            @Nullable LocalText person,

            @Schema(description = "who signed, where a signature did not come in time") @Nullable
            Role givenAs,

            @Nullable String comment) {}

    @Schema(name = "ExitAffected")
    public record Affected(
            @Schema(description = "GRANT, REQUIREMENT, APPLICATION_CASE or CONTRACT")
            String kind,

            String code,
            LocalText name,
            @Nullable LocalText unit,
            @Nullable String outcome) {}

    @Schema(name = "ExitComparison")
    public record Comparison(
            boolean fits,
            BigDecimal hitRateGap,
            BigDecimal valueAgreement,
            @Nullable BigDecimal ksLoss,
            @Nullable String comment) {}

    @Schema(name = "ExitDeletion")
    public record Deletion(
            @Schema(description = "BANK or SUPPLIER") String side,
            boolean certified,
            @Nullable String certificateNo,
            @Nullable LocalDate deletedOn,
            String statement,
            @Nullable String kept,
            @Nullable String measures,
            @Nullable CaseId proposal) {}

    private final ExitOpening opening;
    private final ExitWithdrawals withdrawals;
    private final ExitStore store;
    private final ExitApprovals approvals;
    private final ExitImpact impact;
    private final Deletions deletions;
    private final Replacements replacements;
    private final Catalogue catalogue;
    private final ProductRegister products;
    private final SupplierRegister suppliers;
    private final IdempotentRequests requests;
    private final CaseReaders readers;
    private final Access access;
    private final Actors actors;

    ExitBoard(
            ExitOpening opening,
            ExitWithdrawals withdrawals,
            ExitStore store,
            ExitApprovals approvals,
            ExitImpact impact,
            Deletions deletions,
            Replacements replacements,
            Catalogue catalogue,
            ProductRegister products,
            SupplierRegister suppliers,
            IdempotentRequests requests,
            CaseReaders readers,
            Access access,
            Actors actors) {
        this.opening = opening;
        this.withdrawals = withdrawals;
        this.store = store;
        this.approvals = approvals;
        this.impact = impact;
        this.deletions = deletions;
        this.replacements = replacements;
        this.catalogue = catalogue;
        this.products = products;
        this.suppliers = suppliers;
        this.requests = requests;
        this.readers = readers;
        this.access = access;
        this.actors = actors;
    }

    @Override
    @Transactional(readOnly = true)
    public OfProduct ofProduct(String code) {
        var actor = reader();
        var product = product(code);
        var mayOpen = mayOpen(actor)
                && ExitOpening.IN_USE.contains(product.state())
                && store.openOf(product.id()).isEmpty();
        return new OfProduct(
                store.ofProduct(product.id()).stream().map(this::line).toList(),
                mayOpen,
                mayOpen && replacements.isCritical(product.id()),
                mayOpen && replacements.isReady(product.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> ofSupplier(String code) {
        reader();
        var supplier = suppliers.byCode(code).orElseThrow(() -> new NotFound("supplier", code));
        return store.ofSupplier(supplier.id()).stream().map(this::line).toList();
    }

    /** The exit of a case, for people who see it. */
    @Transactional(readOnly = true)
    public Sheet ofCase(CaseId caseId) {
        readers.requireReads(actors.current(), caseId);
        var exit = store.get(caseId);
        var facts = exit.assessment();
        var compared = exit.comparison();
        return new Sheet(
                line(exit),
                exit.reason(),
                facts == null
                        ? null
                        : new Assessment(
                                facts.incidentLevel().name(),
                                facts.sourceLawful(),
                                facts.critical(),
                                facts.replacementReady(),
                                facts.comment()),
                exit.urgency() == null ? null : exit.urgency().blockAt(),
                exit.blockedAt(),
                approvals.of(caseId).stream()
                        .map(each ->
                                new Approval(each.role(), each.state(), each.person(), each.givenAs(), each.comment()))
                        .toList(),
                impact.of(caseId).stream()
                        .map(each -> new Affected(
                                each.kind().name(), each.code(), each.name(), each.unitName(), each.outcome()))
                        .toList(),
                exit.replacementReasons(),
                exit.bridgeUntil(),
                exit.bridgeReasons(),
                compared == null
                        ? null
                        : new Comparison(
                                compared.fits(),
                                compared.hitRateGap(),
                                compared.valueAgreement(),
                                compared.ksLoss(),
                                compared.comment()),
                exit.useEndedAt(),
                deletions.of(caseId).stream()
                        .map(each -> new Deletion(
                                each.side().name(),
                                each.certified(),
                                each.certificateNo(),
                                each.deletedOn(),
                                each.statement(),
                                each.kept(),
                                each.measures(),
                                each.proposal()))
                        .toList(),
                exit.endReason());
    }

    @Override
    @Transactional
    public CaseId open(String productCode, OpenExit body) {
        return open(productCode, body, null).caseId();
    }

    /**
     * As {@link #open(String, OpenExit)}; a null key means that the caller asks for no protection against doubles.
     *
     * @throws org.sluice.process.NotPermitted when the person neither stewards data nor heads its department
     */
    @Transactional
    public Receipt open(String productCode, OpenExit body, @Nullable String idempotencyKey) {
        var actor = reader();
        if (!mayOpen(actor)) {
            access.requireActs(actor, Role.DATA_STEWARD, UnitCode.HEAD_OFFICE);
        }
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        var request = List.of(productCode, body);
        return requests.once(actor, idempotencyKey, "exit.open", request, Receipt.class, () -> {
            var trigger = Objects.requireNonNull(body.trigger());
            var facts = body.facts();
            var caseId = opening.open(
                    actor,
                    product(productCode).id(),
                    trigger,
                    Objects.requireNonNull(body.reason()),
                    facts == null ? null : Assessments.of(trigger, facts, "facts."),
                    null);
            return new Receipt(caseId, store.get(caseId).number());
        });
    }

    @Override
    @Transactional
    public void withdraw(CaseId caseId, Withdraw body) {
        withdraw(caseId, body, null);
    }

    /** As {@link #withdraw(CaseId, Withdraw)}; a null key means that the caller asks for no protection against doubles. */
    @Transactional
    public void withdraw(CaseId caseId, Withdraw body, @Nullable String idempotencyKey) {
        var actor = actors.current();
        var request = List.of(caseId.toString(), body);
        requests.once(actor, idempotencyKey, "exit.withdraw", request, Receipt.class, () -> {
            withdrawals.withdraw(actor, caseId, body);
            return new Receipt(caseId, store.get(caseId).number());
        });
    }

    private Actor reader() {
        var actor = actors.current();
        access.requireCatalogue(actor);
        return actor;
    }

    private boolean mayOpen(Actor actor) {
        return access.acts(actor, Role.DATA_STEWARD, UnitCode.HEAD_OFFICE)
                || access.acts(actor, Role.DATA_HEAD, UnitCode.HEAD_OFFICE);
    }

    private ProductRegister.Registered product(String code) {
        return catalogue
                .productByCode(code)
                .map(card -> products.get(card.id().value()))
                .orElseThrow(() -> new NotFound("product", code));
    }

    private Line line(Exit exit) {
        var product = products.get(exit.product());
        return new Line(
                exit.caseId(),
                exit.number(),
                product.code(),
                product.name(),
                exit.trigger(),
                exit.state().name(),
                exit.urgency() == null ? null : exit.urgency().code(),
                exit.isBlocked() && !exit.state().isClosed(),
                exit.replacement() == null
                        ? null
                        : products.get(exit.replacement()).code(),
                exit.openedAt(),
                exit.endedAt());
    }
}
