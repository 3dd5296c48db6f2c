package org.sluice.ui.intake;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.RequirementForm;
import org.sluice.ui.parts.FormFields;

/** How the data comes, how often and how fast. */
final class DeliveryPart extends FormPart {

    final Select<InterfaceForm> form;
    final IntegerField peakTps;
    final IntegerField latencyMs;

    private final BigDecimalField calls;

    DeliveryPart(FormFields fields, Runnable changed) {
        super("delivery", fields, changed);
        form = constant("interfaceForm", InterfaceForm.class);
        calls = decimal("expectedCallsPerYear");
        peakTps = whole("peakTps");
        latencyMs = whole("latencyMsP99");
        mandatory(form, calls);
    }

    @Nullable
    Long callsPerYear() {
        var value = calls.getValue();
        return value == null ? null : value.setScale(0, RoundingMode.HALF_UP).longValue();
    }

    @Override
    void fill(RequirementForm draft) {
        form.setValue(draft.interfaceForm());
        calls.setValue(draft.expectedCallsPerYear() == null ? null : BigDecimal.valueOf(draft.expectedCallsPerYear()));
        peakTps.setValue(draft.peakTps());
        latencyMs.setValue(draft.latencyMsP99());
    }
}
