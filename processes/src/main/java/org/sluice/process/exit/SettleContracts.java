package org.sluice.process.exit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.sluice.process.Problems;

/** What the contracts of a product have cost in the end; every open one is closed with it. */
public record SettleContracts(
        List<ContractSettlement> settlements, @Nullable String comment) implements Body {

    public SettleContracts(@Nullable List<ContractSettlement> settlements, @Nullable String comment) {
        this.settlements = settlements == null ? List.of() : List.copyOf(settlements);
        this.comment = comment;
    }

    @Override
    public void check(Problems problems) {
        problems.required("settlements", settlements).atMost("comment", comment, 2000);
        for (int i = 0; i < settlements.size(); i++) {
            settlements.get(i).check("settlements[" + i + "]", problems);
        }
    }
}
