package org.sluice.protocol.oprf;

import java.util.List;
import org.sluice.protocol.Column;

/** The last step of RFC 9497, on either side: input and element hashed together, with the public text where there is one. */
final class Finalizing {

    private final Mode mode;
    private final PublicText text;

    Finalizing(Mode mode, PublicText text) {
        this.mode = mode;
        this.text = text;
    }

    /** @param elements one for each input, encoded */
    Column outputs(List<byte[]> inputs, Column elements) {
        byte[] outputs = new byte[Math.multiplyExact(inputs.size(), Evaluator.OUTPUT)];
        for (int i = 0; i < inputs.size(); i++) {
            System.arraycopy(
                    output(inputs.get(i), elements.row(i)), 0, outputs, i * Evaluator.OUTPUT, Evaluator.OUTPUT);
        }
        return Column.owning(outputs, Evaluator.OUTPUT);
    }

    private byte[] output(byte[] input, byte[] element) {
        Framed framed = new Framed().part(input);
        if (mode == Mode.POPRF) {
            framed.part(text.bytes());
        }
        return framed.part(element).label("Finalize").sha256();
    }
}
