package org.sluice.admission;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.process.admission.ProductField;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.RuleGroup;
import org.sluice.shared.Access;
import org.sluice.shared.Actors;
import org.sluice.ui.admission.AdmissionDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Admissions on the screens: dossiers and findings for whoever is asked, the rest as {@link AdmissionFiles} tells it. */
@Service
@Transactional(readOnly = true)
public class AdmissionBoard implements AdmissionDesk {

    /** The table of fields says which there are. */
    private static final Set<String> ASKED_ELSEWHERE = Set.of("fields");

    private static final LocalText UNKNOWN = new LocalText("条款库中没有此条款", "Not in the list of clauses");

    private record Asked(
            CaseId caseId,
            String key,
            Role group,
            UnitCode unit,
            @Nullable String item) {}

    private record Screened(int round, Instant at) {}

    private record Use(PrivacyNeed need, boolean platformTrusted) {}

    private final AdmissionFiles files;
    private final AdmissionStore store;
    private final Dossiers dossiers;
    private final SupplierDossier supplierDossier;
    private final ProductDossiers productDossiers;
    private final ProductFacts productFacts;
    private final FieldTags tags;
    private final FindingEvidence evidence;
    private final JdbcClient jdbc;
    private final Access access;
    private final Actors actors;

    AdmissionBoard(
            AdmissionFiles files,
            AdmissionStore store,
            Dossiers dossiers,
            SupplierDossier supplierDossier,
            ProductDossiers productDossiers,
            ProductFacts productFacts,
            FieldTags tags,
            FindingEvidence evidence,
            JdbcClient jdbc,
            Access access,
            Actors actors) {
        this.files = files;
        this.store = store;
        this.dossiers = dossiers;
        this.supplierDossier = supplierDossier;
        this.productDossiers = productDossiers;
        this.productFacts = productFacts;
        this.tags = tags;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.access = access;
        this.actors = actors;
    }

    @Override
    public Dossier dossier(TaskId task) {
        var asked = asked(task);
        return switch (asked.key()) {
            case SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER -> supplier(asked.caseId());
            case DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER -> product(asked.caseId());
            case DataAdmissionProcess.Task.REPORT_SAMPLE_TEST ->
                new Dossier(
                        EnteredFacts.measured().stream()
                                .map(fact -> fact(RuleGroup.DATA, fact, null, null))
                                .toList(),
                        List.of(),
                        null,
                        null,
                        null);
            default -> throw new NotFound("task", task.value());
        };
    }

    private Dossier supplier(CaseId caseId) {
        var admission = store.open(caseId, AdmissionKind.SUPPLIER);
        return new Dossier(
                facts(RuleGroup.SUPPLIER, admission, supplierDossier.known(admission)),
                List.of(),
                null,
                null,
                note(admission));
    }

    private Dossier product(CaseId caseId) {
        var admission = store.open(caseId, AdmissionKind.PRODUCT);
        var subject = productDossiers.open(caseId);
        var use = use(admission);
        return new Dossier(
                facts(RuleGroup.DATA, admission, productFacts.known(caseId, subject, Map.of(), List.of())),
                fields(admission, subject),
                use == null ? null : use.need(),
                use == null ? null : use.platformTrusted(),
                note(admission));
    }

    /** As they were tagged last; before the first dossier as the dictionary suggests. */
    private List<ProductField> fields(Admission admission, ProductDossiers.Subject subject) {
        var before = admission.round() == 0
                ? List.<ProductDossiers.Field>of()
                : productDossiers.fields(admission.id(), admission.round() - 1);
        return before.isEmpty()
                ? tags.suggested(subject)
                : before.stream()
                        .map(field ->
                                new ProductField(field.name(), field.tag(), field.granularity(), field.groupSize()))
                        .toList();
    }

    private @Nullable Use use(Admission admission) {
        return jdbc.sql("""
                        select need, platform_trusted from sluice.product_dossier where admission = ?
                        order by round desc limit 1
                        """)
                .param(admission.id())
                .query((row, n) ->
                        new Use(PrivacyNeed.valueOf(row.getString("need")), row.getBoolean("platform_trusted")))
                .optional()
                .orElse(null);
    }

    private @Nullable String note(Admission admission) {
        var all = dossiers.of(admission.id());
        return all.isEmpty() ? null : all.get(all.size() - 1).note();
    }

    private List<Fact> facts(RuleGroup group, Admission admission, Map<String, Object> known) {
        var filed = dossiers.latest(admission);
        return EnteredFacts.asked(group).stream()
                .filter(fact -> !ASKED_ELSEWHERE.contains(fact.name()))
                .map(fact -> fact(group, fact, known(known, fact.name()), filed.get(fact.name())))
                .toList();
    }

    private @Nullable Object known(Map<String, Object> known, String name) {
        var value = plain(known.get(name));
        return value == null ? null : evidence.named(name, value);
    }

    private static Fact fact(RuleGroup group, FactCatalogue.Fact fact, @Nullable Object known, @Nullable Object filed) {
        var elements = fact.kind() != FactCatalogue.Kind.COMPLEX
                ? List.<Fact>of()
                : FactCatalogue.of(group).stream()
                        .filter(each -> each.element() && each.part().equals(fact.type()))
                        .map(each -> fact(group, each, null, null))
                        .toList();
        return new Fact(
                fact.part(),
                fact.name(),
                fact.label(),
                FindingEvidence.kind(fact),
                fact.type(),
                fact.codes(),
                FindingEvidence.measure(fact),
                known,
                filed,
                elements);
    }

