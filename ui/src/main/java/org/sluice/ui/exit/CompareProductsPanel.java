package org.sluice.ui.exit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.exit.CompareProducts;
import org.sluice.process.exit.DataExitProcess.Task;
import org.sluice.ui.tasks.TaskPanel;

/** What the parallel run has shown. */
final class CompareProductsPanel extends TaskPanel<CompareProducts> {

    private final RadioButtonGroup<Boolean> fits = yesNo("fits");
    private final BigDecimalField hitRateGap = place("hitRateGap", new BigDecimalField(text("hitRateGap")));
    private final BigDecimalField valueAgreement = place("valueAgreement", new BigDecimalField(text("valueAgreement")));
    private final BigDecimalField ksLoss = place("ksLoss", new BigDecimalField(text("ksLoss")));
    private final TextArea comment = comment("comment");

    CompareProductsPanel() {
        super(Task.COMPARE_PRODUCTS);
        fits.setRequiredIndicatorVisible(true);
        hitRateGap.setRequiredIndicatorVisible(true);
        valueAgreement.setRequiredIndicatorVisible(true);
        hitRateGap.setHelperText(text("hitRateGap.help"));
        ksLoss.setHelperText(text("ksLoss.help"));
        reasonForNo(fits, comment);
    }

    @Override
    public CompareProducts read() {
        return new CompareProducts(
                fits.getValue(), hitRateGap.getValue(), valueAgreement.getValue(), ksLoss.getValue(), written(comment));
    }
}
