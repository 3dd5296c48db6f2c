package org.sluice.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluice.catalog.ApplicationCaseRegister;
import org.sluice.catalog.ComparableProducts;
import org.sluice.catalog.ComparableProducts.Peer;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.LocalText;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Comparable products that could take over, the best first; none that leaves use itself. */
@Component
class Replacements {

    /** @param score from 0 to 1 */
    record Candidate(Peer product, BigDecimal score) {}

    private static final String NATION = "CN";

    private final ComparableProducts comparable;
    private final ApplicationCaseRegister applicationCases;
    private final ExitStore store;
    private final Taxonomy taxonomy;
    private final Parameters parameters;
    private final Clock clock;

    Replacements(
            ComparableProducts comparable,
            ApplicationCaseRegister applicationCases,
            ExitStore store,
            Taxonomy taxonomy,
            Parameters parameters,
            Clock clock) {
        this.comparable = comparable;
        this.applicationCases = applicationCases;
        this.store = store;
        this.taxonomy = taxonomy;
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
                .sorted(Comparator.comparing(Candidate::score).reversed().thenComparing(each -> each.product()
                        .code()))
                .toList();
    }

    private BigDecimal score(Peer product) {
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

    /** The name with its score and what is missing, for whoever chooses. */
    LocalText label(Candidate candidate) {
        var product = candidate.product();
        var percent = " · " + candidate.score().movePointRight(2).setScale(0, RoundingMode.HALF_UP) + "%";
        var gaps = gaps(product);
        return new LocalText(
                product.name().zh() + "（" + product.supplierName().zh() + "）" + percent
                        + (gaps.isEmpty() ? "" : " · 缺 " + joined(gaps, LocalText::zh, "、")),
                product.name().en() + " (" + product.supplierName().en() + ")" + percent
                        + (gaps.isEmpty() ? "" : " · lacks " + joined(gaps, LocalText::en, ", ")));
    }

    private static String joined(List<LocalText> texts, Function<LocalText, String> language, String comma) {
        return texts.stream().map(language).collect(Collectors.joining(comma));
    }

    /** Fields and regions as the dictionary calls them. */
    private List<LocalText> gaps(Peer product) {
        var fields = taxonomy.labels(List.of());
        var regions =
                taxonomy.regions().stream().collect(Collectors.toMap(Taxonomy.Region::code, Taxonomy.Region::name));
        return Stream.concat(
                        product.missingFields().stream()
                                .map(field -> fields.getOrDefault(field, new LocalText(field, field))),
                        product.missingRegions().stream()
                                .map(code -> code.equals(NATION)
                                        ? new LocalText("其余地区", "the other regions")
                                        : regions.getOrDefault(code, new LocalText(code, code))))
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
