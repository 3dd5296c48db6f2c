package org.sluice.worker.query.served;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Spelling;

/**
 * An invented list for demonstrations: the companies that {@link DemoData} invents for the same window, spelled as untidily,
 * each with an invented risk that depends on the company alone.
 */
public record DemoList(WorkerFolder folder, ListName name) {

    private static final List<String> RISKS = List.of(
            "LICENCE-RESTRICTED",
            "LICENCE-REVOKED",
            "TAX-ARREARS",
            "LITIGATION",
            "ASSETS-FROZEN",
            "ADDRESS-UNKNOWN",
            "ANNUAL-REPORT-MISSING",
            "经营异常");

    /** Writes the list and the file that says who may ask; refuses to replace a list. */
    public void write(DemoData.Window window, String peers, long evaluations) {
        ListFile file = new ListFile(folder.lists(), name);
        if (Files.exists(file.csv())) {
            throw new Problem(NoticeCode.FILE_TAKEN, file.csv());
        }
        try {
            WorkerFolder.directory(folder.lists());
            String terms = ListTerms.PEERS + "=" + peers + "\n" + ListTerms.EVALUATIONS + "=" + evaluations + "\n";
            WorkerFolder.write(file.properties(), terms.getBytes(StandardCharsets.UTF_8));
            write(file.csv(), window);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** By way of a data set in a folder of its own, since that is how companies are invented. */
    private void write(Path csv, DemoData.Window window) throws IOException {
        // what a killed command has left goes first
        WorkerFolder draft = new WorkerFolder(folder.lists().resolve(name + ".draft"));
        WorkerFolder.remove(draft.root());
        WorkerFolder.directory(draft.root());
        Path companies = WorkerFolder.directory(draft.data()).resolve(name + ".csv");
        DemoData.write(draft, name.name(), window);
        try (BufferedReader lines = Files.newBufferedReader(companies)) {
            WorkerFolder.write(csv, out -> write(lines, out));
        } finally {
            WorkerFolder.remove(draft.root());
        }
    }

    private static void write(BufferedReader companies, OutputStream out) throws IOException {
        companies.readLine();
        out.write((ListFile.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        for (String line = companies.readLine(); line != null; line = companies.readLine()) {
            out.write((line + "," + risk(Spelling.normalised(line)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Some risk, and a month of the last two years. */
    static String risk(String company) {
        int chosen = company.hashCode() & Integer.MAX_VALUE;
        int month = chosen / RISKS.size() % 24;
        return "%s;%d-%02d".formatted(RISKS.get(chosen % RISKS.size()), 2025 + month / 12, month % 12 + 1);
    }
}
