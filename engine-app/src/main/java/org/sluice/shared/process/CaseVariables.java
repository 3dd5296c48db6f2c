package org.sluice.shared.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.sluice.process.CaseId;
import org.sluice.process.UnitCode;
import org.sluice.process.Var;
import org.sluice.shared.Flags;

/** Reads and writes the typed variables of one execution; nobody else names a variable by a string. */
public final class CaseVariables {

    private static final Var<String> ITEM = Var.text("item");

    private static final Var<String> UNIT = Var.text("unit");

    private final VariableScope scope;

    private CaseVariables(VariableScope scope) {
        this.scope = scope;
    }

    public static CaseVariables of(VariableScope scope) {
        return new CaseVariables(scope);
    }

    /** The case that the execution serves; every process of the house has it. */
    public CaseId caseId() {
        return get(ProcessCases.CASE_ID);
    }

    /** Which one it is, where a task is asked several times at once. */
    public Optional<String> item() {
        return find(ITEM);
    }

    /** Whose it is, where a task is asked of several units at once. */
    public Optional<UnitCode> unit() {
        return find(UNIT).map(UnitCode::new);
    }

    public <T> T get(Var<T> variable) {
        return find(variable).orElseThrow(() -> new IllegalStateException("No variable " + variable.name()));
    }

    public <T> Optional<T> find(Var<T> variable) {
        return Optional.ofNullable(scope.getVariable(variable.name())).map(variable::decode);
    }

    public <T> void put(Var<T> variable, T value) {
        scope.setVariable(variable.name(), variable.encode(value));
    }

    /** For this execution alone, whatever those around it have under the same name. */
    public <T> void putLocal(Var<T> variable, T value) {
        scope.setVariableLocal(variable.name(), variable.encode(value));
    }

    public void put(Flags flags) {
        flags.values().forEach(scope::setVariable);
    }
}
