package org.sluice.admission;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.admission.ProductDossiers.Subject;
import org.sluice.catalog.ProductRegister;
import org.sluice.privacy.DataSetChoice;
import org.sluice.privacy.MatchTests;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.FieldProblem;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.admission.ArrangeTest;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The tester says which data sets the two workers compare. The test is ordered in the tester's own step, so that a set
 * that has changed meanwhile is said to whoever chose it.
 */
@Component
class ArrangeTestForm implements TaskForm<ArrangeTest> {

    private static final String BANK = "bankDataSet";
    private static final String SUPPLIER = "supplierDataSet";

    private final CaseFiles files;
    private final ProductDossiers dossiers;
    private final TestGate gate;
    private final ProductTests tests;
    private final MatchTests matchTests;
    private final ProductRegister products;
    private final Subjects subjects;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ArrangeTestForm(
            CaseFiles files,
            ProductDossiers dossiers,
            TestGate gate,
            ProductTests tests,
            MatchTests matchTests,
            ProductRegister products,
            Subjects subjects,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.files = files;
        this.dossiers = dossiers;
        this.gate = gate;
        this.tests = tests;
        this.matchTests = matchTests;
        this.products = products;
        this.subjects = subjects;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return DataAdmissionProcess.Task.ARRANGE_TEST;
    }

    @Override
    public Class<ArrangeTest> body() {
        return ArrangeTest.class;
    }

    @Override
    public ArrangeTest example(CaseId caseId) {
        var choices = choices(caseId);
        return new ArrangeTest(recommended(choices, BANK), recommended(choices, SUPPLIER));
    }

    private static String recommended(List<Choice> choices, String field) {
        return choices.stream()
                .filter(choice -> choice.field().equals(field) && choice.recommended())
                .map(Choice::value)
                .findFirst()
                .orElse("companies@1");
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return subjects.of(caseId, AdmissionKind.PRODUCT);
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return parameters.term("admission.arrangeTest.due", asked);
    }

    /** What the two workers say they hold; of each side the first that is large enough and of the product's class. */
    @Override
    public List<Choice> choices(CaseId caseId) {
        var subject = dossiers.open(caseId);
        var bank = matchTests.bankParty().map(matchTests::dataSets).orElse(List.of());
        var supplier =
                matchTests.partyOf(subject.supplier()).map(matchTests::dataSets).orElse(List.of());
        return Stream.concat(choices(BANK, bank, subject), choices(SUPPLIER, supplier, subject))
                .toList();
    }

    private Stream<Choice> choices(String field, List<DataSetChoice> sets, Subject subject) {
        var least = parameters.whole("privacy.matchTest.leastSet");
        var fit = sets.stream().filter(set -> set.rows() >= least).toList();
        var best = fit.stream()
                .filter(set -> subject.dataClass().equals(set.dataClass()))
                .findFirst()
                .or(() -> fit.stream().findFirst())
                .map(DataSetChoice::handle)
                .orElse("");
        return sets.stream()
                .map(set ->
                        new Choice(field, set.handle(), label(set), set.handle().equals(best)));
    }

    private static LocalText label(DataSetChoice set) {
        var rows = String.format(Locale.ROOT, "%,d", set.rows());
        return new LocalText(set.name() + "，" + rows + " 行", set.name() + ", " + rows + " rows");
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ArrangeTest body) {
        files.lock(caseId);
        var subject = dossiers.open(caseId);
        if (!gate.arePapersOnFile(subject)) {
            throw new Conflict("testPapersMissing");
        }
        var party = matchTests.partyOf(subject.supplier()).orElseThrow(() -> new Conflict("noMatchTestPossible"));
        var bankSet = Objects.requireNonNull(body.bankDataSet());
        var supplierSet = Objects.requireNonNull(body.supplierDataSet());
        var least = parameters.whole("privacy.matchTest.leastSet");
        new Problems()
                .addAll(tooSmall(BANK, matchTests.bankParty().orElse(""), bankSet, least))
                .addAll(tooSmall(SUPPLIER, party, supplierSet, least))
                .orThrow();
        var number = tests.of(subject.admission()).size() + 1;
        var job = matchTests.order(caseId, subject.admission() + " " + number, party, bankSet, supplierSet);
        tests.arrange(subject.admission(), number, job, actor.id());
        products.test(subject.product());
        events.publishEvent(Auditable.of("product.testArranged", caseId, actor, "product " + subject.code())
                .with("attempt", number));
        return Flags.NONE;
    }

    /** A worker would refuse it, and an attempt would be lost. */
    private List<FieldProblem> tooSmall(String field, String party, String handle, int least) {
        var problems = new Problems();
        matchTests.dataSets(party).stream()
                .filter(set -> set.handle().equals(handle) && set.rows() < least)
                .forEach(set -> problems.add(field, "dataSetTooSmall", set.rows(), least));
        return problems.list();
    }
}
