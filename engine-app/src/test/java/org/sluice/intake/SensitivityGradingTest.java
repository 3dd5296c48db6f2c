package org.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.process.FieldProblem;
import org.sluice.process.intake.RequirementForm;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;

/** Personal information and level follow from classes and fields; what the requester says only adds to them. */
@HouseTest
class SensitivityGradingTest {

    @Autowired
    private SensitivityGrading grading;

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @ParameterizedTest
    @CsvSource({
        // class, subject, field, personal information, level
        "TAX, ENTERPRISE, taxCreditGrade, false, 3",
        "BUSINESS_REGISTRATION, ENTERPRISE, status, false, 1",
        // job-related information is none (CN-CRIR-13), shareholders are persons in part
        "BUSINESS_REGISTRATION, ENTERPRISE, legalRepresentative, false, 1",
        "BUSINESS_REGISTRATION, ENTERPRISE, shareholders, true, 1",
        "PROVIDENT_FUND, ENTERPRISE, personIdHash, true, 3",
        "SOCIAL_SECURITY, ENTERPRISE, insuredHeadcount, false, 3",
        "SOCIAL_SECURITY, ENTERPRISE, personStatus, true, 3",
        // marked "if person"
        "JUDICIAL, ENTERPRISE, enforcementFlag, false, 1",
        "JUDICIAL, BOTH, enforcementFlag, true, 3",
        "JUDICIAL, SELF_EMPLOYED, caseNo, true, 3",
        // however it is written, and under whatever heading
        "PROVIDENT_FUND, ENTERPRISE, ' PersonIDHash', true, 3",
        "GEO_POI, ENTERPRISE, personIdHash, true, 3",
        // a class about persons only is about persons
        "MEDICAL_INSURANCE, ENTERPRISE, anything, true, 4",
        "UTILITIES, ENTERPRISE, anything, false, 2",
        "UTILITIES, PERSON, anything, true, 3",
    })
    void followsFromClassesAndFields(String dataClass, String subject, String field, boolean personal, int level) {
        var grade = grading.grade(wish(dataClass, subject, field, 1));

        assertThat(grade.personalInfo()).isEqualTo(personal);
        assertThat(grade.jrLevel()).isEqualTo(level);
    }

    @Test
    void aHigherLevelThatIsStatedCounts() {
        assertThat(grading.grade(wish("BUSINESS_REGISTRATION", "ENTERPRISE", "status", 4))
                        .jrLevel())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY_PSB, ENTERPRISE, classOfPersons",
        "IDENTITY_PSB, NONE, classOfPersons",
        "TAX, PERSON, classOfFirms",
    })
    void subjectsThatContradictAClassAreNamed(String dataClass, String subject, String problem) {
        assertThat(grading.grade(wish(dataClass, subject, "anything", 1)).problems())
                .containsExactly(new FieldProblem("subjectType", problem, dataClass));
    }

    @ParameterizedTest
    @CsvSource({"TAX, SELF_EMPLOYED", "IDENTITY_PSB, SELF_EMPLOYED", "TAX, BOTH", "IDENTITY_PSB, BOTH", "TAX, NONE"})
    void otherSubjectsContradictNothing(String dataClass, String subject) {
        assertThat(grading.grade(wish(dataClass, subject, "anything", 1)).problems())
                .isEmpty();
    }

    @Test
    void complianceCannotBeDeclaredAway() {
        var form = form("SOCIAL_SECURITY", "ENTERPRISE", "personStatus");

        var problem = api.write("business-requester", "/requirements", form).refused(422);
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("legalBasis");
        assertThat(problem.at("/errors/0/message").asText()).contains("personStatus", "legal basis");

        var caseId = intakes.submit("business-requester", form.put("legalBasis", "CONSENT"));
        intakes.leadTo(caseId, "approveRequirement");
        assertThat(asked(caseId)).contains("COMPLIANCE");
        assertThat(fact(intakes.sheet(caseId), "containsPersonalInfo")).isEqualTo("true");
        assertThat(fact(intakes.sheet(caseId), "jrLevel")).isEqualTo("3");
    }

    @Test
    void aContradictionIsRefusedWithARemedyInBothLanguages() {
        var form = form("CIVIL_AFFAIRS", "ENTERPRISE", "maritalStatus");

        var problem = api.write("business-requester", "/requirements", form).refused(422);

        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("subjectType");
        assertThat(problem.at("/errors/0/message").asText()).contains("CIVIL_AFFAIRS", "BOTH");
        assertThat(grading.grade(wish("CIVIL_AFFAIRS", "ENTERPRISE", "maritalStatus", 1))
                        .problems()
                        .get(0)
                        .text(java.util.Locale.CHINESE))
                .contains("CIVIL_AFFAIRS", "企业与个人");
    }

    private List<String> asked(String caseId) {
        return StreamSupport.stream(intakes.sheet(caseId).get("decisions").spliterator(), false)
                .filter(decision -> decision.get("decision").asText().equals("approvalAddOn"))
                .flatMap(decision -> StreamSupport.stream(decision.get("rows").spliterator(), false))
                .map(row -> row.at("/outputs/adds").asText())
                .toList();
    }

    private static String fact(JsonNode sheet, String label) {
        return StreamSupport.stream(sheet.get("facts").spliterator(), false)
                .filter(fact -> fact.get("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .at("/value/en")
                .asText();
    }

    private ObjectNode form(String dataClass, String subject, String field) {
        var form = intakes.form("HO").put("subjectType", subject);
        form.putArray("dataClasses").add(dataClass);
        Intakes.fields(form, field);
        return form;
    }

    private RequirementForm wish(String dataClass, String subject, String field, int level) {
        var form = form(dataClass, subject, field);
        ((ObjectNode) form.at("/fieldsNeeded/0")).put("sensitivity", level);
        return json.convertValue(form, RequirementForm.class);
    }

    @Autowired
    private com.fasterxml.jackson.databind.ObjectMapper json;
}
