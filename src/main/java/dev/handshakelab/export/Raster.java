package dev.handshakelab.export;

import dev.handshakelab.export.Mark.Figure;
import dev.handshakelab.export.Mark.Pen;
import dev.handshakelab.export.Mark.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Pictures made of pixels. */
public final class Raster {
    /** The largest picture that is made, in pixels: 400 MB of memory. */
    public static final long MAX_PIXELS = 100_000_000;

    private Raster() {}

    /** How many pixels a picture has at a scale. */
    public static long pixels(Picture picture, double scale) {
        return (long) Math.ceil(picture.widthPx() * scale)
                * (long) Math.ceil(picture.heightPx() * scale);
    }

    /**
     * Writes PNG.
     *
     * @param scale pixels of the file for one of the picture
     * @throws IllegalArgumentException if it would be larger than {@link #MAX_PIXELS}
     */
    public static void writePng(Picture picture, double scale, OutputStream out)
            throws IOException {
        ImageIO.setUseCache(false);
        if (!ImageIO.write(draw(picture, scale), "png", out)) {
            throw new IOException("no writer for PNG");
        }
    }

    /** Draws a picture. */
    static BufferedImage draw(Picture picture, double scale) {
        if (pixels(picture, scale) > MAX_PIXELS) {
            throw new IllegalArgumentException("more than " + MAX_PIXELS + " pixels");
        }
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(picture.widthPx() * scale),
                        (int) Math.ceil(picture.heightPx() * scale),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(color(picture.background()));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            picture.marks().forEach(mark -> draw(mark, graphics));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void draw(Mark mark, Graphics2D graphics) {
        switch (mark) {
            case Figure figure -> {
                if (figure.fill() != null) {
                    graphics.setColor(color(figure.fill()));
                    graphics.fill(figure.outline());
                }
                if (figure.line() != null) {
                    graphics.setColor(color(figure.line()));
                    graphics.setStroke(stroke(figure.pen()));
                    graphics.draw(figure.outline());
                }
            }
            case Words words -> {
                graphics.setColor(color(words.ink()));
                graphics.fill(
                        words.face()
                                .outline(
                                        words.text(),
                                        words.sizePx(),
                                        words.x(),
                                        words.baselineY()));
            }
        }
    }

    private static BasicStroke stroke(Pen pen) {
        int cap = pen.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        int join = pen.round() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
        float[] dash = new float[pen.dashPx().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = pen.dashPx().get(i).floatValue();
        }
        return new BasicStroke(
                (float) pen.widthPx(), cap, join, 10, dash.length == 0 ? null : dash, 0);
    }

    private static Color color(Ink ink) {
        return new Color(ink.red(), ink.green(), ink.blue(), (int) Math.round(ink.opacity() * 255));
    }
}
