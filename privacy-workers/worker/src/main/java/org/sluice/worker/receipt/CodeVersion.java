package org.sluice.worker.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Which code computes here: the build's version, with the commit where the build was told it. */
public record CodeVersion(String text) {

    private static final String VERSION = "Sluice-Worker-Version";
    private static final String COMMIT = "Sluice-Worker-Commit";

    /** Out of a jar that says it; classes run without a jar are nobody's release, and say so. */
    private static final String UNPACKAGED = "unpackaged";

    /** As the manifest of the jar says that holds this class. */
    public static CodeVersion present() {
        try {
            List<URL> manifests =
                    Collections.list(CodeVersion.class.getClassLoader().getResources("META-INF/MANIFEST.MF"));
            for (URL manifest : manifests) {
                try (InputStream content = manifest.openStream()) {
                    Optional<CodeVersion> version = of(new Manifest(content));
                    if (version.isPresent()) {
                        return version.get();
                    }
                }
            }
            return new CodeVersion(UNPACKAGED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Optional<CodeVersion> of(Manifest manifest) {
        Attributes attributes = manifest.getMainAttributes();
        String commit =
                Optional.ofNullable(attributes.getValue(COMMIT)).orElse("").strip();
        return Optional.ofNullable(attributes.getValue(VERSION))
                .map(version -> new CodeVersion(commit.isEmpty() ? version : version + " " + commit));
    }
}
