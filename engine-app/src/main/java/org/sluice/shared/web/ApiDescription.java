package org.sluice.shared.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the API's description says of the whole: its name, how errors look, and how one signs in. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BASIC = "basic";

    private static Info info() {
        return new Info()
                .title("Sluice API")
                .version("v1")
                .description(
                        "External data of a bank through its life cycle. Errors are application/problem+json in the"
                                + " language of Accept-Language (zh or en): 400 unreadable, 401 not signed in, 403 wrong role or"
                                + " unit, 404 unknown, 409 wrong state or the same pair of eyes, 422 with the fields in errors.");
    }

    @Bean
    @Profile("!demo")
    OpenAPI description() {
        return new OpenAPI().info(info());
    }

    /** Basic sign-in exists in the demo only, and is described only there. */
    @Bean
    @Profile("demo")
    OpenAPI demoDescription() {
        return new OpenAPI()
                .info(info())
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BASIC)
                                        .description("A demo account; every password is demo")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
