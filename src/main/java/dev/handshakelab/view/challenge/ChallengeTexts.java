package dev.handshakelab.view.challenge;

import dev.handshakelab.scenario.Allowance;
import dev.handshakelab.scenario.Challenge;
import dev.handshakelab.scenario.Challenge.Part;
import dev.handshakelab.scenario.TouchKind;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import java.util.stream.Collectors;

/** The words of a challenge. */
public final class ChallengeTexts {
    private ChallengeTexts() {}

    static String text(Challenge challenge, Part part, Messages messages) {
        return messages.get(challenge.key(part));
    }

    static String difficulty(Challenge challenge, Messages messages) {
        return messages.get("challenge.difficulty." + challenge.difficulty());
    }

    /** What may be done. */
    static String allowed(Allowance allowed, Messages messages) {
        String kinds = kinds(allowed, messages);
        return allowed.sides().size() == Side.values().length
                ? messages.get("challenge.allowed", kinds)
                : messages.get("challenge.allowed.side", sides(allowed), kinds);
    }

    private static String kinds(Allowance allowed, Messages messages) {
        return allowed.kinds().stream()
                .sorted()
                .map(kind -> kind(kind, messages))
                .collect(Collectors.joining(messages.get("challenge.joint")));
    }

    private static String sides(Allowance allowed) {
        return allowed.sides().stream().sorted().map(Side::name).collect(Collectors.joining(" "));
    }

    private static String kind(TouchKind kind, Messages messages) {
        return messages.get("challenge.kind." + kind.name());
    }

    /** How many touches. */
    static String count(int touches, Messages messages) {
        return messages.get("challenge.count", touches, Integer.toString(touches));
    }

    /** How it was solved. */
    static String solved(Challenge challenge, int touches, Messages messages) {
        return touches <= challenge.fewest()
                ? messages.get("challenge.solved.fewest", count(touches, messages))
                : messages.get(
                        "challenge.solved.more",
                        count(touches, messages),
                        count(challenge.fewest(), messages));
    }

    /** Why a touch is refused. */
    public static String refusal(
            Challenge challenge, Allowance.Refusal why, Touch touch, Messages messages) {
        Allowance allowed = challenge.allowed();
        return switch (why) {
            case KIND ->
                    messages.get(
                            "challenge.refused.KIND",
                            kind(TouchKind.of(touch), messages),
                            kinds(allowed, messages));
            case SIDE -> messages.get("challenge.refused.SIDE", sides(allowed));
            case MOST -> messages.get("challenge.refused.MOST");
        };
    }
}
