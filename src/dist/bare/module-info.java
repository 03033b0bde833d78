/** A window with one label: what JavaFX itself takes to start. */
module bare {
    requires javafx.controls;

    exports bare to
            javafx.graphics;
}
