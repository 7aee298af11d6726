"""Photos to measure, refit and clean."""

from pathlib import Path

from PIL import ExifTags, Image


def gradient(width: int = 400, height: int = 300) -> Image.Image:
    """Red grows to the right and green downwards, so that every corner is known by its colour."""
    row = Image.linear_gradient("L")
    red, green = row.rotate(90).resize((width, height)), row.resize((width, height))
    return Image.merge("RGB", (red, green, Image.new("L", (width, height), 90)))


def save(folder: Path, image: Image.Image, name: str = "a.jpg", **options: object) -> Path:
    path = folder / name
    image.save(path, **options)  # type: ignore[arg-type]  # whatever Pillow's writer takes
    return path


def located(image: Image.Image, orientation: int = 1) -> Image.Exif:
    exif = image.getexif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    return exif
