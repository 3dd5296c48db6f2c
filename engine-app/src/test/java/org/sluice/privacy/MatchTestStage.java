package org.sluice.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.PrivacyJobPartyProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two parties with workers, and match tests between them. */
public class MatchTestStage {

    public static final String BANK = "bank";
    public static final String SUPPLIER = "supplier-a";
    public static final String BANK_DATA = "companies@" + "1".repeat(64);
    public static final String VALUED_DATA = "exposures@" + "3".repeat(64);
    public static final String SUPPLIER_DATA = "companies@" + "2".repeat(64);

    private final JdbcClient jdbc;
    private final MatchTests tests;
    private final WorkerParties parties;
    private final RuntimeService engine;
    private final ExternalTaskService tasks;
    private final TransactionTemplate transaction;

    public MatchTestStage(
            JdbcClient jdbc,
            MatchTests tests,
            WorkerParties parties,
            RuntimeService engine,
            ExternalTaskService tasks,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tests = tests;
        this.parties = parties;
        this.engine = engine;
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
    }

    public static String token(String party) {
        return "token-of-" + party;
    }

    /** The bank's worker and that of one supplier, with a data set each; told twice they stay the same. */
    public void enrol() {
        var supplier = supplier();
        jdbc.sql("""
                        insert into sluice.party (code, kind, name_zh, name_en, supplier)
                        values (?, 'SUPPLIER', '甲供应商', 'Supplier A', ?) on conflict do nothing
                        """).params(SUPPLIER, supplier).update();
        enrol(
                BANK,
                "127.0.0.1:9441",
                new WorkerParties.HeldDataSet(BANK_DATA, "companies", 20_000, false),
                new WorkerParties.HeldDataSet(VALUED_DATA, "exposures", 20_000, true));
        enrol(SUPPLIER, "127.0.0.1:9442", new WorkerParties.HeldDataSet(SUPPLIER_DATA, "companies", 50_000, false));
    }

    public UUID supplier() {
        return jdbc.sql("select id from sluice.supplier order by code limit 1")
                .query(UUID.class)
                .single();
    }

    private void enrol(String party, String address, WorkerParties.HeldDataSet... sets) {
        jdbc.sql("""
                        insert into sluice.worker_party (party, address, token_hash) values (?, ?, ?)
                        on conflict do nothing
                        """).params(party, address, sha256(token(party))).update();
        parties.hold(party, List.of(sets));
    }

    /** Orders a test and starts both parties' processes, as the caller's model will. */
    public UUID order(CaseId caseId, String attempt) {
        return transaction.execute(status -> {
            var job = tests.order(caseId, attempt, SUPPLIER, BANK_DATA, SUPPLIER_DATA);
            start(caseId, job, BANK);
            start(caseId, job, SUPPLIER);
            return job;
        });
    }

    private void start(CaseId caseId, UUID job, String party) {
        engine.startProcessInstanceByKey(
                PrivacyJobPartyProcess.KEY,
                caseId.toString(),
                Map.of(
                        PrivacyJobPartyProcess.CASE_ID.name(), caseId.toString(),
                        PrivacyJobPartyProcess.JOB_ID.name(), job.toString(),
                        PrivacyJobPartyProcess.PARTY_ID.name(), party));
    }

    /** Takes away what would wait for workers in other tests. */
    public void clear(CaseId caseId) {
        engine.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list().stream()
                .filter(instance -> instance.getTenantId() != null)
                .forEach(instance -> engine.deleteProcessInstance(instance.getId(), "test"));
    }

    /** The open external task of a party's part. */
    public ExternalTask task(UUID job, String party) {
        return tasks.createExternalTaskQuery().tenantIdIn(party).list().stream()
                .filter(task ->
                        job.toString().equals(engine.getVariable(task.getExecutionId(), MatchTestTopic.JOB.name())))
                .findFirst()
                .orElseThrow();
    }

    /** Figures of one run, as the bank's worker or as the supplier's tells them. */
    public static Map<String, Object> figures(String party, long bankSize, long supplierSize, long matched) {
        long own = party.equals(BANK) ? bankSize : supplierSize;
        long peer = party.equals(BANK) ? supplierSize : bankSize;
        return Map.of(
                MatchTestTopic.OWN_SIZE.name(),
                own,
                MatchTestTopic.PEER_SIZE.name(),
                peer,
                MatchTestTopic.MATCHED.name(),
                matched,
                MatchTestTopic.MATCH_RATE.name(),
                (double) matched / own,
                MatchTestTopic.BYTES.name(),
                5_000_000L,
                MatchTestTopic.SECONDS.name(),
                12.5,
                MatchTestTopic.RUNS.name(),
                1L,
                MatchTestTopic.TRANSCRIPT_HASH.name(),
                "ab".repeat(32));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
