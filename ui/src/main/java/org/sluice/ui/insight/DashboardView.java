package org.sluice.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.models.ProcessModels;
import org.sluice.ui.insight.FigureDesk.BudgetFigure;
import org.sluice.ui.insight.FigureDesk.Overview;
import org.sluice.ui.insight.FigureDesk.Stage;
import org.sluice.ui.insight.FigureDesk.Step;
import org.sluice.ui.parts.BpmnDiagram;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** Where cases wait, how long steps take, and what the budget holds; each count leads to the cases that it counts. */
@Route(value = Routes.DASHBOARD, layout = MainLayout.class)
@PermitAll
class DashboardView extends Screen implements BeforeEnterObserver {

    private static final List<Integer> WINDOWS = List.of(30, 90, 365);
    private static final int USUAL = 90;

    private final transient FigureDesk desk;
    private final Select<Integer> window = new Select<>();
    private final Select<String> model = new Select<>();
    private final Div content = new Div();
    private final Div picture = new Div();
    private @Nullable Overview shown;

    DashboardView(FigureDesk desk) {
        super("dashboard.title");
        this.desk = desk;
        content.addClassName("stack");
        window.setItems(WINDOWS);
        window.setItemLabelGenerator(days -> Words.of("dashboard.days", days));
        window.setAriaLabel(Words.of("dashboard.window"));
        window.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(
                        Routes.DASHBOARD,
                        QueryParameters.of("days", change.getValue().toString())));
            }
        });
        model.setItems(ProcessModels.keys());
        model.setItemLabelGenerator(key -> Words.of("process." + key));
        model.setAriaLabel(Words.of("dashboard.model"));
        model.addValueChangeListener(change -> draw());
        add(new PageHeader(title()).subtitle(Words.of("dashboard.purpose")).actions(window), content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("days")
                .orElse("");
        var days = WINDOWS.stream()
                .filter(each -> each.toString().equals(asked))
                .findFirst()
                .orElse(USUAL);
        window.setValue(days);
        show(desk.overview(days));
    }

    private void show(Overview overview) {
        shown = overview;
        content.removeAll();
        content.add(
                section("stages", stages(overview.stages())),
                section("steps", steps(overview)),
                section("diagram", model, picture),
                section("budget", budget(overview.budget())));
        model.setValue(busiest(overview.steps()));
        draw();
    }

    /** The model where most cases wait, or the first one. */
    private static String busiest(List<Step> steps) {
        return steps.stream()
                .collect(
                        Collectors.groupingBy(Step::processKey, LinkedHashMap::new, Collectors.summingLong(Step::open)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(ProcessModels.keys().get(0));
    }

    private static Component stages(List<Stage> stages) {
        if (stages.isEmpty()) {
            return new EmptyState(Words.of("dashboard.nothingOpen"));
        }
        var tiles = new Div();
        tiles.addClassName("figure-tiles");
        for (var stage : stages) {
            var kind = new Span(Words.of("CaseKind." + stage.kind()));
            kind.addClassName("quiet");
            var filter = "kind=" + stage.kind() + "&state=" + stage.state() + "&open=true";
            var tile = new Div(
                    kind,
                    new Span(Words.ofState(stage.state())),
                    count(stage.open(), filter, "figure-tile-count"),
                    late(stage.overdue(), filter));
            tile.addClassName("figure-tile");
            tiles.add(tile);
        }
        return tiles;
    }

    private static Component steps(Overview overview) {
        var durations = Durations.forReader();
        return DataGrid.of("dashboard.noSteps", overview.steps())
                .text("dashboard.step", step -> Words.of("task." + step.step()))
                .grow()
                .text("dashboard.process", step -> Words.of("process." + step.processKey()))
                .column("dashboard.open", step -> count(step.open(), waiting(step), "figure"))
                .column("dashboard.overdue", step -> late(step.overdue(), waiting(step)))
                .figure("dashboard.done", step -> Format.forReader().number(step.done()))
                .figure("dashboard.median", step -> durations.of(step.median()))
                .figure("dashboard.ninetieth", step -> durations.of(step.ninetieth()))
                .figure("dashboard.waited", step -> durations.of(step.waited()));
    }

    private static Component budget(List<BudgetFigure> lines) {
        return DataGrid.of("dashboard.noBudget", lines)
                .local("dashboard.line", BudgetFigure::name)
                .grow()
                .money("dashboard.appropriated", BudgetFigure::appropriated)
                .money("dashboard.preCommitted", BudgetFigure::preCommitted)
                .money("dashboard.committed", BudgetFigure::committed)
                .money("dashboard.spent", BudgetFigure::spent)
                .money("dashboard.available", BudgetFigure::available);
    }

    private void draw() {
        picture.removeAll();
        var key = model.getValue();
        if (shown == null || key == null) {
            return;
        }
        var durations = Durations.forReader();
        var figures = new LinkedHashMap<String, BpmnDiagram.Figure>();
        shown.steps().stream()
                .filter(step -> step.processKey().equals(key) && (step.open() > 0 || step.median() != null))
                .forEach(step -> figures.put(
                        step.step(),
                        new BpmnDiagram.Figure(
                                atStep(step, durations), Routes.CASES + "?" + waiting(step), step.overdue() > 0)));
        picture.add(BpmnDiagram.withFigures(ProcessModels.xml(key, Words.locale()), figures));
    }

    private static String atStep(Step step, Durations durations) {
        var median = durations.of(step.median());
        if (step.open() == 0 && median != null) {
            return Words.of("dashboard.medianAt", median);
        }
        return Words.of("dashboard.atStep", step.open(), median == null ? Words.of("parts.none") : median);
    }

    private static String waiting(Step step) {
        return "step=" + step.step() + "&open=true";
    }

    private static Component count(long number, String filter, String style) {
        var text = Format.forReader().number(number);
        if (number == 0) {
            return new Span(text);
        }
        var link = new Anchor(Routes.CASES + "?" + filter, text);
        link.addClassName(style);
        return link;
    }

    private static Component late(long number, String filter) {
        if (number == 0) {
            var none = new Span(Words.of("dashboard.noneLate"));
            none.addClassName("quiet");
            return none;
        }
        var link = new Anchor(
                Routes.CASES + "?" + filter + "&overdue=true",
                Words.of("dashboard.late", Format.forReader().number(number)));
        link.addClassName("figure-late");
        return link;
    }

    private static Section section(String name, Component... content) {
        var heading = new H2(Words.of("dashboard." + name));
        heading.setId("dashboard-" + name);
        var section = new Section(heading);
        section.addClassName("panel");
        section.getElement().setAttribute("aria-labelledby", "dashboard-" + name);
        section.add(content);
        return section;
    }
}
