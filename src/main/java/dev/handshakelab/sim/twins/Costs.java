package dev.handshakelab.sim.twins;

import dev.handshakelab.sim.HostState;
import dev.handshakelab.sim.Run;
import dev.handshakelab.sim.World;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.List;

/** Compares what went wrong in two runs: what the variant does worse than TCP is its cost. */
final class Costs {
    private final Run tcp;
    private final Run variant;
    private final Ledger good;
    private final Ledger bad;
    private final int lastFrame;
    private final List<Cost> costs = new ArrayList<>();

    private Costs(Run tcp, Run variant, Alignment aligned, int fromFrame) {
        this.tcp = tcp;
        this.variant = variant;
        good = new Ledger(aligned.first(), fromFrame);
        bad = new Ledger(aligned.second(), fromFrame);
        lastFrame = aligned.second().lastIndex();
    }

    /**
     * What the variant costs, the worst first.
     *
     * @param fromFrame the first difference
     */
    static List<Cost> of(Run tcp, Run variant, Alignment aligned, int fromFrame) {
        Costs costs = new Costs(tcp, variant, aligned, fromFrame);
        for (Side side : Side.values()) {
            costs.stranded(side);
        }
        costs.ghosts();
        for (Side side : Side.values()) {
            costs.octets(side);
        }
        costs.broken();
        for (Side side : Side.values()) {
            costs.vain(side);
        }
        costs.ackWar();
        return costs.costs;
    }

    private void stranded(Side side) {
        if (isStranded(variant.last(), side) && !isStranded(tcp.last(), side)) {
            costs.add(
                    new Cost.Stranded(
                            bad.sinceWhen(side),
                            side,
                            variant.last().tcb(side).state(),
                            variant.last().tcb(side.other()).state(),
                            tcp.last().tcb(side).state()));
        }
    }

    private static boolean isStranded(World world, Side side) {
        HostState host = world.host(side);
        TcpState state = host.tcb().state();
        boolean half = state.isSynchronized() || state == TcpState.SYN_RECEIVED;
        boolean quiet =
                host.tcb().timers().all().isEmpty()
                        && world.inTransit().stream()
                                .allMatch(flight -> flight.fate() instanceof Flight.Fate.Held);
        return half && quiet && host.up() && Ledger.isNoConnection(world.tcb(side.other()).state());
    }

    private void ghosts() {
        for (Cost.GhostConnected ghost : bad.ghosts()) {
            if (good.ghosts().stream().noneMatch(other -> other.side() == ghost.side())) {
                costs.add(ghost);
            }
        }
    }

    private void octets(Side side) {
        Findings twice = bad.receiver(side).findings(Receiver.Fault.TWICE);
        if (isWorse(side, Receiver.Fault.TWICE)) {
            costs.add(new Cost.DeliveredTwice(twice.firstFrame(), side, twice.text()));
        }
        Findings old = bad.receiver(side).findings(Receiver.Fault.OLD);
        if (isWorse(side, Receiver.Fault.OLD)) {
            costs.add(new Cost.DeliveredForeign(old.firstFrame(), side, old.text(), false));
        }
        Findings forged = bad.receiver(side).findings(Receiver.Fault.FORGED);
        if (isWorse(side, Receiver.Fault.FORGED)) {
            costs.add(new Cost.DeliveredForeign(forged.firstFrame(), side, forged.text(), true));
        }
        Findings late = bad.receiver(side).findings(Receiver.Fault.OUT_OF_ORDER);
        if (isWorse(side, Receiver.Fault.OUT_OF_ORDER)) {
            costs.add(new Cost.DeliveredOutOfOrder(late.firstFrame(), side, late.text()));
        }
        int missing = good.receiver(side).good() - bad.receiver(side).good();
        if (missing > 0) {
            costs.add(new Cost.NeverDelivered(lastFrame, side, missing));
        }
    }

    private boolean isWorse(Side side, Receiver.Fault fault) {
        return bad.receiver(side).findings(fault).count()
                > good.receiver(side).findings(fault).count();
    }

    private void broken() {
        for (Side side : Side.values()) {
            List<Cost.Broken> here = broken(bad, side);
            List<Cost.Broken> inTcp = broken(good, side);
            for (int i = 0; i < here.size(); i++) {
                Cost.Broken cost = here.get(i);
                boolean breaksToo = i < inTcp.size();
                if (!breaksToo || inTcp.get(i).frame() > cost.frame()) {
                    costs.add(
                            new Cost.Broken(
                                    cost.frame(),
                                    side,
                                    cost.from(),
                                    cost.reply(),
                                    cost.origin(),
                                    inTcp(side, breaksToo)));
                }
            }
        }
    }

    private static List<Cost.Broken> broken(Ledger ledger, Side side) {
        return ledger.broken().stream().filter(cost -> cost.side() == side).toList();
    }

    private Cost.InTcp inTcp(Side side, boolean breaksToo) {
        if (breaksToo) {
            return Cost.InTcp.BREAKS_LATER;
        }
        return good.closedNormally(side) ? Cost.InTcp.CLOSES_NORMALLY : Cost.InTcp.SURVIVES;
    }

    private void vain(Side side) {
        if (bad.vain(side) > good.vain(side)) {
            costs.add(
                    new Cost.SentInVain(
                            bad.firstVainFrame(side), side, bad.vain(side), good.vain(side)));
        }
    }

    private void ackWar() {
        int suppressed = throttled(bad);
        if (suppressed > throttled(good)) {
            Side side = bad.throttled(Side.A) > 0 ? Side.A : Side.B;
            costs.add(
                    new Cost.AckWar(
                            bad.firstThrottledFrame(side), side, bad.emptyAcks(), suppressed));
        }
    }

    private static int throttled(Ledger ledger) {
        return ledger.throttled(Side.A) + ledger.throttled(Side.B);
    }
}
