package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.protocol.Column;
import org.sluice.worker.SigningEngine.Wanted;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DemoData;
import org.sluice.worker.data.Schema;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.receipt.Comparison;

/** Jobs that add up the bank's own values over what both hold. */
@Timeout(120)
class SumOrdersTest extends TwoWorkers {

    private static final int FEWEST = 20;

    private final UUID job = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(CryptoSuite.class)
    void tellTheSumToWhoHoldsTheValuesAndTheNumberToBoth(CryptoSuite suite) throws IOException {
        companies(60, 30, 90);
        Wanted wanted = wanted(PrivacyStep.RUN).by(PrivacyMethod.ECDH, suite);

        List<Outcome> outcomes = both(wanted);
        Map<String, Object> bank = results(outcomes.get(0));
        Map<String, Object> supplier = results(outcomes.get(1));

        assertThat(bank).containsEntry("matched", 30L).doesNotContainKey("resultSum");
        assertThat(supplier).containsEntry("matched", 30L).doesNotContainKey("resultSum");
        for (String shared : List.of("transcriptHash", "bytes")) {
            assertThat(bank.get(shared)).isEqualTo(supplier.get(shared));
        }
        assertThat(Comparison.of(receipt(bank), receipt(supplier)).differences())
                .isEmpty();
        long sum = sumInTheClear();
        assertThat(receipt(bank).text()).doesNotContain(String.valueOf(sum));
        assertThat(anywhere(parties.bank(), "common,sum")).isEmpty();

        Path file = parties.bank().released().resolve(job + ".csv");
        assertThat(results(one(0, wanted(PrivacyStep.RELEASE))))
                .containsEntry("resultSum", sum)
                .doesNotContainKey("resultRows")
                .containsEntry("resultDigest", Parties.sha256(Files.readAllBytes(file)));
        assertThat(Files.readAllLines(file)).containsExactly("common,sum", "30," + sum);
        assertThat(results(one(1, wanted(PrivacyStep.RELEASE)))).isEmpty();
        assertThat(parties.supplier().released()).doesNotExist();
    }

