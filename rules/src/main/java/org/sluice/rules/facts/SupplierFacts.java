package org.sluice.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a supplier that asks for admission.
 *
 * @param lot the lot in which it bids; null when no purchase is under way, so that there is nothing to ask
 */
public record SupplierFacts(
        Organisation organisation,
        PublicLists publicLists,
        Conduct conduct,
        Ties ties,
        Licences licences,
        Safeguards safeguards,
        Undertakings undertakings,
        Supply supply,
        @Nullable LotFacts lot)
        implements CaseFacts {

    /**
     * Reads facts by name, each as its type or as its text ({@code 2026-03-01}, {@code ISO_27001}, {@code true}, a set as
     * words); what is not named is unknown. There is a lot when {@code lotNo} or {@code bidders} is named, even as
     * unknown.
     *
     * @throws IllegalArgumentException when a name is no fact of a supplier, or a value does not fit
     */
    public static SupplierFacts of(Map<String, ? extends @Nullable Object> known) {
        var facts = new KnownFacts(known);
        var lot = facts.part(LotFacts.class);
        var read = new SupplierFacts(
                facts.part(Organisation.class),
                facts.part(PublicLists.class),
                facts.part(Conduct.class),
                facts.part(Ties.class),
                facts.part(Licences.class),
                facts.part(Safeguards.class),
                facts.part(Undertakings.class),
                facts.part(Supply.class),
                known.containsKey("lotNo") || known.containsKey("bidders") ? lot : null);
        facts.requireAllRead();
        return read;
    }

    @Override
    public List<Record> parts() {
        var parts = new ArrayList<Record>(
                List.of(organisation, publicLists, conduct, ties, licences, safeguards, undertakings, supply));
        if (lot != null) {
            parts.add(lot);
            if (lot.bidders() != null) {
                parts.addAll(lot.bidders());
            }
        }
        return List.copyOf(parts);
    }
}
