package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.rulebook.RuleQuestions;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever kind of product is to be admitted: the dossier that the API shows is whole, and nothing in it is final. */
@HouseTest
class ProductDossierExamplesTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Intakes intakes;

    @Autowired
    private People people;

    @Autowired
    private Actors actors;

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionStore store;

    @Autowired
    private FileProductDossierForm form;

    @Autowired
    private ProductFacts facts;

    @Autowired
    private Findings findings;

    @Autowired
    private ProductAdmission admission;

    @Autowired
    private RuleQuestions rules;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void leadForward() {
        var caseId = CaseId.of(intakes.submitted());
        var steward = people.as("data-steward", actors::current);
        var products = jdbc.sql("""
                        select distinct on (data_class, subject_type, interface_form) id from sluice.data_product
                        where demo order by data_class, subject_type, interface_form, code
                        """).query(UUID.class).list();

        var wrong = new ArrayList<String>();
        for (var product : products) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                wrong.addAll(screened(caseId, product, steward));
                status.setRollbackOnly();
            });
        }

        assertThat(products).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    private List<String> screened(CaseId caseId, UUID product, Actor steward) {
        admissions.openProduct(caseId, product);
        var example = form.example(caseId);
        assertThat(example.problems()).isEmpty();
        form.apply(steward, caseId, example);
        var missing = rules.missing(facts.of(caseId));
        admission.screen(caseId);
        var found = new ArrayList<>(missing);
        findings.of(store.open(caseId, AdmissionKind.PRODUCT)).stream()
                .filter(Findings.Kept::isFinal)
                .map(finding -> product + " " + finding.rule())
                .forEach(found::add);
        return found;
    }
}
