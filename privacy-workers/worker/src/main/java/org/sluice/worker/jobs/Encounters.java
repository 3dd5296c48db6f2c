package org.sluice.worker.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Settings;

/**
 * Brings two parties together and back together: waits, runs, begins again where the line broke, and counts each begin on
 * the disk, because each is a query to the peer.
 */
public record Encounters(Settings settings, Outcomes outcomes, Rendezvous rendezvous, Lines lines) {

    private static final Logger LOG = LoggerFactory.getLogger(Encounters.class);

    /** For people of both parties, whatever the machine's own clock is set to. */
    private static final DateTimeFormatter AS_READ =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** What no waiting puts right. */
    private static final Set<NoticeCode> ONLY_PEOPLE_HELP =
            Set.of(NoticeCode.PEER_NOT_PROVEN, NoticeCode.PEER_OUTDATED);

    /** What a job does when something has come of its waiting. */
    public interface Side {

        /**
         * Runs over a line that is closed afterwards.
         *
         * @throws ChannelClosed if the line broke: it is begun again over another
         * @throws Misbehaviour if the peer broke the protocol
         */
        Outcome run(Meeting.Line line);

        /** The peer had the end already. */
        Outcome ended(Agreement agreement, Instant asked);

        /**
         * Pieces of the run that are on the disk here and are not begun again: so many more lines may break, since a run
         * that gets on asks nothing twice by it.
         */
        default int headway() {
            return 0;
        }

        /** Whether the line is measured before a run; the same at both sides. */
        default boolean measures() {
            return true;
        }

        /** Not now, and not later. */
        Outcome refuse(Notice notice);
    }

    /** @param need what a run takes; it is begun when this worker has room for it */
    public Outcome meet(Appointment appointment, Need need, Side side, Progress progress) {
        try (Expectation expectation = rendezvous.expect(appointment, need)) {
            while (true) {
                Instant asked = rendezvous.clock().instant();
                Meeting meeting = expectation.meet(windowEnd(appointment), progress);
                if (meeting instanceof Meeting.Line line) {
                    int runs = outcomes.countRun(appointment.job());
                    if (runs > settings.runs() + side.headway()) {
                        line.channel().close();
                        return new Outcome.Failed(Notice.of(NoticeCode.BROKE_OFF_TOO_OFTEN, runs - 1), Cost.ALL);
                    }
                    try {
                        if (side.measures()) {
                            lines.measure(line.channel(), appointment.role(), appointment.peer());
                        }
                        return side.run(line);
                    } catch (ChannelClosed broken) {
                        stopIfInterrupted();
                        LOG.info("Job {}: {}", appointment.id(), broken.getMessage());
                        progress.waits(Notice.of(NoticeCode.RUN_BROKE_OFF, appointment.peer()));
                    } finally {
                        line.channel().close();
                        expectation.giveBack();
                    }
                } else if (meeting instanceof Meeting.Ended ended) {
                    return side.ended(ended.agreement(), asked);
                } else if (meeting instanceof Meeting.Nobody nobody) {
                    return alone(appointment, nobody.notice());
                } else {
                    return side.refuse(Notice.of(NoticeCode.PEER_REFUSED, appointment.peer()));
                }
            }
        } catch (Problem inHand) {
            return new Outcome.Failed(inHand.notice(), Cost.NOTHING);
        } catch (Misbehaviour wrong) {
            return new Outcome.Failed(
                    Notice.of(NoticeCode.PEER_MISBEHAVED, appointment.peer(), String.valueOf(wrong.getMessage())),
                    Cost.ONE);
        }
    }

    /**
     * Does work that nobody else is needed for, in the room that a run takes, for which it stands in line like one.
     *
     * @return what is reported where there was no room; empty where the work is done
     */
    public Optional<Outcome> inRoom(Appointment appointment, Need need, Runnable work, Progress progress) {
        Instant end = windowEnd(appointment);
        Semaphore woken = new Semaphore(0);
        try (Room.Claim claim =
                rendezvous.room().claim(need, appointment.deadline(), appointment.id(), woken::release)) {
            boolean waits = false;
            while (!claim.take()) {
                if (!waits) {
                    progress.waits(claim.notice());
                    waits = true;
                }
                if (!rendezvous.clock().instant().isBefore(end)) {
                    return Optional.of(alone(appointment, claim.notice()));
                }
                woken.tryAcquire(Rendezvous.betweenCalls().toMillis(), TimeUnit.MILLISECONDS);
            }
            work.run();
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for room");
        }
    }

    private Instant windowEnd(Appointment appointment) {
        Instant end = rendezvous.clock().instant().plus(settings.window());
        return end.isBefore(appointment.deadline()) ? end : appointment.deadline();
    }

    private Outcome alone(Appointment appointment, Notice notice) {
        if (!rendezvous.clock().instant().isBefore(appointment.deadline())) {
            if (notice.code() == NoticeCode.MEMORY_TAKEN) {
                Notice noRoom = Notice.of(
                        NoticeCode.NO_ROOM_IN_TIME,
                        AS_READ.format(appointment.deadline()),
                        notice.chinese(),
                        notice.english());
                return new Outcome.Failed(noRoom, Cost.ALL);
            }
            Notice passed = Notice.of(
                    NoticeCode.DEADLINE_PASSED,
                    appointment.peer(),
                    AS_READ.format(appointment.deadline()),
                    notice.chinese(),
                    notice.english());
            return new Outcome.Failed(passed, Cost.ALL);
        }
        return new Outcome.Failed(notice, ONLY_PEOPLE_HELP.contains(notice.code()) ? Cost.ONE : Cost.NOTHING);
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted during a run");
        }
    }
}
