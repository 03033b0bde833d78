package dev.handshakelab.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** Writes an animated GIF that plays for ever. Of each still only what changed is stored. */
public final class GifWriter {
    /**
     * A picture and how long it is shown.
     *
     * @param hundredths in hundredths of a second, 2 or more
     */
    public record Still(Picture picture, int hundredths) {}

    /** Gets the stills one by one, so that only one is in memory. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Is told how many stills were written.
         *
         * @return whether to go on
         */
        boolean written(int stills);
    }

    private final ImageWriter writer;
    private @Nullable BufferedImage before;

    private GifWriter(ImageWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes stills of equal size.
     *
     * @return false if {@code progress} stopped it; then the file is not complete
     */
    public static boolean write(
            Iterator<Still> stills, double scale, OutputStream out, Progress progress)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ImageIO.setUseCache(false);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            GifWriter gif = new GifWriter(writer);
            int count = 0;
            while (stills.hasNext()) {
                gif.add(stills.next(), scale);
                count++;
                if (!progress.written(count)) {
                    return false;
                }
            }
            writer.endWriteSequence();
            return true;
        } finally {
            writer.dispose();
        }
    }

    private void add(Still still, double scale) throws IOException {
        BufferedImage image = Raster.draw(still.picture(), scale);
        int top = 0;
        int bottom = image.getHeight();
        if (before != null) {
            while (top < bottom - 1 && sameRow(before, image, top)) {
                top++;
            }
            while (bottom > top + 1 && sameRow(before, image, bottom - 1)) {
                bottom--;
            }
        }
        BufferedImage part = image.getSubimage(0, top, image.getWidth(), bottom - top);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        describe(metadata, top, still.hundredths(), before == null);
        writer.writeToSequence(new IIOImage(part, null, metadata), null);
        before = image;
    }

    private static boolean sameRow(BufferedImage a, BufferedImage b, int y) {
        for (int x = 0; x < a.getWidth(); x++) {
            if (a.getRGB(x, y) != b.getRGB(x, y)) {
                return false;
            }
        }
        return true;
    }

    private static void describe(IIOMetadata metadata, int top, int hundredths, boolean first)
            throws IOException {
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageTopPosition", Integer.toString(top));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        if (first) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(format, root);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return (IIOMetadataNode) Objects.requireNonNull(node);
            }
        }
        IIOMetadataNode added = new IIOMetadataNode(name);
        root.appendChild(added);
        return added;
    }
}
