package org.sluice.process.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A model as it was read, with its Chinese names; answers what the contract asks of it. */
record ModelFile(String name, BpmnModelInstance model, Set<String> named) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static ModelFile read(Path bpmn) throws IOException {
        var name = bpmn.getFileName().toString().replace(".bpmn", "");
        return of(name, Files.readString(bpmn), Files.newInputStream(bpmn.resolveSibling(name + "_zh.properties")));
    }

    static ModelFile of(String name, String xml, InputStream chinese) throws IOException {
        var names = new Properties();
        try (chinese) {
            names.load(new java.io.InputStreamReader(chinese, StandardCharsets.UTF_8));
        }
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return new ModelFile(name, model, new TreeSet<>(names.stringPropertyNames()));
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** Everything that means something, as opposed to what only draws it. */
    Stream<BaseElement> meaning() {
        return all(BaseElement.class).stream().filter(each -> !(each instanceof DiagramElement));
    }

    Stream<DomElement> dom() {
        return descendants(model.getDefinitions().getDomElement());
    }

    private static Stream<DomElement> descendants(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(ModelFile::descendants));
    }

    static String camunda(ModelElementInstance element, String attribute) {
        var value = element.getAttributeValueNs(CAMUNDA, attribute);
        return value == null ? "" : value;
    }
}
