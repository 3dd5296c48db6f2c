package org.sluice.tasks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.sluice.process.models.ProcessModels;

/** Names of user tasks in the reader's language, as the model calls them. */
final class TaskNames {

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private TaskNames() {}

    static String of(String processKey, String key, Locale locale) {
        return READ.computeIfAbsent(
                        processKey + "/" + locale.getLanguage(), known -> read(ProcessModels.xml(processKey, locale)))
                .getOrDefault(key, key);
    }

    private static Map<String, String> read(String xml) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return model.getModelElementsByType(UserTask.class).stream()
                .collect(Collectors.toUnmodifiableMap(UserTask::getId, UserTask::getName));
    }
}
