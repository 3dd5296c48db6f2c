package org.sluice.admission;

import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What admissions are of: a supplier or a product, by its code and its name. */
@Component
class Subjects {

    record Subject(String code, LocalText name) {

        /** As people call it where it stands alone. */
        LocalText called() {
            return new LocalText(code + " " + name.zh(), code + " " + name.en());
        }
    }

    private final AdmissionStore store;
    private final SupplierRegister suppliers;
    private final JdbcClient jdbc;

    Subjects(AdmissionStore store, SupplierRegister suppliers, JdbcClient jdbc) {
        this.store = store;
        this.suppliers = suppliers;
        this.jdbc = jdbc;
    }

    Subject of(Admission admission) {
        if (admission.kind() == AdmissionKind.SUPPLIER) {
            var supplier = suppliers.get(admission.subject());
            return new Subject(supplier.code(), supplier.name());
        }
        return jdbc.sql("select code, name_zh, name_en from sluice.data_product where id = ?")
                .param(admission.subject())
                .query((row, n) -> new Subject(
                        row.getString("code"), new LocalText(row.getString("name_zh"), row.getString("name_en"))))
                .single();
    }

    /** What the case's open admission of this kind is about. */
    LocalText of(CaseId caseId, AdmissionKind kind) {
        return of(store.open(caseId, kind)).called();
    }
}
