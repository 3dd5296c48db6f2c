package org.sluice.support;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Which elements of the models the cases of one test class have passed, so that it can insist at its end that no path
 * was left out. Whoever asks for one gets one of its own: what another class passes does not count. A class asks before
 * all of its tests, since fields are injected anew before each.
 */
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class PathsPassed {

    private final HistoryService history;
    private final RepositoryService repository;
    private final Map<String, Set<String>> passed = new HashMap<>();

    PathsPassed(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** Remembers what the case has passed in the model, and insists on some of it. */
    public void assertPassed(String key, String caseId, String... elements) {
        assertPassed(List.of(key), caseId, elements);
    }

    /** Remembers what the case has passed in the models, and insists on some of it, in whichever model it stands. */
    public void assertPassed(List<String> keys, String caseId, String... elements) {
        var ids = new HashSet<String>();
        for (var key : keys) {
            var here = of(key, caseId);
            passed.computeIfAbsent(key, each -> new HashSet<>()).addAll(here);
            ids.addAll(here);
        }
        assertThat(ids).as("%s of case %s", keys, caseId).isNotEmpty().containsAll(Set.of(elements));
    }

    private Set<String> of(String key, String caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(key)
                .processInstanceBusinessKey(caseId)
                .list()
                .stream()
                .flatMap(
                        instance -> history
                                .createHistoricActivityInstanceQuery()
                                .finished()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(step -> step.getActivityId())
                .collect(toSet());
    }

    /** Insists that what was remembered has every element of these kinds; the model must have some of each. */
    @SafeVarargs
    public final void assertNoneLeftOut(String key, Class<? extends FlowNode>... kinds) {
        for (var kind : kinds) {
            assertAllPassed(key, elements(key, kind));
        }
    }

    /** Insists that what was remembered has all of these. */
    public void assertAllPassed(String key, Set<String> elements) {
        assertThat(elements).as(key).isNotEmpty();
        assertThat(passed.getOrDefault(key, Set.of())).as(key).containsAll(elements);
    }

    /** The elements of a kind that the model has. */
    public Set<String> elements(String key, Class<? extends FlowNode> kind) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(kind).stream()
                .map(FlowNode::getId)
                .collect(toCollection(HashSet::new));
    }
}
