package org.sluice.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sluice.process.Problems;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.facts.LineClass;
import org.sluice.ui.privacy.PrivacyJobDesk.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How fast the lines between parties are, as their workers have measured them before a match test or a run: of each the
 * fastest of a day, and of both the lower. A party can make a line look slow or fast by answering late or early.
 */
@Service
public class PartyLines {

    private static final double MOST = 10_000_000;

    /** A busy machine makes a line look slower than it is: until then a slower figure replaces none. */
    private static final Duration OUTLIVED_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Parameters parameters;
    private final Clock clock;

    PartyLines(JdbcClient jdbc, Parameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * A party's worker has measured the line to a peer.
     *
     * @param megabits a second
     * @throws org.sluice.process.Invalid when there is no such peer, or no line is so fast
     */
    @Transactional
    public void measured(String party, String peer, double megabits) {
        var known = jdbc.sql("select count(*) from sluice.worker_party where party = ?")
                .param(peer)
                .query(Integer.class)
                .single();
        new Problems()
                .when(known == 0 || peer.equals(party), "peer", "peerOfWorker")
                .when(!(megabits > 0 && megabits <= MOST), "megabits", "rateOfLine")
                .orThrow();
        jdbc.sql("""
                        insert into sluice.party_line (party, peer, megabits, measured_at) values (?, ?, ?, ?)
                        on conflict (party, peer)
                            do update set megabits = excluded.megabits, measured_at = excluded.measured_at
                            where party_line.megabits <= excluded.megabits or party_line.measured_at < ?
                        """)
                .params(party, peer, megabits, now(), now().minus(OUTLIVED_AFTER))
                .update();
    }

    /** What the line between both was measured to carry of late, by whichever of them found less. */
    @Transactional(readOnly = true)
    public Optional<Line> between(String one, String other) {
        return jdbc.sql("""
                        select megabits, measured_at from sluice.party_line
                        where party in (:one, :other) and peer in (:one, :other) and measured_at >= :since
                        order by megabits limit 1
                        """)
                .param("one", one)
                .param("other", other)
                .param("since", now().minus(Duration.ofDays(parameters.whole("privacy.suite.lineGoodDays"))))
                .query(PartyLines::line)
                .optional();
    }

    /** A line that nobody has measured of late counts as fast. */
    LineClass classOf(String one, String other) {
        return between(one, other)
                .map(line -> LineClass.of(line.megabits(), parameters.whole("privacy.suite.slowLineBelow")))
                .orElse(LineClass.FAST);
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getDouble("megabits"),
                row.getObject("measured_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
