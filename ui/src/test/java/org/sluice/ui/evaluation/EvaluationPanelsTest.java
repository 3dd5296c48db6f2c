package org.sluice.ui.evaluation;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.evaluation.CheckRectification;
import org.sluice.process.evaluation.DecideRenewal;
import org.sluice.process.evaluation.FigureCorrection;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.process.evaluation.RateProduct;
import org.sluice.process.evaluation.RecordObjection;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.process.evaluation.ReviewObjection;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.process.evaluation.SupplierConduct;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskDesk.Choice;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

class EvaluationPanelsTest {

    private static final Material GIVEN = new Material(
            List.of(
                    choice("outcome", "RENEW_SHORT_WITH_RECTIFICATION", true),
                    choice("outcome", "RENEW_YEAR", false),
                    choice("blacklistReview", "false", true),
                    choice("item", "HIT_RATE", false),
                    choice("item", "DOCUMENTS", false)),
            List.of());

    private final Stage stage = new Stage().enterAs(Role.DATA_HEAD);

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aLowRatingNeedsWhatItRestsOn() {
        var panel = shown(new RateProductPanel());
        assertThat(problems(panel)).containsExactly("score");
        radio(panel, "How does its effect for your unit compare with the plan?").setValue(4);
        assertThat(panel.read()).isEqualTo(new RateProduct(4, null));
        assertThat(problems(panel)).isEmpty();
        radio(panel, "How does its effect for your unit compare with the plan?").setValue(2);
        assertThat(problems(panel)).containsExactly("comment");
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isTrue();
        assertThat(Texts.of(panel)).noneMatch(text -> text.startsWith("panel."));
    }

    @Test
    void anObjectionHasGroundsAndAnAcceptanceNeedsNone() {
        var panel = shown(new RecordObjectionPanel());
        radio(panel, "What does the supplier say?").setValue(true);
        _get(panel, DayField.class).setValue(LocalDate.of(2026, 11, 20));
        assertThat(problems(panel)).containsExactly("grounds");
        radio(panel, "What does the supplier say?").setValue(false);
        assertThat(panel.read()).isEqualTo(new RecordObjection(false, LocalDate.of(2026, 11, 20), null));
        assertThat(problems(panel)).isEmpty();
    }

    @Test
    void figuresArePutRightOnlyWhenTheObjectionIsUpheld() {
        var panel = shown(new ReviewObjectionPanel(GIVEN));
        radio(panel, "Is the objection right?").setValue(false);
        _get(panel, TextArea.class).setValue("The logs agree with us.");
        assertThat(panel.read()).isEqualTo(new ReviewObjection(false, List.of(), "The logs agree with us."));

        radio(panel, "Is the objection right?").setValue(true);
        assertThat(problems(panel)).containsExactly("corrections");
        _click(_get(panel, Button.class, spec -> spec.withText("Add a figure")));
        ComboBox<ScoreItem> item = combo(panel, "Item");
        item.setValue(ScoreItem.HIT_RATE);
        _get(panel, BigDecimalField.class).setValue(new BigDecimal("0.5"));
        assertThat(panel.read().corrections())
                .containsExactly(new FigureCorrection(ScoreItem.HIT_RATE, new BigDecimal("0.5"), null));
        item.setValue(ScoreItem.DOCUMENTS);
        assertThat(_find(panel, BigDecimalField.class)).isEmpty();
        ComboBox<ItemFinding> finding = combo(panel, "Right finding");
        finding.setValue(ItemFinding.VALID);
        assertThat(panel.read().corrections())
                .containsExactly(new FigureCorrection(ScoreItem.DOCUMENTS, null, ItemFinding.VALID));
    }

    @Test
    void theTablesProposalIsChosenAndADeviationIsMarkedForReasons() {
        var panel = shown(new DecideRenewalPanel(GIVEN));
        RadioButtonGroup<RenewalOutcome> outcome = radio(panel, "What becomes of the product?");
        assertThat(outcome.getValue()).isEqualTo(RenewalOutcome.RENEW_SHORT_WITH_RECTIFICATION);
        assertThat(outcome.getHelperText()).contains("Renew briefly with rectification");
        assertThat(problems(panel)).containsExactly("demand", "rectifyBy");
        assertThat(reasons(panel).isRequiredIndicatorVisible()).isFalse();

        outcome.setValue(RenewalOutcome.RENEW_YEAR);
        assertThat(reasons(panel).isRequiredIndicatorVisible()).isTrue();
        reasons(panel).setValue("The contract ends anyway.");
        assertThat(panel.read())
                .isEqualTo(
                        new DecideRenewal(RenewalOutcome.RENEW_YEAR, false, null, null, "The contract ends anyway."));
        assertThat(problems(panel)).isEmpty();
    }