    private static @Nullable Object plain(@Nullable Object known) {
        if (known instanceof Enum<?> choice) {
            return choice.name();
        }
        return known instanceof Collection<?> many
                ? many.stream().map(each -> Objects.requireNonNull(plain(each))).toList()
                : known;
    }

    @Override
    public Finding finding(TaskId task) {
        var asked = asked(task);
        return files.ofCase(asked.caseId()).stream()
                .flatMap(card -> card.findings().stream().map(finding -> Map.entry(card, finding)))
                .filter(each -> each.getValue().reviews().stream()
                        .anyMatch(review -> review.id().toString().equals(asked.item())))
                .findFirst()
                .map(each -> finding(each.getKey().kind(), each.getValue()))
                .orElseThrow(() -> new NotFound("task", task.value()));
    }

    @Override
    public List<Turn> ofCase(CaseId caseId) {
        return files.ofCase(caseId).stream().map(this::admission).toList();
    }

    @Override
    public List<Turn> ofSupplier(String code) {
        return files.ofSupplier(code).stream().map(this::admission).toList();
    }

    @Override
    public List<Turn> ofProduct(String code) {
        return files.ofProduct(code).stream().map(this::admission).toList();
    }

    /** Of several rounds the last that was screened: while a dossier is supplemented, what it lacks is what counts. */
    private Turn admission(AdmissionCard card) {
        var screened = screened(card.id());
        return new Turn(
                card.caseId(),
                card.caseNumber(),
                card.kind() == AdmissionKind.PRODUCT,
                card.code(),
                card.name(),
                card.state(),
                card.round(),
                card.outcome(),
                card.refusedFor(),
                card.validUntil(),
                card.openedAt(),
                card.endedAt(),
                screened == null ? null : screened.at(),
                card.findings().stream()
                        .filter(finding -> screened != null && finding.round() == screened.round())
                        .map(finding -> finding(card.kind(), finding))
                        .toList(),
                card.tests().stream().map(AdmissionBoard::test).toList(),
                card.conditions().stream()
                        .map(each -> new Condition(each.text(), each.dueOn(), each.metAt()))
                        .toList(),
                card.votes().stream()
                        .map(each -> new Vote(each.person(), each.inFavour(), each.comment(), each.at()))
                        .toList());
    }

    private @Nullable Screened screened(UUID admission) {
        return jdbc.sql("""
                        select round, screened_at from sluice.admission_screening where admission = ?
                        order by round desc, heard desc limit 1
                        """)
                .param(admission)
                .query((row, n) -> new Screened(
                        row.getInt("round"),
                        row.getObject("screened_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    private Finding finding(AdmissionKind of, AdmissionCard.Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.layer(),
                finding.waivable(),
                finding.housePolicy(),
                finding.text(),
                clauses(finding),
                evidence.of(of == AdmissionKind.PRODUCT ? RuleGroup.DATA : RuleGroup.SUPPLIER, finding.evidence()),
                finding.remedy(),
                finding.reviews().stream().map(AdmissionBoard::review).toList());
    }

    private List<Clause> clauses(AdmissionCard.Finding finding) {
        var refs = finding.clauses().stream().map(AdmissionCard.Clause::ref).toArray(String[]::new);
        var verified =
                Set.copyOf(jdbc.sql("""
                        select ref from sluice.regulation_clause where verified and ref = any(:refs::text[])
                        union select code from sluice.standard where verified and code = any(:refs::text[])
                        """).param("refs", refs).query(String.class).list());
        return finding.clauses().stream()
                .map(clause -> new Clause(
                        clause.ref(),
                        clause.summary() == null ? UNKNOWN : clause.summary(),
                        verified.contains(clause.ref())))
                .toList();
    }

    private static Review review(AdmissionCard.Review review) {
        return new Review(
                review.role(),
                review.answer() == null ? null : FindingAnswer.valueOf(review.answer()),
                review.person(),
                review.condition(),
                review.dueOn(),
                review.comment(),
                review.at(),
                review.kept());
    }

    private static Test test(AdmissionCard.Test test) {
        return new Test(
                test.attempt(),
                test.reportNo(),
                test.conductedOn(),
                test.sampleSize(),
                test.matched(),
                test.matchPercent(),
                test.figures().stream().map(AdmissionBoard::figure).toList(),
                test.points().stream()
                        .map(each -> new Points(each.item(), each.weight(), each.earned()))
                        .toList(),
                test.score(),
                test.band(),
                test.problem(),
                test.superseded());
    }

    private static Evidence figure(AdmissionCard.Fact figure) {
        var fact = FactCatalogue.fact(RuleGroup.DATA, figure.name());
        return new Evidence(
                figure.label(), FindingEvidence.kind(fact), fact.type(), FindingEvidence.measure(fact), figure.value());
    }

    private Asked asked(TaskId task) {
        var asked = jdbc.sql("""
                        select case_id, key, candidate_group, org_unit, item from sluice.task
                        where id = ? and state = 'OPEN'
                        """)
                .param(task.value())
                .query((row, n) -> new Asked(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("key"),
                        Role.valueOf(row.getString("candidate_group")),
                        new UnitCode(row.getString("org_unit")),
                        row.getString("item")))
                .optional()
                .orElseThrow(() -> new NotFound("task", task.value()));
        access.requireActs(actors.current(), asked.group(), asked.unit());
        return asked;
    }
}
