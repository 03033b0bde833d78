package dev.handshakelab.quiz;

import org.jspecify.annotations.Nullable;

/** What somebody believes who chooses a wrong answer. Each has a sentence that says why not. */
public enum Mistake {
    // States
    SYN_OPENS("M11"),
    THIRD_SEGMENT_NEEDED(),
    CONNECT_IS_OPEN(),
    LISTENER_SPEAKS(),
    OLD_ANSWER_OPENS("M11"),
    TWO_CONNECTIONS("M28"),
    FIN_ENDS_BOTH("M4"),
    FIN_DRAGS_FIN("M3"),
    CLOSE_IS_CLOSED("M16"),
    FIN_WAITS_ALIKE("M5"),
    CLOSE_WAIT_MIXED_UP("M3"),
    EVERYBODY_WAITS("M9"),
    STRAIGHT_TO_TIME_WAIT("M5"),
    ANY_FIN_IS_TIME_WAIT("M8"),
    NO_NEED_TO_WAIT("M18"),
    CLOSING_ANYWAY("M8"),
    REPEATED_FIN_ENDS_WAIT("M19"),
    ANY_RESET_KILLS("M24"),
    RESET_IGNORED(),
    RESET_THEN_WAIT(),
    SYN_RESETS("M25"),
    FIN_OVERTAKES("M30"),
    ABORT_IS_CLOSE(),
    NOTICED_AT_ONCE("M22"),
    LOSS_ENDS_ALL(),
    LISTENER_GONE(),
    NO_LISTENER(),
    PLAIN_TCP(),
    STATE_STAYS(),
    NO_SUCH_WAY(),
    // Acknowledgment numbers
    ACK_REPEATS_SEQ(),
    ACK_NAMES_LAST(),
    SYN_FIN_UNCOUNTED("M12"),
    ACK_TAKES_NUMBER("M12"),
    SEGMENTS_COUNTED("M27"),
    ACK_OVER_GAP("M30"),
    ACK_GOES_BACK(),
    OWN_NUMBER(),
    // What is sent
    ACK_OF_ACK("M12"),
    RESET_ANSWERED(),
    SILENCE_WHEN_CLOSED(),
    OPENS_WITHOUT_LISTENER(),
    HALF_AN_ANSWER("M11"),
    REPEAT_IGNORED("M13"),
    GAP_IGNORED("M13"),
    CHALLENGE_FORGOTTEN("M24"),
    ACK_REPEATED("M13"),
    CLOSE_BY_RESET("M10"),
    ACK_AT_ONCE(),
    SOMETHING_IS_SENT(),
    NOTHING_IS_SENT(),
    ANOTHER_SEGMENT(),
    // Timers
    CLOSE_WAIT_TIMED("M17"),
    HEARTBEAT("M23"),
    ACK_TIMED("M13"),
    UNTIMED(),
    TIMED_THOUGH_ACKED(),
    SHUT_WINDOW_DEAD("M26"),
    OTHER_TIMER(),
    // Acceptance
    TAKEN_UNCHECKED(),
    IN_WINDOW(),
    GAP_REFUSED(),
    NO_GAP(),
    RESET_IS_EXACT("M24"),
    ACK_IN_RANGE(),
    EARLIER_CHECK(),
    NO_WINDOW_YET(),
    OPENING_COUNTS(),
    // Who waits in TIME-WAIT
    FIRST_FIN_WAITS("M9"),
    FINS_CROSSED("M9"),
    // RTO
    RTO_STAYS(),
    RTO_ADDS(),
    RTO_SHRINKS(),
    RTO_UNLIMITED(),
    // What the application is told
    TOLD_TOO_EARLY("M11"),
    RESET_IS_END(),
    END_IS_RESET(),
    NEVER_OPENED(),
    WAS_OPEN(),
    GAP_DELIVERED("M30"),
    DELIVERED_TWICE(),
    SILENCE_IS_RESET(),
    NEWS_NEEDED(),
    NO_NEWS(),
    OTHER_NEWS(),
    // What a call returns
    CALL_WORKS(),
    CALL_FAILS("M4"),
    OTHER_ERROR();

    private final @Nullable String misconceptionId;

    Mistake() {
        this.misconceptionId = null;
    }

    Mistake(String misconceptionId) {
        this.misconceptionId = misconceptionId;
    }

    /** The id of the popular misconception that it comes from; null if it comes from none. */
    public @Nullable String misconceptionId() {
        return misconceptionId;
    }
}
