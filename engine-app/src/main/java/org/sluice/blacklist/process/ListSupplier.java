package org.sluice.blacklist.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.blacklist.BlacklistSteps;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("listSupplier")
class ListSupplier implements JavaDelegate {

    private final BlacklistSteps steps;

    ListSupplier(BlacklistSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(SupplierBlacklistProcess.RELATED_COUNT, (long) steps.list(variables.caseId()));
    }
}
