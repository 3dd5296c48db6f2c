package org.sluice.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.sluice.ui.parts.Format;

/** How each turn of the guided story is taken on the screens; what is typed is what the story says. */
final class StorySteps {

    /** Codes in bodies, by task and field, and the head of the keys of their names. */
    private static final Map<String, String> CODES = Map.of(
            "decideRenewal.outcome", "RenewalOutcome",
            "assessExit.incidentLevel", "IncidentLevel",
            "chooseReplacement.choice", "ReplacementChoice");

    /** Amounts that stand in their fields already. */
    private static final Set<String> GIVEN = Set.of("settlements");

    private final Person person;
    private final JsonNode turn;
    private final Supplier<JsonNode> choices;

    /** @param choices what the task offers to choose from */
    StorySteps(Person person, JsonNode turn, Supplier<JsonNode> choices) {
        this.person = person;
        this.turn = turn;
        this.choices = choices;
    }

    /** Takes the turn. */
    void take(String caseNumber) {
        switch (turn.get("move").asText()) {
            case "SEND_REQUIREMENT" -> send();
            case "TASK" -> task(turn.get("task").asText(), new TaskPage(person, caseNumber));
            case "PASS_TIME" -> person.clock().goesTo(day(body("until").asText()));
            case "RECORD_READING" -> record();
            case "START_EVALUATION" -> start();
            case "PROPOSE_BLACKLISTING" -> propose();
            default -> throw new AssertionError("The story has no move " + turn);
        }
    }

    private JsonNode body(String field) {
        return turn.at("/request/body").path(field);
    }

    private static LocalDate day(String moment) {
        return OffsetDateTime.parse(moment).atZoneSameInstant(Format.ZONE).toLocalDate();
    }

    private void send() {
        var fields = (ArrayNode) body("fieldsNeeded");
        var form = new RequirementPage(person)
                .titled(body("title").asText())
                .forScenario(
                        scenario(),
                        LocalDate.parse(body("neededBy").asText()),
                        body("expectedBenefit").asText())
                .aboutFirms()
                .needing(
                        fields.get(0).get("fieldName").asText(),
                        fields.get(0).get("reason").asText());
        for (int i = 1; i < fields.size(); i++) {
            var field = fields.get(i);
            form.needingNew(
                    i + 1,
                    field.get("fieldName").asText(),
                    field.get("reason").asText(),
                    field.get("sensitivity").asInt());
        }
        form.byPrivacyComputing(body("expectedCallsPerYear").asInt())
                .paidByTheLine(body("budgetAmount").asInt())
                .send();
    }

    /** As the demo's list of scenarios names it. */
    private String scenario() {
        return "小微企业经营状况智慧评估";
    }

    private void task(String key, TaskPage page) {
        if (IntakeSteps.knows(key)) {
            IntakeSteps.fill(page, key).complete(key);
            return;
        }
        var panel = new PanelForm(person, key, turn.at("/request/body"));
        if (PurchaseSteps.knows(key)) {
            new PurchaseSteps(choices.get()).fill(panel);
        } else {
            turn.at("/request/body").properties().forEach(each -> say(panel, key, each.getKey(), each.getValue()));
        }
        if (key.equals("fileSupplierDossier") || key.equals("fileProductDossier")) {
            page.completeAllTheSame(key, "admission.facts.send");
        } else {
            page.complete(key);
        }
    }

    private void say(PanelForm panel, String task, String field, JsonNode value) {
        if (value.isNull() || GIVEN.contains(field)) {
            return;
        }
        var label = panel.label(field);
        switch (panel.form().kindOf(label)) {
            case "vaadin-radio-group" -> answer(panel, task, field, value, label);
            case "vaadin-date-picker" ->
                panel.form().typeDay(label, LocalDate.parse(value.asText()), person.language());
            default -> panel.form().type(label, value.asText());
        }
    }

    private void answer(PanelForm panel, String task, String field, JsonNode value, String label) {
        var head = CODES.get(task + "." + field);
        if (value.isBoolean()) {
            panel.yesNo(field);
        } else if (head != null) {
            panel.choose(field, head);
        } else if (value.isNumber()) {
            panel.form().answer(label, panel.label(field + "." + value.asText()));
        } else {
            panel.form().answerWhatSays(label, value.asText());
        }
    }

    private void record() {
        person.browser().press(person.text("evaluation.record"));
        var dialog = new Form(person.browser()).within(Labels.OPEN_DIALOG);
        turn.at("/request/body").properties().forEach(each -> {
            var label = person.text("evaluation." + each.getKey());
            switch (each.getKey()) {
                case "incidentLevel" ->
                    dialog.pickAndGoOn(
                            label,
                            person.text("IncidentLevel." + each.getValue().asText()));
                case "conduct" ->
                    dialog.pickAndGoOn(
                            label,
                            person.text("SupplierConduct." + each.getValue().asText()));
                case "hitRate", "accuracy", "freshness", "nullRate", "availability", "billingDifference" ->
                    dialog.type(
                            person.text("evaluation.percent", label),
                            each.getValue()
                                    .decimalValue()
                                    .movePointRight(2)
                                    .stripTrailingZeros()
                                    .toPlainString());
                default -> dialog.type(label, each.getValue().asText());
            }
        });
        person.browser().click(Labels.buttonOfDialog(person.text("evaluation.record")));
        person.browser().until("a closed dialog", () -> !person.browser().sees(Labels.OPEN_DIALOG));
        person.browser().settle();
    }

    private void start() {
        person.browser().press(person.text("evaluation.start"));
        person.browser().click(By.cssSelector("vaadin-confirm-dialog-overlay vaadin-button[theme~=primary]"));
        isAtACase();
    }

    private void propose() {
        person.browser().press(person.text("blacklist.propose"));
        var dialog = new Form(person.browser()).within(Labels.OPEN_DIALOG);
        dialog.pickAndGoOn(
                person.text("blacklist.reason"),
                person.text("BlacklistReason." + body("reason").asText()));
        dialog.type(person.text("blacklist.evidence"), body("evidence").asText());
        person.browser().click(Labels.buttonOfDialog(person.text("blacklist.propose.confirm")));
        isAtACase();
    }

    private void isAtACase() {
        person.browser()
                .until("the case's page", () -> person.browser().address().contains("/cases/"));
        person.browser().settle();
    }
}
