package stt.models.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stt.models.sources.Content;
import stt.models.sources.DiskSpace;
import stt.models.sources.HubSource;
import stt.models.sources.ModelFile;
import stt.models.sources.Progress;
import stt.models.sources.SourceFailed;
import stt.models.sources.Step;

/** Fetches the files of a repository, verified. */
public final class HubDownload {
    private static final int LARGEST_LISTING = 1 << 24;

    private final String model;
    private final HubSource source;
    private final HubConnection connection;
    private final String where;
    private final Retries retries;

    /** @param model its name in progress reports */
    public HubDownload(String model, HubSource source, Hub hub) {
        this(model, source, hub, time -> Thread.sleep(time.toMillis()));
    }

    HubDownload(String model, HubSource source, Hub hub, Retries.Pause pause) {
        this.model = model;
        this.source = source;
        this.connection = new HubConnection(hub, source);
        this.where = source.repository() + " on " + hub.name();
        this.retries = new Retries(pause);
    }

    /**
     * Puts the files into {@code target}.
     *
     * @param partials a folder on the same disk for what has come so far: another attempt goes on there,
     *     so it is to be deleted when the files have served their purpose
     * @param room times the files' size that the disk must have left, the files themselves included
     * @return the files
     * @throws SourceFailed when they cannot be had or are not what was expected
     */
    public List<ModelFile> into(Path target, Path partials, int room, Progress progress) throws IOException {
        Files.createDirectories(partials);
        HubListing listing = retries.until(this::list);
        List<HubFile> files =
                source.files().stream().map(name -> expected(listing, name)).toList();
        long total = files.stream().mapToLong(HubFile::size).sum();
        long here = 0;
        for (HubFile file : files) {
            here += new PartialFile(partials, file).size();
        }
        DiskSpace.require(total * room - here, partials);
        fetch(files, partials, progress);
        Step checking = new Step(progress, "Checking " + model, total);
        for (HubFile file : files) {
            verify(file, partials, checking);
        }
        for (HubFile file : files) {
            new PartialFile(partials, file).linkTo(target.resolve(file.name()));
        }
        return describe(files, target);
    }

    private HubListing list() throws TryAgain, IOException {
        HttpURLConnection answer = connection.get(connection.listing(), Map.of("Accept", "application/json"));
        try (InputStream in = answer.getInputStream()) {
            byte[] json = in.readNBytes(LARGEST_LISTING);
            return HubListing.read(new ByteArrayInputStream(json), where);
        } catch (IOException e) {
            throw connection.unreachable(answer.getURL().getHost(), e);
        } finally {
            answer.disconnect();
        }
    }

    /** What the catalog knows of a file counts more than what the hub says of it. */
    private HubFile expected(HubListing listing, String name) {
        HubFile listed = listing.file(name, where);
        source.known(name).ifPresent(known -> {
            boolean sha256 = listed.hash().length() == known.sha256().length();
            if (listed.size() != known.size() || (sha256 && !listed.hash().equals(known.sha256()))) {
                throw new SourceFailed(where + " has another " + name + " than the catalog knows.");
            }
        });
        return source.known(name)
                .map(known -> new HubFile(name, known.size(), known.sha256()))
                .orElse(listed);
    }

    private void fetch(List<HubFile> files, Path partials, Progress progress) throws IOException {
        long total = files.stream().mapToLong(HubFile::size).sum();
        String step = "Downloading " + model;
        long before = 0;
        for (HubFile file : files) {
            long begin = before;
            PartialFile partial = new PartialFile(partials, file);
            progress.update(step, begin + partial.size(), total);
            new FileDownload(connection, file, partial, done -> progress.update(step, begin + done, total))
                    .run(retries);
            before += file.size();
        }
        progress.update(step, total, total);
    }

    /** What is not what it should be is of no use to another attempt. */
    private static void verify(HubFile file, Path partials, Step checking) throws IOException {
        PartialFile partial = new PartialFile(partials, file);
        try {
            file.mustBe(partial.path(), checking::add);
        } catch (SourceFailed e) {
            partial.forget();
            throw e;
        }
    }

    private static List<ModelFile> describe(List<HubFile> files, Path folder) throws IOException {
        List<ModelFile> described = new ArrayList<>();
        for (HubFile file : files) {
            Content content = Content.of(folder.resolve(file.name()), read -> {});
            described.add(new ModelFile(file.name(), content.size(), content.sha256()));
        }
        return described;
    }
}
