package dev.handshakelab.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.tcp.Switch;
import dev.handshakelab.tcp.TcpOptions;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.testing.Stage;
import dev.handshakelab.timeline.Side;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void asTcpKeepsEverythingButTheVariants() {
        TcpOptions later = TcpOptions.RFC.with(Switch.TIMESTAMPS);
        Plan plain =
                new Stage()
                        .options(Side.A, to -> to.with(Switch.RFC_1337))
                        .established()
                        .then(5, new Action.SetOptions(Side.B, later))
                        .plan();
        Plan broken =
                new Stage()
                        .options(Side.A, to -> to.with(Switch.RFC_1337).with(Variant.NO_TIME_WAIT))
                        .options(Side.B, to -> to.with(Variant.ISN_ZERO))
                        .established()
                        .then(5, new Action.SetOptions(Side.B, later.with(Variant.ISN_ZERO)))
                        .plan();

        assertThat(broken).isNotEqualTo(plain);
        assertThat(broken.asTcp()).isEqualTo(plain);
        assertThat(plain.asTcp()).isEqualTo(plain);
    }
}
