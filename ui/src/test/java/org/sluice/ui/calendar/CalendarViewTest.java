package org.sluice.ui.calendar;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;

class CalendarViewTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void marksDaysThatNobodyHasVerified() {
        open();

        assertThat(_find(Span.class, spec -> spec.withText("未核实"))).hasSize(1);
    }

    @Test
    void letsWhoMayEditVerifyADay() {
        open();
        _click(_find(NativeButton.class).get(0));
        _click(_get(Button.class, spec -> spec.withText("保存并标记为已核实")));

        assertThat(stage.calendar.changed).containsOnlyKeys(LocalDate.of(2026, 11, 1));
        assertThat(_find(Span.class, spec -> spec.withText("未核实"))).isEmpty();
    }

    @Test
    void saysWhatIsMissingAtItsField() {
        open();
        _click(_find(NativeButton.class).get(1));
        _get(TextField.class, spec -> spec.withLabel("说明（中文）")).setValue("调休上班");
        _click(_get(Button.class, spec -> spec.withText("保存并标记为已核实")));

        assertThat(_get(TextField.class, spec -> spec.withLabel("说明（英文）")).getErrorMessage())
                .isEqualTo("请填写此项。");
        assertThat(_get(TextField.class, spec -> spec.withLabel("说明（中文）")).isInvalid())
                .isFalse();
        assertThat(_find(Notification.class)).isEmpty();
        assertThat(stage.calendar.changed).isEmpty();
        assertThat(_find(DayDialog.class)).hasSize(1);
    }

    @Test
    void offersNoChangeToAnybodyElse() {
        stage.calendar.mayEdit = false;
        open();

        _assertNone(NativeButton.class);
        assertThat(_find(MonthGrid.class)).hasSize(1);
    }

    @Test
    void tellsWhenTheRightIsLostInTheMeantime() {
        open();
        _click(_find(NativeButton.class).get(0));
        stage.calendar.mayEdit = false;
        _click(_get(Button.class, spec -> spec.withText("保存并标记为已核实")));

        assertThat(stage.calendar.changed).isEmpty();
        assertThat(_find(DayDialog.class)).hasSize(1);
    }

    private void open() {
        stage.enterAs(Role.COMPLIANCE);
        UI.getCurrent().navigate(CalendarView.class);
    }
}
