package org.sluice.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.openqa.selenium.By;

/** The form of one kind of task by its message keys, {@code panel.<task>.<field>}; what is typed is the example's. */
final class PanelForm {

    private final Person person;
    private final String task;
    private final JsonNode example;
    private final Form form;

    /** @param example the task's body as the API shows it, or as the test changed it */
    PanelForm(Person person, String task, JsonNode example) {
        this.person = person;
        this.task = task;
        this.example = example;
        form = new Form(person.browser())
                .within(By.cssSelector("section.task-work"))
                .fast();
    }

    String task() {
        return task;
    }

    Person person() {
        return person;
    }

    Form form() {
        return form;
    }

    JsonNode example(String field) {
        return example.path(field);
    }

    String label(String field) {
        return person.text("panel." + task + "." + field);
    }

    PanelForm type(String... fields) {
        for (var field : fields) {
            form.type(label(field), example(field).asText());
        }
        return this;
    }

    /** Days that the example leaves open are left open. */
    PanelForm day(String... fields) {
        for (var field : fields) {
            if (!example(field).isNull()) {
                form.typeDay(label(field), LocalDate.parse(example(field).asText()), person.language());
            }
        }
        return this;
    }

    PanelForm yesNo(String... fields) {
        for (var field : fields) {
            form.answer(label(field), label(field + (example(field).asBoolean() ? ".yes" : ".no")));
        }
        return this;
    }

    /** @param type head of the message keys of its ways */
    PanelForm choose(String field, String type) {
        form.answer(label(field), person.text(type + "." + example(field).asText()));
        return this;
    }

    /** One of several alike, added if it is not there yet. */
    Form row(String list, int at) {
        var row = Labels.group(person.text("panel." + task + "." + list + ".row", at + 1));
        if (!form.has(row)) {
            form.press(label(list + ".add"));
        }
        return form.within(row);
    }
}
