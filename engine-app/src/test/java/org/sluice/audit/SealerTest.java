package org.sluice.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit chain: whole as long as nobody changes a row behind the product's back. */
@HouseTest
class SealerTest {

    @Autowired
    private Sealer sealer;

    @Autowired
    private NightlyCheck nightly;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void chainsEveryRowAndFindsOneThatWasChanged() {
        intakes.submitted();
        while (unsealed() > 0) {
            sealer.seal();
        }
        assertThat(sealer.check().broken()).isEmpty();

        var found = transaction.execute(status -> {
            // what a superuser could do: switch the guard off, change a row, and hope
            jdbc.sql("alter table sluice.audit_event disable trigger user").update();
            jdbc.sql(
                            "update sluice.audit_event set subject = 'something else' where id = (select min(id) from sluice.audit_event)")
                    .update();
            var broken = sealer.check().broken();
            status.setRollbackOnly();
            return broken;
        });

        assertThat(found).isNotEmpty();
        assertThat(sealer.check().broken()).isEmpty();
    }

    @Test
    void findsASealThatWasTakenAwayAndSaysSoOnRecord() {
        intakes.submitted();
        while (unsealed() > 0) {
            sealer.seal();
        }

        nightly.check();
        assertThat(lastCheck()).isEqualTo("audit.chainWhole");

        var found = transaction.execute(status -> {
            jdbc.sql("alter table sluice.audit_seal disable trigger user").update();
            jdbc.sql("delete from sluice.audit_seal where seq = 2").update();
            nightly.check();
            // what is on record is written before the commit, which is not to come
            TransactionSynchronizationUtils.triggerBeforeCommit(false);
            var said = lastCheck();
            status.setRollbackOnly();
            return said;
        });
        assertThat(found).isEqualTo("audit.chainBroken");
    }

    private String lastCheck() {
        return jdbc.sql("select action from sluice.audit_event where action like 'audit.%' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private long unsealed() {
        return jdbc.sql(
                        "select count(*) from sluice.audit_event e where not exists (select 1 from sluice.audit_seal s where s.event = e.id)")
                .query(Long.class)
                .single();
    }
}
