//! Pages of exhibits that are PDFs.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{Pdf, PdfVersion};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use image::RgbImage;

use super::picture::{self, LONGEST, Picture};

/// A PDF that was opened.
pub(super) struct Opened {
    pdf: Pdf,
}

impl Opened {
    /// Opens a PDF; none when the bytes are no PDF, when it has no page, or when it asks for a password.
    pub(super) fn new(bytes: Vec<u8>) -> Option<Opened> {
        let pdf = Pdf::new(Arc::new(bytes)).ok()?;
        (!pdf.pages().is_empty()).then_some(Opened { pdf })
    }

    /// Counts its pages.
    pub(super) fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    /// Whether a document of version 1.7 may take its pages over as they are.
    pub(super) fn is_embeddable(&self) -> bool {
        self.pdf.version() <= PdfVersion::Pdf17
    }

    /// Paints the first pages, at most so many; a page that cannot be painted is left out.
    pub(super) fn painted(&self, most: usize) -> Vec<Picture> {
        let cache = RenderCache::new();
        let settings = InterpreterSettings::default();
        let pages = self.pdf.pages().iter().take(most);
        let painted = pages.filter_map(|page| {
            let (width, height) = page.render_dimensions();
            let longest = width.max(height);
            if !longest.is_finite() || width.min(height) < 1.0 {
                return None;
            }
            #[expect(clippy::cast_precision_loss, reason = "1600 is exact")]
            let scale = LONGEST as f32 / longest;
            let how = RenderSettings {
                x_scale: scale,
                y_scale: scale,
                bg_color: WHITE,
                ..RenderSettings::default()
            };
            let pixels = hayro::render(page, &cache, &settings, &how);
            let (width, height) = (pixels.width().into(), pixels.height().into());
            // Nothing shines through: the paper was white before anything was painted.
            let pixels = pixels.take();
            let pixels = pixels.iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]);
            let image = RgbImage::from_raw(width, height, pixels.collect())?;
            picture::written(&image, false)
        });
        painted.collect()
    }
}
