"""What must hold of the clips of a pack: they speak texts it has, as they read now, in short."""

from collections.abc import Iterator

from kiosk.core.problems import Problem
from kiosk.packs.audio_files import LARGE_BYTES
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import SourcedClip, SourcePack
from kiosk.packs.spoken import spoken_texts

LONGEST_SECONDS = 180.0


def check_audio(pack: SourcePack) -> Iterator[Problem]:
    """Every fault of the clips; the sound of each file is looked into once."""
    seen: set[str] = set()
    for clip in pack.clips:
        if clip.sha256 not in seen:
            yield from check_sound(clip)
        seen.add(clip.sha256)
    yield from _check_words(pack)


def current_clips(pack: SourcePack) -> tuple[SourcedClip, ...]:
    """The clips that speak their text as it reads now; of a recording and a draft, the recording.

    In the order of languages and texts, whatever the order of the lists.
    """
    by_place: dict[tuple[str, str, str], SourcedClip] = {}
    for clip in sorted(pack.clips, key=lambda clip: clip.is_draft, reverse=True):
        by_place[clip.language, clip.of, clip.key] = clip
    found: list[SourcedClip] = []
    for language in dict.fromkeys(clip.language for clip in pack.clips):
        for spoken in spoken_texts(pack, language):
            clip_of = by_place.get((language, spoken.of, spoken.utterance.key))
            if clip_of is not None:
                found.append(clip_of)
    return tuple(found)


def _check_words(pack: SourcePack) -> Iterator[Problem]:
    current = {id(clip) for clip in current_clips(pack)}
    kept = {(c.language, c.of) for c in pack.clips if id(c) in current and not c.is_draft}
    contexts = {message.context for message in pack.messages}
    for clip in pack.clips:
        if clip.of not in contexts:
            message = f"no text has the place {quoted(clip.of)}"
            way_out = did_you_mean(clip.of, contexts)
            place = clip.place
            if clip.is_draft:
                # The next `packs audio` removes it: an outdated draft refuses nothing.
                yield Rule.AUDIO_STALE.problem(place.path, place.line, message)
            else:
                yield Rule.AUDIO_CONTEXT.problem(place.path, place.line, message, way_out)
        elif id(clip) not in current and (clip.language, clip.of) not in kept:
            message = f"{quoted(clip.of)} has changed since it was spoken"
            yield Rule.AUDIO_STALE.problem(clip.place.path, clip.place.line, message)


def check_sound(clip: SourcedClip) -> Iterator[Problem]:
    """What is wrong with a sound file itself."""
    # Only now: it brings NumPy along, and most packs have no sound.
    from kiosk.packs.opus_files import seconds_of

    path, line = clip.place.path, clip.place.line
    seconds = seconds_of(clip.path)
    name = quoted(clip.path.name)
    if seconds is None:
        yield Rule.AUDIO_FORMAT.problem(path, line, f"{name} is no Ogg/Opus that can be played")
    elif seconds > LONGEST_SECONDS:
        yield Rule.AUDIO_LONG.problem(path, line, f"{name} lasts {seconds:.0f} s")
    elif clip.path.stat().st_size > LARGE_BYTES:
        message = f"{name} has {clip.path.stat().st_size} bytes"
        yield Rule.AUDIO_LARGE.problem(path, line, message)
