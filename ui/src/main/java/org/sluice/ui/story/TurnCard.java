package org.sluice.ui.story;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;
import org.sluice.ui.story.StoryDesk.Answer;
import org.sluice.ui.story.StoryDesk.Telling;
import org.sluice.ui.story.StoryDesk.Turn;

/** Whose turn it is, what this person does and why; or why nobody has a turn. */
final class TurnCard extends Composite<Section> {

    /** Tasks of which the story has more to say than their name does. */
    static final Set<String> TOLD = Set.of(
            "confirmNeed",
            "giveOpinion",
            "approveRequirement",
            "planSourcing",
            "recordQuotations",
            "chooseOffer",
            "fileSupplierDossier",
            "settleSupplierFinding",
            "voteOnSupplier",
            "fileProductDossier",
            "fileTestPapers",
            "arrangeTest",
            "voteOnProduct",
            "approveContract",
            "registerContract",
            "rateProduct",
            "recordObjection",
            "decideRenewal",
            "checkRectification",
            "assessExit",
            "approveExit",
            "chooseReplacement",
            "compareProducts",
            "settleContracts",
            "recordOwnDeletion",
            "recordSupplierDeletion",
            "investigateSupplier",
            "noticeSupplier",
            "recordReply",
            "approveListing");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    TurnCard(Telling telling, Consumer<Turn> sitDown, Consumer<Turn> play) {
        getContent().addClassNames("panel", "story-turn");
        getContent().getElement().setAttribute("aria-live", "polite");
        if (telling.turn() == null) {
            nobody(telling);
        } else {
            turn(telling.turn(), sitDown, play);
        }
    }

    private void nobody(Telling telling) {
        var what = "story.state." + telling.state();
        getContent().add(new H2(Words.of(what)), new Paragraph(Words.of(what + ".text")));
        if (telling.caseId() != null) {
            getContent().add(new Anchor(Routes.caseOf(telling.caseId()), Words.of("story.lookAtCase")));
        }
    }

    private void turn(Turn turn, Consumer<Turn> sitDown, Consumer<Turn> play) {
        var chapter = new Span(Words.of(turn.chapter()));
        chapter.addClassName("quiet");
        getContent().add(chapter, new H2(name(turn)));
        if (turn.subject() != null) {
            getContent().add(new Paragraph(Words.of(turn.subject())));
        }
        getContent().add(new Paragraph(why(turn)), who(turn));
        if (!turn.answers().isEmpty()) {
            var answers = new FactList();
            turn.answers().forEach(answer -> answers.labelled(label(answer), new Span(said(answer))));
            answers.addClassName("story-answers");
            getContent().add(answers);
        }
        getContent().add(buttons(turn, sitDown, play), request(turn));
    }

    private static String name(Turn turn) {
        return turn.task() == null ? Words.of(turn.move()) : Words.of("task." + turn.task());
    }

    private static String why(Turn turn) {
        var task = turn.task();
        if (task == null) {
            return Words.of("story.turn." + turn.move());
        }
        return TOLD.contains(task) ? Words.of("story.turn." + task) : Words.of("story.chapter." + turn.chapter());
    }

    private static Component who(Turn turn) {
        var account = new Span(turn.account());
        account.addClassName("code");
        return new FactList()
                .fact("story.who", Words.of(turn.person()) + " · " + Words.of(turn.post()))
                .fact("story.as", Words.of(turn.role()) + " · " + Words.of(turn.unit()))
                .fact("demo.username", account);
    }

    private static String label(Answer answer) {
        return answer.name() == null ? Words.of(Objects.requireNonNull(answer.label())) : Words.of(answer.name());
    }

    private static String said(Answer answer) {
        if (answer.word() != null) {
            return Words.of(answer.word());
        }
        var text = Objects.requireNonNull(answer.text());
        if (DAY.matcher(text).matches()) {
            return Format.forReader().date(LocalDate.parse(text));
        }
        return MONTH.matcher(text).matches() ? Format.forReader().month(YearMonth.parse(text)) : text;
    }

    private static Component buttons(Turn turn, Consumer<Turn> sitDown, Consumer<Turn> play) {
        var asPerson = new Button(Words.of("story.sitDown", Words.of(turn.person())), click -> sitDown.accept(turn));
        asPerson.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        asPerson.setDisableOnClick(true);
        var played = new Button(Words.of("story.play"), click -> play.accept(turn));
        played.setDisableOnClick(true);
        var line = new Div(asPerson, played);
        line.addClassName("story-buttons");
        return line;
    }

    /** Where the reader has found this page. */
    private static String address() {
        var here = VaadinRequest.getCurrent();
        var host = here == null ? null : here.getHeader("host");
        return host == null ? "localhost:8080" : host;
    }

    /** The same for whoever writes programs. */
    private static Component request(Turn turn) {
        var request = turn.request();
        var text = new Pre("curl -u %s:demo -H 'Content-Type: application/json' \\%n  -X %s %s%s \\%n  -d '%s'"
                .formatted(
                        turn.account(),
                        request.method(),
                        address(),
                        request.path(),
                        request.body().replace("'", "'\\''")));
        text.addClassName("code");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("aria-label", Words.of("story.api"));
        text.getElement().setAttribute("role", "region");
        return new Details(Words.of("story.api"), text);
    }
}
