package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graphs of a small model compute what a plain forward pass computes, in ONNX Runtime. */
class ImportedGraphsTest {
    private static final float EXACT = 2e-3f; // float32 against doubles, on logits of up to about 50
    private static final int[] PROMPT = {41, 42, 46, 50};
    private static final int[] NEXT = {11, 23, 5, 39};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {CTranslate2File.FLOAT32, CTranslate2File.FLOAT16, CTranslate2File.BFLOAT16})
    void encoderAgreesWithThePlainForwardPass(int storedType) throws Exception {
        TinyWhisper model = new TinyWhisper(storedType);
        float[][] mel = mel(40, 1);
        double[][] expected = new ReferenceWhisper(model).encode(mel);
        try (ImportedModel imported = imported(model, Precision.FP32);
                OrtSession.Result encoded = imported.encode(new float[][][] {mel})) {
            float[][][] hidden =
                    (float[][][]) encoded.get("hidden").orElseThrow().getValue();
            assertThat(hidden[0]).hasNumberOfRows(20);
            assertThat(largestDifference(expected, hidden[0])).isLessThan(EXACT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {CTranslate2File.FLOAT32, CTranslate2File.FLOAT16, CTranslate2File.BFLOAT16})
    void everyDecoderStepAgreesWithThePlainForwardPass(int storedType) throws Exception {
        TinyWhisper model = new TinyWhisper(storedType);
        assertThat(largestLogitDifference(model, Precision.FP32)).isLessThan(EXACT);
    }

    @Test
    void eightBitBlocksStayNearThePlainForwardPass() throws Exception {
        double difference = largestLogitDifference(new TinyWhisper(CTranslate2File.FLOAT32), Precision.NB8);
        assertThat(difference).isLessThan(2.5).isGreaterThan(EXACT);
    }

    @Test
    void sixteenBitFloatsStayNearThePlainForwardPass() throws Exception {
        double difference = largestLogitDifference(new TinyWhisper(CTranslate2File.FLOAT32), Precision.FP16);
        assertThat(difference).isLessThan(0.25).isGreaterThan(EXACT);
    }

    @Test
    void attentionOfTheAlignmentHeadsComesInTheOrderOfTheFactsForEveryToken() throws Exception {
        TinyWhisper model = new TinyWhisper(CTranslate2File.FLOAT32);
        ReferenceWhisper reference = new ReferenceWhisper(model);
        float[][] mel = mel(36, 2);
        double[][][][] expected =
                reference.decode(PROMPT, reference.encode(mel)).attention();
        try (ImportedModel imported = imported(model, Precision.FP32);
                OrtSession.Result encoded = imported.encode(new float[][][] {mel});
                ImportedModel.Decoding decoding = imported.decode(encoded, 1)) {
            float[][][] found = decoding.step(new long[][] {longs(PROMPT)}).attention()[0];
            assertThat(found).hasDimensions(3, PROMPT.length);
            assertThat(largestDifference(expected[0][1], found[0])).isLessThan(1e-4);
            assertThat(largestDifference(expected[1][0], found[1])).isLessThan(1e-4);
            assertThat(largestDifference(expected[1][1], found[2])).isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fp32", "fp16", "nb8"})
    void twoWindowsAtOnceGiveWhatEachGivesAlone(String precision) throws Exception {
        TinyWhisper model = new TinyWhisper(CTranslate2File.FLOAT16);
        float[][][] mels = {mel(40, 3), mel(40, 4)};
        long[][] prompts = {longs(PROMPT), {41, 43, 45, 50}};
        long[][] nexts = {{7}, {8}};
        try (ImportedModel imported = imported(model, Precision.of(precision).orElseThrow());
                OrtSession.Result both = imported.encode(mels);
                ImportedModel.Decoding decoding = imported.decode(both, 2)) {
            decoding.step(prompts);
            float[][][] together = decoding.step(nexts).logits();
            for (int i = 0; i < 2; i++) {
                try (OrtSession.Result one = imported.encode(new float[][][] {mels[i]});
                        ImportedModel.Decoding alone = imported.decode(one, 1)) {
                    alone.step(new long[][] {prompts[i]});
                    float[] expected = alone.step(new long[][] {nexts[i]}).logits()[0][0];
                    assertThat(together[i][0])
                            .usingComparatorWithPrecision(precision.equals("fp16") ? 5e-2f : 1e-3f)
                            .containsExactly(expected);
                }
            }
        }
    }

    @Test
    void crossAttentionComesLaidOutForTheDecoder() throws Exception {
        TinyWhisper model = new TinyWhisper(CTranslate2File.FLOAT32);
        try (ImportedModel imported = imported(model, Precision.NB8);
                OrtSession.Result encoded = imported.encode(new float[][][] {mel(48, 5)})) {
            OnnxTensor keys = (OnnxTensor) encoded.get("ck1").orElseThrow();
            OnnxTensor values = (OnnxTensor) encoded.get("cv1").orElseThrow();
            assertThat(keys.getInfo().getShape()).containsExactly(1, 2, 32, 24);
            assertThat(values.getInfo().getShape()).containsExactly(1, 2, 24, 32);
        }
    }

    @Test
    void graphsHaveTheAgreedInputsAndOutputs() throws Exception {
        try (ImportedModel imported = imported(new TinyWhisper(CTranslate2File.FLOAT16), Precision.NB8)) {
            assertThat(imported.encoder().getInputNames()).containsExactly("mel");
            assertThat(imported.encoder().getOutputNames())
                    .containsExactlyInAnyOrder("hidden", "ck0", "cv0", "ck1", "cv1");
            assertThat(imported.decoder().getInputNames())
                    .containsExactlyInAnyOrder(
                            "ids", "seqlens", "total", "pk0", "pv0", "ck0", "cv0", "pk1", "pv1", "ck1", "cv1");
            assertThat(imported.decoder().getOutputNames())
                    .containsExactlyInAnyOrder("logits", "xattn", "k0", "v0", "k1", "v1");
        }
    }

    private double largestLogitDifference(TinyWhisper model, Precision precision) throws Exception {
        ReferenceWhisper reference = new ReferenceWhisper(model);
        float[][] mel = mel(44, 6);
        int[] all = java.util.stream.IntStream.concat(java.util.Arrays.stream(PROMPT), java.util.Arrays.stream(NEXT))
                .toArray();
        double[][] expected = reference.decode(all, reference.encode(mel)).logits();
        double largest = 0;
        try (ImportedModel imported = imported(model, precision);
                OrtSession.Result encoded = imported.encode(new float[][][] {mel});
                ImportedModel.Decoding decoding = imported.decode(encoded, 1)) {
            float[] logits = decoding.step(new long[][] {longs(PROMPT)}).logits()[0][0];
            for (int i = 0; i <= NEXT.length; i++) {
                double[] row = expected[PROMPT.length - 1 + i];
                largest = Math.max(largest, largestDifference(new double[][] {row}, new float[][] {logits}));
                logits = i == NEXT.length
                        ? logits
                        : decoding.step(new long[][] {{NEXT[i]}}).logits()[0][0];
            }
        }
        return largest;
    }

    private ImportedModel imported(TinyWhisper model, Precision precision) throws Exception {
        Path source = folder.resolve("source");
        model.write(source);
        Path target = folder.resolve(precision.id());
        new WhisperImporter(precision, (done, total) -> {}).importModel(source, target);
        return new ImportedModel(target, TinyWhisper.TEXT_POSITIONS);
    }

    private static float[][] mel(int frames, long seed) {
        Random random = new Random(seed);
        float[][] mel = new float[TinyWhisper.MEL_BINS][frames];
        for (float[] bin : mel) {
            for (int t = 0; t < frames; t++) {
                bin[t] = (float) random.nextGaussian();
            }
        }
        return mel;
    }

    private static double largestDifference(double[][] expected, float[][] found) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).hasSameSizeAs(expected[i]);
            for (int j = 0; j < expected[i].length; j++) {
                largest = Math.max(largest, Math.abs(expected[i][j] - found[i][j]));
            }
        }
        return largest;
    }

    private static long[] longs(int[] values) {
        return java.util.Arrays.stream(values).asLongStream().toArray();
    }
}
