package org.sluice.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sluice.process.Body;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.RuleGroup;
import org.sluice.ui.story.StoryDesk.Answer;

/** The answers of a turn that a reader should see, by the message keys of their labels. */
final class Answers {

    private Answers() {}

    static List<Answer> of(String task, Class<? extends Body> type, JsonNode body) {
        return switch (task) {
            case ProcurementProcess.Task.RECORD_QUOTATIONS -> quotations(body);
            case SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER -> dossier(body);
            default ->
                Script.shown(task).stream()
                        .filter(field ->
                                !body.path(field).isNull() && !body.path(field).isMissingNode())
                        .map(field -> answer(task, type, field, body.path(field)))
                        .toList();
        };
    }

    private static Answer answer(String task, Class<? extends Body> type, String field, JsonNode value) {
        var label = "panel." + task + "." + field;
        var holds = Stream.of(type.getRecordComponents())
                .filter(each -> each.getName().equals(field))
                .map(RecordComponent::getType)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no " + field));
        if (holds.isEnum()) {
            return new Answer(label, holds.getSimpleName() + "." + value.asText(), null);
        }
        if (value.isBoolean()) {
            return new Answer(label, label + (value.asBoolean() ? ".yes" : ".no"), null);
        }
        // a data set's version means nothing to a reader
        return new Answer(label, null, value.asText().replaceAll("@[0-9a-f]{64}$", ""));
    }

    private static List<Answer> quotations(JsonNode body) {
        var answers = new ArrayList<Answer>();
        body.path("quotations")
                .forEach(offer -> answers.add(new Answer(
                        "panel.recordQuotations.quotations.supplier",
                        null,
                        "%s · ¥ %,.2f"
                                .formatted(
                                        offer.path("supplier").asText(),
                                        offer.path("amount").decimalValue()))));
        return answers;
    }

    /** Of the many facts of a dossier the one by which the story goes on. */
    private static List<Answer> dossier(JsonNode body) {
        var facts = body.path("facts");
        var name = facts.path(Script.TAX_VIOLATOR).asBoolean() ? Script.TAX_VIOLATOR : Script.TAX_PROOF;
        return List.of(new Answer(
                null,
                FactCatalogue.fact(RuleGroup.SUPPLIER, name).label(),
                facts.path(name).asBoolean() ? "common.yes" : "common.no",
                null));
    }
}
