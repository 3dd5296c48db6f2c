package org.sluice.ui.parts;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A day to type or to pick. It is written {@code 2027-12-31} in both languages, since 5/6 is two days; what else people
 * write is read too, and what is no day is told at once instead of being lost.
 */
public final class DayField extends DatePicker {

    private static final String WRITTEN = "yyyy-MM-dd";
    private static final String WRITTEN_IN_VAIN = "element.inputElement.value !== '' && !element.value";

    public DayField(String label) {
        super(label);
        var locale = Format.forReader().isEnglish() ? Locale.UK : Locale.CHINA;
        setLocale(locale);
        setI18n(words(locale));
        setPlaceholder(Words.of("parts.day.pattern"));
        // The first when a day stood there before, the second when none did.
        for (var left : List.of("change", "unparsable-change")) {
            getElement()
                    .addEventListener(left, event -> say(event.getEventData().getBoolean(WRITTEN_IN_VAIN)))
                    .addEventData(WRITTEN_IN_VAIN);
        }
    }

    private void say(boolean unreadable) {
        setErrorMessage(unreadable ? Words.of("parts.day.unreadable") : "");
        setInvalid(unreadable);
    }

    private static DatePickerI18n words(Locale locale) {
        return new DatePickerI18n()
                .setDateFormats(WRITTEN, "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "d/M/yyyy", "d.M.yyyy")
                .setFirstDayOfWeek(1)
                .setToday(Words.of("parts.day.today"))
                .setCancel(Words.of("parts.cancel"))
                .setMonthNames(
                        names(Arrays.stream(Month.values()), month -> month.getDisplayName(TextStyle.FULL, locale)))
                .setWeekdays(names(days(), day -> day.getDisplayName(TextStyle.FULL, locale)))
                .setWeekdaysShort(names(days(), day -> day.getDisplayName(TextStyle.NARROW, locale)));
    }

    /** The component counts from Sunday, whatever day its week begins with. */
    private static Stream<DayOfWeek> days() {
        return Stream.concat(
                Stream.of(DayOfWeek.SUNDAY), Arrays.stream(DayOfWeek.values()).limit(6));
    }

    private static <T> List<String> names(Stream<T> all, Function<T, String> name) {
        return all.map(name).toList();
    }
}
