package org.sluice.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.sluice.process.Body;
import org.sluice.process.Var;
import org.sluice.process.models.ProcessModels;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.DecisionTable;
import org.sluice.rules.DecisionTables;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Numbers;
import org.sluice.shared.TaskForm;
import org.sluice.support.HouseTest;
import org.sluice.ui.tasks.PanelType;
import org.sluice.ui.tasks.TaskPanels;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Models, decision tables, forms, panels and parameters speak of the same things (house, section 3). */
@HouseTest
class ModelsFitCodeTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern FLAG = Pattern.compile("\\$\\{!?(\\w+)}");

    /** Which Java types a column of a table takes. */
    private static final Map<String, Set<String>> COLUMNS = Map.of(
            "string", Set.of("String"),
            "boolean", Set.of("boolean"),
            "integer", Set.of("int", "long"),
            "long", Set.of("int", "long"),
            "double", Set.of("double", "BigDecimal"),
            "number", Set.of("double", "BigDecimal"));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DecisionTables tables;

    @Autowired
    private List<TaskForm<?>> forms;

    @Autowired
    private TaskPanels panels;

    @Autowired
    private List<DecisionStep> steps;

    @Autowired
    private Parameters parameters;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyDelegateIsABean() {
        var delegates = all(BaseElement.class)
                .map(element -> camunda(element, "delegateExpression"))
                .filter(expression -> !expression.isEmpty())
                .toList();

        assertThat(delegates).isNotEmpty().allSatisfy(expression -> assertThat(bean(expression))
                .as(expression)
                .isInstanceOf(JavaDelegate.class));
    }

    @Test
    void everyListenerIsABean() {
        var listeners = models().values().stream()
                .flatMap(model -> model.getModelElementsByType(CamundaExecutionListener.class).stream())
                .map(CamundaExecutionListener::getCamundaDelegateExpression)
                .toList();

        assertThat(listeners).isNotEmpty().allSatisfy(expression -> assertThat(bean(expression))
                .as(expression)
                .isInstanceOf(ExecutionListener.class));
    }

    @Test
    void everyUserTaskHasOneFormAndOnePanelOfTheSameBody() {
        var tasks = all(UserTask.class).map(FlowElement::getId).toList();
        var ofForms = new TreeMap<String, Class<? extends Body>>();
        var ofPanels = new TreeMap<String, Class<? extends Body>>();
        forms.forEach(form ->
                assertThat(ofForms.put(form.key(), form.body())).as(form.key()).isNull());
        for (PanelType<?> panel : panels.types()) {
            assertThat(ofPanels.put(panel.key(), panel.body())).as(panel.key()).isNull();
        }

        assertThat(tasks).isNotEmpty().doesNotHaveDuplicates();
        assertThat(ofForms.keySet()).isEqualTo(new TreeSet<>(tasks));
        assertThat(ofPanels).isEqualTo(ofForms);
    }

    @Test
    void everyUserTaskHasAName() {
        var tasks = all(UserTask.class).map(FlowElement::getId).collect(Collectors.toSet());

        assertThat(tasks).isNotEmpty();
        TextsFitCodeTest.assertOnScreen(tasks, "task.");
    }

    @Test
    void everyBusinessRuleTaskAsksAShippedTableThroughOneStep() {
        var asked = new TreeMap<String, String>();
        all(BusinessRuleTask.class).forEach(task -> assertThat(asked.put(task.getId(), task.getCamundaDecisionRef()))
                .as(task.getId())
                .isNull());
        var answered = new TreeMap<String, String>();
        steps.forEach(step -> assertThat(answered.put(step.element(), step.decision()))
                .as(step.element())
                .isNull());

        assertThat(asked).isNotEmpty().isEqualTo(answered);
        assertThat(tables.keys()).containsAll(asked.values());
    }

    @Test
    void everyBusinessRuleTaskIsGivenItsFactsAndRecorded() {
        assertThat(all(BusinessRuleTask.class)).isNotEmpty().allSatisfy(task -> assertThat(
                        task
                                .getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaExecutionListener.class)
                                .list()
                                .stream()
                                .map(each -> each.getCamundaEvent() + " " + each.getCamundaDelegateExpression()))
                .containsExactly("start ${decisionFacts}", "end ${decisionOutcome}"));
    }

    @Test
    void factsAreTheInputsOfTheTable() {
        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            var inputs = tables.table(step.decision()).inputs();
            var facts = facts(step);
            assertThat(facts.stream().map(RecordComponent::getName))
                    .as(step.element())
                    .containsExactlyInAnyOrderElementsOf(
                            inputs.stream().map(DecisionTable.Column::name).toList());
            for (var input : inputs) {
                var fact = facts.stream()
                        .filter(each -> each.getName().equals(input.name()))
                        .findFirst()
                        .orElseThrow();
                assertThat(COLUMNS.getOrDefault(input.type(), Set.of()))
                        .as("%s of %s is %s in the table", input.name(), step.element(), input.type())
                        .contains(fact.getType().getSimpleName());
            }
        });
    }

    private static List<RecordComponent> facts(DecisionStep step) {
        // a step that asks the same table at another place has the facts of the step that it extends
        var records = Stream.<Class<?>>iterate(
                        AopUtils.getTargetClass(step), type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .filter(type -> type.isRecord() && type.getSimpleName().equals("Facts"))
                .toList();
        assertThat(records).as("facts of " + step.element()).hasSize(1);
        return List.of(records.get(0).getRecordComponents());
    }

    @Test
    void stepsReadOutputsThatTheTableGives() {
        var read = ReachingTexts.of(
                Sources.trees(),
                Argument.of("", "whole", 0, "row"),
                Argument.of("", "roles", 0, "row"),
                Argument.of("", "get", 0, "row"));

        assertThat(read.lost()).isEmpty();
        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            var outputs = tables.table(step.decision()).outputs().stream()
                    .map(DecisionTable.Column::name)
                    .toList();
            assertThat(outputs)
                    .containsAll(read.textsIn(AopUtils.getTargetClass(step).getSimpleName() + ".java"));
        });
        assertThat(read.texts()).contains("route", "slaWorkingDays", "approvers", "adds");
    }

    @Test
    void everyConditionIsADeclaredFlag() {
        int looked = 0;
        for (var key : ProcessModels.keys()) {
            var conditions = models().get(key).getModelElementsByType(SequenceFlow.class).stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .map(flow -> flow.getConditionExpression().getTextContent().strip())
                    .toList();
            var flags = variables(key).stream()
                    .filter(variable -> variable.stored() == Boolean.class)
                    .map(Var::name)
                    .toList();
            assertThat(conditions).allSatisfy(condition -> {
                var flag = FLAG.matcher(condition);
                assertThat(flag.matches()).as(condition).isTrue();
                assertThat(flags).contains(flag.group(1));
            });
            looked += conditions.size();
        }
        assertThat(looked).isGreaterThan(8);
    }

    @Test
    void everyParameterThatTheCodeAsksForIsInForce() {
        var asked = ReachingTexts.of(
                Sources.trees(),
                Argument.of("Parameters.java", "number", 0, "parameters"),
                Argument.of("Parameters.java", "numberFor", 0, "parameters"),
                Argument.of("Parameters.java", "term", 0, "parameters"),
                Argument.of("Parameters.java", "whole", 0, "parameters"),
                Argument.of("Numbers.java", "number", 0, "inForce"),
                Argument.of("Numbers.java", "whole", 0, "inForce"));
        var compiled = Walls.HOUSE.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> (call.getTargetOwner().isEquivalentTo(Parameters.class)
                                || call.getTargetOwner().isEquivalentTo(Numbers.class))
                        && List.of("number", "numberFor", "term", "whole").contains(call.getName()))
                .count();

        assertThat(asked.lost()).isEmpty();
        assertThat(asked.calls())
                .as("calls in the sources and in the classes")
                .isEqualTo((int) compiled)
                .isPositive();
        assertThat(asked.texts()).hasSizeGreaterThan(8).allSatisfy(key -> {
            assertThat(jdbc.sql("select count(*) from sluice.rule_parameter where key = ?")
                            .param(key)
                            .query(Integer.class)
                            .single())
                    .as(key)
                    .isPositive();
            assertThat(parameters.number(key)).as(key).isNotNull();
        });
    }

    private Object bean(String expression) {
        var name = BEAN.matcher(expression);
        assertThat(name.matches()).as(expression).isTrue();
        return context.getBean(name.group(1));
    }

    private static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return models().values().stream().flatMap(model -> model.getModelElementsByType(type).stream());
    }

    private static Map<String, BpmnModelInstance> models() {
        var models = new TreeMap<String, BpmnModelInstance>();
        for (var key : ProcessModels.keys()) {
            var in = ProcessModels.class.getClassLoader().getResourceAsStream(ProcessModels.path(key));
            models.put(key, Bpmn.readModelFromStream(in));
        }
        assertThat(models).isNotEmpty();
        return models;
    }

    /** {@code processes/intake/requirement-intake.bpmn} pairs with {@code intake.RequirementIntakeProcess}. */
    private static List<Var<?>> variables(String key) {
        var stage = ProcessModels.path(key).split("/")[1];
        var name = Arrays.stream(key.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        var variables = new ArrayList<Var<?>>();
        try {
            var type = Class.forName("org.sluice.process." + stage + "." + name + "Process");
            for (var variable : (List<?>) type.getField("VARIABLES").get(null)) {
                variables.add((Var<?>) variable);
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return variables;
    }

    private static String camunda(ModelElementInstance element, String attribute) {
        var value = element.getAttributeValueNs(CAMUNDA, attribute);
        return value == null ? "" : value;
    }
}
