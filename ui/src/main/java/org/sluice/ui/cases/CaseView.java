package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** One case on one page; the address names it by its id, or by the number that people say. */
@Route(value = Routes.CASES, layout = MainLayout.class)
@PermitAll
class CaseView extends Screen implements HasUrlParameter<String> {

    private static final int ID_LENGTH = 36;

    private final transient CaseDesk desk;
    private final transient List<CaseWithdrawal> withdrawals;
    private final transient List<CaseGuest> guests;
    private final transient Clock clock;

    CaseView(CaseDesk desk, List<CaseWithdrawal> withdrawals, List<CaseGuest> guests, Clock clock) {
        super("cases.title");
        this.desk = desk;
        this.withdrawals = withdrawals;
        this.guests = guests;
        this.clock = clock;
        addClassName("case-view");
    }

    @Override
    public void setParameter(BeforeEvent event, String idOrNumber) {
        show(idOrNumber.length() == ID_LENGTH ? CaseId.of(idOrNumber) : desk.byNumber(idOrNumber));
    }

    /** As it is now; and once more if the engine still works on what a person has just done. */
    private void show(CaseId id) {
        var settled = desk.settled(id);
        render(id);
        if (!settled) {
            Settling.then(this, desk, id, () -> render(id));
        }
    }

    private void render(CaseId id) {
        var file = desk.file(id);
        title(file.number() + " " + Words.of(file.title()));
        removeAll();
        add(
                header(file),
                new CaseWatch(desk, id, () -> show(id)),
                new CaseDossier(desk, file, clock.instant(), guests));
    }

    private Component header(CaseDesk.File file) {
        var header =
                new PageHeader(Words.of(file.title())).subtitle(file.number()).beside(marks(file));
        if (file.mayWithdraw()) {
            var withdraw = new Button(Words.of("cases.withdraw"), click -> ask(file));
            withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
            header.actions(withdraw);
        }
        return header;
    }

    private static Component[] marks(CaseDesk.File file) {
        var format = Format.forReader();
        var marks = new ArrayList<Component>(List.of(
                StatusBadge.ofState(file.state()),
                mark("cases.unit", Words.of(file.orgUnitName())),
                mark(
                        "cases.initiator",
                        file.initiatorName() == null ? Words.of("cases.theHouse") : Words.of(file.initiatorName())),
                mark("cases.openedAt", format.moment(file.openedAt()))));
        if (file.amount() != null) {
            marks.add(mark("cases.amount", format.money(file.amount())));
        }
        if (file.closedAt() != null) {
            marks.add(mark("cases.closedAt", format.moment(file.closedAt())));
        }
        var outcome = file.outcome() == null ? "" : Words.of("outcome." + file.outcome());
        if (!outcome.isEmpty() && !outcome.equals(Words.ofState(file.state()))) {
            marks.add(1, new StatusBadge(outcome, Tone.QUIET));
        }
        return marks.toArray(Component[]::new);
    }

    private static Span mark(String key, String value) {
        var label = new Span(Words.of(key));
        label.addClassName("quiet");
        var mark = new Span(label, new Span(" " + value));
        mark.addClassName("case-mark");
        return mark;
    }

    private void ask(CaseDesk.File file) {
        var withdrawal = withdrawals.stream()
                .filter(each -> each.kind() == file.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody takes back a case of kind " + file.kind()));
        new WithdrawDialog(file.number(), body -> {
                    withdrawal.withdraw(file.caseId(), body);
                    Notice.success("cases.withdrawn", file.number());
                    show(file.caseId());
                })
                .open();
    }
}
