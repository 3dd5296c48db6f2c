package org.sluice.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        var rows = unsealed();
        var events = new ArrayList<Long>();
        var hashes = new ArrayList<String>();
        for (var row : rows) {
            events.add(row.id());
            hashes.add(hash(hashes.isEmpty() ? last.hash() : hashes.get(hashes.size() - 1), row.canonical()));
        }
        jdbc.sql("""
                        insert into sluice.audit_seal (event, seq, hash)
                        select event, ? + n, hash
                        from unnest(?::bigint[], ?::text[]) with ordinality as sealed(event, hash, n)
                        """)
                .params(last.seq(), events.toArray(Long[]::new), hashes.toArray(String[]::new))
                .update();
    }

    /**
     * @param seals how many seals were looked at
     * @param broken the sequence numbers whose seal no longer fits its row, or whose row or seal is gone; empty when the
     *     chain is whole
     */
    record Check(long seals, List<Long> broken) {}

    /** Looks at the whole chain, a batch at a time. What was cut off behind the last seal that is left cannot be seen. */
    @Transactional(readOnly = true)
    public Check check() {
        var broken = new ArrayList<Long>();
        var last = new Seal(0, "");
        long seals = 0;
        for (var batch = sealedAfter(0); !batch.isEmpty(); batch = sealedAfter(last.seq())) {
            for (var sealed : batch) {
                var whole = sealed.canonical() != null
                        && sealed.seq() == last.seq() + 1
                        && sealed.hash().equals(hash(last.hash(), sealed.canonical()));
                if (!whole) {
                    broken.add(sealed.seq());
                }
                last = new Seal(sealed.seq(), sealed.hash());
            }
            seals += batch.size();
        }
        return new Check(seals, List.copyOf(broken));
    }

    /** @param canonical null when the row is gone */
    private record Sealed(long seq, String hash, @Nullable String canonical) {}

    private List<Sealed> sealedAfter(long seq) {
        return jdbc.sql("select s.seq, s.hash, c.canonical from sluice.audit_seal s left join (" + CANONICAL
                        + ") c on c.id = s.event where s.seq > ? order by s.seq limit ?")
                .params(seq, BATCH)
                .query((row, n) -> new Sealed(row.getLong("seq"), row.getString("hash"), row.getString("canonical")))
                .list();
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
