package org.sluice.admission.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sluice.admission.ProductTesting;
import org.sluice.shared.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component("orderMatchTest")
class OrderMatchTest implements JavaDelegate {

    private final ProductTesting testing;

    OrderMatchTest(ProductTesting testing) {
        this.testing = testing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var variables = CaseVariables.of(execution);
        variables.put(testing.order(variables.caseId()));
    }
}
