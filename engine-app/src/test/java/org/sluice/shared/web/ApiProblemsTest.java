package org.sluice.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HouseTest
class ApiProblemsTest {

    private static final String REQUIREMENTS = "/api/v1/requirements";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Test
    void asksAStrangerToSignInWithoutARedirect() throws Exception {
        var problem = refused(401, send(get("/api/v1/tasks")));

        assertThat(problem.path("type").asText()).isEqualTo("urn:sluice:problem:signIn");
        assertThat(problem.path("instance").asText()).isEqualTo("/api/v1/tasks");
        assertThat(problem.path("detail").asText()).contains("Sign in first");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        var answer = send(get("/api/v1/tasks").with(httpBasic("compliance", "guess")));

        assertThat(refused(401, answer).path("type").asText()).endsWith(":badCredentials");
        assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void speaksTheCallersLanguage() throws Exception {
        var chinese = refused(401, send(get("/api/v1/tasks").header("Accept-Language", "fr, zh-CN;q=0.9, en;q=0.5")));
        var other = refused(401, send(get("/api/v1/tasks").header("Accept-Language", "fr")));

        assertThat(chinese.path("title").asText()).isEqualTo("未登录");
        assertThat(other.path("title").asText()).isEqualTo("Not signed in");
    }

    @Test
    void knowsNoSuchAddress() throws Exception {
        var problem = refused(404, send(signedIn(get("/api/v1/nothing/here"))));

        assertThat(problem.path("detail").asText()).contains("/api/v1/nothing/here");
    }

    @Test
    void namesTheMethodsOfAnAddress() throws Exception {
        var answer = send(signedIn(delete(REQUIREMENTS)));

        assertThat(refused(405, answer).path("detail").asText()).contains("DELETE", "POST");
        assertThat(answer.getHeader("Allow")).contains("POST");
    }

    @Test
    void readsJsonOnly() throws Exception {
        refused(
                415,
                send(signedIn(post(REQUIREMENTS))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("hello")));
    }

    @Test
    void saysWhereTheJsonIsBroken() throws Exception {
        var problem = refused(400, send(body("{\n  \"title\": \"a\",,\n}")));

        assertThat(problem.path("detail").asText()).contains("line 2");
    }

    @Test
    void asksForABody() throws Exception {
        var problem = refused(400, send(body("")));

        assertThat(problem.path("type").asText()).endsWith(":bodyMissing");
    }

    @Test
    void namesAnUnknownField() throws Exception {
        var problem = refused(422, send(body("{\"titel\": \"misspelt\"}")));

        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("titel");
        assertThat(problem.path("errors").path(0).path("message").asText()).isNotBlank();
    }

    @Test
    void namesEveryMissingField() throws Exception {
        var problem = refused(422, send(body("{}")));

        assertThat(problem.path("errors").findValuesAsText("field")).contains("title", "businessLine");
    }

    @Test
    void namesAParameterOfTheWrongType() throws Exception {
        var problem = refused(422, send(signedIn(get("/api/v1/tasks").param("page", "first"))));

        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("page");
    }

    /** A caller who is told 406 after the deed believes that nothing was done. */
    @Test
    void answersInJsonWhateverTheCallerWouldRatherHave() throws Exception {
        var answer = send(signedIn(get("/api/v1/tasks")).header("Accept", "text/html"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/json");
        refused(422, send(body("{}").header("Accept", "application/xml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | {\"title\": 5}",
                "urgency | {\"urgency\": 0}",
                "automatedDecision | {\"automatedDecision\": 1}",
                "automatedDecision | {\"automatedDecision\": \"true\"}",
                "budgetAmount | {\"budgetAmount\": \"12\"}",
                "budgetAmount | {\"budgetAmount\": 1234567891E2147483000}",
                "neededBy | {\"neededBy\": 30000}",
                "neededBy | {\"neededBy\": [2027, 12, 31]}",
                "neededBy | {\"neededBy\": \"+999999999-12-31\"}",
                "neededBy | {\"neededBy\": \"2027-02-30\"}",
                "dataClasses[0] | {\"dataClasses\": [null]}",
                "title | {\"title\": \"zero\\u0000\"}",
                "fieldsNeeded[0].reason | {\"fieldsNeeded\": [{\"reason\": \"zero\\u0000\"}]}",
                "body | null",
                "body | []",
            })
    void namesTheFieldThatDoesNotFit(String field, String sent) throws Exception {
        var problem = refused(422, send(body(sent)));

        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly(field);
    }

    @Test
    void readsNothingTwiceAndNothingBehindTheEnd() throws Exception {
        refused(400, send(body("{\"title\": \"one\", \"title\": \"two\"}")));
        refused(400, send(body("{} {}")));
        refused(400, send(body("{\"budgetAmount\": 1e99999999999}")));
    }

    @Test
    void stopsReadingWhatHasNoMeasure() throws Exception {
        refused(413, send(body("{\"title\": \"" + "x".repeat(3_000_000) + "\"}")));
        refused(413, send(body("[".repeat(200))));
    }

    @Test
    void looksForNoCharacterZero() throws Exception {
        var problem = refused(422, send(signedIn(get(REQUIREMENTS).param("q", "a\0b"))));

        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("q");
    }

    @Test
    void readsNoForm() throws Exception {
        refused(415, send(signedIn(post(REQUIREMENTS)).header("Content-Type", "multipart/form-data")));
    }

    @Test
    void answersStrangersAboutHealthAndTheApiOnly() throws Exception {
        assertThat(send(get("/actuator/health")).getContentAsString()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(send(get("/v3/api-docs")).getStatus()).isEqualTo(200);
        refused(401, send(get("/actuator/env")));
        refused(404, send(signedIn(get("/actuator/env"))));
    }

    private MockHttpServletRequestBuilder body(String text) {
        return signedIn(post(REQUIREMENTS))
                .contentType(MediaType.APPLICATION_JSON)
                .content(text);
    }

    private static MockHttpServletRequestBuilder signedIn(MockHttpServletRequestBuilder request) {
        return request.with(httpBasic("business-requester", "demo"));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private JsonNode refused(int status, MockHttpServletResponse answer) throws Exception {
        var text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(text).doesNotContain("\\tat ", "Exception");
        var problem = json.readTree(text);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        return problem;
    }
}
