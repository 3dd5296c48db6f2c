package org.sluice.admission;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.RuleGroup;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Admissions as people read them: a supplier's for the bank's own people, a case's for those who see the case.
 */
@Service
@Transactional(readOnly = true)
public class AdmissionFiles {

    private static final String HOUSE_POLICY = "house policy";

    private record Times(OffsetDateTime openedAt, @Nullable OffsetDateTime endedAt) {}

    private final AdmissionStore store;
    private final Dossiers dossiers;
    private final Findings findings;
    private final FindingReviews reviews;
    private final ProductTests tests;
    private final Votes votes;
    private final SupplierRegister suppliers;
    private final ProductRegister products;
    private final Subjects subjects;
    private final CaseFiles files;
    private final JdbcClient jdbc;
    private final Access access;
    private final Actors actors;

    AdmissionFiles(
            AdmissionStore store,
            Dossiers dossiers,
            Findings findings,
            FindingReviews reviews,
            ProductTests tests,
            Votes votes,
            SupplierRegister suppliers,
            ProductRegister products,
            Subjects subjects,
            CaseFiles files,
            JdbcClient jdbc,
            Access access,
            Actors actors) {
        this.store = store;
        this.dossiers = dossiers;
        this.findings = findings;
        this.reviews = reviews;
        this.tests = tests;
        this.votes = votes;
        this.suppliers = suppliers;
        this.products = products;
        this.subjects = subjects;
        this.files = files;
        this.jdbc = jdbc;
        this.access = access;
        this.actors = actors;
    }

    /**
     * The supplier's admissions of all cases, the newest first.
     *
     * @throws NotFound when there is no such supplier
     */
    public List<AdmissionCard> ofSupplier(String code) {
        access.requireCatalogue(actors.current());
        var supplier = suppliers.byCode(code).orElseThrow(() -> new NotFound("supplier", code));
        return store.ofSupplier(supplier.id()).stream().map(this::card).toList();
    }

    /** The product's admissions of all cases, the newest first. */
    public List<AdmissionCard> ofProduct(String code) {
        access.requireCatalogue(actors.current());
        var product = products.byCode(code).orElseThrow(() -> new NotFound("product", code));
        return store.ofProduct(product.id()).stream().map(this::card).toList();
    }

    /** All admissions of a case, the newest first. */
    public List<AdmissionCard> ofCase(CaseId caseId) {
        var actor = actors.current();
        var file = files.get(caseId);
        if (!actor.id().equals(file.initiator())) {
            access.requireSees(actor, file.unit());
        }
        return store.ofCase(caseId).stream().map(this::card).toList();
    }

    private AdmissionCard card(Admission admission) {
        var people = new People();
        var subject = subjects.of(admission);
        var times = jdbc.sql("select opened_at, ended_at from sluice.admission where id = ?")
                .param(admission.id())
                .query((row, n) -> new Times(
                        row.getObject("opened_at", OffsetDateTime.class),
                        row.getObject("ended_at", OffsetDateTime.class)))
                .single();
        return new AdmissionCard(
                admission.id(),
                admission.caseId(),
                files.get(admission.caseId()).number(),
                admission.kind(),
                subject.code(),
                subject.name(),
                admission.turn(),
                admission.state().name(),
                admission.round(),
                admission.outcome(),
                admission.state() == Admission.State.REFUSED ? admission.reason() : null,
                admission.validUntil(),
                times.openedAt().toInstant(),
                times.endedAt() == null ? null : times.endedAt().toInstant(),
                admission.votesWanted(),
                dossiers.of(admission.id()).stream()
                        .map(dossier -> dossier(admission, dossier, people))
                        .toList(),
                findings(admission, people),
                tests.of(admission.id()).stream().map(AdmissionFiles::test).toList(),
                conditions(admission),
                votes.of(admission.id()).stream()
                        .map(vote -> new AdmissionCard.Vote(
                                people.name(vote.person()),
                                vote.inFavour(),
                                vote.comment(),
                                vote.at().toInstant()))
                        .toList());
    }

    private AdmissionCard.Dossier dossier(Admission admission, Dossiers.Dossier dossier, People people) {
        var group = admission.kind() == AdmissionKind.SUPPLIER ? RuleGroup.SUPPLIER : RuleGroup.DATA;
        return new AdmissionCard.Dossier(
                dossier.round(),
                facts(FactCatalogue.of(group), dossier.facts()),
                dossier.note(),
                people.name(dossier.filedBy()),
                dossier.filedAt().toInstant());
    }

