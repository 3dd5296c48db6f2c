package org.sluice.privacy.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.PartyLines;
import org.sluice.privacy.PartyProgress;
import org.sluice.privacy.PartyWork;
import org.sluice.privacy.WorkerParties;
import org.sluice.privacy.process.PartyAddresses;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.shared.Json;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the engine's API has no room for: how far a worker is, and what data sets it holds. */
@RestController
@RequestMapping("/worker/v1")
class WorkerController {

    private static final long MOST = 1L << 50;
    private static final int LONGEST_WORDS = 500;
    private static final int MOST_DATA_SETS = 200;
    private static final int LONGEST_NAME = 63;
    private static final int GREATEST_PORT = 65_535;
    private static final String HANDLE = "[a-z0-9][a-z0-9-]{0,62}@[0-9a-f]{64}";

    /** @param zh why it waits; only then, and with {@code en} */
    record ProgressReport(
            @Nullable MatchTestStep step,
            @Nullable Long done,
            @Nullable Long total,
            @Nullable Long bytes,
            @Nullable String zh,
            @Nullable String en) {}

    record DataSetReport(
            @Nullable String handle,
            @Nullable String name,
            @Nullable Long rows,
            @Nullable Boolean valued) {}

    record LineReport(@Nullable String peer, @Nullable Double megabits) {}

    /** @param address {@code host:port} */
    record AddressReport(@Nullable String address) {}

    private final PartyProgress progress;
    private final WorkerParties parties;
    private final PartyAddresses addresses;
    private final PartyLines lines;
    private final Json json;

    WorkerController(
            PartyProgress progress, WorkerParties parties, PartyAddresses addresses, PartyLines lines, Json json) {
        this.progress = progress;
        this.parties = parties;
        this.addresses = addresses;
        this.lines = lines;
        this.json = json;
    }

    @PutMapping("/progress/{externalTask}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void progress(
            @AuthenticationPrincipal WorkerIdentity worker,
            @PathVariable String externalTask,
            @RequestBody JsonNode body) {
        progress.mayTell(worker.party(), externalTask);
        var report = json.posted(body, ProgressReport.class);
        var waits = report.step() == MatchTestStep.WAITING;
        new Problems()
                .required("step", report.step())
                .required("done", report.done())
                .between("done", report.done(), 0, report.total() == null ? MOST : report.total())
                .required("total", report.total())
                .between("total", report.total(), 0, MOST)
                .required("bytes", report.bytes())
                .between("bytes", report.bytes(), 0, MOST)
                .when(unfit(report.zh(), waits), "zh", "wordsOfWorker", LONGEST_WORDS)
                .when(unfit(report.en(), waits), "en", "wordsOfWorker", LONGEST_WORDS)
                .when(waits && (report.zh() == null) != (report.en() == null), "zh", "required")
                .orThrow();
        progress.tell(worker.party(), externalTask, at(report));
    }

    private static boolean unfit(@Nullable String words, boolean waits) {
        return words != null
                && (!waits
                        || words.isBlank()
                        || words.codePointCount(0, words.length()) > LONGEST_WORDS
                        || words.chars().anyMatch(Character::isISOControl));
    }

    private static PartyWork.Report at(ProgressReport report) {
        return new PartyWork.Report(
                Objects.requireNonNull(report.step()),
                Objects.requireNonNull(report.done()),
                Objects.requireNonNull(report.total()),
                Objects.requireNonNull(report.bytes()),
                report.zh() == null || report.en() == null ? null : new LocalText(report.zh(), report.en()));
    }

    /** A further worker says where peers reach it; again and again, while it is there. */
    @PutMapping("/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void address(@AuthenticationPrincipal WorkerIdentity worker, @RequestBody JsonNode body) {
        var report = json.posted(body, AddressReport.class);
        new Problems()
                .required("address", report.address())
                .when(report.address() != null && !isAddress(report.address()), "address", "addressOfWorker")
                .orThrow();
        addresses.tell(worker.party(), Objects.requireNonNull(report.address()));
    }

    private static boolean isAddress(String text) {
        return text.matches(WorkerIdentity.ADDRESS)
                && Integer.parseInt(text.substring(text.lastIndexOf(':') + 1)) <= GREATEST_PORT;
    }

    /** The worker has measured the line to a peer, in megabits a second. */
    @PutMapping("/line")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void line(@AuthenticationPrincipal WorkerIdentity worker, @RequestBody JsonNode body) {
        var report = json.posted(body, LineReport.class);
        new Problems()
                .required("peer", report.peer())
                .required("megabits", report.megabits())
                .orThrow();
        lines.measured(
                worker.party(), Objects.requireNonNull(report.peer()), Objects.requireNonNull(report.megabits()));
    }

    @PutMapping("/data-sets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dataSets(@AuthenticationPrincipal WorkerIdentity worker, @RequestBody JsonNode body) {
        var problems = new Problems().when(!body.isArray(), "body", "unreadable");
        problems.between("body", body.size(), 0, MOST_DATA_SETS).orThrow();
        var sets = new ArrayList<WorkerParties.HeldDataSet>();
        var handles = new HashSet<String>();
        for (int i = 0; i < body.size(); i++) {
            var report = json.posted(body.get(i), DataSetReport.class);
            var place = "[" + i + "].";
            var handle = report.handle() == null ? "" : report.handle();
            var name = report.name() == null ? "" : report.name();
            problems.when(!handle.matches(HANDLE), place + "handle", "handleOfDataSet")
                    .when(!handles.add(handle), place + "handle", "taken", handle)
                    .required(place + "name", name)
                    .atMost(place + "name", name, LONGEST_NAME)
                    .required(place + "rows", report.rows())
                    .between(place + "rows", report.rows(), 0, MOST);
            sets.add(new WorkerParties.HeldDataSet(
                    handle, name, report.rows() == null ? 0 : report.rows(), Boolean.TRUE.equals(report.valued())));
        }
        problems.orThrow();
        parties.hold(worker.party(), List.copyOf(sets));
    }
}
