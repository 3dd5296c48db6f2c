package org.sluice.process.privacy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the engine tells both parties of a privacy job to do, in a form that can be signed: {@link #text()} is one line a
 * field, in the order of the components, so that equal orders have equal bytes.
 *
 * @param step the id of this order; equal at both parties, of another step another
 * @param job what it is part of; the results and receipts are kept under it
 * @param caseNumber of the case in which it was approved
 * @param what to do
 * @param purpose the purpose that was approved, as the house names purposes
 * @param learner the party whose worker begins; it learns what {@code output} says
 * @param learnerData {@code name@version} at the learner
 * @param leastGroup of how few common identifiers a sum is not told; 0 where none is, and then it stands in no line
 * @param approvedBy the roles that approved it, joined by commas
 * @param issuedAt whole seconds
 * @param validTo after that no worker begins it; whole seconds
 */
public record PrivacyOrder(
        UUID step,
        UUID job,
        String caseNumber,
        PrivacyStep what,
        String purpose,
        PrivacyMethod method,
        CryptoSuite suite,
        PrivacyOutput output,
        String learner,
        String learnerData,
        String responder,
        String responderData,
        long leastSet,
        long greatestSet,
        long leastGroup,
        String approvedBy,
        Instant issuedAt,
        Instant validTo) {

    private static final String HEAD = "sluice-privacy-order/1";
    private static final int LONGEST = 3800;

    public PrivacyOrder {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        validTo = validTo.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The bytes that are signed, as text.
     *
     * @throws IllegalArgumentException if a value holds a line break, or all of them are too long for a variable
     */
    public String text() {
        var lines = new LinkedHashMap<String, Object>();
        lines.put("step", step);
        lines.put("job", job);
        lines.put("case", caseNumber);
        lines.put("what", what);
        lines.put("purpose", purpose);
        lines.put("method", method);
        lines.put("suite", suite);
        lines.put("output", output);
        lines.put("learner", learner);
        lines.put("learnerData", learnerData);
        lines.put("responder", responder);
        lines.put("responderData", responderData);
        lines.put("leastSet", leastSet);
        lines.put("greatestSet", greatestSet);
        // workers that know no sums read every other order as before
        if (leastGroup > 0) {
            lines.put("leastGroup", leastGroup);
        }
        lines.put("approvedBy", approvedBy);
        lines.put("issuedAt", issuedAt);
        lines.put("validTo", validTo);
        var text =
                HEAD + "\n" + lines.entrySet().stream().map(PrivacyOrder::line).collect(Collectors.joining("\n"));
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("The order has " + text.length() + " characters");
        }
        return text;
    }

    private static String line(Map.Entry<String, Object> each) {
        var value = each.getValue().toString();
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(each.getKey() + " holds a line break");
        }
        return each.getKey() + "=" + value;
    }

    /**
     * Reads what {@link #text()} wrote, and nothing else: whatever differs in a byte is refused.
     *
     * @throws IllegalArgumentException if it is not the text of an order
     */
    public static PrivacyOrder read(String text) {
        var values = new LinkedHashMap<String, String>();
        var lines = text.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            var equals = lines[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Line " + (i + 1) + " of the order names nothing");
            }
            values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
        }
        PrivacyOrder order;
        try {
            order = of(values);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The order holds no readable time", e);
        }
        if (!order.text().equals(text)) {
            throw new IllegalArgumentException("The order is not written as orders are");
        }
        return order;
    }

    private static PrivacyOrder of(Map<String, String> values) {
        return new PrivacyOrder(
                UUID.fromString(value(values, "step")),
                UUID.fromString(value(values, "job")),
                value(values, "case"),
                PrivacyStep.valueOf(value(values, "what")),
                value(values, "purpose"),
                PrivacyMethod.valueOf(value(values, "method")),
                CryptoSuite.valueOf(value(values, "suite")),
                PrivacyOutput.valueOf(value(values, "output")),
                value(values, "learner"),
                value(values, "learnerData"),
                value(values, "responder"),
                value(values, "responderData"),
                Long.parseLong(value(values, "leastSet")),
                Long.parseLong(value(values, "greatestSet")),
                Long.parseLong(values.getOrDefault("leastGroup", "0")),
                value(values, "approvedBy"),
                Instant.parse(value(values, "issuedAt")),
                Instant.parse(value(values, "validTo")));
    }

    private static String value(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The order does not say its " + name);
        }
        return value;
    }
}