    /** A repeated task opens the seal again: nothing of the sum stands elsewhere, and nothing after a purge. */
    @Test
    void keepNothingOfASumButItsSealUntilThePurge() throws IOException {
        companies(60, 30, 90);
        both(wanted(PrivacyStep.RUN));
        Wanted release = wanted(PrivacyStep.RELEASE);
        Map<String, Object> released = results(one(0, release));
        String sum = String.valueOf(released.get("resultSum"));
        String digest = String.valueOf(released.get("resultDigest"));

        assertThat(results(one(0, release))).isEqualTo(released);
        assertThat(code(one(0, new Wanted(release.between(1, 100_000).order()))))
                .isEqualTo(NoticeCode.ORDER_ID_TAKEN);
        assertThat(anywhere(parties.bank(), "30," + sum)).containsExactly("released/" + job + ".csv");
        one(0, wanted(PrivacyStep.PURGE));

        assertThat(anywhere(parties.bank(), "30," + sum)).isEmpty();
        assertThat(anywhere(parties.bank(), digest)).isEmpty();
        try (Stream<Path> kept = Files.list(parties.bank().jobs())) {
            assertThat(kept.filter(file -> file.toString().endsWith(".step.json")))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(sum));
        }
        assertThat(code(one(0, release))).isEqualTo(NoticeCode.JOB_PURGED);
    }

    /** The number that the peer tells is held against the line that was sealed. */
    @Test
    void takeNoEndWhoseNumberIsNotTheSealedOne() throws IOException {
        companies(60, 30, 90);
        Wanted wanted = wanted(PrivacyStep.RUN);
        both(wanted);
        part();
        Files.delete(parties.bank().jobs().resolve(wanted.step() + ".json"));
        Path suppliers = parties.supplier().jobs().resolve(wanted.step() + ".json");
        Files.writeString(suppliers, Files.readString(suppliers).replace("\"matched\":30", "\"matched\":29"));
        opened(parties.bank());
        opened(parties.supplier());

        assertThat(((Outcome.Failed) one(0, wanted)).notice().code()).isEqualTo(NoticeCode.KEPT_RESULT_DIFFERS);
    }

    /** Of so few it would tell which they are. The bank hears that there are too few, and not how many. */
    @Test
    void tellNothingOfTooFew() throws IOException {
        companies(60, 60 - FEWEST + 1, 90);

        List<Outcome> outcomes = both(wanted(PrivacyStep.RUN));

        assertThat(outcomes).extracting(SumOrdersTest::code).containsOnly(NoticeCode.GROUP_TOO_SMALL);
        assertThat(((Outcome.Refused) outcomes.get(0)).notice().english()).startsWith("Fewer than 20 ");
        assertThat(code(one(0, wanted(PrivacyStep.RELEASE)))).isEqualTo(NoticeCode.JOB_NOT_RUN);
        assertThat(parties.bank().results().resolve(job.toString())).doesNotExist();
    }

    @Test
    void tellTheSumOfJustEnough() {
        companies(60, 60 - FEWEST, 90);

        assertThat(results(both(wanted(PrivacyStep.RUN)).get(0))).containsEntry("matched", 20L);
        assertThat(results(one(0, wanted(PrivacyStep.RELEASE)))).containsEntry("resultSum", sumInTheClear());
    }

    /** What this party protects its own clients by, whatever a job says. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void refuseATermThatIsLessStrictThanTheirOwn(int party) {
        companies(60, 30, 90);
        openBoth();

        Outcome refused = one(party, of(PrivacyStep.PREFLIGHT, FEWEST - 1));

        assertThat(code(refused)).isEqualTo(NoticeCode.TERMS_TOO_WIDE);
        assertThat(((Outcome.Refused) refused).notice().english()).contains("leastGroup");
    }

    @Test
    void refuseASetWithoutValuesAtTheLook() {
        Parties.companies(parties.bank(), 0, 60);
        Parties.companies(parties.supplier(), 0, 60);
        openBoth();

        Outcome refused = one(0, wanted(PrivacyStep.PREFLIGHT));

        assertThat(code(refused)).isEqualTo(NoticeCode.VALUES_MISSING);
        assertThat(((Outcome.Refused) refused).notice().english()).contains("\"companies\"");
        assertThat(results(one(1, wanted(PrivacyStep.PREFLIGHT))))
                .as("only whose values they are needs some")
                .containsEntry("ownSize", 60L);
    }

    @Test
    void computeNoSumByAnotherMethod() {
        companies(60, 30, 90);
        opened(parties.bank());

        assertThat(code(one(
                        0, wanted(PrivacyStep.PREFLIGHT).by(PrivacyMethod.RR22_MALICIOUS, CryptoSuite.P256_SHA256))))
                .isEqualTo(NoticeCode.METHOD_MISSING);
    }

    /** Killed before its end was written down. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void getTheEndToldThatThePeerHasKept(boolean bankForgets) throws IOException {
        companies(60, 30, 90);
        Wanted wanted = wanted(PrivacyStep.RUN);
        List<Outcome> first = both(wanted);
        WorkerFolder forgetful = bankForgets ? parties.bank() : parties.supplier();
        Files.delete(forgetful.jobs().resolve(wanted.step() + ".json"));

        Outcome again = one(bankForgets ? 0 : 1, wanted);

        assertThat(results(again))
                .containsEntry("matched", 30L)
                .containsEntry(
                        "transcriptHash",
                        results(first.get(bankForgets ? 0 : 1)).get("transcriptHash"));
        assertThat(results(one(0, wanted(PrivacyStep.RELEASE)))).containsEntry("resultSum", sumInTheClear());
    }

    /** The number without the sum is no end for who may learn the sum. */
    @Test
    void takeNoEndOverWhoseSumIsNotHere() throws IOException {
        companies(60, 30, 90);
        Wanted wanted = wanted(PrivacyStep.RUN);
        both(wanted);
        Files.delete(parties.bank().jobs().resolve(wanted.step() + ".json"));
        Files.delete(parties.bank().results().resolve(job.toString()).resolve(wanted.step() + ".rows"));

        assertThat(((Outcome.Failed) one(0, wanted)).notice().code()).isEqualTo(NoticeCode.KEPT_RESULT_DIFFERS);
    }

    private void companies(int bankRows, int supplierFrom, int supplierRows) {
        DemoData.write(parties.bank(), "companies", new DemoData.Window(Schema.USCC, 2026, 0, bankRows, true));
        Parties.companies(parties.supplier(), supplierFrom, supplierRows);
    }

    private long sumInTheClear() {
        DataSet own = Parties.set(parties.bank());
        Column identifiers = own.identifiers();
        long[] values = own.values().orElseThrow().toArray();
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (parties.holds(parties.supplier(), new String(identifiers.row(i), StandardCharsets.US_ASCII))) {
                sum += values[i];
            }
        }
        assertThat(sum).isPositive();
        return sum;
    }

    private Wanted wanted(PrivacyStep what) {
        return of(what, FEWEST);
    }

    private Wanted of(PrivacyStep what, int leastGroup) {
        return Wanted.of(job, parties, what, PrivacyOutput.SUM).ofGroups(leastGroup);
    }
}
