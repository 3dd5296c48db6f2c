package org.sluice.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.ui.tasks.TaskDesk;
import org.sluice.ui.tasks.TaskDesk.Filter;
import org.sluice.ui.tasks.TaskDesk.Scope;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page of the tasklist of a person who has a hundred tasks, and then ten thousand. */
final class FirstPage {

    private static final String PERSON = "data-intake";
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int PAGE = 50;
    private static final int CALLS = 100;

    private final OurSide ours;
    private final TaskDesk desk;
    private final JdbcClient jdbc;
    private final URI api;
    private final PrintStream out;

    private record Read(double first, Spread warm) {}

    FirstPage(OurSide ours, ApplicationContext house, PrintStream out) {
        this.ours = ours;
        desk = house.getBean(TaskDesk.class);
        jdbc = house.getBean(JdbcClient.class);
        api = URI.create("http://localhost:" + house.getEnvironment().getProperty("local.server.port")
                + "/api/v1/tasks?size=" + PAGE);
        this.out = out;
    }

    void measure() {
        out.printf("First page of the tasklist (%d lines), milliseconds: first call, then %d warm ones%n", PAGE, CALLS);
        for (int n = 0; n < FEW; n++) {
            ours.leadTo(ours.submit(), Task.WRITE_FEASIBILITY_NOTE);
        }
        var few = both();
        multiply(MANY / FEW - 1);
        var many = both();
        print("screen: page and its three counts", few.get(0), many.get(0));
        print("GET /api/v1/tasks", few.get(1), many.get(1));
        out.println();
    }

    private List<Read> both() {
        ours.signIn(PERSON);
        var open = desk.page(new Filter(Scope.MY_GROUPS, null, null, false), 0, PAGE);
        if (open.total() < FEW || open.items().size() < PAGE) {
            throw new IllegalStateException("Only " + open.total() + " tasks are open");
        }
        out.printf("  %d open tasks%n", open.total());
        return List.of(read(this::screen), read(this::api));
    }

    /** As the view asks when it is opened: what stands in its tabs, what the other tab holds, the lines. */
    private void screen() {
        desk.page(new Filter(Scope.MINE, null, null, false), 0, 1).total();
        desk.page(new Filter(Scope.MY_GROUPS, null, null, false), 0, 1).total();
        desk.page(new Filter(Scope.MINE, null, null, false), 0, 1).total();
        desk.page(new Filter(Scope.MY_GROUPS, null, null, false), 0, PAGE);
    }

    private final HttpClient http = HttpClient.newHttpClient();

    private void api() {
        var request = HttpRequest.newBuilder(api)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((PERSON + ":demo").getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Read read(Runnable call) {
        var first = millis(call);
        var warm = new ArrayList<Double>();
        for (int n = 0; n < CALLS; n++) {
            warm.add(millis(call));
        }
        return new Read(first, Spread.of(warm));
    }

    private static double millis(Runnable call) {
        var start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private void print(String what, Read few, Read many) {
        out.printf(
                "  %-34s %,6d: first %.1f, p50 %.1f, p95 %.1f   %,6d: first %.1f, p50 %.1f, p95 %.1f   ratio of p50 %.1f%n",
                what,
                FEW,
                few.first(),
                few.warm().median(),
                few.warm().p95(),
                MANY,
                many.first(),
                many.warm().median(),
                many.warm().p95(),
                many.warm().median() / few.warm().median());
    }

    /**
     * Copies every open case of the path so many times, with all of our rows that a tasklist reads: cover, requirement,
     * who did what, task and terms. The engine has none of them, since no list asks it.
     */
    private void multiply(int times) {
        jdbc.sql("""
                        create table public.figures_copy as
                        select t.case_id as old, t.id as old_task, gen_random_uuid() as new,
                               gen_random_uuid()::text as new_task, n
                        from sluice.task t cross join generate_series(1, ?) n
                        where t.state = 'OPEN' and t.key = 'writeFeasibilityNote'
                        """.replace("?", String.valueOf(times))).update();
        copy("case_file", "old = r.case_id", "case_id", "new", "number", "r.number || '-' || n");
        copy("requirement", "old = r.case_id", "case_id", "new", "requirement_no", "r.requirement_no || '-' || n");
        copy("case_participation", "old = r.case_id", "case_id", "new");
        copy("task", "old_task = r.id", "id", "new_task", "case_id", "new", "due", "r.due + n * interval '1 minute'");
        copy("task_term", "old_task = r.task", "task", "new_task");
        jdbc.sql("drop table public.figures_copy").update();
        // as the server's own housekeeping does some time after so many rows
        jdbc.sql(
                        "analyze sluice.case_file, sluice.requirement, sluice.case_participation, sluice.task, sluice.task_term")
                .update();
    }

    /** @param changed column and expression in turn */
    private void copy(String table, String on, String... changed) {
        var columns = jdbc.sql(
                        "select column_name from information_schema.columns where table_schema = 'sluice' and table_name = ? and is_generated = 'NEVER' order by ordinal_position")
                .param(table)
                .query(String.class)
                .list();
        var values = columns.stream()
                .map(column -> {
                    for (int n = 0; n < changed.length; n += 2) {
                        if (changed[n].equals(column)) {
                            return changed[n + 1];
                        }
                    }
                    return "r." + column;
                })
                .toList();
        jdbc.sql("insert into sluice." + table + " (" + String.join(", ", columns) + ") select "
                        + String.join(", ", values) + " from sluice." + table + " r join public.figures_copy on " + on)
                .update();
    }
}
