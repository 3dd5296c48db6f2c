package org.sluice.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluice.rules.RuleGroup;

/** How each task of a purchase and of both admissions is filled in on its panel. */
final class PurchaseSteps {

    private static final Set<String> TASKS = Set.of(
            "planSourcing",
            "recordQuotations",
            "chooseOffer",
            "fileSupplierDossier",
            "fileProductDossier",
            "settleSupplierFinding",
            "settleProductFinding",
            "voteOnSupplier",
            "voteOnProduct",
            "fileTestPapers",
            "arrangeTest",
            "approveContract",
            "registerContract");

    private final JsonNode choices;

    /** @param choices what the task offers to choose from, as the API shows it */
    PurchaseSteps(JsonNode choices) {
        this.choices = choices;
    }

    static boolean knows(String task) {
        return TASKS.contains(task);
    }

    void fill(PanelForm panel) {
        switch (panel.task()) {
            case "planSourcing" -> plan(panel);
            case "recordQuotations" -> record(panel);
            case "chooseOffer" -> choose(panel);
            case "fileSupplierDossier" -> {
                assertThat(unasked(panel, RuleGroup.SUPPLIER)).isEmpty();
                panel.type("note");
            }
            case "fileProductDossier" -> describe(panel);
            case "settleSupplierFinding", "settleProductFinding" -> settle(panel);
            case "voteOnSupplier", "voteOnProduct" -> panel.yesNo("inFavour").type("comment");
            case "fileTestPapers" ->
                panel.type("agreementNo")
                        .day("agreementOn")
                        .type("assessmentNo")
                        .day("assessmentOn");
            case "arrangeTest" -> arrange(panel);
            case "approveContract" -> panel.yesNo("approved").type("comment");
            case "registerContract" ->
                panel.type("contractNo").day("signedOn", "startsOn", "endsOn", "supervisorReportedOn");
            default -> throw new AssertionError("The story does not know the task " + panel.task());
        }
    }

    private static void plan(PanelForm panel) {
        panel.choose("choice", "SourcingChoice")
                .type("qualifiedSuppliers")
                .yesNo("uniquenessProven", "unforeseeableUrgency", "severalSuppliersWanted")
                .yesNo("specClear", "limitedMarket")
                .type("comment");
    }

    private void record(PanelForm panel) {
        var offers = panel.example("quotations");
        for (int i = 0; i < offers.size(); i++) {
            quote(panel, panel.row("quotations", i), offers.get(i));
        }
        panel.choose("result", "QuotationResult").type("comment");
    }

    private void quote(PanelForm panel, Form row, JsonNode offer) {
        var head = "quotations.";
        name(panel, row, panel.label(head + "supplier"), offer.get("supplier").asText());
        row.type(panel.label(head + "productName"), offer.get("productName").asText());
        row.select(
                panel.label(head + "pricing"),
                panel.person().text("Pricing." + offer.get("pricing").asText()));
        for (var amount : new String[] {"unitPrice", "amount", "contractMonths"}) {
            row.type(panel.label(head + amount), offer.get(amount).asText());
        }
        row.typeDay(
                panel.label(head + "quotedOn"),
                LocalDate.parse(offer.get("quotedOn").asText()),
                panel.person().language());
    }

    /** All suppliers are searched: one that the task proposes is found by its name here, another one by its code. */
    private void name(PanelForm panel, Form row, String label, String code) {
        var language = panel.person().language().name().toLowerCase(Locale.ROOT);
        for (var choice : choices) {
            if (choice.get("value").asText().equals(code)) {
                row.pick(label, choice.at("/label/" + language).asText());
                return;
            }
        }
        row.pick(label, code);
    }

    private static void choose(PanelForm panel) {
        panel.choose("choice", "OfferChoice");
        panel.form()
                .answerWhatSays(
                        panel.label("supplier"), panel.example("supplier").asText());
        panel.type("reasons");
    }

    private static List<String> unasked(PanelForm panel, RuleGroup group) {
        return new DossierForm(panel.form(), panel.person(), group).fill(panel.example("facts"));
    }

    private static void describe(PanelForm panel) {
        // the names of the fields come with what else is said of each
        assertThat(unasked(panel, RuleGroup.DATA)).isSubsetOf("fields");
        var fields = panel.example("fields");
        for (int i = 0; i < fields.size(); i++) {
            var row = panel.row("fields", i);
            row.type(panel.label("fields.name"), fields.get(i).get("name").asText());
            for (var part : new String[] {"tag:FieldTag", "granularity:Granularity"}) {
                var name = part.split(":", 2);
                var code = fields.get(i).get(name[0]).asText();
                row.select(panel.label("fields." + name[0]), panel.person().text(name[1] + "." + code));
            }
        }
        panel.choose("need", "PrivacyNeed").yesNo("platformTrusted").type("note");
    }

    private static void settle(PanelForm panel) {
        panel.choose("answer", "FindingAnswer");
        if (!panel.example("condition").isNull()) {
            panel.type("condition").day("dueOn");
        }
        panel.type("comment");
    }

    /** The workers tell what data they hold; of each side its set is found by its name. */
    private static void arrange(PanelForm panel) {
        for (var side : new String[] {"bankDataSet", "supplierDataSet"}) {
            panel.form().pick(panel.label(side), panel.example(side).asText().replaceAll("@.*", ""));
        }
    }
}
