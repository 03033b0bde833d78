package dev.handshakelab.sim;

import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Flight.Fate;
import java.util.Optional;

/** Does what a touch says; what cannot happen leaves no fact. */
final class Touches {
    private Touches() {}

    static void perform(Turn turn, Plan plan, Touch touch) {
        long nowNanos = turn.nowNanos();
        Traffic traffic = turn.traffic();
        switch (touch) {
            case Touch.Act(var action) -> Scripts.perform(turn, plan, action);
            case Touch.Drop(long id) -> traffic.flight(id).ifPresent(traffic::lose);
            case Touch.Delay(long id, long extraNanos) ->
                    traffic.flight(id).ifPresent(flight -> delay(traffic, flight, extraNanos));
            case Touch.Duplicate(long id, long laterNanos) -> {
                Optional<Flight> flight = traffic.flight(id);
                if (flight.isPresent()) {
                    boolean held = flight.get().fate() instanceof Fate.Held;
                    long from = held ? nowNanos : flight.get().endsAtNanos();
                    traffic.copy(flight.get(), Clock.later(from, laterNanos));
                }
            }
            case Touch.Hold(long id) ->
                    traffic.flight(id)
                            .filter(flight -> !(flight.fate() instanceof Fate.Held))
                            .ifPresent(flight -> traffic.reroute(flight, new Fate.Held()));
            case Touch.Deliver(long id, long delayNanos) -> {
                Fate fate = new Fate.Arrives(Clock.later(nowNanos, delayNanos));
                traffic.flight(id).ifPresent(flight -> traffic.reroute(flight, fate));
            }
            case Touch.FireTimer(var side, var kind) -> {
                if (turn.host(side).tcb().timers().isRunning(kind)) {
                    turn.fire(side, kind);
                }
            }
            case Touch.AddFault(var rule) -> traffic.expect(rule);
            case Touch.Hurry(int index) ->
                    Scripts.perform(turn, plan, plan.script().get(index).action());
            case Touch.NetworkMode(boolean manual) -> traffic.setManual(manual);
        }
    }

    private static void delay(Traffic traffic, Flight flight, long extraNanos) {
        switch (flight.fate()) {
            case Fate.Arrives(long atNanos) ->
                    traffic.reroute(flight, new Fate.Arrives(Clock.later(atNanos, extraNanos)));
            case Fate.Lost(long atNanos) ->
                    traffic.reroute(flight, new Fate.Lost(Clock.later(atNanos, extraNanos)));
            case Fate.Held() -> {
                // stays held
            }
        }
    }
}
