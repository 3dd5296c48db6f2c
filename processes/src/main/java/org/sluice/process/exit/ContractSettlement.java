package org.sluice.process.exit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;

/** @param settled all that was and is to be paid under the contract, in CNY */
public record ContractSettlement(
        @Nullable String contractNo, @Nullable BigDecimal settled) {

    void check(String at, Problems problems) {
        problems.required(at + ".contractNo", contractNo)
                .required(at + ".settled", settled)
                .amount(at + ".settled", settled);
    }
}
