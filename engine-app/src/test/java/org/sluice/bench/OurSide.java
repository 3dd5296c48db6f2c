package org.sluice.bench;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.sluice.audit.SealedTrail;
import org.sluice.process.CaseId;
import org.sluice.process.TaskId;
import org.sluice.ui.intake.IntakeDesk;
import org.sluice.ui.tasks.TaskDesk;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The house: forms are sent and tasks completed at the desks, each by the person whose they are. */
final class OurSide implements Side {

    private record Open(TaskId id, String key, String group, String instance) {}

    private final IntakeDesk intake;
    private final TaskDesk tasks;
    private final UserDetailsService accounts;
    private final JdbcClient jdbc;
    private final ManagementService jobs;
    private final HistoryService history;
    private final SealedTrail trail;
    private final Map<String, UserDetails> sessions = new ConcurrentHashMap<>();

    OurSide(ApplicationContext house) {
        intake = house.getBean(IntakeDesk.class);
        tasks = house.getBean(TaskDesk.class);
        accounts = house.getBean(UserDetailsService.class);
        jdbc = house.getBean(JdbcClient.class);
        jobs = house.getBean(ManagementService.class);
        history = house.getBean(HistoryService.class);
        trail = new SealedTrail(house);
    }

    @Override
    public String name() {
        return "ours";
    }

    /** Puts so much money on the line that it bears all wishes of a run. */
    void endow() {
        jdbc.sql("""
                        with line as (
                            select code from sluice.budget_line
                            where source = 'LINE' and org_unit = 'HO' and business_line = ?
                        ), entry as (
                            insert into sluice.ledger_entry (reference, kind, at)
                            select 'figures:' || ? || code, 'APPROPRIATE', now() from line returning id, reference
                        )
                        insert into sluice.ledger_posting (entry, budget_line, bucket, amount)
                        select e.id, l.code, b.bucket, b.amount
                        from line l join entry e on e.reference like '%' || l.code
                        cross join (values ('APPROPRIATED', -9000000000), ('AVAILABLE', 9000000000)) b(bucket, amount)
                        """).params(IntakePath.LINE, UUID.randomUUID().toString()).update();
    }

    @Override
    public String lead() {
        var caseId = submit();
        var task = next(caseId);
        var instance = task.instance();
        while (task != null) {
            complete(task);
            task = next(caseId);
        }
        return instance;
    }

    /** Sends a wish; its owner is asked. */
    CaseId submit() {
        signIn("business-requester");
        return intake.submit(IntakePath.form(), UUID.randomUUID().toString()).caseId();
    }

    /** Leads a wish until this task is open. */
    void leadTo(CaseId caseId, String key) {
        for (var task = next(caseId); task != null && !task.key().equals(key); task = next(caseId)) {
            complete(task);
        }
    }

    private void complete(Open task) {
        signIn(task.group().toLowerCase(Locale.ROOT).replace('_', '-'));
        tasks.complete(task.id(), IntakePath.body(task.key()));
        Side.runJobs(jobs, task.instance());
    }

    @SuppressWarnings("NullAway")
    private Open next(CaseId caseId) {
        return jdbc.sql("""
                        select id, key, candidate_group, process_instance from sluice.task
                        where case_id = ? and state = 'OPEN' and process_key = 'requirement-intake'
                        """)
                .param(caseId.value())
                .query((row, n) -> new Open(
                        new TaskId(row.getString("id")),
                        row.getString("key"),
                        row.getString("candidate_group"),
                        row.getString("process_instance")))
                .optional()
                .orElse(null);
    }

    /** As a session that stands: who it is has been proved, and rights are read at each call as ever. */
    void signIn(String username) {
        var account = sessions.computeIfAbsent(username, accounts::loadUserByUsername);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
    }

    /** Chains what the steps have put on record. */
    @Override
    public void settle() {
        trail.seal();
    }

    @Override
    public HistoryService history() {
        return history;
    }
}
