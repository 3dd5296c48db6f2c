package org.sluice.intake;

import org.sluice.catalog.Taxonomy;
import org.sluice.shared.Actor;
import org.sluice.shared.OrgUnits;
import org.sluice.ui.intake.IntakeDesk.Choices;
import org.sluice.ui.intake.IntakeDesk.FieldOption;
import org.sluice.ui.intake.IntakeDesk.Option;
import org.sluice.ui.intake.IntakeDesk.ScenarioOption;
import org.springframework.stereotype.Component;

/** What the form offers to choose from. */
@Component
class IntakeChoices {

    private final Taxonomy taxonomy;
    private final OrgUnits units;
    private final Submission submission;

    IntakeChoices(Taxonomy taxonomy, OrgUnits units, Submission submission) {
        this.taxonomy = taxonomy;
        this.units = units;
        this.submission = submission;
    }

    Choices forPerson(Actor actor) {
        var classes = taxonomy.dataClasses();
        return new Choices(
                taxonomy.lines().stream()
                        .map(line -> new Option(line.code(), line.name()))
                        .toList(),
                Intake.asksFor(actor, submission).stream()
                        .map(units::get)
                        .map(unit -> new Option(unit.code().value(), unit.name()))
                        .toList(),
                taxonomy.scenarios().stream()
                        .map(scenario -> new ScenarioOption(
                                scenario.code(),
                                scenario.name(),
                                scenario.lines(),
                                scenario.dataClasses(),
                                scenario.decisionImpact()))
                        .toList(),
                classes.stream()
                        .map(each -> new Option(each.code(), each.name()))
                        .toList(),
                classes.stream()
                        .flatMap(each -> taxonomy.fields(each.code()).stream())
                        .map(field -> new FieldOption(
                                field.dataClass(),
                                field.name(),
                                field.label(),
                                field.jrLevel(),
                                field.personalInfo(),
                                field.ifPerson()))
                        .toList(),
                taxonomy.regions().stream()
                        .map(region -> new Option(region.code(), region.name()))
                        .toList());
    }
}
