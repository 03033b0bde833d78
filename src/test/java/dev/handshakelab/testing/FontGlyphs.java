package dev.handshakelab.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * The characters that a TrueType font can show: its "cmap" table, formats 4 and 12 (OpenType
 * specification).
 */
public final class FontGlyphs {
    private static final int CMAP_TAG = 0x636d6170;

    private final ByteBuffer font;
    private final BitSet codePoints = new BitSet();

    private FontGlyphs(ByteBuffer font) {
        this.font = font;
    }

    /** Reads the character table of a font file. */
    public static BitSet read(Path file) throws IOException {
        var glyphs = new FontGlyphs(ByteBuffer.wrap(Files.readAllBytes(file)));
        glyphs.readCmap();
        return glyphs.codePoints;
    }

    private void readCmap() {
        int cmap = tableOffset(CMAP_TAG);
        int subtables = u16(cmap + 2);
        for (int i = 0; i < subtables; i++) {
            int subtable = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            int format = u16(subtable);
            if (format == 4) {
                readSegments(subtable);
            } else if (format == 12) {
                readGroups(subtable);
            }
        }
    }

    private int tableOffset(int tag) {
        int tables = u16(4);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (font.getInt(entry) == tag) {
                return font.getInt(entry + 8);
            }
        }
        throw new IllegalArgumentException("the font has no character table");
    }

    private void readSegments(int subtable) {
        int doubledCount = u16(subtable + 6);
        int ends = subtable + 14;
        int starts = ends + doubledCount + 2;
        int deltas = starts + doubledCount;
        int offsets = deltas + doubledCount;
        for (int i = 0; i < doubledCount; i += 2) {
            int start = u16(starts + i);
            for (int code = start; code <= u16(ends + i) && code != 0xFFFF; code++) {
                int offset = u16(offsets + i);
                int glyph = offset == 0 ? code : u16(offsets + i + offset + 2 * (code - start));
                if (glyph != 0 && ((glyph + u16(deltas + i)) & 0xFFFF) != 0) {
                    codePoints.set(code);
                }
            }
        }
    }

    private void readGroups(int subtable) {
        int groups = font.getInt(subtable + 12);
        for (int i = 0; i < groups; i++) {
            int group = subtable + 16 + 12 * i;
            codePoints.set(font.getInt(group), font.getInt(group + 4) + 1);
        }
    }

    private int u16(int at) {
        return font.getShort(at) & 0xFFFF;
    }
}
