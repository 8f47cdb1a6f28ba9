package stt.engine.whisper;

import java.nio.file.Path;
import stt.engine.UnusableModel;
import stt.engine.onnx.OnnxGraph;

/** Whether a model's graphs are the ones its description speaks of. */
final class GraphCheck {

    private static final int FREE = -1;

    private GraphCheck() {}

    /** @throws UnusableModel when the encoder is of another model or has a fixed length */
    static void encoder(Path directory, WhisperFacts facts, OnnxGraph graph) {
        String file = directory.resolve("encoder.onnx").toString();
        expect(file, "mel bins", facts.melBins(), graph.inputShape("mel")[1]);
        expect(file, "fixed frames (-1: none)", FREE, graph.inputShape("mel")[2]);
        expect(file, "decoder layers", facts.decoderLayers(), graph.outputsNamed("ck"));
        for (int layer = 0; layer < facts.decoderLayers(); layer++) {
            expect(file, "heads", facts.heads(), graph.outputShape("ck" + layer)[1]);
            expect(file, "values of a head", facts.headWidth(), graph.outputShape("ck" + layer)[2]);
            expect(file, "values of a head", facts.headWidth(), graph.outputShape("cv" + layer)[3]);
        }
    }

    /** @throws UnusableModel when the decoder is of another model or of another make */
    static void decoder(Path directory, WhisperFacts facts, OnnxGraph graph) {
        String file = directory.resolve("decoder.onnx").toString();
        graph.inputShape("ids");
        graph.inputShape("seqlens");
        graph.inputShape("total");
        expect(file, "tokens", facts.vocabulary(), graph.outputShape("logits")[2]);
        expect(file, "alignment heads", facts.alignmentHeads(), graph.outputShape("xattn")[1]);
        expect(file, "decoder layers", facts.decoderLayers(), graph.outputsNamed("k"));
        for (int layer = 0; layer < facts.decoderLayers(); layer++) {
            expect(file, "heads", facts.heads(), graph.inputShape("pk" + layer)[1]);
            expect(file, "values of a head", facts.headWidth(), graph.inputShape("pk" + layer)[3]);
            expect(file, "values of a head", facts.headWidth(), graph.inputShape("ck" + layer)[2]);
        }
    }

    private static void expect(String file, String what, long expected, long found) {
        if (found != expected) {
            throw new UnusableModel("The model file " + file + " does not fit its whisper.json: expected " + expected
                    + " " + what + ", found " + found + ".");
        }
    }
}
