package org.sluice.process.models;

import static org.sluice.process.models.ModelFile.camunda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.sluice.process.Role;

/** What every model must keep to; each check says what is wrong in one line that names the element. */
final class ModelContract {

    private static final Pattern WORDS = Pattern.compile("[a-z]+([A-Z][a-z]+)*");
    private static final Pattern FLAG = Pattern.compile("\\$\\{!?([a-z]\\w*)}");
    private static final Pattern BARE = Pattern.compile("\\$\\{([a-z]\\w*)}");

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    private final ModelFile file;
    private final Vocabulary vocabulary;
    private final List<String> found = new ArrayList<>();

    private ModelContract(ModelFile file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    /** What is wrong; empty when the model keeps to the contract. */
    static List<String> violations(ModelFile file, Vocabulary vocabulary) {
        var contract = new ModelContract(file, vocabulary);
        contract.check();
        return contract.found;
    }

    private void check() {
        identity();
        names();
        expressions();
        forbiddenCode();
        delegates();
        decisions();
        waits();
        severalInstances();
        calls();
        gateways();
        errors();
        diagram();
        chineseNames();
    }

    private void identity() {
        var process = file.process();
        say(file.name().equals(process.getId()), "file name " + file.name() + " is not process id " + process.getId());
        say(vocabulary.key().equals(process.getId()), "KEY " + vocabulary.key() + " is not " + process.getId());
        say(process.isExecutable(), "process is not executable");
        say(!camunda(process, "historyTimeToLive").isEmpty(), "historyTimeToLive is missing");
        file.meaning()
                .map(each -> each.getId())
                .filter(id -> id != null && !id.equals(process.getId()))
                .forEach(id -> say(WORDS.matcher(id).matches(), "id is not words: " + id));
    }

    private void names() {
        same("user tasks", ids(file.all(UserTask.class)), vocabulary.tasks());
        same("topics", file.dom().map(each -> each.getAttribute(ModelFile.CAMUNDA, "topic")), vocabulary.topics());
        same("messages", file.all(Message.class).stream().map(Message::getName), vocabulary.messages());
        same("errors", file.all(Error.class).stream().map(Error::getErrorCode), vocabulary.errors());
        same("signals", file.all(Signal.class).stream().map(Signal::getName), vocabulary.signals());
        var references = file.all(BusinessRuleTask.class).stream().map(each -> camunda(each, "decisionRef"));
        same("decisions", references, vocabulary.decisions());
    }

    private void expressions() {
        for (var flow : file.all(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                declared(flow, FLAG, flow.getConditionExpression().getTextContent());
            }
        }
        for (var timer : file.all(TimerEventDefinition.class)) {
            Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                    .filter(each -> each != null)
                    .forEach(each -> declared(timer, BARE, each.getTextContent()));
        }
        for (var task : file.all(UserTask.class)) {
            for (var group : camunda(task, "candidateGroups").split(",")) {
                if (group.startsWith("$")) {
                    declared(task, BARE, group);
                } else {
                    say(isRole(group.strip()), "candidate group of " + task.getId() + " is no role: " + group);
                }
            }
        }
    }

    private void forbiddenCode() {
        file.dom().forEach(element -> {
            var name = element.getLocalName();
            say(!name.equals("script") && !name.equals("scriptTask"), "script: " + name);
            for (var attribute : List.of("class", "expression")) {
                var value = element.getAttribute(ModelFile.CAMUNDA, attribute);
                var own = name.endsWith("Listener") ? element.getAttribute(attribute) : null;
                say(value == null && own == null, "camunda:" + attribute + " on " + name);
            }
        });
    }

    private void delegates() {
        Stream.concat(file.all(ServiceTask.class).stream(), file.all(SendTask.class).stream())
                .forEach(task -> {
                    var topic = camunda(task, "topic");
                    var delegate = camunda(task, "delegateExpression");
                    say(
                            topic.isEmpty() != delegate.isEmpty(),
                            "not exactly one of topic and delegate: " + task.getId());
                    say(
                            delegate.isEmpty() || delegate.equals("${" + task.getId() + "}"),
                            "delegate " + delegate + " is not called like its task " + task.getId());
                });
        for (var message : file.all(MessageEventDefinition.class)) {
            var thrown = !(message.getParentElement() instanceof CatchEvent);
            var delegate = camunda(message, "delegateExpression");
            say(!thrown || BARE.matcher(delegate).matches(), "thrown message without delegate: " + message.getId());
        }
    }

    private void decisions() {
        for (var task : file.all(BusinessRuleTask.class)) {
            var listeners = task.getExtensionElements() == null
                    ? Set.of()
                    : task
                            .getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaExecutionListener.class)
                            .list()
                            .stream()
                            .map(each -> each.getCamundaEvent() + " " + each.getCamundaDelegateExpression())
                            .collect(Collectors.toSet());
            say(
                    listeners.equals(Set.of("start ${decisionFacts}", "end ${decisionOutcome}")),
                    "decision is not recorded: " + task.getId());
            say(camunda(task, "resultVariable").isEmpty(), "decision result becomes a variable: " + task.getId());
        }
    }

    private void waits() {
        Stream.concat(
                        file.all(UserTask.class).stream(),
                        file.all(Task.class).stream()
                                .filter(each -> !camunda(each, "topic").isEmpty()))
                .forEach(task -> say(
                        camunda(task, "asyncAfter").equals("true"),
                        "a person or a worker would wait for what follows, no asyncAfter: " + task.getId()));
    }

