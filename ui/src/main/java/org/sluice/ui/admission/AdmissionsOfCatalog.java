package org.sluice.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import org.sluice.ui.admission.AdmissionDesk.Turn;
import org.sluice.ui.catalog.CatalogGuest;
import org.sluice.ui.parts.Words;

/** Admissions on the pages of their supplier and of their product. */
@org.springframework.stereotype.Component
public class AdmissionsOfCatalog implements CatalogGuest {

    private final AdmissionDesk desk;

    public AdmissionsOfCatalog(AdmissionDesk desk) {
        this.desk = desk;
    }

    @Override
    public Component ofSupplier(String code) {
        return panel(desk.ofSupplier(code));
    }

    @Override
    public Component ofProduct(String code) {
        return panel(desk.ofProduct(code));
    }

    private static Component panel(List<Turn> admissions) {
        var panel = new Div(new H2(Words.of("admission.history")), new AdmissionList(admissions, true));
        panel.addClassNames("panel", "admissions");
        return panel;
    }
}
