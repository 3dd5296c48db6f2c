package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Invalid;
import org.sluice.process.privacy.HiddenQueryForm;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.HiddenQueryDesk.Asked;
import org.sluice.ui.shell.MainLayout;

/**
 * Asks suppliers' lists without showing for whom. Question and answers live in this page alone, and end with it; who may
 * not ask sees what was asked, and by whom.
 */
@Route(value = Routes.HIDDEN_QUERY, layout = MainLayout.class)
@PermitAll
class HiddenQueryView extends Screen implements BeforeEnterObserver, BeforeLeaveObserver {

    /** The browser says that it waits, since the page hears nothing from the house until the answer is there. */
    private static final String SAY_ASKING = "this.addEventListener('click', () => $0.textContent = $1)";

    private final transient HiddenQueryDesk desk;
    private final ChosenList chosen = new ChosenList(this::lookAgain);
    private final HiddenQueryFields form = new HiddenQueryFields(chosen::show);
    private final HiddenAnswers answers = new HiddenAnswers(this::clear);
    private final Button ask = new Button(Words.of("privacy.query.ask"), click -> ask());
    private final Span waiting = new Span();
    private final Div asking = new Div();
    private final Component question = question();
    private final DataGrid<Asked> asked;

    HiddenQueryView(HiddenQueryDesk desk) {
        super("privacy.query.title");
        this.desk = desk;
        asked = asked(desk);
        asking.addClassName("stack");
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ask.setDisableOnClick(true);
        waiting.addClassName("quiet");
        waiting.getElement().setAttribute("role", "status");
        ask.getElement().executeJs(SAY_ASKING, waiting.getElement(), Words.of("privacy.query.asking"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(title()).subtitle(Words.of("privacy.query.subtitle")), limits());
        if (desk.mayAsk()) {
            add(asking);
            offer();
        }
        var heading = new H2(Words.of("privacy.query.asked"));
        add(new Section(heading, MatchTestPanel.quiet(Words.of("privacy.query.asked.hint")), asked));
        asked.refresh();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        forget();
    }

    private static Component limits() {
        var list = new UnorderedList();
        Stream.of("privacy.query.limits.asked", "privacy.query.limits.list", "privacy.query.limits.time")
                .forEach(key -> list.add(new ListItem(Words.of(key))));
        var limits = new NativeDetails(Words.of("privacy.query.limits"), list);
        limits.addClassName("quiet");
        return limits;
    }

    private Component question() {
        var ways = new Div(ask, waiting);
        ways.addClassName("form-ways");
        var sides = new Div(new Div(form, ways), chosen);
        sides.addClassName("columns");
        return sides;
    }

    /** What the desk does not have is said in place of the form, with a way to look again; what was asked is seen anyway. */
    private void offer() {
        asking.removeAll();
        try {
            var choices = desk.choices();
            if (choices.lists().isEmpty()) {
                asking.add(new EmptyState(
                        Words.of("privacy.query.noLists"),
                        new Button(Words.of("privacy.query.look"), click -> offer())));
            } else {
                form.offer(choices);
                asking.add(question, answers);
            }
        } catch (RuntimeException e) {
            var failed = new Div(new Span(Notice.text(e)), new Button(Words.of("parts.retry"), click -> offer()));
            failed.addClassName("error-state");
            failed.getElement().setAttribute("role", "alert");
            asking.add(failed);
        }
    }

    private void lookAgain() {
        Notice.attempt(() -> form.offer(desk.choices()));
    }

    /** The last answers go before the next question: what stands there is never another question's. */
    private void ask() {
        answers.clear();
        try {
            form.attempt(this::ask);
        } finally {
            ask.setEnabled(true);
            waiting.getElement().executeJs("this.textContent = ''");
        }
    }

    private void ask(HiddenQueryForm body) {
        try {
            answers.show(desk.ask(body));
        } catch (Invalid wrong) {
            throw wrong;
        } catch (RuntimeException refused) {
            // a button that was off has lost the focus; and where a worker has gone, the lists say so
            ask.focus();
            lookAgain();
            throw refused;
        } finally {
            asked.refresh();
        }
    }

    private void clear() {
        forget();
        Notice.note("privacy.query.answers.gone");
        form.focusIdentifiers();
    }

    private void forget() {
        answers.clear();
        form.forget();
    }

    private static DataGrid<Asked> asked(HiddenQueryDesk desk) {
        return new DataGrid<>("privacy.query.asked.none", desk::asked)
                .moment("privacy.query.at", Asked::at)
                .local("privacy.query.person", Asked::person)
                .local("privacy.query.unit", Asked::unit)
                .text("privacy.query.purpose", row -> Words.of(row.purpose()))
                .text("privacy.query.list", Asked::list)
                .local("privacy.query.supplier", Asked::supplier)
                .number("privacy.query.number", row -> (long) row.identifiers())
                .number("privacy.query.counted", row -> whole(row.evaluations()))
                .number("privacy.query.ms", Asked::milliseconds)
                .local("privacy.query.refused", Asked::refused)
                .share(8);
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }
}
