package org.sluice.process.privacy;

import java.util.regex.Pattern;
import org.sluice.process.LocalText;

/** Both languages of what a worker says where the engine's API has room for one text: {@code [code] Chinese / English}. */
public final class WorkerWords {

    private static final Pattern BOTH = Pattern.compile("\\[[a-z0-9-]+] (.+?) / (.+)", Pattern.DOTALL);

    private WorkerWords() {}

    /** What is not written so is taken as it stands, for both. */
    public static LocalText read(String text) {
        var both = BOTH.matcher(text);
        return both.matches() ? new LocalText(both.group(1), both.group(2)) : new LocalText(text, text);
    }
}
