package dev.handshakelab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PdfWriterTest {
    private static final int WHITE = 0xFFFFFF;
    private static final int RED = 0xFF0000;

    @Test
    void whatGoesOnOverThePageDoesNotShowInItsMargin() throws IOException {
        var bar = Mark.Figure.filled(new Rectangle2D.Double(40, -500, 20, 2000), Ink.of(RED));
        var picture = new Picture(100, 140, Ink.of(WHITE), List.of(bar), "bar");
        var file = new ByteArrayOutputStream();
        PdfWriter.write(List.of(picture), "bar", file);
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            BufferedImage page = new PDFRenderer(document).renderImage(0);
            int middle = page.getWidth() / 2;
            assertThat(page.getRGB(middle, page.getHeight() / 2) & WHITE).isEqualTo(RED);
            assertThat(page.getRGB(middle, 5) & WHITE).isEqualTo(WHITE);
            assertThat(page.getRGB(middle, page.getHeight() - 5) & WHITE).isEqualTo(WHITE);
        }
    }
}
