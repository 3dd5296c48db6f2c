package org.sluice.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BpmnNamesTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t">
              <process id="p">
                <userTask id="confirmNeed" name="Confirm&#10;  need"/>
                <exclusiveGateway id="fork"/>
              </process>
            </definitions>
            """;

    @Test
    void callElementsByTheirNameOnOneLine() {
        assertThat(BpmnNames.of(MODEL).name("confirmNeed")).isEqualTo("Confirm need");
    }

    @Test
    void callElementsWithoutNameByTheirId() {
        assertThat(BpmnNames.of(MODEL).name("fork")).isEqualTo("fork");
    }

    @Test
    void refuseWhatIsNoModel() {
        assertThatThrownBy(() -> BpmnNames.of("no model")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void openNoOtherFile() {
        var hostile = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><d id='a' name='&x;'/>";
        assertThatThrownBy(() -> BpmnNames.of(hostile)).isInstanceOf(IllegalArgumentException.class);
    }
}
