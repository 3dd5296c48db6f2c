package org.sluice;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sluice: one process that holds the engine, the API and the screens. */
@SpringBootApplication(proxyBeanMethods = false)
public class SluiceApplication {

    /** Starts the product; ends the JVM at once, with a status, when it may not or can not start. */
    public static void main(String[] args) {
        // Texts in two languages: whatever the machine's encoding is, both must be readable.
        var console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = new Launch(args, console).start();
        if (status != Launch.STARTED) {
            System.exit(status);
        }
    }
}
