"""One story, ready to read: as HTML, Markdown and JSON."""

from __future__ import annotations

from twosource.dossier.assemble import assemble_dossiers
from twosource.dossier.labels import name_articles
from twosource.dossier.moments import Told
from twosource.dossier.render_check import render_check_markdown, render_check_text
from twosource.dossier.render_html import render_html
from twosource.dossier.render_json import render_json
from twosource.dossier.render_markdown import render_markdown
from twosource.dossier.render_pair import render_pair
from twosource.dossier.timeline import CountBy, TimelineOptions, build_timeline

__all__ = [
    "CountBy",
    "TimelineOptions",
    "Told",
    "assemble_dossiers",
    "build_timeline",
    "name_articles",
    "render_check_markdown",
    "render_check_text",
    "render_html",
    "render_json",
    "render_markdown",
    "render_pair",
]
