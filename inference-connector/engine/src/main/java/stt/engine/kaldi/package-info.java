/**
 * Kaldi's features (https://kaldi-asr.org), as models trained with Kaldi's tools and torchaudio's {@code kaldi} functions
 * expect them.
 *
 * <p>Rules: equal to the package kaldi-native-fbank within 1e-3 with its defaults, but for dither, which is 0 so that the
 * same audio gives the same numbers. Everything streams; the loops that run per frame allocate nothing.
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: samples stay in [-1, 1]; Kaldi's own range of 16 bit integers would add a constant to every
 *       logarithm, and whoever uses these features subtracts their mean.
 *   <li>2026-11-25: for models that were trained in Kaldi's range the scale can be given all the same: it moves the floor under
 *       the energies, which silence would otherwise lie on.
 * </ul>
 */
@NullMarked
package stt.engine.kaldi;

import org.jspecify.annotations.NullMarked;
