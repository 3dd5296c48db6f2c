package org.sluice.worker;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.sluice.worker.bench.Bench;
import org.sluice.worker.bench.BenchParty;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.data.Schema;
import org.sluice.worker.jobs.Outcomes;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.orders.PrivacyOrders;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Certificates;
import org.sluice.worker.party.EngineKey;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.SigningSuite;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.door.QueryToken;
import org.sluice.worker.query.served.DemoList;
import org.sluice.worker.query.served.MeterReport;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.receipt.Verification;
import org.sluice.worker.shell.Shell;

/** The command line. Every command answers with JSON, one object a line; what goes wrong is said in Chinese and English. */
public final class WorkerMain {

    private static final int USAGE = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VERIFY = "verify-receipts";
    private static final String VERIFY_USAGE =
            VERIFY + " <receipt> [<receipt of the peer>] [--key <certificate,…>] [--trust <folder>]";

    /** The commands and what stands behind them. */
    private static final Map<String, String> USAGES = new TreeMap<>(
            Map.ofEntries(
                    entry(
                            "init",
                            "init <folder> --party <id> [--engine <url>] [--listen <host:port>] [--suite <standard|national>]"),
                    entry("trust", "trust <folder> <certificate of the peer> [--replace]"),
                    entry("trust-engine", "trust-engine <folder> <public key of the engine> [--replace]"),
                    entry("data", "data <folder>"),
                    entry(
                            "demo-data",
                            "demo-data <folder> --name <name> [--from <n>] [--rows <n>] [--seed <n>] [--schema <uscc|id-number>] [--values]"),
                    entry(
                            "demo-list",
                            "demo-list <folder> --name <name> [--from <n>] [--rows <n>] [--seed <n>] [--peers <party,…>] [--evaluations <n>]"),
                    entry("meter", "meter <folder>"),
                    entry("run", "run <folder> [--engine <url>] [--listen <host:port>] [--further] [--end-with-stdin]"),
                    entry("receipt", "receipt <folder> <job>"),
                    entry(VERIFY, VERIFY_USAGE),
                    entry(
                            "bench",
                            "bench [--protocol <name,…|all>] [--size <n>] [--rounds <n>] [--provider <name>] [--heap <size>]"),
                    entry(
                            "bench-party",
                            "bench-party <folder> --protocol <name> --role <LEARNER|RESPONDER> --size <n> --rounds <n> --provider <name> --peer <host:port>")));

    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    private WorkerMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new WorkerMain(out).run(Arrays.asList(arguments));
        } catch (Problem problem) {
            PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            err.println(problem.notice().chinese());
            err.println(problem.notice().english());
            System.exit(USAGE);
        }
    }

    private void run(List<String> arguments) throws InterruptedException {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        String usage = USAGES.get(command);
        if (usage == null) {
            throw new Problem(NoticeCode.COMMAND_UNKNOWN, command, String.join("; ", USAGES.values()));
        }
        Options options = new Options(usage, arguments.subList(1, arguments.size()));
        switch (command) {
            case "init" -> init(options);
            case "trust" -> trust(options);
            case "trust-engine" -> trustEngine(options);
            case "data" -> data(WorkerFolder.of(options.folder()));
            case "demo-data" -> demoData(options);
            case "demo-list" -> demoList(options);
            case "meter" -> new MeterReport(WorkerFolder.of(options.folder())).run(this::say);
            case "receipt" -> receipt(options);
            case VERIFY -> verify(options);
            case "run" -> work(options);
            case "bench-party" -> benchParty(options);
            default -> bench(options);
        }
    }

    private void init(Options options) {
        Path root = options.folder();
        PartyId party = options.required("--party", PartyId::new);
        String engine = options.orElse("--engine", "http://localhost:8080/engine-rest", text -> text);
        Address listen = options.orElse("--listen", "127.0.0.1:9440", Address::parse);
        SigningSuite suite = options.orElse("--suite", "standard", WorkerMain::suite);
        WorkerFolder folder = WorkerFolder.create(root);
        Settings.writeTemplate(folder, engine, listen.toString());
        QueryToken.of(folder, random);
        Identity identity = Identity.create(folder, party, suite, clock.instant(), random);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("party", party.name());
        line.put("certificate", folder.certificate().toString());
        line.put("fingerprint", Certificates.fingerprint(identity.certificate()));
        line.put("receipts", suite.word());
        say(line);
    }

    private static SigningSuite suite(String name) {
        return switch (name) {
            case "standard" -> SigningSuite.ED25519;
            case "national" -> SigningSuite.SM2;
            default -> throw new IllegalArgumentException("it must be standard or national");
        };
    }

    /** As it was signed, for a file: {@code verify-receipts} reads it anywhere. */
    private void receipt(Options options) {
        WorkerFolder folder = WorkerFolder.of(options.folder());
        String job = options.place(1, "job");
        UUID id;
        try {
            id = UUID.fromString(job);
        } catch (IllegalArgumentException noId) {
            throw new Problem(NoticeCode.OPTION_WRONG, "job", job, "it must be the id of a job");
        }
        UUID run = PrivacyOrders.runOf(id, folder, random).orElse(id);
        out.println(
                new Outcomes(folder).receiptOf(run).orElseThrow(() -> new Problem(NoticeCode.RECEIPT_MISSING, job)));
    }

    private void verify(Options options) {
        List<Path> receipts = options.places().stream().map(Path::of).toList();
        options.place(0, "receipt");
        if (receipts.size() > 2) {
            throw new Problem(NoticeCode.OPTION_WRONG, "receipt", receipts.get(2), "there are at most two");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        if (options.has("--key")) {
            for (String file : options.required("--key", text -> text).split(",")) {
                certificates.add(Certificates.read(Path.of(file)));
            }
        }
        if (options.has("--trust")) {
            WorkerFolder folder = WorkerFolder.of(options.required("--trust", Path::of));
            certificates.add(Certificates.read(folder.certificate()));
            certificates.addAll(new Trust(folder).all());
        }
        if (certificates.isEmpty()) {
            throw new Problem(NoticeCode.OPTION_MISSING, "--key, --trust", VERIFY_USAGE);
        }
        int code = Verification.with(certificates).run(receipts, this::say);
        if (code != Verification.AGREE) {
            System.exit(code);
        }
    }

    private void trust(Options options) {
        WorkerFolder folder = WorkerFolder.of(options.folder());
        Path file = Path.of(options.place(1, "certificate"));
        PartyId peer = new Trust(folder).add(file, options.has("--replace"));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("trusts", peer.name());
        line.put("fingerprint", Certificates.fingerprint(Certificates.read(file)));
        say(line);
    }

    private void trustEngine(Options options) {
        WorkerFolder folder = WorkerFolder.of(options.folder());
        Path file = Path.of(options.place(1, "public key"));
        EngineKey key = EngineKey.add(folder, file, options.has("--replace"));
        say(Map.of("trusts", "engine", "fingerprint", key.fingerprint()));
    }

    private void data(WorkerFolder folder) {
        DataSets sets = new DataSets(folder);
        sets.names().forEach(name -> describe(sets.read(name)));
    }

    private void describe(DataSet set) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", set.handle().name());
        line.put("handle", set.handle().toString());
        line.put("schema", set.schema().column());
        line.put("size", set.size());
        line.put("rows", set.rows());
        line.put("valued", set.values().isPresent());
        say(line);
    }

    private void demoData(Options options) {
        WorkerFolder folder = WorkerFolder.of(options.folder());
        String name = options.required("--name", text -> text);
        Schema schema = options.orElse("--schema", "uscc", text -> Schema.of(text)
                .orElseThrow(() -> new IllegalArgumentException("it must be uscc or id-number")));
        DemoData.write(
                folder,
                name,
                new DemoData.Window(
                        schema,
                        options.number("--seed", 2026),
                        options.number("--from", 0),
                        options.number("--rows", 20_000),
                        options.has("--values")));
        describe(new DataSets(folder).read(name));
    }

    private void demoList(Options options) {
        WorkerFolder folder = WorkerFolder.of(options.folder());
        ListName name = options.required("--name", ListName::new);
        String peers = options.orElse("--peers", "bank", text -> text);
        int rows = options.number("--rows", 1_000_000);
        int evaluations = options.number("--evaluations", 10_000);
        DemoData.Window window =
                new DemoData.Window(Schema.USCC, options.number("--seed", 2026), options.number("--from", 0), rows);
        new DemoList(folder, name).write(window, peers, evaluations);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("list", name.name());
        line.put("rows", rows);
        line.put("peers", peers);
        line.put("evaluationsPerDay", evaluations);
        say(line);
    }

    private void work(Options options) throws InterruptedException {
        boolean further = options.has("--further");
        String log = further
                ? "further-"
                        + options.required("--listen", WorkerMain::reachable)
                                .toString()
                                .replaceAll("[^\\w.]", "-")
                : "";
        WorkerFolder folder = WorkerFolder.of(options.folder());
        // Before the first logger is made: each worker writes a log of its own.
        System.setProperty("sluice.worker.log", folder.log().resolve(log).toString());
        System.setProperty("logback.configurationFile", "org/sluice/worker/worker-log.xml");
        // The client would read serialized objects if an engine sent some; nothing here needs one.
        ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
        Settings settings = settings(folder, options);
        Worker worker = further
                ? Worker.openFurther(folder, settings, clock, random)
                : Worker.open(folder, settings, clock, random);
        Shell shell = worker.takeTasks();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            shell.close();
            worker.close();
        }));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ready", true);
        line.put("party", worker.identity().party().name());
        line.put("listen", worker.address().toString());
        worker.queriesAddress().ifPresent(address -> line.put("queries", address.toString()));
        say(line);
        if (options.has("--end-with-stdin")) {
            drain(System.in);
            System.exit(0);
        }
        new CountDownLatch(1).await();
    }

    /** Where a worker says of itself that peers reach it, beside another in its folder. */
    private static Address reachable(String text) {
        Address address = Address.parse(text);
        try {
            if (address.port() == 0 || InetAddress.getByName(address.host()).isAnyLocalAddress()) {
                throw new IllegalArgumentException(
                        "it must be one address, with a port, at which peers reach this worker");
            }
            return address;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("its host is not known", unknown);
        }
    }

    /** What the command says goes before what the folder says. */
    private static Settings settings(WorkerFolder folder, Options options) {
        Settings written = Settings.read(folder);
        return written.at(
                options.orElse("--engine", written.engine().toString(), Settings::url),
                options.orElse("--listen", written.listen().toString(), Address::parse));
    }

    /** Returns when whoever started this process has gone, whatever ended it: the system then closes the pipe. */
    private static void drain(InputStream in) {
        try {
            while (in.read() >= 0) {
                // what is written there means nothing
            }
        } catch (IOException closed) {
            // as good as its end
        }
    }

    private void bench(Options options) throws InterruptedException {
        new Bench(clock, random)
                .run(
                        new Bench.Wanted(
                                options.orElse("--protocol", "all", WorkerMain::measurable),
                                options.number("--size", 0),
                                options.number("--rounds", 4),
                                options.orElse("--provider", "auto", text -> text),
                                options.orElse("--heap", "2g", text -> text)),
                        this::say);
    }

    private static String measurable(String protocols) {
        if (!Bench.measures(protocols)) {
            throw new IllegalArgumentException(Bench.choice());
        }
        return protocols;
    }

    /** One side of a measurement; {@code bench} starts it. */
    private void benchParty(Options options) throws InterruptedException {
        new BenchParty(clock, random)
                .run(
                        new BenchParty.Orders(
                                options.folder(),
                                options.required("--protocol", WorkerMain::measurable),
                                options.required("--role", text -> text).equals("LEARNER"),
                                options.number("--size", 0),
                                options.number("--rounds", 1),
                                options.orElse("--provider", "auto", text -> text),
                                options.required("--peer", Address::parse)),
                        this::say);
    }

    private void say(Object line) {
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
