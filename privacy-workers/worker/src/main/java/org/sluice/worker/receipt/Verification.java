package org.sluice.worker.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Certificates;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.VerifyingKey;

/**
 * The command {@code verify-receipts}: who signed each of one or two receipts, and whether two say the same. It asks nobody: all
 * it needs are the receipts and the certificates of those who signed.
 */
public record Verification(Map<PartyId, List<VerifyingKey>> keys) {

    public static final int AGREE = 0;
    public static final int DISAGREE = 2;
    public static final int BAD_SIGNATURE = 3;

    /** With these certificates; of one party there may be several, from before and after a renewal. */
    public static Verification with(List<X509Certificate> certificates) {
        return new Verification(certificates.stream()
                .collect(Collectors.groupingBy(
                        Certificates::partyOf,
                        Collectors.mapping(Certificates::receiptKeyOf, Collectors.toUnmodifiableList()))));
    }

    /**
     * Says a line a receipt, one a field that differs, and one with the verdict; gives the exit code.
     *
     * @throws Problem if a file is no receipt, or both are of one party
     */
    public int run(List<Path> files, Consumer<Object> say) {
        List<SignedReceipt> receipts = new ArrayList<>();
        boolean signed = true;
        for (Path file : files) {
            SignedReceipt receipt = read(file);
            NoticeCode found = signature(receipt);
            signed &= found == NoticeCode.RECEIPT_SIGNED;
            receipts.add(receipt);
            say.accept(described(file, receipt, found));
        }
        if (!signed) {
            return BAD_SIGNATURE;
        }
        return receipts.size() < 2 ? AGREE : compare(receipts.get(0), receipts.get(1), say);
    }

    private static SignedReceipt read(Path file) {
        try {
            return SignedReceipt.parse(Files.readString(file));
        } catch (CharacterCodingException notText) {
            throw new Problem(NoticeCode.RECEIPT_UNREADABLE, file, "it is no text in UTF-8");
        } catch (IOException unreadable) {
            throw new Problem(NoticeCode.RECEIPT_UNREADABLE, file, "the file cannot be read");
        } catch (IllegalArgumentException wrong) {
            throw new Problem(NoticeCode.RECEIPT_UNREADABLE, file, String.valueOf(wrong.getMessage()));
        }
    }

    private NoticeCode signature(SignedReceipt receipt) {
        List<VerifyingKey> known = keys.entrySet().stream()
                .filter(each -> each.getKey().name().equals(receipt.signer()))
                .flatMap(each -> each.getValue().stream())
                .toList();
        if (known.isEmpty()) {
            return NoticeCode.RECEIPT_OF_STRANGER;
        }
        return known.stream().anyMatch(receipt::isSignedBy) ? NoticeCode.RECEIPT_SIGNED : NoticeCode.RECEIPT_ALTERED;
    }

    private static Map<String, Object> described(Path file, SignedReceipt receipt, NoticeCode found) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.put("job", receipt.content().path("job").asText());
        line.put("signer", receipt.signer());
        line.put("algorithm", receipt.content().path("algorithm").asText());
        verdict(line, "signature", Notice.of(found, receipt.signer()));
        return line;
    }

    private static int compare(SignedReceipt first, SignedReceipt second, Consumer<Object> say) {
        if (first.signer().equals(second.signer())) {
            throw new Problem(NoticeCode.RECEIPTS_OF_ONE_PARTY, first.signer());
        }
        Comparison comparison = Comparison.of(first, second);
        for (Comparison.Difference each : comparison.differences()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("field", each.field());
            line.put(first.signer(), shown(each.first()));
            line.put(second.signer(), shown(each.second()));
            say.accept(line);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        String fields = comparison.differences().stream()
                .map(Comparison.Difference::field)
                .collect(Collectors.joining(", "));
        verdict(
                line,
                "verdict",
                comparison.agrees()
                        ? Notice.of(NoticeCode.RECEIPTS_AGREE, comparison.fields())
                        : Notice.of(NoticeCode.RECEIPTS_DIFFER, fields));
        say.accept(line);
        return comparison.agrees() ? AGREE : DISAGREE;
    }

    private static Object shown(JsonNode value) {
        return value.isMissingNode() ? "" : value;
    }

    private static void verdict(Map<String, Object> line, String name, Notice notice) {
        line.put(name, notice.code().word());
        line.put("zh", notice.chinese());
        line.put("en", notice.english());
    }
}
