/** Handshake Lab: TCP (RFC 9293) opening and closing, run by a real state machine and drawn. */
module dev.handshakelab {
    requires static org.jspecify;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires info.picocli;
    requires org.snakeyaml.engine;
    requires java.desktop;
    requires java.logging;
    // PDFBox needs it, and an automatic module cannot say so.
    requires org.apache.commons.logging;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.kordamp.ikonli.core;

    // Where the outlines of icons are.
    uses org.kordamp.ikonli.IkonHandler;

    // JavaFX creates the application object.
    exports dev.handshakelab to
            javafx.graphics;
    // FXML creates the controls.
    exports dev.handshakelab.view.diagram to
            javafx.fxml;
    exports dev.handshakelab.view.fxml to
            javafx.fxml;
    exports dev.handshakelab.view.statemap to
            javafx.fxml;

    // FXML fills the fields of controllers and makes our own controls.
    opens dev.handshakelab.view.branches to
            javafx.fxml;
    opens dev.handshakelab.view.capture to
            javafx.fxml;
    opens dev.handshakelab.view.challenge to
            javafx.fxml;
    opens dev.handshakelab.view.coach to
            javafx.fxml;
    opens dev.handshakelab.view.compare to
            javafx.fxml;
    opens dev.handshakelab.view.details to
            javafx.fxml;
    opens dev.handshakelab.view.explain to
            javafx.fxml;
    opens dev.handshakelab.view.help to
            javafx.fxml;
    opens dev.handshakelab.view.export to
            javafx.fxml;
    opens dev.handshakelab.view.fxml to
            javafx.fxml;
    opens dev.handshakelab.view.host to
            javafx.fxml;
    opens dev.handshakelab.view.inspector to
            javafx.fxml;
    opens dev.handshakelab.view.keep to
            javafx.fxml;
    opens dev.handshakelab.view.library to
            javafx.fxml;
    opens dev.handshakelab.view.main to
            javafx.fxml;
    opens dev.handshakelab.view.myths to
            javafx.fxml;
    opens dev.handshakelab.view.notice to
            javafx.fxml;
    opens dev.handshakelab.view.predict to
            javafx.fxml;
    opens dev.handshakelab.view.rules to
            javafx.fxml;
    opens dev.handshakelab.view.terms to
            javafx.fxml;
    opens dev.handshakelab.view.touch to
            javafx.fxml;
    opens dev.handshakelab.view.transport to
            javafx.fxml;
}
