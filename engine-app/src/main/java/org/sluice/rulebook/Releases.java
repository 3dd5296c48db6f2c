package org.sluice.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sluice.process.NotFound;
import org.sluice.rules.DecisionTables;
import org.sluice.rules.RuleBook;
import org.sluice.ui.rulebook.RulebookDesk.Release;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The releases of the rule book: each keeps the texts of its tables and rules and the values of its parameters as they
 * stood.
 * Whatever changes one of them, also a date that passes, makes the next release when it is first asked for; a release is
 * never changed.
 */
@Service
public class Releases {

    private record Latest(int number, String hash) {}

    private record Hashed(String fingerprint, String hash) {}

    private final JdbcClient jdbc;
    private final DecisionTables tables;
    private final RuleBook book;
    private final RuleRows ruleRows;
    private final Parameters parameters;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable Hashed hashed;

    Releases(
            JdbcClient jdbc,
            DecisionTables tables,
            RuleBook book,
            RuleRows ruleRows,
            Parameters parameters,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.book = book;
        this.ruleRows = ruleRows;
        this.parameters = parameters;
        this.clock = clock;
        this.transaction = transaction;
        current();
    }

    /** The release in force now; its number is only final when the transaction that asks commits. */
    public int current() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var hash = hashInForce();
            return latest(hash).orElseGet(() -> {
                // two that find a change at once make one release of it
                jdbc.sql("lock table sluice.rule_release in share row exclusive mode")
                        .update();
                return latest(hash).orElseGet(this::make);
            });
        }));
    }

    /** The hash of what is in force; read and computed anew only after a change. */
    private String hashInForce() {
        var fingerprint = parameters.fingerprint();
        var known = hashed;
        if (known != null && known.fingerprint().equals(fingerprint)) {
            return known.hash();
        }
        var hash = hash(parameters.inForce());
        // a change between the two looks belongs to the next question
        if (parameters.fingerprint().equals(fingerprint)) {
            hashed = new Hashed(fingerprint, hash);
        }
        return hash;
    }

    /** All of them, the newest first. */
    List<Release> all() {
        return jdbc.sql("select number, in_force_from from sluice.rule_release order by number desc")
                .query((row, n) -> new Release(
                        row.getInt("number"),
                        row.getObject("in_force_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @throws NotFound when there is no such release */
    DecisionTables tables(int release) {
        var texts = new TreeMap<String, String>();
        jdbc.sql("select key, dmn from sluice.rule_release_table where release = ?")
                .param(release)
                .query(row -> {
                    texts.put(row.getString("key"), row.getString("dmn"));
                });
        if (texts.isEmpty()) {
            throw new NotFound("release", String.valueOf(release));
        }
        return DecisionTables.of(texts);
    }

    /** In the order of their table; none in a release that is older than the rules. */
    List<RuleBook.Rule> rules(int release) {
        return ruleRows.of(release);
    }

    List<Parameters.Value> parameters(int release) {
        return jdbc.sql("select * from sluice.rule_release_parameter where release = ? order by key")
                .param(release)
                .query(Parameters.Value::of)
                .list();
    }

    /** The latest release, if it holds exactly this. */
    private Optional<Integer> latest(String hash) {
        return jdbc.sql("select number, content_hash from sluice.rule_release order by number desc limit 1")
                .query((row, n) -> new Latest(row.getInt("number"), row.getString("content_hash")))
                .optional()
                .filter(latest -> latest.hash().equals(hash))
                .map(Latest::number);
    }

    /** Of what is in force once nobody else makes one. */
    private int make() {
        var values = parameters.inForce();
        var hash = hash(values);
        int number = jdbc.sql(
                        "insert into sluice.rule_release (content_hash, in_force_from) values (?, ?) returning number")
                .params(hash, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        for (var key : tables.keys()) {
            jdbc.sql("insert into sluice.rule_release_table (release, key, dmn) values (?, ?, ?)")
                    .params(number, key, tables.xml(key))
                    .update();
        }
        for (var value : values) {
            jdbc.sql("""
                            insert into sluice.rule_release_parameter (release, key, value, unit, what_zh, what_en)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            number,
                            value.key(),
                            value.value(),
                            value.unit(),
                            value.what().zh(),
                            value.what().en())
                    .update();
        }
        ruleRows.keep(number, book);
        return number;
    }

    private String hash(List<Parameters.Value> values) {
        var content = new StringBuilder(tables.contentHash()).append(book.contentHash());
        values.forEach(value -> content.append('\n')
                .append(value.key())
                .append('=')
                .append(value.value().stripTrailingZeros().toPlainString()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