    private List<AdmissionCard.Finding> findings(Admission admission, People people) {
        var kept = findings.of(admission.id());
        var clauses =
                clauses(kept.stream().flatMap(each -> each.legalRefs().stream()).collect(Collectors.toSet()));
        var asked = Stream.iterate(0, round -> round <= admission.round(), round -> round + 1)
                .flatMap(round -> reviews.of(admission.id(), round).stream())
                .collect(Collectors.groupingBy(FindingReviews.Review::finding));
        return kept.stream()
                .map(finding -> new AdmissionCard.Finding(
                        finding.round(),
                        finding.rule(),
                        finding.severity().name(),
                        finding.layer().name(),
                        finding.waivable(),
                        finding.text(),
                        finding.legalRefs().contains(HOUSE_POLICY),
                        finding.legalRefs().stream()
                                .filter(ref -> !ref.equals(HOUSE_POLICY))
                                .map(ref -> Optional.ofNullable(clauses.get(ref))
                                        .orElse(new AdmissionCard.Clause(ref, null, null, null)))
                                .toList(),
                        finding.evidence(),
                        finding.reviewGroups(),
                        finding.remedy(),
                        asked.getOrDefault(finding.id(), List.of()).stream()
                                .map(review -> review(review, people))
                                .toList()))
                .toList();
    }

    private AdmissionCard.Review review(FindingReviews.Review review, People people) {
        return new AdmissionCard.Review(
                review.id(),
                review.group(),
                review.answer() == null ? null : review.answer().name(),
                review.person() == null ? null : people.name(review.person()),
                review.comment(),
                review.condition(),
                review.dueOn(),
                review.at() == null ? null : review.at().toInstant(),
                review.kept());
    }

    private static AdmissionCard.Test test(ProductTests.Attempt attempt) {
        return new AdmissionCard.Test(
                attempt.number(),
                attempt.reportNo(),
                attempt.conductedOn(),
                attempt.sampleSize(),
                attempt.matched(),
                attempt.percent(),
                attempt.figures() == null ? List.of() : facts(EnteredFacts.measured(), attempt.figures()),
                attempt.points().stream()
                        .map(each -> new AdmissionCard.Points(each.item().name(), each.weight(), each.earned()))
                        .toList(),
                attempt.score(),
                attempt.band() == null ? null : attempt.band().name(),
                attempt.problem(),
                attempt.superseded());
    }

    private static List<AdmissionCard.Fact> facts(List<FactCatalogue.Fact> catalogue, Map<String, Object> said) {
        return catalogue.stream()
                .filter(fact -> !fact.element() && said.containsKey(fact.name()))
                .map(fact -> new AdmissionCard.Fact(
                        fact.name(), fact.label(), java.util.Objects.requireNonNull(said.get(fact.name()))))
                .toList();
    }

    private List<AdmissionCard.Condition> conditions(Admission admission) {
        return jdbc.sql("select * from sluice.admission_condition where admission = ? order by due_on, text_en")
                .param(admission.id())
                .query((row, n) -> {
                    var metAt = row.getObject("met_at", OffsetDateTime.class);
                    return new AdmissionCard.Condition(
                            new LocalText(row.getString("text_zh"), row.getString("text_en")),
                            row.getObject("due_on", LocalDate.class),
                            metAt == null ? null : metAt.toInstant());
                })
                .list();
    }

    private Map<String, AdmissionCard.Clause> clauses(java.util.Set<String> refs) {
        var clauses = new LinkedHashMap<String, AdmissionCard.Clause>();
        jdbc.sql("""
                        select ref, article, summary_zh, summary_en, mark from sluice.regulation_clause
                        where ref = any(:refs::text[])
                        union all select code, '', name_zh, name_en, mark from sluice.standard
                        where code = any(:refs::text[])
                        """).param("refs", refs.toArray(String[]::new)).query(row -> {
            clauses.put(
                    row.getString("ref"),
                    new AdmissionCard.Clause(
                            row.getString("ref"),
                            row.getString("article"),
                            new LocalText(row.getString("summary_zh"), row.getString("summary_en")),
                            row.getString("mark")));
        });
        return clauses;
    }

    /** Names of people, each looked up once. */
    private final class People {

        private final Map<PersonId, LocalText> names = new HashMap<>();

        LocalText name(PersonId person) {
            return names.computeIfAbsent(
                    person, id -> jdbc.sql("select name_zh, name_en from sluice.person where id = ?")
                            .param(id.value())
                            .query((row, n) -> new LocalText(row.getString("name_zh"), row.getString("name_en")))
                            .single());
        }
    }
}
