package org.sluice.ui.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.ui.calendar.CalendarDesk.Day;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.Words;

/** Changes one day: works or not, and why, in both languages. Saving verifies the day. */
final class DayDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final RadioButtonGroup<Boolean> working = new RadioButtonGroup<>(Words.of("calendar.kind"));
    private final TextField zh = fields.add("note.zh", new TextField(Words.of("calendar.note.zh")));
    private final TextField en = fields.add("note.en", new TextField(Words.of("calendar.note.en")));
    private final CalendarDesk desk;
    private final Day day;
    private final Runnable done;

    DayDialog(CalendarDesk desk, Day day, Runnable done) {
        this.desk = desk;
        this.day = day;
        this.done = done;
        zh.setRequiredIndicatorVisible(true);
        en.setRequiredIndicatorVisible(true);
        setHeaderTitle(Format.forReader().date(day.day()));
        working.setItems(true, false);
        working.setItemLabelGenerator(w -> Words.of(w ? "calendar.working" : "calendar.free"));
        working.setValue(day.working());
        var note = day.note();
        if (note != null) {
            zh.setValue(note.zh());
            en.setValue(note.en());
        }
        var moves = new Paragraph();
        moves.addClassName("quiet");
        moves.getElement().setAttribute("role", "status");
        Runnable preview = () -> Notice.attempt(() -> moves.setText(text(desk.moves(day.day(), working.getValue()))));
        working.addValueChangeListener(change -> preview.run());
        preview.run();
        var form = new Div(working, zh, en, moves);
        form.addClassName("narrow-form");
        add(form);
        var save = new Button(Words.of("calendar.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), save);
    }

    /** What is wrong with a field is said at the field; the dialog closes only when the day was set. */
    private void save() {
        try {
            var text = new LocalText(zh.getValue().strip(), en.getValue().strip());
            var moved = desk.set(day.day(), working.getValue(), text);
            close();
            done.run();
            Notice.success("calendar.saved", moved.tasks(), moved.timers());
        } catch (Invalid e) {
            if (!fields.show(e.problems(), Words.locale()).isEmpty()) {
                Notice.failure(e);
            }
        } catch (RuntimeException e) {
            Notice.failure(e);
        }
    }

    private static String text(CalendarDesk.Moves moves) {
        return moves.tasks() + moves.timers() == 0
                ? Words.of("calendar.moves.none")
                : Words.of("calendar.moves", moves.tasks(), moves.timers());
    }
}
