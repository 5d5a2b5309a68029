"""`twosource annotate`: what is inside each article."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from twosource.cli.output import STDOUT, write_lines
from twosource.cli.parameters import OptionsFile, Output, Paths
from twosource.cli.read import finish, read_input
from twosource.contract import annotated_line
from twosource.errors import ConfigError
from twosource.options import load_options
from twosource.plan import Layer

_LATER = ("events",)
_DEFAULT = "time,attribution,entities"


def annotate(
    paths: Paths,
    /,
    *,
    layers: Annotated[
        str, Parameter(help="Which, separated by commas: time, attribution, entities, quantities, syntax, factuality.")
    ] = _DEFAULT,
    output: Output = STDOUT,
    options: OptionsFile = None,
) -> int:
    """One JSON object an article, with the layers asked for."""
    wanted = read_layers(layers)
    corpus = read_input(paths, load_options(options), layers=wanted, outputs=[output])
    if corpus.readings:
        write_lines((annotated_line(reading, layers=wanted) for reading in corpus.readings), output)
    return finish(corpus)


def read_layers(text: str) -> tuple[Layer, ...]:
    """The layers named in a list with commas.

    Raises `ConfigError` for a name that is none, and for a layer that is not built yet: an empty layer would say that
    there is nothing to find.

    >>> read_layers("time, entities")
    (<Layer.TIME: 'time'>, <Layer.ENTITIES: 'entities'>)
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    known = [layer.value for layer in Layer]
    for name in names or [text]:
        if name in _LATER:
            raise ConfigError("this layer is not built yet", option="--layers", given=name, allowed=", ".join(known))
        if name not in known:
            raise ConfigError("no such layer", option="--layers", given=name or "nothing", allowed=", ".join(known))
    return tuple(Layer(name) for name in names)
