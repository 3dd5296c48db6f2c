package org.sluice.privacy;

import static org.sluice.shared.Details.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was asked for, and what either side will know, which approvers read first; how far both parties are stands in a panel
 * of its own beside it.
 */
@Component
class PrivacyJobCaseFacts implements CaseFacts {

    private final PrivacyJobStore store;
    private final OrderStore orders;

    PrivacyJobCaseFacts(PrivacyJobStore store, OrderStore orders) {
        this.store = store;
        this.orders = orders;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var job = store.get(caseId);
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "purpose", job.purpose());
        put(facts, "partner", job.partner().name());
        put(facts, "bankDataSet", job.bank().dataSetName());
        put(facts, "partnerDataSet", job.partner().dataSetName());
        put(facts, "bankLearns", Learning.ofBank(job));
        put(facts, "partnerLearns", Learning.ofPartner(job));
        put(facts, "reason", job.reason());
        return facts;
    }

    @Override
    public List<Table> tables(CaseId caseId) {
        return List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(CaseId caseId) {
        var job = store.get(caseId);
        return switch (job.state()) {
            case RELEASED -> Optional.ofNullable(job.purgeAt()).map(at -> new Standing("privacyJobPurges", at));
            case PREFLIGHT, RUNNING, PURGING ->
                Optional.ofNullable(job.step())
                        .map(step ->
                                new Standing("privacyJobRuns", orders.get(step).deadline()));
            case REQUESTED, TROUBLED, HELD, REFUSED, STOPPED, FAILED, CLOSED, WITHHELD -> Optional.empty();
        };
    }

    /** It is stopped, which leaves a reason and purges at both parties, and not taken back. */
    @Override
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        return false;
    }

    static boolean isStoppable(PrivacyJobState state) {
        return !state.isEnd() && state != PrivacyJobState.PURGING;
    }
}
