package org.sluice.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sluice.insight.process.Tokens;
import org.sluice.insight.process.Work;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.models.ProcessModels;
import org.sluice.rules.DecisionTable;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.CaseFacts;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.CaseReaders;
import org.sluice.ui.cases.CaseDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One case on one page, for people who may see its unit, for whoever started it, and for whoever is asked in it. */
@Service
@Transactional(readOnly = true)
public class Cases implements CaseDesk {

    private final CaseReader reader;
    private final CaseList list;
    private final MissingPeople missing;
    private final RuleDecisions ruleViews;
    private final CaseFiles files;
    private final List<CaseFacts> features;
    private final Tokens tokens;
    private final Work work;
    private final CaseWatchers watchers;
    private final CaseReaders readers;
    private final Access access;
    private final Actors actors;

    Cases(
            CaseReader reader,
            CaseList list,
            MissingPeople missing,
            RuleDecisions ruleViews,
            CaseFiles files,
            List<CaseFacts> features,
            Tokens tokens,
            Work work,
            CaseWatchers watchers,
            CaseReaders readers,
            Access access,
            Actors actors) {
        this.reader = reader;
        this.list = list;
        this.missing = missing;
        this.ruleViews = ruleViews;
        this.files = files;
        this.features = features;
        this.tokens = tokens;
        this.work = work;
        this.watchers = watchers;
        this.readers = readers;
        this.access = access;
        this.actors = actors;
    }

    /** Numbers follow each other: a case that may not be seen answers as one that does not exist. */
    @Override
    public CaseId byNumber(String number) {
        var actor = actors.current();
        return files.numbered(number)
                .filter(id -> readers.reads(actor, files.get(id)))
                .orElseThrow(() -> new NotFound("case", number));
    }

    @Override
    public File file(CaseId caseId) {
        var actor = permitted(caseId);
        var file = files.get(caseId);
        var cover = reader.cover(caseId);
        var facts = new ArrayList<Fact>();
        var tables = new ArrayList<Table>();
        Standing standing = null;
        var mayWithdraw = false;
        for (var feature : features) {
            if (feature.knows(caseId)) {
                facts.addAll(facts(feature.facts(caseId)));
                feature.tables(caseId).forEach(table -> tables.add(table(table)));
                standing = feature.standing(caseId)
                        .map(it -> new Standing(it.what(), it.at()))
                        .orElse(standing);
                mayWithdraw |= feature.mayWithdraw(actor, caseId);
            }
        }
        return new File(
                caseId,
                file.kind(),
                file.number(),
                file.title(),
                file.state(),
                cover.unitName(),
                cover.initiatorName(),
                file.amount(),
                cover.openedAt(),
                cover.closedAt(),
                cover.outcome(),
                facts,
                tables,
                standing,
                mayWithdraw,
                related(actor, file));
    }

    /** Where it came from, then what came from it; of other units' cases nothing is told. */
    private List<Related> related(Actor actor, CaseFiles.CaseFile file) {
        return Stream.concat(Stream.ofNullable(file.origin()).map(files::get), files.cameFrom(file.caseId()).stream())
                .filter(other -> readers.reads(actor, other))
                .map(other -> new Related(
                        other.caseId(),
                        other.kind(),
                        other.number(),
                        other.title(),
                        other.state(),
                        other.caseId().equals(file.origin())))
                .toList();
    }

    @Override
    public Page<Line> cases(Filter filter, int offset, int limit) {
        var actor = actors.current();
        return list.page(actor.id(), access.visibleUnits(actor).orElse(null), filter, offset, limit);
    }

    private static Table table(CaseFacts.Table table) {
        return new Table(table.label(), table.rows().stream().map(Cases::facts).toList());
    }

    private static List<Fact> facts(Map<String, Object> values) {
        var facts = new ArrayList<Fact>();
        values.forEach((label, value) -> facts.add(new Fact(label, CaseFactTexts.of(value))));
        return facts;
    }

    @Override
    public List<Entry> thread(CaseId caseId) {
        permitted(caseId);
        var readable = new ReadableEntries(reader);
        return reader.thread(caseId).stream().map(readable::of).toList();
    }

    @Override
    public List<DecisionView> decisions(CaseId caseId) {
        permitted(caseId);
        return reader.decisions(caseId).stream().map(this::view).toList();
    }

    @Override
    public List<Diagram> diagrams(CaseId caseId, Locale locale) {
        permitted(caseId);
        return tokens.of(caseId).stream()
                .map(trace -> new Diagram(
                        trace.processKey(),
                        ProcessModels.xml(trace.processKey(), locale),
                        trace.active(),
                        trace.passed()))
                .toList();
    }

    @Override
    public List<OpenTask> openTasks(CaseId caseId) {
        var actor = permitted(caseId);
        return reader.openTasks(caseId, actor.id(), (role, unit) -> access.acts(actor, role, unit), missing.of(caseId));
    }

    @Override
    public boolean settled(CaseId caseId) {
        permitted(caseId);
        return !reader.hasMessageUnderWay(caseId) && !work.waits(caseId);
    }

    @Override
    public Runnable watch(CaseId caseId, Consumer<LocalText> told) {
        return watchers.add(caseId, permitted(caseId).id(), told);
    }

    private Actor permitted(CaseId caseId) {
        var actor = actors.current();
        readers.requireReads(actor, caseId);
        return actor;
    }

    /** Rendered from the release that decided, whatever the tables say today. */
    private DecisionView view(CaseReader.Kept kept) {
        if (kept.decision().startsWith(CaseReader.RULES)) {
            return ruleViews.of(kept);
        }
        var table = reader.table(kept.release(), kept.decision());
        var rows = new ArrayList<FiredRow>();
        for (int i = 0; i < kept.fired().size(); i++) {
            rows.add(fired(table, kept.fired().get(i), kept.outcome().get(i)));
        }
        return new DecisionView(
                kept.decision(), kept.element(), table.name(), kept.release(), kept.at(), kept.facts(), rows);
    }

    private FiredRow fired(DecisionTable table, String rowId, Map<String, String> outputs) {
        var row = table.rows().stream()
                .filter(each -> each.id().equals(rowId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Table " + table.key() + " has no row " + rowId));
        return new FiredRow(rowId, row.text(), outputs, row.housePolicy(), reader.clauses(row.clauses()));
    }
}
