package dev.handshakelab.tcp;

import java.util.List;

/** How an endpoint chooses its initial send sequence number (RFC 9293, 3.4.1). */
public sealed interface IssPolicy {
    /**
     * The number for the next connection.
     *
     * @param used how many numbers this endpoint has chosen before
     * @param nowNanos virtual time
     */
    int choose(int used, long nowNanos, TcpSocket local, TcpSocket remote);

    /**
     * Numbers given beforehand, one a connection; after the last one each further connection adds
     * 100.
     *
     * @param numbers at least one
     */
    record Given(List<Integer> numbers) implements IssPolicy {
        public Given {
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("no number");
            }
        }

        @Override
        public int choose(int used, long nowNanos, TcpSocket local, TcpSocket remote) {
            int last = numbers.size() - 1;
            return used <= last ? numbers.get(used) : numbers.get(last) + 100 * (used - last);
        }
    }

    /**
     * A clock of 4 microseconds plus a keyed hash of the four numbers that name the connection
     * (SHLD-1, RFC 6528). The hash is a 64-bit mixing function: good enough to show the rule, not
     * to keep a secret.
     *
     * @param secret the key
     */
    record ClockAndHash(long secret) implements IssPolicy {
        private static final long TICK_NANOS = 4_000;

        @Override
        public int choose(int used, long nowNanos, TcpSocket local, TcpSocket remote) {
            long hash = secret;
            hash = mix(hash ^ local.address().hashCode());
            hash = mix(hash ^ local.port());
            hash = mix(hash ^ remote.address().hashCode());
            hash = mix(hash ^ remote.port());
            return (int) (nowNanos / TICK_NANOS + hash);
        }

        private static long mix(long value) {
            long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
            return mixed ^ (mixed >>> 31);
        }
    }
}
