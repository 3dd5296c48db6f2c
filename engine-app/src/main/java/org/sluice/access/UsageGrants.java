package org.sluice.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.UnitCode;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Auditable;
import org.sluice.shared.OrgUnits;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets units use products, each for the scenario of the requirement that asked, and for a time. */
@Service
public class UsageGrants {

    /** @param state of domain section 2.8 */
    public record Grant(
            UUID id, String productCode, LocalText unitName, LocalText scenarioName, String state, LocalDate validTo) {}

    private final JdbcClient jdbc;
    private final Parameters parameters;
    private final ProductRegister products;
    private final OrgUnits units;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UsageGrants(
            JdbcClient jdbc,
            Parameters parameters,
            ProductRegister products,
            OrgUnits units,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.products = products;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Grants the use that a requirement asked for; granted again it stays as it is.
     *
     * @param notAfter when contract or admission ends, which no grant outlives
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(CaseId caseId, UUID product, UnitCode unit, String scenario, LocalDate notAfter) {
        var now = clock.instant();
        var term = now.atZone(WorkingDays.ZONE).toLocalDate().plusMonths(parameters.whole("access.grant.months"));
        var until = term.isBefore(notAfter) ? term : notAfter;
        var id = UUID.randomUUID();
        var granted = jdbc.sql("""
                        insert into sluice.usage_grant (id, product, org_unit, case_id, scenario, state, granted_at, valid_to)
                        values (:id, :product, :unit, :case, :scenario, 'ACTIVE', :now, :until)
                        on conflict (product, case_id) do nothing
                        """)
                .param("id", id)
                .param("product", product)
                .param("unit", unit.value())
                .param("case", caseId.value())
                .param("scenario", scenario)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until)
                .update();
        if (granted > 0) {
            events.publishEvent(Auditable.of("access.granted", caseId, null, "grant " + id)
                    .with("product", products.get(product).name())
                    .with("unit", units.get(unit).name())
                    .with("until", until.toString()));
        }
    }

    /** What these requirements have been granted, in the order of units. */
    @Transactional(readOnly = true)
    public List<Grant> of(List<CaseId> cases) {
        return jdbc.sql("""
                        select g.id, g.state, g.valid_to, p.code, u.name_zh as unit_zh, u.name_en as unit_en, s.name_zh, s.name_en
                        from sluice.usage_grant g join sluice.data_product p on p.id = g.product
                        join sluice.org_unit u on u.code = g.org_unit join sluice.scenario s on s.code = g.scenario
                        where g.case_id = any(?) order by u.code, p.code, g.case_id
                        """)
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, n) -> new Grant(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("state"),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
