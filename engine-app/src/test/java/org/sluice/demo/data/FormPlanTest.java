package org.sluice.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormPlanTest {

    @Test
    void meetsBothCountsAndServesFirstWhoHasNoOtherForm() {
        var plan = FormPlan.of(
                Map.of("FREE", 6, "BATCH", 3),
                Map.of("FREE", List.of("BATCH_FILE", "REALTIME_API"), "BATCH", List.of("BATCH_FILE")),
                Map.of("BATCH_FILE", 4, "REALTIME_API", 5));

        assertThat(plan).hasSize(9);
        assertThat(plan.stream().filter(place -> place.equals(new FormPlan.Place("BATCH", "BATCH_FILE"))))
                .hasSize(3);
        assertThat(plan.stream().filter(place -> place.equals(new FormPlan.Place("FREE", "REALTIME_API"))))
                .hasSize(5);
    }

    @Test
    void refusesCountsThatNoClassAllows() {
        assertThatThrownBy(() -> FormPlan.of(
                        Map.of("A", 2),
                        Map.of("A", List.of("REALTIME_API")),
                        Map.of("PORTAL_QUERY", 1, "REALTIME_API", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PORTAL_QUERY");
    }
}
