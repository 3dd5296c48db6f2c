package org.sluice.demo.data;

import java.util.ArrayList;
import java.util.Iterator;
import org.sluice.process.LocalText;

/** Invented names of people, Chinese and in pinyin; no name comes twice. */
final class PersonNames {

    private final Iterator<LocalText> names;

    PersonNames(Draw draw) {
        var words = WordList.of("names.csv");
        var all = new ArrayList<LocalText>();
        for (var surname : words.where("part", "surname")) {
            for (var first : words.where("part", "first")) {
                for (var last : words.where("part", "last")) {
                    all.add(new LocalText(
                            surname.get("zh") + first.get("zh") + last.get("zh"),
                            surname.get("pinyin") + " " + Texts.capital(first.get("pinyin") + last.get("pinyin"))));
                }
            }
        }
        names = draw.shuffled(all).iterator();
    }

    LocalText next() {
        return names.next();
    }
}
