package org.sluice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sluice: one process that holds the engine, the API and the screens. */
@SpringBootApplication(proxyBeanMethods = false)
public class SluiceApplication {

    /** Starts the product; ends the JVM at once, with a status, when it may not or can not start. */
    public static void main(String[] args) {
        int status = new Launch(args, System.err).start();
        if (status != Launch.STARTED) {
            System.exit(status);
        }
    }
}
