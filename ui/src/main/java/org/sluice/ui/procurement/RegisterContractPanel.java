package org.sluice.ui.procurement;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.process.procurement.RegisterContract;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** The signed contract; the house says whether the supervisor had to be told of it. */
final class RegisterContractPanel extends TaskPanel<RegisterContract> {

    private final TextField contractNo = line("contractNo");
    private final DayField signedOn = day("signedOn");
    private final DayField startsOn = day("startsOn");
    private final DayField endsOn = day("endsOn");
    private final BigDecimalField promisedHitRate =
            place("promisedHitRate", new BigDecimalField(text("promisedHitRate")));
    private final DayField supervisorReportedOn = day("supervisorReportedOn");

    RegisterContractPanel() {
        super(Task.REGISTER_CONTRACT);
        contractNo.setRequiredIndicatorVisible(true);
        List.of(signedOn, startsOn, endsOn).forEach(field -> field.setRequiredIndicatorVisible(true));
        promisedHitRate.setHelperText(text("promisedHitRate.help"));
        supervisorReportedOn.setHelperText(text("supervisorReportedOn.help"));
    }

    /** People write percent, the contract holds a share of one. */
    @Override
    public RegisterContract read() {
        return new RegisterContract(
                written(contractNo),
                signedOn.getValue(),
                startsOn.getValue(),
                endsOn.getValue(),
                promisedHitRate.getValue() == null
                        ? null
                        : promisedHitRate.getValue().movePointLeft(2),
                supervisorReportedOn.getValue());
    }
}
