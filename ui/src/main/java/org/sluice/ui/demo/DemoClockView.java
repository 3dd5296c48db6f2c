package org.sluice.ui.demo;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.sluice.process.Problems;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;
import org.springframework.beans.factory.ObjectProvider;

/** The demo's clock: shows the house's time and moves it forward, so that reminders and terms can be watched. */
@Route(value = Routes.DEMO_CLOCK, layout = MainLayout.class)
@PermitAll
class DemoClockView extends Screen implements BeforeEnterObserver {

    private static final String DAYS = "days";
    private static final String DAY = "day";
    /** People come to work at this hour, and find what the night has brought. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final int MOST_DAYS = 60;

    private final ObjectProvider<DemoDesk> desk;
    private final Paragraph now = new Paragraph();
    private final FormFields fields = new FormFields();
    private final IntegerField days = fields.add(DAYS, new IntegerField());
    private final DayField day = fields.add(DAY, new DayField(""));

    DemoClockView(ObjectProvider<DemoDesk> desk) {
        super("demo.clock");
        this.desk = desk;
        now.addClassName("clock-now");
        now.getElement().setAttribute("aria-live", "polite");
        days.setAriaLabel(Words.of("demo.clock.days"));
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setValue(1);
        days.setStepButtonsVisible(true);
        day.setAriaLabel(Words.of("demo.clock.day.label"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        var demo = desk.getIfAvailable();
        if (demo == null) {
            enter.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        var forward = new Button(Words.of("demo.clock.workingDays"), click -> moveByWorkingDays(demo));
        forward.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var steps = new Div(
                move("demo.clock.hour", demo, () -> demo.advance(Duration.ofHours(1))),
                move("demo.clock.day", demo, () -> demo.advance(Duration.ofDays(1))),
                days,
                forward,
                day,
                new Button(Words.of("demo.clock.toDay"), click -> moveToDay(demo)));
        steps.addClassName("clock-steps");
        var panel = new Div(now, steps);
        panel.addClassName("panel");
        add(new PageHeader(title()).subtitle(Words.of("demo.clock.purpose")), panel);
        show(demo);
    }

    private Button move(String key, DemoDesk demo, Runnable step) {
        return new Button(Words.of(key), click -> {
            if (Notice.attempt(step)) {
                Notice.success("demo.clock.moved");
            }
            show(demo);
        });
    }

    /** Only by a number that is one: what cannot be read moves nothing. */
    private void moveByWorkingDays(DemoDesk demo) {
        var chosen = days.getValue();
        var problems = new Problems().required(DAYS, chosen).between(DAYS, chosen, 1, MOST_DAYS);
        if (fields.show(problems.list(), Words.locale()).isEmpty()
                && problems.list().isEmpty()
                && Notice.attempt(() -> demo.advanceWorkingDays(Objects.requireNonNull(chosen)))) {
            Notice.success("demo.clock.moved");
        }
        show(demo);
    }

    private void moveToDay(DemoDesk demo) {
        var chosen = day.getValue();
        var problems = new Problems()
                .required(DAY, chosen)
                .when(chosen != null && !morning(chosen).isAfter(demo.now()), DAY, "clockGoesForward");
        if (fields.show(problems.list(), Words.locale()).isEmpty()
                && problems.list().isEmpty()
                && Notice.attempt(() -> demo.advanceTo(morning(Objects.requireNonNull(chosen))))) {
            Notice.success("demo.clock.moved");
        }
        show(demo);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(Format.ZONE).toInstant();
    }

    private void show(DemoDesk demo) {
        now.setText(Format.forReader().moment(demo.now()));
    }
}
