package org.sluice.demo.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many products of each class are delivered in each form, so that the count of every class and of every form comes
 * out exactly and no class gets a form that it does not allow.
 */
final class FormPlan {

    /** One product to be. */
    record Place(String dataClass, String form) {}

    /** Rare forms first; every class that allows a form gets its share of it. */
    private static final List<String> ORDER = List.of("PORTAL_QUERY", "PRIVACY_COMPUTE", "BATCH_FILE", "REALTIME_API");

    private final Map<String, List<String>> allowed;
    private final Map<String, Integer> perClass;
    private final Map<String, Integer> left;
    private final List<Place> places = new ArrayList<>();

    private FormPlan(Map<String, Integer> perClass, Map<String, List<String>> allowed) {
        this.perClass = perClass;
        this.allowed = allowed;
        this.left = new LinkedHashMap<>(perClass);
    }

    /**
     * @param allowed the forms of each class
     * @throws IllegalStateException when no such plan is found
     */
    static List<Place> of(
            Map<String, Integer> perClass, Map<String, List<String>> allowed, Map<String, Integer> perForm) {
        var plan = new FormPlan(perClass, allowed);
        for (var form : ORDER) {
            plan.place(form, perForm.getOrDefault(form, 0));
        }
        if (plan.left.values().stream().anyMatch(count -> count > 0)) {
            throw new IllegalStateException("products without a form: " + plan.left);
        }
        return plan.places;
    }

    private void place(String form, int count) {
        var placed = new LinkedHashMap<String, Integer>();
        for (var dataClass : perClass.keySet()) {
            if (allows(dataClass, form)) {
                placed.put(dataClass, 0);
            }
        }
        for (int i = 0; i < count; i++) {
            var next = placed.keySet().stream()
                    .filter(dataClass -> left(dataClass) > 0)
                    .reduce((a, b) -> claim(b, form, placed) > claim(a, form, placed) ? b : a)
                    .orElseThrow(() -> new IllegalStateException("no class is left that allows " + form));
            placed.merge(next, 1, Integer::sum);
            left.merge(next, -1, Integer::sum);
            places.add(new Place(next, form));
        }
    }

    /** Highest for a class that allows no later form; else in proportion to its count (D'Hondt). */
    private double claim(String dataClass, String form, Map<String, Integer> placed) {
        var later = ORDER.subList(ORDER.indexOf(form) + 1, ORDER.size());
        if (later.stream().noneMatch(other -> allows(dataClass, other))) {
            return Double.MAX_VALUE;
        }
        return count(perClass, dataClass) / (count(placed, dataClass) + 1.0);
    }

    private boolean allows(String dataClass, String form) {
        return Objects.requireNonNull(allowed.get(dataClass), dataClass).contains(form);
    }

    private int left(String dataClass) {
        return count(left, dataClass);
    }

    private static int count(Map<String, Integer> counts, String dataClass) {
        return counts.getOrDefault(dataClass, 0);
    }
}
