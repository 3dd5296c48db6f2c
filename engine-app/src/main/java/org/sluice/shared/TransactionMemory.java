package org.sluice.shared;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a bean remembers until the present transaction ends, whichever way: each transaction has its own, also one within
 * another.
 */
public final class TransactionMemory<T> {

    private final Supplier<T> fresh;
    private final Consumer<T> beforeCommit;

    public TransactionMemory(Supplier<T> fresh) {
        this(fresh, kept -> {});
    }

    /** @param beforeCommit done with what is remembered, in the transaction and after all else that is done then */
    public TransactionMemory(Supplier<T> fresh, Consumer<T> beforeCommit) {
        this.fresh = fresh;
        this.beforeCommit = beforeCommit;
    }

    /** @throws IllegalStateException outside of a transaction */
    public T now() {
        var known = known();
        if (known != null) {
            return known;
        }
        var kept = fresh.get();
        TransactionSynchronizationManager.registerSynchronization(new Until(kept));
        TransactionSynchronizationManager.bindResource(this, kept);
        return kept;
    }

    @SuppressWarnings("unchecked") // nobody else binds anything to this memory
    private @Nullable T known() {
        return (T) TransactionSynchronizationManager.getResource(this);
    }

    private final class Until implements TransactionSynchronization {

        private final T kept;

        Until(T kept) {
            this.kept = kept;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            forget();
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(
                    TransactionMemory.this, java.util.Objects.requireNonNull(kept));
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            beforeCommit.accept(kept);
        }

        @Override
        public void afterCompletion(int status) {
            forget();
        }

        private void forget() {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
        }
    }
}
