package org.sluice.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.Money;
import org.sluice.ui.fakes.Stage;

class FormatTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:05:00Z");

    private final Stage stage = new Stage();
    private final Format zh = new Format(Locale.CHINESE);
    private final Format en = new Format(Locale.ENGLISH);

    @BeforeEach
    void enter() {
        stage.enter();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void writesDatesByTheShanghaiClock() {
        assertThat(zh.moment(NOW)).isEqualTo("2026年11月22日 14:05");
        assertThat(en.moment(NOW)).isEqualTo("22 Nov 2026, 14:05");
        assertThat(zh.date(LocalDate.of(2026, 1, 5))).isEqualTo("2026年1月5日");
        assertThat(en.date(LocalDate.of(2026, 1, 5))).isEqualTo("5 Jan 2026");
    }

    @Test
    void saysHowLongIsLeftOrHowLate() {
        assertThat(zh.due(NOW.plusSeconds(3 * 86_400 + 60), NOW)).isEqualTo("剩余 3 天");
        assertThat(zh.due(NOW.minusSeconds(7_200), NOW)).isEqualTo("已逾期 2 小时");
        assertThat(zh.due(NOW.plusSeconds(600), NOW)).isEqualTo("剩余 10 分钟");
    }

    @Test
    void groupsMoneyAndKeepsItsSign() {
        assertThat(en.money(new Money(new BigDecimal("1234567.5")))).isEqualTo("¥1,234,567.50");
        assertThat(en.money(Money.of(-3))).isEqualTo("-¥3.00");
        assertThat(zh.price(new BigDecimal("0.1250"))).isEqualTo("¥0.125");
    }

    @Test
    void roundsSharesToOneDecimal() {
        assertThat(zh.percent(new BigDecimal("0.9731"))).isEqualTo("97.3%");
        assertThat(zh.percent(new BigDecimal("1"))).isEqualTo("100%");
    }
}
