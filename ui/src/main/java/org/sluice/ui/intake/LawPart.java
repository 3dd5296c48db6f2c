package org.sluice.ui.intake;

import com.vaadin.flow.component.select.Select;
import org.sluice.process.intake.ConsentChannel;
import org.sluice.process.intake.LegalBasis;
import org.sluice.process.intake.RequirementForm;
import org.sluice.ui.parts.FormFields;

/** On which ground the bank may handle the data, when persons are concerned. */
final class LawPart extends FormPart {

    final Select<LegalBasis> basis;
    final Select<ConsentChannel> channel;

    LawPart(FormFields fields, Runnable changed) {
        super("law", fields, changed);
        basis = constant("legalBasis", LegalBasis.class);
        channel = constant("consentChannel", ConsentChannel.class);
    }

    /** Says whether a legal basis is required: it is as soon as there is, or may be, personal information. */
    void persons(boolean concerned) {
        basis.setRequiredIndicatorVisible(concerned);
        basis.setHelperText(label(concerned ? "legalBasis.persons" : "legalBasis.noPersons"));
    }

    @Override
    void fill(RequirementForm form) {
        basis.setValue(form.legalBasis());
        channel.setValue(form.consentChannel());
    }
}
