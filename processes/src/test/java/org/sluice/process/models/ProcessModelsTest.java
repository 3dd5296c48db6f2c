package org.sluice.process.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;
import org.sluice.process.NotFound;
import org.sluice.process.intake.RequirementIntakeProcess;

class ProcessModelsTest {

    private static final String KEY = RequirementIntakeProcess.KEY;

    @Test
    void speaksTheReadersLanguage() {
        assertThat(nameOf(Locale.CHINESE)).isEqualTo("确认需求");
        assertThat(nameOf(Locale.SIMPLIFIED_CHINESE)).isEqualTo("确认需求");
        assertThat(nameOf(Locale.ENGLISH)).isEqualTo("Confirm need");
        assertThat(nameOf(Locale.UK)).isEqualTo("Confirm need");
        assertThat(nameOf(Locale.FRENCH)).isEqualTo("确认需求");
    }

    @Test
    void changesNothingButNames() {
        var english = model(Locale.ENGLISH);
        var chinese = model(Locale.CHINESE);
        assertThat(chinese.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getId)
                .containsExactlyElementsOf(english.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        assertThat(chinese.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder(
                        RequirementIntakeProcess.Message.REQUIREMENT_WITHDRAWN,
                        RequirementIntakeProcess.Message.SOURCING_REQUESTED);
    }

    @Test
    void leavesNoEnglishNameToAChineseReader() {
        assertThat(model(Locale.CHINESE).getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).matches(".*\\p{IsHan}.*"));
    }

    @Test
    void readsEachTextOnce() {
        assertThat(ProcessModels.xml(KEY, Locale.CHINESE)).isSameAs(ProcessModels.xml(KEY, Locale.CHINA));
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> ProcessModels.xml("no-such-model", Locale.CHINESE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ProcessModels.path("../secret")).isInstanceOf(NotFound.class);
    }

    @Test
    void readsNoForeignEntity() {
        var xml = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";
        assertThatThrownBy(() -> NameOverlay.apply(xml, new Properties())).isInstanceOf(IllegalStateException.class);
    }

    private static String nameOf(Locale locale) {
        return ((FlowNode) model(locale).getModelElementById("confirmNeed")).getName();
    }

    private static BpmnModelInstance model(Locale locale) {
        var xml = ProcessModels.xml(KEY, locale).getBytes(StandardCharsets.UTF_8);
        return Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
    }
}
