package org.sluice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sluice.ui.demo.DemoDesk;

/** What the console shows when the house is open. */
final class Welcome {

    private static final int PER_LINE = 3;
    private static final Pattern NUMBER = Pattern.compile("-[0-9]$");

    private Welcome() {}

    static String text(String address, Optional<DemoDesk> demo, Optional<String> workers) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Sluice is ready at " + address + " | 已就绪");
        demo.ifPresent(desk -> addAccounts(lines, desk));
        workers.ifPresent(line -> lines.add("  " + line));
        lines.add("  Ctrl-C stops it | 按 Ctrl-C 停止");
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private static void addAccounts(List<String> lines, DemoDesk desk) {
        var accounts = desk.accounts();
        lines.add(
                "  %d demo accounts, password of all: %s | 演示账号，密码均为 %2$s".formatted(accounts.size(), desk.password()));
        accounts.stream()
                .collect(Collectors.groupingBy(
                        account -> account.unitName().en(),
                        LinkedHashMap::new,
                        Collectors.mapping(DemoDesk.Account::username, Collectors.toList())))
                .forEach((unit, names) -> addUnit(lines, unit, shortened(names)));
    }

    /** {@code legal} and {@code legal-2} take one place: {@code legal, -2}. */
    private static List<String> shortened(List<String> names) {
        var places = new ArrayList<String>();
        for (var name : names) {
            int last = places.size() - 1;
            var number = NUMBER.matcher(name);
            if (last >= 0
                    && number.find()
                    && places.get(last).split(",")[0].equals(name.substring(0, number.start()))) {
                places.set(last, places.get(last) + ", " + number.group());
            } else {
                places.add(name);
            }
        }
        return places;
    }

    private static void addUnit(List<String> lines, String unit, List<String> names) {
        lines.add("  " + unit);
        for (int from = 0; from < names.size(); from += PER_LINE) {
            lines.add("    "
                    + names.subList(from, Math.min(from + PER_LINE, names.size())).stream()
                            .map("%-36s"::formatted)
                            .collect(Collectors.joining())
                            .stripTrailing());
        }
    }
}