    /**
     * As many as a variable says. People are all asked at once, and each one's answer commits alone; a table is asked
     * about one thing after the other.
     */
    private void severalInstances() {
        for (var loop : file.all(MultiInstanceLoopCharacteristics.class)) {
            var task = loop.getParentElement();
            var id = task.getAttributeValue("id");
            var cardinality = loop.getLoopCardinality();
            if (cardinality == null) {
                found.add("how many instances is not a variable: " + id);
            } else {
                declared(task, BARE, cardinality.getTextContent());
            }
            say(loop.getCompletionCondition() == null, "instances end by a condition: " + id);
            if (task instanceof BusinessRuleTask) {
                say(loop.isSequential(), "facts of several questions would mix: " + id);
            } else {
                say(!loop.isSequential(), "one instance waits for the other: " + id);
                say(camunda(loop, "asyncAfter").equals("true"), "an instance's end does not commit alone: " + id);
            }
        }
    }

    /** The called model is one of the house's, on the same case, and variables go to and fro by name. */
    private void calls() {
        for (var call : file.all(CallActivity.class)) {
            say(
                    ProcessModels.keys().contains(call.getCalledElement()),
                    "no such model is called at " + call.getId() + ": " + call.getCalledElement());
            var in = extensions(call, CamundaIn.class);
            say(
                    in.stream().anyMatch(each -> BUSINESS_KEY.equals(each.getCamundaBusinessKey())),
                    "another case is called: " + call.getId());
            in.stream()
                    .filter(each -> each.getCamundaBusinessKey() == null)
                    .forEach(each -> mapped(call, each.getCamundaSource()));
            extensions(call, CamundaOut.class).forEach(each -> mapped(call, each.getCamundaTarget()));
        }
    }

    private void mapped(CallActivity call, String variable) {
        say(
                variable != null && vocabulary.variables().contains(variable),
                "undeclared variable at " + call.getId() + ": " + variable);
    }

    private static <T extends ModelElementInstance> Collection<T> extensions(CallActivity call, Class<T> type) {
        return call.getExtensionElements() == null
                ? List.of()
                : call.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    private void gateways() {
        for (var gateway : file.all(ExclusiveGateway.class)) {
            // by their source, as the engine reads them, not by the redundant <outgoing> elements
            var flows = file.all(SequenceFlow.class).stream()
                    .filter(flow -> gateway.equals(flow.getSource()))
                    .toList();
            var conditions = flows.stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .map(flow -> flow.getConditionExpression().getTextContent().strip())
                    .toList();
            var complete = gateway.getDefault() != null
                    ? conditions.size() == flows.size() - 1
                            && gateway.getDefault().getConditionExpression() == null
                    : flows.size() < 2 || complementary(conditions, flows.size());
            say(complete, "gateway may find no way out: " + gateway.getId());
        }
    }

    private static boolean complementary(List<String> conditions, int flows) {
        return flows == 2
                && conditions.size() == 2
                && (conditions.get(0).equals(conditions.get(1).replace("${", "${!"))
                        || conditions.get(1).equals(conditions.get(0).replace("${", "${!")));
    }

    private void errors() {
        var caught = file.all(ErrorEventDefinition.class).stream()
                .filter(each -> each.getParentElement() instanceof CatchEvent && each.getError() != null)
                .map(each -> each.getError().getErrorCode())
                .collect(Collectors.toSet());
        for (var error : file.all(Error.class)) {
            say(caught.contains(error.getErrorCode()), "nobody catches error " + error.getErrorCode());
        }
    }

    private void diagram() {
        file.all(FlowNode.class).forEach(node -> say(node.getDiagramElement() != null, "not drawn: " + node.getId()));
        file.all(SequenceFlow.class)
                .forEach(flow -> say(flow.getDiagramElement() != null, "not drawn: " + flow.getId()));
    }

    private void chineseNames() {
        var labelled = file.all(FlowElement.class).stream()
                .filter(each -> each.getName() != null)
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        labelled.add(file.process().getId());
        same("Chinese names", file.named().stream(), labelled);
        file.all(FlowNode.class).forEach(node -> say(node.getName() != null, "has no name: " + node.getId()));
    }

    private void declared(ModelElementInstance element, Pattern shape, String expression) {
        Matcher matcher = shape.matcher(expression.strip());
        var id = element.getAttributeValue("id");
        if (!matcher.matches()) {
            found.add("more than a variable at " + id + ": " + expression);
        } else {
            say(vocabulary.variables().contains(matcher.group(1)), "undeclared variable at " + id + ": " + expression);
        }
    }

    private static boolean isRole(String name) {
        return Stream.of(Role.values()).map(Role::name).anyMatch(name::equals);
    }

    private static <T extends FlowElement> Stream<String> ids(Collection<T> elements) {
        return elements.stream().map((Function<T, String>) FlowElement::getId);
    }

    private void same(String what, Stream<String> inModel, Set<String> declared) {
        var used =
                inModel.filter(each -> each != null && !each.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        say(used.equals(declared), what + " differ: model " + used + ", declared " + declared);
    }

    private void say(boolean right, String wrong) {
        if (!right) {
            found.add(wrong);
        }
    }
}
