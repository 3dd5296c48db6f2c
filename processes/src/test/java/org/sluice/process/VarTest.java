package org.sluice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VarTest {

    @Test
    void storesIdsAsTextAndReadsThemBack() {
        var caseId = CaseId.random();
        var stored = Var.caseId("caseId").encode(caseId);
        assertThat(stored).isEqualTo(caseId.toString());
        assertThat(Var.caseId("caseId").decode(stored)).isEqualTo(caseId);

        var uuid = UUID.randomUUID();
        assertThat(Var.uuid("jobId").decode(Var.uuid("jobId").encode(uuid))).isEqualTo(uuid);
    }

    @Test
    void storesPlainValuesAsTheyAre() {
        assertThat(Var.flag("confirmed").encode(true)).isEqualTo(true);
        assertThat(Var.number("rows").encode(3L)).isEqualTo(3L);
        assertThat(Var.text("role").encode("RISK_MGMT")).isEqualTo("RISK_MGMT");
        assertThat(Var.instant("closeAt").encode(new Date(5))).isEqualTo(new Date(5));
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatThrownBy(() -> Var.flag("confirmed").decode("yes")).isInstanceOf(ClassCastException.class);
    }

    @Test
    void refusesACaseIdThatCannotExist() {
        assertThatThrownBy(() -> Var.caseId("caseId").decode("REQ-1")).isInstanceOf(NotFound.class);
    }
}
