package org.sluice.demo.workers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes workers known to the house: whose they are, where their peers reach them, what they prove themselves with. */
@Component
@Profile("demo")
class WorkerRegistration {

    private final JdbcClient jdbc;

    WorkerRegistration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The demo's parties, the bank first. */
    List<String> parties() {
        return jdbc.sql("""
                        select code from sluice.party
                         where kind = 'BANK' or demo and supplier is not null
                         order by kind = 'BANK' desc, code
                        """).query(String.class).list();
    }

    /**
     * Makes a party of the supplier whose code this is in lower case.
     *
     * @return false if there is no such supplier
     */
    @Transactional
    public boolean isSupplier(String party) {
        var code = party.toUpperCase(Locale.ROOT);
        jdbc.sql("""
                        insert into sluice.party (code, kind, name_zh, name_en, supplier)
                        select lower(code), 'SUPPLIER', name_zh, name_en, id from sluice.supplier where code = ?
                        on conflict do nothing
                        """).param(code).update();
        return jdbc.sql("select exists(select from sluice.party where code = ? and supplier is not null)")
                .param(party)
                .query(Boolean.class)
                .single();
    }

    /** Where the house asks the bank's worker about peers' lists. */
    @Transactional
    public void registerDoor(String party, String address) {
        jdbc.sql("update sluice.worker_party set query_door = ? where party = ?")
                .params("http://" + address, party)
                .update();
    }

    /** Whether something of the supplier is in use, on which a list of it can stand. */
    @Transactional(readOnly = true)
    public boolean isInUse(String party) {
        return productInUse(party).isPresent();
    }

    private Optional<UUID> productInUse(String party) {
        return jdbc.sql("""
                        select d.id from sluice.party p join sluice.data_product d on d.supplier = p.supplier
                        join sluice.usage_grant g on g.product = d.id and g.state = 'ACTIVE'
                        where p.code = ? and d.state = 'LISTED' and d.subject_type = 'ENTERPRISE' order by d.code limit 1
                        """).param(party).query(UUID.class).optional();
    }

    /** A list of the supplier about firms, which is credit information. */
    @Transactional
    public void registerList(String party, String name, String address) {
        productInUse(party)
                .ifPresent(product ->
                        jdbc.sql("""
                        insert into sluice.hidden_list (party, name, address, product, credit_information)
                        values (?, ?, ?, ?, true)
                        on conflict (party, name) do update set address = excluded.address
                        """).params(party, name, address, product).update());
    }

    /** Writes what is new; whoever closed a worker keeps it closed. */
    @Transactional
    public void register(String party, String address, String tokenHash) {
        jdbc.sql("""
                        insert into sluice.worker_party (party, address, token_hash) values (?, ?, ?)
                        on conflict (party) do update
                           set address = excluded.address, token_hash = excluded.token_hash
                         where (worker_party.address, worker_party.token_hash)
                               is distinct from (excluded.address, excluded.token_hash)
                        """).params(party, address, tokenHash).update();
    }
}
