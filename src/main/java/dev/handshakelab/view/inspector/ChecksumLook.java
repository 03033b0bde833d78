package dev.handshakelab.view.inspector;

/** What can be said about a checksum. */
enum ChecksumLook {
    VALID,
    WRONG,
    /** The sender's system leaves it to the network device, which works on it after the capture. */
    UNFINISHED,
    /** Not all octets that it covers are at hand. */
    UNCHECKED
}
