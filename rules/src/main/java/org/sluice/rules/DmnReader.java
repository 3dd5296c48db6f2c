package org.sluice.rules;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.rules.DecisionTable.Column;
import org.sluice.rules.DecisionTable.Row;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads DMN 1.3 without an engine; a document type, and with it every foreign entity, is refused. */
final class DmnReader {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private final Element decision;
    private final Element table;

    DmnReader(String dmn) {
        decision = only(parse(dmn).getDocumentElement(), "decision");
        table = only(decision, "decisionTable");
    }

    DecisionTable table() {
        return new DecisionTable(
                decision.getAttribute("id"),
                bilingual(decision, "name"),
                table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE",
                table.getAttribute("aggregation"),
                children(table, "input").stream().map(this::input).toList(),
                children(table, "output").stream().map(this::output).toList(),
                children(table, "rule").stream().map(this::row).toList());
    }

    private Column input(Element input) {
        var expression = only(input, "inputExpression");
        return new Column(text(expression), bilingual(input, "label"), expression.getAttribute("typeRef"));
    }

    private Column output(Element output) {
        return new Column(output.getAttribute("name"), bilingual(output, "label"), output.getAttribute("typeRef"));
    }

    private Row row(Element rule) {
        var id = rule.getAttribute("id");
        var reason = RowText.of(id, only(rule, "description").getTextContent());
        return new Row(
                id,
                children(rule, "inputEntry").stream().map(DmnReader::text).toList(),
                children(rule, "outputEntry").stream().map(DmnReader::text).toList(),
                reason.text(),
                reason.housePolicy(),
                reason.clauses());
    }

    private static String text(Element entry) {
        return only(entry, "text").getTextContent().strip();
    }

    /** A name in both languages, written {@code 中文 | English}. */
    private static LocalText bilingual(Element element, String attribute) {
        var both = element.getAttribute(attribute).split("\\|", -1);
        if (both.length != 2 || both[0].isBlank() || both[1].isBlank()) {
            throw new IllegalArgumentException(attribute + " of " + element.getAttribute("id")
                    + " must read '中文 | English' but is: " + element.getAttribute(attribute));
        }
        return new LocalText(both[0].strip(), both[1].strip());
    }

    private static Element only(Element parent, String name) {
        var found = children(parent, name);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    parent.getAttribute("id") + " must have one " + name + " and has " + found.size());
        }
        return found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (@Nullable Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && DMN.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Document parse(String dmn) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // what is wrong is thrown, not printed
            return builder.parse(new InputSource(new StringReader(dmn)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("this is no readable XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
