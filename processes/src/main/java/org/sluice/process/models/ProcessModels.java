package org.sluice.process.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sluice.process.NotFound;
import org.sluice.process.access.UsageAuthorizationProcess;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.process.blacklist.SupplierSuspensionProcess;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.privacy.PrivacyJobPartyProcess;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyOrderPartyProcess;
import org.sluice.process.privacy.PrivacyStepProcess;
import org.sluice.process.procurement.ProcurementProcess;

/**
 * The process models of the house, by key. A model's names are English; for a Chinese reader they are replaced by those
 * of {@code <key>_zh.properties} beside it. Texts are read once and kept.
 */
public final class ProcessModels {

    /** Key to stage, which is the folder of the model and the package of its names. */
    private static final Map<String, String> STAGES = new TreeMap<>(Map.ofEntries(
            Map.entry(BlacklistLiftingProcess.KEY, "blacklist"),
            Map.entry(BlacklistListingProcess.KEY, "blacklist"),
            Map.entry(DataAdmissionProcess.KEY, "admission"),
            Map.entry(DataExitProcess.KEY, "exit"),
            Map.entry(EvaluationCycleProcess.KEY, "evaluation"),
            Map.entry(PrivacyJobPartyProcess.KEY, "privacy"),
            Map.entry(PrivacyJobProcess.KEY, "privacy"),
            Map.entry(PrivacyOrderPartyProcess.KEY, "privacy"),
            Map.entry(PrivacyStepProcess.KEY, "privacy"),
            Map.entry(ProcurementProcess.KEY, "procurement"),
            Map.entry(RequirementIntakeProcess.KEY, "intake"),
            Map.entry(SupplierAdmissionProcess.KEY, "admission"),
            Map.entry(SupplierBlacklistProcess.KEY, "blacklist"),
            Map.entry(SupplierSuspensionProcess.KEY, "blacklist"),
            Map.entry(UsageAuthorizationProcess.KEY, "access")));

    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

    private ProcessModels() {}

    /** Keys of all models, in alphabetical order. */
    public static List<String> keys() {
        return List.copyOf(STAGES.keySet());
    }

    /**
     * Where the model stands on the class path; the engine deploys it from there.
     *
     * @throws NotFound when there is no such model
     */
    public static String path(String key) {
        return base(key) + ".bpmn";
    }

    /**
     * The model with its diagram: names in English for English, in Chinese for everything else. It is meant to be
     * drawn; what the engine runs is {@link #path}.
     *
     * @throws NotFound when there is no such model
     */
    public static String xml(String key, Locale locale) {
        var english = "en".equals(locale.getLanguage());
        return DRAWN.computeIfAbsent(key + (english ? "_en" : "_zh"), drawn -> english ? text(key) : chinese(key));
    }

    private static String chinese(String key) {
        var names = new Properties();
        try (var in = open(base(key) + "_zh.properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return NameOverlay.apply(text(key), names);
    }

    private static String text(String key) {
        try (var in = open(path(key))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base(String key) {
        var stage = STAGES.get(key);
        if (stage == null) {
            throw new NotFound("process", key);
        }
        return "processes/" + stage + "/" + key;
    }

    private static InputStream open(String path) {
        var in = ProcessModels.class.getClassLoader().getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(path + " is missing on the class path");
        }
        return in;
    }
}
