package org.sluice.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parties that have a worker: how it proves itself, where its peers reach it, what data it says it holds. */
@Service
public class WorkerParties {

    /**
     * What a worker says of one of its data sets.
     *
     * @param valued whether a value stands beside each identifier
     */
    public record HeldDataSet(String handle, String name, long rows, boolean valued) {}

    /** A party that the bank can compute with. */
    public record Partner(String code, LocalText name) {}

    /** A further worker says every 20 seconds that it is there. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

    /** So many fit into a variable, whatever their names. */
    private static final int MOST_ADDRESSES = 14;

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkerParties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which party a token stands for. Hashes are compared in constant time, with those of all parties. */
    @Transactional(readOnly = true)
    public Optional<String> ofToken(String token) {
        var presented = sha256(token).getBytes(StandardCharsets.US_ASCII);
        return jdbc
                .sql("select party, token_hash from sluice.worker_party where enabled")
                .query((row, n) -> Map.entry(row.getString("party"), row.getString("token_hash")))
                .list()
                .stream()
                .filter(each -> MessageDigest.isEqual(presented, each.getValue().getBytes(StandardCharsets.US_ASCII)))
                .map(Map.Entry::getKey)
                // all are compared before the first is taken
                .toList()
                .stream()
                .findFirst();
    }

    @Transactional
    public void seen(String party) {
        jdbc.sql("update sluice.worker_party set seen_at = ? where party = ?")
                .params(now(), party)
                .update();
    }

    /** Replaces what the party's worker has said before; of a set that stays, also the day when it was first named. */
    @Transactional
    public void hold(String party, List<HeldDataSet> sets) {
        jdbc.sql("delete from sluice.worker_data_set where party = ? and handle <> all(?::text[])")
                .params(party, sets.stream().map(HeldDataSet::handle).toArray(String[]::new))
                .update();
        for (var set : sets) {
            jdbc.sql("""
                            insert into sluice.worker_data_set (party, handle, name, row_count, valued, registered_at)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict (party, handle) do update
                            set name = excluded.name, row_count = excluded.row_count, valued = excluded.valued
                            """)
                    .params(party, set.handle(), set.name(), set.rows(), set.valued(), now())
                    .update();
        }
    }

    /** What the party's worker says it holds, by name. */
    @Transactional(readOnly = true)
    public List<DataSetChoice> dataSets(String party) {
        return jdbc.sql(
                        "select * from sluice.worker_data_set where party = ? order by name, registered_at desc, handle")
                .param(party)
                .query(WorkerParties::choice)
                .list();
    }

    Optional<String> ofSupplier(UUID supplier) {
        return jdbc.sql("""
                        select p.code from sluice.party p join sluice.worker_party w on w.party = p.code
                        where p.supplier = ? and p.kind = 'SUPPLIER' and w.enabled order by p.code limit 1
                        """).param(supplier).query(String.class).optional();
    }

    /** The bank as a party, if it has an enabled worker. */
    @Transactional(readOnly = true)
    public Optional<String> ofBank() {
        return jdbc.sql("""
                        select p.code from sluice.party p join sluice.worker_party w on w.party = p.code
                        where p.kind = 'BANK' and w.enabled
                        """).query(String.class).optional();
    }

    /** Suppliers that have an enabled worker, by code. */
    @Transactional(readOnly = true)
    public List<Partner> partners() {
        return jdbc.sql("""
                        select p.code, p.name_zh, p.name_en from sluice.party p
                        join sluice.worker_party w on w.party = p.code
                        where p.kind = 'SUPPLIER' and w.enabled order by p.code
                        """)
                .query((row, n) -> new Partner(
                        row.getString("code"), new LocalText(row.getString("name_zh"), row.getString("name_en"))))
                .list();
    }

    /** Where the party's peers reach its worker, {@code host:port}. */
    @Transactional(readOnly = true)
    public String address(String party) {
        return jdbc.sql("select address from sluice.worker_party where party = ?")
                .param(party)
                .query(String.class)
                .single();
    }

    /** Whether a worker of the party is reached here, as it has said of late. */
    @Transactional(readOnly = true)
    public boolean isReached(String party, String address) {
        return addresses(party).contains(address);
    }

    /**
     * A further worker of the party says where peers reach it.
     *
     * @throws org.sluice.process.Invalid when the house lets no worker of the party be on that host, so that no party has
     *     the house's own worker call where it likes; or when the party has too many already
     */
    @Transactional
    public void reached(String party, String address) {
        var hosts = jdbc.sql("""
                        select array_append(further_hosts, regexp_replace(address, ':[0-9]+$', '')) as hosts
                        from sluice.worker_party where party = ? for update
                        """)
                .param(party)
                .query((row, n) -> List.of((String[]) row.getArray("hosts").getArray()))
                .single();
        new Problems()
                .when(!hosts.contains(address.replaceFirst(":\\d+$", "")), "address", "hostOfWorker")
                .orThrow();
        jdbc.sql("delete from sluice.worker_address where seen_at < ?")
                .param(now().minus(FORGOTTEN_AFTER))
                .update();
        var all = addresses(party);
        var known = all.contains(address);
        new Problems()
                .when(!known && all.size() > MOST_ADDRESSES, "address", "tooManyWorkers", MOST_ADDRESSES)
                .orThrow();
        jdbc.sql("""
                        insert into sluice.worker_address (party, address, seen_at) values (?, ?, ?)
                        on conflict (party, address) do update set seen_at = excluded.seen_at
                        """).params(party, address, now()).update();
    }

    /** Where the party's workers are reached; first the one that does all work, then those that share ranges of runs. */
    @Transactional(readOnly = true)
    public List<String> addresses(String party) {
        var further = jdbc.sql("""
                        select address from sluice.worker_address where party = ? and seen_at >= ?
                        order by address
                        """)
                .params(party, now().minus(FORGOTTEN_AFTER))
                .query(String.class)
                .list();
        return Stream.concat(Stream.of(address(party)), further.stream())
                .distinct()
                .toList();
    }

    private static DataSetChoice choice(ResultSet row, int n) throws SQLException {
        return new DataSetChoice(
                row.getString("handle"),
                row.getString("name"),
                row.getString("data_class"),
                row.getLong("row_count"),
                row.getBoolean("valued"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
