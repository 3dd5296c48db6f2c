package org.sluice.ui.parts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sluice.process.Money;

/** Dates, money and numbers as the reader writes them; the house's clock hangs in Shanghai for everybody. */
public record Format(Locale locale) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** For the person in front of the screen. */
    public static Format forReader() {
        return new Format(Words.locale());
    }

    public String date(LocalDate date) {
        return pattern("yyyy年M月d日", "d MMM yyyy").format(date);
    }

    public String month(YearMonth month) {
        return pattern("yyyy年M月", "MMMM yyyy").format(month);
    }

    public String moment(Instant instant) {
        return pattern("yyyy年M月d日 HH:mm", "d MMM yyyy, HH:mm").format(instant.atZone(ZONE));
    }

    /** How long is left until a due date, or for how long it has been missed: the largest whole unit. */
    public String due(Instant due, Instant now) {
        var late = due.isBefore(now);
        var gap = Duration.between(now, due).abs();
        if (gap.toDays() > 0) {
            return Words.of(late ? "parts.due.daysLate" : "parts.due.daysLeft", gap.toDays());
        }
        if (gap.toHours() > 0) {
            return Words.of(late ? "parts.due.hoursLate" : "parts.due.hoursLeft", gap.toHours());
        }
        return Words.of(late ? "parts.due.minutesLate" : "parts.due.minutesLeft", gap.toMinutes());
    }

    public String money(Money money) {
        var amount = money.amount();
        return (amount.signum() < 0 ? "-¥" : "¥") + numbers(2, 2).format(amount.abs());
    }

    /** A price of one call or month: two to four decimals. */
    public String price(BigDecimal price) {
        return "¥" + numbers(2, 4).format(price);
    }

    /** An amount that is a threshold or a wish, without fractions unless it has some. */
    public String roundMoney(BigDecimal amount) {
        return (amount.signum() < 0 ? "-¥" : "¥") + numbers(0, 2).format(amount.abs());
    }

    public String decimal(BigDecimal number) {
        return numbers(0, 4).format(number);
    }

    /** With exactly so many decimals. */
    public String fixed(BigDecimal number, int decimals) {
        return numbers(decimals, decimals).format(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    public String number(long number) {
        return numbers(0, 0).format(number);
    }

    /** A share of one, such as 0.973, as a percentage with at most one decimal. */
    public String percent(BigDecimal share) {
        return numbers(0, 1).format(share.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
    }

    public boolean isEnglish() {
        return "en".equals(locale.getLanguage());
    }

    private DateTimeFormatter pattern(String zh, String en) {
        return DateTimeFormatter.ofPattern(isEnglish() ? en : zh, isEnglish() ? Locale.UK : Locale.CHINA);
    }

    private NumberFormat numbers(int least, int most) {
        var format = NumberFormat.getNumberInstance(isEnglish() ? Locale.UK : Locale.CHINA);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format;
    }
}
