package dev.handshakelab.bench;

import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.DiagramSettings;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.TextMeasure;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.testing.LongRuns;
import dev.handshakelab.testing.PlainLabels;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A story of some length and its picture. */
@State(Scope.Benchmark)
public class LongStory {
    static final Labels LABELS = new PlainLabels();

    /** Measures like a font of common widths. */
    static final TextMeasure MEASURE =
            (text, sizePx, bold) -> text.length() * (bold ? 0.6 : 0.55) * sizePx;

    /** How many events it has. */
    @Param({"100", "10000", "1000000"})
    public int events;

    Run run = Simulation.run(LongRuns.transfer(2));
    DiagramLayout layout =
            DiagramLayout.of(run.timeline(), settings(14), LABELS, MEASURE);

    /** Runs it and draws it. */
    @Setup
    public void prepare() {
        run = Simulation.run(LongRuns.transfer(events));
        layout = DiagramLayout.of(run.timeline(), settings(14), LABELS, MEASURE);
    }

    static DiagramSettings settings(double fontSizePx) {
        return new DiagramSettings(900, fontSizePx, false, false, false);
    }
}
