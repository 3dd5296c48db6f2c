package org.sluice.access;

import static org.sluice.shared.Details.coded;
import static org.sluice.shared.Details.details;
import static org.sluice.shared.Details.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sluice.budget.Budget;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is asked for, what the house knows of it, who approved it, and the grant. */
@Component
class UsageCaseFacts implements CaseFacts {

    private final UsageStore store;
    private final UsageFindings findings;
    private final UsageApprovals approvals;
    private final UsageGrants grants;
    private final ProductRegister products;
    private final Taxonomy taxonomy;
    private final Budget budget;

    UsageCaseFacts(
            UsageStore store,
            UsageFindings findings,
            UsageApprovals approvals,
            UsageGrants grants,
            ProductRegister products,
            Taxonomy taxonomy,
            Budget budget) {
        this.store = store;
        this.findings = findings;
        this.approvals = approvals;
        this.grants = grants;
        this.products = products;
        this.taxonomy = taxonomy;
        this.budget = budget;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var request = store.get(caseId);
        var form = request.form();
        var product = products.get(request.product());
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "product", coded(product.name(), product.code()));
        put(
                facts,
                "scenario",
                taxonomy.scenario(request.scenario())
                        .map(Taxonomy.Scenario::name)
                        .orElse(null));
        put(facts, "purpose", request.purpose());
        put(facts, "callingSystem", form.callingSystem());
        put(facts, "legalBasis", form.legalBasis());
        put(facts, "consentProof", form.consentProof());
        put(facts, "requestedFields", fields(request));
        put(facts, "callsPerDay", form.callsPerDay());
        put(facts, "peakTps", form.peakTps());
        put(facts, "wantedUntil", request.wantedTo().toString());
        put(facts, "storeResults", form.storeResults());
        put(facts, "retentionDays", form.retentionDays());
        put(facts, "resultsEncrypted", form.resultsEncrypted());
        put(facts, "downstreamSharing", form.downstreamSharing());
        put(facts, "modelUse", form.modelUse());
        put(facts, "optOutOffered", form.optOutOffered());
        put(facts, "budgetLine", form.costCentre() == null ? null : line(form.costCentre()));
        put(facts, "usageCost", request.cost());
        var measure = request.measure();
        if (measure != null) {
            put(facts, "jrLevel", measure.jrLevel());
            put(facts, "containsPersonalInfo", measure.containsPersonalInfo());
            put(facts, "sameLegalEntity", measure.sameLegalEntity());
            put(facts, "purposeKnown", measure.purposeKnown());
            put(facts, "sameLine", measure.sameLine());
            put(facts, "automatedDecision", measure.automatedDecision());
        }
        put(facts, "usagePath", request.path());
        put(facts, "validMonths", request.validMonths());
        put(facts, "impactAssessment", request.assessmentNo());
        put(facts, "assessmentConclusion", request.assessment());
        put(facts, "endReason", request.endReason());
        return facts;
    }

    private LocalText line(String code) {
        return coded(budget.line(code).name(), code);
    }

    private LocalText fields(UsageRequest request) {
        var labels =
                taxonomy.labels(List.of(products.delivery(request.product()).dataClass()));
        var known = request.fields().stream()
                .map(name -> labels.getOrDefault(name, new LocalText(name, name)))
                .toList();
        return new LocalText(
                String.join("、", known.stream().map(LocalText::zh).toList()),
                String.join(", ", known.stream().map(LocalText::en).toList()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(CaseId caseId) {
        return Stream.of(
                        new Table("usageFindings", found(caseId)),
                        new Table("usageApprovals", approved(caseId)),
                        new Table("usageVotes", voted(caseId)),
                        new Table("grants", granted(caseId)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private List<Map<String, Object>> found(CaseId caseId) {
        return findings.of(caseId).stream()
                .map(finding -> details(
                        "rule", finding.rule(),
                        "severity", finding.severity(),
                        "finding", finding.text(),
                        "remedy", finding.remedy()))
                .toList();
    }

    private List<Map<String, Object>> approved(CaseId caseId) {
        return approvals.all(caseId).stream()
                .filter(step -> step.person() != null)
                .map(step -> details(
                        "role", step.role(),
                        "person", step.person(),
                        "approval", step.state(),
                        "comment", step.comment()))
                .toList();
    }

    private List<Map<String, Object>> voted(CaseId caseId) {
        return approvals.votes(caseId).stream()
                .map(vote -> details("person", vote.person(), "inFavour", vote.inFavour(), "comment", vote.comment()))
                .toList();
    }

    private List<Map<String, Object>> granted(CaseId caseId) {
        return grants.of(List.of(caseId)).stream()
                .map(grant -> details(
                        "unit", grant.unitName(),
                        "product", grant.productCode(),
                        "scenario", grant.scenarioName(),
                        "purpose", grant.purpose(),
                        "grantState", grant.state(),
                        "until", grant.validTo().toString()))
                .toList();
    }

    @Override
    public Optional<Standing> standing(CaseId caseId) {
        return Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        var request = store.get(caseId);
        return request.isOpen() && request.createdBy().equals(actor.id());
    }
}
