package dev.handshakelab.view.inspector;

import dev.handshakelab.tcp.Octets;

/**
 * What a capture has of a segment.
 *
 * @param octets from the header on
 * @param isWhole whether these are all that it had
 * @param isFromSender whether they were captured at the host that sent it, perhaps before its
 *     network device had finished it
 * @param packet the number of its packet in the file
 * @param fileName the file
 */
public record OwnOctets(
        Octets octets, boolean isWhole, boolean isFromSender, int packet, String fileName) {}
