package org.sluice.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What an integrator reads: it must say what the API does. */
@HouseTest
class ApiDescriptionTest {

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Test
    void saysWhatARequirementDemands() throws Exception {
        var form = schema("RequirementForm");

        assertThat(form.path("required"))
                .extracting(JsonNode::asText)
                .contains("title", "businessLine", "dataClasses", "fieldsNeeded", "neededBy")
                .doesNotContain("urgencyReason", "peakTps");
        assertThat(form.at("/properties/title/maxLength").asInt()).isEqualTo(80);
        assertThat(form.at("/properties/historyMonths/maximum").asInt()).isEqualTo(60);
        assertThat(form.at("/properties/budgetAmount/minimum").asInt(-1)).isZero();
        assertThat(form.at("/additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema("FieldNeed").path("required"))
                .extracting(JsonNode::asText)
                .contains("fieldName", "reason");
    }

    @Test
    void saysWhatEveryTaskDemands() throws Exception {
        var bodies = api().at(
                        "/paths/~1api~1v1~1tasks~1{id}~1complete/post/requestBody/content/application~1json/schema/anyOf");

        assertThat(bodies).isNotEmpty().allSatisfy(body -> {
            var name = body.path("$ref").asText().replaceAll(".*/", "");
            assertThat(schema(name).path("type").asText()).as(name).isEqualTo("object");
            assertThat(schema(name).path("required")).as(name).isNotEmpty();
        });
    }

    @Test
    void saysWhatMayBeMissingInAnAnswer() throws Exception {
        var task = schema("Task");

        assertThat(task.path("required")).extracting(JsonNode::asText).contains("id", "assignee", "due");
        assertThat(task.at("/properties/assignee").toString()).contains("\"null\"");
        assertThat(task.at("/properties/id").toString()).doesNotContain("\"null\"");
    }

    @Test
    void saysHowEachOperationRefuses() throws Exception {
        assertThat(api().path("paths")).allSatisfy(path -> assertThat(path).allSatisfy(operation -> {
            var answers = operation.path("responses");
            assertThat(names(answers)).contains("401", "403", "422");
            assertThat(answers.at("/422/content/application~1problem+json/schema/$ref")
                            .asText())
                    .endsWith("/Problem");
            assertThat(answers.toString()).doesNotContain("*/*");
        }));
    }

    private static Iterable<String> names(JsonNode node) {
        return node::fieldNames;
    }

    private JsonNode schema(String name) throws Exception {
        return api().at("/components/schemas/" + name);
    }

    private JsonNode api() throws Exception {
        return json.readTree(
                http.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
