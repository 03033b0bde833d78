import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.attributes.ViewBox;
import java.awt.Component;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Makes the icon in every format from the one SVG: PNG for the window and for Linux, ICO for
 * Windows, ICNS for macOS. Run it with {@code ./mvnw -Picons generate-resources} after a change of
 * the SVG and commit what it writes.
 */
final class Icons {
    private static final Path SVG = Path.of("assets", "icon", "handshake-lab.svg");
    private static final Path PNG = Path.of("src/main/resources/dev/handshakelab/icon");
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    /** The types of Apple's icon container that hold PNG files, by their size in px. */
    private static final Map<String, Integer> ICNS =
            new TreeMap<>(
                    Map.of(
                            "icp4", 16, "icp5", 32, "ic11", 32, "ic12", 64, "ic07", 128, "ic13", 256,
                            "ic08", 256, "ic14", 512, "ic09", 512, "ic10", 1024));

    private Icons() {}

    public static void main(String[] args) throws IOException {
        Files.createDirectories(PNG);
        for (int size : SIZES) {
            Files.write(PNG.resolve(size + ".png"), png(size));
        }
        Files.write(SVG.resolveSibling("handshake-lab.ico"), ico());
        Files.write(SVG.resolveSibling("handshake-lab.icns"), icns());
    }

    private static byte[] png(int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new SVGLoader()
                .load(SVG.toUri().toURL())
                .render((Component) null, graphics, new ViewBox(0, 0, size, size));
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** A directory of PNG files, which Windows reads since Vista. */
    private static byte[] ico() throws IOException {
        var images = new ByteArrayOutputStream();
        int offset = 6 + 16 * SIZES.size();
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) SIZES.size());
        for (int size : SIZES) {
            byte[] png = png(size);
            // 256 is written as 0; then: no palette, one plane, 32 bits a pixel.
            head.put((byte) size).put((byte) size).putShort((short) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(offset + images.size());
            images.write(png);
        }
        var all = new ByteArrayOutputStream();
        all.write(head.array());
        images.writeTo(all);
        return all.toByteArray();
    }

    private static byte[] icns() throws IOException {
        var entries = new ByteArrayOutputStream();
        var out = new DataOutputStream(entries);
        for (Map.Entry<String, Integer> entry : ICNS.entrySet()) {
            byte[] png = png(entry.getValue());
            out.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(png.length + 8);
            out.write(png);
        }
        var all = new ByteArrayOutputStream();
        var head = new DataOutputStream(all);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(entries.size() + 8);
        entries.writeTo(all);
        return all.toByteArray();
    }
}
