package org.sluice.ui.story;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;
import org.sluice.ui.story.StoryDesk.State;
import org.sluice.ui.story.StoryDesk.Telling;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The guided story: its chapters with what was done in them, and beside them whose turn it is. A reader sits down in that
 * person's place, or lets the turn be played. Open to everybody who opens the demo; no page at all outside of it.
 */
@Route(value = Routes.STORY, layout = MainLayout.class)
@AnonymousAllowed
class StoryView extends Screen implements BeforeEnterObserver {

    private static final int MILLIS_BETWEEN = 700;
    private static final int NEVER = -1;

    private final ObjectProvider<StoryDesk> desk;
    private final Div head = new Div();
    private final Div columns = new Div();
    private @Nullable Telling shown;
    private @Nullable Registration polling;

    StoryView(ObjectProvider<StoryDesk> desk) {
        super("story.title");
        this.desk = desk;
        columns.addClassName("story");
        add(head, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        if (desk.getIfAvailable() == null) {
            enter.rerouteToError(NotFoundException.class);
            return;
        }
        show(story().telling(Words.locale()));
    }

    private StoryDesk story() {
        return Objects.requireNonNull(desk.getIfAvailable());
    }

    private void show(Telling telling) {
        shown = telling;
        head.removeAll();
        columns.removeAll();
        var header = new PageHeader(title()).subtitle(Words.of("story.purpose"));
        if (telling.mayBegin()) {
            header.actions(begin(telling.state()));
        }
        head.add(header);
        columns.add(new ChapterList(telling.parts()), new TurnCard(telling, this::sitDown, this::play));
        listen(telling.state() == State.WAITING);
    }

    private Button begin(State state) {
        var button = new Button(Words.of(state == State.UNTOLD ? "story.begin" : "story.beginAnew"), click -> {
            if (Notice.attempt(() -> story().begin())) {
                show(story().telling(Words.locale()));
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void sitDown(StoryDesk.Turn turn) {
        if (Notice.attempt(() -> story().takeSeat(turn.account()))) {
            UI.getCurrent().getPage().setLocation(turn.place());
        }
    }

    private void play(StoryDesk.Turn turn) {
        if (Notice.attempt(() -> story().play(turn.id(), Words.locale()))) {
            var telling = story().telling(Words.locale());
            show(telling);
        }
    }

    /** While the house is at work the page looks again; what a person is reading does not move. */
    private void listen(boolean wanted) {
        var ui = UI.getCurrent();
        if (wanted && polling == null) {
            ui.setPollInterval(MILLIS_BETWEEN);
            polling = ui.addPollListener(poll -> lookAgain());
        } else if (!wanted && polling != null) {
            ui.setPollInterval(NEVER);
            polling.remove();
            polling = null;
        }
    }

    private void lookAgain() {
        var telling = story().telling(Words.locale());
        if (!telling.equals(shown)) {
            show(telling);
        }
    }

    @Override
    protected void onDetach(DetachEvent gone) {
        listen(false);
        super.onDetach(gone);
    }
}
