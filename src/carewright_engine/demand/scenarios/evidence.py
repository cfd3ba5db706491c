"""What a lever rests on; a lever without evidence is refused."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Evidence(BaseModel):
    """Where the size of an effect comes from, and how far to trust it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    source: Annotated[str, Field(min_length=3, max_length=300)]
    says: Annotated[str, Field(min_length=3, max_length=1000)]
    quality: Literal["published", "local", "judgement", "practice"]


QUALITY_IN_WORDS = {
    "published": "published evidence",
    "local": "local evaluation",
    "judgement": "judgement; evidence needed",
    "practice": "practice figure; evidence needed",
}
