package org.sluice.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Role;

/** Roles as decision tables write them: comma-separated, in order. */
public final class Reviewers {

    private Reviewers() {}

    public static List<Role> list(@Nullable Object cell) {
        if (cell == null || cell.toString().isBlank()) {
            return List.of();
        }
        return Arrays.stream(cell.toString().split(","))
                .map(String::strip)
                .map(Role::valueOf)
                .toList();
    }

    public static String text(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(", "));
    }
}
