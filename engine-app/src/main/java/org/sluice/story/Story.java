package org.sluice.story;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.NotPermitted;
import org.sluice.security.DemoSeats;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.ui.story.StoryDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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
    private final ApplicationEventPublisher events;

    Story(
            Plots plots,
            Turns turns,
            Chronicle chronicle,
            Desks desks,
            DemoSeats seats,
            Actors actors,
            ApplicationEventPublisher events) {
        this.plots = plots;
        this.turns = turns;
        this.chronicle = chronicle;
        this.desks = desks;
        this.seats = seats;
        this.actors = actors;
        this.events = events;
    }

    @Override
    @Transactional
    public void begin() {
        plots.oneAtATime();
        if (latest().filter(plot -> turns.standing(plot, Locale.ENGLISH).isUnderWay())
                .isPresent()) {
            return;
        }
        if (plots.suppliers().isEmpty()) {
            throw new Conflict("storyToldHere");
        }
        var actor = me();
        plots.begin(actor == null ? null : actor.id());
        events.publishEvent(Auditable.of("story.begun", null, actor, "story"));
    }

    private Optional<Plot> latest() {
        return plots.latest(Script.REQUESTER);
    }

    /** A visitor of the demo may look at the story before signing in. */
    private @Nullable Actor me() {
        try {
            return actors.current();
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
