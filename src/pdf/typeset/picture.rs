//! Pictures of exhibits: read, turned upright, made smaller. They are always written anew, so that nothing of the camera
//! (the place above all) comes with them.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage, Rgba};

/// Longest side of a picture in a document, in pixels: 190 dots to the inch on a page of its own.
pub(super) const LONGEST: u32 = 1600;

/// Largest picture that is read, in pixels on a side.
const MOST_PIXELS: u32 = 20_000;

/// Most memory that reading one may take, in bytes.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// From this size on, in bytes, a drawing is written as a photo.
const LARGE: usize = 1_500_000;

/// A picture as a document holds it.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) bytes: Vec<u8>,
    /// `jpg` or `png`
    pub(super) extension: &'static str,
}

/// Makes a picture of bytes; none when they are no picture that can be read.
pub(super) fn picture(bytes: &[u8]) -> Option<Picture> {
    let reader = ImageReader::new(Cursor::new(bytes));
    let mut reader = reader.with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let format = reader.format()?;
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    if image.width().max(image.height()) > LONGEST {
        image = image.resize(LONGEST, LONGEST, FilterType::Triangle);
    }
    image.apply_orientation(orientation);
    written(&on_white(image), format == ImageFormat::Jpeg)
}

/// Writes a picture: a photo as JPEG, a drawing or a screen without loss unless it grows large.
pub(super) fn written(image: &RgbImage, is_photo: bool) -> Option<Picture> {
    if !is_photo {
        let mut bytes = Vec::new();
        image
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .ok()?;
        if bytes.len() <= LARGE {
            let extension = "png";
            return Some(Picture { bytes, extension });
        }
    }
    let mut bytes = Vec::new();
    image
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 85))
        .ok()?;
    let extension = "jpg";
    Some(Picture { bytes, extension })
}

/// Puts what is transparent on white paper.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let seen = image.into_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let Rgba([r, g, b, a]) = *seen.get_pixel(x, y);
        Rgb([r, g, b].map(|part| over_white(part, a)))
    })
}

fn over_white(part: u8, alpha: u8) -> u8 {
    let alpha = u32::from(alpha);
    let mixed = (u32::from(part) * alpha + 255 * (255 - alpha)) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}
