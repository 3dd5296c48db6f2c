package org.sluice.privacy.web;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.process.WorkerTopic;
import org.sluice.process.Var;
import org.sluice.process.privacy.PrivacyOrderTopic;

/**
 * What a worker may say to the engine. Its request is read, checked, and written anew from what is known: what the
 * engine gets holds no other topic, tenant, variable, type or error than those of a {@link WorkerTopic}, and no measure
 * beyond ours.
 */
final class TaskCall {

    static final Set<String> VERBS = Set.of("complete", "failure", "bpmnError", "extendLock", "lock", "unlock");

    private static final long LONGEST_WAIT = 30_000;
    private static final long LONGEST_LOCK = 300_000;
    private static final long LONGEST_PAUSE = 3_600_000;
    private static final int MOST_TASKS = 8;
    private static final int MOST_RETRIES = 100;
    private static final int LONGEST_MESSAGE = 600;
    private static final int LONGEST_DETAILS = 4000;
    private static final int LONGEST_TEXT = 200;

    /** A signed receipt; the engine keeps no longer text in a variable. */
    private static final int LONGEST_RECEIPT = 4000;

    /** How the engine calls the types of what a worker may hand in. */
    private static final Map<Class<?>, String> TYPES =
            Map.ofEntries(entry(Long.class, "Long"), entry(Double.class, "Double"), entry(String.class, "String"));

    /** The request says something that this engine does not take. */
    static final class Unfit extends Exception {

        Unfit(String message) {
            super(message);
        }
    }

    private final WorkerIdentity worker;
    private final @Nullable WorkerTopic topic;
    private final JsonNode said;
    private final ObjectNode call = JsonNodeFactory.instance.objectNode();

    private TaskCall(WorkerIdentity worker, @Nullable WorkerTopic topic, JsonNode said) throws Unfit {
        this.worker = worker;
        this.topic = topic;
        this.said = said;
        if (!said.isObject()) {
            throw new Unfit("The body must be a JSON object");
        }
    }

    static ObjectNode fetch(WorkerIdentity worker, JsonNode said) throws Unfit {
        return new TaskCall(worker, null, said).fetch();
    }

    /** @param topic of the task; null when there is none, which the engine will say */
    static ObjectNode of(String verb, @Nullable WorkerTopic topic, WorkerIdentity worker, JsonNode said) throws Unfit {
        var call = new TaskCall(worker, topic, said);
        return switch (verb) {
            case "complete" -> call.complete();
            case "failure" -> call.failure();
            case "bpmnError" -> call.bpmnError();
            case "extendLock" -> call.extendLock();
            case "lock" -> call.lock();
            case "unlock" -> call.call;
            default -> throw new Unfit("There is no call " + verb);
        };
    }

    private ObjectNode fetch() throws Unfit {
        named();
        call.put("maxTasks", Math.min(whole("maxTasks", 1, Integer.MAX_VALUE), MOST_TASKS));
        // both parties take the ranges of a run in one order, so that those in hand meet
        call.put("usePriority", true);
        if (said.hasNonNull("asyncResponseTimeout")) {
            call.put("asyncResponseTimeout", Math.min(whole("asyncResponseTimeout", 0, Long.MAX_VALUE), LONGEST_WAIT));
        }
        var topics = call.putArray("topics");
        for (var wanted : said.path("topics")) {
            var served = WorkerTopic.named(wanted.path("topicName").asText());
            if (served.isPresent()) {
                fetch(topics.addObject(), wanted, served.get());
            }
        }
        return call;
    }

    private void fetch(ObjectNode asked, JsonNode wanted, WorkerTopic served) throws Unfit {
        asked.put("topicName", served.topic());
        asked.put("lockDuration", Math.min(whole(wanted, "lockDuration", 1, Long.MAX_VALUE), LONGEST_LOCK));
        asked.put("processDefinitionKey", served.process());
        asked.put("deserializeValues", false);
        asked.putArray("tenantIdIn").add(worker.party());
        var variables = asked.putArray("variables");
        asked(wanted, names(served.input())).forEach(variables::add);
    }

    /** All of the input where a worker names none. */
    private static Set<String> asked(JsonNode wanted, Set<String> input) {
        var names = wanted.path("variables");
        if (!names.isArray()) {
            return input;
        }
        var asked = new TreeSet<String>();
        names.forEach(name -> asked.add(name.asText()));
        asked.retainAll(input);
        return asked;
    }

