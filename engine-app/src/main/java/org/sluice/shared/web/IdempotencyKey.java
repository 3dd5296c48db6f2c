package org.sluice.shared.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The header {@value #HEADER} of every writing verb, in OpenAPI; what it does is {@code shared.IdempotentRequests}'. */
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description =
                "1 to 200 characters, chosen by the caller, unique per request: sent again with the same request it"
                        + " changes nothing, with another one it is refused (409)")
public @interface IdempotencyKey {

    String HEADER = "Idempotency-Key";
}
