package dev.handshakelab.capture;

/** Addresses as people write them (for IPv6: RFC 5952, 4). */
final class IpText {
    private static final int GROUPS = 8;

    private IpText() {}

    /**
     * Writes an address.
     *
     * @param octets 4 or 16
     */
    static String of(byte[] bytes, int at, int octets) {
        return octets == 4 ? ipv4(bytes, at) : ipv6(bytes, at);
    }

    private static String ipv4(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                + "."
                + (bytes[at + 1] & 0xff)
                + "."
                + (bytes[at + 2] & 0xff)
                + "."
                + (bytes[at + 3] & 0xff);
    }

    private static String ipv6(byte[] bytes, int at) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[at + 2 * i] & 0xff) << 8 | (bytes[at + 2 * i + 1] & 0xff);
        }
        int longestAt = GROUPS;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                longest = end - i;
                longestAt = i;
            }
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < GROUPS) {
            if (i == longestAt) {
                text.append("::");
                i += longest;
            } else {
                boolean separated = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(separated ? "" : ":").append(Integer.toHexString(groups[i]));
                i++;
            }
        }
        return text.toString();
    }
}
