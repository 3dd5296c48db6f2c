package org.sluice.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sluice.process.NotFound;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.intake.RequirementIntakeProcess.Decision;

/** The decision tables of a rule book: their DMN, and what stands in them for people to read. Immutable. */
public final class DecisionTables {

    /** Level of one field; a product has the highest level of its fields. */
    public static final String SENSITIVITY_GRADING = "sensitivityGrading";

    /** By which technique data of several parties may be used. */
    public static final String PRIVACY_TECHNIQUE = "privacyTechnique";

    /** What becomes of a data product after findings and sample test. */
    public static final String ADMISSION_OUTCOME = "admissionOutcome";

    /** What becomes of a supplier after findings. */
    public static final String SUPPLIER_OUTCOME = "supplierOutcome";

    /** How a need is bought. */
    public static final String SOURCING_METHOD = "sourcingMethod";

    /** How long a supplier is on the blacklist. */
    public static final String BLACKLIST_DURATION = "blacklistDuration";

    /** Whether an entry of the blacklist may end before its term. */
    public static final String BLACKLIST_LIFTING = "blacklistLifting";

    /** Who approves a use of a listed product, and for how long it may hold. */
    public static final String USAGE_DECISION = "usageDecision";

    /** On which curve and by which method a set intersection or hidden query runs. */
    public static final String CRYPTO_SUITE = "cryptoSuite";

    private static final List<String> SHIPPED = List.of(
            Decision.INTAKE_TRIAGE,
            Decision.APPROVAL_LADDER,
            Decision.APPROVAL_ADD_ON,
            SENSITIVITY_GRADING,
            PRIVACY_TECHNIQUE,
            ADMISSION_OUTCOME,
            SUPPLIER_OUTCOME,
            SOURCING_METHOD,
            BLACKLIST_DURATION,
            BLACKLIST_LIFTING,
            EvaluationCycleProcess.Decision.SCORECARD,
            EvaluationCycleProcess.Decision.GRADE,
            EvaluationCycleProcess.Decision.RENEWAL,
            DataExitProcess.Decision.EXIT_URGENCY,
            USAGE_DECISION,
            CRYPTO_SUITE);

    private final SortedMap<String, String> texts;
    private final Map<String, DecisionTable> tables = new TreeMap<>();

    private DecisionTables(SortedMap<String, String> texts) {
        this.texts = texts;
        texts.forEach((key, dmn) -> tables.put(key, DecisionTable.read(dmn)));
    }

    /**
     * Reads tables from their DMN, by key.
     *
     * @throws IllegalArgumentException when a text is no decision table, see {@link DecisionTable#read}
     */
    public static DecisionTables of(Map<String, String> texts) {
        return new DecisionTables(new TreeMap<>(texts));
    }

    /** Reads the tables that the house ships from the class path. */
    public static DecisionTables shipped() {
        var texts = new TreeMap<String, String>();
        SHIPPED.forEach(key -> texts.put(key, load(key)));
        return new DecisionTables(texts);
    }

    /** Keys of all tables, in alphabetical order. */
    public List<String> keys() {
        return List.copyOf(texts.keySet());
    }

    /**
     * Where a table stands on the class path; the engine deploys it from there.
     *
     * @throws NotFound when there is no such table
     */
    public String path(String key) {
        xml(key);
        return pathOf(key);
    }

    /**
     * The table as DMN.
     *
     * @throws NotFound when there is no such table
     */
    public String xml(String key) {
        return present(key, texts);
    }

    /**
     * The table for people.
     *
     * @throws NotFound when there is no such table
     */
    public DecisionTable table(String key) {
        return present(key, tables);
    }

    /**
     * SHA-256 in lower-case hexadecimals over keys and texts of all tables, in the order of {@link #keys}. It changes
     * whenever any letter of any table changes, and does not depend on how the check-out ends its lines.
     */
    public String contentHash() {
        return contentHash(texts);
    }

    static String contentHash(Map<String, String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(texts).forEach((key, dmn) -> {
                update(digest, key);
                update(digest, dmn);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length in front, so that no letter can move from one text to the next unseen. */
    private static void update(MessageDigest digest, String text) {
        var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static <T> T present(String key, Map<String, T> from) {
        var value = from.get(key);
        if (value == null) {
            throw new NotFound("decision", key);
        }
        return value;
    }

    private static String pathOf(String key) {
        return "decisions/" + key + ".dmn";
    }

    private static String load(String key) {
        try (var in = DecisionTables.class.getClassLoader().getResourceAsStream(pathOf(key))) {
            if (in == null) {
                throw new IllegalStateException(pathOf(key) + " is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
