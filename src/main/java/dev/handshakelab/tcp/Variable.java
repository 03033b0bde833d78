package dev.handshakelab.tcp;

/**
 * The variables of the control block and of the current segment (RFC 9293, 3.3.1; RFC 6298; RFC
 * 7323).
 */
public enum Variable {
    ISS("ISS"),
    SND_UNA("SND.UNA"),
    SND_NXT("SND.NXT"),
    SND_WND("SND.WND"),
    SND_UP("SND.UP"),
    SND_WL1("SND.WL1"),
    SND_WL2("SND.WL2"),
    MAX_SND_WND("MAX.SND.WND"),
    IRS("IRS"),
    RCV_NXT("RCV.NXT"),
    RCV_WND("RCV.WND"),
    RCV_UP("RCV.UP"),
    FIN_SEQ("FIN.SEQ"),
    SEG_SEQ("SEG.SEQ"),
    SEG_ACK("SEG.ACK"),
    SEG_LEN("SEG.LEN"),
    SEG_WND("SEG.WND"),
    SEG_UP("SEG.UP"),
    SEG_TSVAL("SEG.TSval"),
    TS_RECENT("TS.Recent"),
    SRTT("SRTT"),
    RTTVAR("RTTVAR"),
    RTO("RTO"),
    SEND_MSS("SendMSS"),
    SND_SHIFT("Snd.Wind.Shift"),
    RCV_SHIFT("Rcv.Wind.Shift");

    private final String rfcName;

    Variable(String rfcName) {
        this.rfcName = rfcName;
    }

    /** The name as the RFCs spell it, for example {@code SND.UNA}. */
    public String rfcName() {
        return rfcName;
    }

    /** Whether the value is a time in nanoseconds. */
    public boolean isDuration() {
        return this == SRTT || this == RTTVAR || this == RTO;
    }
}
