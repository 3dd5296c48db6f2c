package org.sluice.demo.workers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder of one of the demo's workers: made once by the worker's own commands, and from then on taken over as it is.
 *
 * @param party what it is called by everybody
 */
record WorkerHome(Path folder, String party) {

    private static final int TOKEN_BYTES = 32;
    private static final String LOCAL = "127.0.0.1";
    private static final Pattern LISTEN = Pattern.compile("(?m)^listen=.*$");
    private static final Pattern ENGINE = Pattern.compile("(?m)^engine\\.url=.*$");

    /**
     * Identity, keys and identifiers, where they are not there yet.
     *
     * @param rows how many identifiers it holds
     * @param from where they begin in the endless list of the demo's identifiers
     */
    void furnish(WorkerProgram program, String dataSet, int rows, int from) throws IOException, InterruptedException {
        if (!Files.exists(certificate())) {
            Files.createDirectories(folder.getParent());
            program.command("init", folder.toString(), "--party", party);
        }
        if (!Files.exists(folder.resolve("data").resolve(dataSet + ".csv"))) {
            program.command(
                    "demo-data",
                    folder.toString(),
                    "--name",
                    dataSet,
                    "--rows",
                    String.valueOf(rows),
                    "--from",
                    String.valueOf(from));
        }
    }

    void trusts(WorkerProgram program, WorkerHome peer) throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("trust").resolve(peer.party() + ".crt"))) {
            program.command("trust", folder.toString(), peer.certificate().toString());
        }
    }

    private Path certificate() {
        return folder.resolve("identity/party.crt");
    }

    /**
     * Where its peers reach it: as before if that port is free, else at another one. Two houses on one machine do not
     * fight for ports then.
     *
     * @param taken addresses that others of this house have been given, whether they listen yet or not
     */
    String settle(String engine, Set<String> taken) throws IOException {
        var file = folder.resolve("worker.properties");
        var settings = Files.readString(file);
        var found = LISTEN.matcher(settings);
        var address = found.find() ? found.group().substring("listen=".length()).strip() : "";
        while (taken.contains(address) || !isFree(address)) {
            address = LOCAL + ":" + freePort();
        }
        settings = LISTEN.matcher(settings).replaceFirst("listen=" + address);
        settings = ENGINE.matcher(settings).replaceFirst("engine.url=" + engine);
        Files.writeString(file, settings);
        return address;
    }

    private static boolean isFree(String address) {
        int colon = address.lastIndexOf(':');
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(colon + 1))));
            return colon > 0 && probe.getLocalPort() != 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** A new token in the folder, readable by its owner alone; the house keeps no more of it than a hash. */
    String token(SecureRandom random) throws IOException {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        var file = folder.resolve("engine-credential");
        var draft = folder.resolve("engine-credential.new");
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, "Bearer " + token, StandardCharsets.US_ASCII);
        Files.move(
                draft,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return token;
    }
}
