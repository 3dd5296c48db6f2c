package org.sluice.worker.party;

/** Where a worker listens. */
public record Address(String host, int port) {

    /** @throws IllegalArgumentException if the text is not {@code host:port} */
    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("it must look like host:port");
        }
        return new Address(text.substring(0, colon), port(text.substring(colon + 1)));
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number up to 65535");
        }
        return port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
