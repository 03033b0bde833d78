package dev.handshakelab.capture;

/** Is told how far reading has come, every few hundred packets, and may stop it. */
@FunctionalInterface
public interface ReadingObserver {
    /** Never stops. */
    ReadingObserver PATIENT = (_, _) -> true;

    /**
     * Reading has come to here.
     *
     * @param fileOctets how many octets of the file were read, compressed as they are
     * @param packets how many packets were found so far
     * @return whether to go on
     */
    boolean progress(long fileOctets, long packets);
}
