package org.sluice.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a request that is sent twice with the same key happen once. The key is written in the transaction of the effect,
 * so that either both exist or neither; a second request waits for the first and then gets its answer.
 */
@Component
public class IdempotentRequests {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    IdempotentRequests(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key as the caller chose it, unique per person; null means that the caller asks for no protection
     * @param request the request's content: the same key with another content is refused
     * @throws Conflict when the key was used for another operation or content
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(
            Actor actor, @Nullable String key, String operation, Object request, Class<T> type, Supplier<T> effect) {
        if (key == null) {
            return effect.get();
        }
        if (key.isBlank() || key.length() > 200) {
            throw new Invalid(List.of(new FieldProblem("Idempotency-Key", "length", 1, 200)));
        }
        var hash = hash(json.write(request));
        var written = jdbc.sql("""
                        insert into sluice.idempotency_key (actor, key, operation, request_hash, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        actor.id().value(),
                        key,
                        operation,
                        hash,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (written == 0) {
            return earlier(actor, key, operation, hash, type);
        }
        var result = effect.get();
        jdbc.sql("update sluice.idempotency_key set response = ?::jsonb where actor = ? and key = ?")
                .params(json.write(result), actor.id().value(), key)
                .update();
        return result;
    }

    private <T> T earlier(Actor actor, String key, String operation, String hash, Class<T> type) {
        return jdbc.sql(
                        "select operation, request_hash, response from sluice.idempotency_key where actor = ? and key = ?")
                .params(actor.id().value(), key)
                .query((row, n) -> {
                    if (!row.getString("operation").equals(operation)
                            || !row.getString("request_hash").equals(hash)) {
                        throw new Conflict("idempotencyKeyReused", key);
                    }
                    return json.read(row.getString("response"), type);
                })
                .single();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
