package org.sluice.ui.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import org.sluice.ui.calendar.CalendarDesk.Day;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** The business calendar, one month at a time; the month stands in the address. */
@Route(value = Routes.CALENDAR, layout = MainLayout.class)
@PermitAll
class CalendarView extends Screen implements AfterNavigationObserver {

    private static final String MONTH = "month";

    private final CalendarDesk desk;
    private final Clock clock;

    CalendarView(CalendarDesk desk, Clock clock) {
        super("calendar.title");
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent navigation) {
        show(navigation
                .getLocation()
                .getQueryParameters()
                .getSingleParameter(MONTH)
                .map(this::read)
                .orElseGet(this::thisMonth));
    }

    private void show(YearMonth month) {
        removeAll();
        var mayEdit = desk.mayEdit();
        add(
                new PageHeader(title())
                        .subtitle(Words.of(mayEdit ? "calendar.purpose.edit" : "calendar.purpose"))
                        .actions(
                                step(VaadinIcon.ANGLE_LEFT, "calendar.previous", month.minusMonths(1)),
                                name(month),
                                step(VaadinIcon.ANGLE_RIGHT, "calendar.next", month.plusMonths(1))),
                new MonthGrid(month, desk.month(month), mayEdit, day -> change(day, month)));
    }

    private void change(Day day, YearMonth month) {
        new DayDialog(desk, day, () -> show(month)).open();
    }

    private Button step(VaadinIcon icon, String key, YearMonth to) {
        var button = new Button(icon.create(), click -> getUI().ifPresent(
                        ui -> ui.navigate(CalendarView.class, QueryParameters.simple(Map.of(MONTH, to.toString())))));
        button.setAriaLabel(Words.of(key));
        button.setTooltipText(Words.of(key));
        return button;
    }

    private static Span name(YearMonth month) {
        var name = new Span(Format.forReader().month(month));
        name.addClassName("calendar-month");
        return name;
    }

    private YearMonth read(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            return thisMonth();
        }
    }

    private YearMonth thisMonth() {
        return YearMonth.now(clock.withZone(Format.ZONE));
    }
}
