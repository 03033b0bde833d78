import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches and unpacks the Maven that the properties file names, unless it is there already, and prints its folder. A
 * Java program, because a JDK is the one tool that both mvnw and mvnw.cmd are sure to have.
 */
final class FetchMaven {
    private FetchMaven() {}

    public static void main(String[] args) {
        try {
            System.out.println(home(Path.of(args[0])));
        } catch (IOException | InterruptedException e) {
            System.err.println(
                    "Cannot fetch Maven ("
                            + e
                            + "). Install Maven 3.8.6 or newer, put it on the PATH and try again.");
            System.exit(1);
        }
    }

    private static Path home(Path settings) throws IOException, InterruptedException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        URI source = URI.create(properties.getProperty("distributionUrl"));
        String file = source.getPath().substring(source.getPath().lastIndexOf('/') + 1);
        Path dists = Path.of(System.getProperty("user.home"), ".m2", "wrapper", "dists");
        Path home = dists.resolve(file.replaceFirst("-bin\\.zip$", ""));
        if (Files.isDirectory(home)) {
            return home;
        }
        System.err.println("Fetching " + source);
        Files.createDirectories(dists);
        // Unpacked beside its place and moved at the end, so that a broken download leaves nothing half done.
        Path unpacked = Files.createTempDirectory(dists, "part");
        try (var in = open(source)) {
            unpack(in, unpacked);
        }
        Files.move(unpacked.resolve(home.getFileName()), home, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(unpacked);
        return home;
    }

    private static InputStream open(URI source) throws IOException, InterruptedException {
        if (source.getScheme().equals("file")) {
            return Files.newInputStream(Path.of(source));
        }
        var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
        proxy().ifPresent(client::proxy);
        HttpResponse<InputStream> response =
                client.build()
                        .send(
                                HttpRequest.newBuilder(source).build(),
                                HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(source + " answers " + response.statusCode());
        }
        return response.body();
    }

    private static Optional<ProxySelector> proxy() {
        return Optional.ofNullable(System.getenv("https_proxy"))
                .or(() -> Optional.ofNullable(System.getenv("HTTPS_PROXY")))
                .filter(value -> !value.isBlank())
                .map(URI::create)
                .map(uri -> ProxySelector.of(new InetSocketAddress(uri.getHost(), uri.getPort())));
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("bad name in the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                Files.copy(zip, path);
                if (path.getParent().endsWith("bin")) {
                    path.toFile().setExecutable(true, false);
                }
            }
        }
    }
}
