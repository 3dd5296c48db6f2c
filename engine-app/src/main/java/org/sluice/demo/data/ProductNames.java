package org.sluice.demo.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sluice.process.LocalText;

/** What a product delivers and how it is called; no name comes twice. */
final class ProductNames {

    /** @param content the row of {@code products.csv}: fields, subject and what it is for */
    record Named(WordList.Row content, LocalText name) {}

    private static final Map<String, LocalText> FORMS = Map.of(
            "REALTIME_API", new LocalText("", ""),
            "BATCH_FILE", new LocalText("（批量文件）", " (batch file)"),
            "PRIVACY_COMPUTE", new LocalText("（隐私计算）", " (privacy computing)"),
            "PORTAL_QUERY", new LocalText("（门户查询）", " (portal query)"));
    private static final List<LocalText> EDITIONS =
            List.of(new LocalText("", ""), new LocalText("专业版", ", professional"), new LocalText("标准版", ", standard"));

    private final Map<String, List<WordList.Row>> contents = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    ProductNames() {
        for (var row : WordList.of("products.csv").rows()) {
            contents.computeIfAbsent(row.get("class"), code -> new java.util.ArrayList<>())
                    .add(row);
        }
    }

    /** A free name for a product of this class, form and supplier; editions only when the plain names are used up. */
    Named next(String dataClass, String form, DemoSupplier supplier, Draw draw) {
        for (var edition : EDITIONS) {
            for (var content : draw.shuffled(contents.getOrDefault(dataClass, List.of()))) {
                var name = name(content, form, supplier, edition);
                if (taken.add(name.zh())) {
                    return new Named(content, name);
                }
            }
        }
        throw new IllegalStateException("no name is left for " + dataClass + " of " + supplier.shortName());
    }

    private static LocalText name(WordList.Row content, String form, DemoSupplier supplier, LocalText edition) {
        var suffix = FORMS.getOrDefault(form, new LocalText("", ""));
        var owner = supplier.regional() ? supplier.region().name() : supplier.shortName();
        var zh = supplier.regional()
                ? supplier.region().shortName().zh() + content.get("zh")
                : owner.zh() + "·" + content.get("zh");
        return new LocalText(
                zh + edition.zh() + suffix.zh(),
                Texts.capital(content.get("en")) + ", " + owner.en() + edition.en() + suffix.en());
    }
}
