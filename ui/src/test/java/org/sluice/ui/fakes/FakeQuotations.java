package org.sluice.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sluice.process.LocalText;
import org.sluice.process.TaskId;
import org.sluice.ui.procurement.QuotationDesk;

/** Two suppliers that people know, of which one has a product to buy; and many more. */
public final class FakeQuotations implements QuotationDesk {

    public static final int MANY = 120;

    /** What was asked for: text, offset and limit. */
    public final List<String> asked = new ArrayList<>();

    private final List<Named> suppliers = Stream.concat(
                    Stream.of(
                            new Named("SUP-00007", new LocalText("朝㬢数据", "Zhaoxi Data")),
                            new Named("SUP-00011", new LocalText("云溪征信", "Yunxi Credit Data"))),
                    IntStream.range(0, MANY)
                            .mapToObj(n -> new Named(
                                    "SUP-%05d".formatted(100 + n), new LocalText("其他" + n, "Firm number " + n))))
            .toList();
    private final Map<String, List<Named>> products =
            Map.of("SUP-00007", List.of(new Named("DP-00042", new LocalText("税务画像", "Tax profile"))));

    @Override
    public List<Named> suppliers(TaskId task, String text, int offset, int limit) {
        asked.add(text + " " + offset + " " + limit);
        var words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return suppliers.stream()
                .filter(each -> words.stream()
                        .allMatch(word -> (each.called().zh() + each.called().en())
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Named> products(TaskId task, String supplierCode) {
        return products.getOrDefault(supplierCode, List.of());
    }
}
