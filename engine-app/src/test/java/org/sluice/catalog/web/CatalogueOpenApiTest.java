package org.sluice.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.catalog.DemoCatalogue;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CatalogueOpenApiTest {

    @Test
    void describesPagesStatesAndBothLanguages() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        SpringDocConfiguration.class,
                        SpringDocConfigProperties.class,
                        SpringDocWebMvcConfiguration.class))
                .withBean(CatalogueController.class, () -> new CatalogueController(DemoCatalogue.open()))
                .run(context -> {
                    var http = MockMvcBuilders.webAppContextSetup(context).build();
                    var answer = http.perform(get("/v3/api-docs"))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8);
                    check(JsonPath.parse(answer));
                });
    }

    private static void check(DocumentContext api) {
        var list = "$.paths['/api/v1/products'].get";
        assertThat(strings(api, list + ".parameters[*].name")).containsExactly("page", "size", "q", "status");
        assertThat(strings(api, list + ".parameters[?(@.name in ['page', 'size'])].schema.type"))
                .containsExactly("integer", "integer");
        assertThat(strings(api, list + ".parameters[*].required")).doesNotContain("true");
        assertThat(strings(api, "$.components.schemas.PageProductItem.properties.items.items.$ref"))
                .containsExactly("#/components/schemas/ProductItem");
        assertThat(strings(api, "$.components.schemas.ProductItem.properties.name.$ref"))
                .containsExactly("#/components/schemas/LocalText");
        assertThat(strings(api, "$.paths['/api/v1/suppliers'].get.description"))
                .singleElement()
                .asString()
                .contains("the whole register");
    }

    private static List<String> strings(DocumentContext api, String path) {
        Object found = api.read(path);
        return found instanceof List<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of(found.toString());
    }
}
