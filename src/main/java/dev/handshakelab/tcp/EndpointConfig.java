package dev.handshakelab.tcp;

/**
 * What an endpoint is given for its whole life.
 *
 * @param local its own socket
 * @param options its settings
 * @param issPolicy how it chooses initial sequence numbers
 */
public record EndpointConfig(TcpSocket local, TcpOptions options, IssPolicy issPolicy) {
    public EndpointConfig withOptions(TcpOptions newOptions) {
        return new EndpointConfig(local, newOptions, issPolicy);
    }
}
