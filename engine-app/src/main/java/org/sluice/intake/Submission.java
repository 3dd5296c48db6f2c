package org.sluice.intake;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.Catalogue;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.Invalid;
import org.sluice.process.Money;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.OrgUnits;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Makes a requirement of a form: everything that is wrong is named at once, and nothing is kept of a wrong one. */
@Component
class Submission {

    private final Taxonomy taxonomy;
    private final Catalogue catalogue;
    private final SensitivityGrading grading;
    private final OrgUnits units;
    private final Access access;
    private final RequirementStore store;
    private final Clock clock;

    Submission(
            Taxonomy taxonomy,
            Catalogue catalogue,
            SensitivityGrading grading,
            OrgUnits units,
            Access access,
            RequirementStore store,
            Clock clock) {
        this.taxonomy = taxonomy;
        this.catalogue = catalogue;
        this.grading = grading;
        this.units = units;
        this.access = access;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @throws Invalid naming every field that is missing or wrong
     * @throws NotPermitted when the person does not ask for that unit
     */
    Requirement requirement(Actor actor, RequirementForm form) {
        var problems = new Problems();
        form.check(problems);
        lookUp(form, problems);
        var grade = grading.grade(form);
        problems.addAll(grade.problems());
        problems.orThrow();
        var unit = new UnitCode(Objects.requireNonNull(form.branchCode()));
        if (!mayAsk(actor, unit)) {
            throw new NotPermitted("requester", unit);
        }
        return new Requirement(
                CaseId.random(),
                store.nextNumber(),
                RequirementState.SUBMITTED,
                unit,
                form,
                grade.jrLevel(),
                grade.personalInfo(),
                new Money(form.budgetAmount() == null ? BigDecimal.ZERO : form.budgetAmount()),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                actor.id());
    }

    boolean mayAsk(Actor actor, UnitCode unit) {
        return access.acts(actor, Role.BUSINESS_REQUESTER, unit) || access.acts(actor, Role.BUSINESS_OWNER, unit);
    }

    private void lookUp(RequirementForm form, Problems problems) {
        known(
                problems,
                "businessLine",
                form.businessLine(),
                taxonomy.lines().stream().anyMatch(line -> line.code().equals(form.businessLine())));
        known(
                problems,
                "scenarioCode",
                form.scenarioCode(),
                form.scenarioCode() != null
                        && taxonomy.scenario(form.scenarioCode()).isPresent());
        known(
                problems,
                "branchCode",
                form.branchCode(),
                form.branchCode() != null && units.all().containsKey(new UnitCode(form.branchCode())));
        known(
                problems,
                "preferredSupplier",
                form.preferredSupplier(),
                form.preferredSupplier() != null
                        && catalogue.supplierByCode(form.preferredSupplier()).isPresent());
        var classes =
                taxonomy.dataClasses().stream().map(Taxonomy.DataClass::code).toList();
        var regions = taxonomy.regions().stream().map(Taxonomy.Region::code).toList();
        eachKnown(problems, "dataClasses", form.dataClasses(), classes);
        eachKnown(problems, "regionScope", form.regionScope(), regions);
        for (int i = 0; i < form.knownAlternatives().size(); i++) {
            var code = form.knownAlternatives().get(i);
            known(
                    problems,
                    "knownAlternatives[" + i + "]",
                    code,
                    catalogue.productByCode(code).isPresent());
        }
        var today = WorkingDays.today(clock);
        problems.when(form.neededBy() != null && form.neededBy().isBefore(today), "neededBy", "inThePast", today);
    }

    private static void known(Problems problems, String field, @Nullable String code, boolean known) {
        problems.when(code != null && !code.isBlank() && !known, field, "unknownCode", String.valueOf(code));
    }

    private static void eachKnown(Problems problems, String field, List<String> codes, List<String> known) {
        for (int i = 0; i < codes.size(); i++) {
            known(problems, field + "[" + i + "]", codes.get(i), known.contains(codes.get(i)));
        }
    }
}
