package org.sluice.shared.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The {@code size} parameter in OpenAPI; see {@link PageRequest}. */
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "Items a page",
        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "20"))
public @interface PageSize {}
