package dev.handshakelab.capture;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the options behind a packet in a pcapng file say.
 *
 * @param travel which way it went
 * @param testimony what this program wrote beside it; null if it did not
 */
record PacketOptions(Travel travel, @Nullable Testimony testimony) {
    private static final int FLAGS = 2;
    private static final int MAX_OPTIONS = 64;

    /**
     * Reads options.
     *
     * @param blockAt where the block begins
     * @param padding how many octets to leave out first
     * @param end where the block's last field begins
     * @param isOwn whether this program wrote the section; only then comments are looked at
     */
    static PacketOptions read(
            CaptureInput input, long blockAt, long padding, long end, boolean isOwn)
            throws StoppedException {
        TestimonyReader reader = isOwn ? new TestimonyReader() : null;
        byte[] bytes = new byte[isOwn ? TestimonyReader.MAX_OCTETS : 4];
        Travel travel = Travel.UNKNOWN;
        long at = input.position() + padding;
        for (int i = 0; i < MAX_OPTIONS && at + 4 <= end; i++) {
            input.skip(at - input.position(), blockAt);
            input.readFully(bytes, 4, blockAt);
            int code = input.pair(bytes, 0);
            int length = input.pair(bytes, 2);
            at += 4 + (length + 3 & ~3);
            if (code == PcapngReader.OPTION_END || at > end) {
                break;
            }
            if (code == FLAGS && length == 4) {
                travel =
                        switch ((int) input.readWord(blockAt) & 3) {
                            case 1 -> Travel.IN;
                            case 2 -> Travel.OUT;
                            default -> Travel.UNKNOWN;
                        };
                if (reader == null) {
                    break;
                }
            } else if (reader != null
                    && code == PcapngReader.OPTION_COMMENT
                    && length <= TestimonyReader.MAX_OCTETS) {
                input.readFully(bytes, length, blockAt);
                reader.take(new String(bytes, 0, length, StandardCharsets.UTF_8));
            }
        }
        return new PacketOptions(travel, reader == null ? null : reader.testimony());
    }
}
