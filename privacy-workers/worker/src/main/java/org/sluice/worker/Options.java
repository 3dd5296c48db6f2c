package org.sluice.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** What stands behind a command: places in order, {@code --name value} in any order, and flags. */
final class Options {

    private final String usage;
    private final List<String> places = new ArrayList<>();
    private final Map<String, String> named = new HashMap<>();

    /** @param usage as shown to who gets it wrong; a name in it that is followed by {@code <} takes a value */
    Options(String usage, List<String> arguments) {
        this.usage = usage;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                places.add(argument);
            } else if (usage.contains(argument + " <")) {
                named.put(argument, i + 1 < arguments.size() ? arguments.get(++i) : "");
            } else if (usage.contains(argument + "]")) {
                named.put(argument, "");
            } else {
                throw new Problem(NoticeCode.OPTION_WRONG, "option", argument, usage);
            }
        }
    }

    Path folder() {
        return Path.of(place(0, "folder"));
    }

    String place(int index, String name) {
        if (index >= places.size()) {
            throw new Problem(NoticeCode.OPTION_MISSING, name, usage);
        }
        return places.get(index);
    }

    List<String> places() {
        return List.copyOf(places);
    }

    boolean has(String flag) {
        return named.containsKey(flag);
    }

    <T> T required(String name, Function<String, T> read) {
        String text = named.getOrDefault(name, "");
        if (text.isEmpty()) {
            throw new Problem(NoticeCode.OPTION_MISSING, name, usage);
        }
        return read(name, text, read);
    }

    <T> T orElse(String name, String otherwise, Function<String, T> read) {
        return read(name, named.getOrDefault(name, otherwise), read);
    }

    int number(String name, int otherwise) {
        return orElse(name, String.valueOf(otherwise), text -> {
            if (!text.matches("\\d{1,8}")) {
                throw new IllegalArgumentException("it must be a whole number");
            }
            return Integer.parseInt(text);
        });
    }

    private static <T> T read(String name, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new Problem(NoticeCode.OPTION_WRONG, name, text, String.valueOf(wrong.getMessage()));
        }
    }
}
