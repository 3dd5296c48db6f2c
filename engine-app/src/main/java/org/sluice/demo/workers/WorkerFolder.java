package org.sluice.demo.workers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * One worker's folder, from outside: what is missing is made by the worker's own commands, and what is there stays. Its
 * token for the house is made here.
 */
record WorkerFolder(String party, Path root) {

    private static final String HERE = "127.0.0.1";
    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_BYTES = 32;

    boolean exists() {
        return Files.exists(certificate());
    }

    private Path certificate() {
        return root.resolve("identity").resolve("party.crt");
    }

    void create(WorkerProgram program, String engine) throws IOException, InterruptedException {
        if (!exists()) {
            var place = HERE + ":" + freePort();
            program.run("init", root.toString(), "--party", party, "--engine", engine, "--listen", place);
        }
    }

    /** Takes the other's certificate over, unless it is the one that is trusted already. */
    void trust(WorkerProgram program, WorkerFolder peer) throws IOException, InterruptedException {
        var known = root.resolve("trust").resolve(peer.party + ".crt");
        if (!Files.exists(known) || Files.mismatch(known, peer.certificate()) >= 0) {
            program.run("trust", root.toString(), peer.certificate().toString(), "--replace");
        }
    }

    /** Takes over the key with which the house signs orders, unless it is the one that is trusted already. */
    void trustHouse(WorkerProgram program, Path key) throws IOException, InterruptedException {
        var known = root.resolve("trust").resolve("engine.pem");
        if (!Files.exists(known) || Files.mismatch(known, key) >= 0) {
            program.run("trust-engine", root.toString(), key.toString(), "--replace");
        }
    }

    /**
     * Invented companies.
     *
     * @param values whether an amount stands beside each
     */
    record Companies(String name, int from, int rows, boolean values) {}

    /** Gives invented companies to a worker that has none, each set that is missing. */
    void fill(WorkerProgram program, Companies... sets) throws IOException, InterruptedException {
        for (var set : sets) {
            if (Files.exists(root.resolve("data").resolve(set.name() + ".csv"))) {
                continue;
            }
            var command = new ArrayList<>(List.of("demo-data", root.toString(), "--name", set.name()));
            command.addAll(List.of("--from", String.valueOf(set.from()), "--rows", String.valueOf(set.rows())));
            if (set.values()) {
                command.add("--values");
            }
            program.run(command.toArray(String[]::new));
        }
    }

    /**
     * What the house keeps of the worker's token; the token itself, of 256 bits, stands in the folder alone.
     *
     * @return SHA-256 in hexadecimal digits
     */
    String tokenHash(SecureRandom random) throws IOException {
        var file = root.resolve("engine-credential");
        var credential = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!credential.startsWith(SCHEME)) {
            var token = new byte[TOKEN_BYTES];
            random.nextBytes(token);
            credential = SCHEME + HexFormat.of().formatHex(token);
            writeForOwner(file, credential + "\n");
        }
        return sha256(credential.substring(SCHEME.length()).strip());
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Invents a list that peers may ask, unless there is one of this name. */
    void list(WorkerProgram program, String name, int rows) throws IOException, InterruptedException {
        if (!hasList(name)) {
            program.ofLists().run("demo-list", root.toString(), "--name", name, "--rows", String.valueOf(rows));
        }
    }

    /** Whether its house asks other parties' lists through it, from an earlier start perhaps. */
    boolean hasDoor() throws IOException {
        return !setting("queries.door").isEmpty();
    }

    boolean hasList(String name) {
        return Files.exists(root.resolve("lists").resolve(name + ".csv"));
    }

    /** Where its settings say that peers reach it. */
    String address() throws IOException {
        return setting("listen");
    }

    private String setting(String name) throws IOException {
        var settings = new Properties();
        try (var text = Files.newBufferedReader(settingsFile())) {
            settings.load(text);
        }
        return settings.getProperty(name, "").strip();
    }

    private Path settingsFile() {
        return root.resolve("worker.properties");
    }

    /** The place of this machine that a setting names, if nobody listens there; else a new one, which is written down. */
    String place(String setting) throws IOException {
        var written = setting(setting);
        var place = freeAddress(written);
        if (!place.equals(written)) {
            var lines = Files.readAllLines(settingsFile()).stream()
                    .filter(line -> !line.startsWith(setting + "="))
                    .collect(Collectors.toCollection(ArrayList::new));
            lines.add(setting + "=" + place);
            Files.write(settingsFile(), lines);
        }
        return place;
    }

    /** The first of these that nobody listens at, else a new one on this machine. */
    static String freeAddress(String... wanted) throws IOException {
        return Arrays.stream(wanted).filter(WorkerFolder::isFree).findFirst().orElse(HERE + ":" + freePort());
    }

    private static boolean isFree(String address) {
        var parts = address.split(":");
        if (parts.length != 2 || !parts[1].matches("[1-9][0-9]{0,4}")) {
            return false;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getAllByName(parts[0])[0], Integer.parseInt(parts[1])));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
