"""An opened picture's bytes as strangers may have them: upright, without metadata."""

from PIL import ExifTags

from pressroom.analysis.encoding import encode_turned
from pressroom.analysis.metadata import PartsUnreadable, without_metadata
from pressroom.analysis.opening import Opened

_TURNED = range(2, 9)
"""The EXIF orientations that need turning; 1 is upright, and others mean nothing."""


def clean_bytes(opened: Opened) -> bytes:
    """The bytes of *opened* without metadata: unchanged pixels, unless a note turns them."""
    if opened.image.getexif().get(ExifTags.Base.Orientation) not in _TURNED:
        try:
            return without_metadata(opened.data, opened.media_type)
        except PartsUnreadable:
            pass  # Pillow reads more than the formats allow; what it read is saved anew
    return without_metadata(encode_turned(opened.image, opened.media_type), opened.media_type)
