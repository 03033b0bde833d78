package dev.handshakelab.view.text;

import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/**
 * The texts for people in the language of the moment. The language can change at any time; what
 * {@link #binding} and {@link #bind} fill follows it.
 *
 * <p>A text with placeholders is a {@link MessageFormat} pattern; one without is taken as it
 * stands. The bundles write the apostrophe as ’, which means nothing to the pattern syntax. Numbers
 * come out in plain digits, because most of them are sequence numbers.
 */
public final class Messages {
    /** The languages that have a bundle: English, Simplified Chinese. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final String BUNDLE = "dev.handshakelab.i18n.messages";

    /** The bundle that was asked for last; to look it up takes longer than to look into it. */
    private volatile @Nullable Found found;

    private record Found(Locale locale, ResourceBundle bundle) {}

    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(this, "locale");

    /**
     * Texts in the language of {@link #LOCALES} that fits {@code locale} best; English if none
     * does.
     */
    public Messages(Locale locale) {
        this.locale.set(nearest(locale));
    }

    /**
     * The language with a bundle that fits {@code locale} best: Chinese for any Chinese, otherwise
     * English.
     */
    public static Locale nearest(Locale locale) {
        return locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /**
     * The language of the moment; a locale without a bundle counts as the {@link #nearest} one that
     * has one.
     */
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    public Locale getLocale() {
        return locale.get();
    }

    public void setLocale(Locale newLocale) {
        locale.set(newLocale);
    }

    /** Whether the language of the moment is Chinese. */
    public boolean isChinese() {
        return nearest(getLocale()).equals(Locale.SIMPLIFIED_CHINESE);
    }

    /**
     * The text of a key with its arguments filled in.
     *
     * @throws MissingResourceException if the bundles have no such key
     */
    public String get(String key, Object... args) {
        String pattern = bundle().getString(key);
        return forTheFont(fill(pattern, args));
    }

    private String fill(String pattern, Object... args) {
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        MessageFormat format = new MessageFormat(pattern, getLocale());
        return format.format(plainNumbers(format, args));
    }

    /**
     * The text as the app's font can show it: quotation marks, apostrophe and ellipsis are as wide
     * as an ideograph there, which is right in Chinese and tears a western word apart.
     */
    private String forTheFont(String text) {
        return isChinese()
                ? text
                : text.replace('’', '\'')
                        .replace('‘', '\'')
                        .replace('“', '"')
                        .replace('”', '"')
                        .replace("…", "...");
    }

    /** Whether the bundles have a key. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** The text of a key, always in the language of the moment. */
    public StringBinding binding(String key, Object... args) {
        return Bindings.createStringBinding(() -> get(key, args), locale);
    }

    /** Lets a label, button, check box or another labeled control show the text of a key. */
    public void bind(Labeled labeled, String key, Object... args) {
        labeled.textProperty().bind(binding(key, args));
    }

    /** Lets a menu or a menu item show the text of a key. */
    public void bind(MenuItem item, String key, Object... args) {
        item.textProperty().bind(binding(key, args));
    }

    /**
     * The bundle of the language of the moment.
     *
     * <p>The root bundle is the English one. It must be asked for as such: for {@code en} the
     * default locale of the machine would be tried before it.
     */
    ResourceBundle bundle() {
        Locale wanted = isChinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        Found last = found;
        if (last == null || !last.locale().equals(wanted)) {
            last = new Found(wanted, ResourceBundle.getBundle(BUNDLE, wanted));
            found = last;
        }
        return last.bundle();
    }

    private static Object[] plainNumbers(MessageFormat format, Object[] args) {
        Format[] formats = format.getFormatsByArgumentIndex();
        Object[] plain = args.clone();
        for (int i = 0; i < plain.length; i++) {
            boolean hasOwnFormat = i < formats.length && formats[i] != null;
            if (plain[i] instanceof Number number && !hasOwnFormat) {
                plain[i] = number.toString();
            }
        }
        return plain;
    }
}
