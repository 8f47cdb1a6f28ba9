"""Writes what kaldi-native-fbank makes of half a second of speech: the fixture of FilterBankTest.

pip install kaldi-native-fbank==1.23.0 soundfile, then: python filter_bank_fixture.py
"""

from pathlib import Path

import kaldi_native_fbank
import numpy as np
import soundfile

REPOSITORY = Path(__file__).resolve().parent.parent.parent
TARGET = REPOSITORY / "inference-connector/engine/src/test/resources/stt/engine/kaldi/jfk-fbank80.f32"


def main():
    samples, _ = soundfile.read(REPOSITORY / "bench/speech/jfk.wav", dtype="float32")
    options = kaldi_native_fbank.FbankOptions()
    options.frame_opts.dither = 0
    options.frame_opts.samp_freq = 16_000
    options.mel_opts.num_bins = 80
    bank = kaldi_native_fbank.OnlineFbank(options)
    bank.accept_waveform(16_000, samples[8_000:16_000].tolist())
    bank.input_finished()
    frames = np.stack([bank.get_frame(i) for i in range(bank.num_frames_ready)])
    frames.astype("<f4").tofile(TARGET)
    print(f"{frames.shape[0]} frames of {frames.shape[1]} bins in {TARGET.name}")


if __name__ == "__main__":
    main()
