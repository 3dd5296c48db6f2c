package org.sluice.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.sluice.process.Role;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementIntakeProcess.Decision;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.process.models.ProcessModels;
import org.sluice.rules.DecisionTables;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same model and the same tables on an engine with nothing around it: its delegates set the flags that the path
 * needs, its listeners put in the facts that the path has, and nobody checks, records, counts or shows anything. Its
 * settings are copied from the house's engine.
 */
final class BareSide implements Side, AutoCloseable {

    private static final Map<String, Map<String, Object>> FACTS = Map.of(
            Decision.INTAKE_TRIAGE,
            Map.of(
                    "catalogueSimilarity",
                    0.3,
                    "reuseAllowed",
                    false,
                    "openRequirementMatch",
                    0.0,
                    "urgency",
                    "NORMAL",
                    "decisionImpact",
                    "LIMIT_OR_PRICE",
                    "inHouseFeasible",
                    false),
            "requirementLadder",
            Map.of("amount", IntakePath.AMOUNT, "method", "UNKNOWN"),
            "requirementAddOn",
            Map.of(
                    "important",
                    false,
                    "jrLevel",
                    3,
                    "containsPI",
                    false,
                    "method",
                    "UNKNOWN",
                    "amount",
                    new BigDecimal("150000.00")));

    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            Task.CONFIRM_NEED, Map.of(RequirementIntakeProcess.CONFIRMED.name(), true),
            Task.GIVE_OPINION, Map.of(),
            Task.WRITE_FEASIBILITY_NOTE,
                    Map.of(
                            RequirementIntakeProcess.FEASIBLE.name(),
                            true,
                            RequirementIntakeProcess.IN_HOUSE.name(),
                            false),
            Task.APPROVE_REQUIREMENT, Map.of(RequirementIntakeProcess.APPROVED.name(), true));

    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final String person = UUID.randomUUID().toString();

    /** @param url of an empty database in the server that the house uses */
    BareSide(String url, ProcessEngineConfigurationImpl house, HikariConfig housePool) {
        pool = pool(url, housePool);
        var transactions = new DataSourceTransactionManager(pool);
        transaction = new TransactionTemplate(transactions);
        engine = engine(house, transactions);
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource(ProcessModels.path(RequirementIntakeProcess.KEY))
                .addClasspathResource(DecisionTables.shipped().path(Decision.INTAKE_TRIAGE))
                .addClasspathResource(DecisionTables.shipped().path(Decision.APPROVAL_LADDER))
                .addClasspathResource(DecisionTables.shipped().path(Decision.APPROVAL_ADD_ON))
                .deploy();
    }

    private static HikariDataSource pool(String url, HikariConfig house) {
        var pool = new HikariDataSource();
        pool.setPoolName("bare");
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(house.getMaximumPoolSize());
        pool.setDataSourceProperties(house.getDataSourceProperties());
        return pool;
    }

    private ProcessEngine engine(ProcessEngineConfigurationImpl house, DataSourceTransactionManager transactions) {
        var bare = new SpringProcessEngineConfiguration();
        bare.setProcessEngineName("bare" + UUID.randomUUID());
        bare.setDataSource(pool);
        bare.setTransactionManager(transactions);
        bare.setDatabaseSchemaUpdate("true");
        bare.setJobExecutorActivate(false);
        bare.setHistory(house.getHistory());
        bare.setHistoryTimeToLive(house.getHistoryTimeToLive());
        bare.setMetricsEnabled(house.isMetricsEnabled());
        bare.setTaskMetricsEnabled(house.isTaskMetricsEnabled());
        bare.setDbMetricsReporterActivate(house.isDbMetricsReporterActivate());
        bare.setAuthorizationEnabled(house.isAuthorizationEnabled());
        bare.setJdbcBatchProcessing(house.isJdbcBatchProcessing());
        bare.setDefaultNumberOfRetries(house.getDefaultNumberOfRetries());
        bare.setFailedJobRetryTimeCycle(house.getFailedJobRetryTimeCycle());
        bare.setDefaultSerializationFormat(house.getDefaultSerializationFormat());
        if (house.getIdGenerator() instanceof StrongUuidGenerator) {
            bare.setIdGenerator(new StrongUuidGenerator());
        }
        bare.setBeans(new HashMap<>(delegates()));
        return bare.buildProcessEngine();
    }

    private static Map<Object, Object> delegates() {
        JavaDelegate nothing = execution -> {};
        JavaDelegate held = execution -> execution.setVariable(RequirementIntakeProcess.RESERVED.name(), true);
        ExecutionListener facts = execution -> FACTS.getOrDefault(execution.getCurrentActivityId(), Map.of())
                .forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
        ExecutionListener outcome = execution -> {
            if (execution.getCurrentActivityId().equals("intakeTriage")) {
                execution.setVariable(RequirementIntakeProcess.REUSE_PROPOSED.name(), false);
                execution.setVariable(RequirementIntakeProcess.MERGE_PROPOSED.name(), false);
            }
        };
        return Map.of(
                "findSimilar", nothing,
                "reserveBudget", held,
                "handOverRequirement", nothing,
                "nextOpinion", next("opinionWanted", "reviewerRole", IntakePath.OPINIONS),
                "nextApproval", next("approvalWanted", "approverRole", IntakePath.APPROVALS),
                "decisionFacts", facts,
                "decisionOutcome", outcome);
    }

    /** Names the role that comes after the one named last, and in the end none. */
    private static JavaDelegate next(String wanted, String role, List<Role> order) {
        return execution -> {
            var last = (String) execution.getVariable(role);
            var at = last == null ? 0 : order.indexOf(Role.valueOf(last)) + 1;
            execution.setVariable(wanted, at < order.size());
            if (at < order.size()) {
                execution.setVariable(role, order.get(at).name());
            }
        };
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public String lead() {
        var caseId = UUID.randomUUID().toString();
        var day = Instant.now().plus(Duration.ofDays(14));
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        RequirementIntakeProcess.KEY,
                        caseId,
                        Map.of(
                                "caseId",
                                caseId,
                                "reminderAt",
                                Date.from(day),
                                "closeAt",
                                Date.from(day.plus(Duration.ofDays(7)))))
                .getId();
        var tasks = engine.getTaskService();
        for (var task = next(instance); task != null; task = next(instance)) {
            var id = task.getId();
            var answer = ANSWERS.getOrDefault(task.getTaskDefinitionKey(), Map.of());
            transaction.executeWithoutResult(status -> {
                tasks.claim(id, person);
                tasks.complete(id, answer);
            });
            Side.runJobs(engine.getManagementService(), instance);
        }
        return instance;
    }

    @SuppressWarnings("NullAway")
    private org.camunda.bpm.engine.task.Task next(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    @Override
    public void settle() {
        // nothing is put off
    }

    @Override
    public HistoryService history() {
        return engine.getHistoryService();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
