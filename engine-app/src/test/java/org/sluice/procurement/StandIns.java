package org.sluice.procurement;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.sluice.process.CaseId;
import org.sluice.shared.process.CaseVariables;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The called processes, answered at once: what an admission asks of whom is tested where it lives; here only its answer
 * matters. They stand in a context of their own, since the latest model of a key is the one that is called.
 */
@TestConfiguration(proxyBeanMethods = false)
class StandIns {

    /** Codes of suppliers and names of products that are refused. */
    static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    @Bean
    JavaDelegate standInSupplier(JdbcClient jdbc) {
        return execution -> {
            var caseId = CaseVariables.of(execution).caseId();
            var supplier =
                    jdbc.sql("""
                            select s.code from sluice.quotation q join sluice.supplier s on s.id = q.supplier
                            where q.case_id = ? and q.state = 'CHOSEN'
                            """).param(caseId.value()).query(String.class).single();
            var admitted = !REFUSED.contains(supplier);
            jdbc.sql("""
                            update sluice.supplier
                            set state = ?, admission_ends_on = case when ? then current_date + 3650 end where code = ?
                            """)
                    .params(admitted ? "QUALIFIED" : "REJECTED", admitted, supplier)
                    .update();
            end(jdbc, caseId, admitted);
            execution.setVariable("admitted", admitted);
        };
    }

    @Bean
    JavaDelegate standInProduct(JdbcClient jdbc) {
        return execution -> {
            var caseId = CaseVariables.of(execution).caseId();
            var name = jdbc.sql("select product_name from sluice.quotation where case_id = ? and state = 'CHOSEN'")
                    .param(caseId.value())
                    .query(String.class)
                    .single();
            var admitted = !REFUSED.contains(name);
            jdbc.sql("""
                            update sluice.data_product set state = ?, admission_ends_on = current_date + 3650
                            where id = (select product from sluice.quotation where case_id = ? and state = 'CHOSEN')
                            """)
                    .params(admitted ? "ADMITTED" : "REJECTED", caseId.value())
                    .update();
            end(jdbc, caseId, admitted);
            execution.setVariable("admitted", admitted);
        };
    }

    private static void end(JdbcClient jdbc, CaseId caseId, boolean admitted) {
        jdbc.sql("""
                        update sluice.admission set state = ?, valid_until = case when ? then current_date + 3650 end,
                            ended_at = now()
                        where case_id = ? and ended_at is null
                        """)
                .params(admitted ? "ADMITTED" : "REFUSED", admitted, caseId.value())
                .update();
    }

    static void deploy(RepositoryService engine) {
        var deployment = engine.createDeployment().name("stand-ins");
        deployment.addModelInstance(
                "supplier.bpmn",
                Bpmn.createExecutableProcess("supplier-admission")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .serviceTask()
                        .camundaDelegateExpression("${standInSupplier}")
                        .endEvent()
                        .done());
        deployment.addModelInstance(
                "product.bpmn",
                Bpmn.createExecutableProcess("data-admission")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .serviceTask()
                        .camundaDelegateExpression("${standInProduct}")
                        .endEvent()
                        .done());
        deployment.deploy();
    }
}
