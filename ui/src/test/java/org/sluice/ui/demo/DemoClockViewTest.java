package org.sluice.ui.demo;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.ui.fakes.FakeDemo;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.Format;

class DemoClockViewTest {

    private final FakeDemo demo = new FakeDemo();
    private final Stage stage = new Stage(demo);

    @BeforeEach
    void open() {
        stage.enterAs(Role.PLATFORM_OPS);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate(DemoClockView.class);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = {-3, 0, 61})
    void whatIsNoNumberOfDaysMovesNothingAndIsSaidAtTheField(Integer days) {
        var before = demo.now();
        _get(IntegerField.class).setValue(days);
        forward();

        assertThat(demo.now()).isEqualTo(before);
        assertThat(_get(IntegerField.class).isInvalid()).isTrue();
        assertThat(_get(IntegerField.class).getErrorMessage()).isNotBlank();
    }

    @Test
    void movesByTheDaysThatWereChosen() {
        var before = demo.now();
        _get(IntegerField.class).setValue(60);
        forward();

        assertThat(Duration.between(before, demo.now())).isEqualTo(Duration.ofDays(60));
        assertThat(_get(IntegerField.class).isInvalid()).isFalse();
    }

    @Test
    void goesToTheMorningOfADayThatIsStillToCome() {
        var day = demo.now().atZone(Format.ZONE).toLocalDate().plusDays(97);
        _get(DayField.class).setValue(day);
        _click(_get(Button.class, spec -> spec.withText("Forward to the day")));

        assertThat(demo.now().atZone(Format.ZONE).toLocalDateTime()).isEqualTo(day.atTime(9, 0));
        assertThat(_get(DayField.class).isInvalid()).isFalse();
    }

    @Test
    void goesToNoDayThatIsPastAndSaysSoAtTheField() {
        var before = demo.now();
        _get(DayField.class).setValue(before.atZone(Format.ZONE).toLocalDate().minusDays(1));
        _click(_get(Button.class, spec -> spec.withText("Forward to the day")));

        assertThat(demo.now()).isEqualTo(before);
        assertThat(_get(DayField.class).getErrorMessage()).contains("only goes forward");
    }

    private static void forward() {
        _click(_get(Button.class, spec -> spec.withText("Forward by working days")));
    }
}
