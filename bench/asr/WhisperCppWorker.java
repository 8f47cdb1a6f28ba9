import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Transcribes the 16 kHz mono PCM16 files named on stdin with whisper.cpp, greedily. Argument: the ggml model. */
class WhisperCppWorker {
    public static void main(String[] args) throws Exception {
        WhisperJNI.loadLibrary();
        var whisper = new WhisperJNI();
        WhisperJNI.setLibraryLogger(line -> {});
        try (var context = whisper.init(Path.of(args[0]))) {
            System.out.println("{\"ready\": true}");
            var lines = new BufferedReader(new InputStreamReader(System.in));
            for (String line; (line = lines.readLine()) != null; ) {
                var params = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
                params.nThreads = 2;
                params.language = "en";
                params.greedyBestOf = 1;
                float[] samples = samples(Path.of(line));
                int code = whisper.full(context, params, samples, samples.length);
                if (code != 0) {
                    throw new IllegalStateException("whisper.cpp returned " + code);
                }
                var text = new StringBuilder();
                for (int i = 0; i < whisper.fullNSegments(context); i++) {
                    text.append(whisper.fullGetSegmentText(context, i));
                }
                System.out.println("{\"text\": \"" + text.toString().replace("\\", "").replace("\"", "") + "\"}");
            }
        }
    }

    static float[] samples(Path wav) throws Exception {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (bytes.getInt(at) != 0x61746164) { // "data"
            at += 8 + bytes.getInt(at + 4);
        }
        var samples = new float[bytes.getInt(at + 4) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(at + 8 + 2 * i) / 32768f;
        }
        return samples;
    }
}