    @Test
    void whatWasSeenIsSaidEitherWay() {
        var panel = shown(new CheckRectificationPanel());
        radio(panel, "Was it rectified?").setValue(true);
        assertThat(problems(panel)).containsExactly("finding");
        _get(panel, TextArea.class).setValue("As promised.");
        assertThat(panel.read()).isEqualTo(new CheckRectification(true, "As promised."));
    }

    @Test
    void aProductsPageShowsItsMonthsAndWhoMayStartsAnEvaluation() {
        var desk = new FakeEvaluations();
        UI.getCurrent().removeAll();
        var section = new EvaluationsOfCatalog(desk).ofProduct("DP-00001");
        UI.getCurrent().add(section);

        assertThat(_find(section, Grid.class)).hasSize(2);
        assertThat(_find(Button.class, spec -> spec.withText("Record reading"))).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Evaluate now")));
        assertThat(desk.started).isEmpty();
    }

    @Test
    void aMonthIsEnteredInPercentAndKeptAsShares() {
        var desk = new FakeEvaluations();
        var saved = new ArrayList<String>();
        new ReadingDialog(desk, "DP-00001", () -> saved.add("saved")).open();
        _click(_get(Button.class, spec -> spec.withText("Record reading")));
        assertThat(saved).isEmpty();
        assertThat(_get(TextField.class, spec -> spec.withLabel("Month")).isInvalid())
                .isTrue();

        _get(TextField.class, spec -> spec.withLabel("Month")).setValue("2026-10");
        _get(IntegerField.class, spec -> spec.withLabel("Calls")).setValue(1200);
        _get(BigDecimalField.class, spec -> spec.withLabel("Hit rate (%)")).setValue(new BigDecimal("91.5"));
        _click(_get(Button.class, spec -> spec.withText("Record reading")));

        assertThat(saved).containsExactly("saved");
        assertThat(desk.recorded.get(0).hitRate()).isEqualByComparingTo("0.915");
        assertThat(desk.recorded.get(0).accuracy()).isNull();
        assertThat(desk.recorded.get(0).conduct()).isEqualTo(SupplierConduct.NONE);
    }

    private static TextArea reasons(Component panel) {
        return _get(panel, TextArea.class, spec -> spec.withLabel("Reasons (required where it is not as proposed)"));
    }

    private static List<String> problems(TaskPanel<?> panel) {
        return panel.read().problems().stream().map(FieldProblem::field).toList();
    }

    private static Choice choice(String field, String value, boolean recommended) {
        return new Choice(field, value, new LocalText(value, value), recommended, null, null);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static <T> RadioButtonGroup<T> radio(Component in, String label) {
        return _get(in, RadioButtonGroup.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static <T> ComboBox<T> combo(Component in, String label) {
        return _get(in, ComboBox.class, spec -> spec.withLabel(label));
    }

    private static <P extends TaskPanel<?>> P shown(P panel) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static final class FakeEvaluations implements EvaluationDesk {

        private final List<String> started = new ArrayList<>();
        private final List<QualityReading> recorded = new ArrayList<>();

        @Override
        public ProductQuality ofProduct(String code) {
            var months = Stream.of(10, 9)
                    .map(month -> new MonthRow(
                            LocalDate.of(2026, month, 1),
                            1200,
                            new BigDecimal("0.915"),
                            null,
                            null,
                            null,
                            null,
                            new BigDecimal("0.99951"),
                            180,
                            1,
                            IncidentLevel.GENERAL,
                            45,
                            null,
                            null,
                            SupplierConduct.NONE))
                    .toList();
            return new ProductQuality(months, ofSupplier("SUP-00001"), true, false);
        }

        @Override
        public List<EvaluationRow> ofSupplier(String code) {
            return List.of(new EvaluationRow(
                    CaseId.random(),
                    "EVA-2026-00001",
                    "DP-00001",
                    new LocalText("税务数据", "Tax data"),
                    "CONFIRMED",
                    new BigDecimal("71.50"),
                    "C",
                    null,
                    Instant.parse("2026-11-20T01:00:00Z"),
                    null));
        }

        @Override
        public CaseId start(String productCode) {
            started.add(productCode);
            return CaseId.random();
        }

        @Override
        public void recordReading(String productCode, QualityReading reading) {
            recorded.add(reading);
        }
    }
}
