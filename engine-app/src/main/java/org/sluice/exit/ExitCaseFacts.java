package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Details;
import org.sluice.shared.TimerDates;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a product leaves use, what that affects, who signed, and what became of it, in the order in which it happened. */
@Component
class ExitCaseFacts implements CaseFacts {

    private final ExitStore store;
    private final ExitApprovals approvals;
    private final ExitImpact impact;
    private final Deletions deletions;
    private final ExitWithdrawals withdrawals;
    private final ProductRegister products;
    private final TimerDates timers;
    private final CaseFiles files;

    ExitCaseFacts(
            ExitStore store,
            ExitApprovals approvals,
            ExitImpact impact,
            Deletions deletions,
            ExitWithdrawals withdrawals,
            ProductRegister products,
            TimerDates timers,
            CaseFiles files) {
        this.store = store;
        this.approvals = approvals;
        this.impact = impact;
        this.deletions = deletions;
        this.withdrawals = withdrawals;
        this.products = products;
        this.timers = timers;
        this.files = files;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        return withdrawals.may(actor, store.get(caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var exit = store.get(caseId);
        var assessed = exit.assessment();
        var urgency = exit.urgency();
        var compared = exit.comparison();
        var facts = details(
                "product", coded(exit.product()),
                "trigger", exit.trigger(),
                "reason", said(exit.reason()));
        if (assessed != null) {
            facts.putAll(details(
                    "incidentLevel", assessed.incidentLevel(),
                    "sourceLawful", assessed.sourceLawful(),
                    "critical", assessed.critical(),
                    "replacementReady", assessed.replacementReady(),
                    "assessment", assessed.comment()));
        }
        if (urgency != null) {
            facts.putAll(details(
                    "urgency", urgency.code(),
                    "parallelRunDays", urgency.parallelRunDays(),
                    "blockAt", day(urgency.blockAt()),
                    "blockedSince", exit.blockedAt() == null ? null : day(exit.blockedAt())));
        }
        facts.putAll(details(
                "replacement",
                exit.replacement() == null ? null : coded(exit.replacement()),
                "replacementReasons",
                exit.replacementReasons(),
                "bridgeUntil",
                exit.bridgeUntil() == null ? null : exit.bridgeUntil().toString(),
                "bridgeReasons",
                exit.bridgeReasons()));
        if (compared != null) {
            facts.putAll(details(
                    "replacementFits", compared.fits(),
                    "hitRateGap", compared.hitRateGap(),
                    "valueAgreement", compared.valueAgreement(),
                    "ksLoss", compared.ksLoss(),
                    "comparison", compared.comment()));
        }
        facts.putAll(details(
                "useEndedOn",
                exit.useEndedAt() == null ? null : day(exit.useEndedAt()),
                "endReason",
                exit.endReason()));
        return facts;
    }

    /** The case that it comes from stands among the related ones. */
    private @Nullable String said(@Nullable String reason) {
        return reason == null || files.numbered(reason).isPresent() ? null : reason;
    }

    /** A grant that no case was asked for goes by its scenario's name alone: nobody reads its code. */
    private @Nullable String number(ExitImpact.Affected affected) {
        return affected.kind() == ExitImpact.Kind.GRANT
                        && files.numbered(affected.code()).isEmpty()
                ? null
                : affected.code();
    }

    private LocalText coded(UUID id) {
        var product = products.get(id);
        return Details.coded(product.name(), product.code());
    }

    private static String day(java.time.Instant at) {
        return at.atZone(WorkingDays.ZONE).toLocalDate().toString();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(CaseId caseId) {
        return Stream.of(
                        new Table("affected", affected(caseId)),
                        new Table("signatures", signatures(caseId)),
                        new Table("deletionCertificates", certificates(caseId)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private List<Map<String, Object>> affected(CaseId caseId) {
        return impact.of(caseId).stream()
                .map(each -> details(
                        "affectedKind", each.kind(),
                        "code", number(each),
                        "name", each.kind() == ExitImpact.Kind.CONTRACT ? null : each.name(),
                        "unit", each.unitName(),
                        "affectedOutcome", each.outcome()))
                .toList();
    }

    private List<Map<String, Object>> signatures(CaseId caseId) {
        return approvals.of(caseId).stream()
                .map(each -> details(
                        "role", each.role(),
                        "signature", each.state(),
                        "person", each.person(),
                        "insteadOf", each.givenAs() == null || each.givenAs() == each.role() ? null : each.givenAs(),
                        "comment", each.comment()))
                .toList();
    }

    private List<Map<String, Object>> certificates(CaseId caseId) {
        return deletions.of(caseId).stream()
                .map(each -> details(
                        "deletionSide", each.side(),
                        "certified", each.certified(),
                        "certificateNo", each.certificateNo(),
                        "deletedOn",
                                each.deletedOn() == null
                                        ? null
                                        : each.deletedOn().toString(),
                        "statement", each.statement(),
                        "kept", each.kept(),
                        "measures", each.measures(),
                        "blacklistCase", number(each.proposal())))
                .toList();
    }

    private @Nullable String number(@Nullable CaseId proposal) {
        return proposal == null ? null : files.get(proposal).number();
    }

    /** The bridge is waited for by nobody; everything else an open task says. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(CaseId caseId) {
        var exit = store.get(caseId);
        return switch (exit.state()) {
            case BRIDGED ->
                Optional.ofNullable(exit.bridgeUntil())
                        .map(until -> new Standing(
                                "bridged", until.atStartOfDay(WorkingDays.ZONE).toInstant()));
            case COMPARING ->
                timers.at(caseId, DataExitProcess.PARALLEL_RUN_UNTIL).map(at -> new Standing("comparing", at));
            default -> Optional.empty();
        };
    }
}
