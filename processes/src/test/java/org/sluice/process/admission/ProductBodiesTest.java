package org.sluice.process.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.process.Body;
import org.sluice.process.FieldProblem;

class ProductBodiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Map<String, Object> FACTS = Map.of("accuracyRate", 0.98);

    @ParameterizedTest
    @MethodSource("bodies")
    void nameWhatIsMissing(Body body, List<String> fields) {
        assertThat(body.problems()).extracting(FieldProblem::field).containsExactlyElementsOf(fields);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(dossier(field("sales", FieldTag.ENTERPRISE_DETAIL, null)), List.of()),
                arguments(dossier(field("share", FieldTag.STATISTIC, null)), List.of("fields[0].groupSize")),
                arguments(dossier(field("share", FieldTag.STATISTIC, 20)), List.of()),
                arguments(
                        dossier(field("sales", FieldTag.PI_BASIC, null), field("sales", FieldTag.PI_BASIC, null)),
                        List.of("fields[1].name")),
                arguments(
                        new FileProductDossier(Map.of(), List.of(), null, null, null),
                        List.of("fields", "need", "platformTrusted")),
                arguments(new FileTestPapers("A-1", DAY, "B-1", DAY), List.of()),
                arguments(new FileTestPapers("A-1", null, " ", DAY), List.of("agreementOn", "assessmentNo")),
                arguments(new ArrangeTest("companies@1", null), List.of("supplierDataSet")),
                arguments(new ReportSampleTest("T-1", DAY, 3000L, 3000L, FACTS, "on site"), List.of()),
                arguments(new ReportSampleTest("T-1", DAY, 3000L, 3000L, Map.of(), "on site"), List.of("facts")),
                arguments(new ReportSampleTest("T-1", DAY, 3000L, 3001L, FACTS, "on site"), List.of("matched")),
                arguments(new ReportSampleTest("T-1", DAY, 0L, 0L, FACTS, "on site"), List.of("sampleSize")));
    }

    private static ProductField field(String name, FieldTag tag, @Nullable Integer groupSize) {
        return new ProductField(name, tag, Granularity.RECORD, groupSize);
    }

    private static FileProductDossier dossier(ProductField... fields) {
        return new FileProductDossier(Map.of("publicData", true), List.of(fields), PrivacyNeed.OVERLAP, false, null);
    }
}
