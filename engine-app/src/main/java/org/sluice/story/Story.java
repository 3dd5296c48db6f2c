package org.sluice.story;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.NotPermitted;
import org.sluice.process.PersonId;
import org.sluice.security.DemoSeats;
import org.sluice.shared.Actors;
import org.sluice.ui.story.StoryDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Tells the story and plays its turns. A turn is played at the desk where a person would sit, by that person: the story
 * has no right of its own, and knows of a case no more than its tables say.
 */
@Service
@Profile("demo")
public class Story implements StoryDesk {

    private final Plots plots;
    private final Turns turns;
    private final Chronicle chronicle;
    private final Desks desks;
    private final DemoSeats seats;
    private final Actors actors;

    Story(Plots plots, Turns turns, Chronicle chronicle, Desks desks, DemoSeats seats, Actors actors) {
        this.plots = plots;
        this.turns = turns;
        this.chronicle = chronicle;
        this.desks = desks;
        this.seats = seats;
        this.actors = actors;
    }

    @Override
    public void begin() {
        if (latest().filter(plot -> turns.standing(plot, Locale.ENGLISH).isUnderWay())
                .isPresent()) {
            return;
        }
        if (plots.suppliers().isEmpty()) {
            throw new Conflict("storyToldHere");
        }
        plots.begin(me());
    }

    private Optional<Plot> latest() {
        return plots.latest(Script.REQUESTER);
    }

    /** A visitor of the demo may look at the story before signing in. */
    private @Nullable PersonId me() {
        try {
            return actors.current().id();
        } catch (NotPermitted e) {
            return null;
        }
    }

    @Override
    public void takeSeat(String account) {
        seats.take(account);
    }

    @Override
    public Telling telling(Locale locale) {
        var mayBegin = plots.suppliers().isPresent();
        return latest().map(plot -> telling(plot, turns.standing(plot, locale), mayBegin))
                .orElseGet(() -> new Telling(State.UNTOLD, null, mayBegin, Chronicle.unwritten(), null, null));
    }

    private Telling telling(Plot plot, Standing now, boolean mayBegin) {
        return new Telling(
                now.state(),
                plot.begunAt(),
                mayBegin && !now.isUnderWay(),
                chronicle.parts(plot, now),
                now.turn(),
                now.lookedAt());
    }

    @Override
    public void play(String id, Locale locale) {
        latest().ifPresent(plot -> {
            var turn = turns.standing(plot, locale).turn();
            if (turn != null && turn.id().equals(id)) {
                seats.as(turn.account(), () -> {
                    desks.take(turn, plot);
                    return turn;
                });
            }
        });
    }
}
