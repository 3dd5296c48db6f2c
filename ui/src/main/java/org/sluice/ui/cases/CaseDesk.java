package org.sluice.ui.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.TaskId;

/** One case, its thread, its decisions and where it stands; for people who may see it. */
public interface CaseDesk {

    /**
     * @param state code of the state; its name is the message {@code state.<code>}
     * @param outcome message key below {@code outcome.} once the case is closed
     * @param facts what the case is about, in the order in which it is read
     * @param tables facts of which there are several alike
     * @param standing where it stands while nobody is asked
     * @param initiatorName null when the house itself started it
     * @param mayWithdraw the person who is signed in started it and it still runs
     * @param related the case that it came from and those that came from it, as far as the person sees them
     */
    record File(
            CaseId caseId,
            CaseKind kind,
            String number,
            LocalText title,
            String state,
            LocalText orgUnitName,
            @Nullable LocalText initiatorName,
            @Nullable Money amount,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            List<Fact> facts,
            List<Table> tables,
            @Nullable Standing standing,
            boolean mayWithdraw,
            List<Related> related) {}

    /** @param origin true when the case came from this one, false when this one came from the case */
    record Related(CaseId caseId, CaseKind kind, String number, LocalText title, String state, boolean origin) {}

    /**
     * Which cases; what is null does not matter.
     *
     * @param text part of the number or the title
     * @param state code of a state
     * @param step key of a task that is open
     * @param overdue with an open task whose term is over
     * @param mine started by the person who asks
     */
    record Filter(
            @Nullable String text,
            @Nullable CaseKind kind,
            @Nullable String state,
            @Nullable String step,
            boolean overdue,
            boolean open,
            boolean mine) {}

    /**
     * A case in a list.
     *
     * @param waitingAt key of the task that it has waited at longest, if any
     */
    record Line(
            CaseId caseId,
            CaseKind kind,
            String number,
            LocalText title,
            String state,
            LocalText orgUnitName,
            @Nullable Money amount,
            Instant openedAt,
            @Nullable String waitingAt,
            @Nullable Instant due) {}

    /** @param label message key below {@code fact.} */
    record Fact(String label, LocalText value) {}

    /**
     * @param label message key below {@code fact.}
     * @param rows each with the facts that it has, in the order of the columns
     */
    record Table(String label, List<List<Fact>> rows) {}

    /**
     * @param what message key below {@code standing.}
     * @param at the day that the sentence names
     */
    record Standing(String what, Instant at) {}

    /**
     * One line of the thread: a step, a decision or a change of state.
     *
     * @param action message key below {@code audit.}
     * @param person null when the house itself acted
     * @param details what was said or changed, in both languages, may be empty
     */
    record Entry(Instant at, String action, @Nullable LocalText person, List<Fact> details) {}

    /**
     * What a table decided, or what the rules said.
     *
     * @param element of the model, that asked
     * @param facts inputs by name; of rules, which look at far more than a page shows, their verdict alone
     * @param rows the rows or rules that fired, with what they gave and the clauses behind them
     */
    record DecisionView(
            String decision,
            String element,
            LocalText name,
            int release,
            Instant at,
            Map<String, String> facts,
            List<FiredRow> rows) {}

    /**
     * A row as it stood in the release that decided.
     *
     * @param housePolicy the row or its threshold is the bank's own will and not, or not only, a law's
     */
    record FiredRow(
            String row,
            LocalText description,
            Map<String, String> outputs,
            boolean housePolicy,
            List<Clause> clauses) {}

    record Clause(String ref, LocalText summary, boolean verified) {}

    /**
     * A process of the case as a diagram.
     *
     * @param xml BPMN with its diagram
     * @param active ids of the elements where a token waits
     * @param passed ids of the elements that the token has left
     */
    record Diagram(String processKey, String xml, List<String> active, List<String> passed) {}

    /**
     * @param subject what it is about, where that is not the case itself
     * @param assigneeName null while nobody has claimed it
     * @param mayOpen the person who is signed in has its role at its unit
     * @param notForReader why that person may not do it all the same; null where nothing stands against it
     * @param missing how many more people of this role the case needs than there are, by what they have done before
     */
    record OpenTask(
            TaskId id,
            String key,
            @Nullable LocalText subject,
            Role candidateGroup,
            LocalText orgUnitName,
            @Nullable LocalText assigneeName,
            Instant createdAt,
            @Nullable Instant due,
            boolean mayOpen,
            @Nullable LocalText notForReader,
            int missing) {}

    /**
     * The case that people call by this number.
     *
     * @throws org.sluice.process.NotFound when there is none that this person may see
     */
    CaseId byNumber(String number);

    File file(CaseId caseId);

    /** Cases of all kinds that the person may see, newest first. */
    Page<Line> cases(Filter filter, int offset, int limit);

    List<Entry> thread(CaseId caseId);

    List<DecisionView> decisions(CaseId caseId);

    /** @param locale in which the models name their elements */
    List<Diagram> diagrams(CaseId caseId, Locale locale);

    List<OpenTask> openTasks(CaseId caseId);

    /**
     * Whether the house has nothing under way in this case: no step that the engine takes by itself right after a
     * person's, and no message to it. What waits for a person, a date or an operator is settled.
     */
    boolean settled(CaseId caseId);

    /**
     * Tells whenever another person has done something in the case, once that is committed.
     *
     * @param told gets the other person's name, on a foreign thread; it must not block
     * @return ends the watch
     */
    Runnable watch(CaseId caseId, Consumer<LocalText> told);
}
