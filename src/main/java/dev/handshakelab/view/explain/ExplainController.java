package dev.handshakelab.view.explain;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.view.text.Messages;
import javafx.beans.value.ObservableObjectValue;

public final class ExplainController {
    public ExplainController(ObservableObjectValue<Scenario> s, Messages messages) {}
}
