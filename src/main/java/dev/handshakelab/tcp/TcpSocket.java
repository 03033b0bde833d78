package dev.handshakelab.tcp;

/**
 * A socket in the RFC's sense: an address and a port (RFC 9293, 3.3.2).
 *
 * @param address an IPv4 or IPv6 address in text form; the machine only compares it
 * @param port 0 to 65535
 */
public record TcpSocket(String address, int port) {
    public TcpSocket {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: " + port);
        }
    }

    @Override
    public String toString() {
        return address.indexOf(':') < 0 ? address + ":" + port : "[" + address + "]:" + port;
    }
}
