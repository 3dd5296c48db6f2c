package org.sluice.process.procurement;

import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/**
 * Procurement's plan for an approved requirement: buy, join another purchase, or give up. The facts of the market decide
 * the method.
 *
 * @param joinCase number of the case whose open purchase serves this one as well; required with JOIN
 * @param qualifiedSuppliers how many suppliers could deliver; required with PROCEED, as are the five that follow
 * @param severalSuppliersWanted several are to share the work
 * @param specClear the wish can be specified so that offers compare
 * @param limitedMarket only few suppliers exist
 * @param comment what was looked at; required with JOIN and GIVE_UP
 */
public record PlanSourcing(
        @Nullable SourcingChoice choice,
        @Nullable String joinCase,
        @Nullable Integer qualifiedSuppliers,
        @Nullable Boolean uniquenessProven,
        @Nullable Boolean unforeseeableUrgency,
        @Nullable Boolean severalSuppliersWanted,
        @Nullable Boolean specClear,
        @Nullable Boolean limitedMarket,
        @Nullable String comment)
        implements Body {

    @Override
    public void check(Problems problems) {
        problems.required("choice", choice).atMost("comment", comment, 2000);
        if (choice == SourcingChoice.PROCEED) {
            problems.required("qualifiedSuppliers", qualifiedSuppliers)
                    .required("uniquenessProven", uniquenessProven)
                    .required("unforeseeableUrgency", unforeseeableUrgency)
                    .required("severalSuppliersWanted", severalSuppliersWanted)
                    .required("specClear", specClear)
                    .required("limitedMarket", limitedMarket);
        }
        problems.between("qualifiedSuppliers", qualifiedSuppliers, 0, 999)
                .when(choice == SourcingChoice.JOIN && (joinCase == null || joinCase.isBlank()), "joinCase", "required")
                .atMost("joinCase", joinCase, 40)
                .when(
                        (choice == SourcingChoice.JOIN || choice == SourcingChoice.GIVE_UP)
                                && (comment == null || comment.isBlank()),
                        "comment",
                        "reasonForNo");
    }
}
