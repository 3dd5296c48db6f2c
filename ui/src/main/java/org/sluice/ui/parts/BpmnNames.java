package org.sluice.ui.parts;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.sluice.process.models.ProcessModels;

/** The names that a model gives its elements; an element without a name is called by its id. */
public record BpmnNames(Map<String, String> byId) {

    /** As the reader's language calls an element of one of the house's processes; of an unknown process by its id. */
    public static String ofElement(String processKey, String id) {
        return ProcessModels.keys().contains(processKey)
                ? of(ProcessModels.xml(processKey, Words.locale())).name(id)
                : id;
    }

    public static BpmnNames of(String xml) {
        var names = new HashMap<String, String>();
        try {
            var reader = safely().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var id = reader.getAttributeValue(null, "id");
                    var name = reader.getAttributeValue(null, "name");
                    if (id != null && name != null && !name.isBlank()) {
                        names.put(id, name.strip().replaceAll("\\s+", " "));
                    }
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not a BPMN model", e);
        }
        return new BpmnNames(Map.copyOf(names));
    }

    /** No document types, no entities: a model comes from a file, but nothing here may open another one. */
    private static XMLInputFactory safely() {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    public String name(String id) {
        return byId.getOrDefault(id, id);
    }
}
