package dev.handshakelab.capture;

import dev.handshakelab.capture.Testimony.Change;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TransitionTable;
import dev.handshakelab.tcp.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments of one packet as {@link PacketComments} writes them. Whatever has another form
 * is passed over; what has the form but cannot be true makes the whole packet's testimony void.
 */
final class TestimonyReader {
    /** Of a longer comment nothing is read. */
    static final int MAX_OCTETS = 200;

    private static final int MAX_CHANGES = 32;

    private static final Map<String, TcpState> STATES = byName(TcpState.class, TcpState::rfcName);
    private static final Map<String, Rule> RULES = byName(Rule.class, Rule::id);
    private static final Map<String, Variant> VARIANTS =
            byName(Variant.class, PacketComments::nameOf);

    // No part of these can match the same text in two ways, so that matching is linear.
    private static final Pattern CHANGE =
            Pattern.compile(
                    "(before, at [0-9]{1,10}\\.[0-9]{9} s: )?([AB]): ([A-Z0-9-]{1,20})"
                            + " -> ([A-Z0-9-]{1,20})(?:, ([A-Z0-9-]{1,40}))?");
    private static final Pattern STATE =
            Pattern.compile("([AB]): in ([A-Z0-9-]{1,20})(?:, not TCP: ([A-Z0-9 -]{1,120}))?");

    private final List<Change> before = new ArrayList<>();
    private final List<Change> with = new ArrayList<>();
    private @Nullable TcpState state;
    private @Nullable TcpState latest;
    private @Nullable String side;
    private Set<Variant> variants = Set.of();
    private boolean isVoid;

    /** Takes the next comment. */
    void take(String comment) {
        if (isVoid) {
            return;
        }
        Matcher change = CHANGE.matcher(comment);
        if (change.matches()) {
            isVoid = !takeChange(change);
            return;
        }
        Matcher now = STATE.matcher(comment);
        if (now.matches()) {
            isVoid = !takeState(now);
        }
    }

    private boolean takeChange(Matcher match) {
        TcpState from = STATES.get(match.group(3));
        TcpState to = STATES.get(match.group(4));
        String ruleId = match.group(5);
        Rule rule = ruleId == null ? null : RULES.get(ruleId);
        boolean isCrash = ruleId == null && to == TcpState.CLOSED;
        if (from == null || to == null || from == to || (rule == null && !isCrash)) {
            return false;
        }
        if (rule != null && !TransitionTable.has(rule, from, to)) {
            return false;
        }
        boolean isEarlier = match.group(1) != null;
        boolean inOrder = state == null && (latest == null || latest == from);
        if (!inOrder || !isSameSide(match.group(2)) || (isEarlier && !with.isEmpty())) {
            return false;
        }
        latest = to;
        (isEarlier ? before : with).add(new Change(from, to, rule));
        return before.size() + with.size() <= MAX_CHANGES;
    }

    private boolean takeState(Matcher match) {
        TcpState now = STATES.get(match.group(2));
        boolean fits = state == null && now != null && (latest == null || latest == now);
        if (!fits || !isSameSide(match.group(1))) {
            return false;
        }
        state = now;
        if (match.group(3) != null) {
            variants = EnumSet.noneOf(Variant.class);
            for (String name : match.group(3).split(" ", -1)) {
                Variant variant = VARIANTS.get(name);
                if (variant == null) {
                    return false;
                }
                variants.add(variant);
            }
        }
        return true;
    }

    private boolean isSameSide(String said) {
        side = side == null ? said : side;
        return side.equals(said);
    }

    /** What the comments say together; null if they say nothing, or what cannot be. */
    @Nullable Testimony testimony() {
        TcpState now = state;
        if (isVoid || now == null) {
            return null;
        }
        boolean isCounterfactual =
                Stream.concat(before.stream(), with.stream())
                        .anyMatch(change ->
                                change.rule() != null && change.rule().isCounterfactual());
        return isCounterfactual && variants.isEmpty()
                ? null
                : new Testimony(before, with, now, variants);
    }

    private static <E extends Enum<E>> Map<String, E> byName(
            Class<E> type, Function<E, String> name) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }
}
