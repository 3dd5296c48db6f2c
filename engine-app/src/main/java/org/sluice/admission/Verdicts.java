package org.sluice.admission;

import org.sluice.rulebook.Parameters;
import org.sluice.shared.Auditable;
import org.sluice.shared.DecisionStep.Row;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts on record what an outcome's table says of an admission; whatever is admitted, the ways to go on are the same. */
@Component
class Verdicts {

    /**
     * How the admission goes on; none of the three is set when it is granted at once.
     *
     * @param votes how many members of the committee are asked
     */
    record Verdict(boolean supplementWanted, boolean refused, boolean committeeWanted, long votes) {}

    private final AdmissionStore store;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    Verdicts(AdmissionStore store, Parameters parameters, ApplicationEventPublisher events) {
        this.store = store;
        this.parameters = parameters;
        this.events = events;
    }

    /** @param supplementAsked what is told when the dossier goes back for one round more */
    Verdict keep(Admission admission, Row row, Auditable supplementAsked) {
        var outcome = String.valueOf(row.outputs().get("outcome"));
        var committee = Boolean.TRUE.equals(row.outputs().get("committee"));
        var votes = committee ? parameters.whole("admission.committee.quorum") : 0;
        store.outcome(admission, outcome, row.row(), row.whole("validityMonths"), votes);
        var incomplete = outcome.equals("SUPPLEMENT");
        var supplement = incomplete && admission.round() < parameters.whole("admission.supplement.maxRounds");
        var refused = outcome.equals("REJECTED") || (incomplete && !supplement);
        if (supplement) {
            store.nextRound(admission);
            events.publishEvent(supplementAsked.with("round", admission.round() + 1));
        }
        if (refused) {
            store.reason(admission, incomplete ? "SUPPLEMENTED_TOO_OFTEN" : "REJECTED");
        } else if (committee) {
            // until the committee has voted; what it refuses it refuses for this reason
            store.reason(admission, "VOTED_DOWN");
        }
        return new Verdict(supplement, refused, committee, votes);
    }
}
