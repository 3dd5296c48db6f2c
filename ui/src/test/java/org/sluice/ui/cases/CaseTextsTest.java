package org.sluice.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.CaseId;
import org.sluice.ui.Stage;

class CaseTextsTest {

    @AfterEach
    void close() {
        Stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void caseIsWholeInBothLanguages(String language) {
        Stage.open(Locale.forLanguageTag(language));
        var view = new CaseView(
                new FakeCaseDesk(),
                (id, body) -> {},
                Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC));
        UI.getCurrent().add(view);
        view.setParameter(null, new CaseId(new UUID(0, 1)).toString());
        assertThat(Stage.texts(view)).hasSizeGreaterThan(60);
        assertThat(Stage.keys(view)).isEmpty();
    }
}
