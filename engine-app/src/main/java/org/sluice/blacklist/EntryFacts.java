package org.sluice.blacklist;

import static org.sluice.shared.Details.coded;
import static org.sluice.shared.Details.details;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a case says about its supplier: what was held against it, who found what, and how it was decided. */
@Component
class EntryFacts implements CaseFacts {

    private final EntryStore store;
    private final Investigation investigation;
    private final Ballots ballots;
    private final Suspensions suspensions;
    private final Appeals appeals;
    private final Liftings liftings;
    private final RelatedParties related;
    private final SupplierRegister suppliers;

    EntryFacts(
            EntryStore store,
            Investigation investigation,
            Ballots ballots,
            Suspensions suspensions,
            Appeals appeals,
            Liftings liftings,
            RelatedParties related,
            SupplierRegister suppliers) {
        this.store = store;
        this.investigation = investigation;
        this.ballots = ballots;
        this.suspensions = suspensions;
        this.appeals = appeals;
        this.liftings = liftings;
        this.related = related;
        this.suppliers = suppliers;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var entry = store.get(caseId);
        var supplier = suppliers.get(entry.supplier());
        var facts = new LinkedHashMap<String, Object>();
        facts.put("supplier", coded(supplier.name(), supplier.code()));
        facts.put("blacklistReason", entry.reason().name());
        facts.put("blacklistSeverity", entry.severity());
        facts.put("evidence", entry.evidence());
        if (entry.noticedOn() != null) {
            facts.put("noticedOn", entry.noticedOn().toString());
            facts.put("notice", String.valueOf(entry.notice()));
        }
        if (entry.repliedOn() != null) {
            facts.put("repliedOn", entry.repliedOn().toString());
            facts.put("reply", String.valueOf(entry.reply()));
        }
        if (entry.months() != null) {
            facts.put("repeat", Boolean.TRUE.equals(entry.repeat()));
            facts.put("months", entry.months());
        }
        if (entry.effectiveOn() != null) {
            facts.put("effectiveOn", entry.effectiveOn().toString());
            facts.put("endsOn", String.valueOf(entry.endsOn()));
        }
        appeals.of(caseId).ifPresent(appeal -> {
            facts.put("appealGrounds", appeal.grounds());
            if (appeal.upheld() != null) {
                facts.put("upheld", appeal.upheld());
                facts.put("appealDecision", String.valueOf(appeal.decision()));
            }
        });
        if (entry.conditionsMet() != null) {
            facts.put("conditionsMet", entry.conditionsMet());
        }
        if (entry.closedFor() != null && !entry.state().isUndecided()) {
            facts.put("closedFor", entry.closedFor());
        }
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(CaseId caseId) {
        return Stream.of(
                        new Table("investigations", found(caseId)),
                        new Table("blacklistVotes", votes(caseId)),
                        new Table("suspensions", suspended(caseId)),
                        new Table("relatedParties", reviewed(caseId)),
                        new Table("liftings", lifted(caseId)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private List<Map<String, Object>> found(CaseId caseId) {
        return investigation.of(caseId).stream()
                .map(each -> details("person", each.person(), "confirmed", each.confirmed(), "comment", each.finding()))
                .toList();
    }

    private List<Map<String, Object>> votes(CaseId caseId) {
        return ballots.of(caseId).stream()
                .map(each -> details(
                        "role", each.role().name(),
                        "person", each.person(),
                        "inFavour", each.inFavour(),
                        "comment", each.comment()))
                .toList();
    }

    private List<Map<String, Object>> suspended(CaseId caseId) {
        return suspensions.of(caseId).stream()
                .map(each -> details(
                        "suspendedUntil",
                        each.endsOn().toString(),
                        "reason",
                        each.reason(),
                        "endedOn",
                        each.endedAt() == null
                                ? null
                                : each.endedAt()
                                        .atZoneSameInstant(WorkingDays.ZONE)
                                        .toLocalDate()
                                        .toString()))
                .toList();
    }

    private List<Map<String, Object>> reviewed(CaseId caseId) {
        return related.of(caseId).stream()
                .map(each -> details(
                        "relatedSupplier",
                        each.name(),
                        "relatedTies",
                        String.join(", ", each.ties()),
                        "restricted",
                        each.restrict(),
                        "comment",
                        each.comment()))
                .toList();
    }

    private List<Map<String, Object>> lifted(CaseId caseId) {
        return liftings.of(caseId).stream()
                .map(each ->
                        details("grounds", each.grounds(), "liftingAllowed", each.allowed(), "lifted", each.lifted()))
                .toList();
    }

    /** Once the appeal is over, nothing happens until the review; an entry in force waits for its end. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(CaseId caseId) {
        var entry = store.get(caseId);
        return entry.state() == BlacklistState.EFFECTIVE && entry.endsOn() != null
                ? Optional.of(new Standing(
                        "blacklistInForce",
                        entry.endsOn().atStartOfDay(WorkingDays.ZONE).toInstant()))
                : Optional.empty();
    }

    /** A proposal is not taken back: it is investigated. */
    @Override
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        return false;
    }
}