    private ObjectNode complete() throws Unfit {
        named();
        if (topic == null) {
            return call;
        }
        var variables = call.putObject("variables");
        for (var result : topic.result()) {
            variables.set(result.name(), value(said.path("variables"), result));
        }
        for (var extra : topic.extra()) {
            if (said.path("variables").has(extra.name())) {
                variables.set(extra.name(), value(said.path("variables"), extra));
            }
        }
        only(
                said.path("variables"),
                names(Stream.concat(topic.result().stream(), topic.extra().stream())
                        .toList()));
        only(said.path("localVariables"), Set.of());
        return call;
    }

    private ObjectNode failure() throws Unfit {
        named();
        text("errorMessage", LONGEST_MESSAGE);
        text("errorDetails", LONGEST_DETAILS);
        call.put("retries", whole("retries", 0, MOST_RETRIES));
        call.put("retryTimeout", Math.min(whole("retryTimeout", 0, Long.MAX_VALUE), LONGEST_PAUSE));
        return call;
    }

    private ObjectNode bpmnError() throws Unfit {
        named();
        if (topic == null) {
            return call;
        }
        if (!topic.refused().equals(said.path("errorCode").asText())) {
            throw new Unfit("The errorCode must be " + topic.refused());
        }
        call.put("errorCode", topic.refused());
        text("errorMessage", LONGEST_MESSAGE);
        var variables = said.path("variables");
        only(variables, names(List.of(topic.reason())));
        call.putObject("variables").set(topic.reason().name(), value(variables, topic.reason()));
        return call;
    }

    private ObjectNode extendLock() throws Unfit {
        named();
        call.put("newDuration", Math.min(whole("newDuration", 1, Long.MAX_VALUE), LONGEST_LOCK));
        return call;
    }

    private ObjectNode lock() throws Unfit {
        named();
        call.put("lockDuration", Math.min(whole("lockDuration", 1, Long.MAX_VALUE), LONGEST_LOCK));
        return call;
    }

    private void named() throws Unfit {
        var name = said.path("workerId").asText();
        if (!name.equals(worker.lockName()) && worker.further(name).isEmpty()) {
            throw new Unfit("The workerId of this party must be " + worker.lockName()
                    + ", or for a further worker that and @host:port");
        }
        call.put("workerId", name);
    }

    private void text(String field, int longest) {
        var text = said.path(field).asText("");
        call.put(field, text.length() > longest ? text.substring(0, longest) : text);
    }

    private long whole(String field, long least, long most) throws Unfit {
        return whole(said, field, least, most);
    }

    private static long whole(JsonNode in, String field, long least, long most) throws Unfit {
        var value = in.path(field);
        if (!value.canConvertToExactIntegral()
                || !value.canConvertToLong()
                || value.asLong() < least
                || value.asLong() > most) {
            throw new Unfit(field + " must be a whole number from " + least + " to " + most);
        }
        return value.asLong();
    }

    private static ObjectNode value(JsonNode variables, Var<?> variable) throws Unfit {
        var value = variables.path(variable.name()).path("value");
        var fits = variable.stored() == Long.class
                ? value.canConvertToExactIntegral() && value.canConvertToLong()
                : variable.stored() == Double.class
                        ? value.isNumber() && Double.isFinite(value.asDouble())
                        : value.isTextual() && value.asText().length() <= longest(variable);
        if (!fits) {
            throw new Unfit("The variable " + variable.name() + " must be a " + TYPES.get(variable.stored()));
        }
        var typed = JsonNodeFactory.instance.objectNode().put("type", TYPES.get(variable.stored()));
        typed.set("value", value);
        return typed;
    }

    private static int longest(Var<?> variable) {
        return variable.name().equals(PrivacyOrderTopic.RECEIPT.name()) ? LONGEST_RECEIPT : LONGEST_TEXT;
    }

    private static void only(JsonNode variables, Set<String> names) throws Unfit {
        for (var name : (Iterable<String>) variables::fieldNames) {
            if (!names.contains(name)) {
                throw new Unfit("No variable of this name is taken here");
            }
        }
    }

    private static Set<String> names(List<Var<?>> variables) {
        return variables.stream().map(Var::name).collect(Collectors.toUnmodifiableSet());
    }
}
