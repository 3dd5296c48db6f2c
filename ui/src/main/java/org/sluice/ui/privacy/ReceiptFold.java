package org.sluice.ui.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.sluice.ui.parts.Words;

/** A party's receipt as it signed it: to read, to copy, and to keep as a file that {@code sluice-worker verify-receipts} reads. */
final class ReceiptFold extends Composite<NativeDetails> {

    /** Where a page may not reach the clipboard, the text is marked instead, and the keyboard copies it. */
    private static final String COPY = """
            const mark = () => getSelection().selectAllChildren(this);
            mark();
            navigator.clipboard?.writeText(this.textContent).catch(mark);
            """;

    /** @param file name under which it is kept */
    ReceiptFold(String receipt, String party, String file) {
        var text = new Pre(receipt);
        text.getStyle().setWhiteSpace(Style.WhiteSpace.PRE_WRAP).set("overflow-wrap", "anywhere");
        var copy = new Button(
                Words.of("privacy.job.receipt.copy"), click -> text.getElement().executeJs(COPY));
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL);
        copy.setAriaLabel(Words.of("privacy.job.receipt.copyOf", party));
        var keep = new Anchor(handler(receipt, file), Words.of("privacy.job.receipt.download"));
        keep.getElement().setAttribute("download", file);
        keep.getElement().setAttribute("aria-label", Words.of("privacy.job.receipt.downloadOf", party));
        var ways = new Div(copy, keep);
        ways.addClassName("form-ways");
        getContent().setSummaryText(Words.of("privacy.job.receipt"));
        getContent().setContent(new Div(text, ways));
    }

    private static DownloadHandler handler(String receipt, String file) {
        var bytes = receipt.getBytes(StandardCharsets.UTF_8);
        return DownloadHandler.fromInputStream(download ->
                new DownloadResponse(new ByteArrayInputStream(bytes), file, "application/octet-stream", bytes.length));
    }
}
