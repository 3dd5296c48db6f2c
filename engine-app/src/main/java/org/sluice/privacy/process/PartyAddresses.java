package org.sluice.privacy.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.sluice.privacy.PartyWork;
import org.sluice.privacy.WorkerParties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the workers of parties are reached: whoever computes with them now hears of it. */
@Service
public class PartyAddresses {

    private final WorkerParties parties;
    private final List<PartyWork> kinds;
    private final RuntimeService engine;

    PartyAddresses(WorkerParties parties, List<PartyWork> kinds, RuntimeService engine) {
        this.parties = parties;
        this.kinds = List.copyOf(kinds);
        this.engine = engine;
    }

    /** A further worker of this party is there, or still is. */
    @Transactional
    public void tell(String party, String address) {
        parties.reached(party, address);
        kinds.stream().flatMap(kind -> kind.reached(party).stream()).forEach(this::renew);
    }

    /** Where it is told something else: most often nothing has changed. */
    private void renew(PartyWork.Renewal renewal) {
        renewal.flags().values().forEach((name, value) -> {
            if (!value.equals(engine.getVariable(renewal.processInstance(), name))) {
                engine.setVariable(renewal.processInstance(), name, value);
            }
        });
    }
}
