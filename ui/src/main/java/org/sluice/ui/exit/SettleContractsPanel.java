package org.sluice.ui.exit;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sluice.process.exit.ContractSettlement;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.process.exit.SettleContracts;
import org.sluice.ui.parts.MoneyField;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** What each open contract has cost in the end; the amount for the days of use stands there to begin with. */
final class SettleContractsPanel extends TaskPanel<SettleContracts> {

    private static final String PRO_RATA = "proRata";

    private final Map<String, MoneyField> settled = new LinkedHashMap<>();
    private final TextArea comment;

    SettleContractsPanel(Material given) {
        super(Task.SETTLE_CONTRACTS);
        figures(given.figures());
        given.figures().stream()
                .filter(figure -> figure.name().equals(PRO_RATA))
                .forEach(figure -> {
                    var contractNo = Objects.requireNonNull(figure.of()).zh();
                    var field = place(
                            "settlements[" + settled.size() + "].settled", new MoneyField(text("settled", contractNo)));
                    field.setRequiredIndicatorVisible(true);
                    field.setValue(figure.amount().amount());
                    settled.put(contractNo, field);
                });
        comment = comment("comment");
    }

    @Override
    public SettleContracts read() {
        var settlements = new ArrayList<ContractSettlement>();
        settled.forEach((contractNo, field) -> settlements.add(new ContractSettlement(contractNo, field.getValue())));
        return new SettleContracts(settlements, written(comment));
    }
}
