package org.sluice.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluice.catalog.ApplicationCaseRegister;
import org.sluice.catalog.ComparableProducts;
import org.sluice.catalog.ComparableProducts.Comparable;
import org.sluice.process.LocalText;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Comparable products that could take over, the best first; none that leaves use itself. */
@Component
class Replacements {

    /** @param score from 0 to 1 */
    record Candidate(Comparable product, BigDecimal score) {

        /** The name with what is missing, for whoever chooses. */
        LocalText label() {
            var percent = score.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
            return new LocalText(
                    product.name().zh() + "（" + product.supplierName().zh() + "）· " + percent + "%" + gaps("缺 ", "、"),
                    product.name().en() + " (" + product.supplierName().en() + ") · " + percent + "%"
                            + gaps("lacks ", ", "));
        }

        private String gaps(String lacks, String comma) {
            var gaps = java.util.stream.Stream.concat(
                            product.missingFields().stream(), product.missingRegions().stream())
                    .toList();
            return gaps.isEmpty() ? "" : " · " + lacks + String.join(comma, gaps);
        }
    }

    private final ComparableProducts comparable;
    private final ApplicationCaseRegister applicationCases;
    private final ExitStore store;
    private final Parameters parameters;
    private final Clock clock;

    Replacements(
            ComparableProducts comparable,
            ApplicationCaseRegister applicationCases,
            ExitStore store,
            Parameters parameters,
            Clock clock) {
        this.comparable = comparable;
        this.applicationCases = applicationCases;
        this.store = store;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** All of them, the best first. */
    List<Candidate> all(UUID product) {
        var today = clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
        var leaving = store.leaving();
        return comparable.to(product, today).stream()
                .filter(each -> !leaving.contains(each.id()))
                .map(each -> new Candidate(each, score(each)))
                .sorted(Comparator.comparing(Candidate::score)
                        .reversed()
                        .thenComparing(each -> each.product().code()))
                .toList();
    }

    private BigDecimal score(Comparable product) {
        var fields = parameters.number("exit.replacement.fieldWeight");
        return product.fieldCoverage()
                .multiply(fields)
                .add(product.regionCoverage().multiply(BigDecimal.ONE.subtract(fields)))
                .setScale(4, RoundingMode.HALF_UP);
    }

    /** As many as a person looks at. */
    List<Candidate> best(UUID product) {
        return all(product).stream()
                .limit(parameters.whole("exit.replacement.kept"))
                .toList();
    }

    Optional<Candidate> withCode(UUID product, String code) {
        return all(product).stream()
                .filter(each -> each.product().code().equals(code))
                .findFirst();
    }

    /** It is still listed, and its supplier's admission still holds. */
    boolean stands(UUID product, UUID replacement) {
        return all(product).stream().anyMatch(each -> each.product().id().equals(replacement));
    }

    /** What the house proposes to whoever assesses: one takes over at once. */
    boolean isReady(UUID product) {
        return all(product).stream()
                .findFirst()
                .filter(best -> best.score().compareTo(parameters.number("exit.replacement.ready")) >= 0)
                .isPresent();
    }

    /** What the house proposes to whoever assesses: business depends on the product. */
    boolean isCritical(UUID product) {
        return applicationCases.using(product).size() >= parameters.whole("exit.critical.cases");
    }
}
