package org.sluice.demo.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.sluice.process.LocalText;

/**
 * Invented suppliers of each type. Bodies acting by law and exchanges carry the name of their city and office, companies
 * their city, a word of two rare characters and their trade.
 */
final class SupplierNames {

    /** @param shortName the invented word of a company; city and kind of an exchange */
    record Named(String type, DemoPlaces.Region region, LocalText name, LocalText shortName, List<String> classes) {}

    private static final Set<String> BODIES = Set.of("GOV_DEPARTMENT", "PUBLIC_INSTITUTION", "DATA_EXCHANGE");

    private final Iterator<LocalText> words;
    private final List<DemoPlaces.Region> regions = DemoPlaces.regions();

    SupplierNames(Draw draw) {
        var parts = WordList.of("words.csv");
        var byPinyin = new LinkedHashMap<String, LocalText>();
        for (var first : parts.where("part", "first")) {
            for (var second : parts.where("part", "second")) {
                var word = new LocalText(
                        first.get("zh") + second.get("zh"), Texts.capital(first.get("pinyin") + second.get("pinyin")));
                byPinyin.putIfAbsent(word.en(), word);
            }
        }
        words = draw.shuffled(byPinyin.values()).iterator();
    }

    List<Named> of(String type, int count) {
        return BODIES.contains(type) ? bodies(type, count) : companies(type, count);
    }

    private List<Named> bodies(String type, int count) {
        var named = new ArrayList<Named>();
        for (var body : WordList.of("bodies.csv").where("type", type)) {
            for (var region : regions) {
                var city = bare(region.name());
                var shortName = new LocalText(
                        region.shortName().zh() + body.get("zh"),
                        region.shortName().en() + " " + body.get("en"));
                var name = sample(city.zh() + body.get("zh"), city.en() + " " + body.get("en"));
                named.add(new Named(type, region, name, shortName, body.words("classes")));
            }
        }
        return named.subList(0, count);
    }

    private List<Named> companies(String type, int count) {
        var kinds = WordList.of("companies.csv").where("type", type);
        var named = new ArrayList<Named>();
        for (int i = 0; i < count; i++) {
            var kind = kinds.get(i % kinds.size());
            var region = regions.get(i % regions.size());
            var word = words.next();
            var name = sample(
                    region.shortName().zh() + word.zh() + kind.get("zh") + "有限公司",
                    region.shortName().en() + " " + word.en() + " " + kind.get("en") + " Co., Ltd.");
            named.add(new Named(type, region, name, word, kind.words("classes")));
        }
        return named;
    }

    /** A region's name without the mark that it is a sample; the whole name will carry one. */
    private static LocalText bare(LocalText name) {
        return new LocalText(name.zh().replace("（示例）", ""), name.en().replace(" (sample)", ""));
    }

    private static LocalText sample(String zh, String en) {
        return new LocalText(zh + "（示例）", en + " (sample)");
    }
}
