package org.sluice.demo.workers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the demo's workers known to the house, as an operator does it for a real party. */
@Component
@Profile("demo")
class WorkerRegistration {

    /** @param party the supplier's code in lower case */
    record Supplier(UUID id, String party, String nameZh, String nameEn) {}

    private final JdbcClient jdbc;

    WorkerRegistration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The supplier of the demo that runs a worker: a potential one, so that an admission is still to come, of a kind that
     * sells data about enterprises. It is the same at every start of one database.
     */
    @Transactional(readOnly = true)
    Optional<Supplier> supplier() {
        return jdbc.sql("""
                        select s.id, s.code, s.name_zh, s.name_en
                        from sluice.supplier s left join sluice.party p on p.supplier = s.id
                        where s.demo and (p.code is not null
                            or s.state = 'POTENTIAL' and s.supplier_type in ('TECH_SERVICE', 'FINANCIAL_INFO_VENDOR'))
                        order by p.code nulls last, s.code limit 1
                        """)
                .query((row, n) -> new Supplier(
                        row.getObject("id", UUID.class),
                        row.getString("code").toLowerCase(Locale.ROOT),
                        row.getString("name_zh"),
                        row.getString("name_en")))
                .optional();
    }

    @Transactional
    void enter(Supplier supplier) {
        jdbc.sql("""
                        insert into sluice.party (code, kind, name_zh, name_en, supplier, demo)
                        values (?, 'SUPPLIER', ?, ?, ?, true) on conflict do nothing
                        """)
                .params(supplier.party(), supplier.nameZh(), supplier.nameEn(), supplier.id())
                .update();
    }

    /** From now on the worker with this token is the party's, and no other one. */
    @Transactional
    void register(String party, String address, String token) {
        jdbc.sql("""
                        insert into sluice.worker_party (party, address, token_hash) values (:party, :address, :hash)
                        on conflict (party) do update set address = :address, token_hash = :hash
                        """)
                .param("party", party)
                .param("address", address)
                .param("hash", sha256(token))
                .update();
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
