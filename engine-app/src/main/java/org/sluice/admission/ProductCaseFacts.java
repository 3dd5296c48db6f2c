package org.sluice.admission;

import static org.sluice.shared.Details.coded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.admission.ProductDossiers.Field;
import org.sluice.admission.ProductTests.Attempt;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fields, levels and tests of the product that a case admits, as its last admission has them. */
@Component
class ProductCaseFacts implements CaseFacts {

    private final AdmissionStore store;
    private final ProductDossiers dossiers;
    private final ProductTests tests;
    private final ProductRegister products;
    private final Taxonomy taxonomy;

    ProductCaseFacts(
            AdmissionStore store,
            ProductDossiers dossiers,
            ProductTests tests,
            ProductRegister products,
            Taxonomy taxonomy) {
        this.store = store;
        this.dossiers = dossiers;
        this.tests = tests;
        this.products = products;
        this.taxonomy = taxonomy;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return last(caseId).isPresent();
    }

    private Optional<Admission> last(CaseId caseId) {
        return store.ofCase(caseId).stream()
                .filter(admission -> admission.kind() == AdmissionKind.PRODUCT)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var facts = new LinkedHashMap<String, Object>();
        var admission = last(caseId).orElseThrow();
        var product = products.get(admission.subject());
        facts.put("product", coded(product.name(), product.code()));
        dossiers.use(admission.id(), admission.round()).ifPresent(use -> {
            if (use.jrLevel() != null) {
                facts.put("productLevel", use.jrLevel());
            }
            if (use.technique() != null) {
                facts.put("technique", use.technique());
            }
        });
        tests.papers(admission.id()).ifPresent(papers -> {
            facts.put("testAgreement", papers.agreementNo());
            facts.put("testAssessment", papers.assessmentNo());
        });
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(CaseId caseId) {
        var admission = last(caseId).orElseThrow();
        var labels = taxonomy.labels(List.of());
        return Stream.of(
                        new Table(
                                "productFields",
                                dossiers.fields(admission.id(), admission.round()).stream()
                                        .map(field -> row(field, labels.get(field.name())))
                                        .toList()),
                        new Table(
                                "productTests",
                                tests.of(admission.id()).stream()
                                        .map(ProductCaseFacts::row)
                                        .toList()))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static Map<String, Object> row(Field field, @Nullable LocalText label) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("field", label == null ? field.name() : coded(label, field.name()));
        facts.put("fieldTag", field.tag().name());
        if (field.jrLevel() != null) {
            facts.put("jrLevel", field.jrLevel());
        }
        return facts;
    }

    /** Of an attempt without result, why; the tester reads it before the next one is arranged. */
    private static Map<String, Object> row(Attempt attempt) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("attempt", attempt.number());
        if (attempt.reportNo() != null) {
            facts.put("reportNo", attempt.reportNo());
        }
        if (attempt.band() != null) {
            facts.put("sampleSize", Objects.requireNonNull(attempt.sampleSize()));
            facts.put("matched", Objects.requireNonNull(attempt.matched()));
            facts.put("matchPercent", Objects.requireNonNull(attempt.percent()));
            facts.put("testScore", Objects.requireNonNull(attempt.score()));
            facts.put("testBand", attempt.band().name());
        }
        if (attempt.problem() != null) {
            facts.put("reason", attempt.problem());
        }
        return facts;
    }

    @Override
    public Optional<Standing> standing(CaseId caseId) {
        return Optional.empty();
    }

    @Override
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        return false;
    }
}
