"""The theme of charts and pages: colours, type, sizes, in this one place.

Colours are safe for the common kinds of colour blindness (blue against orange, never red against green) and differ in
lightness, so that they survive a black-and-white print. A chart is drawn in the light colours; each becomes a CSS
variable inside the SVG, so that the page's light or dark scheme reaches it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

FONTS = Path(__file__).with_name("fonts")
FAMILIES = ["Noto Sans", "Noto Sans Arabic", "DejaVu Sans"]

# name: (light, dark)
COLOURS = {
    "paper": ("#fdfdfb", "#15191e"),
    "panel": ("#f3f4f1", "#1e242b"),
    "ink": ("#1c232b", "#e7eaee"),
    "muted": ("#59636e", "#a3adb8"),
    "grid": ("#dde1e4", "#343c45"),
    "series": ("#2a6592", "#6db1e2"),
    "light": ("#a9c8de", "#33566f"),
    "positive": ("#2f6fa8", "#74b3e6"),
    "negative": ("#b8550f", "#f0954c"),
    "link": ("#1f5a8a", "#8cc4f0"),
    "mark": ("#fbeec2", "#4a3f17"),
}
INK, MUTED, GRID, SERIES, LIGHT, POSITIVE, NEGATIVE, PAPER = (
    COLOURS[name][0] for name in ("ink", "muted", "grid", "series", "light", "positive", "negative", "paper")
)
WIDE, NARROW = 7.3, 3.55
RC = {
    "svg.fonttype": "path",
    "svg.hashsalt": "tasrih",
    "svg.image_inline": True,
    "text.parse_math": False,
    "font.family": FAMILIES,
    "font.size": 9.5,
    "axes.edgecolor": GRID,
    "axes.labelcolor": MUTED,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.grid": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "grid.color": GRID,
    "grid.linewidth": 0.7,
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.major.size": 3,
    "ytick.major.size": 0,
    "xtick.major.width": 0.8,
    "hatch.color": GRID,
    "hatch.linewidth": 0.8,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "savefig.transparent": True,
}


@cache
def _register_fonts() -> None:
    """Make the package's own fonts the only ones of their names: a system's other version would draw other bytes."""
    manager = font_manager.fontManager
    for file in sorted(FONTS.glob("*.ttf")):
        manager.addfont(file)
    ours = {"Noto Sans", "Noto Sans Arabic"}
    manager.ttflist = [font for font in manager.ttflist if font.name not in ours or Path(font.fname).parent == FONTS]


def svg(draw: Callable[[Figure], None], name: str, width: float, height: float) -> str:
    """Return an inline SVG of what `draw` puts on a figure of `width` × `height` inches.

    Same input, same bytes: no date, ids hashed with a fixed salt and prefixed by `name`, unique on a page.
    """
    _register_fonts()
    with mpl.rc_context():
        mpl.rcdefaults()  # a matplotlibrc in the working folder or the user's settings must not reach a chart
        mpl.rcParams.update(RC)
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasSVG(figure)
        draw(figure)
        file = BytesIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return _inline(file.getvalue().decode("utf-8"), name)


def _inline(text: str, name: str) -> str:
    """Return the SVG as it stands in a page: no prolog, no metadata or comments, own ids, colours as variables."""
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r' (?:width|height)="[\d.]+pt"', "", text, count=2)
    text = text.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    text = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{name}-", text)
    for colour, (light, _) in COLOURS.items():
        text = text.replace(light, f"var(--{colour}, {light})")
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def css(dark: bool = True) -> str:
    """Return the style sheet's first part: the colours of both schemes and the Arabic typeface, inside the file.

    With `dark` off the light scheme is the only one (in a notebook, whose own scheme is not the system's).
    """
    light = "".join(f"--{name}:{pair[0]};" for name, pair in COLOURS.items())
    faces = "".join(
        f"@font-face{{font-family:'Noto Sans Arabic';font-weight:{weight};font-display:block;"
        f"src:url(data:font/woff2;base64,{base64.b64encode((FONTS / file).read_bytes()).decode()}) format('woff2')}}\n"
        for weight, file in ((400, "NotoSansArabic-Regular.woff2"), (700, "NotoSansArabic-Bold.woff2"))
    )
    if not dark:
        return f":root{{{light}}}\n{faces}"
    scheme = ":root{{color-scheme:light dark;{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n"
    return scheme.format(light, "".join(f"--{name}:{pair[1]};" for name, pair in COLOURS.items())) + faces
