package org.sluice.exit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.access.UsageGrants;
import org.sluice.catalog.ApplicationCaseRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.UnitCode;
import org.sluice.procurement.Contracts;
import org.sluice.procurement.PurchasesUnderWay;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Demand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stood on a product when its exit was assessed, kept as it was, and what became of it. */
@Component
class ExitImpact {

    enum Kind {
        GRANT,
        /** A requirement or a request that a grant answers, or that somebody may still answer with the product. */
        REQUIREMENT,
        /** A case that is being bought for, with an offer of the product. */
        PURCHASE,
        APPLICATION_CASE,
        CONTRACT
    }

    /**
     * @param unitName whose it is; null for a contract
     * @param outcome what became of it; null while nothing has
     */
    record Affected(
            Kind kind,
            UUID reference,
            String code,
            LocalText name,
            @Nullable LocalText unitName,
            @Nullable String outcome) {}

    private final JdbcClient jdbc;
    private final UsageGrants grants;
    private final ApplicationCaseRegister applicationCases;
    private final Contracts contracts;
    private final PurchasesUnderWay purchases;
    private final Demand demand;
    private final CaseFiles files;

    ExitImpact(
            JdbcClient jdbc,
            UsageGrants grants,
            ApplicationCaseRegister applicationCases,
            Contracts contracts,
            PurchasesUnderWay purchases,
            Demand demand,
            CaseFiles files) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.applicationCases = applicationCases;
        this.contracts = contracts;
        this.purchases = purchases;
        this.demand = demand;
        this.files = files;
    }

    /** Lists it; what is listed already stays as it is. */
    void list(Exit exit) {
        for (var grant : grants.standingOf(exit.product())) {
            add(
                    exit.caseId(),
                    Kind.GRANT,
                    grant.id(),
                    grant.caseNumber() == null ? grant.scenario() : grant.caseNumber(),
                    grant.scenarioName(),
                    grant.unit());
            var asked = grant.caseId();
            if (asked != null) {
                add(exit, Kind.REQUIREMENT, asked);
            }
        }
        demand.mayBeServedBy(exit.product()).forEach(caseId -> add(exit, Kind.REQUIREMENT, caseId));
        purchases.withOfferOf(exit.product()).forEach(caseId -> add(exit, Kind.PURCHASE, caseId));
        applicationCases
                .using(exit.product())
                .forEach(using -> add(
                        exit.caseId(), Kind.APPLICATION_CASE, using.id(), using.code(), using.title(), using.unit()));
        contracts.ofProduct(exit.product()).stream()
                .filter(contract -> contract.state().isOpen())
                .forEach(contract -> add(
                        exit.caseId(),
                        Kind.CONTRACT,
                        contract.id(),
                        contract.contractNo(),
                        new LocalText(contract.contractNo(), contract.contractNo()),
                        null));
    }

    private void add(Exit exit, Kind kind, CaseId affected) {
        var file = files.get(affected);
        add(exit.caseId(), kind, affected.value(), file.number(), file.title(), file.unit());
    }

    private void add(CaseId caseId, Kind kind, UUID reference, String code, LocalText name, @Nullable UnitCode unit) {
        jdbc.sql("""
                        insert into sluice.exit_impact (case_id, kind, reference, code, name_zh, name_en, org_unit)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        caseId.value(),
                        kind.name(),
                        reference,
                        code,
                        name.zh(),
                        name.en(),
                        unit == null ? null : unit.value())
                .update();
    }

    void outcome(CaseId caseId, Kind kind, UUID reference, String outcome) {
        jdbc.sql("update sluice.exit_impact set outcome = ? where case_id = ? and kind = ? and reference = ?")
                .params(outcome, caseId.value(), kind.name(), reference)
                .update();
    }

    /**
     * A request is served on where its grant has moved. What had no grant is left to its own people: they see at their
     * next step that the product is in use no more.
     */
    void settleRequests(CaseId caseId) {
        jdbc.sql("""
                        update sluice.exit_impact r set outcome = case when c.closed_at is null then 'STILL_OPEN' else 'ENDED' end
                        from sluice.case_file c
                        where r.case_id = ? and c.case_id = r.reference
                          and (r.kind = 'PURCHASE' or r.kind = 'REQUIREMENT' and not exists (
                                select 1 from sluice.exit_impact i join sluice.usage_grant g on g.id = i.reference
                                where i.case_id = r.case_id and i.kind = 'GRANT' and g.case_id = r.reference))
                        """).param(caseId.value()).update();
        jdbc.sql("""
                        update sluice.exit_impact r set outcome = case when exists (
                                select 1 from sluice.exit_impact i join sluice.usage_grant g on g.id = i.reference
                                where i.case_id = r.case_id and i.kind = 'GRANT' and i.outcome = 'MOVED'
                                  and g.case_id = r.reference) then 'SERVED' else 'UNSERVED' end
                        where r.case_id = ? and r.kind = 'REQUIREMENT' and r.outcome is null
                        """).param(caseId.value()).update();
    }

    List<Affected> of(CaseId caseId) {
        return jdbc.sql("""
                        select i.*, u.name_zh as unit_zh, u.name_en as unit_en from sluice.exit_impact i
                        left join sluice.org_unit u on u.code = i.org_unit
                        where i.case_id = ? order by i.kind, i.code, i.reference
                        """)
                .param(caseId.value())
                .query((row, n) -> new Affected(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("reference", UUID.class),
                        row.getString("code"),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("unit_zh") == null
                                ? null
                                : new LocalText(row.getString("unit_zh"), row.getString("unit_en")),
                        row.getString("outcome")))
                .list();
    }
}
