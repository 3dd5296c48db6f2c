package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/**
 * A BPMN model as a picture with its token. What the picture says stands below it as text too, so that it is told by
 * neither colour nor sight alone.
 */
public final class BpmnDiagram extends Composite<Div> {

    /** The drawing itself; see {@code frontend/bpmn-diagram.ts}. */
    @Tag("sluice-bpmn-diagram")
    @NpmPackage(value = "bpmn-js", version = "18.31.1")
    @JsModule("./bpmn-diagram.ts")
    static final class Picture extends Component {}

    /**
     * What stands at an element.
     *
     * @param href where a click on it leads, below this application
     * @param late shown as something that needs attention
     */
    public record Figure(String text, String href, boolean late) {}

    private final Picture picture = new Picture();

    /**
     * @param xml BPMN with its diagram, labelled in the reader's language
     * @param active ids of the elements where a token waits
     * @param passed ids of the elements that the token has left
     */
    public BpmnDiagram(String xml, List<String> active, List<String> passed) {
        var names = BpmnNames.of(xml);
        getContent().add(picture, waits(active.stream().map(names::name).toList()));
        picture.getElement().setPropertyList("active", active);
        picture.getElement().setPropertyList("passed", passed);
        draw(xml);
    }

    private BpmnDiagram(String xml, Map<String, Figure> figures) {
        getContent().add(picture);
        picture.getElement()
                .setPropertyList(
                        "figures",
                        figures.entrySet().stream()
                                .map(each -> Map.of(
                                        "id", each.getKey(),
                                        "text", each.getValue().text(),
                                        "href", each.getValue().href(),
                                        "late", each.getValue().late()))
                                .toList());
        draw(xml);
    }

    /**
     * The model with a figure at some of its elements. Whoever uses it says the same in words elsewhere.
     *
     * @param figures by the element's id
     */
    public static BpmnDiagram withFigures(String xml, Map<String, Figure> figures) {
        return new BpmnDiagram(xml, figures);
    }

    private void draw(String xml) {
        getContent().addClassName("bpmn-diagram");
        picture.getElement()
                .setPropertyMap(
                        "words",
                        Map.of(
                                "diagram", word("diagram"),
                                "zoomIn", word("zoomIn"),
                                "zoomOut", word("zoomOut"),
                                "fit", word("fit"),
                                "waitsHere", word("waitsHere"),
                                "passed", word("passed")));
        picture.getElement().setProperty("xml", xml);
    }

    private Component waits(List<String> names) {
        if (names.isEmpty()) {
            return new Paragraph(word("ended"));
        }
        var list = new UnorderedList();
        names.stream().map(name -> new ListItem("▶ " + name)).forEach(list::add);
        var text = new Div(new Paragraph(word("waitsAt")), list);
        text.addClassName("bpmn-waits");
        return text;
    }

    private String word(String name) {
        return Words.of("bpmn." + name);
    }
}
