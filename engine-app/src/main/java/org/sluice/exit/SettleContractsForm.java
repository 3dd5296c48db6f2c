package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Problems;
import org.sluice.process.exit.ContractSettlement;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.process.exit.SettleContracts;
import org.sluice.procurement.Contracts;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Finance says what the contracts have cost in the end; they are closed, and the rest of the money is free. */
@Component
class SettleContractsForm implements TaskForm<SettleContracts> {

    private final ExitStore store;
    private final ExitCases exits;
    private final ExitImpact impact;
    private final Contracts contracts;

    SettleContractsForm(ExitStore store, ExitCases exits, ExitImpact impact, Contracts contracts) {
        this.store = store;
        this.exits = exits;
        this.impact = impact;
        this.contracts = contracts;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.SETTLE_CONTRACTS;
    }

    @Override
    public Class<SettleContracts> body() {
        return SettleContracts.class;
    }

    @Override
    public SettleContracts example(CaseId caseId) {
        return new SettleContracts(
                open(caseId).stream()
                        .map(contract -> new ContractSettlement(contract.contractNo(), proRata(contract)))
                        .toList(),
                "Settled for the days of use.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return exits.due("exit.settle.due", asked);
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, SettleContracts body) {
        var exit = exits.held(caseId, ExitState.ENDED);
        var open = open(caseId).stream().collect(Collectors.toMap(Contracts.Signed::contractNo, Function.identity()));
        check(body, open);
        for (var settlement : body.settlements()) {
            var contract = Objects.requireNonNull(open.get(String.valueOf(settlement.contractNo())));
            contracts.close(actor, contract.id(), new Money(Objects.requireNonNull(settlement.settled())), caseId);
            impact.outcome(caseId, ExitImpact.Kind.CONTRACT, contract.id(), "CLOSED");
        }
        exits.publish("exit.contractsSettled", exit, actor, details("comment", body.comment()));
        return Flags.NONE;
    }

    /** Each open contract once, and for no more than its amount. */
    private static void check(SettleContracts body, Map<String, Contracts.Signed> open) {
        var problems = new Problems();
        var missing = new TreeSet<>(open.keySet());
        for (int i = 0; i < body.settlements().size(); i++) {
            var settlement = body.settlements().get(i);
            var no = String.valueOf(settlement.contractNo());
            var contract = open.get(no);
            var settled = Objects.requireNonNull(settlement.settled());
            problems.when(contract == null, "settlements[" + i + "].contractNo", "notOpenContract", no)
                    .when(
                            contract != null && !missing.remove(no),
                            "settlements[" + i + "].contractNo",
                            "contractNamedTwice")
                    .when(
                            contract != null
                                    && settled.compareTo(contract.amount().amount()) > 0,
                            "settlements[" + i + "].settled",
                            "settledTooMuch",
                            contract == null ? "" : contract.amount());
        }
        problems.when(!missing.isEmpty(), "settlements", "contractsMissing", String.join(", ", missing))
                .orThrow();
    }

    @Override
    public List<Figure> figures(CaseId caseId) {
        return open(caseId).stream()
                .flatMap(contract -> Stream.of(
                        new Figure("contracted", no(contract), contract.amount()),
                        new Figure("committed", no(contract), contract.committed()),
                        new Figure("proRata", no(contract), new Money(proRata(contract)))))
                .toList();
    }

    private static LocalText no(Contracts.Signed contract) {
        return new LocalText(contract.contractNo(), contract.contractNo());
    }

    private List<Contracts.Signed> open(CaseId caseId) {
        return contracts.ofProduct(store.get(caseId).product()).stream()
                .filter(contract -> contract.state().isOpen())
                .toList();
    }

    /** Its amount for the days until today. */
    private BigDecimal proRata(Contracts.Signed contract) {
        var days = ChronoUnit.DAYS.between(contract.startsOn(), contract.endsOn()) + 1;
        var used = Math.min(days, Math.max(0, ChronoUnit.DAYS.between(contract.startsOn(), exits.today()) + 1));
        return contract.amount()
                .amount()
                .multiply(BigDecimal.valueOf(used))
                .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
    }
}
