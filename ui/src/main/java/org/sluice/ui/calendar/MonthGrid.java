package org.sluice.ui.calendar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.function.Consumer;
import org.sluice.ui.calendar.CalendarDesk.Day;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/** A month as a week has it, Monday first. Every day says in words what it is; colour only helps. */
final class MonthGrid extends Div {

    private final boolean mayEdit;
    private final Consumer<Day> change;

    MonthGrid(YearMonth month, List<Day> days, boolean mayEdit, Consumer<Day> change) {
        this.mayEdit = mayEdit;
        this.change = change;
        addClassNames("month", "panel");
        for (var weekday : DayOfWeek.values()) {
            var head = new Span(weekday.getDisplayName(TextStyle.SHORT, Words.locale()));
            head.addClassName("month-weekday");
            add(head);
        }
        for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
            add(new Span());
        }
        days.forEach(day -> add(cell(day)));
    }

    private Component cell(Day day) {
        var number = new Span(String.valueOf(day.day().getDayOfMonth()));
        number.addClassName("month-number");
        var cell = mayEdit ? new NativeButton("", click -> change.accept(day)) : null;
        var face = new Div(
                number,
                line(Words.of(day.working() ? "calendar.working" : "calendar.free"), "month-kind"),
                line(Words.of(day.working() ? "calendar.working.short" : "calendar.free.short"), "month-kind-short"));
        face.addClassName("month-face");
        var note = day.note();
        if (note != null) {
            face.add(line(Words.of(note), "month-note"));
        }
        if (!day.verified()) {
            face.add(line(Words.of("calendar.unverified"), "month-unverified"));
        }
        Component shown = face;
        if (cell != null) {
            cell.add(face);
            cell.getElement()
                    .setAttribute(
                            "aria-label",
                            Words.of("calendar.change", Format.forReader().date(day.day())));
            shown = cell;
        }
        shown.addClassNames("month-day", day.working() ? "month-working" : "month-free");
        return shown;
    }

    private static Span line(String text, String style) {
        var line = new Span(text);
        line.addClassName(style);
        return line;
    }
}
