package org.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluice.process.LocalText;
import org.sluice.ui.demo.DemoDesk;

class WelcomeTest {

    @Test
    void namesTheAddressAndEveryAccountOnce() {
        var text = Welcome.text(
                "http://localhost:8080",
                Optional.of(new Desk("legal", "legal-2", "legal-3", "br01-x")),
                Optional.of("Workers of a and b"));

        assertThat(text).contains("http://localhost:8080", "password of all: demo", "4 demo accounts", "legal, -2, -3");
        assertThat(text.lines()).anyMatch(line -> line.contains("br01-x"));
        assertThat(text.lines()).contains("  Workers of a and b");
    }

    @Test
    void namesNoAccountOutsideTheDemo() {
        assertThat(Welcome.text("http://localhost:8080", Optional.empty(), Optional.empty()))
                .doesNotContain("demo", "password");
    }

    private record Desk(List<Account> accounts) implements DemoDesk {

        Desk(String... names) {
            this(Stream.of(names)
                    .map(name -> new Account(
                            name,
                            new LocalText("a", "a"),
                            new LocalText("b", "b"),
                            new LocalText("总行", "HO"),
                            List.of()))
                    .toList());
        }

        @Override
        public String password() {
            return "demo";
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void advance(Duration duration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void advanceTo(Instant moment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void advanceWorkingDays(int days) {
            throw new UnsupportedOperationException();
        }
    }
}
