package org.sluice.privacy.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose a worker's task is, and who stands before the engine. */
@Component
public class PartyTasks {

    /** What a task is to a party. */
    public enum Holding {
        OWN,
        /** Another party's, or no worker's at all. */
        FOREIGN,
        /** There is none, or no longer. */
        NONE
    }

    private final ExternalTaskService tasks;
    private final IdentityService identities;
    private final HistoryService history;

    PartyTasks(ExternalTaskService tasks, IdentityService identities, HistoryService history) {
        this.tasks = tasks;
        this.identities = identities;
        this.history = history;
    }

    public Holding of(String task, String party) {
        var found = find(task);
        if (found == null) {
            return Holding.NONE;
        }
        return party.equals(found.getTenantId())
                        && WorkerTopic.named(found.getTopicName()).isPresent()
                ? Holding.OWN
                : Holding.FOREIGN;
    }

    /** Empty when there is no such task, or it is no worker's. */
    public Optional<WorkerTopic> topic(String task) {
        return Optional.ofNullable(find(task)).flatMap(found -> WorkerTopic.named(found.getTopicName()));
    }

    /** True while a worker holds the task's lock. */
    public boolean isHeld(String task) {
        return !held(Set.of(task)).isEmpty();
    }

    /** Those of them whose lock a worker holds; the engine is asked once. */
    public Set<String> held(Set<String> some) {
        return some.isEmpty()
                ? Set.of()
                : tasks.createExternalTaskQuery().externalTaskIdIn(some).locked().list().stream()
                        .map(ExternalTask::getId)
                        .collect(Collectors.toSet());
    }

    /** Removes what the engine remembers of an instance's variables. */
    public void forgetVariables(String processInstance) {
        history.deleteHistoricVariableInstancesByProcessInstanceId(processInstance);
    }

    /** Lets the engine see the party as its user, and its tenant as the only one, and nothing of it afterwards. */
    public <T> T as(String party, Callable<T> call) throws Exception {
        identities.setAuthentication(party, List.of(), List.of(party));
        try {
            return call.call();
        } finally {
            identities.clearAuthentication();
        }
    }

    private @Nullable ExternalTask find(String task) {
        return tasks.createExternalTaskQuery().externalTaskId(task).singleResult();
    }
}
