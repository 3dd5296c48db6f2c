package org.sluice.process.models;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Lays names in another language over those of a model; whatever has no name there keeps its own. */
final class NameOverlay {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private NameOverlay() {}

    static String apply(String bpmn, Properties namesById) {
        try {
            var document = parse(bpmn);
            var elements = document.getElementsByTagNameNS(BPMN, "*");
            for (int i = 0; i < elements.getLength(); i++) {
                var element = (Element) elements.item(i);
                var name = namesById.getProperty(element.getAttribute("id"));
                if (name != null && element.hasAttribute("name")) {
                    element.setAttribute("name", name);
                }
            }
            return write(document);
        } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
            throw new IllegalStateException("the model is not readable", e);
        }
    }

    private static Document parse(String xml) throws ParserConfigurationException, SAXException, IOException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null); // what is wrong is thrown, not printed
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static String write(Document document) throws TransformerException {
        var factory = TransformerFactory.newDefaultInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        var transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        var out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
