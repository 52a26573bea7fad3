"""What all parts of the contract share: an immutable model, spans, exact decimals, bounds.

span [12, 19)      amount "1200000"      bound ge (不少于)
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Position = Annotated[int, Field(ge=0)]
Span = tuple[Position, Position]
Decimal = Annotated[str, Field(pattern=r"^-?\d+(?:\.\d+)?$")]


class Model(BaseModel):
    """What all parts of the contract share: immutable, and no key that it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
