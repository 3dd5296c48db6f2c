package org.sluice.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the audit rows after commit: seal n = SHA-256(seal n-1 || canonical row). One sealer at a time (advisory lock),
 * so that writers never wait for each other. A row that is changed behind the product's back no longer fits its seal.
 */
@Component
class Sealer {

    private static final int BATCH = 500;
    /** Any constant does; it only has to be ours: "seal" in ASCII. */
    private static final long LOCK = 0x7365616cL;

    /** One row in a form that depends on its content only. */
    private static final String CANONICAL = """
            select e.id, concat_ws('|', e.id, extract(epoch from e.at), e.actor, e.actor_name, e.action, e.case_id,
                                   e.subject, e.details::text) as canonical
            from sluice.audit_event e
            """;

    private record Row(long id, String canonical) {}

    /** @param hash SHA-256 in lower-case hexadecimals; empty before the first */
    private record Seal(long seq, String hash) {}

    private final JdbcClient jdbc;

    Sealer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 5000, initialDelay = 5000)
    @Transactional
    public void seal() {
        var alone = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        if (!alone) {
            return;
        }
        var last = last();
        for (var row : unsealed()) {
            last = new Seal(last.seq() + 1, hash(last.hash(), row.canonical()));
            jdbc.sql("insert into sluice.audit_seal (event, seq, hash) values (?, ?, ?)")
                    .params(row.id(), last.seq(), last.hash())
                    .update();
        }
    }

    /** The sequence numbers whose seal no longer fits its row; empty when the chain is whole. */
    @Transactional(readOnly = true)
    public List<Long> broken() {
        record Sealed(long seq, String hash, String canonical) {}
        var chain = jdbc.sql("select s.seq, s.hash, c.canonical from sluice.audit_seal s join (" + CANONICAL
                        + ") c on c.id = s.event order by s.seq")
                .query((row, n) -> new Sealed(row.getLong("seq"), row.getString("hash"), row.getString("canonical")))
                .list();
        var broken = new java.util.ArrayList<Long>();
        var previous = "";
        for (var sealed : chain) {
            if (!sealed.hash().equals(hash(previous, sealed.canonical()))) {
                broken.add(sealed.seq());
            }
            previous = sealed.hash();
        }
        return broken;
    }

    private Seal last() {
        return jdbc.sql("select seq, hash from sluice.audit_seal order by seq desc limit 1")
                .query((row, n) -> new Seal(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(new Seal(0, ""));
    }

    private List<Row> unsealed() {
        return jdbc.sql(
                        CANONICAL
                                + " where not exists (select 1 from sluice.audit_seal s where s.event = e.id) order by e.id limit ?")
                .param(BATCH)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("canonical")))
                .list();
    }

    private static String hash(String previous, String canonical) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
