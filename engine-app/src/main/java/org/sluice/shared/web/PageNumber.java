package org.sluice.shared.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The {@code page} parameter in OpenAPI: a number, although it arrives as text; see {@link PageRequest}. */
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = "Which page, from 0", schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
public @interface PageNumber {}
