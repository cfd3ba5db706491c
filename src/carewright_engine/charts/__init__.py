"""Figures drawn as SVG, each with a title, a description and the table behind it.

A figure is made by one function and comes back as a `Picture`: the drawing at two widths, so that
words are 14 px on every screen, and the same figures as a table. What is not known is drawn hollow
or said in words; it is never drawn as nought. The same figures always give the same bytes.
"""

from carewright_engine.charts.bars import Bar, bars
from carewright_engine.charts.choropleth import MapArea, choropleth
from carewright_engine.charts.columns import Column, columns
from carewright_engine.charts.cost_spread import CostRow, FiveFigures, cost_spread, five_figures
from carewright_engine.charts.dot_histogram import Dot, dot_histogram
from carewright_engine.charts.dot_map import (
    ENGLISH_RATINGS,
    SCOTTISH_GRADES,
    Home,
    Town,
    dot_map,
)
from carewright_engine.charts.funnel import Centre, FunnelPoint, Limit, funnel
from carewright_engine.charts.line_multiples import Panel, line_multiples
from carewright_engine.charts.lines import Band, Break, LineSeries, Moment, Reference, lines
from carewright_engine.charts.picture import (
    FOCUS,
    OTHERS,
    PRIVATE,
    PUBLIC,
    UNKNOWN,
    VOLUNTARY,
    Caption,
    ChartTable,
    KeyItem,
    Picture,
)
from carewright_engine.charts.pyramid import AgeGroup, Years, pyramid
from carewright_engine.charts.scales import Unit
from carewright_engine.charts.scottish_tiles import SCOTTISH_COUNCILS, Tile
from carewright_engine.charts.share_bars import Share, share_bars
from carewright_engine.charts.stacked_bars import SECTORS, Part, Stack, stacked_bars
from carewright_engine.charts.styles import chart_css, standalone
from carewright_engine.charts.swings import Swing, swings
from carewright_engine.charts.terms import DayMark, Stretch, TermRow, terms
from carewright_engine.charts.tile_map import TileArea, tile_map
from carewright_engine.charts.unit_squares import UnitRow, unit_squares
from carewright_engine.charts.waterfall import Step, waterfall

__all__ = [
    "ENGLISH_RATINGS",
    "FOCUS",
    "OTHERS",
    "PRIVATE",
    "PUBLIC",
    "SCOTTISH_COUNCILS",
    "SCOTTISH_GRADES",
    "SECTORS",
    "UNKNOWN",
    "VOLUNTARY",
    "AgeGroup",
    "Band",
    "Bar",
    "Break",
    "Caption",
    "Centre",
    "ChartTable",
    "Column",
    "CostRow",
    "DayMark",
    "Dot",
    "FiveFigures",
    "FunnelPoint",
    "Home",
    "KeyItem",
    "Limit",
    "LineSeries",
    "MapArea",
    "Moment",
    "Panel",
    "Part",
    "Picture",
    "Reference",
    "Share",
    "Stack",
    "Step",
    "Stretch",
    "Swing",
    "TermRow",
    "Tile",
    "TileArea",
    "Town",
    "Unit",
    "UnitRow",
    "Years",
    "bars",
    "chart_css",
    "choropleth",
    "columns",
    "cost_spread",
    "dot_histogram",
    "dot_map",
    "five_figures",
    "funnel",
    "line_multiples",
    "lines",
    "pyramid",
    "share_bars",
    "stacked_bars",
    "standalone",
    "swings",
    "terms",
    "tile_map",
    "unit_squares",
    "waterfall",
]
