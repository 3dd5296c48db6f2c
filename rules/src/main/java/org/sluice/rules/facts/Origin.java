package org.sluice.rules.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the data come from and on what right. */
public record Origin(
        @Nullable List<SourceHop> hops,
        @Nullable CollectionMethod collectionMethod,
        @Nullable Boolean collectionPermitted,
        @Nullable PublicDataBasis publicDataBasis,
        @Nullable Boolean publicDataRegistered,
        @Nullable LocalDate sourceAuthorizationValidTo,
        @Nullable Set<DataRight> rights,
        @Nullable Boolean derivedProduct,
        @Nullable Boolean enterpriseAuthorization,
        @Nullable OutsideAuthorization outsideAuthorization) {
    public Origin {
        hops = hops == null ? null : List.copyOf(hops);
        rights = rights == null ? null : Set.copyOf(rights);
    }

    /** Number of hops; null when the chain is unknown. */
    public @Nullable Integer hopCount() {
        return hops == null ? null : hops.size();
    }

    /** False when there is no hop or one lacks its document; null while that is unknown of any hop. */
    public @Nullable Boolean chainComplete() {
        if (hops == null) {
            return null;
        }
        if (hops.isEmpty() || !undocumentedHops().isEmpty()) {
            return false;
        }
        return hops.stream().anyMatch(each -> each.hopDocumented() == null) ? null : true;
    }

    /** Positions of the hops that lack a document, counted from 1 where the hop states none. */
    public SortedSet<Integer> undocumentedHops() {
        var positions = new TreeSet<Integer>();
        var counted = 0;
        for (var hop : hops == null ? List.<SourceHop>of() : hops) {
            counted++;
            if (Boolean.FALSE.equals(hop.hopDocumented())) {
                positions.add(hop.hopPosition() == null ? counted : hop.hopPosition());
            }
        }
        return positions;
    }
}
