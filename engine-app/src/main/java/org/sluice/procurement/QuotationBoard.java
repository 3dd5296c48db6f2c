package org.sluice.procurement;

import java.util.List;
import java.util.UUID;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.SupplierRegister;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.NotFound;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.sluice.ui.procurement.QuotationDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Of whom an offer can be: every supplier in the register, for whoever may record offers. */
@Service
@Transactional(readOnly = true)
public class QuotationBoard implements QuotationDesk {

    private record Asked(CaseId caseId, Role group, UnitCode unit) {}

    private final SupplierRegister suppliers;
    private final ProductRegister products;
    private final SourcingRequests requests;
    private final JdbcClient jdbc;
    private final Access access;
    private final Actors actors;

    QuotationBoard(
            SupplierRegister suppliers,
            ProductRegister products,
            SourcingRequests requests,
            JdbcClient jdbc,
            Access access,
            Actors actors) {
        this.suppliers = suppliers;
        this.products = products;
        this.requests = requests;
        this.jdbc = jdbc;
        this.access = access;
        this.actors = actors;
    }

    @Override
    public List<Named> suppliers(TaskId task, String text, int offset, int limit) {
        var wish = requests.wish(asked(task).caseId());
        return suppliers.search(text, wish.form().dataClasses(), offset, limit).stream()
                .map(supplier -> new Named(supplier.code(), supplier.name()))
                .toList();
    }

    @Override
    public List<Named> products(TaskId task, String supplierCode) {
        asked(task);
        return suppliers.byCode(supplierCode).stream()
                .flatMap(supplier -> products.of(supplier.id()).stream())
                .filter(RecordQuotationsForm::isBuyable)
                .map(product -> new Named(product.code(), product.name()))
                .toList();
    }

    private Asked asked(TaskId task) {
        var asked = jdbc.sql("""
                        select case_id, candidate_group, org_unit from sluice.task
                        where id = ? and key = ? and state = 'OPEN'
                        """)
                .params(task.value(), ProcurementProcess.Task.RECORD_QUOTATIONS)
                .query((row, n) -> new Asked(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        Role.valueOf(row.getString("candidate_group")),
                        new UnitCode(row.getString("org_unit"))))
                .optional()
                .orElseThrow(() -> new NotFound("task", task.value()));
        access.requireActs(actors.current(), asked.group(), asked.unit());
        return asked;
    }
}
